// runtime/natives.cpp: joins each row of natives.def with its function.
// Here: the declarations of all natives and the table of rows.
// Not here: the natives themselves. Those of compiler/ are found by the linker.
// Threads: immutable.
// Holds: a row without a function does not link.
#include "runtime/natives.h"

namespace vial {

#define NATIVE(module, name, arity, function, effects, cost, doc) \
    NativeResult function(Process&, Args);
#include "vm/tables/natives.def"

namespace {
using namespace native_effect;
constexpr NativeRow kRows[] = {
#define NATIVE(module, name, arity, function, effects, cost, doc) \
    NativeRow{module, name, arity, function, effects, cost, doc},
#include "vm/tables/natives.def"
    NativeRow{},
};
}  // namespace

std::span<const NativeRow> all_natives() { return {kRows, std::size(kRows) - 1}; }

}  // namespace vial

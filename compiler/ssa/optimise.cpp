// compiler/ssa/optimise.cpp: the order of the passes.
// Here: optimise().
// Not here: the passes.
// Threads: -
// Holds: -
#include "compiler/ssa/passes.h"
#include "vm/base/assert.h"

namespace vial::ssa {

namespace {
void check([[maybe_unused]] const Function& f) {
    VIAL_ASSERT(validate(f) == nullptr, "a pass leaves valid SSA");
}
}  // namespace

void optimise(Program& program) {
    for (std::uint32_t i = 0; i < program.functions.size(); ++i) {
        Function& f = program.functions[i];
        check(f);
        simplify(f);
        check(f);
        if (loop_self_calls(f, i)) simplify(f);
        check(f);
        if (reuse_contexts(f)) simplify(f);
        check(f);
        if (known_types(f)) simplify(f);
        fuse_tags(f);
        simplify(f);
        sink(f);
        check(f);
    }
}

}  // namespace vial::ssa

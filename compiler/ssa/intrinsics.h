// compiler/ssa/intrinsics.h: functions of :erlang that are instructions.
// Here: what a call of a known native becomes; which natives are pure.
// Not here: the natives (vm/tables/natives.def).
// Threads: -
// Holds: only functions whose meaning the instruction has exactly, errors included.
#pragma once

#include <string_view>

#include "vm/code/bytecode.h"

namespace vial::ssa {

enum class IntrinsicKind : std::uint8_t {
    None,
    Test,     // one argument, true or false, never raises: `op` is the test
    Compare,  // two arguments; `op` is the test, `swapped` its order, `how` of Compare
    Arith,    // `op` with 1 or 2 arguments
    Not,
    Self,
    Send,
    TestFunOf,  // is_function/2
};
struct Intrinsic {
    std::string_view name;
    std::uint8_t arity = 0;
    IntrinsicKind kind = IntrinsicKind::None;
    Opcode op = Opcode::Jump;
    bool swapped = false;
    std::uint8_t how = 0;
};

// Of :erlang.name/arity, or null.
const Intrinsic* find_intrinsic(std::string_view name, std::size_t arity);

// What natives.def says of a function.
struct NativeFacts {
    bool known = false;
    std::uint16_t effects = 0;
};
NativeFacts find_native(std::string_view module, std::string_view name, std::size_t arity);

}  // namespace vial::ssa

// vm/code/opcode_shape.h: the operands of each opcode as data.
// Here: OpcodeShape, from the operand column of opcodes.def.
// Not here: the column's text (bytecode.h).
// Threads: immutable.
// Holds: a List is always the last operand of its row.
#pragma once

#include <cstdint>

#include "vm/code/bytecode.h"

namespace vial {

enum class ShapeKind : std::uint8_t {
    Destination, Source, Label, Unsigned, Lambda, Function, Import, Native, Literal, List,
};
struct OpcodeShape {
    ShapeKind kinds[8];
    std::uint8_t count;
};
const OpcodeShape& opcode_shape(Opcode opcode);
inline const OpcodeInfo& opcode_info(Opcode opcode) {
    return kOpcodes[static_cast<std::uint8_t>(opcode)];
}

// What the items of an opcode's list are, as a pattern that repeats.
struct ListPattern {
    ShapeKind kinds[8];
    std::uint8_t period;
};
const ListPattern& list_pattern(Opcode opcode);

}  // namespace vial

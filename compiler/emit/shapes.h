// compiler/emit/shapes.h: which operands of an instruction are written, which is its label.
// Here: kShapes, by opcode, read from the opcode table while compiling.
// Not here: effects (ssa/ir.h).
// Threads: compile-time data.
// Holds: covers the operands before the list; MapGetMany's list writes too (every second item).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "vm/code/bytecode.h"

namespace vial::emit {

struct Shape {
    std::uint8_t destinations = 0;  // bit for each operand
    std::int8_t label = -1;         // the operand that is a label
};

constexpr std::array<Shape, 256> make_shapes() {
    std::array<Shape, 256> shapes{};
    const auto fill = [&shapes](std::size_t number, std::string_view text) {
        std::size_t operand = 0;
        for (std::size_t at = 0; at < text.size(); ++operand) {
            while (at < text.size() && text[at] == ' ') ++at;
            if (text.substr(at, 4) == "dst ") shapes[number].destinations |= 1 << operand;
            if (text.substr(at, 6) == "label ") shapes[number].label = static_cast<std::int8_t>(operand);
            while (at < text.size() && text[at] != ',') ++at;
            ++at;
        }
    };
#define OPCODE(name, number, operands, effects, doc) fill(number, operands);
#include "vm/tables/opcodes.def"
    return shapes;
}
inline constexpr auto kShapes = make_shapes();

inline const Shape& shape_of(Opcode op) { return kShapes[static_cast<std::uint8_t>(op)]; }

// Calls fn(operand) for each register an instruction writes.
template <class F>
void each_written(const Instruction& i, F&& fn) {
    const Shape& shape = shape_of(i.opcode);
    for (std::size_t k = 0; k < i.operands.size() && k < 8; ++k) {
        if (shape.destinations >> k & 1) fn(i.operands[k]);
    }
    if (i.opcode == Opcode::MapGetMany) {
        for (std::size_t k = 4; k < i.operands.size(); k += 2) fn(i.operands[k]);
    }
}

}  // namespace vial::emit

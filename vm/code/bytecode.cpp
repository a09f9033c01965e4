// vm/code/bytecode.cpp: the facts of all opcodes, from the table.
// Here: kOpcodes; taking a row's operand text apart.
// Not here: anything that runs or checks them.
// Threads: immutable.
// Holds: a row for each number; an empty name where the table has none.
#include "vm/code/bytecode.h"

#include "vm/code/opcode_shape.h"

namespace vial {

namespace {

using namespace op_effect;

constexpr bool numbers_are_unique() {
    bool seen[256] = {};
    constexpr unsigned numbers[] = {
#define OPCODE(name, number, operands, effects, doc) number,
#include "vm/tables/opcodes.def"
    };
    for (unsigned n : numbers) {
        if (n == 0 || n > 255 || seen[n]) return false;
        seen[n] = true;
    }
    return true;
}
static_assert(numbers_are_unique(), "each opcode has a number of its own, 1..255");

constexpr ShapeKind kind_of(std::string_view word) {
    if (word == "dst") return ShapeKind::Destination;
    if (word == "src") return ShapeKind::Source;
    if (word == "label") return ShapeKind::Label;
    if (word == "u") return ShapeKind::Unsigned;
    if (word == "fun") return ShapeKind::Lambda;
    if (word == "local") return ShapeKind::Function;
    if (word == "import") return ShapeKind::Import;
    if (word == "native") return ShapeKind::Native;
    if (word == "literal") return ShapeKind::Literal;
    return ShapeKind::List;
}

constexpr OpcodeShape shape_of(std::string_view text) {
    OpcodeShape shape{};
    while (!text.empty()) {
        while (!text.empty() && (text[0] == ' ' || text[0] == ',')) text.remove_prefix(1);
        const auto end = text.find(' ');
        if (end == std::string_view::npos) break;
        shape.kinds[shape.count++] = kind_of(text.substr(0, end));
        const auto comma = text.find(',');
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma);
    }
    return shape;
}

struct Shapes {
    OpcodeShape by_number[256];
};
constexpr Shapes make_shapes() {
    Shapes shapes{};
#define OPCODE(name, number, operands, effects, doc) shapes.by_number[number] = shape_of(operands);
#include "vm/tables/opcodes.def"
    return shapes;
}
constexpr Shapes kShapes = make_shapes();

constexpr OpcodeInfo info_of(unsigned wanted) {
#define OPCODE(name, number, operands, effects, doc) \
    if (wanted == number) return {#name, operands, (effects), doc};
#include "vm/tables/opcodes.def"
    return {};
}

constexpr ListPattern kSources{{ShapeKind::Source}, 1};
constexpr ListPattern kSourcePairs{{ShapeKind::Source, ShapeKind::Source}, 2};
constexpr ListPattern kUpdates{{ShapeKind::Unsigned, ShapeKind::Source}, 2};
constexpr ListPattern kValueChoices{{ShapeKind::Source, ShapeKind::Label}, 2};
constexpr ListPattern kArityChoices{{ShapeKind::Unsigned, ShapeKind::Label}, 2};
constexpr ListPattern kLookups{{ShapeKind::Source, ShapeKind::Destination}, 2};
constexpr ListPattern kSegments{{ShapeKind::Unsigned, ShapeKind::Unsigned, ShapeKind::Unsigned,
                                 ShapeKind::Source, ShapeKind::Source},
                                5};

}  // namespace

#define ROW(n) info_of(n)
#define ROWS4(n) ROW(n), ROW(n + 1), ROW(n + 2), ROW(n + 3)
#define ROWS16(n) ROWS4(n), ROWS4(n + 4), ROWS4(n + 8), ROWS4(n + 12)
#define ROWS64(n) ROWS16(n), ROWS16(n + 16), ROWS16(n + 32), ROWS16(n + 48)
constinit const OpcodeInfo kOpcodes[256] = {ROWS64(0), ROWS64(64), ROWS64(128), ROWS64(192)};
#undef ROW
#undef ROWS4
#undef ROWS16
#undef ROWS64

const OpcodeShape& opcode_shape(Opcode opcode) {
    return kShapes.by_number[static_cast<std::uint8_t>(opcode)];
}

const ListPattern& list_pattern(Opcode opcode) {
    switch (opcode) {
        case Opcode::UpdateTuple: return kUpdates;
        case Opcode::SelectValue: return kValueChoices;
        case Opcode::SelectArity: return kArityChoices;
        case Opcode::MapNew:
        case Opcode::MapPut:
        case Opcode::MapUpdate: return kSourcePairs;
        case Opcode::MapGetMany: return kLookups;
        case Opcode::BinMake:
        case Opcode::BinAppend: return kSegments;
        default: return kSources;
    }
}

}  // namespace vial

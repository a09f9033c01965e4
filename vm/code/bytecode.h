// vm/code/bytecode.h: a module before it is loaded.
// Here: ModuleCode, what the compiler's emitter fills, the .vbc codec writes and reads, the verifier
//       checks and the loader links; Opcode and its facts from opcodes.def.
// Not here: the file format (vbc_encode.h, vbc_decode.h), loaded code (module.h).
// Threads: plain data of one owner.
// Holds: nothing in it is trusted until verify() has passed it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vm/code/known_type.h"
#include "vm/heap/term_arena.h"
#include "vm/term/term.h"

namespace vial {

enum class Opcode : std::uint8_t {
#define OPCODE(name, number, operands, effects, doc) name = number,
#include "vm/tables/opcodes.def"
};

// What an operand is. Registers, constants and indices are distinguished here, not by the opcode,
// so that one printer and one checker serve all instructions.
struct Operand {
    enum class Kind : std::uint8_t {
        X,        // value: number
        Y,        // value: slot
        Small,    // value: the integer, two's complement
        Atom,     // value: index into ModuleCode::atoms
        Nil,
        Literal,  // value: index into ModuleCode::literals (as `src` or as `literal`)
        Label,    // value: number, 0: none
        Unsigned,
        Function, // index into functions
        Lambda,   // index into lambdas
        Import,   // index into imports
        ListSize, // value: how many operands follow as the list
    };
    Kind kind;
    std::uint64_t value = 0;

    bool operator==(const Operand&) const = default;
    static Operand x(std::uint64_t n) { return {Kind::X, n}; }
    static Operand y(std::uint64_t n) { return {Kind::Y, n}; }
    static Operand small(std::int64_t v) { return {Kind::Small, static_cast<std::uint64_t>(v)}; }
    static Operand atom(std::uint64_t index) { return {Kind::Atom, index}; }
    static Operand nil() { return {Kind::Nil, 0}; }
    static Operand literal(std::uint64_t index) { return {Kind::Literal, index}; }
    static Operand label(std::uint64_t n) { return {Kind::Label, n}; }
    static Operand u(std::uint64_t n) { return {Kind::Unsigned, n}; }
};

constexpr std::uint32_t kNoIndex = 0xffffffff;

struct Instruction {
    Opcode opcode;
    std::vector<Operand> operands;          // in the table's order; a list is ListSize, then its items
    std::uint32_t descriptor = kNoIndex;    // into ModuleCode::descriptors
};

// See FrameDescriptor. `handler` is a label of the same function, 0: none.
struct CodeDescriptor {
    std::uint16_t slots = 0;
    std::vector<std::uint16_t> live_x;  // ascending
    std::vector<std::uint16_t> live_y;  // ascending
    std::uint32_t handler = 0;
    std::uint32_t line = 0;
    std::uint16_t file = 0;             // index into ModuleCode::files
    bool operator==(const CodeDescriptor&) const = default;
};

// What is claimed of registers and frame at a label. The verifier checks each claim, then believes it.
struct RegisterClaim {
    std::uint16_t number;
    KnownType type;
    bool operator==(const RegisterClaim&) const = default;
};
struct StateClaim {
    std::uint16_t slots = 0;       // of the frame; 0: none
    bool peeking = false;          // a receive looks at a message
    std::vector<RegisterClaim> x;  // ascending; what is not named is not set
    std::vector<RegisterClaim> y;
    bool operator==(const StateClaim&) const = default;
};

struct FunctionCode {
    std::uint32_t name;   // atom index
    std::uint32_t arity;
    std::uint32_t line = 0;
    std::uint16_t file = 0;
    // Free variables that a lambda's body takes as its last arguments (0 for other functions).
    std::uint32_t free = 0;
    std::vector<Instruction> instructions;                    // starts at the entry
    // Claims, which infer_claims() fills in. Functions that are called from outside take any value.
    std::vector<KnownType> arguments;   // from the first; those behind the last are of any type
    KnownType result = kAnyValue;       // not set: never returns
    std::vector<std::uint32_t> labels;  // by number: index into states; kNoIndex: never reached
};

struct LambdaCode {
    std::uint32_t function;  // index into functions; its arity = arity + free
    std::uint32_t arity;     // as the program sees it
    std::uint32_t free;
    std::uint32_t unique;    // hash of the source place, for fun identity and printing
};

struct ImportCode {
    std::uint32_t module;    // atom indices
    std::uint32_t function;
    std::uint32_t arity;
};

struct ModuleCode {
    // Texts; the loader interns them. Index 0 is the module's name.
    std::vector<std::string> atoms;
    std::vector<std::string> files;
    // Literal terms. Atoms inside them are of the VM the codec or compiler works in.
    TermArena literal_arena;
    std::vector<Term> literals;
    std::vector<ImportCode> imports;
    std::vector<FunctionCode> functions;
    std::vector<std::uint32_t> exports;     // indices into functions
    std::vector<LambdaCode> lambdas;
    std::vector<CodeDescriptor> descriptors;
    std::vector<StateClaim> states;
    // Term lists in the arena: `attributes` [{name, [values]}], `docs` as Code.fetch_docs returns it
    // (or the atom nil), `debug` what tools ask for: types and specs, [{kind, quoted form, line}].
    Term attributes = Term::nil();
    Term docs = Term::nil();
    Term debug = Term::nil();

    // For files of a script: the function to call with no arguments, or kNoIndex.
    std::uint32_t entry = kNoIndex;
};

// Facts of a row.
struct OpcodeInfo {
    std::string_view name;
    std::string_view operands;  // as in the table
    std::uint16_t effects;
    std::string_view doc;
};
namespace op_effect {
constexpr std::uint16_t Pure = 0, Call = 1, Ends = 2, Collects = 4, Raises = 8, Yields = 16;
}
constexpr bool has_descriptor(std::uint16_t effects) {
    using namespace op_effect;
    return (effects & (Call | Collects | Raises)) != 0;
}
// By opcode number; an unused number has an empty name.
extern const OpcodeInfo kOpcodes[256];

}  // namespace vial

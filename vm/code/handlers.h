// vm/code/handlers.h: what the loader needs to know of the interpreter.
// Here: the word that starts a loaded instruction, by opcode and form; how operands are written.
// Not here: the handlers (interp/).
// Threads: immutable.
// Holds: declared here, defined in interp/ (a lower room may not include an upper one).
//
// A loaded instruction: handler | operands in the table's order | FrameDescriptor*, if it has one.
// One word an operand:
//   X register   byte offset in the register file << 32 | 0x23     } kinds 8 and 9 of the immediates,
//   Y register   byte offset from sp << 32 | 0x27                  } which no value has
//   constant     the term
//   label        CodePointer, null for 0        u      the number      local  CodePointer
//   import, native   FunctionCell*              fun    FunEntry*       list   count, then its items
// The word before a function's entry is its FunctionInfo*.
#pragma once

#include "vm/code/bytecode.h"

namespace vial {

enum class LoadedOp : std::uint8_t {
#define LOADED_OP(name, doc) name,
#include "vm/code/loaded_ops.def"
    kCount
};

// A form is chosen by the kinds of the first form_operands(opcode) operands that are dst or src:
// kind of the first + 3 * the second's + 9 * the third's.
enum class FormKind : std::uint8_t { X = 0, Y = 1, Constant = 2 };
std::uint32_t form_operands(Opcode opcode);
// 0 where the interpreter has no such instruction.
Word handler_word(Opcode opcode, std::uint32_t form);
Word handler_word(LoadedOp op);
// Does `first` and then `second`, which must stand right behind it; 0 where nothing does both.
Word fused_handler_word(Opcode first, std::uint32_t first_form, Opcode second,
                        std::uint32_t second_form);

constexpr Word kOperandX = 0x23;
constexpr Word kOperandY = 0x27;
constexpr Word encode_x(Word number) { return number * 8 << 32 | kOperandX; }
constexpr Word encode_y(Word slot) { return slot * 8 << 32 | kOperandY; }
constexpr bool is_x_operand(Word w) { return (w & 0x3f) == kOperandX; }
constexpr bool is_y_operand(Word w) { return (w & 0x3f) == kOperandY; }
constexpr Word operand_offset(Word w) { return w >> 32; }

}  // namespace vial

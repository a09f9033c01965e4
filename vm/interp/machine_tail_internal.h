// vm/interp/machine_tail_internal.h: the machine as functions that call each other in tail
// position. Here: the bodies at namespace scope, tables of handlers, entering the first one. Not
// here: machine_goto_internal.h, the other way. Threads: immutable tables. Holds: included by
// interpreter.cpp only.
#pragma once

#include <iterator>
#include <utility>

namespace vial {

#include "vm/interp/ops_arith.inl"
#include "vm/interp/ops_binary.inl"
#include "vm/interp/ops_call.inl"
#include "vm/interp/ops_data.inl"
#include "vm/interp/ops_error.inl"
#include "vm/interp/ops_match.inl"
#include "vm/interp/ops_message.inl"

std::uint32_t form_operands(Opcode opcode) {
    switch (opcode) {
#define OPCODE(name, number, operands, effects, doc) \
    case Opcode::name: return Forms<Opcode::name>::kKinded;
#include "vm/tables/opcodes.def"
    }
    return 0;
}

Word handler_word(Opcode opcode, std::uint32_t form) {
    switch (opcode) {
#define OPCODE(name, number, operands, effects, doc) \
    case Opcode::name:                               \
        return reinterpret_cast<Word>(Forms<Opcode::name>::template kRows<nullptr>[form]);
#include "vm/tables/opcodes.def"
    }
    return 0;
}

Word handler_word(LoadedOp op) {
    switch (op) {
#define LOADED_OP(name, doc) \
    case LoadedOp::name: return reinterpret_cast<Word>(LoadedForm<LoadedOp::name>::kRow);
#include "vm/code/loaded_ops.def"
        case LoadedOp::kCount: break;
    }
    return 0;
}

// For each form of the second instruction the first's forms that go on with it.
template <Opcode First, Opcode Second, std::size_t... Form>
static const Handler* fused_rows(std::uint32_t second_form, std::index_sequence<Form...>) {
    static constexpr const Handler* kRows[] = {
        Forms<First>::template kRows<Forms<Second>::template kRows<nullptr>[Form]>...};
    return kRows[second_form];
}
template <Opcode Second>
constexpr std::size_t kFormCount = std::size(Forms<Second>::template kRows<nullptr>);

constexpr std::uint32_t pair_of(Opcode first, Opcode second) {
    return static_cast<std::uint32_t>(first) << 8 | static_cast<std::uint32_t>(second);
}

Word fused_handler_word(Opcode first, std::uint32_t first_form, Opcode second,
                        std::uint32_t second_form) {
    static_assert(sizeof(Opcode) == 1);
    const Handler* rows = nullptr;
    switch (pair_of(first, second)) {
#define FUSED(A, B)                                                          \
    case pair_of(Opcode::A, Opcode::B):                                      \
        rows = fused_rows<Opcode::A, Opcode::B>(                             \
            second_form, std::make_index_sequence<kFormCount<Opcode::B>>()); \
        break;
#include "vm/interp/fused_ops.def"
        default: return 0;
    }
    return reinterpret_cast<Word>(rows[first_form]);
}

static void run_machine(RunContext& c, Process& p) {
    const CodePointer pc = code_at(*p.sp);
    reinterpret_cast<Handler>(*pc)(pc, c.x, p.sp + 1, p.top, p.reductions_left, &p, &c);
}

}  // namespace vial

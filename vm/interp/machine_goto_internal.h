// vm/interp/machine_goto_internal.h: the machine as one function of labels.
// Here: the bodies inside of machine(), tables of labels, entering the first one.
// Not here: machine_tail_internal.h, the other way.
// Threads: immutable tables.
// Holds: included by interpreter.cpp only. Called with no process, machine() gives its labels.
#pragma once

namespace vial {

namespace {

struct Labels {
    const void* const* opcodes;  // by number
    const void* const* loaded;
};

// GNU's labels as values.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
const Labels* machine(RunContext* c, Process* p) {
    static const void* const opcode_labels[] = {
        nullptr,  // rows count from 1
#define OPCODE(name, number, operands, effects, doc) &&op_##name,
#include "vm/tables/opcodes.def"
    };
    static const void* const loaded_labels[] = {
#define LOADED_OP(name, doc) &&loaded_##name,
#include "vm/code/loaded_ops.def"
    };
    static const Labels labels{opcode_labels, loaded_labels};
    if (!p) return &labels;

    const Word* pc = code_at(*p->sp);
    Term* x = c->x;
    Word* sp = p->sp + 1;
    Word* top = p->top;
    std::int64_t reds = p->reductions_left;
    constexpr Kind K0 = Kind::Any, K1 = Kind::Any, K2 = Kind::Any;
    DISPATCH();

#include "vm/interp/ops_arith.inl"
#include "vm/interp/ops_binary.inl"
#include "vm/interp/ops_call.inl"
#include "vm/interp/ops_data.inl"
#include "vm/interp/ops_error.inl"
#include "vm/interp/ops_match.inl"
#include "vm/interp/ops_message.inl"
}
#pragma GCC diagnostic pop

}  // namespace

std::uint32_t form_operands(Opcode) { return 0; }

Word handler_word(Opcode opcode, std::uint32_t) {
    std::size_t row = 0;
#define OPCODE(name, number, operands, effects, doc) \
    ++row;                                           \
    if (opcode == Opcode::name)                      \
        return reinterpret_cast<Word>(machine(nullptr, nullptr)->opcodes[row]);
#include "vm/tables/opcodes.def"
    return 0;
}

Word handler_word(LoadedOp op) {
    return reinterpret_cast<Word>(machine(nullptr, nullptr)->loaded[static_cast<std::size_t>(op)]);
}

Word fused_handler_word(Opcode, std::uint32_t, Opcode, std::uint32_t) { return 0; }

static void run_machine(RunContext& c, Process& p) { machine(&c, &p); }

}  // namespace vial

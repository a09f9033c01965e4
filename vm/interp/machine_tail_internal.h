// vm/interp/machine_tail_internal.h: the machine as functions that call each other in tail position.
// Here: the bodies at namespace scope, tables of handlers, entering the first one.
// Not here: machine_goto_internal.h, the other way.
// Threads: immutable tables.
// Holds: included by interpreter.cpp only.
#pragma once

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
    case Opcode::name: return reinterpret_cast<Word>(Forms<Opcode::name>::kRows[form]);
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

static void run_machine(RunContext& c, Process& p) {
    const CodePointer pc = code_at(*p.sp);
    reinterpret_cast<Handler>(*pc)(pc, c.x, p.sp + 1, p.top, p.reductions_left, &p, &c);
}

}  // namespace vial

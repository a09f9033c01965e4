// compiler/ssa/print.cpp: SSA as text, for tests and for people who look for a bug.
// Here: print().
// Not here: bytecode listings (vm/code/disasm.h).
// Threads: -
// Holds: -
#include "compiler/ssa/ir.h"

namespace vial::ssa {
namespace {

std::string_view op_name(Opcode op) {
    switch (op) {
#define OPCODE(name, number, operands, effects, doc) \
    case Opcode::name: return #name;
#include "vm/tables/opcodes.def"
    }
    return "?";
}

std::string show(const Arg& a, const Program& program) {
    if (a.is_value()) return "v" + std::to_string(a.value);
    if (a.term.is_atom()) return ":" + std::string(program.atoms.text(a.term));
    if (a.term.is_small()) return std::to_string(a.term.small_value());
    if (a.term.is_nil()) return "[]";
    return "literal";
}

void show_instr(std::string& out, const Instr& i, const Program& program) {
    out += "    ";
    if (i.result != kNoValue) out += "v" + std::to_string(i.result) + " = ";
    out += op_name(i.op);
    if (i.index != 0) out += " #" + std::to_string(i.index);
    for (const auto& a : i.args) out += " " + show(a, program);
    for (const auto e : i.extra) out += " ." + std::to_string(e);
}

}  // namespace

std::string print(const Function& f, const Program& program) {
    std::string out = f.name + "/" + std::to_string(f.arity) + "(";
    for (const auto p : f.params) out += " v" + std::to_string(p);
    out += " )\n";
    for (const BlockId id : reverse_postorder(f)) {
        const Block& b = f.blocks[id];
        out += "  b" + std::to_string(id) + ":";
        for (const auto p : b.params) out += " v" + std::to_string(p);
        if (b.handler != kNoBlock) out += "  [handler b" + std::to_string(b.handler) + "]";
        out += "\n";
        for (const auto& i : b.instrs) {
            show_instr(out, i, program);
            out += "\n";
        }
        show_instr(out, b.last, program);
        for (const auto& e : b.succ) {
            out += " -> b" + std::to_string(e.block);
            for (const auto& a : e.args) out += " " + show(a, program);
        }
        out += "\n";
    }
    return out;
}

}  // namespace vial::ssa

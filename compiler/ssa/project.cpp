// compiler/ssa/project.cpp: parts of what was just built.
// Here: project().
// Not here: constants (fold.cpp), types (types.cpp).
// Threads: -
// Holds: the building itself goes when nothing else reads it (simplify.cpp).
#include "compiler/ssa/passes.h"

namespace vial::ssa {

namespace {

// What instruction i takes out of the value that `made` builds; no value and no term: unknown.
bool part_of(const Instr& i, const Instr& made, Arg& out) {
    if (i.op == Opcode::Element && made.op == Opcode::Tuple && i.index < made.args.size()) {
        out = made.args[i.index];
        return true;
    }
    if (made.op != Opcode::Cons || made.args.size() != 2) return false;
    if (i.op != Opcode::Head && i.op != Opcode::Tail) return false;
    out = made.args[i.op == Opcode::Head ? 0 : 1];
    return true;
}

}  // namespace

bool project(Function& f) {
    std::vector<const Instr*> made(f.value_count, nullptr);
    for (const Block& b : f.blocks) {
        for (const Instr& i : b.instrs) {
            if (!b.dead && (i.op == Opcode::Tuple || i.op == Opcode::Cons)) made[i.result] = &i;
        }
    }
    std::vector<Arg> instead(f.value_count);
    for (ValueId v = 0; v < f.value_count; ++v) instead[v] = Arg::of(v);
    bool changed = false;
    // In an order in which definitions come first, so that one look at a replacement is enough.
    for (const BlockId b : reverse_postorder(f)) {
        for (Instr& i : f.blocks[b].instrs) {
            for (Arg& a : i.args) {
                if (a.is_value()) a = instead[a.value];
            }
            const bool takes = (i.op == Opcode::Element || i.op == Opcode::Head || i.op == Opcode::Tail) && i.args[0].is_value();
            const Instr* whole = takes ? made[i.args[0].value] : nullptr;
            Arg part;
            if (!whole || !part_of(i, *whole, part)) continue;
            instead[i.result] = part.is_value() ? instead[part.value] : part;
            changed = true;
        }
    }
    if (!changed) return false;
    for (Block& b : f.blocks) {
        if (!b.dead) each_arg(b, [&](Arg& a) { if (a.is_value()) a = instead[a.value]; });
    }
    return true;
}

}  // namespace vial::ssa

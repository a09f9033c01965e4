// compiler/ssa/loops.cpp: tail calls of a function to itself as jumps.
// Here: loop_self_calls().
// Not here: loops that core has as such (lower_control.cpp); contexts in loops (reuse_contexts.cpp).
// Threads: -
// Holds: a jump back counts a reduction like the call it replaces.
#include "compiler/ssa/passes.h"

namespace vial::ssa {

bool loop_self_calls(Function& f, std::uint32_t index) {
    std::vector<BlockId> calls;
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
        const Block& block = f.blocks[b];
        if (!block.dead && block.last.op == Opcode::TailCall && block.last.index == index) {
            calls.push_back(b);
        }
    }
    if (calls.empty()) return false;
    const BlockId header = f.new_block(f.blocks[0].handler);
    Block& to = f.blocks[header];
    to.instrs = std::move(f.blocks[0].instrs);
    to.last = std::move(f.blocks[0].last);
    to.succ = std::move(f.blocks[0].succ);
    to.closed = true;
    std::vector<Arg> renamed(f.value_count);
    for (ValueId v = 0; v < renamed.size(); ++v) renamed[v] = Arg::of(v);
    std::vector<Arg> entry;
    for (const ValueId p : f.params) {
        const ValueId fresh = f.new_value();
        to.params.push_back(fresh);
        renamed[p] = Arg::of(fresh);
        entry.push_back(Arg::of(p));
    }
    for (auto& b : f.blocks) {
        if (b.dead) continue;
        each_arg(b, [&renamed](Arg& a) {
            if (a.is_value() && a.value < renamed.size()) a = renamed[a.value];
        });
    }
    f.blocks[0].instrs.clear();
    f.blocks[0].last = Instr{.op = Opcode::Jump};
    f.blocks[0].succ = {Edge{header, std::move(entry)}};
    for (BlockId b : calls) {
        if (b == 0) b = header;
        Block& block = f.blocks[b];
        block.succ = {Edge{header, std::move(block.last.args)}};
        block.last = Instr{.op = Opcode::JumpBack, .place = block.last.place};
    }
    return true;
}

}  // namespace vial::ssa

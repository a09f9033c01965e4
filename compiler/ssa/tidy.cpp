// compiler/ssa/tidy.cpp: small rewrites that depend on shapes of control flow.
// Here: sink() moves extractions to the branch that reads them; fuse_tags() joins the test of a
//       tuple's width with that of its tag.
// Not here: facts (types.cpp).
// Threads: -
// Holds: an extraction never moves over what takes the message it reads from out of the mailbox, nor
//        over a call (it would keep the whole alive for a part).
#include "compiler/ssa/dominators.h"
#include "compiler/ssa/passes.h"

namespace vial::ssa {
namespace {

bool is_extraction(Opcode op) {
    return op == Opcode::Head || op == Opcode::Tail || op == Opcode::Element;
}
bool is_barrier(const Instr& i) {
    return clobbers(i.op) || i.op == Opcode::ReceiveTake || i.op == Opcode::Send;
}

class Sink {
  public:
    explicit Sink(Function& f) : f_(f), dominators_(f), used_in_(f.value_count) {}

    void run() {
        for (const BlockId b : dominators_.order) {
            each_arg(f_.blocks[b], [&](const Arg& a) {
                if (!a.is_value()) return;
                auto& blocks = used_in_[a.value];
                if (blocks.empty() || blocks.back() != b) blocks.push_back(b);
            });
        }
        for (const BlockId b : dominators_.order) sink_from(b);
    }

  private:
    // The successor that alone leads to all uses of `v`, or kNoBlock.
    BlockId target(BlockId b, ValueId v) const {
        const auto& uses = used_in_[v];
        if (uses.empty()) return kNoBlock;
        for (const auto& e : f_.blocks[b].succ) {
            if (dominators_.preds[e.block].size() != 1 || f_.blocks[e.block].is_handler) continue;
            bool all = true;
            for (const BlockId u : uses) all = all && dominators_.dominates(e.block, u);
            if (all) return e.block;
        }
        return kNoBlock;
    }

    // Head and tail of one list are one instruction when they stay together.
    bool partner_goes_too(const Block& block, BlockId b, std::size_t i, BlockId to) const {
        const Instr& instr = block.instrs[i];
        if (instr.op == Opcode::Element) return true;
        const Opcode other = instr.op == Opcode::Head ? Opcode::Tail : Opcode::Head;
        for (const auto& p : block.instrs) {
            if (p.op == other && p.args[0] == instr.args[0]) return target(b, p.result) == to;
        }
        // The partner may be there already: it went first.
        return true;
    }

    void sink_from(BlockId b) {
        Block& block = f_.blocks[b];
        if (block.succ.size() < 2) return;
        for (std::size_t i = block.instrs.size(); i-- > 0;) {
            const Instr& instr = block.instrs[i];
            if (is_barrier(instr)) return;
            if (!is_extraction(instr.op)) continue;
            const BlockId to = target(b, instr.result);
            if (to == kNoBlock || !partner_goes_too(block, b, i, to)) continue;
            Instr moved = std::move(block.instrs[i]);
            block.instrs.erase(block.instrs.begin() + static_cast<std::ptrdiff_t>(i));
            for (const auto& a : moved.args) {
                if (a.is_value()) used_in_[a.value].push_back(to);
            }
            auto& list = f_.blocks[to].instrs;
            list.insert(list.begin(), std::move(moved));
        }
    }

    Function& f_;
    Dominators dominators_;
    std::vector<std::vector<BlockId>> used_in_;
};

}  // namespace

void sink(Function& f) { Sink(f).run(); }

void fuse_tags(Function& f) {
    const auto preds = count_preds(f);
    for (auto& b : f.blocks) {
        if (b.dead || b.last.op != Opcode::IsTupleOf) continue;
        const BlockId inside = b.succ[0].block;
        Block& next = f.blocks[inside];
        if (preds[inside] != 1 || next.last.op != Opcode::IsEqExact || next.instrs.empty()) continue;
        const Arg tag = next.last.args[1];
        if (!tag.is_constant() || !tag.term.is_atom() || !next.last.args[0].is_value()) continue;
        if (next.succ[1].block != b.succ[1].block || !(next.succ[1].args == b.succ[1].args)) continue;
        bool plain = true;
        const Instr* element = nullptr;
        for (const auto& i : next.instrs) {
            plain = plain && is_extraction(i.op);
            if (i.result == next.last.args[0].value) element = &i;
        }
        if (!plain || element == nullptr || element->op != Opcode::Element || element->index != 0) continue;
        if (!(element->args[0] == b.last.args[0])) continue;
        b.last.op = Opcode::IsTagged;
        b.last.args.push_back(tag);
        const Edge on = next.succ[0];
        next.succ = {on};
        next.last = Instr{.op = Opcode::Jump, .place = next.last.place};
    }
}

}  // namespace vial::ssa

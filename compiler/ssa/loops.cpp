// compiler/ssa/loops.cpp: tail calls of a function to itself as jumps; contexts that go round with them.
// Here: loop_self_calls(), reuse_contexts().
// Not here: loops that core has as such (lower_control.cpp), which get contexts too.
// Threads: -
// Holds: a jump back counts a reduction like the call it replaces. A loop parameter into which what is
//        left of a match is passed, and which the loop starts to match again, takes the context itself
//        instead: BinStart goes on with a context where it stands. Wherever the loop needs the
//        parameter as a value, the binary is taken from the context at the place it started from.
#include <algorithm>

#include "compiler/ssa/dominators.h"
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

namespace {

bool uses_value(const Block& b, ValueId v) {
    bool found = false;
    each_arg(const_cast<Block&>(b), [&](const Arg& a) { found = found || (a.is_value() && a.value == v); });
    return found;
}

class ReuseContext {
  public:
    ReuseContext(Function& f, BlockId header, std::size_t param)
        : f_(f), header_(header), param_(param), value_(f.blocks[header].params[param]), dominators_(f) {}

    bool run() {
        if (!find_start() || !find_rests() || !sort_uses()) return false;
        for (const BlockId t : rests_) pass_context(t);
        save_start();
        // Raises first: materialising a block moves its edges to another.
        for (const auto& [from, raise] : raises_) clone_raise(from, raise);
        for (const BlockId u : takers_) materialise(u);
        return true;
    }

  private:
    // The one place where the parameter's match starts.
    bool find_start() {
        for (const BlockId b : dominators_.order) {
            const Instr& last = f_.blocks[b].last;
            if (last.op != Opcode::BinStart || !(last.args[0] == Arg::of(value_))) continue;
            if (start_ != kNoBlock) return false;
            start_ = b;
        }
        if (start_ == kNoBlock) return false;
        matched_ = f_.blocks[start_].succ[0].block;
        missed_ = f_.blocks[start_].succ[1].block;
        context_ = f_.blocks[start_].last.result;
        return dominators_.preds[matched_].size() == 1 && matched_ != missed_;
    }

    // Jumps back that pass the rest of a match and nothing else reads that rest.
    bool find_rests() {
        std::vector<std::uint32_t> uses(f_.value_count);
        defined_.assign(f_.value_count, kNoBlock);
        for (const BlockId b : dominators_.order) {
            each_arg(f_.blocks[b], [&uses](const Arg& a) {
                if (a.is_value()) ++uses[a.value];
            });
            if (f_.blocks[b].last.result != kNoValue) defined_[f_.blocks[b].last.result] = b;
        }
        for (const BlockId t : dominators_.preds[header_]) {
            const Block& block = f_.blocks[t];
            if (block.last.op != Opcode::JumpBack) continue;
            const Arg& a = block.succ[0].args[param_];
            if (!a.is_value() || defined_[a.value] == kNoBlock || uses[a.value] != 1) continue;
            const BlockId q = defined_[a.value];
            const Block& taker = f_.blocks[q];
            if (taker.last.op != Opcode::BinRest || taker.handler != kNoBlock) continue;
            if (taker.last.args[0].value != context_) continue;
            if (dominators_.preds[taker.succ[0].block].size() != 1) continue;
            if (used_below(taker.succ[0].block, context_)) continue;
            rests_.push_back(t);
        }
        return !rests_.empty();
    }
    bool used_below(BlockId top, ValueId v) const {
        for (const BlockId b : dominators_.order) {
            if (dominators_.dominates(top, b) && uses_value(f_.blocks[b], v)) return true;
        }
        return false;
    }

    // Sorts the blocks that read the parameter; false when one can be met by a context and cannot be
    // given the binary.
    bool sort_uses() {
        const bool missed_alone = dominators_.preds[missed_].size() == 1;
        const auto plain = [&](BlockId b) { return missed_alone && dominators_.dominates(missed_, b); };
        for (const BlockId u : dominators_.order) {
            if (!uses_value(f_.blocks[u], value_)) continue;
            if (u == start_) {
                if (!only_starts(f_.blocks[u])) return false;
                continue;
            }
            if (plain(u)) continue;
            if (dominators_.dominates(matched_, u)) {
                if (used_below(u, context_) || passes_rest_below(u)) return false;
                takers_.push_back(u);
                continue;
            }
            if (f_.blocks[u].last.op != Opcode::RaiseFunction || !f_.blocks[u].instrs.empty()) return false;
            for (const BlockId p : dominators_.preds[u]) {
                if (dominators_.dominates(matched_, p)) {
                    raises_.emplace_back(p, u);
                } else if (p != start_ && !plain(p)) {
                    return false;
                }
            }
        }
        return true;
    }
    bool only_starts(const Block& b) const {
        std::uint32_t uses = 0;
        each_arg(const_cast<Block&>(b), [&](const Arg& a) { uses += a == Arg::of(value_) ? 1 : 0; });
        return uses == 1;
    }
    bool passes_rest_below(BlockId u) const {
        return std::any_of(rests_.begin(), rests_.end(),
                           [&](BlockId t) { return dominators_.dominates(u, t); });
    }

    void pass_context(BlockId t) {
        Arg& a = f_.blocks[t].succ[0].args[param_];
        Block& taker = f_.blocks[defined_[a.value]];
        a = Arg::of(context_);
        taker.last.result = kNoValue;
        if (taker.last.index > 1) {
            taker.last.op = Opcode::BinUnit;
        } else {
            taker.last = Instr{.op = Opcode::Jump, .place = taker.last.place};
            taker.succ.resize(1);
        }
    }

    void save_start() {
        if (takers_.empty() && raises_.empty()) return;
        auto& instrs = f_.blocks[matched_].instrs;
        for (const auto& i : instrs) {
            if (i.op == Opcode::BinSave && i.args[0] == Arg::of(context_)) {
                position_ = i.result;
                return;
            }
            break;
        }
        position_ = f_.new_value();
        Instr save{Opcode::BinSave, position_, 0, f_.blocks[start_].last.place, {Arg::of(context_)}, {}};
        instrs.insert(instrs.begin(), std::move(save));
    }

    // Ends block `b` by taking the binary the parameter stands for; goes on in `next`.
    Arg take_binary(BlockId b, BlockId next) {
        const core::Place place = f_.blocks[start_].last.place;
        const BlockId never = f_.new_block(f_.blocks[b].handler);
        f_.blocks[never].last = Instr{.op = Opcode::RaiseCase, .place = place, .args = {Arg::constant(Term::nil())}};
        Block& block = f_.blocks[b];
        block.instrs.push_back(
            {Opcode::BinRestore, kNoValue, 0, place, {Arg::of(context_), Arg::of(position_)}, {}});
        const ValueId binary = f_.new_value();
        block.last = Instr{Opcode::BinRest, binary, 1, place, {Arg::of(context_)}, {}};
        block.succ = {Edge{next, {}}, Edge{never, {}}};
        return Arg::of(binary);
    }

    void materialise(BlockId u) {
        const BlockId body = f_.new_block(f_.blocks[u].handler);
        Block& from = f_.blocks[u];
        Block& to = f_.blocks[body];
        to.instrs = std::move(from.instrs);
        to.last = std::move(from.last);
        to.succ = std::move(from.succ);
        from.instrs.clear();
        const Arg binary = take_binary(u, body);
        each_arg(f_.blocks[body], [&](Arg& a) {
            if (a == Arg::of(value_)) a = binary;
        });
    }

    void clone_raise(BlockId from, BlockId raise) {
        const BlockId taking = f_.new_block(f_.blocks[raise].handler);
        const BlockId copy = f_.new_block(f_.blocks[raise].handler);
        f_.blocks[copy].last = f_.blocks[raise].last;
        // What edges pass to the block of the raise, they pass to its copy.
        for (const ValueId param : f_.blocks[raise].params) {
            const ValueId own = f_.new_value();
            f_.blocks[taking].params.push_back(own);
            for (auto& a : f_.blocks[copy].last.args) {
                if (a == Arg::of(param)) a = Arg::of(own);
            }
        }
        const Arg binary = take_binary(taking, copy);
        for (auto& a : f_.blocks[copy].last.args) {
            if (a == Arg::of(value_)) a = binary;
        }
        for (auto& e : f_.blocks[from].succ) {
            if (e.block == raise) e.block = taking;
        }
    }

    Function& f_;
    BlockId header_;
    std::size_t param_;
    ValueId value_;
    Dominators dominators_;
    BlockId start_ = kNoBlock, matched_ = kNoBlock, missed_ = kNoBlock;
    ValueId context_ = kNoValue, position_ = kNoValue;
    std::vector<BlockId> defined_;
    std::vector<BlockId> rests_;
    std::vector<BlockId> takers_;
    std::vector<std::pair<BlockId, BlockId>> raises_;
};

}  // namespace

bool reuse_contexts(Function& f) {
    std::vector<BlockId> headers;
    bool matches = false;
    for (const auto& b : f.blocks) {
        if (b.dead) continue;
        matches = matches || b.last.op == Opcode::BinRest;
        if (b.last.op != Opcode::JumpBack) continue;
        const BlockId h = b.succ[0].block;
        if (std::find(headers.begin(), headers.end(), h) == headers.end()) headers.push_back(h);
    }
    if (!matches) return false;
    bool changed = false;
    for (const BlockId h : headers) {
        for (std::size_t i = 0; i < f.blocks[h].params.size(); ++i) {
            changed = ReuseContext(f, h, i).run() || changed;
        }
    }
    return changed;
}

}  // namespace vial::ssa

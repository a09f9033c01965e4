// compiler/ssa/reuse_contexts.cpp: match contexts that go round with a loop.
// Here: reuse_contexts().
// Not here: which loops there are (loops.cpp, lower_control.cpp).
// Threads: -
// Holds: a loop parameter into which what is left of a match is passed, and which the loop starts to
//        match again, takes the context itself instead: BinStart goes on with a context where it
//        stands. Wherever the parameter or the rest is needed as a value, the binary is taken from the
//        context there, at the position where it began; where the context is needed afterwards, it is
//        put back to where it stood. A jump back always leaves with the context at the rest.
#include <algorithm>

#include "compiler/ssa/dominators.h"
#include "compiler/ssa/passes.h"

namespace vial::ssa {

namespace {

std::uint32_t count_uses(const Block& b, ValueId v) {
    std::uint32_t uses = 0;
    each_arg(const_cast<Block&>(b), [&](const Arg& a) { uses += a == Arg::of(v) ? 1 : 0; });
    return uses;
}
bool uses_value(const Block& b, ValueId v) { return count_uses(b, v) != 0; }

// The first instruction that reads v; null: none does. What only passes it on does not count.
const Instr* first_reader(const Block& b, ValueId v) {
    const auto reads = [v](const Instr& i) { return std::find(i.args.begin(), i.args.end(), Arg::of(v)) != i.args.end(); };
    for (const Instr& i : b.instrs) {
        if (reads(i)) return &i;
    }
    return reads(b.last) ? &b.last : nullptr;
}

template <class T>
void add_new(std::vector<T>& list, const T& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

// What is left of a match and goes back to the loop's start.
struct Rest {
    BlockId taker;               // ends in its BinRest
    BlockId body;                // where that holds
    ValueId value;
    std::uint32_t unit;
    std::vector<BlockId> jumps;  // pass it back
    std::vector<BlockId> tops;   // above all that read it otherwise; none leads only to jumps
    ValueId position = kNoValue;
};

class ReuseContext {
  public:
    ReuseContext(Function& f, BlockId header, std::size_t param)
        : f_(f), header_(header), param_(param), value_(f.blocks[header].params[param]), dominators_(f) {}

    bool run() {
        if (!find_start() || !find_rests() || !sort_uses()) return false;
        // What is put back is decided while the function is as it was.
        for (Rest& rest : rests_) pass_context(rest);
        save_start();
        // Joins first: materialising a block moves its edges to another.
        for (const BlockId x : joins_) join(x);
        for (const BlockId u : takers_) materialise(u, value_, position_, 1, false);
        for (const Rest& rest : rests_) {
            for (const BlockId t : rest.tops) materialise(t, rest.value, rest.position, rest.unit, true);
        }
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

    bool find_rests() {
        for (const BlockId b : dominators_.order) {
            const Block& block = f_.blocks[b];
            if (block.last.op != Opcode::BinRest || block.handler != kNoBlock) continue;
            if (!(block.last.args[0] == Arg::of(context_)) || dominators_.preds[block.succ[0].block].size() != 1) continue;
            Rest rest{b, block.succ[0].block, block.last.result, block.last.index, {}, {}};
            if (find_jumps(rest) && find_tops(rest) && restores_first(rest.body)) rests_.push_back(std::move(rest));
        }
        return !rests_.empty();
    }
    bool find_jumps(Rest& rest) const {
        for (const BlockId t : dominators_.preds[header_]) {
            const Block& block = f_.blocks[t];
            if (block.last.op != Opcode::JumpBack || !(block.succ[0].args[param_] == Arg::of(rest.value))) continue;
            if (count_uses(block, rest.value) != 1) return false;
            rest.jumps.push_back(t);
        }
        return !rest.jumps.empty();
    }
    // The blocks under which the rest is needed as a value, as high as they do not lead to a jump alone.
    bool find_tops(Rest& rest) const {
        const auto leads_to_jump = [&](BlockId b) {
            return std::any_of(rest.jumps.begin(), rest.jumps.end(), [&](BlockId t) { return dominators_.dominates(b, t); });
        };
        for (const BlockId b : dominators_.order) {
            if (!uses_value(f_.blocks[b], rest.value)) continue;
            if (std::find(rest.jumps.begin(), rest.jumps.end(), b) != rest.jumps.end()) continue;
            if (leads_to_jump(b)) return false;
            BlockId top = b;
            while (!leads_to_jump(dominators_.parent[top])) top = dominators_.parent[top];
            if (!may_materialise(top)) return false;
            add_new(rest.tops, top);
        }
        return true;
    }
    bool may_materialise(BlockId b) const { return f_.blocks[b].handler == kNoBlock && !f_.blocks[b].is_handler; }

    // After the rest was taken nothing is left to read: what reads the context goes back first. Then
    // it does not matter that the rest is not taken any more.
    bool restores_first(BlockId body) const {
        std::vector<BlockId> pending{body}, seen{body};
        while (!pending.empty()) {
            const BlockId b = pending.back();
            pending.pop_back();
            if (const Instr* first = first_reader(f_.blocks[b], context_)) {
                if (first->op != Opcode::BinRestore) return false;
                continue;
            }
            each_next(b, [&](BlockId next) {
                if (std::find(seen.begin(), seen.end(), next) != seen.end()) return;
                seen.push_back(next);
                pending.push_back(next);
            });
        }
        return true;
    }
    template <class F>
    void each_next(BlockId b, F&& fn) const {
        for (const Edge& e : f_.blocks[b].succ) {
            if (e.block != header_) fn(e.block);
        }
    }

    // The context is read from block `from` on, or passed back, before the next round begins.
    bool is_needed_from(BlockId from) const {
        std::vector<BlockId> pending{from}, seen{from};
        while (!pending.empty()) {
            const BlockId b = pending.back();
            pending.pop_back();
            if (uses_value(f_.blocks[b], context_)) return true;
            each_next(b, [&](BlockId next) {
                if (std::find(seen.begin(), seen.end(), next) != seen.end()) return;
                seen.push_back(next);
                pending.push_back(next);
            });
        }
        return false;
    }

    // Sorts the blocks that read the parameter; false when one can be met by a context and cannot be
    // given the binary.
    bool sort_uses() {
        for (const BlockId u : dominators_.order) {
            if (!uses_value(f_.blocks[u], value_)) continue;
            if (u == start_) {
                if (count_uses(f_.blocks[u], value_) != 1) return false;
            } else if (dominators_.dominates(matched_, u)) {
                // Needed in each round: nothing would be won.
                if (!may_materialise(u) || leads_back_only(u)) return false;
                takers_.push_back(u);
            } else if (!missed(u) && !find_join(u)) {
                return false;
            }
        }
        return true;
    }
    // Reached only when the match did not start: the parameter is no context.
    bool missed(BlockId b) const {
        return dominators_.preds[missed_].size() == 1 && dominators_.dominates(missed_, b);
    }
    bool leads_back_only(BlockId u) const {
        for (const Rest& rest : rests_) {
            for (const BlockId t : rest.jumps) {
                if (dominators_.dominates(u, t)) return true;
            }
        }
        return false;
    }
    // The block above u that is reached with and without a match.
    bool find_join(BlockId u) {
        BlockId x = u;
        while (dominators_.parent[x] != kNoBlock && !dominators_.dominates(dominators_.parent[x], start_)) {
            x = dominators_.parent[x];
        }
        if (dominators_.dominates(x, start_) || f_.blocks[x].is_handler) return false;
        for (const BlockId p : dominators_.preds[x]) {
            const bool known = p == start_ || missed(p) || dominators_.dominates(x, p) ||
                               (dominators_.dominates(matched_, p) && f_.blocks[p].handler == kNoBlock);
            if (!known) return false;
        }
        add_new(joins_, x);
        return true;
    }

    void pass_context(Rest& rest) {
        const core::Place place = f_.blocks[rest.taker].last.place;
        rest.position = f_.new_value();
        auto& instrs = f_.blocks[rest.body].instrs;
        const bool moves = is_read_before_jump(rest);
        instrs.insert(instrs.begin(), Instr{Opcode::BinSave, rest.position, 0, place, {Arg::of(context_)}, {}});
        for (const BlockId t : rest.jumps) {
            Block& jump = f_.blocks[t];
            jump.succ[0].args[param_] = Arg::of(context_);
            if (moves) jump.instrs.push_back(restore(rest.position, place));
        }
        Block& taker = f_.blocks[rest.taker];
        taker.last.result = kNoValue;
        if (rest.unit > 1) {
            taker.last.op = Opcode::BinUnit;
        } else {
            taker.last = Instr{.op = Opcode::Jump, .place = place};
            taker.succ.resize(1);
        }
    }
    // Something between the rest and a jump that passes it moves the context.
    bool is_read_before_jump(const Rest& rest) const {
        std::vector<BlockId> pending = rest.jumps, seen = rest.jumps;
        while (!pending.empty()) {
            const BlockId b = pending.back();
            pending.pop_back();
            if (first_reader(f_.blocks[b], context_)) return true;
            if (b == rest.body) continue;
            for (const BlockId p : dominators_.preds[b]) {
                if (std::find(seen.begin(), seen.end(), p) != seen.end()) continue;
                seen.push_back(p);
                pending.push_back(p);
            }
        }
        return false;
    }

    Instr restore(ValueId position, core::Place place) const {
        return {Opcode::BinRestore, kNoValue, 0, place, {Arg::of(context_), Arg::of(position)}, {}};
    }

    void save_start() {
        if (takers_.empty() && joins_.empty()) return;
        auto& instrs = f_.blocks[matched_].instrs;
        if (!instrs.empty() && instrs[0].op == Opcode::BinSave && instrs[0].args[0] == Arg::of(context_)) {
            position_ = instrs[0].result;
            return;
        }
        position_ = f_.new_value();
        Instr save{Opcode::BinSave, position_, 0, f_.blocks[start_].last.place, {Arg::of(context_)}, {}};
        instrs.insert(instrs.begin(), std::move(save));
    }

    // Ends block `b` by taking the binary that begins at `position`; goes on in `next`.
    Arg take_binary(BlockId b, BlockId next, ValueId position, std::uint32_t unit) {
        const core::Place place = f_.blocks[start_].last.place;
        const BlockId never = f_.new_block(f_.blocks[b].handler);
        f_.blocks[never].last = Instr{.op = Opcode::RaiseCase, .place = place, .args = {Arg::constant(Term::nil())}};
        Block& block = f_.blocks[b];
        block.instrs.push_back(restore(position, place));
        const ValueId binary = f_.new_value();
        block.last = Instr{Opcode::BinRest, binary, unit, place, {Arg::of(context_)}, {}};
        block.succ = {Edge{next, {}}, Edge{never, {}}};
        return Arg::of(binary);
    }

    // Block u, and where `below` all that it dominates, reads the binary at `position` in v's place.
    void materialise(BlockId u, ValueId v, ValueId position, std::uint32_t unit, bool below) {
        const bool needed = is_needed_from(u);
        const BlockId body = f_.new_block(f_.blocks[u].handler);
        moved_to_.resize(f_.blocks.size(), kNoBlock);
        moved_to_[body] = moved_to_[u];
        moved_to_[u] = body;
        Block& from = f_.blocks[u];
        Block& to = f_.blocks[body];
        to.instrs = std::move(from.instrs);
        to.last = std::move(from.last);
        to.succ = std::move(from.succ);
        from.instrs.clear();
        ValueId stood = kNoValue;
        const core::Place place = f_.blocks[start_].last.place;
        if (needed) {
            stood = f_.new_value();
            from.instrs.push_back({Opcode::BinSave, stood, 0, place, {Arg::of(context_)}, {}});
        }
        const Arg binary = take_binary(u, body, position, unit);
        if (needed) {
            auto& instrs = f_.blocks[body].instrs;
            instrs.insert(instrs.begin(), restore(stood, place));
        }
        for (const BlockId b : dominators_.order) {
            if (b == u || (below && dominators_.dominates(u, b))) rename(b, v, binary);
        }
    }
    // In a block and where its contents went.
    void rename(BlockId b, ValueId from, Arg to) {
        for (; b != kNoBlock; b = b < moved_to_.size() ? moved_to_[b] : kNoBlock) {
            each_arg(f_.blocks[b], [&](Arg& a) {
                if (a == Arg::of(from)) a = to;
            });
        }
    }

    // What is reached with and without a match gets the parameter from who comes.
    void join(BlockId x) {
        const ValueId own = f_.new_value();
        for (const BlockId b : dominators_.order) {
            if (dominators_.dominates(x, b)) rename(b, value_, Arg::of(own));
        }
        f_.blocks[x].params.push_back(own);
        BlockId taking = kNoBlock;
        std::vector<BlockId> done;
        for (const BlockId p : dominators_.preds[x]) {
            if (std::find(done.begin(), done.end(), p) != done.end()) continue;
            done.push_back(p);
            const bool matched = dominators_.dominates(matched_, p);
            if (matched && taking == kNoBlock) taking = make_taking(x);
            for (Edge& e : f_.blocks[p].succ) {
                if (e.block != x) continue;
                if (matched) {
                    e.block = taking;
                } else {
                    e.args.push_back(Arg::of(dominators_.dominates(x, p) ? own : value_));
                }
            }
        }
    }
    // The way to x after a match: with the binary behind what the edges to x pass.
    BlockId make_taking(BlockId x) {
        const BlockId taking = f_.new_block(kNoBlock);
        std::vector<Arg> args;
        for (std::size_t i = 0; i + 1 < f_.blocks[x].params.size(); ++i) {
            f_.blocks[taking].params.push_back(f_.new_value());
            args.push_back(Arg::of(f_.blocks[taking].params.back()));
        }
        args.push_back(take_binary(taking, x, position_, 1));
        f_.blocks[taking].succ[0].args = std::move(args);
        return taking;
    }

    Function& f_;
    BlockId header_;
    std::size_t param_;
    ValueId value_;
    Dominators dominators_;
    BlockId start_ = kNoBlock, matched_ = kNoBlock, missed_ = kNoBlock;
    ValueId context_ = kNoValue, position_ = kNoValue;
    std::vector<Rest> rests_;
    std::vector<BlockId> takers_;    // read the parameter after a match
    std::vector<BlockId> joins_;     // above what reads it whether there was one or not
    std::vector<BlockId> moved_to_;  // by block: where its contents went, or kNoBlock
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

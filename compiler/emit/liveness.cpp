// compiler/emit/liveness.cpp: which values are live where.
// Here: live-in sets, deaths, values that need a Y slot.
// Not here: registers.
// Threads: -
// Holds: for each use, the blocks between it and the definition are marked, each once: linear in the
//        size of the sets that result.
#include <algorithm>

#include "compiler/emit/plan.h"

namespace vial::emit {

using ssa::kNoBlock;
using ssa::kNoValue;

namespace {

struct Use {
    ValueId value;
    BlockId block;  // live into it
    bool operator<(const Use& o) const { return value < o.value; }
};

class Liveness {
  public:
    Liveness(const Function& f, Plan& plan) : f_(f), plan_(plan), live_(f.value_count) {}

    void run() {
        find_definitions();
        for (const BlockId b : plan_.order) collect_uses(b);
        std::sort(uses_.begin(), uses_.end());
        for (const Use& u : uses_) spread(u);
        plan_.needs_y.assign(f_.value_count, false);
        plan_.low_x_taken.assign(f_.value_count, false);
        for (const BlockId b : plan_.order) scan(b);
    }

  private:
    void find_definitions() {
        defined_.assign(f_.value_count, kNoBlock);
        for (const auto p : f_.params) defined_[p] = 0;
        for (const BlockId b : plan_.order) {
            const Block& block = f_.blocks[b];
            for (const auto p : block.params) defined_[p] = b;
            for (const auto& i : block.instrs) {
                if (i.result != kNoValue) defined_[i.result] = b;
            }
            if (block.last.result != kNoValue) defined_[block.last.result] = b;
        }
    }
    void collect_uses(BlockId b) {
        const Block& block = f_.blocks[b];
        const auto use = [&](const Arg& a) {
            if (a.is_value() && defined_[a.value] != b) uses_.push_back({a.value, b});
        };
        for (const auto& i : block.instrs) {
            for (const auto& a : i.args) use(a);
        }
        for (const auto& a : block.last.args) use(a);
        for (const auto& e : block.succ) {
            for (const auto& a : e.args) use(a);
        }
    }
    void spread(const Use& u) {
        stack_.assign(1, u.block);
        while (!stack_.empty()) {
            const BlockId b = stack_.back();
            stack_.pop_back();
            auto& in = plan_.blocks[b].live_in;
            if (!in.empty() && in.back() == u.value) continue;
            in.push_back(u.value);
            for (const BlockId p : plan_.preds[b]) {
                if (defined_[u.value] != p) stack_.push_back(p);
            }
        }
    }

    void use_at(const Arg& a, std::uint32_t at, std::vector<Death>& deaths) {
        if (!a.is_value() || live_.has(a.value)) return;
        live_.add(a.value);
        deaths.push_back({at, a.value});
    }

    // Backwards through a block, with the live values at hand.
    void scan(BlockId b) {
        const Block& block = f_.blocks[b];
        const BlockId handler = ssa::active_handler(f_, b);
        auto& deaths = plan_.blocks[b].deaths;
        live_.clear();
        for (const auto& e : block.succ) {
            for (const auto v : plan_.blocks[e.block].live_in) live_.add(v);
            for (const auto& a : e.args) {
                if (a.is_value()) live_.add(a.value);
            }
        }
        if (handler != kNoBlock) {
            for (const auto v : plan_.blocks[handler].live_in) {
                plan_.needs_y[v] = true;
            }
        }
        if (block.last.result != kNoValue) live_.remove(block.last.result);
        at_effect(block.last, handler, static_cast<std::uint32_t>(block.instrs.size()), deaths);
        for (const auto& a : block.last.args) {
            if (a.is_value()) live_.add(a.value);
        }
        for (std::size_t i = block.instrs.size(); i-- > 0;) {
            const Instr& instr = block.instrs[i];
            const auto at = static_cast<std::uint32_t>(i);
            if (instr.result != kNoValue) {
                if (!live_.has(instr.result)) deaths.push_back({at, instr.result});
                live_.remove(instr.result);
            }
            at_effect(instr, handler, at, deaths);
            for (const auto& a : instr.args) use_at(a, at, deaths);
        }
        std::reverse(deaths.begin(), deaths.end());
    }

    void at_effect(const Instr& i, BlockId handler, std::uint32_t at, std::vector<Death>& deaths) {
        if (handler != kNoBlock && ssa::may_raise(i)) {
            for (const auto v : plan_.blocks[handler].live_in) use_at(Arg::of(v), at, deaths);
        }
        if (ssa::clobbers(i.op)) {
            for (const auto v : live_.items()) plan_.needs_y[v] = true;
        }
        if (i.op == Opcode::Send) {
            for (const auto v : live_.items()) plan_.low_x_taken[v] = true;
        }
    }

    const Function& f_;
    Plan& plan_;
    SparseSet live_;
    std::vector<BlockId> defined_;
    std::vector<Use> uses_;
    std::vector<BlockId> stack_;
};

}  // namespace

void plan_liveness(const Function& f, Plan& plan) {
    plan.preds.assign(f.blocks.size(), {});
    for (const BlockId b : plan.order) {
        for (const auto& e : f.blocks[b].succ) {
            auto& preds = plan.preds[e.block];
            if (preds.empty() || preds.back() != b) preds.push_back(b);
        }
        const BlockId handler = ssa::active_handler(f, b);
        if (handler != kNoBlock) plan.preds[handler].push_back(b);
    }
    Liveness(f, plan).run();
}

}  // namespace vial::emit

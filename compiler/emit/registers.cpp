// compiler/emit/registers.cpp: the register of each value.
// Here: plan_registers(): hints from calls and edges, then one walk in dominance order.
// Not here: moves that are still needed (moves.h, emit_function.cpp).
// Threads: -
// Holds: in SSA two values that live at once have one live at the other's definition, so giving each
//        value, at its definition, a place no live value has, is enough; no interference graph.
#include <algorithm>
#include <bit>

#include "compiler/emit/plan.h"

namespace vial::emit {

using ssa::kNoBlock;
using ssa::kNoValue;

namespace {

// Registers in use, with the lowest free one from a start on.
class Occupancy {
  public:
    void clear() { std::fill(used_.begin(), used_.end(), 0); }
    bool free(std::uint32_t r) const {
        return r / 64 >= used_.size() || (used_[r / 64] >> r % 64 & 1) == 0;
    }
    void take(std::uint32_t r) {
        if (r / 64 >= used_.size()) used_.resize(r / 64 + 1, 0);
        used_[r / 64] |= std::uint64_t{1} << r % 64;
    }
    void release(std::uint32_t r) {
        if (r / 64 < used_.size()) used_[r / 64] &= ~(std::uint64_t{1} << r % 64);
    }
    std::uint32_t lowest(std::uint32_t from) const {
        for (std::uint32_t word = from / 64; word < used_.size(); ++word) {
            std::uint64_t free_bits = ~used_[word];
            if (word == from / 64) free_bits &= ~std::uint64_t{0} << from % 64;
            if (free_bits != 0) return word * 64 + static_cast<std::uint32_t>(std::countr_zero(free_bits));
        }
        return std::max(from, static_cast<std::uint32_t>(used_.size() * 64));
    }

  private:
    std::vector<std::uint64_t> used_;
};

// How many argument registers an instruction sets up.
std::uint32_t argument_count(const Instr& i) {
    switch (i.op) {
        case Opcode::Call:
        case Opcode::CallExt:
        case Opcode::CallFun:
        case Opcode::Apply:
        case Opcode::TailCall:
        case Opcode::TailCallExt:
        case Opcode::TailCallFun:
        case Opcode::TailApply:
        case Opcode::Send:
        case Opcode::Return:
        case Opcode::RaiseFunction: return static_cast<std::uint32_t>(i.args.size());
        default: return 0;
    }
}

class Registers {
  public:
    Registers(const Function& f, Plan& plan) : f_(f), plan_(plan), live_(f.value_count) {}

    bool run() {
        find_hints();
        plan_.x.assign(f_.value_count, kNoRegister);
        plan_.y.assign(f_.value_count, kNoRegister);
        plan_.slots = 0;
        for (const BlockId b : plan_.order) walk(b);
        for (const ValueId v : overflow_) plan_.needs_y[v] = true;
        return overflow_.empty();
    }

  private:
    // --- hints ------------------------------------------------------------------------------------
    void find_hints() {
        hint_.assign(f_.value_count, kNoRegister);
        used_.assign(f_.value_count, false);
        passed_to_.assign(f_.value_count, kNoValue);
        next_arity_.assign(f_.blocks.size(), 0);
        for (std::size_t i = plan_.order.size(); i-- > 0;) hint_block(plan_.order[i]);
    }
    void hint_arguments(const Instr& i) {
        const std::uint32_t count = argument_count(i);
        for (std::uint32_t a = 0; a < count; ++a) {
            if (i.args[a].is_value()) hint_[i.args[a].value] = a;
        }
    }
    void hint_block(BlockId b) {
        const Block& block = f_.blocks[b];
        ssa::each_arg(const_cast<Block&>(block), [this](const Arg& a) {
            if (a.is_value()) used_[a.value] = true;
        });
        std::uint32_t arity = argument_count(block.last);
        for (std::size_t s = block.succ.size(); s-- > 0;) {
            const auto& e = block.succ[s];
            arity = std::max(arity, next_arity_[e.block]);
            const auto& params = f_.blocks[e.block].params;
            for (std::size_t i = 0; i < e.args.size(); ++i) {
                if (!e.args[i].is_value()) continue;
                passed_to_[e.args[i].value] = params[i];
                if (hint_[params[i]] != kNoRegister) hint_[e.args[i].value] = hint_[params[i]];
            }
        }
        hint_arguments(block.last);
        for (std::size_t i = block.instrs.size(); i-- > 0;) {
            hint_arguments(block.instrs[i]);
            if (const auto n = argument_count(block.instrs[i])) arity = n;
        }
        next_arity_[b] = arity;
    }

    // --- choosing ---------------------------------------------------------------------------------
    bool x_allowed(ValueId v, std::uint32_t r) const {
        return r != kNoRegister && x_.free(r) && !(plan_.low_x_taken[v] && r < 2);
    }
    std::uint32_t choose_x(ValueId v, std::uint32_t wish, std::uint32_t arity) {
        if (x_allowed(v, wish)) return wish;
        const ValueId param = passed_to_[v];
        if (param != kNoValue && x_allowed(v, plan_.x[param])) return plan_.x[param];
        if (x_allowed(v, hint_[v])) return hint_[v];
        return x_.lowest(std::max(arity, plan_.low_x_taken[v] ? 2u : 0u));
    }
    std::uint32_t choose_y(ValueId v, std::uint32_t wish) {
        if (wish != kNoRegister && y_.free(wish)) return wish;
        const ValueId param = passed_to_[v];
        if (param != kNoValue && plan_.y[param] != kNoRegister && y_.free(plan_.y[param])) {
            return plan_.y[param];
        }
        return y_.lowest(0);
    }
    void define(ValueId v, bool frame, std::uint32_t wish_x, std::uint32_t wish_y, std::uint32_t arity) {
        if (plan_.needs_y[v]) {
            plan_.y[v] = choose_y(v, wish_y);
            y_.take(plan_.y[v]);
            plan_.slots = std::max(plan_.slots, plan_.y[v] + 1);
            if (frame) return;
        }
        plan_.x[v] = choose_x(v, wish_x, arity);
        if (plan_.x[v] >= kMaxX) overflow_.push_back(v);
        x_.take(plan_.x[v]);
    }
    void release(ValueId v, bool frame) {
        if (!live_.has(v)) return;
        live_.remove(v);
        if (plan_.needs_y[v]) y_.release(plan_.y[v]);
        if (plan_.x[v] != kNoRegister && !(frame && plan_.needs_y[v])) x_.release(plan_.x[v]);
    }

    // --- the walk ---------------------------------------------------------------------------------
    void walk(BlockId b) {
        const Block& block = f_.blocks[b];
        const BlockPlan& p = plan_.blocks[b];
        current_ = b;
        frame_ = p.frame_in;
        x_.clear();
        y_.clear();
        live_.clear();
        for (const auto v : p.live_in) {
            if (plan_.needs_y[v]) y_.take(plan_.y[v]);
            if (!(frame_ && plan_.needs_y[v])) x_.take(plan_.x[v]);
            live_.add(v);
        }
        find_arities(b);
        define_params(b);
        std::size_t death = 0;
        for (std::uint32_t i = 0; i < block.instrs.size(); ++i) {
            if (i == p.allocate_at) make_frame();
            const Instr& instr = block.instrs[i];
            const std::size_t first = death;
            while (death < p.deaths.size() && p.deaths[death].at == i) ++death;
            const auto free_dead = [&](bool results) {
                for (std::size_t d = first; d < death; ++d) {
                    const ValueId v = p.deaths[d].value;
                    if ((v == instr.result) == results) release(v, frame_);
                }
            };
            free_dead(false);
            if (instr.result == kNoValue) continue;
            if (takes_list_apart(block, i)) release_with_tail(p, death, i);
            put_into_slot_of_param(b, instr.result);
            define(instr.result, frame_, wish_for(instr), kNoRegister, arity_after_[i]);
            live_.add(instr.result);
            free_dead(true);
        }
        if (p.allocate_at == block.instrs.size()) make_frame();
        if (block.last.result != kNoValue) {
            release_behind(b);
            define(block.last.result, frame_, kNoRegister, kNoRegister, arity_out_);
        }
    }

    void define_params(BlockId b) {
        const Block& block = f_.blocks[b];
        if (b == 0) {
            for (std::uint32_t i = 0; i < f_.params.size(); ++i) {
                define(f_.params[i], frame_, i, kNoRegister, static_cast<std::uint32_t>(f_.params.size()));
                live_.add(f_.params[i]);
            }
            // Nobody reads them: the places are free.
            for (const auto v : f_.params) {
                if (!used_[v]) release(v, frame_);
            }
        }
        for (std::uint32_t i = 0; i < block.params.size(); ++i) {
            std::uint32_t wish_x = block.is_handler ? i : kNoRegister;
            std::uint32_t wish_y = kNoRegister;
            if (!block.is_handler) incoming(b, i, wish_x, wish_y);
            define(block.params[i], frame_, wish_x, wish_y, next_arity_[b]);
            live_.add(block.params[i]);
        }
    }
    // Where an argument for parameter `i` already stands.
    void incoming(BlockId b, std::uint32_t i, std::uint32_t& wish_x, std::uint32_t& wish_y) const {
        for (const BlockId from : plan_.preds[b]) {
            for (const auto& e : f_.blocks[from].succ) {
                if (e.block != b || !e.args[i].is_value()) continue;
                const ValueId v = e.args[i].value;
                const bool in_y = plan_.blocks[from].frame_out && plan_.needs_y[v];
                if (in_y && plan_.y[v] != kNoRegister) wish_y = plan_.y[v];
                if (!in_y && plan_.x[v] != kNoRegister && wish_x == kNoRegister) wish_x = plan_.x[v];
            }
        }
    }
    // Head and tail of one list, emitted as one: the head may have the list's register too.
    static bool takes_list_apart(const Block& block, std::size_t i) {
        if (block.instrs[i].op != Opcode::Head || i + 1 >= block.instrs.size()) return false;
        const Instr& next = block.instrs[i + 1];
        return next.op == Opcode::Tail && next.args[0] == block.instrs[i].args[0];
    }
    void release_with_tail(const BlockPlan& p, std::size_t death, std::uint32_t i) {
        const Block& block = f_.blocks[current_];
        const Arg& list = block.instrs[i].args[0];
        // Only where the head is wanted there; else it is the tail's, that goes round loops.
        if (!list.is_value() || plan_.x[list.value] != hint_[block.instrs[i].result]) return;
        for (std::size_t d = death; d < p.deaths.size() && p.deaths[d].at == i + 1; ++d) {
            if (p.deaths[d].value == list.value) release(list.value, frame_);
        }
    }
    // What goes round a loop into a slot is computed there, when the slot is free by then.
    void put_into_slot_of_param(BlockId b, ValueId v) {
        const ValueId param = passed_to_[v];
        if (!frame_ || plan_.needs_y[v] || param == kNoValue || !plan_.needs_y[param]) return;
        if (f_.blocks[b].last.op != Opcode::JumpBack || plan_.y[param] == kNoRegister) return;
        if (y_.free(plan_.y[param])) plan_.needs_y[v] = true;
    }

    // The result of a test is known where it holds: what is not read there makes room. Steps of a
    // binary match read their context after they have written.
    void release_behind(BlockId b) {
        const Block& block = f_.blocks[b];
        const Instr& last = block.last;
        const bool keep = last.op > Opcode::BinStart && last.op <= Opcode::BinRestore;
        const auto& edge = block.succ[0];
        const auto& in = plan_.blocks[edge.block].live_in;
        const auto goes_on = [&](ValueId v) {
            if (std::binary_search(in.begin(), in.end(), v)) return true;
            const auto is = [v](const Arg& a) { return a.is_value() && a.value == v; };
            if (std::any_of(edge.args.begin(), edge.args.end(), is)) return true;
            return keep && std::any_of(last.args.begin(), last.args.end(), is);
        };
        const std::vector<ValueId> live = live_.items();
        for (const ValueId v : live) {
            if (!goes_on(v)) release(v, frame_);
        }
    }

    // From here on what needs Y stands there alone.
    void make_frame() {
        frame_ = true;
        for (const auto v : live_.items()) {
            if (plan_.needs_y[v] && plan_.x[v] != kNoRegister) x_.release(plan_.x[v]);
        }
    }

    // The result of a call is in X0: it stays there unless something else is better for it.
    std::uint32_t wish_for(const Instr& i) const {
        if (!ssa::clobbers(i.op) && i.op != Opcode::Send) return kNoRegister;
        if (hint_[i.result] != kNoRegister) return hint_[i.result];
        const ValueId param = passed_to_[i.result];
        if (param != kNoValue && plan_.x[param] != kNoRegister) return plan_.x[param];
        return 0;
    }
    // For each instruction, how many argument registers the next call after it sets up.
    void find_arities(BlockId b) {
        const Block& block = f_.blocks[b];
        arity_after_.resize(block.instrs.size());
        std::uint32_t arity = argument_count(block.last);
        for (const auto& e : block.succ) arity = std::max(arity, next_arity_[e.block]);
        arity_out_ = arity;
        for (std::size_t i = block.instrs.size(); i-- > 0;) {
            arity_after_[i] = arity;
            if (const auto n = argument_count(block.instrs[i])) arity = n;
        }
    }

    const Function& f_;
    Plan& plan_;
    Occupancy x_;
    Occupancy y_;
    std::vector<std::uint32_t> hint_;
    std::vector<ValueId> passed_to_;
    std::vector<std::uint32_t> next_arity_;
    std::vector<std::uint32_t> arity_after_;
    std::uint32_t arity_out_ = 0;
    std::vector<bool> used_;
    SparseSet live_;
    BlockId current_ = 0;
    bool frame_ = false;
    std::vector<ValueId> overflow_;  // did not fit X: slots for them in the next attempt
};

}  // namespace

bool plan_registers(const Function& f, Plan& plan) { return Registers(f, plan).run(); }

}  // namespace vial::emit

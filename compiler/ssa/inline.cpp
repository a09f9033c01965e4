// compiler/ssa/inline.cpp: small local functions where they are called.
// Here: inline_calls().
// Not here: funs that are called where they are written (expand/calls.cpp).
// Threads: -
// Holds: only what gives a value, or goes on with another call as its last act, is inlined. Where it
//        would raise, the function itself is called again with the same arguments: nothing has
//        happened yet, so it raises there, and error and stack trace are those of the call.
#include <algorithm>

#include "compiler/ssa/passes.h"

namespace vial::ssa {

namespace {

constexpr std::size_t kSmall = 14;           // instructions of what is inlined unasked
constexpr std::size_t kWanted = 80;          // of what @compile {:inline, ...} names
constexpr std::size_t kMostBlocks = 24;
constexpr std::size_t kMostGrowth = 400;     // of one caller

bool is_tail(Opcode op) {
    return op == Opcode::TailCall || op == Opcode::TailCallExt || op == Opcode::TailCallFun || op == Opcode::TailApply;
}

Opcode call_of(Opcode tail) {
    switch (tail) {
        case Opcode::TailCall: return Opcode::Call;
        case Opcode::TailCallExt: return Opcode::CallExt;
        case Opcode::TailCallFun: return Opcode::CallFun;
        default: return Opcode::Apply;
    }
}

bool is_raise(Opcode op) {
    switch (op) {
        case Opcode::RaiseMatch:
        case Opcode::RaiseCase:
        case Opcode::RaiseCond:
        case Opcode::RaiseTry:
        case Opcode::RaiseWith:
        case Opcode::RaiseFunction:
        case Opcode::RaiseBadBoolean: return true;
        default: return false;
    }
}

// Raises unless it has a place to go to, and does nothing else but give a value.
bool is_fallible(Opcode op) {
    return (op >= Opcode::Add && op <= Opcode::Native3) || op == Opcode::Not;
}

bool fits_inside(const Instr& i) {
    if (i.op == Opcode::BinSave || i.op == Opcode::BuildTrace) return false;
    return is_droppable(i.op) || is_fallible(i.op);
}

bool fits_end(const Block& b) {
    const Opcode op = b.last.op;
    return op == Opcode::Jump || op == Opcode::Return || is_tail(op) || is_raise(op) || is_test(op) || op == Opcode::MapGet ||
           op == Opcode::SelectValue || op == Opcode::SelectArity || (is_fallible(op) && b.succ.size() == 2);
}

// Instructions of a function that may be inlined; 0: it may not.
std::size_t inlined_size(const Function& f, std::uint32_t index) {
    const std::vector<BlockId> order = reverse_postorder(f);
    if (f.free != 0 || !f.blocks[0].params.empty() || order.size() > kMostBlocks) return 0;
    std::vector<std::uint32_t> place(f.blocks.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::size_t size = 1;
    bool leaves = false;
    for (const BlockId b : order) {
        const Block& block = f.blocks[b];
        if (block.is_handler || block.handler != kNoBlock || !fits_end(block)) return 0;
        if (block.last.op == Opcode::TailCall && block.last.index == index) return 0;
        if (!std::all_of(block.instrs.begin(), block.instrs.end(), fits_inside)) return 0;
        for (const Edge& e : block.succ) {
            if (place[e.block] <= place[b]) return 0;
        }
        leaves = leaves || block.last.op == Opcode::Return || is_tail(block.last.op);
        size += block.instrs.size() + (block.last.op == Opcode::Jump || is_raise(block.last.op) ? 0 : 1);
    }
    return leaves ? size : 0;
}

class Inliner {
  public:
    explicit Inliner(Function& f) : f_(f) {}

    // In place of the call that is instruction `at` of block b. The rest of b is in a new block.
    void call(BlockId b, std::size_t at, const Function& callee) {
        site_ = f_.blocks[b].instrs[at];
        handler_ = f_.blocks[b].handler;
        after_ = f_.new_block(handler_);
        Block& from = f_.blocks[b];
        Block& rest = f_.blocks[after_];
        rest.instrs.assign(std::make_move_iterator(from.instrs.begin() + static_cast<std::ptrdiff_t>(at) + 1), std::make_move_iterator(from.instrs.end()));
        rest.last = std::move(from.last);
        rest.succ = std::move(from.succ);
        rest.closed = true;
        has_result_ = site_.result != kNoValue;
        if (has_result_) rest.params = {site_.result};
        from.instrs.resize(at);
        paste(b, callee);
    }

    // In place of the call that ends block b.
    void tail_call(BlockId b, const Function& callee) {
        site_ = f_.blocks[b].last;
        handler_ = f_.blocks[b].handler;
        after_ = kNoBlock;
        paste(b, callee);
    }

  private:
    void paste(BlockId b, const Function& callee) {
        raising_ = kNoBlock;
        values_.assign(callee.value_count, Arg{});
        for (std::size_t i = 0; i < callee.params.size(); ++i) values_[callee.params[i]] = site_.args[i];
        blocks_.assign(callee.blocks.size(), kNoBlock);
        const std::vector<BlockId> order = reverse_postorder(callee);
        for (const BlockId c : order) {
            blocks_[c] = f_.new_block(kNoBlock);
            for (const ValueId p : callee.blocks[c].params) f_.blocks[blocks_[c]].params.push_back(fresh(p));
        }
        f_.blocks[b].last = Instr{.op = Opcode::Jump, .place = site_.place};
        f_.blocks[b].succ = {Edge{blocks_[0], {}}};
        for (const BlockId c : order) block(callee.blocks[c], blocks_[c]);
    }

    ValueId fresh(ValueId old) {
        const ValueId v = f_.new_value();
        values_[old] = Arg::of(v);
        return v;
    }
    Instr copy(const Instr& i) {
        Instr out = i;
        for (Arg& a : out.args) {
            if (a.is_value()) a = values_[a.value];
        }
        if (i.result != kNoValue) out.result = fresh(i.result);
        return out;
    }

    // One block of the callee; `to` goes on in new blocks after what may raise.
    void block(const Block& from, BlockId to) {
        for (const Instr& i : from.instrs) {
            Instr made = copy(i);
            if (!is_fallible(i.op)) {
                f_.blocks[to].instrs.push_back(std::move(made));
                continue;
            }
            const BlockId next = f_.new_block(kNoBlock);
            close(to, std::move(made), {Edge{next, {}}, Edge{raising(), {}}});
            to = next;
        }
        const Opcode op = from.last.op;
        if (op == Opcode::Return) {
            leave(to, copy(from.last));
        } else if (is_tail(op)) {
            leave_by_call(to, copy(from.last));
        } else if (is_raise(op)) {
            close(to, Instr{.op = Opcode::Jump}, {Edge{raising(), {}}});
        } else {
            std::vector<Edge> succ;
            Instr last = copy(from.last);
            for (const Edge& e : from.succ) {
                Edge made{blocks_[e.block], e.args};
                for (Arg& a : made.args) {
                    if (a.is_value()) a = values_[a.value];
                }
                succ.push_back(std::move(made));
            }
            close(to, std::move(last), std::move(succ));
        }
    }

    void close(BlockId b, Instr last, std::vector<Edge> succ) {
        f_.blocks[b].last = std::move(last);
        f_.blocks[b].succ = std::move(succ);
        f_.blocks[b].closed = true;
    }
    void go_on(BlockId b, Arg value) {
        Edge edge{after_, {}};
        if (has_result_) edge.args.push_back(value);
        close(b, Instr{.op = Opcode::Jump}, {std::move(edge)});
    }
    void leave(BlockId b, Instr last) {
        if (after_ == kNoBlock) return close(b, std::move(last), {});
        go_on(b, last.args[0]);
    }
    void leave_by_call(BlockId b, Instr last) {
        f_.blocks[b].handler = handler_;
        if (after_ == kNoBlock) return close(b, std::move(last), {});
        last.op = call_of(last.op);
        last.place = site_.place;
        last.result = f_.new_value();
        const Arg value = Arg::of(last.result);
        f_.blocks[b].instrs.push_back(std::move(last));
        go_on(b, value);
    }

    // Where the function itself is called, so that it raises.
    BlockId raising() {
        if (raising_ != kNoBlock) return raising_;
        raising_ = f_.new_block(handler_);
        Instr again = site_;
        if (after_ == kNoBlock) {
            close(raising_, std::move(again), {});
            return raising_;
        }
        again.result = f_.new_value();
        const Arg value = Arg::of(again.result);
        f_.blocks[raising_].instrs.push_back(std::move(again));
        go_on(raising_, value);
        return raising_;
    }

    Function& f_;
    Instr site_;
    BlockId handler_ = kNoBlock;
    BlockId after_ = kNoBlock;
    BlockId raising_ = kNoBlock;
    bool has_result_ = false;
    std::vector<Arg> values_;
    std::vector<BlockId> blocks_;
};

bool is_wanted(const Program& program, const Function& f) {
    for (const auto& [name, arity] : program.module.inline_wanted) {
        if (f.arity == arity && f.name == program.atoms.text(name)) return true;
    }
    return false;
}

}  // namespace

std::vector<Function> inlinable(const Program& program) {
    std::vector<Function> out(program.functions.size());
    for (std::uint32_t i = 0; i < program.functions.size(); ++i) {
        const std::size_t size = inlined_size(program.functions[i], i);
        if (size != 0 && size <= (is_wanted(program, program.functions[i]) ? kWanted : kSmall)) out[i] = program.functions[i];
    }
    return out;
}

bool inline_calls(Function& f, std::uint32_t index, const std::vector<Function>& callees) {
    const auto callee_of = [&](const Instr& i) -> const Function* {
        const bool local = i.op == Opcode::Call || i.op == Opcode::TailCall;
        if (!local || i.index == index || callees[i.index].blocks.empty()) return nullptr;
        return &callees[i.index];
    };
    std::size_t grown = 0;
    bool changed = false;
    std::vector<BlockId> pending;
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
        if (!f.blocks[b].dead) pending.push_back(b);
    }
    Inliner inliner(f);
    while (!pending.empty()) {
        const BlockId b = pending.back();
        pending.pop_back();
        const Block& block = f.blocks[b];
        for (std::size_t i = 0; i <= block.instrs.size() && grown < kMostGrowth; ++i) {
            const bool at_end = i == block.instrs.size();
            const Function* callee = callee_of(at_end ? block.last : block.instrs[i]);
            if (!callee) continue;
            for (const Block& c : callee->blocks) grown += c.instrs.size() + 1;
            changed = true;
            if (at_end) {
                inliner.tail_call(b, *callee);
            } else {
                const auto rest = static_cast<BlockId>(f.blocks.size());
                inliner.call(b, i, *callee);
                pending.push_back(rest);
            }
            break;
        }
    }
    return changed;
}

}  // namespace vial::ssa

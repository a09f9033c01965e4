// compiler/ssa/simplify.cpp: clean-up that other passes rely on.
// Here: simplify(): reachability, trivial parameters, threading, merging, folding, dead code.
// Not here: types (types.cpp).
// Threads: -
// Holds: every round is linear; it ends when a round changes nothing.
#include <algorithm>

#include "compiler/ssa/fold.h"
#include "compiler/ssa/passes.h"

namespace vial::ssa {
namespace {

class Simplify {
  public:
    explicit Simplify(Function& f) : f_(f) {}

    void run() {
        for (int round = 0; round < 12; ++round) {
            changed_ = false;
            drop_unreachable();
            trivial_params();
            fold_constants();
            thread_jumps();
            drop_unreachable();
            merge_chains();
            dead_code();
            if (!changed_) break;
        }
        drop_unreachable();
    }

  private:
    void drop_unreachable() {
        std::vector<bool> reached(f_.blocks.size());
        for (const BlockId b : reverse_postorder(f_)) reached[b] = true;
        for (BlockId b = 0; b < f_.blocks.size(); ++b) {
            if (reached[b] || f_.blocks[b].dead) continue;
            f_.blocks[b] = Block{};
            f_.blocks[b].dead = true;
            changed_ = true;
        }
    }

    // --- parameters -----------------------------------------------------------------------------
    Arg resolve(Arg a) {
        while (a.is_value() && replaced_[a.value].value != a.value) {
            const Arg next = replaced_[a.value];
            if (next.is_value()) replaced_[a.value] = replaced_[next.value];
            a = next;
        }
        return a;
    }
    void start_replacing() {
        replaced_.resize(f_.value_count);
        for (ValueId v = 0; v < f_.value_count; ++v) replaced_[v] = Arg::of(v);
    }
    void replace_all() {
        for (auto& b : f_.blocks) {
            if (!b.dead) each_arg(b, [this](Arg& a) { a = resolve(a); });
        }
    }

    // A parameter that gets one and the same argument from everywhere is that argument.
    void trivial_params() {
        start_replacing();
        std::vector<std::vector<const Edge*>> into(f_.blocks.size());
        for (const auto& b : f_.blocks) {
            for (const auto& e : b.succ) into[e.block].push_back(&e);
        }
        bool any = false;
        for (bool again = true; again;) {
            again = false;
            for (BlockId b = 0; b < f_.blocks.size(); ++b) {
                Block& block = f_.blocks[b];
                if (block.dead || block.is_handler || into[b].empty()) continue;
                for (std::size_t i = 0; i < block.params.size(); ++i) {
                    const ValueId p = block.params[i];
                    if (!(replaced_[p] == Arg::of(p))) continue;
                    Arg only = Arg::of(p);
                    bool one = true;
                    for (const Edge* e : into[b]) {
                        const Arg a = resolve(e->args[i]);
                        if (a == Arg::of(p) || a == only) continue;
                        one = one && only == Arg::of(p);
                        only = a;
                    }
                    if (!one || only == Arg::of(p)) continue;
                    replaced_[p] = only;
                    again = any = true;
                }
            }
        }
        if (!any) return;
        changed_ = true;
        drop_params([this](ValueId p) { return !(replaced_[p] == Arg::of(p)); });
        replace_all();
    }

    template <class F>
    void drop_params(F&& drop) {
        std::vector<std::vector<bool>> gone(f_.blocks.size());
        for (BlockId b = 0; b < f_.blocks.size(); ++b) {
            auto& block = f_.blocks[b];
            if (block.dead || block.is_handler || block.params.empty()) continue;
            auto& marks = gone[b];
            marks.resize(block.params.size());
            bool any = false;
            for (std::size_t i = 0; i < marks.size(); ++i) any |= marks[i] = drop(block.params[i]);
            if (!any) {
                marks.clear();
                continue;
            }
            erase_marked(block.params, marks);
            changed_ = true;
        }
        for (auto& block : f_.blocks) {
            for (auto& e : block.succ) {
                if (!gone[e.block].empty()) erase_marked(e.args, gone[e.block]);
            }
        }
    }
    template <class T>
    static void erase_marked(std::vector<T>& list, const std::vector<bool>& marks) {
        std::size_t to = 0;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (!marks[i]) list[to++] = list[i];
        }
        list.resize(to);
    }

    // --- folding --------------------------------------------------------------------------------
    void fold_constants() {
        start_replacing();
        compares_.assign(f_.value_count, nullptr);
        bool any = false;
        for (auto& b : f_.blocks) {
            for (auto& i : b.instrs) {
                const auto folded = fold(i);
                if (!folded) {
                    if (i.op == Opcode::Compare) compares_[i.result] = &i;
                    continue;
                }
                replaced_[i.result] = *folded;
                i.op = Opcode::Self;  // has no effect: dead code from here on
                i.args.clear();
                any = true;
            }
        }
        for (auto& b : f_.blocks) {
            if (!b.dead) fold_end(b, any);
        }
        if (!any) return;
        changed_ = true;
        replace_all();
    }

    void fold_end(Block& b, bool& any) {
        fuse_compare(b);
        auto taken = fold_branch(b.last);
        if (is_test(b.last.op) && b.succ.size() == 2 && b.succ[0].block == b.succ[1].block &&
            b.succ[0].args == b.succ[1].args) {
            taken = 0;
        }
        if (taken) {
            const Edge edge = b.succ[*taken];
            b.succ = {edge};
            b.last = Instr{.op = Opcode::Jump, .place = b.last.place};
            changed_ = true;
            return;
        }
        // What could fail and does not: its value is known.
        if (b.last.result == kNoValue || b.succ.size() != 2) return;
        Instr plain = b.last;
        if (const auto folded = fold(plain)) {
            replaced_[b.last.result] = *folded;
            b.succ.resize(1);
            b.last = Instr{.op = Opcode::Jump, .place = plain.place};
            any = true;
        }
    }

    // A test whether the result of a comparison is true (or false) is the comparison.
    void fuse_compare(Block& b) {
        if (b.last.op != Opcode::IsEqExact || !b.last.args[0].is_value()) return;
        const bool yes = b.last.args[1].is(atoms_true());
        if (!yes && !b.last.args[1].is(atoms_false())) return;
        const Instr* compare = compares_[b.last.args[0].value];
        if (compare == nullptr) return;
        constexpr Opcode kTests[] = {Opcode::IsEqExact, Opcode::IsNeExact, Opcode::IsEq, Opcode::IsNe,
                                     Opcode::IsLt,      Opcode::IsGe,      Opcode::IsLt, Opcode::IsGe};
        b.last.op = kTests[compare->index];
        b.last.args = compare->args;
        if (compare->index >= 6) std::swap(b.last.args[0], b.last.args[1]);
        if (!yes) std::swap(b.succ[0], b.succ[1]);
        changed_ = true;
    }

    // --- control flow -----------------------------------------------------------------------------
    // An edge to a block that does nothing but go on, goes on itself.
    void thread_jumps() {
        std::vector<std::uint32_t> uses(f_.value_count);
        for (auto& b : f_.blocks) {
            if (b.dead) continue;
            each_arg(b, [&uses](const Arg& a) {
                if (a.is_value()) ++uses[a.value];
            });
        }
        for (auto& b : f_.blocks) {
            if (b.dead) continue;
            for (auto& e : b.succ) {
                for (int hops = 0; hops < 8 && thread_edge(e, uses); ++hops) changed_ = true;
            }
        }
    }

    bool thread_edge(Edge& e, const std::vector<std::uint32_t>& uses) {
        const Block& to = f_.blocks[e.block];
        if (!to.instrs.empty() || to.is_handler) return false;
        const Edge* next = nullptr;
        if (to.last.op == Opcode::Jump) {
            next = &to.succ[0];
            if (next->block == e.block) return false;
        } else if (!to.params.empty() && !to.succ.empty()) {
            Instr last = to.last;
            for (auto& a : last.args) a = substitute(a, to, e);
            const auto taken = fold_branch(last);
            if (!taken || last.result != kNoValue) return false;
            next = &to.succ[*taken];
        }
        if (next == nullptr || !params_stay_inside(to, uses)) return false;
        Edge out{next->block, next->args};
        for (auto& a : out.args) a = substitute(a, to, e);
        e = std::move(out);
        return true;
    }
    static Arg substitute(const Arg& a, const Block& to, const Edge& e) {
        if (!a.is_value()) return a;
        for (std::size_t i = 0; i < to.params.size(); ++i) {
            if (to.params[i] == a.value) return e.args[i];
        }
        return a;
    }
    // Nothing after the block reads its parameters, so that it may be gone round.
    static bool params_stay_inside(const Block& to, const std::vector<std::uint32_t>& uses) {
        for (const ValueId p : to.params) {
            std::uint32_t inside = 0;
            each_arg(const_cast<Block&>(to), [&](const Arg& a) { inside += a.value == p ? 1 : 0; });
            if (inside != uses[p]) return false;
        }
        return true;
    }

    // A block that only one jump reaches goes on in the block that jumps.
    void merge_chains() {
        const auto preds = count_preds(f_);
        for (auto& b : f_.blocks) {
            if (b.dead) continue;
            while (b.last.op == Opcode::Jump) {
                const BlockId to = b.succ[0].block;
                Block& next = f_.blocks[to];
                if (preds[to] != 1 || to == 0 || next.is_handler || &next == &b) break;
                if (!next.params.empty() || next.handler != b.handler) break;
                std::move(next.instrs.begin(), next.instrs.end(), std::back_inserter(b.instrs));
                b.last = std::move(next.last);
                b.succ = std::move(next.succ);
                next = Block{};
                next.dead = true;
                changed_ = true;
            }
        }
    }

    void dead_code() {
        std::vector<std::uint32_t> uses(f_.value_count);
        for (auto& b : f_.blocks) {
            if (b.dead) continue;
            each_arg(b, [&uses](const Arg& a) {
                if (a.is_value()) ++uses[a.value];
            });
        }
        for (auto& b : f_.blocks) {
            if (b.dead) continue;
            if (b.last.op == Opcode::MapGet && uses[b.last.result] == 0) {
                b.last.op = Opcode::MapHas;
                b.last.result = kNoValue;
                changed_ = true;
            }
            auto keep = b.instrs.size();
            for (std::size_t i = b.instrs.size(); i-- > 0;) {
                Instr& instr = b.instrs[i];
                if (instr.result != kNoValue && uses[instr.result] == 0 && is_droppable(instr.op)) {
                    for (const auto& a : instr.args) {
                        if (a.is_value()) --uses[a.value];
                    }
                    changed_ = true;
                    continue;
                }
                if (--keep != i) b.instrs[keep] = std::move(instr);
            }
            b.instrs.erase(b.instrs.begin(), b.instrs.begin() + static_cast<std::ptrdiff_t>(keep));
        }
        drop_params([&uses](ValueId p) { return uses[p] == 0; });
    }

    Function& f_;
    std::vector<Arg> replaced_;
    std::vector<const Instr*> compares_;
    bool changed_ = false;
};

}  // namespace

std::vector<std::uint32_t> count_preds(const Function& f) {
    std::vector<std::uint32_t> preds(f.blocks.size());
    for (const auto& b : f.blocks) {
        if (b.dead) continue;
        for (const auto& e : b.succ) ++preds[e.block];
        if (b.handler != kNoBlock) ++preds[b.handler];
    }
    return preds;
}

void simplify(Function& f) { Simplify(f).run(); }

}  // namespace vial::ssa

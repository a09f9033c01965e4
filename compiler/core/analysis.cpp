// compiler/core/analysis.cpp: one walk over a function of core.
// Here: analyse().
// Not here: lowering.
// Threads: -
// Holds: the walk visits what binds before what reads, in the order of evaluation.
#include "compiler/core/analysis.h"

#include <algorithm>
#include <unordered_set>

#include "vm/base/assert.h"

namespace vial::core {
namespace {

// Where an expression stands. Loops around it are a chain of frames; those with a depth of at least
// `tail_from` would be left by a value that the expression gives.
struct Context {
    std::uint32_t scope;
    std::int32_t frame;
    std::uint32_t tail_from;
    std::uint32_t depth;
};

struct Item {
    const Expr* expr = nullptr;
    const Pattern* pattern = nullptr;
    Context at;
};

struct LoopFrame {
    std::uint32_t number;
    std::uint32_t loop;  // index
    std::int32_t parent;
    std::uint32_t depth;
};

class Walk {
  public:
    explicit Walk(const Function& f) : function_(f), bound_in_(f.var_count, 0) {}

    Analysis run() {
        out_.scopes.emplace_back();
        clauses(function_.clauses, {0, -1, 0, 0}, true);
        flush();
        while (!stack_.empty()) {
            const Item item = stack_.back();
            stack_.pop_back();
            out_.depth = std::max(out_.depth, item.at.depth);
            if (item.expr != nullptr) {
                visit(*item.expr, item.at);
            } else {
                visit(*item.pattern, item.at);
            }
            flush();
        }
        lift();
        close_free();
        return std::move(out_);
    }

  private:
    void push(const Expr* e, Context at) {
        if (e != nullptr) children_.push_back({e, nullptr, at});
    }
    void push(const Pattern* p, Context at) {
        if (p != nullptr) children_.push_back({nullptr, p, at});
    }
    void flush() {
        stack_.insert(stack_.end(), children_.rbegin(), children_.rend());
        children_.clear();
    }
    // A place whose value is not that of the surrounding loops.
    Context inner(Context at) const {
        at.tail_from = at.frame < 0 ? 0 : frames_[at.frame].depth + 1;
        ++at.depth;
        return at;
    }

    void clauses(const std::vector<Clause>& list, Context at, bool tail) {
        const Context in = inner(at);
        Context body = tail ? at : in;
        body.depth = in.depth;
        for (const auto& c : list) {
            for (const Pattern* p : c.patterns) push(p, in);
            for (const Expr* g : c.guards) push(g, in);
            push(c.body, body);
        }
    }

    void bind(VarId v, std::uint32_t scope) {
        if (v == kNoVar) return;
        if (v >= bound_in_.size()) bound_in_.resize(v + 1, 0);
        bound_in_[v] = scope;
    }
    void use(VarId v, std::uint32_t scope) {
        const std::uint32_t home = v < bound_in_.size() ? bound_in_[v] : 0;
        for (; scope != home && scope != 0; scope = out_.scopes[scope].parent) add_free(scope, v);
    }
    bool add_free(std::uint32_t scope, VarId v) {
        if (!free_.insert(std::uint64_t{scope} << 32 | v).second) return false;
        out_.scopes[scope].free.push_back(v);
        return true;
    }

    void visit(const Pattern& p, Context at) {
        const Context in = inner(at);
        if (p.kind == PatternKind::Var || p.kind == PatternKind::Alias) bind(p.var, at.scope);
        push(p.expr, in);
        for (const Expr* k : p.keys) push(k, in);
        for (const Pattern* c : p.children) push(c, p.kind == PatternKind::Cons ? at : in);
        for (const auto& s : p.segments) {
            push(s.spec.size, in);
            push(s.value, in);
        }
    }

    void visit(const Expr& e, Context at) {
        const Context in = inner(at);
        switch (e.kind) {
            case ExprKind::Var: use(e.var, at.scope); return;
            case ExprKind::Fn: closure(e, in); return;
            case ExprKind::Loop: loop(e, at); return;
            case ExprKind::LoopCall: loop_call(e, at); break;
            case ExprKind::Try: try_expr(e, at); return;
            case ExprKind::Case:
                for (const Expr* a : e.args) push(a, in);
                clauses(e.clauses, at, true);
                return;
            case ExprKind::Receive:
                receive(e, at);
                return;
            case ExprKind::Sequence:
            case ExprKind::AndAlso:
            case ExprKind::OrElse:
                last_is_tail(e, at);
                return;
            default: break;
        }
        for (std::size_t i = 0; i < e.args.size(); ++i) {
            Context child = in;
            if (e.kind == ExprKind::Cons && i == 1) child.depth = at.depth;
            push(e.args[i], child);
        }
        push(e.pattern, in);
        for (const auto& s : e.segments) {
            push(s.spec.size, in);
            push(s.value, in);
        }
    }

    void last_is_tail(const Expr& e, Context at) {
        for (std::size_t i = 0; i < e.args.size(); ++i) {
            Context child = inner(at);
            if (i + 1 == e.args.size()) child.tail_from = at.tail_from;
            push(e.args[i], child);
        }
    }

    void receive(const Expr& e, Context at) {
        const Context in = inner(at);
        if (!e.args.empty()) push(e.args[0], in);
        clauses(e.clauses, at, true);
        if (e.args.size() > 1) {
            Context after = in;
            after.tail_from = at.tail_from;
            push(e.args[1], after);
        }
    }

    void try_expr(const Expr& e, Context at) {
        const TryParts& t = *e.try_parts;
        push(t.body, inner(at));
        clauses(t.otherwise, at, t.after == nullptr);
        clauses(t.handlers, at, t.after == nullptr);
        push(t.after, inner(at));
    }

    std::uint32_t new_scope(const Expr& e, std::uint32_t parent) {
        out_.scopes.emplace_back();
        out_.scopes.back().parent = parent;
        const auto id = static_cast<std::uint32_t>(out_.scopes.size() - 1);
        out_.scope_of[&e] = id;
        return id;
    }

    void closure(const Expr& e, Context in) {
        in.scope = new_scope(e, in.scope);
        clauses(e.clauses, in, false);
    }

    void loop(const Expr& e, Context at) {
        const LoopParts& parts = *e.loop_parts;
        const std::uint32_t scope = new_scope(e, at.scope);
        const auto index = static_cast<std::uint32_t>(out_.loops.size());
        out_.loops.push_back({scope, at.scope, false});
        out_.loop_of[&e] = index;
        const std::uint32_t depth = at.frame < 0 ? 1 : frames_[at.frame].depth + 1;
        frames_.push_back({parts.loop, index, at.frame, depth});
        Context inside = at;
        inside.frame = static_cast<std::int32_t>(frames_.size() - 1);
        // With no loop around, tail_from 0 would also do: depths start at 1.
        inside.tail_from = std::min(at.tail_from, depth);
        ++inside.depth;
        push(parts.in, inside);
        inside.scope = scope;
        for (const VarId v : parts.parameters) bind(v, scope);
        clauses(parts.clauses, inside, true);
    }

    void loop_call(const Expr& e, Context at) {
        std::int32_t frame = at.frame;
        while (frame >= 0 && frames_[frame].number != e.loop) frame = frames_[frame].parent;
        VIAL_ASSERT(frame >= 0, "a loop is called from inside it");
        const std::uint32_t index = frames_[frame].loop;
        out_.loop_of[&e] = index;
        auto& info = out_.loops[index];
        if (frames_[frame].depth < at.tail_from) info.lifted = true;
        for (std::uint32_t s = at.scope; s != info.home && s != 0; s = out_.scopes[s].parent) {
            if (s == info.scope) continue;
            auto& calls = out_.scopes[s].calls;
            if (std::find(calls.begin(), calls.end(), index) == calls.end()) calls.push_back(index);
        }
    }

    // What a lifted loop calls outside itself cannot be a jump.
    void lift() {
        for (bool changed = true; changed;) {
            changed = false;
            for (const LoopInfo& info : out_.loops) {
                if (!info.lifted) continue;
                for (const auto callee : out_.scopes[info.scope].calls) {
                    bool& lifted = out_.loops[callee].lifted;
                    changed = changed || !lifted;
                    lifted = true;
                }
            }
        }
    }

    void close_free() {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::uint32_t s = 1; s < out_.scopes.size(); ++s) {
                for (const auto callee : out_.scopes[s].calls) {
                    const LoopInfo& info = out_.loops[callee];
                    if (!info.lifted || info.scope == s) continue;
                    const auto wanted = out_.scopes[info.scope].free;
                    for (const VarId v : wanted) changed = add_free(s, v) || changed;
                }
            }
        }
    }

    const Function& function_;
    Analysis out_;
    std::vector<std::uint32_t> bound_in_;
    std::vector<LoopFrame> frames_;
    std::vector<Item> stack_;
    std::vector<Item> children_;
    std::unordered_set<std::uint64_t> free_;
};

}  // namespace

Analysis analyse(const Function& function) { return Walk(function).run(); }

}  // namespace vial::core

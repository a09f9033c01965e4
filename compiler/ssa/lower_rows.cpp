// compiler/ssa/lower_rows.cpp: what is still to be shown before a clause applies.
// Here: the goals of a row: added with what follows at once, found, taken away; a row's bindings.
// Not here: states and their order (lower_match.cpp), tests (lower_pattern.cpp, lower_segment.cpp).
// Threads: -
// Holds: what constants decide is decided here, and no test is made for it. Literal lists and tuples
//        become patterns of their parts, so that rows share the tests of both.
#include "compiler/ssa/lower_internal.h"

namespace vial::ssa {

using core::Pattern;
using core::PatternKind;

static bool is_pattern_of(const Goal& g, const Arg& subject) {
    return g.kind == Goal::Kind::Pattern && g.subject == subject;
}

int find_goal(const Row& row, const Arg& subject) {
    for (std::size_t i = 0; i < row.goals.size(); ++i) {
        if (is_pattern_of(row.goals[i], subject)) return static_cast<int>(i);
    }
    return -1;
}

void erase_goal(Row& row, std::size_t at) { row.goals.erase(row.goals.begin() + at); }

const Arg* bound(const Row& row, core::VarId v) {
    for (const auto& [var, arg] : row.bindings) {
        if (var == v) return &arg;
    }
    return nullptr;
}

const Pattern* Lowerer::literal_pattern(Term t) {
    const auto [at, fresh] = literal_patterns_.try_emplace(t.word(), nullptr);
    if (!fresh) return at->second;
    const auto literal = [this](Term part) {
        auto& p = made_patterns_.emplace_back();
        p.kind = PatternKind::Literal;
        p.literal = part;
        return &p;
    };
    std::vector<Pattern*> children;
    if (t.is_cons()) {
        children = {literal(t.head()), literal(t.tail())};
    } else {
        for (const Term e : tuple_elements(t)) children.push_back(literal(e));
    }
    auto& p = made_patterns_.emplace_back();
    p.kind = t.is_cons() ? PatternKind::Cons : PatternKind::Tuple;
    p.children = std::move(children);
    literal_patterns_[t.word()] = &p;
    return &p;
}

// Adds what is still to be shown for `goal`; false when it cannot hold.
bool Lowerer::add_goal(Row& row, Goal goal) {
    std::vector<Goal> work{goal};
    const auto push = [&work](const Arg& subject, const Pattern* p) {
        Goal g;
        g.subject = subject;
        g.pattern = p;
        work.push_back(g);
    };
    while (!work.empty()) {
        Goal g = work.back();
        work.pop_back();
        if (g.kind != Goal::Kind::Pattern) {
            row.goals.push_back(g);
            continue;
        }
        const Pattern* p = g.pattern;
        if (p->kind == PatternKind::Any) continue;
        if (p->kind == PatternKind::Var || p->kind == PatternKind::Alias) {
            const Arg* before = p->var == core::kNoVar ? nullptr : bound(row, p->var);
            for (std::size_t i = p->children.size(); i-- > 0;) push(g.subject, p->children[i]);
            if (before == nullptr) {
                if (p->var != core::kNoVar) row.bindings.emplace_back(p->var, g.subject);
            } else if (!(*before == g.subject)) {
                g.kind = Goal::Kind::Same;
                g.other = *before;
                row.goals.push_back(g);
            }
            continue;
        }
        if (p->kind == PatternKind::Literal && (p->literal.is_cons() || is_tuple(p->literal))) {
            p = g.pattern = literal_pattern(p->literal);
        }
        if (!g.subject.is_constant()) {
            row.goals.push_back(g);
            continue;
        }
        const Term t = g.subject.term;
        switch (p->kind) {
            case PatternKind::Literal:
                if (is_plain(t) || is_plain(p->literal)) {
                    if (!(t == p->literal)) return false;
                    continue;
                }
                break;
            case PatternKind::Cons:
                if (!t.is_cons()) return false;
                push(Arg::constant(t.tail()), p->children[1]);
                push(Arg::constant(t.head()), p->children[0]);
                continue;
            case PatternKind::Tuple: {
                if (!is_tuple(t) || tuple_arity(t) != p->children.size()) return false;
                const auto elements = tuple_elements(t);
                for (std::size_t i = elements.size(); i-- > 0;) {
                    push(Arg::constant(elements[i]), p->children[i]);
                }
                continue;
            }
            case PatternKind::Map:
                if (!is_map(t)) return false;
                break;
            case PatternKind::Binary:
                if (!is_bitstring(t)) return false;
                break;
            default: break;
        }
        row.goals.push_back(g);
    }
    return true;
}

void Lowerer::use_bindings(const Row& row) {
    for (const auto& [var, arg] : row.bindings) set(var, arg);
}

}  // namespace vial::ssa

// compiler/expand/build.cpp: small pieces of core.
// Here: literals, sequences, lists, tuples, calls; new variables; places.
// Not here: what quoted form they come from.
// Threads: as the session.
// Holds: what is constant becomes a literal here, so that quoted code of constants costs nothing.
#include "compiler/expand/expander.h"

namespace vial::expand {

Place Expander::place(Term meta) {
    Place at = here();
    const Term kept = ast::get(meta, atoms::keep);
    if (kept != kNoTerm && ast::is_pair(kept) && ast::second(kept).is_small()) {
        at.line = static_cast<std::uint32_t>(ast::second(kept).small_value());
        if (is_bitstring(ast::first(kept))) at.file = file_index(ast::bytes(ast::first(kept)));
        return at;
    }
    if (const auto line = ast::line(meta)) {
        at.line = line;
        at.column = static_cast<std::uint16_t>(std::min(ast::column(meta), 0xffffu));
    }
    return at;
}

std::uint16_t Expander::file_index(std::string_view name) {
    for (std::size_t i = 0; i < m.files.size(); ++i) {
        if (m.files[i] == name) return static_cast<std::uint16_t>(i);
    }
    m.files.emplace_back(name);
    return static_cast<std::uint16_t>(m.files.size() - 1);
}

void Expander::set_file() {
    file_index_ = file_index(s.shown_file(env.file));
}

Expr* Expander::literal(Term t, Place at) {
    return literal_raw(t.is_immediate() ? t : m.arena->copy(t), at);
}

Expr* Expander::literal_raw(Term t, Place at) {
    Expr* e = m.expr(ExprKind::Literal, at);
    e->literal = t;
    return e;
}

Expr* Expander::var(VarId id, Place at) {
    Expr* e = m.expr(ExprKind::Var, at);
    e->var = id;
    return e;
}

Expr* Expander::sequence(Exprs exprs, Place at) {
    if (exprs.empty()) return literal_raw(atoms::nil_, at);
    if (exprs.size() == 1) return exprs[0];
    Expr* e = m.expr(ExprKind::Sequence, at);
    e->args = std::move(exprs);
    return e;
}

Expr* Expander::cons(Expr* head, Expr* tail, Place at) {
    if (head->kind == ExprKind::Literal && tail->kind == ExprKind::Literal) {
        return literal_raw(m.arena->cons(head->literal, tail->literal), at);
    }
    Expr* e = m.expr(ExprKind::Cons, at);
    e->args = {head, tail};
    return e;
}

Expr* Expander::list_of(std::span<Expr* const> elements, Expr* tail, Place at) {
    Expr* list = tail ? tail : literal_raw(Term::nil(), at);
    for (std::size_t i = elements.size(); i-- > 0;) list = cons(elements[i], list, at);
    return list;
}

Expr* Expander::tuple_of(Exprs elements, Place at) {
    Terms constant;
    for (Expr* e : elements) {
        if (e->kind != ExprKind::Literal) break;
        constant.push_back(e->literal);
    }
    if (constant.size() == elements.size()) return literal_raw(m.arena->tuple(constant), at);
    Expr* e = m.expr(ExprKind::Tuple, at);
    e->args = std::move(elements);
    return e;
}

Expr* Expander::call_remote(Term module, Term function, Exprs args, Place at) {
    Expr* e = m.expr(ExprKind::RemoteCall, at);
    e->args = {literal_raw(module, at), literal_raw(function, at)};
    e->args.insert(e->args.end(), args.begin(), args.end());
    return e;
}

Expr* Expander::erlang(std::string_view function, Exprs args, Place at) {
    return call_remote(atoms::erlang, s.atom(function), std::move(args), at);
}

Expr* Expander::match_expr(Pattern* p, Expr* value, Place at) {
    Expr* e = m.expr(ExprKind::Match, at);
    e->failure = core::Failure::Match;
    e->pattern = p;
    e->args = {value};
    return e;
}

Expr* Expander::case_expr(Expr* subject, Clauses clauses, Place at) {
    Expr* e = m.expr(ExprKind::Case, at);
    e->args = {subject};
    e->clauses = std::move(clauses);
    return e;
}

Clause Expander::clause(Patterns patterns, Expr* body, Place at) {
    Clause c;
    c.patterns = std::move(patterns);
    c.body = body;
    c.place = at;
    return c;
}

Pattern* Expander::pattern_literal(Term t, Place at) {
    Pattern* p = m.pattern(PatternKind::Literal, at);
    p->literal = t.is_immediate() ? t : m.arena->copy(t);
    return p;
}

Pattern* Expander::pattern_of_var(VarId id, Place at) {
    Pattern* p = m.pattern(PatternKind::Var, at);
    p->var = id;
    return p;
}

VarId Expander::fresh(Place at) {
    return vars.add(VarFacts{.key = {atoms::underscore, atoms::nil_}, .place = at, .used = true, .silent = true});
}

VarId Expander::bind(VarKey key, Place at, bool silent) {
    const bool above = prematch ? scope.find(key) != nullptr : false;
    const VarId id = vars.add(VarFacts{.key = key, .place = at, .silent = silent, .same_above = above});
    scope.read = s.node(VarNode{key, id, scope.read});
    if (scope.writing) scope.write = s.node(VarNode{key, id, scope.write});
    return id;
}

// The counter of the macro expansion that made a variable tells it from its namesakes.
VarKey Expander::var_key(Term q) {
    const Term counter = ast::get(ast::meta(q), atoms::counter);
    return {ast::name(q), counter == kNoTerm ? ast::args(q) : counter};
}

}  // namespace vial::expand

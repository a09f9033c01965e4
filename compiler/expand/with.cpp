// compiler/expand/with.cpp: with and its else.
// Here: the chain of clauses made into nested cases; else as one join point for all that fail.
// Not here: clauses in general (clauses.cpp).
// Threads: as the session.
// Holds: the else clauses see nothing that the chain has bound.
#include <algorithm>

#include "compiler/expand/expander.h"

namespace vial::expand {

// Arguments of a form whose last ones are keyword lists: `form a, b, into: c do ... end`.
FormArgs split_options(TermArena& arena, Term args) {
    FormArgs out;
    out.items = ast::to_vector(args);
    const auto is_options = [](Term t) { return t.is_nil() || ast::is_keyword(t); };
    if (out.items.empty() || !is_options(out.items.back())) return out;
    out.options = out.items.back();
    out.items.pop_back();
    if (!out.items.empty() && out.items.back().is_cons() && is_options(out.items.back())) {
        Terms joined = ast::to_vector(out.items.back());
        for (Term t : ast::List(out.options)) joined.push_back(t);
        out.options = arena.list(joined);
        out.items.pop_back();
    }
    return out;
}

Task<Expr*> Expander::expand_with(Term q) {
    const Term meta = ast::meta(q);
    const Place at = place(meta);
    FormArgs form = split_options(s.arena, ast::args(q));
    if (ast::get(form.options, atoms::do_) == kNoTerm) co_return co_await fail(meta, "missing :do option in \"with\"");
    for (Term t : ast::List(form.options)) {
        if (ast::first(t) != atoms::do_ && ast::first(t) != atoms::else_) {
            co_return co_await fail(meta, "unexpected option " + show_atom(ast::first(t)) + " in \"with\"");
        }
    }
    const Term otherwise = ast::get(form.options, atoms::else_);
    const Scope before = scope;
    const Env outer = env;
    scope.writing = false;
    scope.write = nullptr;

    struct Step {
        Expr* value;
        Clause head;  // no patterns: a plain expression
        Place at;
    };
    std::vector<Step> steps;
    for (Term item : form.items) {
        Step step{nullptr, {}, at};
        if (ast::is_call_of(item, atoms::op_left_arrow, 2)) {
            step.at = place(ast::meta(item));
            step.value = co_await expand(ast::nth(ast::args(item), 1));
            Term left = s.arena.list({ast::args(item).head()});
            step.head = co_await clause_head(left, ast::meta(item));
            step.head.generated = true;
        } else {
            step.value = co_await expand(item);
        }
        steps.push_back(std::move(step));
    }
    const bool fails = std::any_of(steps.begin(), steps.end(), [](const Step& step) {
        if (step.head.patterns.empty()) return false;
        const PatternKind kind = step.head.patterns[0]->kind;
        return !step.head.guards.empty() || (kind != PatternKind::Any && kind != PatternKind::Var);
    });
    if (otherwise != kNoTerm && !fails && !ast::flag(meta, atoms::generated)) {
        warn(meta, diag::Kind::UnreachableClause, "\"else\" clauses will never match because all patterns in \"with\" will always match", "else");
    }
    Expr* result = co_await expand(ast::get(form.options, atoms::do_));
    scope = before;
    env = outer;

    const std::uint32_t loop = vars.loops++;
    for (std::size_t i = steps.size(); i-- > 0;) {
        Step& step = steps[i];
        if (step.head.patterns.empty()) {
            Exprs both{step.value, result};
            result = sequence(std::move(both), step.at);
            continue;
        }
        step.head.body = result;
        const VarId failed = fresh(step.at);
        Expr* leave = var(failed, step.at);
        if (otherwise != kNoTerm) {
            leave = m.expr(ExprKind::LoopCall, step.at);
            leave->loop = loop;
            leave->args = {var(failed, step.at)};
        }
        Clause rest = clause({pattern_of_var(failed, step.at)}, leave, step.at);
        rest.generated = true;
        Clauses clauses;
        clauses.push_back(std::move(step.head));
        clauses.push_back(std::move(rest));
        result = case_expr(step.value, std::move(clauses), step.at);
        result->failure = core::Failure::With;
    }
    if (otherwise == kNoTerm) co_return result;

    Expr* join = m.expr(ExprKind::Loop, at);
    join->loop_parts = std::make_unique<core::LoopParts>();
    join->loop_parts->loop = loop;
    const VarId failed = fresh(at);
    join->loop_parts->parameters = {failed};
    join->loop_parts->clauses = co_await match_clauses(otherwise, ClauseRules{"with", "else", 1}, meta);
    Expr* none = m.expr(ExprKind::Case, at);
    none->failure = core::Failure::With;
    none->args = {var(failed, at)};
    Clause last = clause({pattern_any(at)}, none, at);
    last.generated = true;
    join->loop_parts->clauses.push_back(std::move(last));
    join->loop_parts->in = result;
    co_return join;
}

}  // namespace vial::expand

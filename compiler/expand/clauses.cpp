// compiler/expand/clauses.cpp: forms made of `pattern when guard -> body`.
// Here: clauses, guards, case, cond, receive, fn.
// Not here: with (with.cpp), try (try.cpp), for (comprehension.cpp), definitions (definition.cpp).
// Threads: as the session.
// Holds: what a clause binds is gone after it.
#include "compiler/expand/expander.h"
#include "compiler/expand/module_warnings.h"

namespace vial::expand {

Task<Expr*> Expander::expand_guard(Term q) {
    const Context outer = env.context;
    env.context = Context::Guard;
    Expr* e = co_await expand(q);
    env.context = outer;
    co_return e;
}

Task<Exprs> Expander::expand_guards(Term guard) {
    Exprs out;
    while (ast::is_call_of(guard, atoms::when_, 2)) {
        out.push_back(co_await expand_guard(ast::args(guard).head()));
        guard = ast::nth(ast::args(guard), 1);
    }
    out.push_back(co_await expand_guard(guard));
    co_return out;
}

void Expander::tag_guards(Exprs& guards, Place at) {
    for (VarId tag : std::exchange(struct_tags, {})) {
        const auto is_atom = [&] {
            Exprs test{var(tag, at)};
            return erlang("is_atom", std::move(test), at);
        };
        if (guards.empty()) {
            guards.push_back(is_atom());
            continue;
        }
        for (Expr*& guard : guards) {
            Expr* both = m.expr(ExprKind::AndAlso, at);
            both->args = {is_atom(), guard};
            guard = both;
        }
    }
}

// The match binds; a clause that only tests says whether the tags are atoms.
Expr* Expander::match_tagged(Pattern* p, Expr* value, Place at) {
    const VarId matched = fresh(at);
    Clause tested = clause({pattern_any(at)}, var(matched, at), at);
    tag_guards(tested.guards, at);
    tested.generated = true;
    Clauses clauses;
    clauses.push_back(std::move(tested));
    Expr* test = case_expr(var(matched, at), std::move(clauses), at);
    test->failure = core::Failure::Match;
    test->generated = true;
    Exprs steps{match_expr(pattern_of_var(matched, at), value, at), match_expr(p, var(matched, at), at), test};
    return sequence(std::move(steps), at);
}

// `args` as they stand left of an arrow: the last one may carry the guard.
Task<Clause> Expander::clause_head(Term args, Term meta) {
    Clause c;
    c.place = place(meta);
    c.generated = ast::flag(meta, atoms::generated);
    Term guard = kNoTerm;
    if (args.is_cons() && args.tail().is_nil() && ast::is_named(args.head(), atoms::when_) && ast::args(args.head()).is_cons()) {
        Terms all = ast::to_vector(ast::args(args.head()));
        guard = all.back();
        all.pop_back();
        args = s.arena.list(all);
    }
    struct_tags.clear();
    c.patterns = co_await expand_patterns(args);
    if (guard != kNoTerm) c.guards = co_await expand_guards(guard);
    tag_guards(c.guards, c.place);
    co_return c;
}

Task<Clause> Expander::match_clause(Term arrow, ClauseRules rules) {
    const Scope before = scope;
    const Env outer = env;
    scope.writing = false;
    scope.write = nullptr;
    const Term args = ast::args(arrow).head();
    Clause c = co_await clause_head(args, ast::meta(arrow));
    if (rules.arity != kAnyArity && c.patterns.size() != rules.arity) {
        co_return co_await fail(ast::meta(arrow), "expected one argument for :" + std::string(rules.option) + " clauses (->) in \"" + std::string(rules.construct) + "\"");
    }
    if (const auto line = ast::line(ast::meta(arrow))) env.line = line;
    const Term body = ast::nth(ast::args(arrow), 1);
    c.body = co_await expand_or_report(body);
    scope = before;
    env = outer;
    co_return c;
}

Task<Clauses> Expander::match_clauses(Term list, ClauseRules rules, Term meta) {
    Clauses out;
    bool good = list.is_cons();
    for (Term arrow : ast::List(list)) good = good && ast::is_call_of(arrow, atoms::op_arrow, 2);
    if (!good) {
        co_return co_await fail(meta, "expected -> clauses for :" + std::string(rules.option) + " in \"" + std::string(rules.construct) + "\"");
    }
    for (Term arrow : ast::List(list)) out.push_back(co_await match_clause(arrow, rules));
    if (!ast::flag(meta, atoms::generated)) warn_unreachable(*this, out, "");
    co_return out;
}

// Checks the keyword blocks of a form: each of `allowed` at most once, nothing else.
Task<bool> Expander::check_blocks(Term meta, Term blocks, std::string_view construct, std::initializer_list<Term> allowed, Term required) {
    if (!blocks.is_list() || (blocks.is_cons() && !ast::is_keyword(blocks))) {
        co_return co_await fail(meta, "invalid arguments for \"" + std::string(construct) + "\"");
    }
    Terms seen;
    for (Term block : ast::List(blocks)) {
        const Term key = ast::first(block);
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
            co_return co_await fail(meta, "duplicate " + show_atom(key) + " clauses given for \"" + std::string(construct) + "\"");
        }
        if (std::find(allowed.begin(), allowed.end(), key) == allowed.end()) {
            co_return co_await fail(meta, "unexpected option " + show_atom(key) + " in \"" + std::string(construct) + "\"");
        }
        seen.push_back(key);
    }
    if (required != kNoTerm && ast::get(blocks, required) == kNoTerm) {
        co_return co_await fail(meta, "missing " + show_atom(required) + " option in \"" + std::string(construct) + "\"");
    }
    co_return true;
}

Task<Expr*> Expander::expand_case(Term q) {
    const Term meta = ast::meta(q);
    const Term blocks = ast::nth(ast::args(q), 1);
    Expr* subject = co_await expand(ast::args(q).head());
    co_await check_blocks(meta, blocks, "case", kOnlyDo, atoms::do_);
    Clauses clauses = co_await match_clauses(ast::get(blocks, atoms::do_), ClauseRules{"case", "do", 1}, meta);
    Expr* e = case_expr(subject, std::move(clauses), place(meta));
    e->generated = ast::flag(meta, atoms::generated);
    co_return e;
}

namespace {
bool truthy_literal(const Expr* e) {
    return e->kind == ExprKind::Literal && e->literal != atoms::nil_ && e->literal != atoms::false_;
}
}  // namespace

// Two ways by the truth of `subject`: nil and false go to `no`.
Expr* Expander::truth(Expr* subject, Expr* yes, Expr* no, Place at) {
    const VarId id = fresh(at);
    Clause falsy = clause({pattern_of_var(id, at)}, no, at);
    for (const Term t : {atoms::false_, atoms::nil_}) {
        Exprs both{var(id, at), literal_raw(t, at)};
        falsy.guards.push_back(call_remote(atoms::erlang, atoms::op_exact_eq, std::move(both), at));
    }
    falsy.generated = true;
    Clause rest = clause({pattern_any(at)}, yes, at);
    rest.generated = true;
    Clauses clauses;
    clauses.push_back(std::move(falsy));
    clauses.push_back(std::move(rest));
    Expr* e = case_expr(subject, std::move(clauses), at);
    e->generated = true;
    return e;
}

Task<Expr*> Expander::expand_cond(Term q) {
    const Term meta = ast::meta(q);
    const Term blocks = ast::args(q).head();
    co_await check_blocks(meta, blocks, "cond", kOnlyDo, atoms::do_);
    const Term list = ast::get(blocks, atoms::do_);
    struct Arm {
        Expr* test;
        Expr* body;
        Place at;
    };
    std::vector<Arm> arms;
    bool good = list.is_cons();
    for (Term arrow : ast::List(list)) good = good && ast::is_call_of(arrow, atoms::op_arrow, 2);
    if (!good) co_return co_await fail(meta, "expected -> clauses for :do in \"cond\"");
    for (Term arrow : ast::List(list)) {
        const Term args = ast::args(arrow).head();
        if (ast::length(args) != 1u || ast::is_named(args.head(), atoms::when_)) {
            co_return co_await fail(ast::meta(arrow), "expected one argument for :do clauses (->) in \"cond\"");
        }
        const Scope before = scope;
        const Env outer = env;
        scope.writing = false;
        scope.write = nullptr;
        Arm arm{nullptr, nullptr, place(ast::meta(arrow))};
        env.line = arm.at.line;
        if (ast::is_var(args.head()) && ast::name(args.head()) == atoms::underscore) {
            co_return co_await fail(ast::meta(arrow), "invalid use of _ inside \"cond\". If you want the last clause to always match, you probably meant to use: true ->");
        }
        arm.test = co_await expand(args.head());
        arm.body = co_await expand(ast::nth(ast::args(arrow), 1));
        scope = before;
        env = outer;
        arms.push_back(arm);
    }
    const Place at = place(meta);
    Expr* otherwise = m.expr(ExprKind::Case, at);
    otherwise->failure = core::Failure::Cond;
    otherwise->args = {literal_raw(atoms::nil_, at)};
    for (std::size_t i = arms.size(); i-- > 0;) {
        otherwise = truthy_literal(arms[i].test) ? arms[i].body : truth(arms[i].test, arms[i].body, otherwise, arms[i].at);
    }
    co_return otherwise;
}

Task<Expr*> Expander::expand_receive(Term q) {
    const Term meta = ast::meta(q);
    const Term blocks = ast::args(q).head();
    co_await check_blocks(meta, blocks, "receive", kDoAfter, kNoTerm);
    const Term body = ast::get(blocks, atoms::do_);
    const Term after = ast::get(blocks, atoms::after_);
    if (body == kNoTerm && after == kNoTerm) co_return co_await fail(meta, "missing :do/:after option in \"receive\"");
    Expr* e = m.expr(ExprKind::Receive, place(meta));
    const bool empty = body == kNoTerm || ast::is_call_of(body, atoms::q_block, 0);
    if (!empty) e->clauses = co_await match_clauses(body, ClauseRules{"receive", "do", 1}, meta);
    if (after != kNoTerm) {
        if (ast::length(after) != 1u || !ast::is_call_of(after.head(), atoms::op_arrow, 2)) {
            co_return co_await fail(meta, "expected a single -> clause for :after in \"receive\"");
        }
        const Term arrow = after.head();
        if (ast::length(ast::args(arrow).head()) != 1u) {
            co_return co_await fail(meta, "expected one argument for :after clauses (->) in \"receive\"");
        }
        const Scope before = scope;
        const Env outer = env;
        scope.writing = false;
        scope.write = nullptr;
        Expr* timeout = co_await expand(ast::args(arrow).head().head());
        Expr* then = co_await expand(ast::nth(ast::args(arrow), 1));
        scope = before;
        env = outer;
        e->args = {timeout, then};
    }
    co_return e;
}

Task<Expr*> Expander::expand_fn(Term q) {
    const Term meta = ast::meta(q);
    const Term list = ast::args(q);
    bool good = list.is_cons();
    for (Term arrow : ast::List(list)) good = good && ast::is_call_of(arrow, atoms::op_arrow, 2);
    if (!good) co_return co_await fail(meta, "expected -> clauses in \"fn\"");
    Expr* e = m.expr(ExprKind::Fn, place(meta));
    const std::uint32_t captures = open_captures;
    for (Term arrow : ast::List(list)) {
        for (Term arg : ast::List(ast::args(arrow).head())) {
            if (ast::is_call_of(arg, atoms::op_default, 2)) {
                co_return co_await fail(meta, "anonymous functions cannot have optional arguments");
            }
        }
        Clause c = co_await match_clause(arrow, ClauseRules{"fn", "fn", kAnyArity});
        if (!e->clauses.empty() && e->clauses[0].patterns.size() != c.patterns.size()) {
            co_return co_await fail(meta, "cannot mix clauses with different arities in anonymous functions");
        }
        e->clauses.push_back(std::move(c));
    }
    open_captures = captures;
    if (!ast::flag(meta, atoms::generated)) warn_unreachable(*this, e->clauses, "");
    e->arity = static_cast<std::uint32_t>(e->clauses[0].patterns.size());
    co_return e;
}

}  // namespace vial::expand

// compiler/expand/try.cpp: try with rescue, catch, else and after.
// Here: rescue and catch made into clauses over class, reason and trace.
// Not here: Exception.normalize (stdlib), which turns a machine's reason into an exception.
// Threads: as the session.
// Holds: an error that no clause takes goes on as it was raised.
#include "compiler/expand/expander.h"

namespace vial::expand {

namespace {

// Reasons of the machine's errors and the exceptions they stand for. arity 0: the atom itself.
struct MachineError {
    std::string_view exception, reason;
    int low, high;  // sizes of the tuple
};
constexpr MachineError kMachineErrors[] = {
    {"Elixir.UndefinedFunctionError", "undef", 0, 0},
    {"Elixir.FunctionClauseError", "function_clause", 0, 0},
    {"Elixir.SystemLimitError", "system_limit", 0, 0},
    {"Elixir.ArithmeticError", "badarith", 0, 0},
    {"Elixir.CondClauseError", "cond_clause", 0, 0},
    {"Elixir.ArgumentError", "badarg", 0, 2},
    {"Elixir.BadArityError", "badarity", 2, 2},
    {"Elixir.BadFunctionError", "badfun", 2, 2},
    {"Elixir.MatchError", "badmatch", 2, 2},
    {"Elixir.CaseClauseError", "case_clause", 2, 2},
    {"Elixir.WithClauseError", "with_clause", 2, 2},
    {"Elixir.WithClauseError", "else_clause", 2, 2},
    {"Elixir.TryClauseError", "try_clause", 2, 2},
    {"Elixir.BadStructError", "badstruct", 3, 3},
    {"Elixir.BadMapError", "badmap", 2, 2},
    {"Elixir.BadBooleanError", "badbool", 3, 3},
    {"Elixir.KeyError", "badkey", 2, 3},
};

}  // namespace

// Guards that tell whether the reason in `reason` is an exception of `module`.
void Expander::rescue_guards(Exprs& guards, Term module, VarId reason, Place at) {
    const auto reason_var = [&] { return var(reason, at); };
    const auto equal = [&](Expr* a, Expr* b2) {
        Exprs both{a, b2};
        return call_remote(atoms::erlang, atoms::op_exact_eq, std::move(both), at);
    };
    const auto both = [&](Expr* a, Expr* b2) {
        Expr* e = m.expr(ExprKind::AndAlso, at);
        e->args = {a, b2};
        return e;
    };
    const auto field = [&](Term key) {
        Exprs args{literal_raw(key, at), reason_var()};
        return call_remote(atoms::erlang, atoms::map_get, std::move(args), at);
    };
    const std::string_view name = s.text(module);
    guards.push_back(both(equal(field(atoms::struct_), literal_raw(module, at)),
                          equal(field(atoms::exception), literal_raw(atoms::true_, at))));
    for (const MachineError& row : kMachineErrors) {
        if (row.exception != name) continue;
        Expr* atom = literal_raw(s.atom(row.reason), at);
        if (row.low == 0) guards.push_back(equal(reason_var(), atom));
        for (int size = std::max(row.low, 2); size <= row.high; ++size) {
            Exprs sized{reason_var()};
            Exprs first{literal_raw(Term::small(1), at), reason_var()};
            guards.push_back(both(equal(erlang("tuple_size", std::move(sized), at), literal_raw(Term::small(size), at)),
                                  equal(erlang("element", std::move(first), at), atom)));
        }
    }
    if (name == "Elixir.ErlangError") {
        // Whatever is no exception of the language.
        Exprs one{reason_var()};
        Exprs key{literal_raw(atoms::exception, at), reason_var()};
        Exprs negated{both(call_remote(atoms::erlang, atoms::is_map, std::move(one), at),
                           call_remote(atoms::erlang, atoms::is_map_key, std::move(key), at))};
        guards.push_back(call_remote(atoms::erlang, atoms::not_, std::move(negated), at));
    }
}

// One clause of rescue: `name`, `name in modules`, or modules alone.
Task<Clause> Expander::rescue_clause(Term arrow) {
    const Term meta = ast::meta(arrow);
    const Place at = place(meta);
    const Term args = ast::args(arrow).head();
    if (ast::length(args) != 1u) {
        co_return co_await fail(meta, "expected one argument for :rescue clauses (->) in \"try\"");
    }
    Term pattern_q = args.head();
    Term name = kNoTerm;
    Term modules_q = kNoTerm;
    if (ast::is_var(pattern_q) && ast::name(pattern_q) != atoms::q_module) {
        name = pattern_q;
    } else if (ast::is_call_of(pattern_q, atoms::in_, 2)) {
        name = ast::args(pattern_q).head();
        modules_q = ast::nth(ast::args(pattern_q), 1);
    } else {
        modules_q = pattern_q;
    }
    Terms modules;
    bool any = modules_q == kNoTerm;
    bool good = name == kNoTerm || ast::is_var(name);
    if (!any && good) {
        Term got = modules_q;
        if (!got.is_list()) got = co_await partial_expand(got);
        if (ast::is_var(got) && ast::name(got) == atoms::underscore) {
            any = true;
        } else if (got.is_atom()) {
            modules.push_back(got);
        } else {
            Expr* e = nullptr;
            if (got.is_list()) {
                e = co_await expand_list(got, meta);
            } else {
                e = co_await expand(got);
            }
            good = e->kind == ExprKind::Literal && e->literal.is_cons();
            for (Term t : ast::List(good ? e->literal : Term::nil())) {
                good = good && t.is_atom();
                modules.push_back(t);
            }
        }
    }
    if (!good) {
        co_return co_await fail(meta, "invalid \"rescue\" clause. The clause should match on an alias, a variable or be in the \"var in [alias]\" format");
    }
    const Scope before = scope;
    const Env outer = env;
    scope.writing = false;
    scope.write = nullptr;
    Clause c;
    c.place = at;
    c.generated = true;
    const VarId reason = fresh(at);
    c.patterns = {pattern_literal(atoms::error, at), pattern_of_var(reason, at), pattern_any(at)};
    if (!any) {
        for (Term module : modules) rescue_guards(c.guards, module, reason, at);
    }
    Expr* bound = nullptr;
    if (name != kNoTerm && ast::name(name) != atoms::underscore) {
        Pattern* p = co_await expand_pattern(name);
        Exprs given{var(reason, at), m.expr(ExprKind::Trace, at)};
        bound = match_expr(p, call_remote(atoms::E_Exception, atoms::rescued, std::move(given), at), at);
    }
    if (at.line) env.line = at.line;
    Expr* body = co_await expand(ast::nth(ast::args(arrow), 1));
    Exprs all;
    if (bound) all.push_back(bound);
    all.push_back(body);
    c.body = sequence(std::move(all), at);
    scope = before;
    env = outer;
    co_return c;
}

Task<Clause> Expander::catch_clause(Term arrow) {
    const Term meta = ast::meta(arrow);
    const Place at = place(meta);
    const Scope before = scope;
    const Env outer = env;
    scope.writing = false;
    scope.write = nullptr;
    Clause c = co_await clause_head(ast::args(arrow).head(), meta);
    if (c.patterns.size() == 1) c.patterns.insert(c.patterns.begin(), pattern_literal(atoms::throw_, at));
    if (c.patterns.size() != 2) {
        co_return co_await fail(meta, "expected one or two args for :catch clauses (->) in \"try\"");
    }
    c.patterns.push_back(pattern_any(at));
    if (at.line) env.line = at.line;
    c.body = co_await expand(ast::nth(ast::args(arrow), 1));
    c.generated = true;
    scope = before;
    env = outer;
    co_return c;
}

Task<Expr*> Expander::expand_try(Term q) {
    const Term meta = ast::meta(q);
    const Term blocks = ast::args(q).head();
    co_await check_blocks(meta, blocks, "try", kTryBlocks, kNoTerm);
    const Term body = ast::get(blocks, atoms::do_);
    if (body == kNoTerm) co_return co_await fail(meta, "missing :do option in \"try\"");
    const Term rescue = ast::get(blocks, atoms::rescue_);
    const Term catches = ast::get(blocks, atoms::catch_);
    const Term after = ast::get(blocks, atoms::after_);
    const Term otherwise = ast::get(blocks, atoms::else_);
    const bool only_else = rescue == kNoTerm && catches == kNoTerm && after == kNoTerm && otherwise != kNoTerm;
    if (only_else) warn(meta, diag::Kind::CompileWarning, "\"else\" shouldn't be used as the only clause in \"try\", use \"case\" instead", "else");
    bool caught = false;
    for (Term block : ast::List(blocks)) {
        caught = caught || ast::first(block) == atoms::catch_;
        if (caught && ast::first(block) == atoms::rescue_) warn(meta, diag::Kind::CompileWarning, "\"catch\" should always come after \"rescue\" in try", "catch");
    }
    if (rescue == kNoTerm && catches == kNoTerm && after == kNoTerm && !only_else) {
        co_return co_await fail(meta, "missing :catch/:rescue/:after option in \"try\"");
    }
    for (const Term name : {atoms::rescue_, atoms::catch_, atoms::else_}) {
        const Term list = ast::get(blocks, name);
        if (list == kNoTerm) continue;
        bool good = list.is_cons();
        for (Term arrow : ast::List(list)) good = good && ast::is_call_of(arrow, atoms::op_arrow, 2);
        if (!good) co_return co_await fail(meta, "expected -> clauses for " + show_atom(name) + " in \"try\"");
    }
    Expr* e = m.expr(ExprKind::Try, place(meta));
    e->try_parts = std::make_unique<core::TryParts>();
    const Scope before = scope;
    scope.writing = false;
    scope.write = nullptr;
    e->try_parts->body = co_await expand_scoped(body);
    const bool trace = stacktrace_allowed;
    stacktrace_allowed = true;
    for (Term arrow : ast::List(rescue == kNoTerm ? Term::nil() : rescue)) {
        e->try_parts->handlers.push_back(co_await rescue_clause(arrow));
    }
    for (Term arrow : ast::List(catches == kNoTerm ? Term::nil() : catches)) {
        e->try_parts->handlers.push_back(co_await catch_clause(arrow));
    }
    stacktrace_allowed = trace;
    if (otherwise != kNoTerm) {
        e->try_parts->otherwise = co_await match_clauses(otherwise, ClauseRules{"try", "else", 1}, meta);
    }
    if (after != kNoTerm) e->try_parts->after = co_await expand_scoped(after);
    scope = before;
    co_return e;
}

}  // namespace vial::expand

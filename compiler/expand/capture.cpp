// compiler/expand/capture.cpp: the capture operator.
// Here: &fun/arity, &Mod.fun/arity, &(...&1...).
// Not here: fn (clauses.cpp).
// Threads: as the session.
// Holds: a call of nothing but &1, &2, ... in order is the function itself, not a new one.
#include "compiler/expand/expander.h"
#include "compiler/expand/module_builder.h"
#include "compiler/expand/rewrites.h"
#include "compiler/expand/transform.h"

namespace vial::expand {

namespace {

std::optional<std::int64_t> placeholder(Term q) {
    if (!ast::is_call_of(q, atoms::op_capture, 1) || !ast::args(q).head().is_small()) return std::nullopt;
    return ast::args(q).head().small_value();
}

// &1, &2, ... in order and nothing else.
bool sequential(Term args) {
    std::int64_t next = 1;
    for (Term t : ast::List(args)) {
        if (placeholder(t) != next++) return false;
    }
    return next > 1;
}

constexpr std::string_view kForms =
    "invalid args for &, expected one of:\n\n"
    "  * &Mod.fun/arity to capture a remote function, such as &Enum.map/2\n"
    "  * &fun/arity to capture a local or imported function, such as &is_atom/1\n"
    "  * &some_code(&1, ...) containing at least one argument as &1, such as &List.flatten(&1)\n\nGot: ";

}  // namespace

// The function behind a name, or a fn around a macro.
Task<Expr*> Expander::capture_call(Term meta, Term call, std::uint32_t arity) {
    const Place at = place(meta);
    // Stand-ins for the arguments, should it be a macro.
    const std::int64_t counter = s.next_counter();
    Terms parameters;
    for (std::uint32_t i = 0; i < arity; ++i) {
        const Term mark = s.arena.list({s.arena.tuple({atoms::counter, Term::small(counter)})});
        parameters.push_back(s.arena.tuple({s.atom("&" + std::to_string(i + 1)), mark, atoms::nil_}));
    }
    const Term args = s.arena.list(parameters);
    Resolved r;
    Expr* computed = nullptr;
    if (ast::name(call).is_atom()) {
        // Within a macro, super takes the caller's environment with it: a fun around it.
        if (ast::name(call) == atoms::super_ && !caller_allowed) {
            Term target = co_await builder->super_of(*this, meta);
            Expr* e = m.expr(ExprKind::LocalCapture, at);
            e->literal = target;
            e->arity = arity;
            co_return e;
        }
        if (is_special_form(ast::name(call), arity)) {
            r.kind = Resolved::Expanded;
            r.quoted = b.node(ast::name(call), meta, args);
        } else {
            r = co_await resolve_local(meta, ast::name(call), args);
        }
    } else {
        const Term dot = ast::args(ast::name(call));
        computed = co_await expand(dot.head());
        const Term name = ast::nth(dot, 1);
        if (computed->kind == ExprKind::Literal && computed->literal.is_atom()) {
            r = co_await resolve_remote(meta, computed->literal, name, args);
        } else {
            Expr* e = m.expr(ExprKind::RemoteCapture, at);
            e->args = {computed, literal_raw(name, at), literal_raw(Term::small(arity), at)};
            co_return e;
        }
    }
    if (r.kind == Resolved::Remote) {
        note_remote(r.receiver, r.name, arity, at);
        Expr* e = m.expr(ExprKind::RemoteCapture, at);
        e->args = {literal_raw(r.receiver, at), literal_raw(r.name, at), literal_raw(Term::small(arity), at)};
        co_return e;
    }
    if (r.kind == Resolved::Local) {
        const std::string shown = show_name(r.name, arity);
        if (!env.in_module() || !env.in_function() || !builder) {
            co_return co_await fail(meta, "undefined function " + shown + " (there is no such import)");
        }
        calls.push_back({r.name, arity, at});
        Expr* e = m.expr(ExprKind::LocalCapture, at);
        e->literal = r.name;
        e->arity = arity;
        co_return e;
    }
    const Term arrow = b.call(atoms::op_arrow, meta, {args, r.quoted});
    Term fn = b.call(atoms::fn_, meta, {arrow});
    co_return co_await expand_fn(fn);
}

Task<Expr*> Expander::expand_capture(Term q) {
    const Term meta = ast::meta(q);
    const Term arg = ast::args(q).head();
    if (placeholder(q)) {
        co_return co_await fail(meta, "capture argument &" + std::to_string(*placeholder(q)) + " must be used within the capture operator &");
    }
    // &name/arity, &Mod.name/arity
    if (ast::is_call_of(arg, atoms::op_divide, 2) && ast::nth(ast::args(arg), 1).is_small()) {
        const Term left = ast::args(arg).head();
        const auto arity = ast::nth(ast::args(arg), 1).small_value();
        const bool remote = ast::is_node(left) && ast::is_call_of(ast::name(left), atoms::op_dot, 2) && ast::args(left).is_nil() &&
                            ast::nth(ast::args(ast::name(left)), 1).is_atom();
        if ((remote || ast::is_var(left)) && arity >= 0 && arity <= 255) {
            Term call_meta = ast::meta(left);
            co_return co_await capture_call(call_meta, left, static_cast<std::uint32_t>(arity));
        }
    }
    if (ast::is_call(arg, atoms::q_block) && ast::length(ast::args(arg)) != 1u) {
        std::string text = co_await show(arg);
        co_return co_await fail(meta, "block expressions are not allowed inside the capture operator &, got: " + text);
    }
    const bool named = ast::is_node(arg) && ast::name(arg).is_atom() && ast::args(arg).is_list();
    const bool remote = ast::is_node(arg) && ast::is_call_of(ast::name(arg), atoms::op_dot, 2) && ast::args(arg).is_list();
    if ((named || remote) && sequential(ast::args(arg))) {
        const bool form = named && (is_special_form(ast::name(arg), *ast::length(ast::args(arg))) || ast::name(arg) == atoms::op_tuple);
        if (!form) co_return co_await capture_call(ast::meta(arg), arg, *ast::length(ast::args(arg)));
    }
    // A function over the highest placeholder.
    std::int64_t highest = 0;
    std::vector<bool> seen;
    std::int64_t wrong = -1;
    Term nested = kNoTerm;
    const std::int64_t counter = s.next_counter();
    const Term mark = s.arena.list({s.arena.tuple({atoms::counter, Term::small(counter)})});
    const auto parameter = [&](std::int64_t n) {
        return s.arena.tuple({s.atom("&" + std::to_string(n)), mark, atoms::nil_});
    };
    const Term body = ast::transform(s.arena, arg, [&](Term t) -> std::optional<Term> {
        if (t.is_immediate()) return t;
        if (const auto n = placeholder(t)) {
            if (*n < 1 || *n > 255) {
                wrong = *n;
                return t;
            }
            highest = std::max(highest, *n);
            if (seen.size() < static_cast<std::size_t>(*n)) seen.resize(static_cast<std::size_t>(*n));
            seen[static_cast<std::size_t>(*n - 1)] = true;
            return parameter(*n);
        }
        if (ast::is_call_of(t, atoms::op_capture, 1)) {
            // &fun/arity inside is a value like any other.
            const Term inner = ast::args(t).head();
            if (!(ast::is_call_of(inner, atoms::op_divide, 2) && ast::nth(ast::args(inner), 1).is_small())) nested = t;
            return t;
        }
        return std::nullopt;
    });
    if (wrong >= 0) {
        co_return co_await fail(meta, "capture argument &" + std::to_string(wrong) + " must be numbered between 1 and 255");
    }
    if (nested != kNoTerm) {
        std::string text = co_await show(nested);
        co_return co_await fail(meta, "nested captures are not allowed. You cannot define a function using  the capture operator & inside another function defined via &. Got invalid nested capture: " + text);
    }
    if (highest == 0) {
        if (arg.is_small()) co_return co_await fail(meta, "capture argument &" + std::to_string(arg.small_value()) + " must be used within the capture operator &");
        std::string text = co_await show(arg);
        co_return co_await fail(meta, std::string(kForms) + text);
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i]) continue;
        co_return co_await fail(meta, "capture argument &" + std::to_string(highest) + " cannot be defined without &" + std::to_string(i + 1) +
                                          " (you cannot skip arguments, all arguments must be numbered)");
    }
    Terms parameters;
    for (std::int64_t i = 1; i <= highest; ++i) parameters.push_back(parameter(i));
    const Term arrow = b.call(atoms::op_arrow, meta, {s.arena.list(parameters), body});
    Term fn = b.call(atoms::fn_, meta, {arrow});
    co_return co_await expand_fn(fn);
}

}  // namespace vial::expand

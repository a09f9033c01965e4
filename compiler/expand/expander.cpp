// compiler/expand/expander.cpp: what every expression goes through first.
// Here: expand(): constants, variables, lists, tuples, blocks, and the way to forms and calls.
// Not here: special forms (special.cpp and the files it names), calls (calls.cpp, dispatch.cpp).
// Threads: as the session.
// Holds: a macro's result is expanded in the same loop, not in a deeper frame.
#include "compiler/expand/expander.h"

#include <algorithm>

namespace vial::expand {

namespace {

// Terms that stand for themselves.
bool is_constant(Term q) {
    if (q.is_immediate()) return true;
    return q.is_boxed() && (is_number(q) || is_bitstring(q) || is_fun(q) || is_pid(q) || is_reference(q) ||
                            is_port(q) || is_map(q));
}

}  // namespace

Task<Expr*> Expander::expand(Term q) {
    for (;;) {
        if (q.is_list()) co_return co_await expand_list(q, Term::nil());
        if (is_constant(q)) {
            if (q.is_boxed() && is_closure(q)) {
                co_return co_await fail_at(env.line, "invalid quoted expression: " + co_await show(q) + "\n\nPlease make sure your quoted expressions are made of valid AST nodes. If you would like to introduce a value into the AST, such as a four-element tuple or a map, make sure to call Macro.escape/1 before");
            }
            co_return literal(q, here());
        }
        if (ast::is_pair(q)) {
            Terms both{ast::first(q), ast::second(q)};
            co_return co_await expand_tuple(std::move(both), Term::nil());
        }
        const bool form = ast::is_node(q) && ast::meta(q).is_list();
        if (!form || (ast::name(q).is_atom() && !ast::args(q).is_atom() && !ast::length(ast::args(q)))) {
            std::string text = co_await inspected(q);
            co_return co_await fail_at(env.line, "invalid quoted expression: " + text + "\n\nPlease make sure your quoted expressions are made of valid AST nodes. If you would like to introduce a value into the AST, such as a four-element tuple or a map, make sure to call Macro.escape/1 before");
        }
        const Term name = ast::name(q);
        const Term args = ast::args(q);
        if (!name.is_atom() || !args.is_list()) {
            if (ast::is_var(q)) co_return co_await expand_variable(q);
            co_return co_await expand_call(q);
        }
        const auto arity = ast::length(args);
        if (arity && is_special_form(name, *arity)) co_return co_await special(q);
        Resolved r = co_await resolve_local(ast::meta(q), name, args);
        if (r.kind == Resolved::Expanded) {
            q = r.quoted;
            continue;
        }
        if (r.kind == Resolved::Local) co_return co_await local_call(ast::meta(q), r.name, r.args);
        Exprs values = co_await expand_operands(r.receiver, r.name, r.args);
        co_return co_await remote_call(ast::meta(q), r.receiver, r.name, std::move(values));
    }
}

Task<Exprs> Expander::expand_operands(Term receiver, Term name, Term list) {
    const bool in_turn = receiver == atoms::erlang && (name == atoms::andalso || name == atoms::orelse) && ast::length(list) == 2u;
    if (!in_turn || env.context != Context::Normal) co_return co_await expand_args(list);
    Exprs out;
    out.push_back(co_await expand(list.head()));
    const Scope after_left = scope;
    out.push_back(co_await expand(ast::nth(list, 1)));
    scope = after_left;
    co_return out;
}

Task<Exprs> Expander::expand_args(Term list) {
    Exprs out;
    if (env.context != Context::Normal || !list.is_cons() || list.tail().is_nil()) {
        for (Term q : ast::List(list)) out.push_back(co_await expand(q));
        co_return out;
    }
    const Scope before = scope;
    if (!scope.writing) {
        scope.writing = true;
        scope.write = scope.read;
    }
    for (Term q : ast::List(list)) {
        scope.read = before.read;
        out.push_back(co_await expand(q));
    }
    scope.read = scope.write;
    if (!before.writing) {
        scope.writing = false;
        scope.write = nullptr;
    }
    co_return out;
}

Task<Expr*> Expander::expand_list(Term list, Term meta) {
    // The last element may be `head | tail`.
    Terms elements;
    Term tail = kNoTerm;
    for (; list.is_cons(); list = list.tail()) {
        const Term q = list.head();
        if (list.tail().is_nil() && ast::is_call_of(q, atoms::op_bar, 2)) {
            elements.push_back(ast::args(q).head());
            tail = ast::nth(ast::args(q), 1);
            break;
        }
        elements.push_back(q);
    }
    if (tail == kNoTerm && !list.is_cons() && !list.is_nil()) {
        co_return co_await fail(meta, "invalid quoted expression: improper list");
    }
    if (tail != kNoTerm) elements.push_back(tail);
    Exprs values = co_await expand_args(s.arena.list(elements));
    Expr* end = nullptr;
    if (tail != kNoTerm) {
        end = values.back();
        values.pop_back();
    }
    co_return list_of(values, end, place(meta));
}

Task<Expr*> Expander::expand_tuple(Terms elements, Term meta) {
    Exprs values = co_await expand_args(s.arena.list(elements));
    co_return tuple_of(std::move(values), place(meta));
}

// A statement whose value nothing gets.
Task<bool> Expander::warn_no_effect(Term q) {
    const auto message = [](const std::string& shown, const char* verb, const char* what) {
        return shown + verb + " (remove the " + what + " or assign it to _ to avoid warnings)";
    };
    constexpr const char* kNever = " in code block has no effect as it is never returned";
    if (is_number(q) || is_bitstring(q)) {
        // Constants have no line of their own: the next line that holds nothing else.
        const std::string text = co_await show(q);
        Place at = here();
        for (std::uint32_t line = at.line; line < at.line + 20; ++line) {
            std::string found = s.state.source_line(m.files[at.file], line);
            found.erase(0, found.find_first_not_of(" \t"));
            if (found != text) continue;
            at.line = line;
            break;
        }
        warn_at(at, diag::Kind::NoEffect, message("code block contains unused literal " + text, "", "literal"), text);
    } else if (ast::is_call_of(q, atoms::op_at, 1) && ast::is_var(ast::args(q).head())) {
        const std::string name = "@" + std::string(s.text(ast::name(ast::args(q).head())));
        warn(ast::meta(q), diag::Kind::NoEffect, message("module attribute " + name, kNever, "attribute"), name);
    } else if (ast::is_var(q) && scope.find(var_key(q))) {
        const std::string name(s.text(ast::name(q)));
        warn(ast::meta(q), diag::Kind::NoEffect, message("variable " + name, kNever, "variable"), name);
    }
    co_return true;
}

// An operator of the text between the lines of a function.
void Expander::warn_ignored_operator(Term q) {
    if (!ast::is_node(q) || !ast::name(q).is_atom() || ast::length(ast::args(q)) != 2u) return;
    if (ast::get(ast::meta(q), atoms::context) != kNoTerm || ast::flag(ast::meta(q), atoms::generated)) return;
    const std::string name(s.text(ast::name(q)));
    static constexpr std::string_view kComparisons[] = {"==", "!=", "===", "!==", "<", ">", "<=", ">="};
    static constexpr std::string_view kArithmetic[] = {"+", "-", "*", "/"};
    if (std::find(std::begin(kComparisons), std::end(kComparisons), name) != std::end(kComparisons)) {
        warn(ast::meta(q), diag::Kind::NoEffect, "use of operator " + name + " has no effect", name);
    } else if (std::find(std::begin(kArithmetic), std::end(kArithmetic), name) != std::end(kArithmetic)) {
        warn(ast::meta(q), diag::Kind::NoEffect,
             "the result of evaluating operator '" + name + "'/2 is ignored (suppress the warning by assigning the expression to the _ variable)", name);
    }
}

Task<Expr*> Expander::expand_block(Term args, Term meta) {
    Exprs out;
    for (Term rest = args; rest.is_cons(); rest = rest.tail()) {
        const Term q = rest.head();
        if (ast::is_node(q) && ast::meta(q).is_list()) {
            if (const auto line = ast::line(ast::meta(q))) env.line = line;
        }
        if (!rest.tail().is_nil() && !ast::flag(meta, atoms::generated)) co_await warn_no_effect(q);
        if (!rest.tail().is_nil() && env.in_function()) warn_ignored_operator(q);
        out.push_back(co_await expand_or_report(q));
    }
    // A constant before the end has no effect.
    Exprs kept;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool dead = out[i]->kind == ExprKind::Literal || out[i]->kind == ExprKind::Var;
        if (i + 1 == out.size() || !dead) kept.push_back(out[i]);
    }
    co_return sequence(std::move(kept), place(meta));
}

Task<Expr*> Expander::expand_scoped(Term q) {
    const Scope before = scope;
    const Env outer = env;
    Expr* e = co_await expand(q);
    scope = before;
    env = outer;
    co_return e;
}

}  // namespace vial::expand

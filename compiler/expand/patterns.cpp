// compiler/expand/patterns.cpp: the left side of a match.
// Here: patterns of all kinds but bitstrings (bitstring.cpp); pins; macros in patterns.
// Not here: guards and clauses (clauses.cpp).
// Threads: as the session.
// Holds: one pattern context covers all patterns of a clause: a name stands for one variable in all
//        of them. `prematch` is the scope before it, which pins read.
#include "compiler/expand/expander.h"
#include "compiler/expand/module_builder.h"

namespace vial::expand {

Task<Pattern*> Expander::expand_pattern(Term q) {
    const VarNode* outer = prematch;
    const Context context = env.context;
    prematch = scope.read;
    env.context = Context::Match;
    Pattern* p = co_await pattern(q);
    env.context = context;
    prematch = outer;
    co_return p;
}

Task<Patterns> Expander::expand_patterns(Term list) {
    const VarNode* outer = prematch;
    const Context context = env.context;
    prematch = scope.read;
    env.context = Context::Match;
    Patterns out;
    for (Term q : ast::List(list)) out.push_back(co_await pattern(q));
    env.context = context;
    prematch = outer;
    co_return out;
}

Pattern* Expander::pattern_var(Term q) {
    const Place at = place(ast::meta(q));
    if (ast::name(q) == atoms::underscore) return pattern_any(at);
    const VarKey key = var_key(q);
    if (const VarNode* bound = scope.find(key, prematch)) {
        const std::string_view shown = s.text(key.name);
        if (key.kind == atoms::nil_ && shown.starts_with("_")) {
            warn(ast::meta(q), diag::Kind::UnderscoredVariable,
                 "the underscored variable \"" + std::string(shown) + "\" appears more than once in a match. This means the pattern will only match if all \"" +
                     std::string(shown) + "\" bind to the same value. If this is the intended behaviour, please remove the leading underscore from the "
                     "variable name, otherwise give the variables different names");
        }
        vars.of(bound->id).used = true;
        return pattern_of_var(bound->id, at);
    }
    const bool silent = ast::flag(ast::meta(q), atoms::generated) || key.kind.is_small();
    return pattern_of_var(bind(key, at, silent), at);
}

Task<Pattern*> Expander::pattern(Term q) {
    for (;;) {
        if (q.is_list()) co_return co_await pattern_list(q, Term::nil());
        if (ast::is_pair(q)) {
            Terms both{ast::first(q), ast::second(q)};
            co_return co_await pattern_tuple(std::move(both), Term::nil());
        }
        if (!ast::is_node(q)) {
            if (q.is_boxed() && is_tuple(q)) co_return co_await fail_at(env.line, "invalid quoted expression in a match");
            co_return pattern_literal(q, here());
        }
        const Term name = ast::name(q);
        const Term meta = ast::meta(q);
        const Term args = ast::args(q);
        if (name.is_atom() && args.is_atom()) {
            if (name == atoms::q_module) co_return pattern_literal(env.module, place(meta));
            if (name == atoms::q_env || name == atoms::q_dir) {
                Expr* e = co_await expand_variable(q);
                co_return pattern_literal(e->literal, place(meta));
            }
            if (name == atoms::q_caller || name == atoms::q_stacktrace) {
                co_return co_await fail(meta, "invalid pattern in match, " + std::string(s.text(name)) + " is not allowed in matches");
            }
            co_return pattern_var(q);
        }
        if (!name.is_atom() || !args.is_list()) co_return co_await pattern_call(q);
        const auto arity = ast::length(args);
        if (!arity || !is_special_form(name, *arity)) co_return co_await pattern_call(q);

        if (name == atoms::op_match) {
            Pattern* left = co_await pattern(args.head());
            Pattern* right = co_await pattern(ast::nth(args, 1));
            Pattern* p = m.pattern(PatternKind::Alias, place(meta));
            p->children = {left, right};
            co_return p;
        }
        if (name == atoms::op_tuple) {
            Terms elements = ast::to_vector(args);
            co_return co_await pattern_tuple(std::move(elements), meta);
        }
        if (name == atoms::op_map) co_return co_await pattern_map(q);
        if (name == atoms::op_struct) co_return co_await pattern_struct(q);
        if (name == atoms::op_binary) co_return co_await binary_pattern(q);
        if (name == atoms::op_pin) co_return co_await pattern_pin(q);
        if (name == atoms::literal_node) co_return pattern_literal(args.head(), place(meta));
        if (name == atoms::q_aliases) {
            Expr* e = co_await special(q);
            co_return pattern_literal(e->literal, place(meta));
        }
        if (name == atoms::q_module) co_return pattern_literal(env.module, place(meta));
        if (name == atoms::q_block && *arity == 1) {
            q = args.head();
            continue;
        }
        if (name == atoms::quote_) {
            q = co_await quote_to_code(q);
            continue;
        }
        const std::string what(name == atoms::q_block ? "__block__" : s.text(name));
        co_return co_await fail(meta, "invalid pattern in match, " + what + " is not allowed in matches");
    }
}

Task<Pattern*> Expander::pattern_list(Term list, Term meta) {
    const Place at = place(meta);
    Patterns heads;
    Pattern* tail = nullptr;
    for (; list.is_cons(); list = list.tail()) {
        const Term q = list.head();
        if (list.tail().is_nil() && ast::is_call_of(q, atoms::op_bar, 2)) {
            heads.push_back(co_await pattern(ast::args(q).head()));
            tail = co_await pattern(ast::nth(ast::args(q), 1));
            break;
        }
        heads.push_back(co_await pattern(q));
    }
    Pattern* p = tail ? tail : pattern_literal(Term::nil(), at);
    for (std::size_t i = heads.size(); i-- > 0;) {
        Pattern* cell = m.pattern(PatternKind::Cons, at);
        cell->children = {heads[i], p};
        p = cell;
    }
    co_return p;
}

Task<Pattern*> Expander::pattern_tuple(Terms elements, Term meta) {
    Pattern* p = m.pattern(PatternKind::Tuple, place(meta));
    for (Term q : elements) p->children.push_back(co_await pattern(q));
    co_return p;
}

Task<Pattern*> Expander::pattern_pin(Term q) {
    const Term meta = ast::meta(q);
    const Term arg = ast::args(q).head();
    const Place at = place(meta);
    if (!ast::is_var(arg)) {
        Term got = co_await partial_expand(arg);
        if (!ast::is_var(got)) {
            std::string text = co_await show(arg);
            co_return co_await fail(meta, "invalid argument for unary operator ^, expected an existing variable, got: ^" + text);
        }
        Term again = b.call(atoms::op_pin, meta, {got});
        co_return co_await pattern_pin(again);
    }
    const VarKey key = var_key(arg);
    for (const VarNode* n = prematch; n; n = n->next) {
        if (n->key != key) continue;
        vars.of(n->id).used = true;
        Pattern* p = m.pattern(PatternKind::Equal, at);
        p->expr = var(n->id, at);
        co_return p;
    }
    const std::string name(s.text(key.name));
    co_return co_await fail(meta, "undefined variable ^" + name + ". No variable \"" + name + "\" has been defined before the current pattern");
}

// A term as a pattern: what a macro gave as a value, or a struct's field.
Task<Pattern*> Expander::pattern_of_term(Term t, Place at) { co_return pattern_literal(t, at); }

Task<Pattern*> Expander::pattern_call(Term q) {
    const Term target = ast::name(q);
    const Term meta = ast::meta(q);
    Resolved r;
    if (target.is_atom()) {
        r = co_await resolve_local(meta, target, ast::args(q));
    } else if (ast::is_call_of(target, atoms::op_dot, 2) && ast::nth(ast::args(target), 1).is_atom()) {
        Term receiver = co_await partial_expand(ast::args(target).head());
        const Term name = ast::nth(ast::args(target), 1);
        if (!receiver.is_atom()) {
            std::string text = co_await show(q);
            const auto paren = text.find('(');
            co_return co_await fail(meta, "cannot invoke remote function " + text.substr(0, paren) + "/" +
                                              std::to_string(ast::length(ast::args(q)).value_or(0)) + " inside a match");
        }
        r = co_await resolve_remote(meta, receiver, name, ast::args(q));
    } else if (ast::is_call_of(target, atoms::op_dot, 1)) {
        co_return co_await fail(meta, "invalid pattern in match, anonymous call is not allowed in matches");
    } else {
        std::string text = co_await show(q);
        co_return co_await fail(meta, "invalid call " + text);
    }
    if (r.kind == Resolved::Expanded) {
        Pattern* p = co_await pattern(r.quoted);
        co_return p;
    }
    const auto arity = ast::length(r.args).value_or(0);
    if (r.kind == Resolved::Local) {
        const std::string shown = show_name(r.name, arity);
        if (std::string wrong = misplaced(r.name, arity); !wrong.empty()) co_return co_await fail(meta, wrong);
        if (!env.in_function()) co_return co_await fail(meta, "undefined function " + shown + " (there is no such import)");
        std::string text = co_await show(b.node(r.name, meta, r.args));
        co_return co_await fail(meta, "cannot find or invoke local " + shown + " inside match. Only macros can be invoked in a match and they must be defined before their invocation. Called as: " + text);
    }
    if (r.receiver == atoms::erlang && arity == 1 && (r.name == atoms::op_minus || r.name == atoms::op_plus)) {
        Pattern* p = co_await pattern(r.args.head());
        if (p->kind == PatternKind::Literal && is_number(p->literal)) {
            if (r.name == atoms::op_minus) p->literal = negate(p->literal);
            co_return p;
        }
    }
    if (r.receiver == atoms::erlang && arity == 2 && r.name == atoms::op_append) {
        Term left = co_await partial_expand(r.args.head());
        const Term right = ast::nth(r.args, 1);
        Terms items;
        bool proper = ast::length(left).has_value();
        for (Term t : ast::List(left)) {
            items.push_back(t);
            proper = proper && !ast::is_call_of(t, atoms::op_bar, 2);
        }
        if (!proper) {
            std::string text = co_await show(left);
            co_return co_await fail(meta, "invalid argument for ++ operator inside a match, expected a literal proper list, got: " + text);
        }
        if (items.empty()) co_return co_await pattern(right);
        const Term last = b.call(atoms::op_bar, meta, {items.back(), right});
        items.back() = last;
        Term joined = s.arena.list(items);
        co_return co_await pattern_list(joined, meta);
    }
    co_return co_await fail(meta, "cannot invoke remote function " + show_call(r.receiver, r.name, arity) + " inside a match");
}

// Minus a number that stands in source.
Term Expander::negate(Term number) {
    if (number.is_small()) return m.arena->integer(-number.small_value());
    if (is_float(number)) return m.arena->floating(-float_value(number));
    const Term copy = m.arena->copy(number);
    if (is_bignum(copy)) {
        // The one that is small only with its sign.
        const bool smallest = header_size(copy.header()) == 1 && !bignum_negative(copy) && copy.boxed_words()[1] == Word{1} << 61;
        if (smallest) return Term::small(kSmallMin);
        const auto kind = bignum_negative(copy) ? BoxedKind::BignumPositive : BoxedKind::BignumNegative;
        copy.boxed_words()[0] = make_header(kind, header_size(copy.header()));
    }
    return copy;
}

}  // namespace vial::expand

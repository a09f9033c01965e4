// compiler/expand/calls.cpp: variables and calls in expressions.
// Here: a variable's value, local, remote and anonymous calls, access to a map's field by dot.
// Not here: finding out what a name means (dispatch.cpp).
// Threads: as the session.
// Holds: guards may call only what the machine's guards can.
#include "compiler/diag/suggest.h"
#include "compiler/expand/expander.h"
#include "compiler/expand/module_builder.h"
#include "compiler/expand/rewrites.h"

namespace vial::expand {

namespace {
constexpr std::string_view kGuardHelp =
    " is not allowed in guards. To learn more about guards, visit: "
    "https://hexdocs.pm/elixir/patterns-and-guards.html";
}  // namespace

static void suggest_variable(Expander& x, const std::string& wanted) {
    if (!x.s.checking || wanted.size() < 2) return;
    std::vector<std::string> names;
    for (const VarNode* n = x.scope.read; n; n = n->next) {
        if (n->key.kind == atoms::nil_) names.emplace_back(x.s.text(n->key.name));
    }
    const auto similar = diag::similar_names(wanted, names, 1);
    if (!similar.empty()) x.s.focus.hint = "did you mean \"" + similar[0] + "\"?";
}

Task<Expr*> Expander::expand_variable(Term q) {
    const Term name = ast::name(q);
    const Term meta = ast::meta(q);
    const Place at = place(meta);
    if (name == atoms::q_module) co_return literal_raw(env.module, at);
    if (name == atoms::q_dir) {
        const std::string_view file = env.file == atoms::nil_ ? "" : ast::bytes(env.file);
        const auto slash = file.rfind('/');
        co_return literal(s.arena.binary(slash == std::string_view::npos ? "." : slash == 0 ? "/" : file.substr(0, slash)), at);
    }
    if (name == atoms::q_env) {
        const std::uint32_t line = env.line;
        env.line = at.line;
        const Term map = env_term();
        env.line = line;
        co_return literal(map, at);
    }
    if (name == atoms::q_caller) {
        if (!caller_allowed) co_return co_await fail(meta, "__CALLER__ is available only inside defmacro and defmacrop");
        const VarNode* caller = scope.find({atoms::q_caller, atoms::nil_});
        co_return var(caller->id, at);
    }
    if (name == atoms::q_stacktrace) {
        if (!stacktrace_allowed) {
            co_return co_await fail(meta, "__STACKTRACE__ is available only inside catch and rescue clauses of try expressions");
        }
        co_return m.expr(ExprKind::Trace, at);
    }
    if (name == atoms::underscore) {
        co_return co_await fail(meta, "invalid use of _. \"_\" represents a value to be ignored in a pattern and cannot be used in expressions");
    }
    const VarKey key = var_key(q);
    if (const VarNode* found = scope.find(key)) {
        const std::string_view shown = s.text(name);
        if (key.kind == atoms::nil_ && shown.starts_with("_") && !shown.starts_with("_@") && !vars.of(found->id).used) {
            warn(meta, diag::Kind::UnderscoredVariable,
                 "the underscored variable \"" + std::string(shown) + "\" is used after being set. A leading underscore indicates that the value of the "
                 "variable should be ignored. If this is intended please rename the variable to remove the underscore");
        }
        vars.of(found->id).used = true;
        co_return var(found->id, at);
    }
    // No such variable: a call without parentheses.
    const Term policy = ast::get(meta, atoms::if_undefined);
    const std::string text(s.text(name));
    if (policy == atoms::raise_) {
        suggest_variable(*this, text);
        const std::string message = "undefined variable \"" + text + "\"";
        if (report_soft(meta, message, diag::Kind::UndefinedVariable)) co_return literal_raw(atoms::nil_, at);
        co_return co_await fail(meta, message, diag::Kind::UndefinedVariable);
    }
    if (policy != atoms::apply && s.checking) {
        suggest_variable(*this, text);
        const std::size_t before = calls.size();
        const std::string hint = std::exchange(s.focus.hint, "");
        Expr* e = co_await expand(b.node(name, meta, Term::nil()));
        if (calls.size() == before + 1 && calls[before].name == name) {
            calls[before].variable = true;
            calls[before].hint = hint;
        }
        co_return e;
    }
    if (policy != atoms::apply) {
        warn(meta, diag::Kind::NoParentheses,
             "variable \"" + text + "\" does not exist and is being expanded to \"" + text +
                 "()\", please use parentheses to remove the ambiguity or change the variable name",
             text);
    }
    const Term call = b.node(name, meta, Term::nil());
    co_return co_await expand(call);
}

// A fun called where it is written, as `then` does: its variables are bound and its body follows. Only
// where no clause can fail; null otherwise.
static Expr* apply_literal_fun(Expander& x, const Exprs& values, Place at) {
    const Expr* fun = values[0];
    if (fun->kind != ExprKind::Fn || fun->clauses.size() != 1 || fun->arity + 1 != values.size()) return nullptr;
    const Clause& c = fun->clauses[0];
    if (!c.guards.empty()) return nullptr;
    std::vector<VarId> bound;
    for (const Pattern* p : c.patterns) {
        const bool once = p->kind == PatternKind::Var && std::find(bound.begin(), bound.end(), p->var) == bound.end();
        if (p->kind != PatternKind::Any && !once) return nullptr;
        if (once) bound.push_back(p->var);
    }
    Exprs parts;
    for (std::size_t i = 0; i < c.patterns.size(); ++i) parts.push_back(x.match_expr(c.patterns[i], values[i + 1], at));
    parts.push_back(c.body);
    return x.sequence(std::move(parts), at);
}

Task<Expr*> Expander::expand_call(Term q) {
    const Term target = ast::name(q);
    const Term meta = ast::meta(q);
    const Term args = ast::args(q);
    const auto target_arity = ast::is_call(target, atoms::op_dot) ? ast::length(ast::args(target)) : std::nullopt;
    if (!args.is_list() || !target_arity || *target_arity < 1 || *target_arity > 2) {
        std::string text = co_await show(q);
        co_return co_await fail(meta, "invalid call " + text);
    }
    const Term left = ast::args(target).head();
    if (*target_arity == 1) {
        if (env.context == Context::Guard) {
            co_return co_await fail(meta, std::string("invalid expression in guards, anonymous call") + std::string(kGuardHelp));
        }
        Term all = s.arena.cons(left, args);
        Exprs values = co_await expand_args(all);
        if (values[0]->kind == ExprKind::Literal && values[0]->literal.is_atom()) {
            std::string text = co_await show(left);
            co_return co_await fail(meta, "invalid function call :" + text + ".()");
        }
        if (Expr* applied = apply_literal_fun(*this, values, place(meta))) co_return applied;
        Expr* e = m.expr(ExprKind::FunCall, place(meta));
        e->args = std::move(values);
        co_return e;
    }
    const Term name = ast::nth(ast::args(target), 1);
    const bool wrong = left.is_list() || left.is_small() || is_float(left) || is_bitstring(left) || is_bignum(left);
    if (wrong || !name.is_atom()) {
        std::string text = co_await show(q);
        co_return co_await fail(meta, "invalid call " + text);
    }
    Expr* receiver = co_await expand(left);
    const bool no_module = receiver->kind == ExprKind::Literal && ast::flag(meta, atoms::no_parens) &&
                           (receiver->literal == atoms::nil_ || receiver->literal == atoms::true_ || receiver->literal == atoms::false_);
    if (no_module) {
        note_remote(receiver->literal, name, 0, place(meta));
        co_return co_await field_access(meta, receiver, name);
    }
    if (receiver->kind == ExprKind::Literal && receiver->literal.is_atom()) {
        Resolved r = co_await resolve_remote(meta, receiver->literal, name, args);
        if (r.kind == Resolved::Expanded) {
            Expr* e = co_await expand(r.quoted);
            co_return e;
        }
        Exprs values = co_await expand_operands(r.receiver, r.name, r.args);
        co_return co_await remote_call(meta, r.receiver, r.name, std::move(values));
    }
    if (args.is_nil() && ast::flag(meta, atoms::no_parens)) {
        co_return co_await field_access(meta, receiver, name);
    }
    if (env.context == Context::Guard) {
        std::string text = co_await show(left);
        co_return co_await fail(meta, "cannot invoke remote function " + text + "." + std::string(s.text(name)) + "/" +
                                          std::to_string(ast::length(args).value_or(0)) + " inside guards");
    }
    Exprs values = co_await expand_args(args);
    if (args.is_nil()) co_return co_await field_access(meta, receiver, name);
    Expr* e = m.expr(ExprKind::RemoteCall, place(meta));
    e->args = {receiver, literal_raw(name, e->place)};
    e->args.insert(e->args.end(), values.begin(), values.end());
    co_return e;
}

// `left.name`: a map's field, or a call when left is a module.
Task<Expr*> Expander::field_access(Term meta, Expr* left, Term name) {
    const Place at = place(meta);
    if (env.context == Context::Guard) {
        Exprs args{literal_raw(name, at), left};
        co_return erlang("map_get", std::move(args), at);
    }
    const VarId value = fresh(at);
    const VarId other = fresh(at);
    Pattern* field = m.pattern(PatternKind::Map, at);
    field->keys.push_back(literal_raw(name, at));
    field->children.push_back(pattern_of_var(value, at));
    Clauses clauses;
    clauses.push_back(clause({field}, var(value, at), at));

    Clause module = clause({pattern_of_var(other, at)}, nullptr, at);
    Exprs test{var(other, at)};
    Expr* guard = erlang("is_atom", std::move(test), at);
    // nil, true and false are no modules: a field of them is a field of what is no map.
    for (Term value : {atoms::nil_, atoms::true_, atoms::false_}) {
        Exprs both{var(other, at), literal_raw(value, at)};
        Expr* and_also = m.expr(ExprKind::AndAlso, at);
        and_also->args = {guard, erlang("=/=", std::move(both), at)};
        guard = and_also;
    }
    module.guards.push_back(guard);
    Expr* call = m.expr(ExprKind::RemoteCall, at);
    call->args = {var(other, at), literal_raw(name, at)};
    module.body = call;
    clauses.push_back(std::move(module));

    // With parentheses it is a call, whatever the left side is.
    if (!ast::flag(meta, atoms::no_parens)) {
        clauses.back().guards.clear();
        for (Clause& c : clauses) c.generated = true;
        Expr* e = case_expr(left, std::move(clauses), at);
        e->generated = true;
        co_return e;
    }
    const VarId wrong = fresh(at);
    Exprs reason{literal_raw(atoms::badkey, at), literal_raw(name, at), var(wrong, at)};
    Exprs raise{tuple_of(std::move(reason), at)};
    clauses.push_back(clause({pattern_of_var(wrong, at)}, erlang("error", std::move(raise), at), at));
    for (Clause& c : clauses) c.generated = true;
    Expr* e = case_expr(left, std::move(clauses), at);
    e->generated = true;
    co_return e;
}

void Expander::note_macro(Term module, Term name, std::uint32_t arity, Place at) {
    if (s.checking || module == atoms::E_Kernel) return;
    remotes.push_back({module, name, arity, m.files[at.file], at.line, where(), true});
}

void Expander::note_remote(Term module, Term name, std::uint32_t arity, Place at) {
    if (!env.in_function() || s.checking || module == atoms::erlang) return;
    // What the function itself defines is there when it is called.
    const auto among = [&](Term modules) {
        for (Term defined : ast::List(modules)) {
            if (defined == module) return true;
        }
        return false;
    };
    if (module != env.module && among(env.context_modules) && !(builder && among(builder->env.context_modules))) return;
    if (!remotes.empty() && remotes.back().module == module && remotes.back().name == name && remotes.back().line == at.line) return;
    remotes.push_back({module, name, arity, m.files[at.file], at.line, where()});
}

Task<Expr*> Expander::remote_call(Term meta, Term receiver, Term name, Exprs args) {
    const Place at = place(meta);
    const auto arity = static_cast<std::uint32_t>(args.size());
    if (env.context == Context::Normal) {
        if (Expr* moved = rewrite_reordered(*this, receiver, name, args, at)) co_return moved;
    }
    if (env.context == Context::Guard) {
        if (Expr* moved = rewrite_reordered(*this, receiver, name, args, at)) co_return moved;
        if (receiver != atoms::erlang || !allowed_in_guards(s.text(name), arity)) {
            co_return co_await fail(meta, "cannot invoke remote function " + show_call(receiver, name, arity) + " inside guards");
        }
    }
    if (receiver == atoms::erlang && arity == 2 && (name == atoms::andalso || name == atoms::orelse)) {
        Expr* e = m.expr(name == atoms::andalso ? ExprKind::AndAlso : ExprKind::OrElse, at);
        e->args = std::move(args);
        co_return e;
    }
    if (receiver == atoms::erlang && arity == 1 && (name == atoms::op_minus || name == atoms::op_plus) &&
        args[0]->kind == ExprKind::Literal && is_integer(args[0]->literal)) {
        co_return literal_raw(name == atoms::op_minus ? negate(args[0]->literal) : args[0]->literal, at);
    }
    // Code that a macro marks as generated may try what need not be there, as a protocol does.
    if (!ast::flag(meta, atoms::generated)) note_remote(receiver, name, arity, at);
    co_return call_remote(receiver, name, std::move(args), at);
}

std::string Expander::misplaced(Term name, std::size_t arity) {
    if (arity != 2) return {};
    if (name == atoms::op_type) {
        return "misplaced operator ::/2\n\nThe :: operator is typically used in bitstrings to specify types and sizes of "
               "segments:\n\n    <<size::32-integer, letter::utf8, rest::binary>>\n\nIt is also used in typespecs, such as "
               "@type and @spec, to describe inputs and outputs";
    }
    if (name == atoms::op_bar) {
        return "misplaced operator |/2\n\nThe | operator is typically used between brackets as the cons operator:\n\n"
               "    [head | tail]\n\nwhere head is a single element and the tail is the remaining of a list.\nIt is also used to "
               "update maps and structs, via the %{map | key: value} notation,\nand in typespecs, such as @type and @spec, to "
               "express the union of two types";
    }
    return {};
}

Task<Expr*> Expander::local_call(Term meta, Term name, Term args) {
    const auto arity = ast::length(args);
    const Place at = place(meta);
    if (!arity) co_return co_await fail(meta, "invalid arguments for call " + std::string(s.text(name)));
    const std::string shown = show_name(name, *arity);
    if (std::string text = misplaced(name, *arity); !text.empty()) co_return co_await fail(meta, text);
    if (env.context == Context::Guard && env.in_function() && builder && builder->defines(name, *arity)) {
        co_return co_await fail(meta, "cannot find or invoke local " + shown + " inside guards. Only macros can be invoked in a guards and they must be defined before their invocation. Called as: " + co_await show(b.node(name, meta, args)));
    }
    if (!env.in_module() || !env.in_function() || !builder) {
        const std::string message = "undefined function " + shown + " (there is no such import)";
        if (report_soft(meta, message, diag::Kind::UndefinedFunction)) co_return literal_raw(atoms::nil_, at);
        co_return co_await fail(meta, message, diag::Kind::UndefinedFunction);
    }
    if (env.context == Context::Guard) {
        std::string text = co_await show(b.node(name, meta, args));
        co_return co_await fail(meta, "cannot find or invoke local " + shown + " inside guards. Only macros can be invoked in a guards and they must be defined before their invocation. Called as: " + text);
    }
    calls.push_back({name, *arity, at});
    Exprs values = co_await expand_args(args);
    Expr* e = m.expr(ExprKind::LocalCall, at);
    e->literal = name;
    e->arity = *arity;
    e->args = std::move(values);
    co_return e;
}

}  // namespace vial::expand

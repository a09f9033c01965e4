// compiler/expand/maps.cpp: maps and structs, in expressions and patterns.
// Here: %{}, %{map | ...}, %Name{}, %Name{struct | ...} and their patterns.
// Not here: defstruct (stdlib/kernel).
// Threads: as the session.
// Holds: a struct's keys are checked at compile time, by calling its __struct__.
#include "compiler/expand/expander.h"
#include "compiler/expand/module_builder.h"
#include "vm/code/code_server.h"
#include "vm/term/compare.h"

namespace vial::expand {

namespace {
// Pairs of `%{...}`; kNoTerm unless all are pairs.
bool all_pairs(Term list) {
    for (Term t : ast::List(list)) {
        if (!ast::is_pair(t)) return false;
    }
    return true;
}
}  // namespace

Task<Expr*> Expander::map_from_pairs(Term meta, Expr* base, Term pairs, bool update) {
    if (!all_pairs(pairs)) {
        for (Term t : ast::List(pairs)) {
            if (ast::is_pair(t)) continue;
            std::string text = co_await show(t);
            co_return co_await fail(meta, "expected key-value pairs in a map, got: " + text);
        }
    }
    Terms flat;
    for (Term t : ast::List(pairs)) {
        flat.push_back(ast::first(t));
        flat.push_back(ast::second(t));
    }
    Exprs values = co_await expand_args(s.arena.list(flat));
    const Place at = place(meta);
    Exprs keys;
    for (std::size_t i = 0; i < values.size(); i += 2) keys.push_back(values[i]);
    co_await check_repeated_keys(meta, keys, false);
    bool constant = base == nullptr;
    for (const Expr* e : values) constant = constant && e->kind == ExprKind::Literal;
    if (constant) {
        std::vector<std::pair<Term, Term>> entries;
        for (std::size_t i = 0; i < values.size(); i += 2) entries.emplace_back(values[i]->literal, values[i + 1]->literal);
        co_return literal_raw(m.arena->map(entries, s.vm.atoms()), at);
    }
    Expr* e = m.expr(ExprKind::Map, at);
    e->flag = update;
    e->args.push_back(base);
    e->args.insert(e->args.end(), values.begin(), values.end());
    co_return e;
}

Task<Expr*> Expander::expand_map(Term q) {
    const Term meta = ast::meta(q);
    const Term args = ast::args(q);
    if (ast::length(args) == 1u && ast::is_call_of(args.head(), atoms::op_bar, 2)) {
        const Term update = ast::args(args.head());
        if (env.context == Context::Guard) {
            co_return co_await fail(meta, "cannot use map/struct update syntax in guards, got: " + co_await show(q));
        }
        Expr* base = co_await expand(update.head());
        co_return co_await map_from_pairs(meta, base, ast::nth(update, 1), true);
    }
    co_return co_await map_from_pairs(meta, nullptr, args, false);
}

Task<Term> Expander::struct_default(Term meta, Term name, Term args) {
    const auto arity = *ast::length(args);
    const bool own = builder && name == env.module && builder->defines(atoms::struct_, arity);
    if (own) {
        Term helper = co_await builder->compile_local_function(*this, atoms::struct_, arity);
        Term got = co_await s.call_function(helper, atoms::struct_, args);
        co_return got;
    }
    // A module inside the one that defines the struct, which is not done yet.
    bool around = false;
    for (Term t : ast::List(env.context_modules)) around = around || t == name;
    const auto outer = around && name != env.module ? s.state.find(name) : nullptr;
    if (outer && outer->defines(atoms::struct_, arity)) {
        Term helper = co_await outer->compile_local_function(*this, atoms::struct_, arity);
        Term got = co_await s.call_function(helper, atoms::struct_, args);
        co_return got;
    }
    bool loaded = name != env.module;
    if (loaded) loaded = co_await ensure_module(name);
    const FunctionCell* cell = loaded ? s.vm.code().find_cell(name, atoms::struct_, arity) : nullptr;
    if (!cell || !is_defined(cell)) {
        bool in_context = name == env.module && !env.in_function();
        for (Term t : ast::List(env.context_modules)) in_context = in_context || (t == name && !env.in_function());
        const std::string shown = show_atom(name);
        if (in_context) {
            co_return co_await fail(meta, "cannot access struct " + shown + ", the struct was not yet defined or the struct is being accessed in the same context that defines it");
        }
        co_return co_await fail(meta, shown + ".__struct__/" + std::to_string(arity) + " is undefined, cannot expand struct " + shown +
                                          ". Make sure the struct name is correct. If the struct name exists and is correct but it still cannot be found, you likely have cyclic module usage in your code");
    }
    Term got = co_await s.call_function(name, atoms::struct_, args);
    co_await check_struct(meta, name, arity, got);
    co_return got;
}

// What __struct__ gave must be a struct of the module.
Task<bool> Expander::check_struct(Term meta, Term name, std::size_t arity, Term got) {
    const std::string function = show_atom(name) + ".__struct__/" + std::to_string(arity);
    const Term tag = is_map(got) ? map_get(got, atoms::struct_, s.vm.atoms()) : kNoTerm;
    if (tag == kNoTerm || !tag.is_atom()) {
        std::string text = co_await show(got);
        co_return co_await fail(meta, "expected " + function + " to return a map with a :__struct__ key that holds the name of the struct (atom), got: " + text);
    }
    if (tag != name) co_return co_await fail(meta, "expected struct name returned by " + function + " to be " + show_atom(name) + ", got: " + show_atom(tag));
    co_return true;
}

// The literal keys that stand more than once; patterns may not have them.
Task<bool> Expander::check_repeated_keys(Term meta, const Exprs& keys, bool error) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i]->kind != ExprKind::Literal) continue;
        bool again = false;
        for (std::size_t k = 0; k < i && !again; ++k) {
            again = keys[k]->kind == ExprKind::Literal && equal_exact(keys[k]->literal, keys[i]->literal);
        }
        if (!again) continue;
        std::string text = co_await show(keys[i]->literal);
        std::string message = "key " + text + " will be overridden in map";
        if (error) co_return co_await fail(meta, message);
        warn(meta, diag::Kind::CompileWarning, message, text);
    }
    co_return true;
}

// `:__struct__` among a struct's fields counts for nothing.
Term Expander::without_struct_key(Term meta, Term pairs) {
    Terms out;
    bool found = false;
    for (Term t : ast::List(pairs)) {
        if (ast::is_pair(t) && ast::first(t) == atoms::struct_) {
            found = true;
        } else {
            out.push_back(t);
        }
    }
    if (found) warn(meta, diag::Kind::CompileWarning, "key :__struct__ is ignored when using structs", "__struct__");
    return found ? s.arena.list(out) : pairs;
}

Task<bool> Expander::check_struct_keys(Term meta, Term name, Term pairs) {
    Term defaults = co_await struct_default(meta, name, Term::nil());
    for (Term t : ast::List(pairs)) {
        if (!ast::is_pair(t)) continue;
        const Term key = ast::first(t);
        if (!key.is_atom()) continue;
        if (map_get(defaults, key, s.vm.atoms()) == kNoTerm) {
            co_return co_await fail(meta, "unknown key " + show_atom(key) + " for struct " + show_atom(name));
        }
    }
    co_return true;
}

Task<Expr*> Expander::expand_struct_expr(Term q) {
    const Term meta = ast::meta(q);
    const Term map = ast::nth(ast::args(q), 1);
    const Place at = place(meta);
    Term name = co_await partial_expand(ast::args(q).head());
    if (!name.is_atom()) {
        Expr* e = co_await expand(name);
        if (e->kind == ExprKind::Literal) name = e->literal;
    }
    if (!name.is_atom()) {
        std::string text = co_await show(name);
        co_return co_await fail(meta, "expected struct name to be a compile time atom or alias, got: " + text);
    }
    if (!ast::is_call(map, atoms::op_map)) co_return co_await fail(meta, "expected struct to be followed by a map, got: " + co_await show(map));
    Term args = ast::args(map);
    if (ast::length(args) == 1u && ast::is_call_of(args.head(), atoms::op_bar, 2)) {
        const Term update = ast::args(args.head());
        const Term pairs = without_struct_key(meta, ast::nth(update, 1));
        co_await check_struct_keys(meta, name, pairs);
        Expr* base = co_await expand(update.head());
        const VarId whole = fresh(at);
        Pattern* shape = m.pattern(PatternKind::Map, at);
        shape->keys.push_back(literal_raw(atoms::struct_, at));
        shape->children.push_back(pattern_literal(name, at));
        Pattern* alias = m.pattern(PatternKind::Alias, at);
        alias->children = {shape, pattern_of_var(whole, at)};
        Expr* updated = co_await map_from_pairs(meta, var(whole, at), pairs, true);
        const VarId other = fresh(at);
        Exprs reason{literal_raw(atoms::badstruct, at), literal_raw(name, at), var(other, at)};
        Exprs raise{tuple_of(std::move(reason), at)};
        Clauses clauses;
        clauses.push_back(clause({alias}, updated, at));
        clauses.push_back(clause({pattern_of_var(other, at)}, erlang("error", std::move(raise), at), at));
        for (Clause& c : clauses) c.generated = true;
        co_return case_expr(base, std::move(clauses), at);
    }
    if (!all_pairs(args)) {
        std::string text = co_await show(args);
        co_return co_await fail(meta, "expected key-value pairs in a struct, got: " + text);
    }
    args = without_struct_key(meta, args);
    // The values stay quoted here: only the keys count.
    const Term given = s.arena.list({args});
    Term defaults = co_await struct_default(meta, name, given);
    std::vector<std::pair<Term, Term>> fields;
    MapIterator walk(defaults);
    Term key, value;
    while (walk.next(key, value)) {
        const bool given = key.is_atom() && ast::get(args, key) != kNoTerm;
        fields.emplace_back(key, given ? atoms::nil_ : value);
    }
    Expr* base = literal_raw(m.arena->copy(s.arena.map(fields, s.vm.atoms())), at);
    if (args.is_nil()) co_return base;
    Expr* built = co_await map_from_pairs(meta, base, args, true);
    bool constant = true;
    for (const Expr* e : built->args) constant = constant && e->kind == ExprKind::Literal;
    if (constant) {
        for (std::size_t i = 1; i < built->args.size(); i += 2) fields.emplace_back(built->args[i]->literal, built->args[i + 1]->literal);
        co_return literal_raw(m.arena->copy(s.arena.map(fields, s.vm.atoms())), at);
    }
    co_return built;
}

Task<Pattern*> Expander::map_pattern_from(Term meta, Term pairs) {
    Pattern* p = m.pattern(PatternKind::Map, place(meta));
    for (Term t : ast::List(pairs)) {
        if (!ast::is_pair(t)) {
            std::string text = co_await show(t);
            co_return co_await fail(meta, "expected key-value pairs in a map, got: " + text);
        }
        Term key_quoted = ast::first(t);
        Expr* key = nullptr;
        if (ast::is_call_of(key_quoted, atoms::op_pin, 1)) {
            Pattern* pinned = co_await pattern_pin(key_quoted);
            key = pinned->expr;
        } else if (ast::is_var(key_quoted) && ast::name(key_quoted) != atoms::q_module) {
            co_return co_await fail(meta, "cannot use variable " + std::string(s.text(ast::name(key_quoted))) +
                                              " as map key inside a pattern. Map keys in patterns can only be literals (such as atoms, strings, tuples, and the like) or an existing variable matched with the pin operator (such as ^some_var)");
        } else {
            env.context = Context::Normal;
            in_pattern_key = true;
            key = co_await expand(key_quoted);
            in_pattern_key = false;
            env.context = Context::Match;
            if (key->kind != ExprKind::Literal) key = co_await key_of_pins(key, key_quoted, meta);
        }
        p->keys.push_back(key);
        p->children.push_back(co_await pattern(ast::second(t)));
    }
    co_await check_repeated_keys(meta, p->keys, true);
    co_return p;
}

// A key that is no literal: tuples and lists of literals and pins are allowed.
Task<Expr*> Expander::key_of_pins(Expr* key, Term quoted, Term meta) {
    if (key->kind == ExprKind::Tuple || key->kind == ExprKind::Cons || key->kind == ExprKind::Binary) co_return key;
    std::string text = co_await show(quoted);
    co_return co_await fail(meta, "only variables and literals are allowed as map keys inside a pattern, got: " + text);
}

Task<Pattern*> Expander::pattern_map(Term q) {
    const Term args = ast::args(q);
    if (ast::length(args) == 1u && ast::is_call_of(args.head(), atoms::op_bar, 2)) {
        std::string text = co_await show(q);
        co_return co_await fail(ast::meta(q), "cannot use map/struct update syntax in match, got: " + text);
    }
    co_return co_await map_pattern_from(ast::meta(q), args);
}

Task<Pattern*> Expander::pattern_struct(Term q) {
    const Term meta = ast::meta(q);
    const Place at = place(meta);
    const Term left = ast::args(q).head();
    const Term map = ast::nth(ast::args(q), 1);
    if (!ast::is_call(map, atoms::op_map)) co_return co_await fail(meta, "expected struct to be followed by a map, got: " + co_await show(map));
    Pattern* tag = nullptr;
    Term name = kNoTerm;
    if (ast::is_var(left) && ast::name(left) != atoms::q_module) {
        tag = pattern_var(left);
        if (tag->kind == PatternKind::Any) tag = pattern_of_var(fresh(at), at);
        struct_tags.push_back(tag->var);
    } else if (ast::is_call_of(left, atoms::op_pin, 1)) {
        tag = co_await pattern_pin(left);
    } else {
        name = co_await partial_expand(left);
        if (!name.is_atom()) {
            std::string text = co_await show(left);
            co_return co_await fail(meta, "expected struct name in a match to be a compile time atom, alias or a variable, got: " + text);
        }
        tag = pattern_literal(name, at);
        const Context outer = env.context;
        env.context = Context::Normal;
        co_await check_struct_keys(meta, name, ast::args(map));
        env.context = outer;
    }
    Pattern* p = co_await pattern_map(map);
    p->keys.insert(p->keys.begin(), literal_raw(atoms::struct_, at));
    p->children.insert(p->children.begin(), tag);
    co_return p;
}

}  // namespace vial::expand

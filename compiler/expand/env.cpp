// compiler/expand/env.cpp: see env.h.
// Here: look-ups in imports; %Macro.Env{} both ways.
// Not here: -
// Threads: pure functions.
// Holds: -
#include "compiler/expand/env.h"

namespace vial::expand {

namespace {

// The module of the first import in `imports` that has name/arity, and of the second, if any.
int count_in(Term imports, Term name, Term arity, Term found[2], int count) {
    for (Term entry : ast::List(imports)) {
        for (Term fa : ast::List(ast::second(entry))) {
            if (ast::first(fa) == name && ast::second(fa) == arity) {
                if (count < 2) found[count++] = ast::first(entry);
                break;
            }
        }
    }
    return count;
}

}  // namespace

bool Env::required(Term wanted) const {
    for (Term module : ast::List(requires_)) {
        if (module == wanted) return true;
    }
    return false;
}

ImportLookup find_import(const Env& env, Term name, std::uint32_t arity) {
    Term found[2];
    const Term wanted = Term::small(arity);
    const int functions = count_in(env.functions, name, wanted, found, 0);
    const int all = count_in(env.macros, name, wanted, found, functions);
    if (all == 0) return {};
    if (all > 1) return {ImportLookup::Ambiguous, found[0], found[1]};
    return {functions > 0 ? ImportLookup::Function : ImportLookup::Macro, found[0], kNoTerm};
}

Term imports_of_name(const Env& env, TermArena& arena, Term name) {
    std::vector<std::pair<std::int64_t, Term>> found;
    for (Term imports : {env.functions, env.macros}) {
        for (Term entry : ast::List(imports)) {
            for (Term fa : ast::List(ast::second(entry))) {
                if (ast::first(fa) == name) found.emplace_back(ast::second(fa).small_value(), ast::first(entry));
            }
        }
    }
    // Few entries: insertion order by arity.
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Term list = Term::nil();
    for (std::size_t i = found.size(); i-- > 0;) {
        list = arena.cons(arena.tuple({Term::small(found[i].first), found[i].second}), list);
    }
    return list;
}

Term env_to_term(const Env& env, const Scope& scope, TermArena& arena, const AtomTable& atoms) {
    std::vector<const VarNode*> nodes;
    for (const VarNode* n = scope.read; n; n = n->next) nodes.push_back(n);
    std::vector<std::pair<Term, Term>> variables;
    for (std::size_t i = nodes.size(); i-- > 0;) {
        if (nodes[i]->key.name == atoms::q_caller) continue;
        variables.emplace_back(arena.tuple({nodes[i]->key.name, nodes[i]->key.kind}), Term::small(nodes[i]->id));
    }
    const Term context = env.context == Context::Match   ? atoms::match
                         : env.context == Context::Guard ? atoms::guard
                                                         : atoms::nil_;
    const std::pair<Term, Term> fields[] = {
        {atoms::struct_, atoms::E_MacroEnv},
        {atoms::aliases, env.aliases},
        {atoms::context, context},
        {atoms::context_modules, env.context_modules},
        {atoms::file, env.file == atoms::nil_ ? arena.binary("nofile") : env.file},
        {atoms::function_, env.function},
        {atoms::functions, env.functions},
        {atoms::lexical_tracker, env.lexical_tracker},
        {atoms::line, Term::small(env.line)},
        {atoms::macro_aliases, env.macro_aliases},
        {atoms::macros, env.macros},
        {atoms::module, env.module},
        {atoms::requires_, env.requires_},
        {atoms::tracers, env.tracers},
        {atoms::versioned_vars, arena.map(variables, atoms)},
    };
    return arena.map(fields, atoms);
}

namespace {
// What a program puts into an environment may be anything.
bool all_named(Term list) {
    if (!ast::length(list)) return false;
    for (Term t : ast::List(list)) {
        if (!ast::is_pair(t) || !ast::first(t).is_atom()) return false;
    }
    return true;
}
bool imports_hold(Term list) {
    if (!all_named(list)) return false;
    for (Term t : ast::List(list)) {
        if (!all_named(ast::second(t))) return false;
        for (Term fa : ast::List(ast::second(t))) {
            if (!ast::second(fa).is_small()) return false;
        }
    }
    return true;
}
}  // namespace

std::optional<Env> env_from_term(Term map, const AtomTable& atoms) {
    if (!is_map(map) || map_get(map, atoms::struct_, atoms) != atoms::E_MacroEnv) return std::nullopt;
    const auto field = [&](Term key, Term otherwise) {
        const Term value = map_get(map, key, atoms);
        return value == kNoTerm ? otherwise : value;
    };
    Env env;
    env.module = field(atoms::module, atoms::nil_);
    env.function = field(atoms::function_, atoms::nil_);
    const Term context = field(atoms::context, atoms::nil_);
    env.context = context == atoms::match ? Context::Match : context == atoms::guard ? Context::Guard : Context::Normal;
    env.file = field(atoms::file, atoms::nil_);
    env.line = static_cast<std::uint32_t>(field(atoms::line, Term::small(0)).try_small().value_or(0));
    env.aliases = field(atoms::aliases, Term::nil());
    env.requires_ = field(atoms::requires_, Term::nil());
    env.functions = field(atoms::functions, Term::nil());
    env.macros = field(atoms::macros, Term::nil());
    env.macro_aliases = field(atoms::macro_aliases, Term::nil());
    env.context_modules = field(atoms::context_modules, Term::nil());
    env.lexical_tracker = field(atoms::lexical_tracker, atoms::nil_);
    env.tracers = field(atoms::tracers, Term::nil());
    const bool names = (env.file == atoms::nil_ || is_bitstring(env.file)) && env.module.is_atom() && (env.function == atoms::nil_ || ast::is_pair(env.function));
    if (!names || !all_named(env.aliases) || !all_named(env.macro_aliases) || !imports_hold(env.functions) || !imports_hold(env.macros)) return std::nullopt;
    for (const Term list : {env.requires_, env.context_modules, env.tracers}) {
        if (!ast::length(list)) return std::nullopt;
    }
    return env;
}

Term env_variables(Term map, const AtomTable& atoms) {
    return is_map(map) ? map_get(map, atoms::versioned_vars, atoms) : kNoTerm;
}

}  // namespace vial::expand

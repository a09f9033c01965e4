// compiler/expand/env.h: what is lexically known at a point of the program.
// Here: Env, the fields of %Macro.Env{} as terms; look-ups of aliases and imports; conversion from
//       and to the struct.
// Not here: variables (scope.h); changing an Env by alias, import, require (forms_lexical.cpp).
// Threads: plain values over terms of the session's arena, which do not move.
// Holds: every list in it is shared and never changed in place, so copying an Env is cheap and a
//        scope is left by putting the old copy back.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "compiler/expand/ast.h"
#include "compiler/expand/scope.h"
#include "vm/term/map.h"

namespace vial::expand {

enum class Context : std::uint8_t { Normal, Match, Guard };

struct Env {
    Term module = atoms::nil_;
    Term function = atoms::nil_;        // {name, arity}
    Context context = Context::Normal;
    Term file = atoms::nil_;            // binary
    std::uint32_t line = 0;
    Term aliases = Term::nil();         // [{short, full}]
    Term requires_ = Term::nil();       // [module], sorted
    Term functions = Term::nil();       // [{module, [{name, arity}]}]
    Term macros = Term::nil();
    Term macro_aliases = Term::nil();   // [{short, {counter, full}}]
    Term context_modules = Term::nil();
    Term lexical_tracker = atoms::nil_;
    Term tracers = Term::nil();

    bool in_module() const { return module != atoms::nil_; }
    bool in_function() const { return function != atoms::nil_; }
    bool required(Term wanted) const;
};

// What imports say of name/arity.
struct ImportLookup {
    enum Kind : std::uint8_t { None, Function, Macro, Ambiguous } kind = None;
    Term module = kNoTerm;
    Term second = kNoTerm;  // Ambiguous: the other one
};
ImportLookup find_import(const Env& env, Term name, std::uint32_t arity);

// Modules whose functions or macros of that name are imported: [{arity, module}] in order of arity.
Term imports_of_name(const Env& env, TermArena& arena, Term name);

// %Macro.Env{} in the arena.
Term env_to_term(const Env& env, const Scope& scope, TermArena& arena, const AtomTable& atoms);
// nullopt: no such struct.
std::optional<Env> env_from_term(Term map, const AtomTable& atoms);
Term env_variables(Term map, const AtomTable& atoms);  // versioned_vars of the struct

}  // namespace vial::expand

// compiler/expand/evaluate.h: expanded code run at once.
// Here: evaluate(): core of an expression, compiled into a module of its own and called.
// Not here: its expansion.
// Threads: as the session.
// Holds: the module stays as long as what it gave may refer to it.
#pragma once

#include "compiler/expand/expander.h"

namespace vial::expand {

// Values for variables that exist before the code.
struct Binding {
    VarKey key;
    Term value;
};
struct Evaluated {
    Term value = atoms::nil_;
    Terms variables;          // values, in the order of `keys`
    std::vector<VarKey> keys;
};

// A module to hold evaluated code.
std::unique_ptr<core::Module> evaluation_module(Session& s, std::string_view prefix);
// Expands `quoted` with x's env and `bindings` in scope and runs it. With `want_variables` all
// variables visible at its end come back.
Task<Evaluated> evaluate(Expander& x, Term quoted, std::vector<Binding> bindings, bool want_variables);

}  // namespace vial::expand

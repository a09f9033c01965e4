// compiler/expand/module_compile.h: from defmodule to a loaded module.
// Here: compile_module.
// Not here: its parts (definition.cpp, module_finish.cpp).
// Threads: as the session.
// Holds: the module is open while its body runs and closed in whatever way that ends.
#pragma once

#include "compiler/expand/evaluate.h"
#include "compiler/expand/module_builder.h"

namespace vial::expand {

// The value is {:module, name, binary, value of the body}.
Task<Term> compile_module(Session& s, Term name, Term body, std::vector<Binding> bindings, Env env);

// Completes the definitions: checks, __info__, attributes, docs (module_finish.cpp). False after an
// error has been raised.
Task<bool> finish_module(Expander& x);

}  // namespace vial::expand

// compiler/expand/definition.h: one def, defp, defmacro or defmacrop while it is stored.
// Here: store_definition.
// Not here: the macros themselves (definition_forms.h).
// Threads: as the session.
// Holds: the clause is expanded when the definition is run, with what the module has by then.
#pragma once

#include "compiler/expand/module_builder.h"

namespace vial::expand {

// `call` is the head with its guard, `body` the keyword blocks or nil. The value is {name, arity}.
// After a definition has failed: it counts as defined, so that its calls are no errors. Its {name, arity}.
Term store_failed(Expander& x, Term kind, Term call);
Task<Term> store_definition(Expander& x, Term kind, Term call, Term body, bool grouped);

}  // namespace vial::expand

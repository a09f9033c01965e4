// compiler/expand/definition_attributes.h: attributes that belong to the next definition.
// Here: @doc, @deprecated, @since, @impl taken by a definition; @on_definition hooks.
// Not here: attributes of the whole module (module_finish.cpp).
// Threads: as the session.
// Holds: each is forgotten once a definition has taken it.
#pragma once

#include "compiler/expand/module_builder.h"

namespace vial::expand {

Task<bool> definition_attributes(Expander& x, Term kind, NameArity id, Term meta, const Terms& args, Term guard, Term body);

}  // namespace vial::expand

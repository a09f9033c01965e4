// compiler/expand/definition_attributes.h: attributes that belong to the next definition.
// Here: @doc, @deprecated, @since, @impl taken by a definition; @on_definition hooks.
// Not here: attributes of the whole module (module_finish.cpp).
// Threads: as the session.
// Holds: each is forgotten once a definition has taken it.
#pragma once

#include "compiler/expand/module_builder.h"

namespace vial::expand {

// What @doc or @typedoc said (a list of texts, false and lists of metadata, or kNoTerm) added to an entry.
void add_doc(ModuleBuilder& builder, DocEntry& entry, Term given);

Task<bool> definition_attributes(Expander& x, Term kind, NameArity id, Term meta, const Terms& args, Term guard, Term body);

}  // namespace vial::expand

// compiler/expand/module_docs.h: the documentation of a module as Code.fetch_docs gives it.
// Here: build_docs.
// Not here: collecting it (definition_attributes.cpp).
// Threads: as the session.
// Holds: -
#pragma once

#include "compiler/expand/module_builder.h"

namespace vial::expand {

Task<bool> build_docs(Expander& x);

}  // namespace vial::expand

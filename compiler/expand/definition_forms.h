// compiler/expand/definition_forms.h: what def, defmodule and @ expand to.
// Here: the code that stores a definition, defines a module, reads or sets an attribute.
// Not here: storing (definition.cpp), defining (module_compile.cpp).
// Threads: as the session.
// Holds: Kernel's macros of these names are one call of these functions each; before there is a
//        Kernel the expander calls them itself.
#pragma once

#include "compiler/expand/expander.h"

namespace vial::expand {

Task<Term> definition_form(Expander& x, Term kind, Term call, Term body);
Task<Term> module_form(Expander& x, Term meta, Term alias, Term blocks);
Task<Term> attribute_form(Expander& x, Term meta, Term arg);
// The form named so, when there is no Kernel; kNoTerm: none.
Task<Term> bootstrap_form(Expander& x, Term meta, Term name, Term args);

}  // namespace vial::expand

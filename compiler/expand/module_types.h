// compiler/expand/module_types.h: what types and specs of a module must hold.
// Here: specs of functions that are not there, types that are defined twice or used by nothing; what a typespec is of.
// Not here: what a type means; nothing checks that.
// Threads: as the session.
// Holds: warnings go to the session, errors end it.
#pragma once

#include <optional>

#include "compiler/expand/expander.h"
#include "compiler/expand/module_builder.h"

namespace vial::expand {

Task<bool> check_types(Expander& x);

// Name and arity of `name(args) :: type when ...`.
std::optional<NameArity> typespec_id(Term quoted);

}  // namespace vial::expand

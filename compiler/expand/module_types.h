// compiler/expand/module_types.h: what types and specs of a module must hold.
// Here: specs of functions that are not there, types that are defined twice or used by nothing.
// Not here: what a type means; nothing checks that.
// Threads: as the session.
// Holds: warnings go to the session, errors end it.
#pragma once

#include "compiler/expand/expander.h"

namespace vial::expand {

Task<bool> check_types(Expander& x);

}  // namespace vial::expand

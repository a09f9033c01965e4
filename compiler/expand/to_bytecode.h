// compiler/expand/to_bytecode.h: the passes after core, as the expander calls them.
// Here: to_bytecode.
// Not here: the passes (core/, ssa/, emit/).
// Threads: any.
// Holds: -
#pragma once

#include "compiler/compiler.h"

namespace vial::expand {

ModuleCode to_bytecode(core::Module& module, const AtomTable& atoms);

}  // namespace vial::expand

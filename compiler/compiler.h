// compiler/compiler.h: the compiler as the rest of vial sees it.
// Here: core to bytecode in one call.
// Not here: the natives through which the language reaches the expander (expand/natives.cpp).
// Threads: any; a call owns what it is given.
// Holds: reports problems through the diagnostics it is given, never by aborting.
#pragma once

#include "compiler/core/core.h"
#include "vm/code/bytecode.h"
#include "vm/term/atom_table.h"

namespace vial {

namespace diag {
class Sink;  // diag/diagnostic.h
}

// Optimises and emits a module. The module's arena goes on to own the literals.
ModuleCode compile_core(core::Module& module, const AtomTable& atoms, diag::Sink& diagnostics);

}  // namespace vial

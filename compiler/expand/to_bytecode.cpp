// compiler/expand/to_bytecode.cpp: see to_bytecode.h.
// Here: -
// Not here: -
// Threads: any.
// Holds: what these passes report of a program that expanded is a bug of theirs, so the sink is dropped.
#include "compiler/expand/to_bytecode.h"

#include "compiler/diag/diagnostic.h"

namespace vial::expand {

ModuleCode to_bytecode(core::Module& module, const AtomTable& atoms) {
    diag::Sink sink;
    return compile_core(module, atoms, sink);
}

}  // namespace vial::expand

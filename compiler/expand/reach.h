// compiler/expand/reach.h: what the code of a module's body may touch besides the module.
// Here: Reach, reach_of().
// Not here: what is made of it (script.cpp).
// Threads: any.
// Holds: an estimate by the names of the modules called; calls of calls are not followed.
#pragma once

#include <cstdint>

#include "compiler/core/core.h"
#include "vm/term/atom_table.h"

namespace vial::expand {

enum class Reach : std::uint8_t {
    Itself,   // only what computes: the result depends on the text alone
    Outside,  // reads what may differ from run to run, or calls the program's own code
    Lasting,  // leaves something behind that the running program may look for: processes, tables, messages
};

// The widest of all functions of `code`; of one expression.
Reach reach_of(const core::Module& code, const AtomTable& atoms);
Reach reach_of(const core::Expr& e, const AtomTable& atoms);

}  // namespace vial::expand

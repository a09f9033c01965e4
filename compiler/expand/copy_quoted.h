// compiler/expand/copy_quoted.h: what a macro gave, taken into the session.
// Here: a copy from a process's heap into the arena that marks each node with line and expansion.
// Not here: plain copies (TermArena::copy).
// Threads: reads the heap while its process waits.
// Holds: no recursion.
#pragma once

#include "compiler/expand/ast.h"

namespace vial::expand {

// Nodes without a line get `line` (0: none); variables whose context is `receiver` get `counter`,
// which tells them from the same names of other expansions.
struct Linify {
    std::uint32_t line = 0;
    Term receiver = kNoTerm;
    std::int64_t counter = 0;
};
Term copy_linified(TermArena& arena, Term quoted, const Linify& how);

}  // namespace vial::expand

// vm/term/print.h: a term as text, for people who look into the machine.
// Here: print_term(), in Erlang's notation, cut at a length.
// Not here: inspect and io_lib:format, which are the language's.
// Threads: any that may read the term.
// Holds: bounded in output and in stack, whatever the term.
#pragma once

#include <cstddef>
#include <string>

#include "vm/term/atom_table.h"
#include "vm/term/term.h"

namespace vial {

std::string print_term(Term term, const AtomTable& atoms, std::size_t max_bytes = 2000);

}  // namespace vial

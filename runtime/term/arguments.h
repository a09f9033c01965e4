// runtime/term/arguments.h: what natives on terms ask of their arguments again and again.
// Here: booleans, the shape of a list, errors that carry an argument, going on after a yield.
// Not here: natives.
// Threads: the scheduler that runs the process.
// Holds: an error that carries an argument reserves first and reads the argument after.
#pragma once

#include <string_view>

#include "vm/process/process.h"
#include "vm/process/roots.h"
#include "vm/tables/atoms.h"
#include "vm/term/atom_table.h"
#include "vm/term/boxed.h"

namespace vial {

inline Term boolean(bool value) { return value ? atoms::true_ : atoms::false_; }
inline const AtomTable& atoms_of(Process& p) { return *context_of(p).atoms; }

struct ListShape {
    Word length;
    bool proper;
};
// Walks to the end. Reductions are the caller's to charge.
inline ListShape list_shape(Term list) {
    Word length = 0;
    for (; list.is_cons(); list = list.tail()) ++length;
    return {length, list.is_nil()};
}

// One reduction for so many list cells walked or built.
constexpr Word kCellsPerReduction = 16;
// A walk looks at the clock of reductions after so many cells.
constexpr Word kCellsPerCheck = 4096;

// {badmap, args[i]} and {badkey, args[i]}.
NativeResult badmap(Process& p, Args args, std::uint32_t i);
NativeResult badkey(Process& p, Args args, std::uint32_t i);

// What a native keeps in a tuple while it rests. Its name and arity are open to programs, so the last element proves
// that a native made the state: no program can have this term.
constexpr Term kStateProof = Term::marker(50);
inline bool is_state_of_ours(Term t, Word elements) {
    return is_tuple_of(t, elements) && tuple_element(t, elements - 1) == kStateProof;
}
// The native goes on in module:name with these arguments when the process runs next.
NativeResult go_on_in(Process& p, std::string_view module, std::string_view name,
                      std::initializer_list<Term> arguments);

}  // namespace vial

// vm/term/hash.h: the machine's own hash of terms, for maps and tables.
// Here: hash_term.
// Not here: phash2 (phash2.h), which programs see.
// Threads: pure functions over immutable terms.
// Holds: a === b implies the same hash (0.0 and -0.0 too). Atoms hash by text, so that the order of
//        large maps does not hang on the order in which atoms were made.
#pragma once

#include <cstdint>

#include "vm/base/hash.h"
#include "vm/term/atom_table.h"
#include "vm/term/term.h"

namespace vial {

std::uint64_t hash_term_slow(Term t, const AtomTable& atoms, Word* visited);

inline std::uint64_t hash_term(Term t, const AtomTable& atoms, Word* visited = nullptr) {
    if (t.is_small()) return mix(t.word());
    if (t.is_atom()) return atoms.hash(t);
    return hash_term_slow(t, atoms, visited);
}

}  // namespace vial

// vm/term/compare.h: equality and the order of terms.
// Here: === (equal_exact), == (equal), the total order, the order of map keys.
// Not here: hashing (hash.h).
// Threads: pure functions over immutable terms.
// Holds: number < atom < reference < fun < port < pid < tuple < map < nil < list < bitstring.
//        An integer and a float compare by exact value, however large. No recursion over terms.
#pragma once

#include <cstdint>

#include "vm/term/term.h"

namespace vial {

class AtomTable;

bool equal_exact_slow(Term a, Term b, Word* visited);
bool equal_slow(Term a, Term b, Word* visited);
int compare_slow(Term a, Term b, const AtomTable& atoms, bool exact, Word* visited);

// ===: same type and value (0.0 === -0.0). `visited`, where given, grows by the nodes looked at, to
// be charged as reductions.
inline bool equal_exact(Term a, Term b, Word* visited = nullptr) {
    if (a == b) return true;
    // Different immediates differ, but for the two zeros.
    if (a.is_immediate() || b.is_immediate()) return a.is_float_zero() && b.is_float_zero();
    return equal_exact_slow(a, b, visited);
}
// ==: as ===, and 1 == 1.0, also inside of terms (not for map keys).
inline bool equal(Term a, Term b, Word* visited = nullptr) {
    if (a == b) return true;
    if (Term::both_small(a, b)) return false;
    return equal_slow(a, b, visited);
}
// < 0, 0, > 0; 0 exactly when a == b.
inline int compare_terms(Term a, Term b, const AtomTable& atoms, Word* visited = nullptr) {
    if (a == b) return 0;
    if (Term::both_small(a, b)) return a.small_value() < b.small_value() ? -1 : 1;
    return compare_slow(a, b, atoms, false, visited);
}
// The order of keys in a map: integers before floats; 0 exactly when a === b.
inline int compare_exact(Term a, Term b, const AtomTable& atoms, Word* visited = nullptr) {
    if (a == b) return 0;
    if (Term::both_small(a, b)) return a.small_value() < b.small_value() ? -1 : 1;
    return compare_slow(a, b, atoms, true, visited);
}

// Numbers only.
int compare_numbers(Term a, Term b);

}  // namespace vial

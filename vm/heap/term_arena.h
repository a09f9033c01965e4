// vm/heap/term_arena.h: terms that never move, freed all at once.
// Here: a bump arena that builds terms; literals of a module, quoted forms while they are compiled,
//       attributes of a module being defined.
// Not here: the heap of a process (heap.h), frozen regions (region.h).
// Threads: one at a time; the terms may be read by any while the arena lives.
// Holds: an address given out stays valid and unchanged until the arena dies. Pointers inside point
//        into the same arena or into something that outlives it.
#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "vm/term/boxed.h"

namespace vial {

class AtomTable;

class TermArena {
  public:
    TermArena();
    ~TermArena();
    TermArena(TermArena&&) noexcept;
    TermArena& operator=(TermArena&&) noexcept;

    // `words` zeroed words, eight-byte aligned.
    Word* allocate(Word words);

    Term cons(Term head, Term tail);
    Term tuple(std::span<const Term> elements);
    Term tuple(std::initializer_list<Term> elements) {
        return tuple(std::span<const Term>(elements.begin(), elements.size()));
    }
    Term list(std::span<const Term> elements, Term tail = Term::nil());
    Term list(std::initializer_list<Term> elements) {
        return list(std::span<const Term>(elements.begin(), elements.size()));
    }
    // Any length: larger than kMaxHeapBinaryBytes becomes a shared binary owned by the arena.
    Term binary(std::string_view bytes);
    Term bitstring(std::string_view bytes, Word bits);
    Term floating(double value);
    Term integer(std::int64_t value);
    // Digits of `base` (2..36), no sign, no underscores; any length.
    Term integer(std::string_view digits, int base, bool negative = false);
    // Later keys replace earlier ones. Any number of pairs. (Atom keys are sorted by text.)
    Term map(std::span<const std::pair<Term, Term>> pairs, const AtomTable& atoms);
    // A deep copy of `term` from anywhere.
    Term copy(Term term);

    Word allocated_words() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vial

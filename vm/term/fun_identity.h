// vm/term/fun_identity.h: what tells one closure's code from another's.
// Here: FunIdentity, the first member of FunEntry (code/fun_entry.h).
// Not here: the entry's code and counts.
// Threads: immutable.
// Holds: FunEntry derives from it first, so a FunEntry* is a FunIdentity*: comparison and hashing of
//        funs need nothing of code/.
#pragma once

#include "vm/term/boxed.h"

namespace vial {

struct FunIdentity {
    Term module;
    std::uint32_t index;   // of the lambda in its module
    std::uint32_t unique;  // hash of its source place
    std::uint32_t arity;   // as the program sees it
    std::uint32_t free;
};

inline const FunIdentity& fun_identity(Term closure) {
    return *reinterpret_cast<const FunIdentity*>(closure.boxed_words()[1]);
}

}  // namespace vial

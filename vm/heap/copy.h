// vm/heap/copy.h: copies terms from one heap to another.
// Here: copy_size and copy_term: first how many words, then the copy.
// Not here: fragments (fragment.h), the collector's moving copy (gc.cpp).
// Threads: reads `term`, which must not change; writes memory of the caller's.
// Holds: no recursion; sharing inside the term is not kept (as OTP), literals and frozen regions are
//        not copied. A million-element list costs no stack.
#pragma once

#include <cstdint>

#include "vm/base/literal_space.h"
#include "vm/term/term.h"

namespace vial {

struct CopySize {
    Word words = 0;
    bool off_heap = false;  // holds counted binaries or resources
    LiteralView literals = nullptr;  // what was not counted, because it stays
};

// Words that copy_term will take. `literals` may be null: then everything is copied.
CopySize copy_size(Term term, LiteralView literals);
// Copies to `top`, which is advanced by exactly copy_size().words, given the same view. Counted objects are counted up
// and put on the list `off_heap` (linked through their last word).
Term copy_term(Term term, Word*& top, Word*& off_heap, LiteralView literals);

}  // namespace vial

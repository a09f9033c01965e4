// vm/term/limbs.h: a bignum's words as GMP's limbs.
// Here: the one place that says they are the same.
// Not here: arithmetic (bignum.cpp), text (bignum_text.cpp).
// Threads: any.
// Holds: a limb is a word, with no nail bits.
#pragma once

#include <gmp.h>

#include "vm/term/term.h"

namespace vial {

static_assert(sizeof(mp_limb_t) == sizeof(Word) && GMP_NAIL_BITS == 0);

inline mp_limb_t* limbs(Word* words) {
    return reinterpret_cast<mp_limb_t*>(words);
}
inline const mp_limb_t* limbs(const Word* words) {
    return reinterpret_cast<const mp_limb_t*>(words);
}

}  // namespace vial

// vm/term/phash2.h: OTP's portable hash of a term.
// Here: phash2 with its full 32-bit range.
// Not here: the machine's own hash (hash.h).
// Threads: pure function.
// Holds: equal to :erlang.phash2/1 of OTP 25 for every term (maps included), so data partitioned by it
//        agrees between nodes.
#pragma once

#include <cstdint>

#include "vm/term/atom_table.h"
#include "vm/term/term.h"

namespace vial {

// `visited` grows by the nodes looked at.
std::uint32_t phash2(Term t, const AtomTable& atoms, Word* visited = nullptr);

}  // namespace vial

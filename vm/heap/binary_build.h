// vm/heap/binary_build.h: making binaries in a process's heap.
// Here: uninitialised bitstrings, appending in place, slices.
// Not here: reading and copying bits (term/binary.h).
// Threads: the owner of the process.
// Holds: each of these may collect: read terms again after it.
#pragma once

#include <cstdint>
#include <string_view>

#include "vm/process/process.h"

namespace vial {

// A new bitstring of `bits` bits whose bytes the caller fills before anything else is allocated.
// `bytes` points at them; the unused low bits of the last byte must end up zero. kNoTerm when memory
// is refused or the size is absurd (system_limit).
Term make_bitstring(Process& process, Word bits, std::uint8_t*& bytes);

// `left` (a bitstring that is a root of the process: pass the register's or argument's place) with
// `extra_bits` more at its end, which the caller fills: they start at bit `offset_bits` of `bytes`.
// Writes into left's own buffer when left ends where the buffer's used part ends and there is room;
// else copies it once into a buffer twice as large, so that a loop of appends is linear.
Term append_bitstring(Process& process, Term& left, Word extra_bits, std::uint8_t*& bytes,
                      Word& offset_bits);

// Words that make_slice takes at most.
constexpr Word kSliceMaxWords = 10;
// Bits [offset, offset + size) of bitstring `whole`, through reserved room. Small whole-byte parts
// are copied, larger ones share the parent.
Term make_slice(HeapWriter& out, Process& process, Term whole, Word offset_bits, Word size_bits);

}  // namespace vial

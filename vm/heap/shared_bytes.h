// vm/heap/shared_bytes.h: the bytes of a large binary, outside all heaps, counted.
// Here: SharedBytes: creation, counting, appending at its end.
// Not here: the terms that refer to it (term/boxed.h: SharedBinary), building binaries (binary_build.h).
// Threads: count and used_bits are atomic; bytes below used_bits never change.
// Holds: whoever moves used_bits from the end of what it sees (compare and swap) owns the bits
//        between; so appending in place is safe even while others hold shorter views.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/base/memory.h"
#include "vm/term/term.h"

namespace vial {

struct SharedBytes {
    std::atomic<std::uint64_t> count;
    std::atomic<std::uint64_t> used_bits;
    std::uint64_t capacity_bytes;
    // From malloc, not from a BlockCache: made where there is no VM (TermArena).
    bool from_malloc;
    // Where the bytes are: behind this header, or foreign memory (image, file mapping) that is
    // never written and not freed with it.
    std::uint8_t* bytes;

    static SharedBytes* create_from_malloc(Word bytes);
    // Count 1, used_bits = bytes * 8; nullptr when memory is refused.
    static SharedBytes* create(BlockCache& blocks, Word bytes, Word capacity_bytes = 0);

    // Pairs with the decrement in release(): the last one sees all earlier use.
    void retain() { count.fetch_add(1, std::memory_order_relaxed); }
    void release(BlockCache& blocks);
    // Of create_from_malloc() alone.
    void release_malloced();

    // Takes `bits` more bits after `end_bits` if that is the end and there is room.
    bool try_extend(Word end_bits, Word bits) {
        std::uint64_t expected = end_bits;
        if (end_bits + bits > capacity_bytes * 8) return false;
        // Acquire: sees what the owner of the bits before wrote into a shared last byte.
        return used_bits.compare_exchange_strong(expected, end_bits + bits,
                                                 std::memory_order_acq_rel,
                                                 std::memory_order_relaxed);
    }
};

}  // namespace vial

// vm/heap/shared_bytes.cpp: creation and end of shared bytes.
// Here: the block behind a SharedBytes.
// Not here: terms.
// Threads: as shared_bytes.h says.
// Holds: header and bytes stand in one block, so that one free ends both.
#include "vm/heap/shared_bytes.h"

#include <cstdlib>
#include <new>

namespace vial {

SharedBytes* SharedBytes::create(BlockCache& blocks, Word bytes, Word capacity_bytes) {
    if (capacity_bytes < bytes) capacity_bytes = bytes;
    if (capacity_bytes > Word{1} << 45) return nullptr;
    const Word total = BlockCache::good_size(sizeof(SharedBytes) + capacity_bytes);
    void* block = blocks.allocate(total, MemoryUse::Binary);
    if (!block) return nullptr;
    auto* shared = new (block) SharedBytes;
    shared->count.store(1, std::memory_order_relaxed);
    shared->used_bits.store(bytes * 8, std::memory_order_relaxed);
    shared->capacity_bytes = total - sizeof(SharedBytes);
    shared->from_malloc = false;
    shared->bytes = reinterpret_cast<std::uint8_t*>(shared + 1);
    return shared;
}

SharedBytes* SharedBytes::create_from_malloc(Word bytes) {
    void* block = std::malloc(sizeof(SharedBytes) + bytes);
    if (!block) return nullptr;
    auto* shared = new (block) SharedBytes;
    shared->count.store(1, std::memory_order_relaxed);
    shared->used_bits.store(bytes * 8, std::memory_order_relaxed);
    shared->capacity_bytes = bytes;
    shared->from_malloc = true;
    shared->bytes = reinterpret_cast<std::uint8_t*>(shared + 1);
    return shared;
}

void SharedBytes::release(BlockCache& blocks) {
    // Release: our reads are over; acquire: those of all others are before the free.
    if (count.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    if (from_malloc) return std::free(this);
    const bool own = bytes == reinterpret_cast<std::uint8_t*>(this + 1);
    blocks.free(this, sizeof(SharedBytes) + (own ? capacity_bytes : 0), MemoryUse::Binary);
}

void SharedBytes::release_malloced() {
    if (count.fetch_sub(1, std::memory_order_acq_rel) == 1) std::free(this);
}

}  // namespace vial

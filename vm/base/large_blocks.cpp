// vm/base/large_blocks.cpp: mapping, keeping, growing and splitting large blocks.
// Here: what large_blocks.h promises.
// Not here: chunks (memory.cpp).
// Threads: as the header says.
// Holds: kept blocks are poisoned; what is handed out or unmapped is not.
#include "vm/base/large_blocks.h"

#include <sys/mman.h>

#include <algorithm>
#include <bit>

#include "vm/base/poison.h"

namespace vial {

namespace {

// Freed blocks kept for the next collection instead of being unmapped.
constexpr std::size_t kKeptBytes = std::size_t{64} << 20;
// What is left of a kept block is kept by itself from this size on.
constexpr std::size_t kSmallestRest = std::size_t{256} << 10;
// All that fit, and one more for each of many threads that free at once.
constexpr std::size_t kMostKept = kKeptBytes / kSmallestRest + 256;

std::byte* map_pages(std::size_t bytes) {
    void* at = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return at == MAP_FAILED ? nullptr : static_cast<std::byte*>(at);
}

}  // namespace

// The list never grows: a block may be freed when the system has no memory left.
LargeBlocks::LargeBlocks() { kept_.reserve(kMostKept); }

LargeBlocks::~LargeBlocks() {
    while (!kept_.empty()) unmap(take_oldest_beyond(0));
}

std::size_t LargeBlocks::good_size(std::size_t bytes) {
    const int doubling = 63 - std::countl_zero(bytes - 1) - 3;
    const std::size_t step = std::max<std::size_t>(std::size_t{1} << doubling, 4096);
    return (bytes + step - 1) / step * step;
}

void* LargeBlocks::allocate(std::size_t bytes) {
    const Block kept = take_kept(bytes);
    if (kept.bytes > bytes) return cut(kept, bytes).at;
    Block block = kept;
    if (block.at && block.bytes < bytes) block = grown(block, bytes);
    while (!block.at) {
        block = fresh(bytes);
        if (block.at) break;
        const Block oldest = take_oldest_beyond(0);
        if (!oldest.at) break;
        unmap(oldest);
    }
    return block.at;
}

void LargeBlocks::free(void* block, std::size_t bytes) {
    const Block freed{static_cast<std::byte*>(block), bytes};
    if (bytes > kKeptBytes) return unmap(freed);
    keep(freed);
    for (Block old = take_oldest_beyond(kKeptBytes); old.at; old = take_oldest_beyond(kKeptBytes)) {
        unmap(old);
    }
}

// Of the kept blocks the smallest of at least `bytes`, unless most of it would be cut off; else the
// largest of the smaller ones.
LargeBlocks::Block LargeBlocks::take_kept(std::size_t bytes) {
    std::lock_guard lock(mutex_);
    auto best = kept_.end();
    for (auto it = kept_.begin(); it != kept_.end(); ++it) {
        if (it->bytes > 2 * bytes) continue;
        const bool better = best == kept_.end() ||
                            (best->bytes < bytes ? it->bytes > best->bytes
                                                 : it->bytes >= bytes && it->bytes < best->bytes);
        if (better) best = it;
    }
    if (best == kept_.end()) return {};
    const Block block = *best;
    kept_.erase(best);
    kept_bytes_ -= block.bytes;
    unpoison(block.at, block.bytes);
    return block;
}

// None when the kept blocks together have no more than `most` bytes.
LargeBlocks::Block LargeBlocks::take_oldest_beyond(std::size_t most) {
    std::lock_guard lock(mutex_);
    if (kept_bytes_ <= most) return {};
    const Block oldest = kept_.front();
    kept_.erase(kept_.begin());
    kept_bytes_ -= oldest.bytes;
    unpoison(oldest.at, oldest.bytes);
    return oldest;
}

void LargeBlocks::keep(Block block) {
    std::unique_lock lock(mutex_);
    if (kept_.size() == kMostKept) {
        lock.unlock();
        return unmap(block);
    }
    poison(block.at, block.bytes);
    kept_.push_back(block);
    kept_bytes_ += block.bytes;
}

LargeBlocks::Block LargeBlocks::fresh(std::size_t bytes) {
    std::byte* at = map_pages(bytes);
    if (!at) return {};
    mapped_.fetch_add(static_cast<std::int64_t>(bytes), std::memory_order_relaxed);
    return {at, bytes};
}

// The same pages and more behind them, in place or elsewhere; none, and the block given back, when
// the system refuses.
LargeBlocks::Block LargeBlocks::grown(Block block, std::size_t bytes) {
    void* at = ::mremap(block.at, block.bytes, bytes, MREMAP_MAYMOVE);
    if (at == MAP_FAILED) {
        unmap(block);
        return {};
    }
    mapped_.fetch_add(static_cast<std::int64_t>(bytes - block.bytes), std::memory_order_relaxed);
    return {static_cast<std::byte*>(at), bytes};
}

LargeBlocks::Block LargeBlocks::cut(Block block, std::size_t bytes) {
    const Block rest{block.at + bytes, block.bytes - bytes};
    if (rest.bytes >= kSmallestRest) {
        keep(rest);
    } else {
        unmap(rest);
    }
    return {block.at, bytes};
}

void LargeBlocks::unmap(Block block) {
    ::munmap(block.at, block.bytes);
    mapped_.fetch_sub(static_cast<std::int64_t>(block.bytes), std::memory_order_relaxed);
}

}  // namespace vial

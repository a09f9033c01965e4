// vm/base/large_blocks.h: blocks too large for a chunk, each mapped by itself.
// Here: mapping and giving back, the freed ones kept for the next, which take over their pages.
// Not here: size classes and counters by use (memory.h).
// Threads: any; one mutex around the list of kept blocks, never held while the system is asked.
// Holds: a block is one mapping of whole pages. A new block takes pages that the machine has
// already
//        touched where it can: a first touch costs more than copying a page full.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace vial {

constexpr std::size_t kLargestBlock = std::size_t{1} << 46;

class LargeBlocks {
  public:
    LargeBlocks();
    ~LargeBlocks();
    LargeBlocks(const LargeBlocks&) = delete;
    LargeBlocks& operator=(const LargeBlocks&) = delete;

    // What allocate(bytes) takes: eight sizes to each doubling, whole pages. Idempotent.
    static std::size_t good_size(std::size_t bytes);
    // `bytes` as good_size says; not zeroed; nullptr when the system
    // refuses.
    [[nodiscard]] void* allocate(std::size_t bytes);
    void free(void* block, std::size_t bytes);

    // Bytes of all blocks, in use and kept.
    std::int64_t mapped_bytes() const { return mapped_.load(std::memory_order_relaxed); }

  private:
    struct Block {
        std::byte* at = nullptr;
        std::size_t bytes = 0;
    };
    Block take_kept(std::size_t bytes);
    Block take_oldest_beyond(std::size_t most);
    void keep(Block block);
    Block fresh(std::size_t bytes);
    Block grown(Block block, std::size_t bytes);
    Block cut(Block block, std::size_t bytes);
    void unmap(Block block);

    std::mutex mutex_;
    std::vector<Block> kept_;  // the oldest first
    std::size_t kept_bytes_ = 0;
    std::atomic<std::int64_t> mapped_{0};
};

}  // namespace vial

// vm/base/memory.h: the only door to memory for what the machine allocates often.
// Here: Memory (the chunks and central lists of one VM, its counters) and BlockCache (one thread's
//       share of them): control blocks, heaps, fragments, shared binaries.
// Not here: the range of literals (literal_space.h); what the blocks hold.
// Threads: a BlockCache belongs to one thread; a block may be freed through any cache of its VM.
//          Memory's lists are under a mutex per size class, taken once for a batch of blocks.
// Holds: chunks are 2 MiB, populated ahead of use (a first touch costs several microseconds), and
//        never unmapped while the VM lives. Whoever frees a block says how large it is.
//
// Size classes: multiples of 16 up to 128 bytes, then eight to each doubling (640 is exact) up to
// 256 KiB. What is larger is mapped by itself, on the same ladder (large_blocks.h).
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace vial {

class Process;
class Vm;
struct RunContext;  // process/roots.h

enum class MemoryUse : std::uint8_t {
    ProcessControl,
    ProcessHeap,  // blocks, old generations, extensions
    Message,      // fragments, queued or attached
    Binary,
    Table,
    Code,
    Other,
    kCount,
};
constexpr std::size_t kMemoryUses = static_cast<std::size_t>(MemoryUse::kCount);

constexpr std::size_t kControlBlockBytes = 256;
constexpr std::size_t kChunkBytes = std::size_t{2} << 20;
constexpr std::size_t kMaxClassBytes = std::size_t{256} << 10;
constexpr std::uint32_t kMaxRunContexts = 2048;

class Memory {
  public:
    Memory();
    ~Memory();  // after all caches are gone; gives every chunk back
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    // Bytes in use now, as the allocator rounds them: what really is taken from the chunks.
    std::int64_t used_bytes(MemoryUse use) const;
    // Bytes of all chunks and large blocks, used or not.
    std::int64_t mapped_bytes() const;

    // From here a control block finds its VM and the context of the thread that runs it: the upper
    // rooms fill these in at start-up.
    Vm* vm = nullptr;
    void set_context(std::uint32_t index, RunContext* context);
    RunContext* context(std::uint32_t index) const {
        return contexts_[index].load(std::memory_order_relaxed);
    }

  private:
    friend class BlockCache;
    struct State;
    std::unique_ptr<State> state_;
    // Written before the thread that uses the slot starts; relaxed is enough for that.
    std::array<std::atomic<RunContext*>, kMaxRunContexts> contexts_{};
};

class BlockCache {
  public:
    explicit BlockCache(Memory& memory);
    ~BlockCache();  // gives its blocks back to the central lists
    BlockCache(const BlockCache&) = delete;
    BlockCache& operator=(const BlockCache&) = delete;

    // What allocate(bytes) really takes. Idempotent.
    static std::size_t good_size(std::size_t bytes);
    // 16-byte aligned, not zeroed; nullptr when the system refuses.
    [[nodiscard]] void* allocate(std::size_t bytes, MemoryUse use);
    // `bytes`: as asked or as rounded.
    void free(void* block, std::size_t bytes, MemoryUse use);

    // Control blocks have chunks of their own, whose first bytes name the Memory. Not zeroed, so a
    // stale reader still finds the generation that it must compare.
    [[nodiscard]] void* allocate_control();
    void free_control(void* block);

    Memory& memory() { return memory_; }

  private:
    friend class Memory;
    static constexpr std::size_t kClasses = 8 + 11 * 8 + 1;  // the last one: control blocks
    struct FreeList {
        void* first = nullptr;
        std::uint32_t count = 0;
    };
    void* refill(std::size_t size_class);
    void flush(std::size_t size_class, std::uint32_t keep);
    void* allocate_large(std::size_t bytes, MemoryUse use);
    void free_large(void* block, std::size_t bytes, MemoryUse use);
    void count(MemoryUse use, std::int64_t bytes) {
        // One writer: load and store, no locked instruction; readers sum over all caches.
        auto& counter = used_[static_cast<std::size_t>(use)];
        counter.store(counter.load(std::memory_order_relaxed) + bytes, std::memory_order_relaxed);
    }

    Memory& memory_;
    std::array<FreeList, kClasses> lists_;
    std::array<std::atomic<std::int64_t>, kMemoryUses> used_{};
    BlockCache* next_ = nullptr;
    BlockCache* previous_ = nullptr;
};

// The Memory a control block was taken from.
Memory& memory_of_control(const void* control_block);

}  // namespace vial

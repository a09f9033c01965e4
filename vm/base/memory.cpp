// vm/base/memory.cpp: chunks, central lists, caches.
// Here: mapping and populating chunks, carving blocks, moving batches between caches and the
// centre. Not here: literal ranges (literal_space.cpp). Threads: a cache's own lists without a
// lock; the centre's under one mutex per class, the chunk
//          cursor under another.
// Holds: a block lies wholly in one chunk; the rest of a chunk too small for a block goes unused.
#include "vm/base/memory.h"

#include <sys/mman.h>

#include <algorithm>
#include <bit>
#include <mutex>
#include <vector>

#include "vm/base/assert.h"
#include "vm/base/large_blocks.h"
#include "vm/base/poison.h"

namespace vial {

namespace {

constexpr std::size_t kClassCount = 8 + 11 * 8 + 1;
constexpr std::size_t kControlClass = kClassCount - 1;
// A batch moved between a cache and the centre.
constexpr std::size_t kBatchBytes = 16 << 10;

constexpr std::size_t class_of(std::size_t bytes) {
    if (bytes <= 128) return bytes <= 16 ? 0 : (bytes + 15) / 16 - 1;
    // The ladder: 8 steps to a doubling, from 128.
    const int doubling = 63 - std::countl_zero(bytes - 1) - 7;
    const std::size_t step = std::size_t{16} << doubling;
    const std::size_t base = std::size_t{128} << doubling;
    return 8 + static_cast<std::size_t>(doubling) * 8 + (bytes - base + step - 1) / step - 1;
}

constexpr std::size_t class_bytes(std::size_t index) {
    if (index == kControlClass) return kControlBlockBytes;
    if (index < 8) return (index + 1) * 16;
    const std::size_t doubling = (index - 8) / 8;
    return (std::size_t{128} << doubling) + ((index - 8) % 8 + 1) * (std::size_t{16} << doubling);
}
static_assert(class_bytes(class_of(640)) == 640);
static_assert(class_bytes(class_of(80)) == 80);
static_assert(class_bytes(class_of(129)) == 144 && class_bytes(class_of(257)) == 288);
static_assert(class_of(kMaxClassBytes) == kClassCount - 2);
static_assert(class_bytes(class_of(kMaxClassBytes)) == kMaxClassBytes);

constexpr std::uint32_t batch_blocks(std::size_t index) {
    return static_cast<std::uint32_t>(std::max<std::size_t>(1, kBatchBytes / class_bytes(index)));
}

// A free block links to the next of its list; the first of a batch also to the next batch.
struct FreeBlock {
    FreeBlock* next;
    FreeBlock* next_batch;
};

struct ControlChunkHeader {
    Memory* memory;
};

void* map_chunks(std::size_t bytes) {
    void* at = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return at == MAP_FAILED ? nullptr : at;
}

// A chunk on a chunk's boundary: the surplus around it is given back.
std::uint8_t* map_chunk() {
    auto* raw = static_cast<std::uint8_t*>(map_chunks(2 * kChunkBytes));
    if (!raw) return nullptr;
    const auto address = reinterpret_cast<std::uintptr_t>(raw);
    const auto aligned = (address + kChunkBytes - 1) & ~(kChunkBytes - 1);
    const std::size_t before = aligned - address;
    if (before) ::munmap(raw, before);
    if (kChunkBytes - before) ::munmap(raw + before + kChunkBytes, kChunkBytes - before);
    return raw + before;
}

}  // namespace

struct Memory::State {
    struct Central {
        std::mutex mutex;
        FreeBlock* batches = nullptr;
    };
    // Where new blocks are carved: control blocks have chunks of their own.
    struct Cursor {
        std::mutex mutex;
        std::uint8_t* next = nullptr;
        std::uint8_t* end = nullptr;
        std::uint8_t* populated = nullptr;
        // The first chunk is populated in growing steps, so that a short script does not pay for
        // it.
        std::size_t step = std::size_t{128} << 10;
    };

    std::array<Central, kClassCount> central;
    Cursor blocks;
    Cursor controls;
    std::mutex chunks_mutex;
    std::vector<std::uint8_t*> chunks;
    LargeBlocks large;
    std::atomic<std::int64_t> mapped{0};
    mutable std::mutex caches_mutex;
    BlockCache* caches = nullptr;
    std::array<std::int64_t, kMemoryUses> used_by_ended_caches{};

    bool new_chunk(Cursor& cursor) {
        std::uint8_t* chunk = map_chunk();
        if (!chunk) return false;
        {
            std::lock_guard lock(chunks_mutex);
            chunks.push_back(chunk);
        }
        mapped.fetch_add(kChunkBytes, std::memory_order_relaxed);
        cursor.next = cursor.populated = chunk;
        cursor.end = chunk + kChunkBytes;
        return true;
    }
    static void populate(Cursor& cursor, std::uint8_t* up_to) {
        while (cursor.populated < up_to) {
            const std::size_t left = static_cast<std::size_t>(cursor.end - cursor.populated);
            const std::size_t bytes = std::min(cursor.step, left);
#if defined(MADV_POPULATE_WRITE)
            ::madvise(cursor.populated, bytes, MADV_POPULATE_WRITE);  // only a hint
#endif
            cursor.populated += bytes;
            cursor.step = std::min(cursor.step * 2, kChunkBytes);
        }
    }
    // A list of up to `wanted` fresh blocks of `bytes`.
    FreeBlock* carve(Memory& memory, std::size_t index, std::uint32_t wanted, std::uint32_t& got) {
        const bool control = index == kControlClass;
        Cursor& cursor = control ? controls : blocks;
        const std::size_t bytes = class_bytes(index);
        std::lock_guard lock(cursor.mutex);
        if (static_cast<std::size_t>(cursor.end - cursor.next) < bytes) {
            if (!new_chunk(cursor)) return nullptr;
            if (control) {
                populate(cursor, cursor.next + kControlBlockBytes);
                new (cursor.next) ControlChunkHeader{&memory};
                cursor.next += kControlBlockBytes;
            }
        }
        const auto room = static_cast<std::size_t>(cursor.end - cursor.next) / bytes;
        got = static_cast<std::uint32_t>(std::min<std::size_t>(wanted, room));
        populate(cursor, cursor.next + got * bytes);
        FreeBlock* first = nullptr;
        for (std::uint32_t i = got; i-- > 0;) {
            auto* block = reinterpret_cast<FreeBlock*>(cursor.next + i * bytes);
            block->next = first;
            first = block;
        }
        cursor.next += got * bytes;
        return first;
    }
};

Memory::Memory() : state_(std::make_unique<State>()) {}

Memory::~Memory() {
    VIAL_ASSERT(state_->caches == nullptr, "a Memory outlives its caches");
    for (std::uint8_t* chunk : state_->chunks) {
        unpoison(chunk, kChunkBytes);
        ::munmap(chunk, kChunkBytes);
    }
}

std::int64_t Memory::used_bytes(MemoryUse use) const {
    const auto index = static_cast<std::size_t>(use);
    std::lock_guard lock(state_->caches_mutex);
    std::int64_t sum = state_->used_by_ended_caches[index];
    for (BlockCache* c = state_->caches; c; c = c->next_) {
        sum += c->used_[index].load(std::memory_order_relaxed);
    }
    return sum;
}

std::int64_t Memory::mapped_bytes() const {
    return state_->mapped.load(std::memory_order_relaxed) + state_->large.mapped_bytes();
}

void Memory::set_context(std::uint32_t index, RunContext* context) {
    VIAL_ASSERT(index < kMaxRunContexts, "a context's number is within the table");
    contexts_[index].store(context, std::memory_order_relaxed);
}

Memory& memory_of_control(const void* control_block) {
    const auto chunk = reinterpret_cast<std::uintptr_t>(control_block) & ~(kChunkBytes - 1);
    return *reinterpret_cast<const ControlChunkHeader*>(chunk)->memory;
}

// --- caches ------------------------------------------------------------------------------------

BlockCache::BlockCache(Memory& memory) : memory_(memory) {
    static_assert(kClasses == kClassCount);
    std::lock_guard lock(memory.state_->caches_mutex);
    next_ = memory.state_->caches;
    if (next_) next_->previous_ = this;
    memory.state_->caches = this;
}

BlockCache::~BlockCache() {
    for (std::size_t i = 0; i < kClasses; ++i) flush(i, 0);
    auto& state = *memory_.state_;
    std::lock_guard lock(state.caches_mutex);
    for (std::size_t i = 0; i < kMemoryUses; ++i) {
        state.used_by_ended_caches[i] += used_[i].load(std::memory_order_relaxed);
    }
    if (next_) next_->previous_ = previous_;
    (previous_ ? previous_->next_ : state.caches) = next_;
}

std::size_t BlockCache::good_size(std::size_t bytes) {
    return bytes <= kMaxClassBytes ? class_bytes(class_of(bytes)) : LargeBlocks::good_size(bytes);
}

void* BlockCache::allocate(std::size_t bytes, MemoryUse use) {
    if (VIAL_UNLIKELY(bytes > kMaxClassBytes)) return allocate_large(bytes, use);
    const std::size_t index = class_of(bytes);
    FreeList& list = lists_[index];
    void* block = list.first;
    if (VIAL_UNLIKELY(!block)) {
        block = refill(index);
        if (!block) return nullptr;
    }
    unpoison(block, class_bytes(index));
    list.first = static_cast<FreeBlock*>(block)->next;
    --list.count;
    count(use, static_cast<std::int64_t>(class_bytes(index)));
    return block;
}

void BlockCache::free(void* block, std::size_t bytes, MemoryUse use) {
    if (VIAL_UNLIKELY(bytes > kMaxClassBytes)) return free_large(block, bytes, use);
    const std::size_t index = class_of(bytes);
    FreeList& list = lists_[index];
    static_cast<FreeBlock*>(block)->next = static_cast<FreeBlock*>(list.first);
    list.first = block;
    ++list.count;
    count(use, -static_cast<std::int64_t>(class_bytes(index)));
    poison_free_block(block, class_bytes(index));
    const std::uint32_t batch = batch_blocks(index);
    if (VIAL_UNLIKELY(list.count > 3 * batch)) flush(index, batch);
}

void* BlockCache::allocate_control() {
    FreeList& list = lists_[kControlClass];
    if (!list.first && !refill(kControlClass)) return nullptr;
    void* block = list.first;
    list.first = static_cast<FreeBlock*>(block)->next;
    --list.count;
    count(MemoryUse::ProcessControl, kControlBlockBytes);
    return block;
}

void BlockCache::free_control(void* block) {
    FreeList& list = lists_[kControlClass];
    static_cast<FreeBlock*>(block)->next = static_cast<FreeBlock*>(list.first);
    list.first = block;
    ++list.count;
    count(MemoryUse::ProcessControl, -static_cast<std::int64_t>(kControlBlockBytes));
    const std::uint32_t batch = batch_blocks(kControlClass);
    if (list.count > 3 * batch) flush(kControlClass, batch);
}

// The list's first block, or nullptr; the list stays as it is otherwise.
void* BlockCache::refill(std::size_t index) {
    FreeList& list = lists_[index];
    auto& central = memory_.state_->central[index];
    {
        std::lock_guard lock(central.mutex);
        if (FreeBlock* batch = central.batches) {
            unpoison(batch, sizeof(FreeBlock));
            central.batches = batch->next_batch;
            list.first = batch;
            // A batch of the centre is always full, but for those of ended caches, which say less.
            list.count = batch_blocks(index);
            return batch;
        }
    }
    std::uint32_t got = 0;
    FreeBlock* fresh = memory_.state_->carve(memory_, index, batch_blocks(index), got);
    list.first = fresh;
    list.count = got;
    return fresh;
}

// Hands whole batches to the centre until at most `keep` blocks stay.
void BlockCache::flush(std::size_t index, std::uint32_t keep) {
    FreeList& list = lists_[index];
    auto& central = memory_.state_->central[index];
    const std::uint32_t batch = batch_blocks(index);
    while (list.first && list.count > keep) {
        auto* first = static_cast<FreeBlock*>(list.first);
        FreeBlock* last = first;
        std::uint32_t moved = 1;
        for (; moved < batch; ++moved) {
            unpoison(last, sizeof(FreeBlock));
            if (!last->next) break;
            last = last->next;
        }
        unpoison(last, sizeof(FreeBlock));
        unpoison(first, sizeof(FreeBlock));
        list.first = last->next;
        last->next = nullptr;
        list.count = list.first ? list.count - moved : 0;
        std::lock_guard lock(central.mutex);
        first->next_batch = central.batches;
        central.batches = first;
    }
}

void* BlockCache::allocate_large(std::size_t bytes, MemoryUse use) {
    if (bytes > kLargestBlock) return nullptr;
    bytes = LargeBlocks::good_size(bytes);
    void* block = memory_.state_->large.allocate(bytes);
    if (block) count(use, static_cast<std::int64_t>(bytes));
    return block;
}

void BlockCache::free_large(void* block, std::size_t bytes, MemoryUse use) {
    bytes = LargeBlocks::good_size(bytes);
    memory_.state_->large.free(block, bytes);
    count(use, -static_cast<std::int64_t>(bytes));
}

}  // namespace vial

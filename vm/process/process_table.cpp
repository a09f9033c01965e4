// vm/process/process_table.cpp: slots and their control blocks.
// Here: the directory, fresh slots, batches of free ones, counting.
// Not here: what a process does with its block.
// Threads: as process_table.h says; batches move under a mutex, once for 64 spawns.
// Holds: a free block's queue head is closed and its pid already the next one's, so nobody can take
//        it for a live process.
#include "vm/process/process_table.h"

#include <cstring>
#include <mutex>
#include <new>
#include <vector>

#include "vm/process/mailbox.h"
#include "vm/process/state.h"

namespace vial {

namespace {
constexpr std::uint32_t kChunkBits = 12;
constexpr std::uint32_t kChunkSlots = 1u << kChunkBits;
constexpr std::uint32_t kBatch = 64;
constexpr std::uint32_t kGenerationMask = (1u << 30) - 1;

struct DirectoryChunk {
    std::atomic<Process*> blocks[kChunkSlots] = {};
};
}  // namespace

struct ProcessTable::State {
    explicit State(std::uint32_t limit)
        // Caches may hold free slots while others need some: room for those beyond the limit.
        : capacity(limit + 64 * kBatch), chunks((capacity >> kChunkBits) + 1) {}
    ~State() {
        for (auto& c : chunks) delete c.load(std::memory_order_relaxed);
    }

    const std::uint32_t capacity;
    std::vector<std::atomic<DirectoryChunk*>> chunks;
    std::atomic<std::uint32_t> used{1};  // slot 0 is nobody's
    std::mutex mutex;                    // batches, caches, fresh slots
    std::vector<Process*> batches;       // each a list of kBatch through run_link
    mutable std::mutex caches_mutex;
    SlotCache* caches = nullptr;
    std::uint64_t taken_by_ended = 0, given_by_ended = 0;

    std::atomic<Process*>& place(std::uint32_t slot) {
        auto& chunk = chunks[slot >> kChunkBits];
        DirectoryChunk* c = chunk.load(std::memory_order_acquire);
        if (!c) {
            c = new DirectoryChunk;
            // release: pairs with the acquire in block(); the chunk is seen zeroed.
            chunk.store(c, std::memory_order_release);
        }
        return c->blocks[slot & (kChunkSlots - 1)];
    }
};

ProcessTable::ProcessTable(std::uint32_t limit)
    : state_(std::make_unique<State>(limit)), limit_(limit) {}
ProcessTable::~ProcessTable() = default;

Process* ProcessTable::block(std::uint32_t slot) const {
    if (slot >= state_->capacity) return nullptr;
    // acquire on both: pairs with the releases in refill(); the block is seen initialised.
    const DirectoryChunk* c = state_->chunks[slot >> kChunkBits].load(std::memory_order_acquire);
    return c ? c->blocks[slot & (kChunkSlots - 1)].load(std::memory_order_acquire) : nullptr;
}

bool is_current(const Process& block, Term pid) {
    const Word head = block.queue_head.load(std::memory_order_seq_cst);  // see close_queue
    return current_pid(block) == pid && (head & queue_word::kClosed) == 0;
}

Process* ProcessTable::find(Term pid) const {
    if (!pid.is_local_pid()) return nullptr;
    Process* p = block(pid.slot());
    return p && is_current(*p, pid) ? p : nullptr;
}

std::uint32_t ProcessTable::used() const { return state_->used.load(std::memory_order_acquire); }

std::uint32_t ProcessTable::count() const {
    const std::lock_guard guard(state_->caches_mutex);
    std::uint64_t taken = state_->taken_by_ended, given = state_->given_by_ended;
    for (const SlotCache* c = state_->caches; c; c = c->next_) {
        given += c->given_.load(std::memory_order_relaxed);
        taken += c->taken_.load(std::memory_order_relaxed);
    }
    return taken > given ? static_cast<std::uint32_t>(taken - given) : 0;
}

std::size_t ProcessTable::free_bytes() const {
    const std::uint32_t all = used() - 1, live = count();
    return all > live ? std::size_t{all - live} * sizeof(Process) : 0;
}

SlotCache::SlotCache(ProcessTable& table, BlockCache& blocks) : table_(table), blocks_(blocks) {
    const std::lock_guard guard(table.state_->caches_mutex);
    next_ = table.state_->caches;
    table.state_->caches = this;
}

SlotCache::~SlotCache() {
    auto& state = *table_.state_;
    {
        const std::lock_guard guard(state.caches_mutex);
        SlotCache** at = &state.caches;
        while (*at != this) at = &(*at)->next_;
        *at = next_;
        state.taken_by_ended += taken_.load(std::memory_order_relaxed);
        state.given_by_ended += given_.load(std::memory_order_relaxed);
    }
    if (!first_) return;
    const std::lock_guard guard(state.mutex);
    state.batches.push_back(first_);
}

Process* SlotCache::take() {
    if (!first_ && !refill()) return nullptr;
    Process* p = first_;
    first_ = p->run_link.load(std::memory_order_relaxed);
    --count_;
    taken_.store(taken_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    return p;
}

void SlotCache::give_back(Process* p) {
    const std::uint32_t generation = (p->pid.generation() + 1) & kGenerationMask;
    set_current_pid(*p, Term::pid(p->pid.slot(), generation));
    set_run_state(*p, RunState::Free);
    // relaxed: whoever reads it finds it closed, as it has been since close_queue().
    p->queue_head.store(queue_word::generation(p->pid) | queue_word::kClosed,
                        std::memory_order_relaxed);
    p->run_link.store(first_, std::memory_order_relaxed);
    first_ = p;
    given_.store(given_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    if (++count_ < 3 * kBatch) return;

    Process* batch = first_;
    Process* last = batch;
    for (std::uint32_t i = 1; i < kBatch; ++i) last = last->run_link.load(std::memory_order_relaxed);
    first_ = last->run_link.load(std::memory_order_relaxed);
    last->run_link.store(nullptr, std::memory_order_relaxed);
    count_ -= kBatch;
    const std::lock_guard guard(table_.state_->mutex);
    table_.state_->batches.push_back(batch);
}

bool SlotCache::refill() {
    auto& state = *table_.state_;
    const std::uint32_t live = table_.count();
    if (live >= table_.limit()) return false;
    const std::uint32_t wanted = std::min(kBatch, table_.limit() - live);
    const std::lock_guard guard(state.mutex);
    if (!state.batches.empty()) {
        first_ = state.batches.back();
        state.batches.pop_back();
        for (Process* p = first_; p; p = p->run_link.load(std::memory_order_relaxed)) ++count_;
        return true;
    }
    for (std::uint32_t i = 0; i < wanted; ++i) {
        const std::uint32_t slot = state.used.load(std::memory_order_relaxed);
        if (slot >= state.capacity) break;
        void* memory = blocks_.allocate_control();
        if (!memory) break;
        std::memset(memory, 0, sizeof(Process));
        auto* p = new (memory) Process;
        p->pid = Term::pid(slot, 0);
        p->queue_head.store(queue_word::kClosed, std::memory_order_relaxed);
        set_run_state(*p, RunState::Free);
        p->run_link.store(first_, std::memory_order_relaxed);
        first_ = p;
        ++count_;
        // release, both: pair with block()'s and used()'s acquires.
        state.place(slot).store(p, std::memory_order_release);
        state.used.store(slot + 1, std::memory_order_release);
    }
    return first_ != nullptr;
}

}  // namespace vial

// vm/process/process_table.h: all processes of one VM, by the slot in their pid.
// Here: ProcessTable: slots, their control blocks and generations, free ones.
// Not here: the life of a process (spawn.h, exit.h).
// Threads: block() and each() from any; take and give back through a SlotCache of one thread.
// Holds: a slot, once it has a control block, keeps it for the VM's life, so a pid leads to its block
//        by two loads and no lock; the block's pid and the generation in its queue head tell whether
//        the process is still that one. Free slots go from cache to cache in batches.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>

#include "vm/base/memory.h"
#include "vm/process/process.h"

namespace vial {

class ProcessTable {
  public:
    explicit ProcessTable(std::uint32_t limit);
    ~ProcessTable();
    ProcessTable(const ProcessTable&) = delete;
    ProcessTable& operator=(const ProcessTable&) = delete;

    // The control block of the slot, or nullptr if it never had one. It may be another process's by
    // now: compare the pid.
    Process* block(std::uint32_t slot) const;
    // The block if `pid` is a local pid whose process has not ended (a snapshot).
    Process* find(Term pid) const;
    std::uint32_t limit() const { return limit_; }
    // Slots that ever had a process: 1 .. used() - 1.
    std::uint32_t used() const;
    // Live processes.
    std::uint32_t count() const;
    // Bytes of control blocks kept for later processes.
    std::size_t free_bytes() const;

  private:
    friend class SlotCache;
    struct State;
    std::unique_ptr<State> state_;
    std::uint32_t limit_;
};

// One thread's free slots.
class SlotCache {
  public:
    SlotCache(ProcessTable& table, BlockCache& blocks);
    ~SlotCache();
    SlotCache(const SlotCache&) = delete;
    SlotCache& operator=(const SlotCache&) = delete;

    // A control block with a fresh pid, its queue closed; nullptr: process limit or memory.
    Process* take();
    void give_back(Process* p);

  private:
    friend class ProcessTable;
    bool refill();
    ProcessTable& table_;
    BlockCache& blocks_;
    Process* first_ = nullptr;
    std::uint32_t count_ = 0;
    std::atomic<std::uint64_t> taken_{0};  // ever; one writer
    std::atomic<std::uint64_t> given_{0};
    SlotCache* next_ = nullptr;
};

// The pid that the block has now, as any thread may read it; the owner reads p.pid.
inline Term current_pid(const Process& block) {
    // relaxed: the queue head, read before with acquire, orders what hangs on it.
    auto& word = const_cast<Term&>(block.pid);
    return std::atomic_ref<Term>(word).load(std::memory_order_relaxed);
}
inline void set_current_pid(Process& block, Term pid) {
    std::atomic_ref<Term>(block.pid).store(pid, std::memory_order_relaxed);
}
// A snapshot test: the process that has this pid has not ended.
bool is_current(const Process& block, Term pid);

}  // namespace vial

// vm/sched/run_queue.h: processes ready to run, for one priority of one scheduler.
// Here: RunQueue: a bounded ring and a list of any length behind it; and InjectQueue, where threads
//       that run no processes put theirs.
// Not here: choosing between priorities (scheduler.cpp).
// Threads: push and pop by the owner; steal by any; InjectQueue::push by any.
// Holds: first in, first out: what stands in the ring is older than what stands in the list. The ring
//        is lock-free; the list, met only beyond kRing processes ready, is under a spin lock, so that
//        thieves reach it when its owner is held (stand_in.h).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "vm/process/process.h"
#include "vm/sched/spin_lock.h"

namespace vial {

class RunQueue {
  public:
    void push(Process* p);
    // nullptr: empty.
    Process* pop();
    // Called by a thief: moves half of the ring, rounded up, to `out`, which is the thief's own; a
    // single process only with `even_one`; a ring's worth of the list when the ring is empty. Returns
    // how many.
    std::uint32_t steal(RunQueue& out, bool even_one);
    // Ring and list; exact for the owner, a glance for others.
    std::uint32_t length() const {
        return tail_.load(std::memory_order_relaxed) - head_.load(std::memory_order_relaxed) +
               listed_.load(std::memory_order_relaxed);
    }
    // For a thief about to sleep: ordered after its announcement (sequentially consistent).
    std::uint32_t stealable() const {
        return tail_.load(std::memory_order_seq_cst) - head_.load(std::memory_order_seq_cst) +
               listed_.load(std::memory_order_relaxed);
    }

  private:
    static constexpr std::uint32_t kRing = 256;
    void put(Process* p, std::uint32_t head);
    void refill();
    std::uint32_t steal_listed(RunQueue& out);

    alignas(64) std::atomic<std::uint32_t> head_{0};  // owner and thieves, by CAS
    alignas(64) std::atomic<std::uint32_t> tail_{0};  // owner
    std::atomic<std::uint32_t> listed_{0};            // under list_lock_, as the two below
    SpinLock list_lock_;
    Process* first_ = nullptr;
    Process* last_ = nullptr;
    std::array<std::atomic<Process*>, kRing> ring_{};
};

// Last in, first out inside, turned round when it is taken whole.
class InjectQueue {
  public:
    void push(Process* p);
    bool empty() const { return head_.load(std::memory_order_seq_cst) == nullptr; }
    // All of it, oldest first, linked by run_link.
    Process* take_all();

  private:
    alignas(64) std::atomic<Process*> head_{nullptr};
};

}  // namespace vial

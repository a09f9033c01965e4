// vm/sched/run_queue.h: processes ready to run, for one priority of one scheduler.
// Here: RunQueue: a bounded ring thieves can reach, an owner's list of any length behind it; and
//       InjectQueue, where threads that run no processes put theirs.
// Not here: choosing between priorities (scheduler.cpp).
// Threads: push, pop and refill by the owner; steal by any; InjectQueue::push by any.
// Holds: first in, first out: what stands in the ring is older than what stands in the list.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "vm/process/process.h"

namespace vial {

class RunQueue {
  public:
    void push(Process* p);
    Process* pop();
    // Moves up to half of the ring to `out`; with `only` the last one too.
    std::uint32_t steal(RunQueue& out);
    // Of the ring and the list; exact for the owner, a glance for others.
    std::uint32_t length() const { return length_.load(std::memory_order_relaxed); }
    bool stealable() const;

  private:
    static constexpr std::uint32_t kRing = 256;
    void refill();
    alignas(64) std::atomic<std::uint32_t> head_{0};  // owner and thieves, by CAS
    alignas(64) std::atomic<std::uint32_t> tail_{0};  // owner
    std::atomic<std::uint32_t> length_{0};            // owner writes; thieves subtract through stolen_
    std::atomic<std::uint32_t> stolen_{0};
    Process* first_ = nullptr;
    Process* last_ = nullptr;
    std::uint32_t listed_ = 0;
    std::array<std::atomic<Process*>, kRing> ring_{};
};

// Last in, first out inside, turned round when it is taken whole.
class InjectQueue {
  public:
    void push(Process* p);
    bool empty() const { return head_.load(std::memory_order_relaxed) == nullptr; }
    // All of it, oldest first, linked by run_link.
    Process* take_all();

  private:
    alignas(64) std::atomic<Process*> head_{nullptr};
};

}  // namespace vial

// vm/sched/park.h: how a scheduler thread sleeps.
// Here: Parker: one futex word per thread.
// Not here: who is woken when (schedulers.cpp); the poller (poller.h).
// Threads: park() by the owner, unpark() by any.
// Holds: an unpark before the park is not lost: the next park returns at once.
#pragma once

#include <atomic>
#include <cstdint>

namespace vial {

class Poller;

class Parker {
  public:
    // Sleeps until unpark() or `timeout_ns` (negative: for ever). True: was unparked.
    bool park(std::int64_t timeout_ns);
    // The same in the poller, which the caller holds.
    bool park_in(Poller& poller, std::int64_t timeout_ns);
    void unpark();

  private:
    enum : std::uint32_t { kEmpty = 0, kParked = 1, kNotified = 2, kPolling = 3 };
    // Written before word_ says kPolling; who unparks may read it while a later sleep writes it again.
    std::atomic<Poller*> poller_{nullptr};
    std::atomic<std::uint32_t> word_{kEmpty};
};

}  // namespace vial

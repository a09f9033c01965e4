// vm/sched/poller.h: waiting for descriptors without a thread for each.
// Here: Poller: what processes wait for, and how a sleeping scheduler waits for it too.
// Not here: reading and writing (the call that is given), the futex sleep (park.h).
// Threads: add() from any scheduler; one scheduler at a time holds the poller; wake() from any.
// Holds: of the schedulers that sleep at most one sits in epoll, for all; the others sleep on their
//        futexes. While nothing is waited for nobody holds it. A busy scheduler looks about once a
//        millisecond. What is ready goes to the blocking pool, since another OS process may take it first
//        and let the read wait; a call whose process has ended is dropped without being run.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "vm/sched/pool.h"

namespace vial {

class Poller {
  public:
    explicit Poller(Vm& vm);
    ~Poller();  // drops what still waits
    Poller(const Poller&) = delete;
    Poller& operator=(const Poller&) = delete;

    // Has `call`, made ready by prepare_pool_call, run on the blocking pool once `fd` can be read. Calls
    // for one descriptor run in their order, one at a time. False: the descriptor cannot be waited for.
    bool add(int fd, PoolCall* call);
    // By the pool: the call for `fd` that was handed on has run; the next one's turn has come.
    void has_run(int fd);
    bool active() const { return waiting_.load(std::memory_order_relaxed) != 0; }

    // True: the caller holds the poller until let_go().
    bool try_hold();
    void let_go();
    // By the holder: hands on what is ready; waits for it until `timeout_ns` (negative: for ever) or wake().
    void wait(std::int64_t timeout_ns);
    void wake();
    // Without holding: hands on what is ready now, if nobody else is at it.
    void look();

  private:
    struct State;
    bool arm(int fd);
    void hand_on(int fd);
    std::unique_ptr<State> state_;
    std::atomic<std::uint32_t> waiting_{0};
    std::atomic<bool> held_{false};
};

// To be returned by a native: `call` runs when `fd`, as World::poll_fd gives it, can be read; at once on
// the blocking pool where it cannot be waited for.
NativeResult submit_when_readable(Process& p, int fd, PoolCall* call);

}  // namespace vial

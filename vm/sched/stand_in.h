// vm/sched/stand_in.h: others go on while one scheduler's thread is held.
// Here: Watch, the thread that looks for schedulers held too long; what a stand-in is.
// Not here: run queues (run_queue.h), the CPU pool's threads (pool.h).
// Threads: Watch has one of its own; relieve() from any.
// Holds: a process in the midst of something long (a large collection, a comparison of large terms, a
//        regular expression) keeps its thread, registers and heap; what waits behind it moves instead. An
//        idle scheduler is woken for it, or a thread of the CPU pool becomes a scheduler for as long as
//        the slice lasts: it steals the held one's processes and serves its timers. So no more than
//        `schedulers` threads run what is short, and no more than the CPU pool has run what is long.
//
// Who knows beforehand says so (RunContext::takes_long) and is relieved at once, if anything waits.
// The rest is found by the watch: it looks every millisecond while any scheduler works, and sleeps
// without a timeout when none does, so an idle machine has no wake-ups. It starts with the first slice
// that ends a few milliseconds after the VM's start: short scripts do not pay for it.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "vm/sched/park.h"
#include "vm/sched/thread.h"

namespace vial {

class Schedulers;

class Watch {
  public:
    explicit Watch(Schedulers& all);
    // With the schedulers: starts the thread, once. Where none can be had nobody
    // watches; those that say that they take long are relieved all the same.
    void start();
    // By a scheduler that leaves its sleep, after its phase says so.
    void scheduler_woke() {
        // seq_cst: either the watch sees that phase before it sleeps, or its sleep is seen here.
        if (asleep_.load(std::memory_order_seq_cst)) parker_.unpark();
    }
    void stop();
    std::uint64_t looks() const { return looks_.load(std::memory_order_relaxed); }

  private:
    static void thread_body(void* watch);
    void run();
    bool look();
    bool any_works() const;

    Schedulers& all_;
    Thread thread_;
    Parker parker_;
    std::atomic<bool> started_{false};
    std::atomic<bool> asleep_{false};
    std::atomic<std::uint64_t> looks_{0};
    std::vector<std::uint64_t> slices_;  // by scheduler, as of the last look
};

}  // namespace vial

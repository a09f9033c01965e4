// vm/sched/schedulers.h: all schedulers of one VM, and what they share.
// Here: Schedulers: start, stop, waking idle ones, the global queue, pools, epochs, the host's context.
// Not here: a scheduler's own loop (scheduler.h).
// Threads: any, as each function says.
// Holds: starting is all or nothing. In a stepped VM no thread exists: the host calls step().
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "vm/process/exit.h"
#include "vm/process/spawn.h"
#include "vm/sched/epoch.h"
#include "vm/sched/pool.h"
#include "vm/sched/poller.h"
#include "vm/sched/scheduler.h"
#include "vm/sched/stand_in.h"
#include "vm/sched/thread.h"

namespace vial {

// A context for threads that run no processes: the host's. It has no registers and never collects.
struct HostContext : RunContext {
    explicit HostContext(Vm& vm);
    SlotCache slots;
};

constexpr std::uint32_t kMaxSchedulers = 1024;

class Schedulers {
  public:
    Schedulers(Vm& vm, std::uint32_t count, bool stepped);
    ~Schedulers();  // stop(), and frees all processes
    Schedulers(const Schedulers&) = delete;
    Schedulers& operator=(const Schedulers&) = delete;

    // False with `error`: nothing has been started.
    bool start(std::string& error);
    // Ends all threads after their slices; idempotent.
    void stop();
    // The same, but gives up when a thread does not end in time: a long native, a pool call that waits for
    // the outside. False: threads are still running, and the VM must not be destroyed.
    bool stop_within(std::int64_t ns);
    bool stopping() const { return stopping_.load(std::memory_order_relaxed); }
    bool stepped() const { return stepped_; }

    std::uint32_t count() const { return count_; }
    // With those that stand in for others: at(count()) and on.
    std::uint32_t total() const { return static_cast<std::uint32_t>(all_.size()); }
    Scheduler& at(std::uint32_t index) { return *all_[index]; }

    // --- from any thread -------------------------------------------------------------------------
    // Puts an owned process into the global queue and wakes somebody.
    void inject(Process& p);
    // Wakes one parked scheduler, if there is one and nobody is searching already.
    void wake_one();
    // Runs `f(HostContext&)` under the host context's lock.
    template <class F>
    auto with_host(F&& f) {
        const std::lock_guard<std::mutex> guard(host_mutex_);
        return f(*host_);
    }
    // Stepped VM: steps the schedulers in turn until nothing is ready or `limit` slices have run.
    std::uint64_t run_ready(std::uint64_t limit = UINT64_MAX);

    InjectQueue& injected() { return injected_; }
    ThreadPool& pool(Pool which) { return *pools_[static_cast<int>(which)]; }
    Poller& poller() { return *poller_; }
    Epochs& epochs() { return *epochs_; }
    // Nanoseconds of World's monotonic clock at the VM's start.
    std::int64_t start_ns() const { return start_ns_; }
    // Strictly growing over the whole VM (unique_integer with monotonic).
    std::uint64_t next_monotonic() { return monotonic_.fetch_add(1, std::memory_order_relaxed); }

    // Called for each process that ends, before its memory goes (tables it owns, ...). Added before
    // start().
    using ExitHook = void (*)(Vm&, Process&);
    void add_exit_hook(ExitHook hook) { exit_hooks_.push_back(hook); }
    const std::vector<ExitHook>& exit_hooks() const { return exit_hooks_; }

    // --- for idle.cpp ------------------------------------------------------------------------------
    void set_idle(std::uint32_t index);
    // --- for stand_in.cpp --------------------------------------------------------------------------
    // `held` is in the midst of something long: somebody else is to run its processes and timers, if
    // there is anything to do. Any thread.
    void relieve(Scheduler& held);
    Watch& watch() { return *watch_; }
    std::uint64_t stand_ins_wanted() const { return stand_ins_wanted_.load(std::memory_order_relaxed); }

    // True: the bit was still there, so nobody has chosen this scheduler to be woken.
    bool clear_idle(std::uint32_t index);
    bool has_work(const Scheduler& except) const;

  private:
    friend class Scheduler;
    static void thread_body(void* scheduler);
    void free_processes();
    std::int64_t take_idle();
    bool any_idle() const;
    static void stand_in(PoolCall& call);

    Vm& vm_;
    const bool stepped_;
    const std::uint32_t count_;
    bool started_ = false;
    std::int64_t start_ns_ = 0;
    std::vector<std::unique_ptr<Scheduler>> all_;
    std::vector<std::unique_ptr<Thread>> threads_;
    std::unique_ptr<HostContext> host_;
    std::mutex host_mutex_;
    std::unique_ptr<ThreadPool> pools_[2];
    std::unique_ptr<Poller> poller_;
    std::unique_ptr<Epochs> epochs_;
    std::unique_ptr<Watch> watch_;
    std::atomic<std::uint64_t> stand_ins_wanted_{0};  // counted for statistics and tests
    std::vector<ExitHook> exit_hooks_;
    InjectQueue injected_;
    std::atomic<std::uint64_t> monotonic_{0};
    alignas(64) std::atomic<std::uint32_t> searching_{0};
    std::array<std::atomic<std::uint64_t>, kMaxSchedulers / 64> idle_{};
    std::atomic<bool> stopping_{false};
};

}  // namespace vial

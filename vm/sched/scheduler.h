// vm/sched/scheduler.h: one scheduler: what runs processes on one thread.
// Here: Scheduler: registers, run queues, counters, timers, its loop, step().
// Not here: the set of schedulers and waking (schedulers.h); the interpreter.
// Threads: its own, or the host's that steps it; what others may touch says so.
// Holds: a RunContext, so context_of(process) is the scheduler that runs the process. Nothing on the
//        way from wake to run takes a mutex.
//
// Next process: priorities max and high strictly first; of normal and low, low after eight of normal.
// The global queue is looked at every 61 picks, whenever the clock is, and when nothing else is there.
#pragma once

#include <array>
#include <atomic>
#include <csetjmp>
#include <cstdint>

#include "vm/process/machine.h"
#include "vm/process/process_table.h"
#include "vm/process/roots.h"
#include "vm/process/state.h"
#include "vm/sched/park.h"
#include "vm/sched/run_queue.h"
#include "vm/sched/timer.h"

namespace vial {

class Schedulers;
class Vm;

// Reductions of one slice.
#if defined(VIAL_STRESS)
constexpr std::int64_t kSliceReductions = 1;
#else
constexpr std::int64_t kSliceReductions = 4000;
#endif
// X0..X1023, and a few more for what the interpreter passes beyond the arguments.
constexpr std::uint32_t kRegisters = 1024 + 16;

enum class SchedulerPhase : std::uint8_t { Executing, Searching, Parked };

// One writer, the scheduler; read by anybody (statistics).
struct alignas(64) SchedulerCounters {
    std::atomic<std::uint64_t> slices{0};
    std::atomic<std::uint64_t> reductions{0};
    std::atomic<std::uint64_t> spawned{0};
    std::atomic<std::uint64_t> ended{0};
    std::atomic<std::uint64_t> steals{0};
    std::atomic<std::uint64_t> migrated{0};  // processes that came by stealing
    std::atomic<std::uint64_t> parks{0};
    std::array<std::atomic<std::uint64_t>, 3> phase_ns{};  // by SchedulerPhase, up to phase_since_ns
    std::atomic<std::uint64_t> phase_since_ns{0};
    std::atomic<std::uint8_t> phase{0};
};
inline void bump(std::atomic<std::uint64_t>& counter, std::uint64_t by = 1) {
    // relaxed, load and store: one writer; readers take a snapshot.
    counter.store(counter.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
}

class Scheduler : public RunContext {
  public:
    Scheduler(Vm& vm, Schedulers& all, std::uint32_t index);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    // --- for the interpreter and natives -----------------------------------------------------------
    alignas(64) Term registers[kRegisters];  // RunContext::x points here
    Process* current = nullptr;              // the process that runs, or null
    Vm& vm;
    const std::uint32_t index;               // also its number as a RunContext
    SlotCache slots;
    SchedulerCounters counters;

    // Numbers no other reference has; dealt in blocks by dealer, so no atomics.
    Word next_reference();
    // Unique in this VM, from 0 up, in no order between schedulers.
    std::uint64_t next_unique();
    // The clock as of the last look at it: in the last few microseconds while processes run.
    std::int64_t coarse_now_ns() const { return now_ns_; }

    // --- its work ---------------------------------------------------------------------------------------
    // Queues a process the caller owns; on this scheduler's thread only.
    void enqueue(Process& p);
    // Host-driven: serves due timers and injected processes, then runs one slice of the next process.
    // False: nothing is ready.
    bool step();
    // The thread's loop, until the VM stops.
    void run();

    // Of the scheduler that it stands in for, while it does so.
    TimerWheel& timers();
    std::uint32_t wheel_index() const { return wheel_home_.load(std::memory_order_relaxed); }
    TimerWheel wheel;
    Parker parker;
    RunQueue queues[4];  // by Priority
    std::uint32_t ready() const;
    // The slice under way takes long: its end clears it (stand_in.h).
    bool is_held() const { return held_.load(std::memory_order_acquire); }
    void set_held(bool held) { held_.store(held, std::memory_order_release); }

  private:
    friend class Schedulers;
    Process* next_process();
    Process* pick();
    void run_slice_of(Process& p);
    bool prepare_slice(Process& p);
    bool sleep_again(Process& p, RunState state);
    void after_slice(Process& p, const RunResult& result);
    void settle(Process& p);
    void wait_or_requeue(Process& p, RunState state);
    void end_slice_of_exiting(Process& p);
    bool end_if_over_limits(Process& p);
    bool mark_over_limits(Process& p);
    void look_at_clock();
    void serve_timers();
    void serve_overdue_wheels();
    void take_injected();
    bool steal_once(bool even_one);
    bool search();
    void idle();
    void sleep_until_woken();
    void enter_phase(SchedulerPhase phase);
    std::uint64_t random();
    void stand_in_for(Scheduler& held);
    void run_for_held();
    Process* next_for_held(Scheduler& held);
    static void takes_long_now(RunContext& context);
    static void memory_refused(Process& p);
    static void heap_collected(Process& p, Word heap_words);

    Schedulers& all_;
    std::int64_t now_ns_ = 0;
    std::int64_t polled_ns_ = 0;
    std::int64_t unclocked_ = 0;  // reductions and slices since the last look at the clock
    std::uint32_t picks_ = 0;
    std::uint32_t normal_in_a_row_ = 0;
    bool searching_ = false;      // counted in Schedulers::searching_
    std::uint64_t random_state_;
    std::atomic<bool> held_{false};
    std::atomic<bool> relieved_{false};  // somebody stands in for it
    std::atomic<bool> taken_{false};     // of a stand-in: it stands in for somebody
    std::atomic<std::uint32_t> wheel_home_;  // read by the watch
    Scheduler* served_ = nullptr;        // whom it stands in for
    std::atomic<std::int64_t> slice_start_ns_{0};  // coarse; for thieves
    Word reference_next_ = 0, reference_end_ = 0;
    std::uint64_t unique_next_ = 0, unique_end_ = 0;
    std::atomic<Word> reference_block_, unique_block_;  // the next ones of this scheduler's share
    std::jmp_buf escape_;
};

inline Scheduler& scheduler_of(RunContext& context) { return static_cast<Scheduler&>(context); }

// Puts the process's deadline (set_receive_deadline) into a wheel, if it is not in one early enough.
void arm_receive_timer(Scheduler& scheduler, Process& p);

// Which dealer gave this reference number: a scheduler's index, or above them all the host.
std::uint32_t reference_dealer(Vm& vm, Word number);
constexpr int kReferenceBlockBits = 20;

}  // namespace vial

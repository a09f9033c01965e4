// vm/sched/scheduler.h: one scheduler: what runs processes on one thread.
// Here: Scheduler: registers, run queues, counters, timers, its loop, step().
// Not here: the set of schedulers and waking (schedulers.h); the interpreter.
// Threads: its own, or the host's that steps it; what others may touch says so.
// Holds: a RunContext, so context_of(process) is the scheduler that runs the process. Nothing on the
//        way from wake to run takes a mutex.
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

// One writer, the scheduler; read by anybody (statistics).
struct alignas(64) SchedulerCounters {
    std::atomic<std::uint64_t> slices{0};
    std::atomic<std::uint64_t> reductions{0};
    std::atomic<std::uint64_t> spawned{0};
    std::atomic<std::uint64_t> ended{0};
    std::atomic<std::uint64_t> sent{0};
    std::atomic<std::uint64_t> steals{0};
    std::atomic<std::uint64_t> migrated{0};   // processes that came by stealing
    std::atomic<std::uint64_t> parks{0};
    std::atomic<std::uint64_t> executing_ns{0};
    std::atomic<std::uint64_t> spinning_ns{0};
    std::atomic<std::uint64_t> parked_ns{0};
    std::atomic<std::uint64_t> since_ns{0};   // start of the phase under way
    std::atomic<std::uint32_t> phase{0};
};
inline void bump(std::atomic<std::uint64_t>& counter, std::uint64_t by = 1) {
    // relaxed, load and store: one writer; readers take a snapshot.
    counter.store(counter.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
}

class Scheduler : public RunContext {
  public:
    Scheduler(Vm& vm, Schedulers& all, std::uint32_t index);
    ~Scheduler();

    // --- for the interpreter ----------------------------------------------------------------------
    alignas(64) Term registers[kRegisters];  // RunContext::x points here
    Process* current = nullptr;              // the process that runs, or null
    Vm& vm;
    const std::uint32_t index;               // also its number as a RunContext

    SlotCache slots;
    SchedulerCounters counters;

    // Numbers of new references and unique integers; dealt in blocks, so no atomics.
    Word next_reference();
    std::uint64_t next_unique();

    // --- its work ---------------------------------------------------------------------------------------
    // Queues a process the caller owns; on this scheduler's thread only.
    void enqueue(Process& p);
    // Host-driven: serves due timers and injected processes, then runs one slice of the next process.
    // False: there was nothing to run.
    bool step();
    // The thread's loop, until the VM stops.
    void run();

    TimerWheel wheel;
    Parker parker;
    RunQueue queues[4];  // by Priority
    std::uint64_t random_state;

  private:
    friend class Schedulers;
    Process* next_process();
    Process* pick();
    void run_slice_of(Process& p);
    void after_slice(Process& p, const RunResult& result);
    void settle(Process& p);
    bool prepare_slice(Process& p);
    void serve_timers();
    void take_injected();
    bool try_steal();
    void idle();
    bool search();
    [[noreturn]] static void out_of_memory(Process& p);

    Schedulers& all_;
    std::uint32_t picks_ = 0;
    std::uint32_t low_skipped_ = 0;
    Word reference_next_ = 0, reference_end_ = 0;
    Word reference_block_ = 0;
    std::uint64_t unique_next_ = 0, unique_end_ = 0;
    std::uint32_t last_victim_ = 0;
    std::jmp_buf escape_;
};

}  // namespace vial

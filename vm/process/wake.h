// vm/process/wake.h: what this room needs of the schedulers, to its right.
// Here: declarations of functions that vm/sched defines.
// Not here: the schedulers (sched/scheduler.h).
// Threads: as each says.
// Holds: process knows schedulers by these functions only.
#pragma once

#include <cstdint>

#include "vm/process/process.h"
#include "vm/process/roots.h"

namespace vial {

// Queues a process the caller owns (new, or its sleep taken). `context` is the calling thread's; the
// process goes to that scheduler's own queue, or to the global one from threads that run none.
void make_runnable(RunContext& context, Process& p);

// Milliseconds and nanoseconds since the VM's start, monotonic, from World.
std::int64_t vm_now_ns(Vm& vm);

// A number no other reference of this VM has; from the context's own share, no atomic operation.
Word next_reference_number(RunContext& context);

// Sees to it that the process is woken at `deadline_ms` (ms since the VM's start), if it then still
// waits for it. One entry per process, moved lazily; forget_ drops it when the process ends.
void arm_receive_timer(RunContext& context, Process& p, std::uint64_t deadline_ms);
void forget_receive_timer(RunContext& context, Process& p);
// Cancels the timers that would send to this process (it has process_flag::HasTimers).
void cancel_timers_of(RunContext& context, Process& p);
// A pool's call record that came back as PoolDone: finish (and drop) or drop it (sched/pool.h).
struct PoolCall;
NativeResult finish_pool_call(Process& p, PoolCall* call);
void drop_pool_call(PoolCall* call);

}  // namespace vial

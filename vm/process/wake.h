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

// The free slots of a context that runs processes.
class SlotCache;
SlotCache& slots_of(RunContext& context);

// Nanoseconds since the VM's start, monotonic, from World.
std::int64_t vm_now_ns(Vm& vm);

// A number no other reference of this VM has; from the context's own share, no atomic operation.
Word next_reference_number(RunContext& context);

// receive ... after. The deadline, in ms since the VM's start, stands in one entry per process
// (Process::receive_timer), made by the first set_; false: memory refused. The schedulers put the
// entry into a wheel when the process falls asleep, and move it lazily. disarm_ says that nothing is
// waited for now; forget_ drops the entry at the process's end.
bool set_receive_deadline(RunContext& context, Process& p, std::uint64_t deadline_ms);
std::uint64_t receive_deadline_ms(const Process& p);
void disarm_receive_timer(Process& p);
void forget_receive_timer(RunContext& context, Process& p);
// Cancels the timers that would send to this process (it has process_flag::HasTimers).
void cancel_timers_of(RunContext& context, Process& p);
// A pool's call record that came back as PoolDone: finish (and drop) or drop it (sched/pool.h).
// Upper rooms let go of what a process owns (tables).
void run_exit_hooks(Process& p);
struct PoolCall;
NativeResult finish_pool_call(Process& p, PoolCall* call);
void drop_pool_call(PoolCall* call);

}  // namespace vial

// vm/sched/timers.h: timers that send a message.
// Here: start, cancel, read by reference number; serving a wheel.
// Not here: the wheel (timer.h); receive ... after (process/wake.h); the natives (runtime/time).
// Threads: a scheduler's.
// Holds: a timer's reference is dealt by the scheduler whose wheel it sits in, so its number tells the
//        wheel. Who takes a timer out of the index owns it: it fires or is cancelled, never both.
#pragma once

#include <cstdint>
#include <optional>

#include "vm/sched/scheduler.h"

namespace vial {

// `number` from scheduler.next_reference(); the timer takes over `message`. A pid's timers end with the
// process where `for_self` (it is the starter's own). False: memory refused, message dropped.
bool start_message_timer(Scheduler& scheduler, Process& starter, Word number, Term receiver,
                         Signal* message, std::uint64_t due_ms);
// Milliseconds that were left, or nullopt: no such timer (any more).
std::optional<std::uint64_t> cancel_message_timer(RunContext& context, Vm& vm, Word number);
std::optional<std::uint64_t> read_message_timer(Vm& vm, Word number);

// Fires what is due in one wheel. Returns how many timers it served.
std::uint32_t serve_wheel(RunContext& context, Vm& vm, TimerWheel& wheel, std::uint64_t now_ms);
// The VM's end: frees what is still in the wheel.
void clear_wheel(RunContext& context, TimerWheel& wheel);

}  // namespace vial

// vm/process/exit.h: the end of a process.
// Here: ending by its own code or by a signal, in slices; what the host learns of it.
// Not here: exit signals on their way (signals.h); the report's text (report.h).
// Threads: the owner of the process; HostWaiter as it says.
// Holds: exactly one end. Order: queue closed, name, timers, monitors, links, hooks of upper rooms
//        (tables), memory. 100,000 links are served over several slices. The reason is copied for
//        each receiver before the heap is freed.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/heap/term_arena.h"
#include "vm/process/machine.h"
#include "vm/process/process.h"
#include "vm/process/signal.h"

namespace vial {

struct RunContext;
class SlotCache;

// How a process ended, for a host thread that waits. `arena` holds the terms.
struct ExitResult {
    NativeStatus how = NativeStatus::Done;  // Done: value is what the first function returned
    Term reason;                            // the exit reason: normal, killed, {error, trace}, ...
    Term value;                             // result, error reason or thrown value
    Term trace;
    TermArena arena;
};

// One host thread waiting for one process; notified by the scheduler that ends it.
struct HostWaiter {
    HostWaiter* next = nullptr;
    std::atomic<std::uint32_t> done{0};  // futex word: release by the scheduler, acquire by the host
    bool no_process = false;
    ExitResult result;
};

// Tells the host thread. The waiter may be gone right after.
void finish_waiter(HostWaiter& waiter);

// Marks the process as ended by its own code: from the end of this slice on only continue_exit is
// called on it.
void begin_exit(RunContext& context, Process& p, const RunResult& result);
// The same by a signal with this reason (a term of p's heap, fragments or an immediate).
void begin_exit_by_signal(RunContext& context, Process& p, Term reason);
// Does up to `budget` links or monitors of the end; true: done, the control block is free.
bool continue_exit(RunContext& context, SlotCache& slots, Process& p, std::uint32_t budget);

}  // namespace vial

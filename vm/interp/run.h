// vm/interp/run.h: one slice of one process.
// Here: run_slice(), what the scheduler learns from it.
// Not here: which process runs next (sched/), what instructions do (ops_*.inl).
// Threads: the scheduler thread that owns the process.
// Holds: on entry and on return the process's registers are on its stack (process/stubs.h); in
//        between sp, top and reductions_left live in machine registers and are stored in the control
//        block before anything outside the interpreter is called.
#pragma once

#include <cstdint>

#include "vm/process/process.h"

namespace vial {

struct RunContext;

enum class SliceEnd : std::uint8_t {
    Yielded,        // reductions used up, or a signal wants attention: run it again
    WaitsReceive,   // in a receive, its scan at the end of the mailbox; flags hold the deadline's bit
    WaitsAnswer,    // a native answered Wait: asleep until the completion of call_token
    Ended,          // exit_reason and what goes with it are set
};

struct RunResult {
    SliceEnd end;
    // Ended: why, as links and monitors get it ({reason, stack trace} for errors), in the process's
    // heap, which still stands.
    Term exit_reason = kNoTerm;
    // Ended by an uncaught error or throw: worth a report on stderr.
    bool crashed = false;
    // Ended by NativeStatus::Ended: the native that ended the process has seen to its reason.
    bool by_native = false;
};

// Runs `process` for reductions_left reductions at most. `context` is the thread's scheduler.
RunResult run_slice(RunContext& context, Process& process);

}  // namespace vial

// vm/interp/run.h: one slice of one process.
// Here: run_slice().
// Not here: which process runs next (sched/), what instructions do
//       (ops_*.inl); RunResult (process/machine.h).
// Threads: the scheduler thread that owns the process.
// Holds: on entry and on return the process's registers are on its stack (process/stubs.h); in
//        between sp, top and reductions_left live in machine registers and are stored in the control
//        block before anything outside the interpreter is called.
#pragma once

#include "vm/process/machine.h"
#include "vm/process/process.h"

namespace vial {

struct RunContext;

// Runs `process` for reductions_left reductions at most. `context` is the thread's scheduler.
RunResult run_slice(RunContext& context, Process& process);

// For Machine: where a process stands. The trace is a list in its heap (may collect).
const FunctionCell* current_function(const Process& process);
Term current_stacktrace(Process& process);

// The interpreter as the rooms to the left know it.
Machine interpreter_machine(const MachineStubs& stubs);

}  // namespace vial

// vm/process/machine.h: what this room and the schedulers need of the interpreter.
// Here: how a slice ends, the functions and stubs the interpreter fills in, answers to calls.
// Not here: the interpreter (interp/run.h), the stubs' layout (stubs.h).
// Threads: set once when the VM is made.
// Holds: process and sched know the interpreter by this struct only; tests put their own in.
#pragma once

#include <cstdint>

#include "vm/process/native.h"
#include "vm/term/term.h"

namespace vial {

class Process;
struct FunctionCell;
struct MachineStubs;  // process/stubs.h
struct RunContext;    // process/roots.h

enum class SliceEnd : std::uint8_t {
    Yielded,        // reductions used up, or a signal wants attention: run it again
    WaitsReceive,   // mailbox_wait said Sleep: in a receive, its scan at the end of the mailbox
    WaitsAnswer,    // a native answered Wait: asleep until the answer to call_token is there
    Ended,          // exit_reason and what goes with it are set
};

struct RunResult {
    SliceEnd end;
    // Ended: why, as links and monitors get it ({reason, stack trace} for errors), in the process's
    // heap, which still stands.
    Term exit_reason = kNoTerm;
    // Ended by an uncaught error or throw: worth a report on stderr.
    bool crashed = false;
    // Ended by NativeStatus::Ended: the native that ended the process has seen to its reason
    // (process_flag::Exiting is set).
    bool by_native = false;
    // Ended: Done, Error, Exit or Throw, with the function's result, the error's reason or the thrown
    // value, and the stack trace as a list: for a host that waits.
    NativeStatus how = NativeStatus::Done;
    Term value = kNoTerm;
    Term trace = Term::nil();
};

// What the code server asks of processes; filled in when the VM is made. Called between two slices of
// the process, or where it has ended.
struct CodeRequests {
    void (*answer_round)(RunContext&, Process&, void* round) = nullptr;
    void (*leave_round)(void* round) = nullptr;
    Term (*uses_old_code)(RunContext&, Process&, Term module) = nullptr;
};

struct Machine {
    // Runs `process` for reductions_left reductions at most.
    RunResult (*run_slice)(RunContext&, Process&) = nullptr;
    const MachineStubs* stubs = nullptr;
    // For process_info, of a process that does not run. Null when unknown; the trace is a list in
    // its heap (may collect).
    const FunctionCell* (*current_function)(const Process&) = nullptr;
    Term (*current_stacktrace)(Process&) = nullptr;
    // Called as reporter(pid, class, reason, stack trace) in a process of its own for each process
    // that ends by an uncaught error; null: plain text on standard error. The host sets it once the
    // library can be loaded.
    FunctionCell* reporter = nullptr;
    CodeRequests code;
};

// For the stub `native_answer`, first thing in the slice after WaitsAnswer: the answer, as if the
// native had returned it. May collect; no X is live.
NativeResult take_call_answer(RunContext& context, Process& process);

}  // namespace vial

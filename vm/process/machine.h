// vm/process/machine.h: what this room and the schedulers need of the interpreter.
// Here: RunResult, the functions the interpreter fills in.
// Not here: the interpreter (interp/run.h).
// Threads: set once when the VM is made.
// Holds: process and sched know the interpreter by this struct only.
#pragma once

#include <cstdint>
#include <span>

#include "vm/process/native.h"
#include "vm/term/term.h"

namespace vial {

class Process;
class Scheduler;
struct FunctionCell;

struct RunResult {
    enum Kind : std::uint8_t {
        Yielded,  // the slice is used up, or p.flags asks for attention; state saved on the stack
        Waiting,  // p.flags has WaitsReceive or WaitsCall; state saved on the stack
        Ended,    // the process ran to its end: `how` and its terms
    };
    Kind kind;
    // Ended: Done (value: what the first function returned), Error, Exit, Throw. `trace` is the stack
    // trace as a list (nil for Done).
    NativeStatus how = NativeStatus::Done;
    Term value = kNoTerm;
    Term trace = Term::nil();
};

struct Machine {
    // Runs `p` until it yields, waits or ends. p.reductions_left has been set.
    RunResult (*run_slice)(Scheduler&, Process&) = nullptr;
    // Builds the first frames of a new process, so that run_slice enters `cell` with `args` (terms of
    // its heap). The stack has room for args + kEntrySlackWords words.
    void (*prepare_entry)(Process&, FunctionCell* cell, std::span<const Term> args) = nullptr;
    // The process waits in a native that returned Wait: from now on run_slice goes on as if the native
    // had returned `result`. May be called once between two slices; does not collect.
    void (*set_call_result)(Process&, NativeResult result) = nullptr;
    // The function the process stands in now, for process_info; null when unknown.
    const FunctionCell* (*current_function)(const Process&) = nullptr;
    // The stack trace of a process that does not run, as a list built in its heap (may collect).
    Term (*current_trace)(Process&) = nullptr;
};

constexpr std::uint32_t kEntrySlackWords = 8;

}  // namespace vial

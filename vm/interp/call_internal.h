// vm/interp/call_internal.h: entering functions from slow paths.
// Here: resolving funs, what follows a native, frames of a process that stops.
// Not here: the instructions (slow_call.cpp, slow_stub.cpp).
// Threads: the scheduler that runs the process.
// Holds: "at entry" means: sp at the caller's return address, arguments in X0...
#pragma once

#include "vm/interp/interp_internal.h"

namespace vial {

// Where a call of the fun in X[arity] with X0.. goes on; its free variables are put behind the
// arguments. Null after an error was raised: then `raised` says where to go on. `frame` is the place
// of the call, null at entry.
CodePointer resolve_fun(RunContext& c, Process& p, const FrameDescriptor* frame, std::uint32_t arity,
                        CodePointer& raised);

// At entry: stops in front of code with `arity` arguments.
CodePointer yield_at_code(RunContext& c, Process& p, CodePointer entry, std::uint32_t arity);
CodePointer yield_at_cell(RunContext& c, Process& p, FunctionCell* cell);

// In a function, at an instruction whose descriptor stands before `after`: stops, to go on at
// `target` with that frame and the registers the descriptor calls live.
void push_resume(RunContext& c, Process& p, CodePointer after, CodePointer target,
                 bool with_registers);

// Calls the native behind `cell` with X0.., roots shown for `frame` (null: at entry).
NativeResult call_native(RunContext& c, Process& p, const FunctionCell* cell,
                         const FrameDescriptor* frame);
// A native at entry has answered: return its value, raise, go on elsewhere, or wait.
CodePointer after_native(RunContext& c, Process& p, NativeResult result, FunctionCell* cell);
// The errors among the answers, raised at `frame`.
bool is_raise(NativeStatus status);
CodePointer raise_of_native(RunContext& c, Process& p, NativeResult result, const FunctionCell* cell,
                            const FrameDescriptor* frame);

inline CodePointer return_to_caller(Process& p) { return code_at(*p.sp++); }

}  // namespace vial

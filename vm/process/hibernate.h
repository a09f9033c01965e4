// vm/process/hibernate.h: a process that gives up its stack until a message comes.
// Here: falling into hibernation and coming out of it.
// Not here: the native (runtime/process/info.cpp).
// Threads: the owner of the process.
// Holds: hibernation is a call (NativeStatus::Wait) that the first message answers. What is to be called
//        then is kept outside the heap, so the heap can be collected into the least block.
#pragma once

#include "vm/process/native.h"
#include "vm/process/roots.h"
#include "vm/process/signal.h"

namespace vial {

struct FunctionCell;

// Result of the native hibernate.
NativeResult begin_hibernation(RunContext& context, Process& p, FunctionCell* cell, Term arguments);
// After the slice: drops the stack but for what waits for the answer, shrinks the heap.
void shrink_for_hibernation(RunContext& context, Process& p);
// Signals have been handled: a message answers the call.
void wake_from_hibernation(Process& p);
// The answer's turn: goes on in the function, on an empty stack.
NativeResult finish_hibernation(RunContext& context, Process& p, Signal* kept);

}  // namespace vial

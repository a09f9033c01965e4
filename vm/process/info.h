// vm/process/info.h: what one process tells of itself.
// Here: process_info's items; requests that are served between two slices.
// Not here: asking (runtime/process/info.cpp).
// Threads: the owner of the process.
// Holds: what is told is built in an arena, so nothing of it hangs on a heap that may move.
#pragma once

#include "vm/heap/term_arena.h"
#include "vm/process/process.h"
#include "vm/process/roots.h"

namespace vial {

// {item, value}; kNoTerm: no such item. May collect (stack traces), with the context's roots.
Term info_pair(RunContext& context, Process& p, Term item, TermArena& arena);
// As process_info/2 answers: a pair for an atom, a list of pairs for a list; kNoTerm: bad item. For
// `request` nil, the list of process_info/1. An item registered_name without a name gives [] where the
// request is that atom, is left out of process_info/1.
Term info_answer(RunContext& context, Process& p, Term request, TermArena& arena);
// The items the reference knows, for checking a request before it is sent.
bool is_info_request(Term request);

// Info, Collect, CheckCode and CodeRound signals that have come in. The process is not in a slice.
void serve_deferred(RunContext& context, Process& p);

}  // namespace vial

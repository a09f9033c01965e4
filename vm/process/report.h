// vm/process/report.h: telling people of a process that ended by an error.
// Here: report_crash: Machine::reporter is called in a process of its own; without one, plain text goes
//       to standard error.
// Not here: how the library shows a report (stdlib/vial/vial_report.ex).
// Threads: the owner of the process that ends.
// Holds: one report for each end.
#pragma once

#include "vm/process/machine.h"
#include "vm/process/process.h"

namespace vial {

// reporter(pid, class, reason, stack trace).
void report_crash(RunContext& context, Process& p, const RunResult& result);
// A process over its max_heap_size, or (`refused`) one the system gives no more memory to.
void report_heap_limit(RunContext& context, Process& p, Word words, Word limit, bool refused);

}  // namespace vial

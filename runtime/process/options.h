// runtime/process/options.h: option lists of spawn and monitor, values of process flags.
// Here: reading them.
// Not here: the natives.
// Threads: the scheduler of the process; nothing here allocates.
// Holds: false means badarg; what was read before may have been stored.
#pragma once

#include <optional>

#include "vm/process/spawn.h"
#include "vm/term/term.h"

namespace vial {

bool read_spawn_options(Vm& vm, Term list, SpawnOptions& options);
// Options of erlang:monitor/3.
bool read_monitor_options(Term list, AliasMode& alias, Term& tag);

std::optional<Priority> read_priority(Term t);
// A size in words, or a map with size, kill and error_logger.
bool read_max_heap(Term t, MaxHeap& max);
std::optional<bool> read_boolean(Term t);

}  // namespace vial

// vm/process/spawn.h: making processes.
// Here: SpawnOptions, spawn_process, host spawns.
// Not here: reading option lists (runtime/process/spawn.cpp).
// Threads: the scheduler of the spawner, or a host thread with its own context.
// Holds: arguments are copied into the new heap, which is made to fit; links and monitors stand before
//        the child runs its first instruction.
#pragma once

#include <cstdint>
#include <span>

#include "vm/process/extension.h"
#include "vm/process/process_table.h"

namespace vial {

struct SpawnOptions {
    bool link = false;
    bool monitor = false;
    Term monitor_reference = kNoTerm;  // with `monitor`: made by the caller (may be an alias)
    Term monitor_tag = kNoTerm;        // kNoTerm: DOWN
    AliasMode monitor_alias = AliasMode::None;
    Priority priority = Priority::Normal;
    std::uint32_t min_heap_words = 0;
    std::uint16_t fullsweep_after = 65535;
    std::uint64_t min_bin_vheap_words = 0;
    bool has_max_heap = false;         // else the VM's default
    MaxHeap max_heap;
    bool off_heap_messages = false;
    Term group_leader = kNoTerm;       // kNoTerm: the parent's
};

enum class SpawnError : std::uint8_t { None, ProcessLimit, Memory };

// `cell` null: args[0] is a fun without parameters, to be called.
// The new pid, or kNoTerm with `error`. Queued in the spawner's own scheduler. Does not collect the
// spawner's heap.
Term spawn_process(RunContext& context, SlotCache& slots, Process& parent, FunctionCell* cell,
                   std::span<const Term> args, const SpawnOptions& options, SpawnError& error);
// From outside any process (host, boot). `waiter` may be null; see exit.h.
Term spawn_from_host(RunContext& context, SlotCache& slots, Vm& vm, FunctionCell* cell,
                     std::span<const Term> args, const SpawnOptions& options, HostWaiter* waiter,
                     SpawnError& error);
// Undoes the making of a process that never ran and nobody knows.
void abandon_process(RunContext& context, SlotCache& slots, Process& p);

}  // namespace vial

// vm/process/extension.h: what of a process comes with its first use.
// Here: ProcessExtension: links, monitors, dictionary, options, waiters, totals.
// Not here: the sets' own doings (links.h, monitors.h, dictionary.h).
// Threads: the owner of the process.
// Holds: terms in it are roots (visit_extension) or immediates.
#pragma once

#include "vm/process/dictionary.h"
#include "vm/process/links.h"
#include "vm/process/monitors.h"

namespace vial {

struct HostWaiter;  // process/exit.h

// What process_info tells where no option said otherwise.
constexpr std::uint64_t kDefaultMinBinaryHeapWords = 46422;

struct MaxHeap {
    std::uint64_t words = 0;  // 0: none
    bool kill = true;
    bool log = true;
};

struct ProcessExtension {
    LinkSet links;
    MonitorSet monitors;
    WatcherSet watchers;
    Dictionary dictionary;
    MaxHeap max_heap;                // if has_max_heap, else the VM's default
    bool has_max_heap = false;
    Word mark_reference = 0;         // number of the reference mailbox_mark is bound to
    Signal* answer = nullptr;        // to the call the process waits for, until it is taken
    Signal* hibernation = nullptr;   // what to go on with (hibernate.h)
    Signal* deferred = nullptr;      // requests served between two slices, oldest first
    HostWaiter* host_waiters = nullptr;
    std::uint64_t reductions_total = 0;
    std::uint64_t min_bin_vheap_words = 0;
    Word unlink_id = 0;
    std::uint32_t suspend_count = 0;
    std::uint32_t save_calls = 0;
    WordMap<LinkEntry> suspending;   // whom this process suspends, how often
    Term error_handler = kNoTerm;    // an atom; kNoTerm: error_handler
};

// The extension of `p`, made if need be; nullptr: memory refused.
ProcessExtension* extension_of(BlockCache& blocks, Process& p);
void release_extension(BlockCache& blocks, Process& p);
// RunContext::visit_extension.
void visit_extension(Process& p, RootVisitor& visitor);

}  // namespace vial

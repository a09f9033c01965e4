// vm/process/monitors.h: monitors and aliases of processes.
// Here: both sides' sets, monitor, demonitor, alias, unalias, what a DOWN does when it arrives.
// Not here: telling the others at the end (exit.h).
// Threads: the owner of the process.
// Holds: the watcher's entry decides: a DOWN or an alias message whose entry is gone is dropped, so
//        each monitor fires at most once, and never after its demonitor.
#pragma once

#include <optional>

#include "vm/process/mailbox.h"
#include "vm/process/word_map.h"

namespace vial {

enum class AliasMode : std::uint8_t { None, Explicit, Demonitor, Reply };

// At the watcher, by reference number. Aliases without a monitor stand here too (object kNoTerm).
struct MonitorEntry {
    Word key;
    Term object;  // pid, or the atom that names a local process: what DOWN's 4th element tells
    Term target;  // the pid the monitor stands on
    Term tag;     // first element of the DOWN message; a root of the collector
    AliasMode alias;
};
// At the watched, by reference number.
struct WatcherEntry {
    Word key;
    Term watcher;    // pid
    Term name;       // the name it asked for, or kNoTerm
    bool alias;      // the reference is an alias of the watcher
};
using MonitorSet = WordMap<MonitorEntry>;
using WatcherSet = WordMap<WatcherEntry>;

// `reference`: as next_reference or make_alias gave it, kept by the caller. A target that is gone
// fires at once with noproc. False: memory refused.
bool monitor_process(RunContext& context, Process& p, Term reference, Term target, Term name, Term tag,
                     AliasMode alias);
// False: there was no such monitor of this process.
bool demonitor_process(RunContext& context, Process& p, Term reference);
// Takes out DOWN messages of the reference that have arrived (demonitor with flush).
void flush_down(RunContext& context, Process& p, Term reference);

bool add_alias(RunContext& context, Process& p, Term alias, AliasMode mode);
bool remove_alias(RunContext& context, Process& p, Term alias);
// A message came to the alias: true when it is on; turns it off as its mode says.
bool accept_alias(RunContext& context, Process& p, Word number);

// Tells a watcher that `from` is gone.
bool send_down(RunContext& context, Vm& vm, Term from, const WatcherEntry& watcher, Term reason);
// The number of a local reference, alias or resource term; nullopt for anything else.
std::optional<Word> reference_number(Term reference);

void handle_monitor(RunContext& context, Process& p, const Signal& signal);
void handle_demonitor(RunContext& context, Process& p, const Signal& signal);
// The signal turned into the DOWN message, or nullptr when the monitor is off (dropped).
Signal* handle_down(RunContext& context, Process& p, Signal* signal);

}  // namespace vial

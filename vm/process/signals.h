// vm/process/signals.h: sending signals and what the receiver does with them.
// Here: send, exit/2, the calls between processes; handling what stands in the queue.
// Not here: the queue (mailbox.h), link and monitor sets (links.h, monitors.h), ending (exit.h).
// Threads: sending from the thread whose context is given; handling on the owner.
// Holds: all that one process does to another goes through push_signal; a process alone edits its
//        own links, monitors, names and flags.
#pragma once

#include <cstdint>

#include "vm/process/mailbox.h"

namespace vial {

enum class SendStatus : std::uint8_t {
    Sent,          // or silently dropped, as to a pid that is gone
    BadName,       // an atom nobody is registered as: badarg
    BadReceiver,   // no pid, atom, {name, node}, alias or port: badarg
    NoConnection,  // {name, node} or external pid of a node that is not connected: dropped
    Refused,       // memory refused: the sender is ended
};
// The whole of `send`: pids, names, {name, node}, aliases. Never collects.
SendStatus send_message(RunContext& context, Process& sender, Term to, Term message);
// The same from a thread that runs no process (host, timer, pool): sender 0.
SendStatus send_from_vm(RunContext& context, Vm& vm, Term to, Term message);
// Delivers a signal made already, waking the receiver; false: gone, the signal has been dropped.
bool deliver_signal(RunContext& context, Vm& vm, Term pid, Signal* signal);

// exit(pid, reason). To self it takes hold at once: true means that p is Exiting.
bool send_exit(RunContext& context, Process& sender, Term pid, Term reason);

// Takes the queue and does what its signals say: messages go to the private list, all else happens.
// Never collects. Afterwards p.flags tells whether the process is Exiting.
void handle_signals(RunContext& context, Process& p);

// A signal that came to a process which is ending: answers what waits for an answer, drops it.
void reject_signal(RunContext& context, Process& p, Signal* signal);

// --- calls between processes ------------------------------------------------------------------------
// A process asks another and waits (NativeStatus::Wait): the signal carries `token`, the answer is a
// Done signal with the same token. Late and foreign answers are dropped.
std::uint32_t begin_call(Process& p);
// Answers a call; `result` is copied.
void answer_call(RunContext& context, Vm& vm, Term caller, std::uint32_t token, Term result);
// Drops a Done or PoolDone signal.
void drop_answer(BlockCache& blocks, Signal* signal);

}  // namespace vial

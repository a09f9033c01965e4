// vm/process/mailbox.h: the signals waiting for one process.
// Here: the lock-free queue others push to, the owner's private list of messages behind it, and the
//       scan of a receive.
// Not here: what a signal that is no message does (signals.h); queueing a woken process (wake.h).
// Threads: push() from any thread; all else only on the scheduler that owns the process.
// Holds: one sender's signals stay in order; between two senders there is no order.
//
// Queue head, one word:  generation 16 (63..48) | newest signal (47..4) | closed (1) | asleep (0)
// Signals hang newest first; the owner takes the whole chain by one exchange and turns it round.
// A push is one compare-and-swap that also takes `asleep` away: whoever did so must queue the process.
// It fails on `closed` and on another generation, so nothing is ever delivered to the wrong process.
#pragma once

#include <cstdint>

#include "vm/process/process.h"
#include "vm/process/signal.h"

namespace vial {

namespace queue_word {
constexpr Word kAsleep = 1;
constexpr Word kClosed = 2;
constexpr Word kPointerMask = 0x0000'ffff'ffff'fff0;
constexpr int kGenerationShift = 48;
constexpr Word generation(Term pid) { return Word{pid.generation()} << kGenerationShift; }
constexpr Word generation_of(Word head) { return head >> kGenerationShift << kGenerationShift; }
}  // namespace queue_word

enum class Push : std::uint8_t {
    Delivered,  // the receiver is awake or will look by itself
    Wake,       // delivered, and the caller now owns the sleeping receiver: make_runnable() it
    Gone,       // the receiver has ended; the signal still belongs to the caller
};

// Puts `signal` into the queue of the process that has `pid` now; `receiver` is its control block,
// as ProcessTable::block gives it.
Push push_signal(Process& receiver, Term pid, Signal* signal);
// Takes the sleep away without a signal (a timer is due). True: the caller must queue the process.
bool take_sleep(Process& receiver, Term pid);

// --- the owner's side -----------------------------------------------------------------------------
// Nothing has been pushed since the last fetch (a glance, no synchronisation).
inline bool queue_empty(const Process& p) {
    return (p.queue_head.load(std::memory_order_relaxed) & queue_word::kPointerMask) == 0;
}
// The chain pushed so far, oldest first, or nullptr.
Signal* take_queue(Process& p);
// Takes the chain and forbids more; the process's end.
Signal* close_queue(Process& p);
// Opens the queue of a new process; everything else about it must be written before.
void open_queue(Process& p);
// From here on the process belongs to nobody, unless this returns false: a signal has come meanwhile.
bool fall_asleep(Process& p);

// Appends a message to the private list.
void mailbox_append(Process& p, Signal* message);
// Takes out the message behind `before` (null: the oldest).
Signal* mailbox_unlink_after(Process& p, Signal* before);
// Drops all messages (the process's end).
void mailbox_clear(Process& p, BlockCache& blocks);

// --- receive, as the instructions call it -----------------------------------------------------------
// The message at the scan position, or nullptr: the scan is at the end even after fetching what
// has been pushed. Sets RunContext::peeked. Terms may point into the message until it is taken.
// nullptr with p.flags & Exiting: a signal ended the process; mailbox_wait then says Sleep.
Signal* mailbox_peek(RunContext& context, Process& p);
// Takes the peeked message out; its block becomes a fragment of the heap. The next scan starts at the
// oldest message and the receive's deadline is forgotten.
void mailbox_take(RunContext& context, Process& p);
// The same when nothing points into the message any more: its block is freed at once.
void mailbox_drop_peeked(RunContext& context, Process& p);
// The peeked message does not match: the scan goes on behind it.
void mailbox_next(RunContext& context, Process& p);

enum class ReceiveWait : std::uint8_t {
    Again,      // something came in: go to `loop`
    Sleep,      // save the state so that it resumes at `loop`, and return Waiting from the slice
    TimedOut,   // the deadline is over: fall through (ReceiveTimeout follows)
    BadTimeout, // raise timeout_value
};
// For ReceiveWait and ReceiveUntil, after a peek gave nothing. The deadline of the receive is set by
// its first call and stays, whatever messages come in between.
ReceiveWait mailbox_wait(RunContext& context, Process& p);
ReceiveWait mailbox_wait_until(RunContext& context, Process& p, Term timeout);
// The receive ended by its timeout: the next scan starts at the oldest.
void mailbox_timed_out(Process& p);

// The shortcut for references: a mark of the mailbox's end, bound to a reference made after it. The
// mark is valid for the last reference bound to it. MarkReserve gives a value only MarkBind reads.
Term mailbox_mark_reserve(Process& p);
void mailbox_mark_bind(Process& p, Term mark, Term reference);
void mailbox_mark_use(Process& p, Term reference);

}  // namespace vial

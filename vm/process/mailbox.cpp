// vm/process/mailbox.cpp: the queue's two sides and the scan of receive.
// Here: push, sleep, take; peek, take, next, wait; marks for references.
// Not here: what signals do (signals.cpp).
// Threads: as mailbox.h says.
// Holds: mailbox_save and mailbox_mark point to the message before the place they mean (null: the
//        place is the oldest message), so taking a message needs no search for its predecessor.
#include "vm/process/mailbox.h"

#include "vm/heap/fragment.h"
#include "vm/process/extension.h"
#include "vm/process/monitors.h"
#include "vm/process/process_table.h"
#include "vm/process/signals.h"
#include "vm/process/state.h"
#include "vm/process/wake.h"
#include "vm/tables/atoms.h"

namespace vial {

using namespace queue_word;

Push push_signal(Process& receiver, Term pid, Signal* signal) {
    // acquire: pairs with open_queue(); the pid below is this generation's or a later one's.
    Word head = receiver.queue_head.load(std::memory_order_acquire);
    if (current_pid(receiver) != pid) return Push::Gone;
    const Word mine = generation(pid);
    for (;;) {
        if ((head & kClosed) != 0 || generation_of(head) != mine) return Push::Gone;
        signal->next = reinterpret_cast<Signal*>(head & kPointerMask);
        const Word wanted = mine | reinterpret_cast<Word>(signal);
        // release: the owner's exchange sees the signal. acquire: who takes `asleep` away sees all
        // that the owner wrote before it slept.
        if (receiver.queue_head.compare_exchange_weak(head, wanted, std::memory_order_acq_rel,
                                                      std::memory_order_acquire)) {
            return (head & kAsleep) != 0 ? Push::Wake : Push::Delivered;
        }
    }
}

bool take_sleep(Process& receiver, Term pid) {
    Word head = receiver.queue_head.load(std::memory_order_acquire);
    if (current_pid(receiver) != pid) return false;
    // A sleeper's queue is empty, so this is the only word that asks for a wake.
    Word asleep = generation(pid) | kAsleep;
    if (head != asleep) return false;
    return receiver.queue_head.compare_exchange_strong(
        asleep, generation(pid), std::memory_order_acq_rel, std::memory_order_relaxed);
}

namespace {

Signal* oldest_first(Word head) {
    auto* s = reinterpret_cast<Signal*>(head & kPointerMask);
    Signal* turned = nullptr;
    while (s) {
        Signal* older = s->next_signal();
        s->next = turned;
        turned = s;
        s = older;
    }
    return turned;
}

}  // namespace

Signal* take_queue(Process& p) {
    if (queue_empty(p)) return nullptr;
    // acquire: pairs with the pushes' releases.
    return oldest_first(p.queue_head.exchange(generation(p.pid), std::memory_order_acquire));
}

Signal* close_queue(Process& p) {
    // Takes the pushed signals, and whoever sees `closed` sees the name gone. seq_cst: who gives a process something
    // and then looks at is_current sees it closed, or the process, looking at what it has, sees that (a table's owner).
    return oldest_first(
        p.queue_head.exchange(generation(p.pid) | kClosed, std::memory_order_seq_cst));
}

void open_queue(Process& p) {
    // release: who pushes has seen an initialised process.
    p.queue_head.store(generation(p.pid), std::memory_order_release);
}

bool fall_asleep(Process& p) {
    Word awake = generation(p.pid);
    // release: whoever wakes the process sees all its state.
    return p.queue_head.compare_exchange_strong(awake, awake | kAsleep, std::memory_order_release,
                                                std::memory_order_relaxed);
}

// --- the private list -----------------------------------------------------------------------------

void mailbox_append(Process& p, Signal* message) {
    message->next = nullptr;
    if (p.mailbox_last) {
        p.mailbox_last->next = message;
    } else {
        p.mailbox_first = message;
    }
    p.mailbox_last = message;
    ++p.mailbox_length;
}

void mailbox_clear(Process& p, BlockCache& blocks) {
    for (Signal* s = p.mailbox_first; s;) {
        Signal* next = s->next_signal();
        drop_signal(blocks, s);
        s = next;
    }
    p.mailbox_first = p.mailbox_last = p.mailbox_save = p.mailbox_mark = nullptr;
    p.mailbox_length = 0;
}

Signal* mailbox_unlink_after(Process& p, Signal* before) {
    Signal* s = before ? before->next_signal() : p.mailbox_first;
    Signal* after = s->next_signal();
    if (before) {
        before->next = after;
    } else {
        p.mailbox_first = after;
    }
    if (p.mailbox_last == s) p.mailbox_last = before;
    if (p.mailbox_mark == s) p.mailbox_mark = before;
    if (p.mailbox_save == s) p.mailbox_save = before;
    --p.mailbox_length;
    return s;
}

// --- receive ------------------------------------------------------------------------------------------

Signal* mailbox_peek(RunContext& context, Process& p) {
    for (;;) {
        Signal* s = p.mailbox_save ? p.mailbox_save->next_signal() : p.mailbox_first;
        if (VIAL_LIKELY(s != nullptr)) {
            context.peeked = s;
            return s;
        }
        if (queue_empty(p)) return nullptr;
        handle_signals(context, p);
        if ((p.flags & process_flag::Exiting) != 0) return nullptr;
    }
}

void forget_deadline(Process& p) {
    if ((p.flags & process_flag::DeadlineSet) == 0) return;
    p.flags &= ~process_flag::DeadlineSet;
    disarm_receive_timer(p);
}

static Signal* take_out_peeked(RunContext& context, Process& p) {
    Signal* s = mailbox_unlink_after(p, p.mailbox_save);
    p.mailbox_save = nullptr;
    context.peeked = nullptr;
    forget_deadline(p);
    return s;
}

void mailbox_drop_peeked(RunContext& context, Process& p) {
    drop_signal(context.blocks, take_out_peeked(context, p));
}

void mailbox_take(RunContext& context, Process& p) {
    Signal* s = take_out_peeked(context, p);
    // A message without terms of its own leaves nothing to point to.
    if (s->term.is_immediate()) return drop_signal(context.blocks, s);
    attach_fragment(p, s);
}

void mailbox_next(RunContext& context, Process& p) {
    p.mailbox_save = static_cast<Signal*>(context.peeked);
    context.peeked = nullptr;
}

ReceiveWait mailbox_wait(RunContext& context, Process& p) {
    if ((p.flags & process_flag::Exiting) == 0 && mailbox_peek(context, p)) {
        context.peeked = nullptr;
        return ReceiveWait::Again;
    }
    p.flags |= process_flag::WaitsReceive;
    return ReceiveWait::Sleep;
}

ReceiveWait mailbox_wait_until(RunContext& context, Process& p, Term timeout) {
    if ((p.flags & process_flag::Exiting) != 0) return ReceiveWait::Sleep;
    if (timeout == atoms::infinity) return mailbox_wait(context, p);
    const auto ms = timeout.try_small();
    if (!ms || *ms < 0 || *ms > 0xffffffff) return ReceiveWait::BadTimeout;
    if (*ms == 0) return ReceiveWait::TimedOut;

    const std::int64_t now_ns = vm_now_ns(p.vm());
    if ((p.flags & process_flag::DeadlineSet) == 0) {
        // Rounded up: a receive never ends early.
        const std::int64_t due_ns = now_ns + *ms * 1'000'000;
        if (!set_receive_deadline(context, p, static_cast<std::uint64_t>((due_ns + 999'999) / 1'000'000))) {
            p.flags |= process_flag::MemoryRefused;
            p.reductions_left = 0;
            return ReceiveWait::Sleep;
        }
        p.flags |= process_flag::DeadlineSet;
    } else if (static_cast<std::uint64_t>(now_ns / 1'000'000) >= receive_deadline_ms(p)) {
        return ReceiveWait::TimedOut;
    }
    return mailbox_wait(context, p);
}

void mailbox_timed_out(Process& p) {
    p.mailbox_save = nullptr;
    forget_deadline(p);
}

// --- marks --------------------------------------------------------------------------------------------

Term mailbox_mark_reserve(Process& p) {
    p.mailbox_mark = p.mailbox_last;
    // Until it is bound the mark is for no reference.
    if (p.extension) p.extension->mark_reference = 0;
    return Term::small(0);
}

void mailbox_mark_bind(Process& p, Term, Term reference) {
    const auto number = reference_number(reference);
    if (!number) return;
    if (ProcessExtension* e = extension_of(context_of(p).blocks, p)) e->mark_reference = *number;
}

void mailbox_mark_use(Process& p, Term reference) {
    if (!p.extension) return;
    const auto number = reference_number(reference);
    if (number && *number == p.extension->mark_reference) p.mailbox_save = p.mailbox_mark;
}

}  // namespace vial

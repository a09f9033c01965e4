// vm/interp/slow_message.cpp: send and receive.
// Here: what the instructions ask of the mailbox, and how a receive stops and goes on.
// Not here: the mailbox (process/mailbox.h), sending (process/signals.h).
// Threads: the scheduler that runs the process.
// Holds: a receive that waits keeps its frame as it is below a `resume` frame.
#include "vm/heap/gc.h"
#include "vm/heap/stack_walk.h"
#include "vm/interp/call_internal.h"
#include "vm/interp/raise.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/process/machine.h"
#include "vm/process/mailbox.h"
#include "vm/process/signals.h"
#include "vm/process/state.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

static CodePointer stop(RunContext& c, Process& p, CodePointer after, CodePointer target,
                        SliceEnd end) {
    push_resume(c, p, after, target, false);
    c.result->end = end;
    return leave_slice(c);
}

// descriptor
CodePointer slow_send(RunContext& c, Process& p, CodePointer pc) {
    const SendStatus status = send_message(c, p, c.x[0], c.x[1]);
    p.charge(1);
    switch (status) {
        case SendStatus::Sent:
        case SendStatus::NoConnection: c.x[0] = c.x[1]; return pc + 2;
        case SendStatus::Refused: return stop(c, p, pc + 2, pc, SliceEnd::Yielded);
        case SendStatus::BadName:
        case SendStatus::BadReceiver: break;
    }
    c.bad_arguments[0] = {0, "invalid destination"};
    c.bad_argument_count = 1;
    return raise_in(c, p, descriptor_at(pc[1]), atoms::badarg, atoms::erlang,
                    p.vm().atoms().intern("send"), {c.x, 2}, true);
}

// wait, d, descriptor
CodePointer slow_receive_peek(RunContext& c, Process& p, CodePointer pc) {
    show_roots(c, descriptor_at(pc[3]));
    const Signal* message = mailbox_peek(c, p);
    if (message) {
        c.peek_top = p.top;
        write_operand(c, p, pc[2], message->term);
        return pc + 4;
    }
    if (p.flags & process_flag::Exiting) return stop(c, p, pc + 4, pc, SliceEnd::Yielded);
    return code_at(pc[1]);
}

// Whether nothing that lives on points into the peeked message: its patterns took immediates out of it
// at most. Heap objects made while it was matched might (slices of its binaries).
static bool peeked_is_dead_noalloc(const RunContext& c, const Process& p,
                                   const FrameDescriptor* frame) {
    if (p.top != c.peek_top) return false;
    const Word start = reinterpret_cast<Word>(c.peeked);
    const Word bytes = Word{c.peeked->block_words} * sizeof(Word);
    bool dead = true;
    auto look = [&](const Word* slot) {
        if (Term::from_word(*slot).is_pointer() && *slot - start < bytes) dead = false;
    };
    for_each_set_bit(frame->live_x(), reinterpret_cast<Word*>(c.x), look);
    for_each_set_bit(frame->live_y(), p.sp, look);
    return dead;
}

// descriptor
CodePointer slow_receive_take(RunContext& c, Process& p, CodePointer pc) {
    if (peeked_is_dead_noalloc(c, p, descriptor_at(pc[1]))) {
        mailbox_drop_peeked(c, p);
        return pc + 2;
    }
    mailbox_take(c, p);
    // A process that only receives never asks for heap: what it has received is collected here.
    const Word young = static_cast<Word>(p.heap_end - p.heap_start);
    if (kCollectAlways || p.fragment_words > young * 2) {
        show_roots(c, descriptor_at(pc[1]));
        collect(p, 0, CollectKind::Minor);
    }
    return pc + 2;
}

// loop
CodePointer slow_receive_next(RunContext& c, Process& p, CodePointer pc) {
    mailbox_next(c, p);
    p.charge(1);
    return code_at(pc[1]);
}

// loop, descriptor
CodePointer slow_receive_wait(RunContext& c, Process& p, CodePointer pc) {
    show_roots(c, descriptor_at(pc[2]));
    if (mailbox_wait(c, p) == ReceiveWait::Sleep) {
        return stop(c, p, pc + 3, code_at(pc[1]), SliceEnd::WaitsReceive);
    }
    if (p.out_of_reductions()) return stop(c, p, pc + 3, code_at(pc[1]), SliceEnd::Yielded);
    return code_at(pc[1]);
}

// loop, timeout, descriptor
CodePointer slow_receive_until(RunContext& c, Process& p, CodePointer pc) {
    show_roots(c, descriptor_at(pc[3]));
    switch (mailbox_wait_until(c, p, read_operand(c, p, pc[2]))) {
        case ReceiveWait::Sleep:
            return stop(c, p, pc + 4, code_at(pc[1]), SliceEnd::WaitsReceive);
        case ReceiveWait::TimedOut: return pc + 4;
        case ReceiveWait::BadTimeout:
            return raise_error(c, p, descriptor_at(pc[3]), atoms::timeout_value);
        case ReceiveWait::Again: break;
    }
    if (p.out_of_reductions()) return stop(c, p, pc + 4, code_at(pc[1]), SliceEnd::Yielded);
    return code_at(pc[1]);
}

CodePointer slow_receive_timeout(RunContext&, Process& p, CodePointer pc) {
    mailbox_timed_out(p);
    return pc + 1;
}

CodePointer slow_mark_reserve(RunContext& c, Process& p, CodePointer pc) {
    write_operand(c, p, pc[1], mailbox_mark_reserve(p));
    return pc + 2;
}

CodePointer slow_mark_bind(RunContext& c, Process& p, CodePointer pc) {
    mailbox_mark_bind(p, read_operand(c, p, pc[1]), read_operand(c, p, pc[2]));
    return pc + 3;
}

CodePointer slow_mark_use(RunContext& c, Process& p, CodePointer pc) {
    mailbox_mark_use(p, read_operand(c, p, pc[1]));
    return pc + 2;
}

}  // namespace vial

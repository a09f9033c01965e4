// vm/process/exit.cpp: the end of a process.
// Here: begin_exit, continue_exit, host waiters.
// Not here: exit signals arriving (signals.cpp).
// Threads: the owner of the process.
// Holds: the reason stands in p.parent and is a root until the slice ends; then the heap stands still
//        until the memory goes.
#include "vm/process/exit.h"

#include "vm/heap/gc.h"
#include "vm/process/extension.h"
#include "vm/process/names.h"
#include "vm/process/process_table.h"
#include "vm/process/report.h"
#include "vm/process/signals.h"
#include "vm/process/state.h"
#include "vm/process/wake.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

void finish_waiter(HostWaiter& waiter) {
    // release: pairs with the host's acquire; it reads the result after.
    waiter.done.store(1, std::memory_order_release);
    waiter.done.notify_all();
}

namespace {

void fill_waiters(Process& p, const RunResult& result) {
    if (!p.extension) return;
    for (HostWaiter* w = p.extension->host_waiters; w; w = w->next) {
        w->result.how = result.how;
        w->result.reason = w->result.arena.copy(result.exit_reason);
        w->result.value = w->result.arena.copy(result.value);
        w->result.trace = w->result.arena.copy(result.trace);
    }
}

bool is_closed(const Process& p) {
    return (p.queue_head.load(std::memory_order_relaxed) & queue_word::kClosed) != 0;
}

// Everything that does not grow with the number of links and monitors.
void close_process(RunContext& context, Process& p) {
    set_run_state(p, RunState::Exiting);
    p.vm().names().forget(p);
    for (Signal* s = close_queue(p); s;) {
        Signal* next = s->next_signal();
        reject_signal(context, p, s);
        s = next;
    }
    mailbox_clear(p, context.blocks);
    forget_receive_timer(context, p);
    if ((p.flags & process_flag::HasTimers) != 0) cancel_timers_of(context, p);
    ProcessExtension* e = p.extension;
    if (!e) return;
    for (Signal* s = e->deferred; s;) {
        Signal* next = s->next_signal();
        reject_signal(context, p, s);
        s = next;
    }
    e->deferred = nullptr;
    for (Signal** kept : {&e->answer, &e->hibernation}) {
        if (*kept) drop_answer(context.blocks, *kept);
        *kept = nullptr;
    }
}

void send_link_exit(RunContext& context, Process& p, Term to) {
    Signal* s =
        make_signal_tuple(context, SignalKind::LinkExit, p.pid, {atoms::EXIT, p.pid, p.parent});
    if (s) deliver_signal(context, p.vm(), to, s);
}

void send_plain(RunContext& context, Process& p, SignalKind kind, Term to, Term payload) {
    Signal* s = make_signal_immediate(context.blocks, kind, p.pid, payload);
    if (s) deliver_signal(context, p.vm(), to, s);
}

// True: all links, monitors and suspensions have been told.
bool tell_others(RunContext& context, Process& p, std::uint32_t budget) {
    ProcessExtension& e = *p.extension;
    WatcherEntry watcher;
    while (e.watchers.take_any(context.blocks, watcher)) {
        send_down(context, p.vm(), p.pid, watcher, p.parent);
        if (--budget == 0) return false;
    }
    MonitorEntry monitor;
    while (e.monitors.take_any(context.blocks, monitor)) {
        if (monitor.target != kNoTerm) {
            send_plain(context, p, SignalKind::Demonitor, monitor.target,
                       Term::small(static_cast<std::int64_t>(monitor.key)));
        }
        if (--budget == 0) return false;
    }
    LinkEntry link;
    while (e.links.take_any(context.blocks, link)) {
        // One whose unlink is under way is told too: it drops what comes of a link it does not have.
        if (link.unlinking_id == 0) send_link_exit(context, p, Term::from_word(link.key));
        if (--budget == 0) return false;
    }
    while (e.suspending.take_any(context.blocks, link)) {
        for (Word i = 0; i < link.unlinking_id; ++i) {
            send_plain(context, p, SignalKind::Resume, Term::from_word(link.key), Term::nil());
        }
    }
    return true;
}

void free_process(RunContext& context, SlotCache& slots, Process& p) {
    HostWaiter* waiter = p.extension ? p.extension->host_waiters : nullptr;
    release_extension(context.blocks, p);
    destroy_heap(p, context.blocks);
    slots.give_back(&p);
    while (waiter) {
        HostWaiter* next = waiter->next;
        finish_waiter(*waiter);
        waiter = next;
    }
}

}  // namespace

void begin_exit(RunContext& context, Process& p, const RunResult& result) {
    p.flags = (p.flags & ~(process_flag::WaitsReceive | process_flag::WaitsCall)) | process_flag::Exiting;
    fill_waiters(p, result);
    // A host that waits is told instead.
    const bool told = p.extension && p.extension->host_waiters;
    if (result.crashed && !told) report_crash(context, p, result);
    p.parent = result.exit_reason;
}

void begin_exit_by_signal(RunContext& context, Process& p, Term reason) {
    RunResult result{SliceEnd::Ended};
    result.exit_reason = result.value = reason;
    result.how = NativeStatus::Exit;
    begin_exit(context, p, result);
    p.reductions_left = 0;
}

bool continue_exit(RunContext& context, SlotCache& slots, Process& p, std::uint32_t budget) {
    if (!is_closed(p)) {
        close_process(context, p);
        run_exit_hooks(p);
    }
    if (p.extension && !tell_others(context, p, budget)) return false;
    free_process(context, slots, p);
    return true;
}

}  // namespace vial

// vm/process/signals.cpp: sending signals; what the receiver does with each.
// Here: send, exit/2, calls between processes, handle_signals.
// Not here: the queue (mailbox.cpp); the sets (links.cpp, monitors.cpp); the end (exit.cpp).
// Threads: as signals.h says.
// Holds: nothing here collects.
#include "vm/process/signals.h"

#include "vm/process/exit.h"
#include "vm/process/extension.h"
#include "vm/process/hibernate.h"
#include "vm/process/names.h"
#include "vm/process/process_table.h"
#include "vm/process/state.h"
#include "vm/process/wake.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

// --- sending ---------------------------------------------------------------------------------------

bool deliver_signal(RunContext& context, Vm& vm, Term pid, Signal* signal) {
    Process* receiver = pid.is_local_pid() ? vm.processes().block(pid.slot()) : nullptr;
    const Push push = receiver ? push_signal(*receiver, pid, signal) : Push::Gone;
    if (push == Push::Gone) {
        drop_signal(context.blocks, signal);
        return false;
    }
    if (push == Push::Wake) make_runnable(context, *receiver);
    return true;
}

namespace {

SendStatus send_to_pid(RunContext& context, Vm& vm, Term from, Term to, Term message) {
    Process* receiver = vm.processes().block(to.slot());
    if (!receiver || !is_current(*receiver, to)) return SendStatus::Sent;
    Signal* s = make_signal(context, SignalKind::Message, from, message);
    if (!s) return SendStatus::Refused;
    deliver_signal(context, vm, to, s);
    return SendStatus::Sent;
}

SendStatus send_to_alias(RunContext& context, Vm& vm, Term from, Term alias, Term message) {
    const Word number = alias.boxed_words()[1];
    const Term to = Term::from_word(alias.boxed_words()[2]);
    if (!to.is_local_pid()) return SendStatus::NoConnection;
    Signal* s = make_signal_tuple(context, SignalKind::AliasMessage, from,
                                  {Term::small(static_cast<std::int64_t>(number)), message});
    if (!s) return SendStatus::Refused;
    deliver_signal(context, vm, to, s);
    return SendStatus::Sent;
}

SendStatus send_from(RunContext& context, Vm& vm, Term from, Term to, Term message) {
    if (to.is_local_pid()) return send_to_pid(context, vm, from, to, message);
    if (to.is_atom()) {
        const Term pid = vm.names().whereis(to);
        return pid == kNoTerm ? SendStatus::BadName : send_to_pid(context, vm, from, pid, message);
    }
    if (to.is_local_reference()) return SendStatus::Sent;  // of no alias that is on
    if (!to.is_boxed()) return SendStatus::BadReceiver;
    if (is_tuple_of(to, 2) && tuple_element(to, 0).is_atom() && tuple_element(to, 1).is_atom()) {
        if (tuple_element(to, 1) != atoms::nonode_nohost) return SendStatus::NoConnection;
        const Term pid = vm.names().whereis(tuple_element(to, 0));
        return pid == kNoTerm ? SendStatus::Sent : send_to_pid(context, vm, from, pid, message);
    }
    switch (header_kind(to.header())) {
        case BoxedKind::Alias: return send_to_alias(context, vm, from, to, message);
        case BoxedKind::ExternalPid:
        case BoxedKind::ExternalReference:
        case BoxedKind::ExternalPort: return SendStatus::NoConnection;
        default: return SendStatus::BadReceiver;
    }
}

}  // namespace

SendStatus send_message(RunContext& context, Process& sender, Term to, Term message) {
    const SendStatus status = send_from(context, sender.vm(), sender.pid, to, message);
    if (VIAL_UNLIKELY(status == SendStatus::Refused)) {
        sender.flags |= process_flag::MemoryRefused;
        sender.reductions_left = 0;
    }
    return status;
}

SendStatus send_from_vm(RunContext& context, Vm& vm, Term to, Term message) {
    return send_from(context, vm, Term(), to, message);
}

bool send_exit(RunContext& context, Process& sender, Term pid, Term reason) {
    Signal* s = make_signal_tuple(context, SignalKind::Exit, sender.pid,
                                  {atoms::EXIT, sender.pid, reason});
    if (s) deliver_signal(context, sender.vm(), pid, s);
    if (pid == sender.pid) handle_signals(context, sender);
    return (sender.flags & process_flag::Exiting) != 0;
}

// --- calls between processes --------------------------------------------------------------------------

std::uint32_t begin_call(Process& p) {
    p.flags |= process_flag::WaitsCall;
    return ++p.call_token;
}

void answer_call(RunContext& context, Vm& vm, Term caller, std::uint32_t token, Term result) {
    Signal* s = make_signal_tuple(context, SignalKind::Done, Term(), {Term::small(token), result});
    if (s) deliver_signal(context, vm, caller, s);
}

// --- receiving --------------------------------------------------------------------------------------

namespace {

std::uint32_t token_of(const Signal& s) {
    const Term t = s.term.is_small() ? s.term : tuple_element(s.term, 0);
    return static_cast<std::uint32_t>(t.small_value());
}

void deliver_to_mailbox(Process& p, Signal* s, Term message) {
    s->kind = static_cast<std::uint8_t>(SignalKind::Message);
    s->term = message;
    mailbox_append(p, s);
}

// The signal's terms live on as part of the heap, since the reason stands among them.
void end_by(RunContext& context, Process& p, Signal* s, Term reason) {
    begin_exit_by_signal(context, p, reason);
    attach_fragment(p, s);
}

// `s` holds {'EXIT', from, reason}; it counts.
void receive_exit(RunContext& context, Process& p, Signal* s, bool kills_by_kill) {
    const Term reason = tuple_element(s->term, 2);
    if (kills_by_kill && reason == atoms::kill) {
        begin_exit_by_signal(context, p, atoms::killed);
        return drop_signal(context.blocks, s);
    }
    if ((p.flags & process_flag::TrapExit) != 0) return deliver_to_mailbox(p, s, s->term);
    const bool to_self = s->sender == p.pid;
    if (reason == atoms::normal && !to_self) return drop_signal(context.blocks, s);
    end_by(context, p, s, reason);
}

void receive_alias_message(RunContext& context, Process& p, Signal* s) {
    const Word number = static_cast<Word>(tuple_element(s->term, 0).small_value());
    if (!accept_alias(context, p, number)) return drop_signal(context.blocks, s);
    deliver_to_mailbox(p, s, tuple_element(s->term, 1));
}

void receive_answer(RunContext& context, Process& p, Signal* s, std::uint32_t token) {
    ProcessExtension* e = extension_of(context.blocks, p);
    const bool wanted = e && (p.flags & process_flag::WaitsCall) != 0 && token == p.call_token &&
                        e->answer == nullptr;
    if (!wanted) return drop_answer(context.blocks, s);
    e->answer = s;
}

void defer(RunContext& context, Process& p, Signal* s) {
    ProcessExtension* e = extension_of(context.blocks, p);
    if (!e) return reject_signal(context, p, s);
    s->next = nullptr;
    HeapFragment** at = reinterpret_cast<HeapFragment**>(&e->deferred);
    while (*at) at = &(*at)->next;
    *at = s;
    p.flags |= process_flag::Deferred;
    p.reductions_left = 0;
}

void suspend(RunContext& context, Process& p, const Signal& s) {
    if (ProcessExtension* e = extension_of(context.blocks, p)) {
        ++e->suspend_count;
        p.flags |= process_flag::Suspended;
        p.reductions_left = 0;
    }
    answer_call(context, p.vm(), s.sender, token_of(s), atoms::true_);
}

void resume(Process& p) {
    if (!p.extension || p.extension->suspend_count == 0) return;
    if (--p.extension->suspend_count == 0) p.flags &= ~process_flag::Suspended;
}

void add_waiter(RunContext& context, Process& p, const Signal& s) {
    auto* waiter = reinterpret_cast<HostWaiter*>(s.trace_context);
    if (ProcessExtension* e = extension_of(context.blocks, p)) {
        waiter->next = e->host_waiters;
        e->host_waiters = waiter;
    }
}

// True: the signal goes on living (in the mailbox, as an answer, deferred).
bool handle_one(RunContext& context, Process& p, Signal* s) {
    switch (s->signal_kind()) {
        case SignalKind::Message: mailbox_append(p, s); return true;
        case SignalKind::AliasMessage: receive_alias_message(context, p, s); return true;
        case SignalKind::Exit: receive_exit(context, p, s, true); return true;
        case SignalKind::LinkExit:
            if (!handle_link_exit(context, p, s->sender)) return false;
            receive_exit(context, p, s, false);
            return true;
        case SignalKind::Error: end_by(context, p, s, s->term); return true;
        case SignalKind::Link: handle_link(context, p, s->sender); return false;
        case SignalKind::Unlink:
            handle_unlink(context, p, s->sender, static_cast<Word>(s->term.small_value()));
            return false;
        case SignalKind::UnlinkAck:
            handle_unlink_ack(context, p, s->sender, static_cast<Word>(s->term.small_value()));
            return false;
        case SignalKind::Monitor: handle_monitor(context, p, *s); return false;
        case SignalKind::Demonitor: handle_demonitor(context, p, *s); return false;
        case SignalKind::Down:
            if (Signal* down = handle_down(context, p, s)) deliver_to_mailbox(p, down, down->term);
            return true;
        case SignalKind::GroupLeader: p.group_leader = s->term; return false;
        case SignalKind::IsAlive:
            answer_call(context, p.vm(), s->sender, token_of(*s), atoms::true_);
            return false;
        case SignalKind::Suspend: suspend(context, p, *s); return false;
        case SignalKind::Resume: resume(p); return false;
        case SignalKind::Done: receive_answer(context, p, s, token_of(*s)); return true;
        case SignalKind::PoolDone: receive_answer(context, p, s, s->sequence); return true;
        case SignalKind::Info:
        case SignalKind::Collect:
        case SignalKind::CheckCode:
        case SignalKind::CodeRound: defer(context, p, s); return true;
        case SignalKind::HostWaiter: add_waiter(context, p, *s); return false;
        case SignalKind::Hibernation: break;
    }
    return false;
}

}  // namespace

void handle_signals(RunContext& context, Process& p) {
    Signal* s = take_queue(p);
    while (s) {
        Signal* next = s->next_signal();
        if ((p.flags & process_flag::Exiting) != 0) {
            reject_signal(context, p, s);
        } else if (!handle_one(context, p, s)) {
            drop_signal(context.blocks, s);
        }
        s = next;
    }
    if (VIAL_UNLIKELY((p.flags & process_flag::Hibernating) != 0)) wake_from_hibernation(p);
}

void drop_answer(BlockCache& blocks, Signal* s) {
    if (s->signal_kind() != SignalKind::PoolDone) return drop_signal(blocks, s);
    drop_pool_call(reinterpret_cast<PoolCall*>(s->trace_context));
}

NativeResult take_call_answer(RunContext& context, Process& process) {
    Signal* s = process.extension->answer;
    process.extension->answer = nullptr;
    process.flags &= ~process_flag::WaitsCall;
    if (s->signal_kind() == SignalKind::PoolDone) {
        return finish_pool_call(process, reinterpret_cast<PoolCall*>(s->trace_context));
    }
    if (s->signal_kind() == SignalKind::Hibernation) return finish_hibernation(context, process, s);
    const Term result = tuple_element(s->term, 1);
    attach_fragment(process, s);
    return result;
}

// --- to a process that ends -------------------------------------------------------------------------

namespace {

void refuse_link(RunContext& context, Process& p, Term from) {
    Signal* s = make_signal_tuple(context, SignalKind::LinkExit, p.pid,
                                  {atoms::EXIT, p.pid, atoms::noproc});
    if (s) deliver_signal(context, p.vm(), from, s);
}

void refuse_monitor(RunContext& context, Process& p, const Signal& s) {
    const WatcherEntry watcher{static_cast<Word>(tuple_element(s.term, 0).small_value()), s.sender,
                               tuple_element(s.term, 1), tuple_element(s.term, 2) == atoms::true_};
    send_down(context, p.vm(), p.pid, watcher, atoms::noproc);
}

void refuse_waiter(const Signal& s) {
    auto* waiter = reinterpret_cast<HostWaiter*>(s.trace_context);
    waiter->no_process = true;
    finish_waiter(*waiter);
}

}  // namespace

void reject_signal(RunContext& context, Process& p, Signal* s) {
    switch (s->signal_kind()) {
        case SignalKind::Link: refuse_link(context, p, s->sender); break;
        case SignalKind::LinkExit:
            if (p.extension) p.extension->links.erase(context.blocks, s->sender.word());
            break;
        case SignalKind::Unlink:
            handle_unlink(context, p, s->sender, static_cast<Word>(s->term.small_value()));
            break;
        case SignalKind::Monitor: refuse_monitor(context, p, *s); break;
        case SignalKind::Demonitor: handle_demonitor(context, p, *s); break;
        case SignalKind::IsAlive:
        case SignalKind::Suspend:
        case SignalKind::Collect:
        case SignalKind::CheckCode:
            answer_call(context, p.vm(), s->sender, token_of(*s), atoms::false_);
            break;
        case SignalKind::Info:
            answer_call(context, p.vm(), s->sender, token_of(*s), atoms::undefined);
            break;
        case SignalKind::HostWaiter: refuse_waiter(*s); break;
        case SignalKind::CodeRound: p.vm().machine().code.leave_round(s->trace_context); break;
        case SignalKind::PoolDone: return drop_answer(context.blocks, s);
        default: break;
    }
    drop_signal(context.blocks, s);
}

}  // namespace vial

// runtime/process/info.cpp: natives that look at processes or act on their schedule.
// Here: process_info, processes, is_process_alive, garbage_collect, suspend, resume, hibernate, yield.
// Not here: the items (vm/process/info.cpp).
// Threads: the scheduler of the caller.
// Holds: what concerns another process is asked of it by a signal, behind all signals sent to it before,
//        so that an exit sent first has taken effect in the answer.
#include "vm/process/info.h"

#include "runtime/process/arguments.h"
#include "runtime/process/options.h"
#include "vm/code/code_server.h"
#include "vm/process/hibernate.h"
#include "vm/process/signals.h"
#include "vm/process/stubs.h"

namespace vial {

namespace {

// Sends the request and waits for its answer; `gone` when there is nobody to ask.
NativeResult ask(Process& p, Term other, SignalKind kind, Term payload, Term gone) {
    Scheduler& s = p.scheduler();
    const std::uint32_t token = begin_call(p);
    const Term number = Term::small(token);
    Signal* signal = payload == kNoTerm ? make_signal_immediate(s.blocks, kind, p.pid, number)
                                        : make_signal_tuple(s, kind, p.pid, {number, payload});
    if (signal && deliver_signal(s, p.vm(), other, signal)) return {kNoTerm, NativeStatus::Wait};
    p.flags &= ~process_flag::WaitsCall;
    return gone;
}

NativeResult own_info(Process& p, Term request) {
    handle_signals(p.scheduler(), p);
    TermArena arena;
    return copy_to_heap(p, info_answer(p.scheduler(), p, request, arena));
}

NativeResult info(Process& p, Term pid, Term request) {
    if (pid == p.pid) return own_info(p, request);
    const Term payload = request == kNoTerm ? atoms::all_items : request;
    return ask(p, pid, SignalKind::Info, payload, atoms::undefined);
}

}  // namespace

NativeResult native_erlang_process_info_1(Process& p, Args args) {
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    return info(p, args[0], kNoTerm);
}

NativeResult native_erlang_process_info_2(Process& p, Args args) {
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    if (!is_info_request(args[1])) return p.badarg(1, "invalid item or item list");
    return info(p, args[0], args[1]);
}

NativeResult native_erlang_processes(Process& p, Args) {
    ProcessTable& table = p.vm().processes();
    std::vector<Term> pids;
    for (std::uint32_t slot = 1; slot < table.used(); ++slot) {
        const Process* other = table.block(slot);
        if (!other) continue;
        const Term pid = current_pid(*other);
        if (is_current(*other, pid)) pids.push_back(pid);
    }
    p.charge(static_cast<std::int64_t>(table.used() / 16));
    HeapWriter out = p.reserve(pids.size() * kConsWords);
    return out.list(pids);
}

NativeResult native_erlang_is_process_alive(Process& p, Args args) {
    const Term pid = args[0];
    if (!pid.is_local_pid()) return p.badarg(0, "not a pid");
    if (pid == p.pid) return atoms::true_;
    const Process* other = p.vm().processes().find(pid);
    if (!other) return atoms::false_;
    // Asleep: nothing that was sent to it before is still to be looked at.
    const Word head = other->queue_head.load(std::memory_order_acquire);
    if (head == (queue_word::generation(pid) | queue_word::kAsleep)) return atoms::true_;
    return ask(p, pid, SignalKind::IsAlive, kNoTerm, atoms::false_);
}

// --- collecting ---------------------------------------------------------------------------------------

NativeResult native_erlang_garbage_collect_0(Process& p, Args) {
    collect(p, 0, CollectKind::Full);
    return atoms::true_;
}

NativeResult native_erlang_garbage_collect_1(Process& p, Args args) {
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    if (args[0] == p.pid) return native_erlang_garbage_collect_0(p, args);
    return ask(p, args[0], SignalKind::Collect, kNoTerm, atoms::false_);
}

NativeResult native_erlang_garbage_collect_2(Process& p, Args args) {
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    if (!args[1].is_list()) return p.badarg(1, "not a list");
    CollectKind kind = CollectKind::Full;
    const bool good = each_option(args[1], [&](Term option) {
        if (!is_tuple_of(option, 2) || tuple_element(option, 0) != atoms::type) return false;
        const Term value = tuple_element(option, 1);
        if (value == atoms::minor) kind = CollectKind::Minor;
        return value == atoms::minor || value == atoms::major;
    });
    if (!good) return p.badarg(1, "invalid option in list");
    if (args[0] != p.pid) return ask(p, args[0], SignalKind::Collect, kNoTerm, atoms::false_);
    collect(p, 0, kind);
    return atoms::true_;
}

// --- the schedule -------------------------------------------------------------------------------------

NativeResult native_erlang_yield(Process& p, Args) {
    p.reductions_left = 0;
    return atoms::true_;
}

NativeResult native_erlang_bump_reductions(Process& p, Args args) {
    const auto count = args[0].try_small();
    if (!count || *count < 1) return p.badarg(0, "not a positive integer");
    p.charge(std::min(*count, p.slice_reductions()));
    return atoms::true_;
}

NativeResult native_erlang_suspend_process_1(Process& p, Args args) {
    const Term pid = args[0];
    if (!pid.is_local_pid()) return p.badarg(0, "not a pid");
    if (pid == p.pid) return p.badarg(0, "the pid refers to the current process");
    if (!p.vm().processes().find(pid)) return p.badarg(0, "the pid does not refer to an existing process");
    ProcessExtension* e = extension_of(p.scheduler().blocks, p);
    LinkEntry* entry = e->suspending.insert(p.scheduler().blocks, pid.word());
    ++entry->unlinking_id;
    return ask(p, pid, SignalKind::Suspend, kNoTerm, atoms::true_);
}

NativeResult native_erlang_suspend_process_2(Process& p, Args args) {
    if (!args[1].is_list()) return p.badarg(1, "not a list");
    bool once = false;
    const bool good = each_option(args[1], [&](Term option) {
        if (option == atoms::unless_suspending) once = true;
        return option == atoms::unless_suspending || option == atoms::asynchronous;
    });
    if (!good) return p.badarg(1, "invalid option in list");
    if (once && p.extension && p.extension->suspending.find(args[0].word())) return atoms::false_;
    return native_erlang_suspend_process_1(p, args);
}

NativeResult native_erlang_resume_process(Process& p, Args args) {
    const Term pid = args[0];
    if (!pid.is_local_pid()) return p.badarg(0, "not a pid");
    LinkEntry* entry = p.extension ? p.extension->suspending.find(pid.word()) : nullptr;
    if (!entry) return p.badarg(0, "process is not suspended or is not alive");
    if (--entry->unlinking_id == 0) p.extension->suspending.erase(p.scheduler().blocks, pid.word());
    Scheduler& s = p.scheduler();
    Signal* signal = make_signal_immediate(s.blocks, SignalKind::Resume, p.pid, Term::nil());
    if (signal) deliver_signal(s, p.vm(), pid, signal);
    return atoms::true_;
}

NativeResult native_erlang_hibernate(Process& p, Args args) {
    bool good = true;
    const auto refuse = [&](std::uint32_t i, std::string_view why) {
        (void)p.badarg(i, why);
        good = false;
    };
    if (!args[0].is_atom()) refuse(0, "not an atom");
    if (!args[1].is_atom()) refuse(1, "not an atom");
    if (!args[2].is_list()) {
        refuse(2, "not a list");
    } else if (!is_proper_list(args[2]) || list_length(args[2]) > kMaxArity) {
        refuse(2, "not a proper list");
    }
    if (!good) return p.badarg();
    const auto arity = static_cast<std::uint32_t>(list_length(args[2]));
    FunctionCell* cell = p.vm().code().cell(args[0], args[1], arity);
    return begin_hibernation(p.scheduler(), p, cell, args[2]);
}

}  // namespace vial

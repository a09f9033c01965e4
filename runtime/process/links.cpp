// runtime/process/links.cpp: natives on links, monitors and aliases.
// Here: link, unlink, monitor, demonitor, alias, unalias, exit/2, monitor_node.
// Not here: the protocols (vm/process/links.cpp, monitors.cpp).
// Threads: the scheduler of the caller.
// Holds: -
#include "runtime/process/arguments.h"
#include "runtime/process/options.h"
#include "vm/process/links.h"
#include "vm/process/monitors.h"
#include "vm/process/names.h"
#include "vm/process/signals.h"

namespace vial {

namespace {

constexpr std::int64_t kSignalCost = 4;

NativeResult memory_refused(Process& p) {
    p.flags |= process_flag::MemoryRefused;
    p.reductions_left = 0;
    return p.error(atoms::system_limit);
}

// {name, node} of this node, or the name itself.
std::optional<Term> local_name(Term t) {
    if (t.is_atom()) return t;
    if (!is_tuple_of(t, 2) || !tuple_element(t, 0).is_atom()) return std::nullopt;
    if (tuple_element(t, 1) != this_node()) return std::nullopt;
    return tuple_element(t, 0);
}

// args: type, object; the options have been read. The tag is an argument's part, so it is a root.
NativeResult monitor(Process& p, Args args, AliasMode alias, Term tag) {
    if (args[0] == atoms::time_offset) {
        if (args[1] != atoms::clock_service) return p.badarg(1, "invalid time offset monitor");
        return Term::reference(p.scheduler().next_reference());  // the offset never changes
    }
    if (args[0] == atoms::port) return p.badarg(1, "not a port");
    if (args[0] != atoms::process) return p.badarg(0, "invalid monitor type");
    const auto name = local_name(args[1]);
    if (!args[1].is_local_pid() && !name) return p.badarg(1, "not a pid");

    Scheduler& s = p.scheduler();
    const Word number = s.next_reference();
    Term reference = Term::reference(number);
    Term kept_tag = tag;
    if (alias != AliasMode::None) {
        RootScope scope(s, {&kept_tag, 1});
        HeapWriter out = p.reserve(kAliasWords);
        reference = write_alias(out, number, p.pid);
    }
    p.charge(kSignalCost);
    if (args[1] == p.pid) {
        // A process never outlives itself: there is nothing to be told.
        if (alias != AliasMode::None && !add_alias(s, p, reference, alias)) return memory_refused(p);
        return reference;
    }
    const Term target = name ? p.vm().names().whereis(*name) : args[1];
    if (!monitor_process(s, p, reference, target, name.value_or(kNoTerm), kept_tag, alias)) {
        return memory_refused(p);
    }
    return reference;
}

}  // namespace

NativeResult native_erlang_link(Process& p, Args args) {
    if (args[0] == p.pid) return atoms::true_;
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    p.charge(kSignalCost);
    switch (link_process(p.scheduler(), p, args[0])) {
        case LinkStatus::Linked: return atoms::true_;
        case LinkStatus::NoProcess: return p.error(atoms::noproc);
        default: return memory_refused(p);
    }
}

NativeResult native_erlang_unlink(Process& p, Args args) {
    if (!is_pid(args[0]) && !is_port(args[0])) return p.badarg(0, "not a pid");
    p.charge(kSignalCost);
    if (args[0].is_local_pid() && args[0] != p.pid) unlink_process(p.scheduler(), p, args[0]);
    return atoms::true_;
}

NativeResult native_erlang_monitor_2(Process& p, Args args) {
    return monitor(p, args, AliasMode::None, atoms::DOWN);
}

NativeResult native_erlang_monitor_3(Process& p, Args args) {
    AliasMode alias = AliasMode::None;
    Term tag = atoms::DOWN;
    if (!args[2].is_list()) return p.badarg(2, "not a list");
    if (!read_monitor_options(args[2], alias, tag)) return p.badarg(2, "invalid option in list");
    return monitor(p, args, alias, tag);
}

NativeResult native_erlang_demonitor_1(Process& p, Args args) {
    if (!is_reference(args[0])) return p.badarg(0, "not a reference");
    p.charge(kSignalCost);
    demonitor_process(p.scheduler(), p, args[0]);
    return atoms::true_;
}

NativeResult native_erlang_demonitor_2(Process& p, Args args) {
    if (!is_reference(args[0])) return p.badarg(0, "not a reference");
    bool flush = false, info = false;
    if (!args[1].is_list()) return p.badarg(1, "not a list");
    const bool good = each_option(args[1], [&](Term option) {
        if (option == atoms::flush) return flush = true;
        if (option == atoms::info_) return info = true;
        return false;
    });
    if (!good) return p.badarg(1, "invalid option in list");
    p.charge(kSignalCost);
    const bool found = demonitor_process(p.scheduler(), p, args[0]);
    if (!found && flush) flush_down(p.scheduler(), p, args[0]);
    // flush: true tells that a message was there to be taken.
    if (!info) return atoms::true_;
    return found ? atoms::true_ : atoms::false_;
}

NativeResult native_erlang_alias_0(Process& p, Args) {
    HeapWriter out = p.reserve(kAliasWords);
    const Term alias = write_alias(out, p.scheduler().next_reference(), p.pid);
    if (!add_alias(p.scheduler(), p, alias, AliasMode::Explicit)) return memory_refused(p);
    return alias;
}

NativeResult native_erlang_alias_1(Process& p, Args args) {
    AliasMode mode = AliasMode::Explicit;
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    const bool good = each_option(args[0], [&](Term option) {
        if (option == atoms::reply) mode = AliasMode::Reply;
        return option == atoms::reply || option == atoms::explicit_unalias;
    });
    if (!good) return p.badarg(0, "invalid option in list");
    HeapWriter out = p.reserve(kAliasWords);
    const Term alias = write_alias(out, p.scheduler().next_reference(), p.pid);
    if (!add_alias(p.scheduler(), p, alias, mode)) return memory_refused(p);
    return alias;
}

NativeResult native_erlang_unalias(Process& p, Args args) {
    if (!is_reference(args[0])) return p.badarg(0, "not a reference");
    return remove_alias(p.scheduler(), p, args[0]) ? atoms::true_ : atoms::false_;
}

NativeResult native_erlang_exit_2(Process& p, Args args) {
    if (!is_pid(args[0])) return p.badarg(0, "not a pid");
    p.charge(kSignalCost);
    if (!args[0].is_local_pid()) return atoms::true_;
    if (send_exit(p.scheduler(), p, args[0], args[1])) return {atoms::true_, NativeStatus::Ended};
    return atoms::true_;
}

NativeResult native_erlang_monitor_node(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    if (!read_boolean(args[1])) return p.badarg(1, "not a boolean");
    if (args[0] == this_node()) return atoms::true_;
    return p.error(atoms::notalive);
}

}  // namespace vial

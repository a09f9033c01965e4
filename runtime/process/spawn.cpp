// runtime/process/spawn.cpp: natives that make processes.
// Here: spawn, spawn_link, spawn_monitor, spawn_opt.
// Not here: making one (vm/process/spawn.cpp).
// Threads: the scheduler of the parent.
// Holds: options are read before anything is made. A monitor's reference is made first, since its alias
//        form needs heap.
#include "runtime/process/arguments.h"
#include "runtime/process/options.h"
#include "vm/code/code_server.h"
#include "vm/process/spawn.h"
#include "vm/process/stubs.h"

namespace vial {

namespace {

constexpr std::int64_t kSpawnCost = 20;

NativeResult refuse(Process& p, SpawnError error) {
    if (error == SpawnError::ProcessLimit) return p.error(atoms::system_limit);
    p.flags |= process_flag::MemoryRefused;
    p.reductions_left = 0;
    return p.error(atoms::system_limit);
}

// The child's pid, or {pid, reference}.
NativeResult make(Process& p, FunctionCell* cell, std::span<const Term> args, SpawnOptions& options,
                  bool reply_alias) {
    Scheduler& s = p.scheduler();
    Word number = 0;
    if (options.monitor) {
        // All that the answer takes; `args` of the caller are read again after this.
        number = s.next_reference();
        options.monitor_reference = Term::reference(number);
    }
    Word alias_words[3] = {make_header(BoxedKind::Alias, 2), number, p.pid.word()};
    if (reply_alias) options.monitor_reference = Term::boxed(alias_words);
    SpawnError error = SpawnError::None;
    const Term pid = spawn_process(s, s.slots, p, cell, args, options, error);
    p.charge(kSpawnCost);
    if (pid == kNoTerm) return refuse(p, error);
    bump(s.counters.spawned);
    if (!options.monitor) return pid;
    HeapWriter out = p.reserve(tuple_words(2) + kAliasWords);
    Term reference = Term::reference(number);
    if (reply_alias) reference = write_alias(out, number, p.pid);
    return out.tuple({pid, reference});
}

NativeResult spawn_fun(Process& p, Term fun, SpawnOptions options, bool alias = false) {
    // A fun of another arity is badarity in the child, as with apply.
    return make(p, nullptr, {&fun, 1}, options, alias);
}

// The reference's checks, in its order. True: all is well.
bool check_mfa(Process& p, Term module, Term function, Term list, std::uint32_t first) {
    bool good = true;
    const auto refuse_argument = [&](std::uint32_t i, std::string_view why) {
        (void)p.badarg(first + i, why);
        good = false;
    };
    if (!module.is_atom()) refuse_argument(0, "not an atom");
    if (!function.is_atom()) refuse_argument(1, "not an atom");
    if (!list.is_list()) {
        refuse_argument(2, "not a list");
    } else if (!is_proper_list(list)) {
        refuse_argument(2, "not a proper list");
    }
    return good;
}

NativeResult spawn_mfa(Process& p, Term module, Term function, Term list, SpawnOptions options,
                       std::uint32_t first = 0, bool alias = false) {
    if (!check_mfa(p, module, function, list, first)) return p.badarg();
    Term args[kMaxArity];
    std::uint32_t count = 0;
    for (; list.is_cons(); list = list.tail()) {
        if (count == kMaxArity) return p.error(atoms::system_limit);
        args[count++] = list.head();
    }
    FunctionCell* cell = p.vm().code().cell(module, function, count);
    return make(p, cell, {args, count}, options, alias);
}

SpawnOptions linked() {
    SpawnOptions o;
    o.link = true;
    return o;
}
SpawnOptions monitored() {
    SpawnOptions o;
    o.monitor = true;
    return o;
}

bool is_here(Process& p, Term node) {
    if (!node.is_atom()) return (void)p.badarg(0, "not an atom"), false;
    if (node == this_node()) return true;
    return (void)p.badarg(0, "not a connected node"), false;
}

}  // namespace

NativeResult native_erlang_spawn_1(Process& p, Args args) {
    if (!is_fun(args[0])) return p.badarg(0, "not a fun");
    return spawn_fun(p, args[0], {});
}
NativeResult native_erlang_spawn_2(Process& p, Args args) {
    if (!is_here(p, args[0])) return p.badarg();
    if (!is_fun(args[1])) return p.badarg(1, "not a fun");
    return spawn_fun(p, args[1], {});
}
NativeResult native_erlang_spawn_3(Process& p, Args args) {
    return spawn_mfa(p, args[0], args[1], args[2], {});
}
NativeResult native_erlang_spawn_4(Process& p, Args args) {
    if (!is_here(p, args[0])) return p.badarg();
    return spawn_mfa(p, args[1], args[2], args[3], {}, 1);
}
NativeResult native_erlang_spawn_link_1(Process& p, Args args) {
    if (!is_fun(args[0])) return p.badarg(0, "not a fun");
    return spawn_fun(p, args[0], linked());
}
NativeResult native_erlang_spawn_link_2(Process& p, Args args) {
    if (!is_here(p, args[0])) return p.badarg();
    if (!is_fun(args[1])) return p.badarg(1, "not a fun");
    return spawn_fun(p, args[1], linked());
}
NativeResult native_erlang_spawn_link_3(Process& p, Args args) {
    return spawn_mfa(p, args[0], args[1], args[2], linked());
}
NativeResult native_erlang_spawn_link_4(Process& p, Args args) {
    if (!is_here(p, args[0])) return p.badarg();
    return spawn_mfa(p, args[1], args[2], args[3], linked(), 1);
}
NativeResult native_erlang_spawn_monitor_1(Process& p, Args args) {
    if (!is_fun(args[0])) return p.badarg(0, "not a fun");
    return spawn_fun(p, args[0], monitored());
}
NativeResult native_erlang_spawn_monitor_2(Process& p, Args args) {
    if (!is_here(p, args[0])) return p.badarg();
    if (!is_fun(args[1])) return p.badarg(1, "not a fun");
    return spawn_fun(p, args[1], monitored());
}
NativeResult native_erlang_spawn_monitor_3(Process& p, Args args) {
    return spawn_mfa(p, args[0], args[1], args[2], monitored());
}
NativeResult native_erlang_spawn_monitor_4(Process& p, Args args) {
    if (!is_here(p, args[0])) return p.badarg();
    return spawn_mfa(p, args[1], args[2], args[3], monitored(), 1);
}

NativeResult native_erlang_spawn_opt_2(Process& p, Args args) {
    if (!is_fun(args[0])) return p.badarg(0, "not a fun");
    SpawnOptions options;
    if (!args[1].is_list()) return p.badarg(1, "not a list");
    if (!read_spawn_options(p.vm(), args[1], options)) return p.badarg(1, "invalid spawn option");
    return spawn_fun(p, args[0], options, options.monitor_alias != AliasMode::None);
}
NativeResult native_erlang_spawn_opt_3(Process& p, Args args) {
    if (!is_here(p, args[0])) return p.badarg();
    if (!is_fun(args[1])) return p.badarg(1, "not a fun");
    SpawnOptions options;
    if (!args[2].is_list()) return p.badarg(2, "not a list");
    if (!read_spawn_options(p.vm(), args[2], options)) return p.badarg(2, "invalid spawn option");
    return spawn_fun(p, args[1], options, options.monitor_alias != AliasMode::None);
}
NativeResult native_erlang_spawn_opt_4(Process& p, Args args) {
    SpawnOptions options;
    if (!check_mfa(p, args[0], args[1], args[2], 0)) return p.badarg();
    if (!args[3].is_list()) return p.badarg(3, "not a list");
    if (!read_spawn_options(p.vm(), args[3], options)) return p.badarg(3, "invalid spawn option");
    return spawn_mfa(p, args[0], args[1], args[2], options, 0, options.monitor_alias != AliasMode::None);
}
NativeResult native_erlang_spawn_opt_5(Process& p, Args args) {
    if (!is_here(p, args[0])) return p.badarg();
    SpawnOptions options;
    if (!check_mfa(p, args[1], args[2], args[3], 1)) return p.badarg();
    if (!args[4].is_list()) return p.badarg(4, "not a list");
    if (!read_spawn_options(p.vm(), args[4], options)) return p.badarg(4, "invalid spawn option");
    return spawn_mfa(p, args[1], args[2], args[3], options, 1, options.monitor_alias != AliasMode::None);
}

}  // namespace vial

// runtime/process/system.cpp: what the VM tells of itself.
// Here: system_info, system_flag, the state of both.
// Not here: statistics (statistics.cpp), memory (memory.cpp).
// Threads: any scheduler.
// Holds: items are found by their text in a table; an item that the reference has and Vial has no
//        answer for is refused like an unknown one.
#include "runtime/process/system_state.h"

#include "runtime/process/arguments.h"
#include "runtime/table/registry.h"
#include "vm/sched/schedulers.h"

namespace vial {

SystemState& system_state(Vm& vm) {
    return *static_cast<SystemState*>(vm.slot_or_make(
        Vm::Slot::Os, [](void* s) { delete static_cast<SystemState*>(s); },
        []() -> void* { return new SystemState; }));
}

namespace {

struct Asking {
    Process& p;
    Vm& vm;
    TermArena& arena;
    Term number(std::int64_t n) { return arena.integer(n); }
    Term atom(std::string_view text) { return vm.atoms().intern(text); }
    Term charlist(std::string_view text) {
        std::vector<Term> all;
        for (const char c : text) all.push_back(Term::small(static_cast<unsigned char>(c)));
        return arena.list(all);
    }
    Schedulers& schedulers() { return vm.schedulers(); }
};

Term scheduler_count(Asking& a) { return a.number(a.schedulers().count()); }
Term cpus(Asking& a) {
    World& w = a.vm.world();
    return a.number(w.usable_cpus ? w.usable_cpus(w.host) : 1);
}
Term os_time_source(Asking& a, std::string_view function, std::string_view clock) {
    const auto pair = [&](std::string_view k, Term v) { return a.arena.tuple({a.atom(k), v}); };
    return a.arena.list({pair("function", a.atom(function)), pair("clock_id", a.atom(clock)),
                         pair("resolution", a.number(1'000'000'000)), pair("extended", a.atom("no")),
                         pair("parallel", a.atom("yes")), pair("time", a.number(0))});
}
// The collector's options as a process has them that was given none.
std::vector<std::pair<std::string_view, Term>> collection_defaults(Asking& a) {
    return {{"max_heap_size", a.number(static_cast<std::int64_t>(a.vm.options().max_heap_bytes / sizeof(Word)))},
            {"min_bin_vheap_size", a.number(static_cast<std::int64_t>(kDefaultMinBinaryHeapWords))},
            {"min_heap_size", a.number(kFirstBlockWords)},
            {"fullsweep_after", a.number(kDefaultFullsweepAfter)}};
}
Term collection_options(Asking& a) {
    std::vector<Term> all;
    for (const auto& [name, value] : collection_defaults(a)) all.push_back(a.arena.tuple({a.atom(name), value}));
    return a.arena.list(all);
}
Term max_heap_default(Asking& a) {
    const std::pair<Term, Term> pairs[] = {{atoms::error_logger, atoms::true_},
                                           {atoms::kill, atoms::true_},
                                           {atoms::size, collection_defaults(a)[0].second}};
    return a.arena.map(pairs, a.vm.atoms());
}
// Block sizes of small heaps, in words, as the allocator rounds them.
Term heap_sizes(Asking& a) {
    std::vector<Term> all;
    for (std::size_t words = kFirstBlockWords; words <= std::size_t{1} << 24; words *= 2) {
        all.push_back(a.number(static_cast<std::int64_t>(BlockCache::good_size(words * sizeof(Word)) / sizeof(Word))));
    }
    return a.arena.list(all);
}
Term build_bytes(Asking& a) { return a.number(sizeof(Word)); }

struct SystemItem {
    std::string_view name;
    Term (*value)(Asking&);
};
constexpr SystemItem kItems[] = {
    {"atom_count", [](Asking& a) { return a.number(a.vm.atoms().count()); }},
    {"atom_limit", [](Asking& a) { return a.number(a.vm.atoms().limit()); }},
    {"process_count", [](Asking& a) { return a.number(a.vm.processes().count()); }},
    {"process_limit", [](Asking& a) { return a.number(a.vm.processes().limit()); }},
    {"port_count", [](Asking& a) { return a.number(0); }},
    {"port_limit", [](Asking& a) { return a.number(65536); }},
    {"ets_limit", [](Asking& a) { return a.number(1 << 20); }},
    {"schedulers", scheduler_count},
    {"schedulers_online", scheduler_count},
    {"dirty_cpu_schedulers",
     [](Asking& a) { return a.number(a.schedulers().pool(Pool::Cpu).max_threads()); }},
    {"dirty_cpu_schedulers_online",
     [](Asking& a) { return a.number(a.schedulers().pool(Pool::Cpu).max_threads()); }},
    {"dirty_io_schedulers",
     [](Asking& a) { return a.number(a.schedulers().pool(Pool::Blocking).max_threads()); }},
    {"logical_processors", cpus},
    {"logical_processors_online", cpus},
    {"logical_processors_available", cpus},
    {"scheduler_id", [](Asking& a) { return a.number(a.p.scheduler().wheel_index() + 1); }},
    {"scheduler_bindings",
     [](Asking& a) {
         std::vector<Term> all(a.schedulers().count(), a.atom("unbound"));
         return a.arena.tuple(all);
     }},
    {"scheduler_bind_type", [](Asking& a) { return a.atom("unbound"); }},
    {"multi_scheduling", [](Asking& a) { return a.atom("enabled"); }},
    {"endian", [](Asking& a) { return a.atom("little"); }},
    {"otp_release", [](Asking& a) { return a.charlist("25"); }},
    {"version", [](Asking& a) { return a.charlist("13.1.5"); }},
    {"system_version", [](Asking& a) { return a.charlist("Vial 0.1.0 [64-bit]\n"); }},
    {"system_architecture", [](Asking& a) { return a.charlist("x86_64-pc-linux-gnu"); }},
    {"machine", [](Asking& a) { return a.charlist("VIAL"); }},
    {"emu_flavor", [](Asking& a) { return a.atom("emu"); }},
    {"emu_type", [](Asking& a) { return a.atom("opt"); }},
    {"build_type", [](Asking& a) { return a.atom("opt"); }},
    {"wordsize", build_bytes},
    {"smp_support", [](Asking&) { return atoms::true_; }},
    {"threads", [](Asking&) { return atoms::true_; }},
    {"thread_pool_size", [](Asking& a) { return a.number(0); }},
    {"kernel_poll", [](Asking&) { return atoms::true_; }},
    {"debug_compiled", [](Asking&) { return atoms::false_; }},
    {"heap_type", [](Asking& a) { return a.atom("private"); }},
    {"creation", [](Asking& a) { return a.number(0); }},
    {"fullsweep_after",
     [](Asking& a) { return a.arena.tuple({atoms::fullsweep_after, a.number(65535)}); }},
    {"min_heap_size",
     [](Asking& a) { return a.arena.tuple({atoms::min_heap_size, a.number(kFirstBlockWords)}); }},
    {"min_bin_vheap_size",
     [](Asking& a) {
         return a.arena.tuple({atoms::min_bin_vheap_size,
                               a.number(static_cast<std::int64_t>(kDefaultMinBinaryHeapWords))});
     }},
    {"start_time", [](Asking& a) { return a.number(a.schedulers().start_ns()); }},
    {"end_time", [](Asking& a) { return a.number(INT64_MAX); }},
    {"time_correction", [](Asking&) { return atoms::true_; }},
    {"time_warp_mode", [](Asking& a) { return a.atom("no_time_warp"); }},
    {"tolerant_timeofday", [](Asking& a) { return a.atom("enabled"); }},
    {"os_monotonic_time_source",
     [](Asking& a) { return os_time_source(a, "clock_gettime", "CLOCK_MONOTONIC"); }},
    {"os_system_time_source",
     [](Asking& a) { return os_time_source(a, "clock_gettime", "CLOCK_REALTIME"); }},
    {"compat_rel", [](Asking& a) { return a.number(25); }},
    {"cpu_quota", [](Asking& a) { return a.atom("unknown"); }},
    {"cpu_topology", [](Asking&) { return atoms::undefined; }},
    {"delayed_node_table_gc", [](Asking& a) { return a.number(60); }},
    {"dist_buf_busy_limit", [](Asking& a) { return a.number(1 << 20); }},
    {"dist_ctrl", [](Asking&) { return Term::nil(); }},
    {"dynamic_trace", [](Asking& a) { return a.atom("none"); }},
    {"dynamic_trace_probes", [](Asking&) { return atoms::false_; }},
    {"garbage_collection", collection_options},
    {"heap_sizes", heap_sizes},
    {"max_heap_size", max_heap_default},
    {"message_queue_data", [](Asking& a) { return a.atom("on_heap"); }},
    {"modified_timing_level", [](Asking&) { return atoms::undefined; }},
    {"multi_scheduling_blockers", [](Asking&) { return Term::nil(); }},
    {"normal_multi_scheduling_blockers", [](Asking&) { return Term::nil(); }},
    {"port_parallelism", [](Asking&) { return atoms::false_; }},
    {"system_logger", [](Asking&) { return atoms::undefined; }},
    {"time_offset", [](Asking& a) { return a.atom("final"); }},
    {"update_cpu_info", [](Asking& a) { return a.atom("unchanged"); }},
    {"trace_control_word", [](Asking& a) { return a.number(0); }},
    // OTP's allocators are not here.
    {"allocator",
     [](Asking& a) { return a.arena.tuple({atoms::undefined, Term::nil(), Term::nil(), Term::nil()}); }},
    {"alloc_util_allocators", [](Asking&) { return Term::nil(); }},
    {"taints", [](Asking&) { return Term::nil(); }},
    {"ets_count", [](Asking& a) { return a.number(static_cast<std::int64_t>(TableRegistry::of(a.vm).all().size())); }},
    {"sequential_tracer", [](Asking& a) { return a.arena.tuple({a.atom("sequential_tracer"), atoms::false_}); }},
    {"schedulers_state",
     [](Asking& a) {
         const Term n = a.number(a.schedulers().count());
         return a.arena.tuple({n, n, n});
     }},
    {"all_schedulers_state",
     [](Asking& a) {
         const auto kind = [&](const char* name, std::uint32_t count) {
             const Term n = a.number(count);
             return a.arena.tuple({a.atom(name), n, n, n});
         };
         const std::vector<Term> all{kind("normal", a.schedulers().count()),
                                     kind("dirty_cpu", a.schedulers().pool(Pool::Cpu).max_threads()),
                                     kind("dirty_io", a.schedulers().pool(Pool::Blocking).max_threads())};
         return a.arena.list(all);
     }},
    {"backtrace_depth",
     [](Asking& a) {
         return a.number(system_state(a.vm).backtrace_depth.load(std::memory_order_relaxed));
     }},
};

// {wordsize, internal | external}
bool is_wordsize_pair(Process& p, Term t) {
    if (!is_tuple_of(t, 2) || !tuple_element(t, 0).is_atom() || !tuple_element(t, 1).is_atom()) {
        return false;
    }
    const AtomTable& atoms = p.vm().atoms();
    const std::string_view side = atoms.text(tuple_element(t, 1));
    return atoms.text(tuple_element(t, 0)) == "wordsize" && (side == "internal" || side == "external");
}

// {cpu_topology, _}: as without one.
bool is_topology_pair(Process& p, Term t) {
    return is_tuple_of(t, 2) && p.vm().atoms().find("cpu_topology") == tuple_element(t, 0) && tuple_element(t, 1).is_atom();
}

// Items that are texts, made in the language.
constexpr std::string_view kTexts[] = {"procs", "loaded", "info", "dist"};

}  // namespace

NativeResult native_erlang_system_info(Process& p, Args args) {
    if (is_wordsize_pair(p, args[0])) return Term::small(sizeof(Word));
    if (is_topology_pair(p, args[0])) return atoms::undefined;
    if (args[0].is_atom()) {
        const std::string_view name = p.vm().atoms().text(args[0]);
        for (const std::string_view text : kTexts) {
            if (text == name) return tail_call_erlang(p, "vial_system_text", {args[0]});
        }
        for (const SystemItem& item : kItems) {
            if (item.name != name) continue;
            TermArena arena;
            Asking asking{p, p.vm(), arena};
            return copy_to_heap(p, item.value(asking));
        }
    }
    return p.badarg(0, "invalid system info item");
}

NativeResult native_erlang_system_flag(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "invalid system flag");
    SystemState& state = system_state(p.vm());
    const std::string_view name = p.vm().atoms().text(args[0]);
    if (name == "scheduler_wall_time") {
        if (args[1] != atoms::true_ && args[1] != atoms::false_) return p.badarg(1, "not a boolean");
        const bool on = args[1] == atoms::true_;
        return state.scheduler_wall_time.exchange(on, std::memory_order_relaxed) ? atoms::true_
                                                                                 : atoms::false_;
    }
    if (name == "backtrace_depth") {
        const auto depth = args[1].try_small();
        if (!depth || *depth < 0 || *depth > 1024) return p.badarg(1, "not a valid depth");
        const auto wanted = static_cast<std::uint32_t>(*depth);
        return Term::small(state.backtrace_depth.exchange(wanted, std::memory_order_relaxed));
    }
    return p.badarg(0, "invalid system flag");
}

}  // namespace vial

// runtime/process/statistics.cpp: natives on counters of the schedulers.
// Here: statistics/1.
// Not here: counting (vm/sched).
// Threads: any scheduler; counters of others are read as a snapshot.
// Holds: totals are sums over the schedulers' own counters, never a scan of the processes.
#include <time.h>

#include "runtime/process/arguments.h"
#include "runtime/process/system_state.h"
#include "vm/process/wake.h"
#include "vm/sched/schedulers.h"

namespace vial {

namespace {

std::int64_t sum(Vm& vm, std::atomic<std::uint64_t> SchedulerCounters::* counter) {
    std::uint64_t total = 0;
    for (std::uint32_t i = 0; i < vm.schedulers().total(); ++i) {
        total += (vm.schedulers().at(i).counters.*counter).load(std::memory_order_relaxed);
    }
    return static_cast<std::int64_t>(total);
}

// {total, since the last call}
NativeResult total_and_since(Process& p, std::int64_t total, std::atomic<std::int64_t>& last) {
    const std::int64_t before = last.exchange(total, std::memory_order_relaxed);
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({Term::small(total), Term::small(total - before)});
}

NativeResult reductions(Process& p, std::atomic<std::int64_t>& last) {
    // The slice under way is not counted yet.
    const std::int64_t now = p.slice_reductions() - p.reductions_left;
    return total_and_since(p, sum(p.vm(), &SchedulerCounters::reductions) + now, last);
}

std::int64_t cpu_ms(Vm& vm) { return vm.world().cpu_ns(vm.world().host) / 1'000'000; }

std::int64_t ready_in(Scheduler& s) { return s.ready(); }

std::int64_t total_ready(Vm& vm) {
    std::int64_t total = 0;
    for (std::uint32_t i = 0; i < vm.schedulers().total(); ++i) total += ready_in(vm.schedulers().at(i));
    return total;
}

// One number for each scheduler, then zeros for the pools where `pools`.
NativeResult per_scheduler(Process& p, std::int64_t (*value)(Scheduler&), std::uint32_t pools) {
    Schedulers& all = p.vm().schedulers();
    std::vector<Term> numbers;
    for (std::uint32_t i = 0; i < all.count(); ++i) numbers.push_back(Term::small(value(all.at(i))));
    numbers.resize(numbers.size() + pools, Term::small(0));
    HeapWriter out = p.reserve(numbers.size() * kConsWords);
    return out.list(numbers);
}

std::int64_t active_in(Scheduler& s) {
    const auto phase = s.counters.phase.load(std::memory_order_relaxed);
    return ready_in(s) + (phase == static_cast<std::uint8_t>(SchedulerPhase::Executing) ? 1 : 0);
}

NativeResult garbage_collection(Process& p) {
    std::uint64_t count = 0, words = 0;
    for (std::uint32_t i = 0; i < p.vm().schedulers().total(); ++i) {
        Scheduler& s = p.vm().schedulers().at(i);
        count += s.collections.load(std::memory_order_relaxed);
        words += s.reclaimed_words.load(std::memory_order_relaxed);
    }
    HeapWriter out = p.reserve(tuple_words(3));
    return out.tuple({Term::small(static_cast<std::int64_t>(count)),
                      Term::small(static_cast<std::int64_t>(words)), Term::small(0)});
}

// [{scheduler, active ns, total ns}]
NativeResult scheduler_wall_time(Process& p) {
    if (!system_state(p.vm()).scheduler_wall_time.load(std::memory_order_relaxed)) return atoms::undefined;
    Schedulers& all = p.vm().schedulers();
    const std::int64_t now = vm_now_ns(p.vm());
    HeapWriter out = p.reserve(all.count() * (kConsWords + tuple_words(3)));
    Term list = Term::nil();
    for (std::uint32_t i = all.count(); i-- > 0;) {
        const SchedulerCounters& c = all.at(i).counters;
        constexpr int kExecuting = static_cast<int>(SchedulerPhase::Executing);
        auto active = static_cast<std::int64_t>(c.phase_ns[kExecuting].load(std::memory_order_relaxed));
        if (c.phase.load(std::memory_order_relaxed) == kExecuting) {
            active += now - static_cast<std::int64_t>(c.phase_since_ns.load(std::memory_order_relaxed));
        }
        list = out.cons(out.tuple({Term::small(i + 1), Term::small(active), Term::small(now)}), list);
    }
    return list;
}

NativeResult io(Process& p) {
    HeapWriter out = p.reserve(3 * tuple_words(2));
    const Term input = out.tuple({p.vm().atoms().intern("input"), Term::small(0)});
    const Term output = out.tuple({p.vm().atoms().intern("output"), Term::small(0)});
    return out.tuple({input, output});
}

NativeResult pair_with_zero(Process& p, std::int64_t n) {
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({Term::small(n), Term::small(0)});
}

}  // namespace

NativeResult native_erlang_statistics(Process& p, Args args) {
    Vm& vm = p.vm();
    SystemState& state = system_state(vm);
    const std::string_view item = args[0].is_atom() ? vm.atoms().text(args[0]) : "";
    if (item == "reductions") return reductions(p, state.reductions);
    if (item == "exact_reductions") return reductions(p, state.exact_reductions);
    if (item == "runtime") return total_and_since(p, cpu_ms(p.vm()), state.runtime_ms);
    if (item == "wall_clock") return total_and_since(p, vm_now_ns(vm) / 1'000'000, state.wall_clock_ms);
    if (item == "run_queue" || item == "total_run_queue_lengths" ||
        item == "total_run_queue_lengths_all") {
        return Term::small(total_ready(vm));
    }
    // The CPU pool counts as one, the blocking pool as one more in `_all`.
    if (item == "run_queue_lengths") return per_scheduler(p, ready_in, 1);
    if (item == "run_queue_lengths_all") return per_scheduler(p, ready_in, 2);
    if (item == "active_tasks") return per_scheduler(p, active_in, 1);
    if (item == "active_tasks_all") return per_scheduler(p, active_in, 2);
    if (item == "total_active_tasks" || item == "total_active_tasks_all") {
        std::int64_t total = 0;
        for (std::uint32_t i = 0; i < vm.schedulers().total(); ++i) {
            total += active_in(vm.schedulers().at(i));
        }
        return Term::small(total);
    }
    if (item == "context_switches") return pair_with_zero(p, sum(vm, &SchedulerCounters::slices));
    if (item == "garbage_collection") return garbage_collection(p);
    if (item == "scheduler_wall_time" || item == "scheduler_wall_time_all") return scheduler_wall_time(p);
    if (item == "io") return io(p);
    if (item == "microstate_accounting") return tail_call_erlang(p, "vial_microstates", {});
    return p.badarg(0, "invalid statistics item");
}

}  // namespace vial

// runtime/process/options.cpp: reading options.
// Here: as options.h.
// Not here: the natives.
// Threads: as options.h.
// Holds: as options.h.
#include "runtime/process/options.h"

#include "runtime/process/arguments.h"
#include "vm/sched/schedulers.h"
#include "vm/term/map.h"

namespace vial {

namespace {

// The least heap the reference takes as a limit.
constexpr std::int64_t kLeastMaxHeapWords = 233;

std::optional<std::int64_t> natural(Term t) {
    const auto n = t.try_small();
    return n && *n >= 0 ? n : std::nullopt;
}

std::optional<AliasMode> alias_mode(Term t) {
    if (t == atoms::explicit_unalias) return AliasMode::Explicit;
    if (t == atoms::demonitor) return AliasMode::Demonitor;
    if (t == atoms::reply_demonitor) return AliasMode::Reply;
    return std::nullopt;
}

bool read_monitor_option(Term option, AliasMode& alias, Term& tag) {
    if (!is_tuple_of(option, 2)) return false;
    const Term value = tuple_element(option, 1);
    if (tuple_element(option, 0) == atoms::tag) {
        tag = value;
        return true;
    }
    if (tuple_element(option, 0) != atoms::alias_) return false;
    const auto mode = alias_mode(value);
    if (mode) alias = *mode;
    return mode.has_value();
}

bool read_sized_option(Term name, Term value, SpawnOptions& options) {
    const auto n = natural(value);
    if (name == atoms::min_heap_size) {
        if (n) options.min_heap_words = static_cast<std::uint32_t>(std::min<std::int64_t>(*n, UINT32_MAX));
        return n.has_value();
    }
    if (name == atoms::fullsweep_after) {
        if (n) options.fullsweep_after = static_cast<std::uint16_t>(std::min<std::int64_t>(*n, 65535));
        return n.has_value();
    }
    if (name == atoms::min_bin_vheap_size) {
        if (n) options.min_bin_vheap_words = static_cast<std::uint64_t>(*n);
        return n.has_value();
    }
    return false;
}

bool read_spawn_pair(Term name, Term value, SpawnOptions& options) {
    if (name == atoms::priority) {
        const auto priority = read_priority(value);
        if (priority) options.priority = *priority;
        return priority.has_value();
    }
    if (name == atoms::monitor) {
        options.monitor = true;
        return read_monitor_options(value, options.monitor_alias, options.monitor_tag);
    }
    if (name == atoms::max_heap_size) return options.has_max_heap = read_max_heap(value, options.max_heap);
    if (name == atoms::message_queue_data) {
        options.off_heap_messages = value == atoms::off_heap;
        return options.off_heap_messages || value == atoms::on_heap;
    }
    return read_sized_option(name, value, options);
}

// {scheduler, N}: 0 is any. It must be there; processes are not bound, so no more comes of it.
bool names_scheduler(Vm& vm, Term value) {
    const auto n = natural(value);
    return n && *n <= static_cast<std::int64_t>(vm.schedulers().count());
}

}  // namespace

std::optional<bool> read_boolean(Term t) {
    if (t == atoms::true_) return true;
    if (t == atoms::false_) return false;
    return std::nullopt;
}

std::optional<Priority> read_priority(Term t) {
    for (const Priority p : {Priority::Max, Priority::High, Priority::Normal, Priority::Low}) {
        if (priority_atom(p) == t) return p;
    }
    return std::nullopt;
}

bool read_max_heap(Term t, MaxHeap& max) {
    if (!is_map(t)) {
        const auto n = natural(t);
        if (!n || (*n != 0 && *n < kLeastMaxHeapWords)) return false;
        max.words = static_cast<std::uint64_t>(*n);
        return true;
    }
    MapIterator pairs(t);
    Term key, value;
    bool sized = false;
    while (pairs.next(key, value)) {
        if (key == atoms::size) {
            if (is_map(value) || !read_max_heap(value, max)) return false;
            sized = true;
        } else if (key == atoms::kill || key == atoms::error_logger) {
            const auto on = read_boolean(value);
            if (!on) return false;
            (key == atoms::kill ? max.kill : max.log) = *on;
        }
    }
    return sized;
}

bool read_monitor_options(Term list, AliasMode& alias, Term& tag) {
    return each_option(list, [&](Term option) { return read_monitor_option(option, alias, tag); });
}

bool read_spawn_options(Vm& vm, Term list, SpawnOptions& options) {
    return each_option(list, [&](Term option) {
        if (option == atoms::link) return options.link = true;
        if (option == atoms::monitor) return options.monitor = true;
        if (!is_tuple_of(option, 2)) return false;
        if (vm.atoms().find("scheduler") == tuple_element(option, 0)) return names_scheduler(vm, tuple_element(option, 1));
        return read_spawn_pair(tuple_element(option, 0), tuple_element(option, 1), options);
    });
}

}  // namespace vial

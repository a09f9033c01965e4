// runtime/process/flags.cpp: natives on flags of processes.
// Here: process_flag/2,3.
// Not here: what the flags do.
// Threads: the scheduler of the process.
// Holds: the old value is read before the new one is set.
#include "runtime/process/arguments.h"
#include "runtime/term/arguments.h"
#include "runtime/process/options.h"
#include "vm/process/extension.h"

namespace vial {

namespace {

NativeResult invalid(Process& p) { return p.badarg(1, "invalid value for this process flag"); }

NativeResult set_bit(Process& p, Term value, std::uint32_t bit) {
    const auto on = read_boolean(value);
    if (!on) return invalid(p);
    const bool was = (p.flags & bit) != 0;
    p.flags = *on ? p.flags | bit : p.flags & ~bit;
    return boolean(was);
}

NativeResult set_priority(Process& p, Term value) {
    const auto priority = read_priority(value);
    if (!priority) return invalid(p);
    const Term was = priority_atom(static_cast<Priority>(p.priority));
    p.priority = static_cast<std::uint8_t>(*priority);
    return was;
}

NativeResult set_message_queue_data(Process& p, Term value) {
    if (value != atoms::on_heap && value != atoms::off_heap) return invalid(p);
    const bool was = (p.flags & process_flag::OffHeapMessages) != 0;
    p.flags &= ~process_flag::OffHeapMessages;
    if (value == atoms::off_heap) p.flags |= process_flag::OffHeapMessages;
    return was ? atoms::off_heap : atoms::on_heap;
}

NativeResult set_min_heap(Process& p, Term value) {
    const auto words = value.try_small();
    if (!words || *words < 0) return invalid(p);
    const std::uint32_t was = p.min_heap_words ? p.min_heap_words : kFirstBlockWords;
    p.min_heap_words = static_cast<std::uint32_t>(std::min<std::int64_t>(*words, UINT32_MAX));
    return Term::small(was);
}

NativeResult set_fullsweep_after(Process& p, Term value) {
    const auto count = value.try_small();
    if (!count || *count < 0) return invalid(p);
    const std::uint16_t was = p.fullsweep_after;
    p.fullsweep_after = static_cast<std::uint16_t>(std::min<std::int64_t>(*count, 65535));
    return Term::small(was);
}

NativeResult set_max_heap(Process& p, Term value) {
    MaxHeap fresh;
    ProcessExtension* e = extension_of(p.scheduler().blocks, p);
    MaxHeap was;
    was.words = p.vm().options().max_heap_bytes / sizeof(Word);
    if (e->has_max_heap) was = e->max_heap;
    fresh.kill = was.kill;
    fresh.log = was.log;
    if (!read_max_heap(value, fresh)) return invalid(p);
    e->has_max_heap = true;
    e->max_heap = fresh;
    TermArena arena;
    const std::pair<Term, Term> pairs[] = {{atoms::error_logger, boolean(was.log)},
                                           {atoms::kill, boolean(was.kill)},
                                           {atoms::size, arena.integer(static_cast<std::int64_t>(was.words))}};
    return copy_to_heap(p, arena.map(pairs, p.vm().atoms()));
}

NativeResult set_min_binary_heap(Process& p, Term value) {
    const auto words = value.try_small();
    if (!words || *words < 0) return invalid(p);
    ProcessExtension* e = extension_of(p.scheduler().blocks, p);
    const std::uint64_t was = e->min_bin_vheap_words ? e->min_bin_vheap_words : kDefaultMinBinaryHeapWords;
    e->min_bin_vheap_words = static_cast<std::uint64_t>(*words);
    return Term::small(static_cast<std::int64_t>(was));
}

NativeResult set_error_handler(Process& p, Term value) {
    if (!value.is_atom()) return invalid(p);
    ProcessExtension* e = extension_of(p.scheduler().blocks, p);
    const Term was = e->error_handler == kNoTerm ? atoms::error_handler : e->error_handler;
    e->error_handler = value;
    return was;
}

// How many calls were to be kept; none are, which last_calls tells.
NativeResult set_save_calls(Process& p, Term value) {
    const auto count = value.try_small();
    if (!count || *count < 0 || *count > 10'000) return invalid(p);
    ProcessExtension* e = extension_of(p.scheduler().blocks, p);
    const std::uint32_t was = e->save_calls;
    e->save_calls = static_cast<std::uint32_t>(*count);
    return Term::small(was);
}

}  // namespace

NativeResult native_erlang_process_flag_2(Process& p, Args args) {
    const Term flag = args[0], value = args[1];
    if (flag == atoms::trap_exit) return set_bit(p, value, process_flag::TrapExit);
    if (flag == atoms::priority) return set_priority(p, value);
    if (flag == atoms::message_queue_data) return set_message_queue_data(p, value);
    if (flag == atoms::max_heap_size) return set_max_heap(p, value);
    if (flag == atoms::min_heap_size) return set_min_heap(p, value);
    if (flag == atoms::fullsweep_after) return set_fullsweep_after(p, value);
    if (flag == atoms::min_bin_vheap_size) return set_min_binary_heap(p, value);
    if (flag == atoms::sensitive) return set_bit(p, value, process_flag::Sensitive);
    if (flag == atoms::async_dist) return set_bit(p, value, process_flag::AsyncDist);
    if (flag == atoms::error_handler) return set_error_handler(p, value);
    if (flag == atoms::save_calls) return set_save_calls(p, value);
    return p.badarg(0, "invalid process flag");
}

NativeResult native_erlang_process_flag_3(Process& p, Args args) {
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    if (args[1] != atoms::save_calls) return p.badarg(1, "invalid process flag");
    if (args[0] != p.pid) return p.badarg(0, "only the calling process is supported");
    const NativeResult result = set_save_calls(p, args[2]);
    if (result.status == NativeStatus::Done) return result;
    return p.badarg(2, "invalid value for this process flag");
}

}  // namespace vial

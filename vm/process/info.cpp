// vm/process/info.cpp: the items of process_info.
// Here: one function an item, the table of items, serving requests.
// Not here: asking (runtime/process/info.cpp).
// Threads: the owner of the process.
// Holds: as info.h. Lists of links and monitors are in no promised order, as in the reference.
#include "vm/process/info.h"

#include <vector>

#include "vm/code/cell.h"
#include "vm/heap/gc.h"
#include "vm/heap/shared_bytes.h"
#include "vm/process/extension.h"
#include "vm/process/names.h"
#include "vm/process/signals.h"
#include "vm/process/state.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

namespace {

struct Asked {
    RunContext& context;
    Process& p;
    TermArena& arena;

    Term number(std::uint64_t n) { return arena.integer(static_cast<std::int64_t>(n)); }
    Term pair(Term a, Term b) { return arena.tuple({a, b}); }
    Term option(Term name, std::uint64_t n) { return pair(name, number(n)); }
    static Term boolean(bool b) { return b ? atoms::true_ : atoms::false_; }
};

Term mfa(Asked& a, const FunctionCell* cell) {
    if (!cell) return a.arena.tuple({atoms::erlang, atoms::apply, Term::small(2)});
    return a.arena.tuple({cell->module, cell->function, Term::small(cell->arity)});
}

// --- where it stands ------------------------------------------------------------------------------

Term status(Asked& a) {
    const std::uint32_t flags = a.p.flags;
    if ((flags & process_flag::Exiting) != 0) return atoms::exiting;
    if ((flags & process_flag::Suspended) != 0) return atoms::suspended;
    if ((flags & (process_flag::WaitsReceive | process_flag::WaitsCall)) != 0) return atoms::waiting;
    return run_state_of(a.p) == RunState::Running ? atoms::running : atoms::runnable;
}
Term current_function(Asked& a) {
    const auto f = a.p.vm().machine().current_function;
    const FunctionCell* cell = f ? f(a.p) : nullptr;
    return cell ? mfa(a, cell) : atoms::undefined;
}
Term stacktrace(Asked& a) {
    const auto f = a.p.vm().machine().current_stacktrace;
    return f ? a.arena.copy(f(a.p)) : Term::nil();
}
Term current_location(Asked& a) {
    const Term trace = stacktrace(a);
    return trace.is_cons() ? trace.head() : atoms::undefined;
}
Term initial_call(Asked& a) { return mfa(a, a.p.initial_function); }
Term reductions(Asked& a) {
    std::uint64_t total = a.p.extension ? a.p.extension->reductions_total : 0;
    if (run_state_of(a.p) == RunState::Running && a.p.reductions_left < a.p.slice_reductions()) {
        total += static_cast<std::uint64_t>(a.p.slice_reductions() - a.p.reductions_left);
    }
    return a.number(total);
}

// --- messages ---------------------------------------------------------------------------------------

Term message_queue_len(Asked& a) { return a.number(a.p.mailbox_length); }
Term messages(Asked& a) {
    std::vector<Term> all;
    for (const Signal* s = a.p.mailbox_first; s; s = s->next_signal()) {
        all.push_back(a.arena.copy(s->term));
    }
    return a.arena.list(all);
}
Term message_queue_data(Asked& a) {
    return (a.p.flags & process_flag::OffHeapMessages) != 0 ? atoms::off_heap : atoms::on_heap;
}

// --- relations ------------------------------------------------------------------------------------

Term links(Asked& a) {
    std::vector<Term> all;
    if (a.p.extension) {
        a.p.extension->links.each([&](const LinkEntry& l) {
            if (l.unlinking_id == 0) all.push_back(Term::from_word(l.key));
        });
    }
    return a.arena.list(all);
}
Term monitors(Asked& a) {
    std::vector<Term> all;
    if (a.p.extension) {
        a.p.extension->monitors.each([&](const MonitorEntry& m) {
            if (m.object == kNoTerm) return;
            const Term object = m.object.is_atom() ? a.pair(m.object, atoms::nonode_nohost) : m.object;
            all.push_back(a.pair(atoms::process, object));
        });
    }
    return a.arena.list(all);
}
Term monitored_by(Asked& a) {
    std::vector<Term> all;
    if (a.p.extension) {
        a.p.extension->watchers.each([&](const WatcherEntry& w) { all.push_back(w.watcher); });
    }
    return a.arena.list(all);
}
Term suspending(Asked& a) {
    std::vector<Term> all;
    if (a.p.extension) {
        a.p.extension->suspending.each([&](const LinkEntry& s) {
            all.push_back(a.arena.tuple({Term::from_word(s.key), a.number(s.unlinking_id), Term::small(0)}));
        });
    }
    return a.arena.list(all);
}
Term group_leader(Asked& a) { return a.p.group_leader; }
Term parent(Asked& a) { return a.p.parent == kNoTerm ? atoms::undefined : a.p.parent; }
Term registered_name(Asked& a) { return NameTable::name_of(a.p); }

// --- state and flags --------------------------------------------------------------------------------

Term dictionary(Asked& a) {
    std::vector<Term> all;
    if (a.p.extension) {
        a.p.extension->dictionary.each([&](Term key, Term value) {
            all.push_back(a.pair(a.arena.copy(key), a.arena.copy(value)));
        });
    }
    return a.arena.list(all);
}
Term trap_exit(Asked& a) { return Asked::boolean((a.p.flags & process_flag::TrapExit) != 0); }
Term error_handler(Asked& a) {
    const ProcessExtension* e = a.p.extension;
    return e && e->error_handler != kNoTerm ? e->error_handler : atoms::error_handler;
}
Term priority(Asked& a) { return priority_atom(static_cast<Priority>(a.p.priority)); }
Term catchlevel(Asked&) { return Term::small(0); }
Term last_calls(Asked&) { return atoms::false_; }
Term no_token(Asked&) { return Term::nil(); }
Term backtrace(Asked& a) { return a.arena.binary({}); }
Term async_dist(Asked& a) { return Asked::boolean((a.p.flags & process_flag::AsyncDist) != 0); }

// --- memory ---------------------------------------------------------------------------------------------

Term memory(Asked& a) {
    Word bytes = sizeof(Process) + heap_allocated_bytes(a.p);
    if (const ProcessExtension* e = a.p.extension) {
        bytes += sizeof(ProcessExtension) + e->links.bytes() + e->monitors.bytes() +
                 e->watchers.bytes() + e->dictionary.bytes();
    }
    for (const Signal* s = a.p.mailbox_first; s; s = s->next_signal()) bytes += s->block_words * 8;
    return a.number(bytes);
}
Term total_heap_size(Asked& a) { return a.number(heap_block_words(a.p) + a.p.fragment_words); }
Term heap_size(Asked& a) { return a.number(static_cast<std::uint64_t>(a.p.heap_end - a.p.heap_start)); }
Term stack_size(Asked& a) { return a.number(stack_words(a.p)); }
Term binaries(Asked& a) {
    // {address, bytes, references} of each counted binary of the young heap.
    std::vector<Term> all;
    for (const Word* o = a.p.off_heap; o; o = reinterpret_cast<const Word*>(o[boxed_total_words(o[0]) - 1])) {
        if (header_kind(o[0]) != BoxedKind::SharedBinary) continue;
        const auto* bytes = reinterpret_cast<const SharedBytes*>(o[2]);
        all.push_back(a.arena.tuple({a.number(o[2]), a.number(bytes->capacity_bytes),
                                     a.number(bytes->count.load(std::memory_order_relaxed))}));
    }
    return a.arena.list(all);
}
Term max_heap(Asked& a) {
    const ProcessExtension* e = a.p.extension;
    MaxHeap m;
    m.words = a.p.vm().options().max_heap_bytes / sizeof(Word);
    if (e && e->has_max_heap) m = e->max_heap;
    const std::pair<Term, Term> pairs[] = {{atoms::error_logger, Asked::boolean(m.log)},
                                           {atoms::kill, Asked::boolean(m.kill)},
                                           {atoms::size, a.number(m.words)}};
    return a.arena.map(pairs, a.p.vm().atoms());
}
Term min_heap(Asked& a) { return a.number(a.p.min_heap_words ? a.p.min_heap_words : kFirstBlockWords); }
Term min_bin_vheap(Asked& a) {
    const ProcessExtension* e = a.p.extension;
    return a.number(e && e->min_bin_vheap_words ? e->min_bin_vheap_words : kDefaultMinBinaryHeapWords);
}
Term garbage_collection(Asked& a) {
    return a.arena.list({a.pair(atoms::max_heap_size, max_heap(a)),
                         a.pair(atoms::min_bin_vheap_size, min_bin_vheap(a)),
                         a.pair(atoms::min_heap_size, min_heap(a)),
                         a.option(atoms::fullsweep_after, a.p.fullsweep_after),
                         a.option(atoms::minor_gcs, a.p.minor_count)});
}

struct Item {
    Term name;
    Term (*value)(Asked&);
    bool listed;  // in process_info/1, which keeps this order
};
constexpr Item kItems[] = {
    {atoms::current_function, current_function, true},
    {atoms::initial_call, initial_call, true},
    {atoms::status, status, true},
    {atoms::message_queue_len, message_queue_len, true},
    {atoms::links, links, true},
    {atoms::dictionary, dictionary, true},
    {atoms::trap_exit, trap_exit, true},
    {atoms::error_handler, error_handler, true},
    {atoms::priority, priority, true},
    {atoms::group_leader, group_leader, true},
    {atoms::total_heap_size, total_heap_size, true},
    {atoms::heap_size, heap_size, true},
    {atoms::stack_size, stack_size, true},
    {atoms::reductions, reductions, true},
    {atoms::garbage_collection, garbage_collection, true},
    {atoms::suspending, suspending, true},
    {atoms::async_dist, async_dist, false},
    {atoms::backtrace, backtrace, false},
    {atoms::binary, binaries, false},
    {atoms::catchlevel, catchlevel, false},
    {atoms::current_location, current_location, false},
    {atoms::current_stacktrace, stacktrace, false},
    {atoms::garbage_collection_info, garbage_collection, false},
    {atoms::last_calls, last_calls, false},
    {atoms::max_heap_size, max_heap, false},
    {atoms::memory, memory, false},
    {atoms::message_queue_data, message_queue_data, false},
    {atoms::messages, messages, false},
    {atoms::min_bin_vheap_size, min_bin_vheap, false},
    {atoms::min_heap_size, min_heap, false},
    {atoms::monitored_by, monitored_by, false},
    {atoms::monitors, monitors, false},
    {atoms::parent, parent, false},
    {atoms::registered_name, registered_name, false},
    {atoms::sequential_trace_token, no_token, false},
};

const Item* find_item(Term name) {
    for (const Item& item : kItems) {
        if (item.name == name) return &item;
    }
    return nullptr;
}

}  // namespace

Term priority_atom(Priority p) {
    constexpr Term kNames[] = {atoms::max, atoms::high, atoms::normal, atoms::low};
    return kNames[static_cast<int>(p)];
}

Term info_pair(RunContext& context, Process& p, Term item, TermArena& arena) {
    const Item* found = find_item(item);
    if (!found) return kNoTerm;
    Asked asked{context, p, arena};
    const Term value = found->value(asked);
    return arena.tuple({item, value == kNoTerm ? Term::nil() : value});
}

bool is_info_request(Term request) {
    if (request.is_atom()) return find_item(request) != nullptr;
    for (; request.is_cons(); request = request.tail()) {
        if (!find_item(request.head())) return false;
    }
    return request.is_nil();
}

Term info_answer(RunContext& context, Process& p, Term request, TermArena& arena) {
    std::vector<Term> all;
    if (request == kNoTerm || request == atoms::all_items) {
        if (NameTable::name_of(p) != kNoTerm) {
            all.push_back(info_pair(context, p, atoms::registered_name, arena));
        }
        for (const Item& item : kItems) {
            if (item.listed) all.push_back(info_pair(context, p, item.name, arena));
        }
        return arena.list(all);
    }
    if (request.is_atom()) {
        if (request == atoms::registered_name && NameTable::name_of(p) == kNoTerm) return Term::nil();
        return info_pair(context, p, request, arena);
    }
    // A stack trace may collect, and the request may stand in the heap that then moves.
    std::vector<Term> names;
    for (; request.is_cons(); request = request.tail()) names.push_back(request.head());
    for (const Term name : names) all.push_back(info_pair(context, p, name, arena));
    return arena.list(all);
}

// --- requests -----------------------------------------------------------------------------------------

namespace {

void serve(RunContext& context, Process& p, const Signal& s) {
    Vm& vm = p.vm();
    if (s.signal_kind() == SignalKind::CodeRound) return vm.machine().code.answer_round(context, p, s.trace_context);
    const bool plain = s.term.is_small();
    const auto token =
        static_cast<std::uint32_t>((plain ? s.term : tuple_element(s.term, 0)).small_value());
    switch (s.signal_kind()) {
        case SignalKind::Info: {
            TermArena arena;
            const Term answer = info_answer(context, p, tuple_element(s.term, 1), arena);
            return answer_call(context, vm, s.sender, token, answer);
        }
        case SignalKind::Collect:
            collect(p, 0, CollectKind::Full);
            return answer_call(context, vm, s.sender, token, atoms::true_);
        default: {  // CheckCode
            const Term module = tuple_element(s.term, 1);
            return answer_call(context, vm, s.sender, token, vm.machine().code.uses_old_code(context, p, module));
        }
    }
}

}  // namespace

void serve_deferred(RunContext& context, Process& p) {
    if ((p.flags & process_flag::Deferred) == 0) return;
    p.flags &= ~process_flag::Deferred;
    Signal* s = p.extension->deferred;
    p.extension->deferred = nullptr;
    while (s) {
        Signal* next = s->next_signal();
        serve(context, p, *s);
        drop_signal(context.blocks, s);
        s = next;
    }
}

}  // namespace vial

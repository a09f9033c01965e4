// vm/process/spawn.cpp: making processes.
// Here: spawn_process, spawn_from_host.
// Not here: option lists (runtime/process/spawn.cpp).
// Threads: as spawn.h says.
// Holds: until open_queue() nobody but the spawner knows the process, so its fields are written plainly.
#include "vm/process/spawn.h"

#include "vm/heap/copy.h"
#include "vm/heap/gc.h"
#include "vm/process/exit.h"
#include "vm/process/machine.h"
#include "vm/process/mailbox.h"
#include "vm/process/signals.h"
#include "vm/process/state.h"
#include "vm/process/stubs.h"
#include "vm/process/wake.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

namespace {

// Words a child needs at its start: the copies, the call's frame, the base frame, some slack.
Word start_words(const LiteralView& literals, std::span<const Term> args) {
    Word words = call_frame_words(static_cast<std::uint32_t>(args.size())) + 1 + Process::kStackSlackWords;
    for (const Term t : args) words += copy_size(t, literals).words;
    return words;
}

void clear_control(Process& p) {
    p.account = nullptr;
    p.receive_timer = 0;
    p.mailbox_limit = 0;
    p.mailbox_policy = 0;
    p.mailbox_room.store(0, std::memory_order_relaxed);
    p.run_link.store(nullptr, std::memory_order_relaxed);
    p.registered_name.store(0, std::memory_order_relaxed);
    p.mailbox_first = p.mailbox_last = p.mailbox_save = p.mailbox_mark = nullptr;
    p.mailbox_length = 0;
    p.flags = 0;
    p.reductions_left = 0;
    p.trace_context = nullptr;
    p.deadline_ms = 0;
    p.charged_bytes = 0;
    p.extension = nullptr;
}

bool apply_options(RunContext& context, Process& p, const SpawnOptions& options) {
    p.priority = static_cast<std::uint8_t>(options.priority);
    p.fullsweep_after = options.fullsweep_after;
    p.min_heap_words = options.min_heap_words;
    if (options.off_heap_messages) p.flags |= process_flag::OffHeapMessages;
    if (!options.has_max_heap && options.min_bin_vheap_words == 0) return true;
    ProcessExtension* e = extension_of(context.blocks, p);
    if (!e) return false;
    e->has_max_heap = options.has_max_heap;
    e->max_heap = options.max_heap;
    e->min_bin_vheap_words = options.min_bin_vheap_words;
    return true;
}

// A process with its heap, its arguments and first frames; its queue is still closed.
Process* make_process(RunContext& context, SlotCache& slots, const Machine& machine, FunctionCell* cell,
                      std::span<const Term> args, const SpawnOptions& options, SpawnError& error) {
    error = SpawnError::ProcessLimit;
    Process* p = slots.take();
    if (!p) return nullptr;
    error = SpawnError::Memory;
    clear_control(*p);
    const LiteralView literals(context.literals);
    const Word words = std::max<Word>(start_words(literals, args), options.min_heap_words);
    if (!create_heap(*p, context.blocks, words)) {
        slots.give_back(p);
        return nullptr;
    }
    Term copies[kMaxArity];
    for (std::size_t i = 0; i < args.size(); ++i) {
        copies[i] = copy_term(args[i], p->top, p->off_heap, literals);
    }
    push_process_end_noalloc(*p, *machine.stubs);
    if (cell) {
        push_call_noalloc(*p, *machine.stubs, cell, {copies, args.size()});
    } else {
        push_fun_call_noalloc(*p, *machine.stubs, copies[0]);
    }
    p->initial_function = cell;
    if (!apply_options(context, *p, options)) {
        abandon_process(context, slots, *p);
        return nullptr;
    }
    error = SpawnError::None;
    return p;
}

// Both ends of a link or monitor to the parent, before the child runs.
bool tie(RunContext& context, Process& parent, Process& child, const SpawnOptions& options) {
    if (!options.link && !options.monitor) return true;
    ProcessExtension* mine = extension_of(context.blocks, parent);
    ProcessExtension* its = extension_of(context.blocks, child);
    if (!mine || !its) return false;
    if (options.link) {
        if (!mine->links.insert(context.blocks, child.pid.word())) return false;
        if (!its->links.insert(context.blocks, parent.pid.word())) return false;
    }
    if (!options.monitor) return true;
    const Word number = *reference_number(options.monitor_reference);
    MonitorEntry* m = mine->monitors.insert(context.blocks, number);
    WatcherEntry* w = its->watchers.insert(context.blocks, number);
    if (!m || !w) return false;
    m->object = m->target = child.pid;
    m->tag = options.monitor_tag == kNoTerm ? atoms::DOWN : options.monitor_tag;
    m->alias = options.monitor_alias;
    w->watcher = parent.pid;
    w->name = kNoTerm;
    w->alias = options.monitor_reference.is_boxed();
    return true;
}

void untie(RunContext& context, Process& parent, Process& child, const SpawnOptions& options) {
    if (!parent.extension) return;
    if (options.link) parent.extension->links.erase(context.blocks, child.pid.word());
    if (options.monitor) {
        parent.extension->monitors.erase(context.blocks, *reference_number(options.monitor_reference));
    }
}

Term start(RunContext& context, Process& p) {
    const Term pid = p.pid;
    set_run_state(p, RunState::New);
    open_queue(p);
    make_runnable(context, p);
    return pid;
}

}  // namespace

void abandon_process(RunContext& context, SlotCache& slots, Process& p) {
    release_extension(context.blocks, p);
    destroy_heap(p, context.blocks);
    slots.give_back(&p);
}

Term spawn_process(RunContext& context, SlotCache& slots, Process& parent, FunctionCell* cell,
                   std::span<const Term> args, const SpawnOptions& options, SpawnError& error) {
    Process* p = make_process(context, slots, parent.vm().machine(), cell, args, options, error);
    if (!p) return kNoTerm;
    p->parent = parent.pid;
    p->group_leader = options.group_leader == kNoTerm ? parent.group_leader : options.group_leader;
    p->account = parent.account;
    p->home_scheduler = parent.home_scheduler;
    p->call_token = 0;
    if (!tie(context, parent, *p, options)) {
        error = SpawnError::Memory;
        untie(context, parent, *p, options);
        abandon_process(context, slots, *p);
        return kNoTerm;
    }
    return start(context, *p);
}

Term spawn_from_host(RunContext& context, SlotCache& slots, Vm& vm, FunctionCell* cell,
                     std::span<const Term> args, const SpawnOptions& options, HostWaiter* waiter,
                     SpawnError& error) {
    Process* p = make_process(context, slots, vm.machine(), cell, args, options, error);
    if (!p) return kNoTerm;
    p->parent = kNoTerm;
    // A process without a leader leads itself, until it or another sets one.
    p->group_leader = options.group_leader == kNoTerm ? p->pid : options.group_leader;
    p->home_scheduler = 0;
    p->call_token = 0;
    if (waiter) {
        ProcessExtension* e = extension_of(context.blocks, *p);
        if (!e) {
            error = SpawnError::Memory;
            abandon_process(context, slots, *p);
            return kNoTerm;
        }
        e->host_waiters = waiter;
    }
    return start(context, *p);
}

}  // namespace vial

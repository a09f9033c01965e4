// vm/process/monitors.cpp: monitors and aliases.
// Here: both sides' sets and what their signals do.
// Not here: telling watchers at the end (exit.cpp).
// Threads: the owner of the process.
// Holds: as monitors.h.
#include "vm/process/monitors.h"

#include "vm/process/extension.h"
#include "vm/process/process_table.h"
#include "vm/process/signals.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

std::optional<Word> reference_number(Term reference) {
    if (reference.is_local_reference()) return reference.payload();
    if (reference.is_boxed_kind(BoxedKind::Alias)) return reference.boxed_words()[1];
    return std::nullopt;
}

bool send_down(RunContext& context, Vm& vm, Term from, const WatcherEntry& watcher, Term reason) {
    // Both stand on this stack until make_signal_tuple has copied them.
    const Word alias_words[3] = {make_header(BoxedKind::Alias, 2), watcher.key, watcher.watcher.word()};
    const Word name_words[3] = {make_header(BoxedKind::Tuple, 2), watcher.name.word(),
                                atoms::nonode_nohost.word()};
    const Term reference = watcher.alias ? Term::boxed(alias_words) : Term::reference(watcher.key);
    const Term object = watcher.name == kNoTerm ? from : Term::boxed(name_words);
    Signal* s = make_signal_tuple(context, SignalKind::Down, from,
                                  {atoms::DOWN, reference, atoms::process, object, reason});
    return s && deliver_signal(context, vm, watcher.watcher, s);
}

bool monitor_process(RunContext& context, Process& p, Term reference, Term target, Term name, Term tag,
                     AliasMode alias) {
    const Word number = *reference_number(reference);
    ProcessExtension* e = extension_of(context.blocks, p);
    MonitorEntry* entry = e ? e->monitors.insert(context.blocks, number) : nullptr;
    if (!entry) return false;
    entry->object = name == kNoTerm ? target : name;
    entry->target = target;
    entry->tag = tag;
    entry->alias = alias;
    const bool is_alias = reference.is_boxed();
    if (target != kNoTerm) {
        const Term flags = is_alias ? atoms::true_ : atoms::false_;
        Signal* s = make_signal_tuple(context, SignalKind::Monitor, p.pid,
                                      {Term::small(static_cast<std::int64_t>(number)), name, flags});
        if (!s) return false;
        if (deliver_signal(context, p.vm(), target, s)) return true;
    }
    const WatcherEntry self{number, p.pid, name, is_alias};
    send_down(context, p.vm(), target, self, atoms::noproc);
    return true;
}

namespace {

// The monitor is off; an explicit alias stays.
void end_monitor(RunContext& context, ProcessExtension& e, MonitorEntry& entry) {
    if (entry.alias != AliasMode::Explicit) return e.monitors.erase(context.blocks, entry.key);
    entry.object = entry.target = kNoTerm;
    entry.tag = kNoTerm;
}

void tell_target(RunContext& context, Process& p, Term target, Word number) {
    Signal* s = make_signal_immediate(context.blocks, SignalKind::Demonitor, p.pid,
                                      Term::small(static_cast<std::int64_t>(number)));
    if (s) deliver_signal(context, p.vm(), target, s);
}

MonitorEntry* find_entry(Process& p, Term reference) {
    const auto number = reference_number(reference);
    return number && p.extension ? p.extension->monitors.find(*number) : nullptr;
}

}  // namespace

bool demonitor_process(RunContext& context, Process& p, Term reference) {
    MonitorEntry* entry = find_entry(p, reference);
    if (!entry || entry->object == kNoTerm) return false;
    const Term target = entry->target;
    const Word number = entry->key;
    end_monitor(context, *p.extension, *entry);
    if (target != kNoTerm) tell_target(context, p, target, number);
    return true;
}

void flush_down(RunContext& context, Process& p, Term reference) {
    const auto number = reference_number(reference);
    if (!number) return;
    handle_signals(context, p);
    Signal* before = nullptr;
    for (Signal* s = p.mailbox_first; s; before = s, s = s->next_signal()) {
        if (!is_tuple_of(s->term, 5) || tuple_element(s->term, 2) != atoms::process) continue;
        if (reference_number(tuple_element(s->term, 1)) != number) continue;
        drop_signal(context.blocks, mailbox_unlink_after(p, before));
        return;
    }
}

bool add_alias(RunContext& context, Process& p, Term alias, AliasMode mode) {
    ProcessExtension* e = extension_of(context.blocks, p);
    MonitorEntry* entry = e ? e->monitors.insert(context.blocks, *reference_number(alias)) : nullptr;
    if (!entry) return false;
    entry->object = entry->target = entry->tag = kNoTerm;
    entry->alias = mode;
    return true;
}

bool remove_alias(RunContext& context, Process& p, Term alias) {
    MonitorEntry* entry = find_entry(p, alias);
    if (!entry || entry->alias == AliasMode::None) return false;
    entry->alias = AliasMode::None;
    if (entry->object == kNoTerm) p.extension->monitors.erase(context.blocks, entry->key);
    return true;
}

bool accept_alias(RunContext& context, Process& p, Word number) {
    MonitorEntry* entry = p.extension ? p.extension->monitors.find(number) : nullptr;
    if (!entry || entry->alias == AliasMode::None) return false;
    if (entry->alias != AliasMode::Reply) return true;
    const Term target = entry->target;
    p.extension->monitors.erase(context.blocks, number);
    if (target != kNoTerm) tell_target(context, p, target, number);
    return true;
}

void handle_monitor(RunContext& context, Process& p, const Signal& signal) {
    const Word number = static_cast<Word>(tuple_element(signal.term, 0).small_value());
    ProcessExtension* e = extension_of(context.blocks, p);
    WatcherEntry* entry = e ? e->watchers.insert(context.blocks, number) : nullptr;
    if (!entry) return;
    entry->watcher = signal.sender;
    entry->name = tuple_element(signal.term, 1);
    entry->alias = tuple_element(signal.term, 2) == atoms::true_;
}

void handle_demonitor(RunContext& context, Process& p, const Signal& signal) {
    if (!p.extension) return;
    const Word number = static_cast<Word>(signal.term.small_value());
    p.extension->watchers.erase(context.blocks, number);
}

Signal* handle_down(RunContext& context, Process& p, Signal* signal) {
    MonitorEntry* entry = find_entry(p, tuple_element(signal->term, 1));
    if (!entry || entry->object == kNoTerm) {
        drop_signal(context.blocks, signal);
        return nullptr;
    }
    const Term tag = entry->tag;
    end_monitor(context, *p.extension, *entry);
    if (tag.is_immediate()) {
        tuple_elements(signal->term)[0] = tag;
        return signal;
    }
    const Term down = signal->term;
    Signal* tagged = make_signal_tuple(
        context, SignalKind::Message, signal->sender,
        {tag, tuple_element(down, 1), atoms::process, tuple_element(down, 3), tuple_element(down, 4)});
    drop_signal(context.blocks, signal);
    return tagged;
}

}  // namespace vial

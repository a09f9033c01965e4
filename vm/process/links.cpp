// vm/process/links.cpp: the moves of the link protocol.
// Here: link, unlink and what their signals do.
// Not here: what an exit does once it counts (signals.cpp).
// Threads: the owner of the process.
// Holds: as links.h.
#include "vm/process/links.h"

#include "vm/process/extension.h"
#include "vm/process/signals.h"
#include "vm/process/state.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

namespace {

Term key_pid(Word key) { return Term::from_word(key); }

// {'EXIT', other, noproc} as if the other had been linked and had ended.
LinkStatus report_no_process(RunContext& context, Process& p, Term other) {
    p.extension->links.erase(context.blocks, other.word());
    if ((p.flags & process_flag::TrapExit) == 0) return LinkStatus::NoProcess;
    Signal* s = make_signal_tuple(context, SignalKind::Message, other,
                                  {atoms::EXIT, other, atoms::noproc});
    if (!s) return LinkStatus::Refused;
    deliver_signal(context, p.vm(), p.pid, s);
    return LinkStatus::Linked;
}

}  // namespace

LinkStatus link_process(RunContext& context, Process& p, Term other) {
    ProcessExtension* e = extension_of(context.blocks, p);
    LinkEntry* entry = e ? e->links.find(other.word()) : nullptr;
    if (entry && entry->unlinking_id == 0) return LinkStatus::Linked;
    if (e && !entry) entry = e->links.insert(context.blocks, other.word());
    if (!entry) return LinkStatus::Refused;
    // An unlink under way is overtaken: its acknowledgement will carry an id nobody waits for.
    entry->unlinking_id = 0;
    Signal* s = make_signal_immediate(context.blocks, SignalKind::Link, p.pid, Term::nil());
    if (!s) return LinkStatus::Refused;
    if (!deliver_signal(context, p.vm(), other, s)) return report_no_process(context, p, other);
    return LinkStatus::Linked;
}

void unlink_process(RunContext& context, Process& p, Term other) {
    if (!p.extension) return;
    LinkEntry* entry = p.extension->links.find(other.word());
    if (!entry || entry->unlinking_id != 0) return;
    const Word id = ++p.extension->unlink_id;
    entry->unlinking_id = id;
    Signal* s = make_signal_immediate(context.blocks, SignalKind::Unlink, p.pid,
                                      Term::small(static_cast<std::int64_t>(id)));
    if (!s || !deliver_signal(context, p.vm(), other, s)) {
        p.extension->links.erase(context.blocks, other.word());
    }
}

void handle_link(RunContext& context, Process& p, Term from) {
    // While an unlink of ours is on its way the link of theirs was sent before they saw it: they take
    // it out again when it arrives, so nothing is to be entered here.
    if (ProcessExtension* e = extension_of(context.blocks, p)) {
        e->links.insert(context.blocks, from.word());
    }
}

void handle_unlink(RunContext& context, Process& p, Term from, Word id) {
    if (p.extension) {
        LinkEntry* entry = p.extension->links.find(from.word());
        if (entry && entry->unlinking_id == 0) p.extension->links.erase(context.blocks, from.word());
    }
    Signal* s = make_signal_immediate(context.blocks, SignalKind::UnlinkAck, p.pid,
                                      Term::small(static_cast<std::int64_t>(id)));
    if (s) deliver_signal(context, p.vm(), from, s);
}

void handle_unlink_ack(RunContext& context, Process& p, Term from, Word id) {
    if (!p.extension) return;
    LinkEntry* entry = p.extension->links.find(from.word());
    if (entry && entry->unlinking_id == id) p.extension->links.erase(context.blocks, from.word());
}

bool handle_link_exit(RunContext& context, Process& p, Term from) {
    if (!p.extension) return false;
    LinkEntry* entry = p.extension->links.find(from.word());
    if (!entry) return false;
    const bool stands = entry->unlinking_id == 0;
    p.extension->links.erase(context.blocks, key_pid(entry->key).word());
    return stands;
}

}  // namespace vial

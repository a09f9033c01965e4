// vm/process/signal.cpp: making signals.
// Here: make_signal and its kin.
// Not here: delivering (mailbox.cpp).
// Threads: the maker's.
// Holds: nothing here collects; the terms copied may stand in the maker's heap.
#include "vm/process/signal.h"

#include "vm/heap/copy.h"

namespace vial {

namespace {

Signal* set_header(HeapFragment* block, SignalKind kind, Term sender, Term payload) {
    auto* s = static_cast<Signal*>(block);
    s->next = nullptr;
    s->kind = static_cast<std::uint8_t>(kind);
    s->term = payload;
    s->sender = sender;
    s->trace_context = nullptr;
    s->deadline_ms = 0;
    s->sequence = 0;
    return s;
}

}  // namespace

Signal* make_signal(RunContext& context, SignalKind kind, Term sender, Term payload) {
    if (payload.is_immediate()) return make_signal_immediate(context.blocks, kind, sender, payload);
    Term copied;
    HeapFragment* block = copy_to_fragment(context, kSignalHeaderWords, payload, copied);
    return block ? set_header(block, kind, sender, copied) : nullptr;
}

Signal* make_signal_immediate(BlockCache& blocks, SignalKind kind, Term sender, Term payload) {
    HeapFragment* block = new_fragment(blocks, kSignalHeaderWords, 0);
    return block ? set_header(block, kind, sender, payload) : nullptr;
}

Signal* make_signal_tuple(RunContext& context, SignalKind kind, Term sender,
                          std::initializer_list<Term> elements) {
    // The tuple stands on this stack for the copy only.
    Word words[kMaxSignalTuple + 1];
    VIAL_ASSERT(elements.size() <= kMaxSignalTuple, "a signal's tuple is small");
    words[0] = make_header(BoxedKind::Tuple, elements.size());
    Word* at = words + 1;
    for (const Term t : elements) *at++ = t.word();
    return make_signal(context, kind, sender, Term::boxed(words));
}

void drop_signal(BlockCache& blocks, Signal* signal) { drop_fragment(blocks, signal); }

}  // namespace vial

// vm/process/signal.h: one signal on its way to a process.
// Here: the header of a signal; making one.
// Not here: the queue (mailbox.h); what the receiver does with it (signals.h); the block (heap/fragment.h).
// Threads: the maker owns it until it is pushed, then the receiver does.
// Holds: a signal's terms stand in its own block and point nowhere else but into literals, regions
//        and counted binaries, so it can be read, kept and freed without its sender. A message that
//        is received joins the receiver's fragments as it is; its next collection folds it in.
//
//   word 0   next signal
//   word 1   kind 8 | flags 8 | regions 16 | words of the block 32
//   word 2   payload: the root term
//   word 3   sender: pid, or small 0 for the VM
//   word 4   trace context, 0 for none
//   word 5   deadline 32 (ms since the VM's start, 0: none) | sequence 32
//   then     the terms
#pragma once

#include <cstdint>

#include "vm/heap/fragment.h"
#include "vm/process/roots.h"
#include "vm/term/term.h"

namespace vial {

class Process;
struct TraceContext;

enum class SignalKind : std::uint8_t {
#define SIGNAL(name, number, doc) name = number,
#include "vm/tables/signals.def"
};

struct Signal : HeapFragment {
    Term term;
    Term sender;
    TraceContext* trace_context;
    std::uint32_t deadline_ms;
    std::uint32_t sequence;

    SignalKind signal_kind() const { return static_cast<SignalKind>(kind); }
    Signal* next_signal() const { return static_cast<Signal*>(next); }
};
static_assert(sizeof(Signal) == 48);
constexpr Word kSignalHeaderWords = sizeof(Signal) / sizeof(Word);
constexpr std::size_t kMaxSignalTuple = 7;

// A signal with a copy of `payload`; nullptr when memory is refused.
Signal* make_signal(RunContext& context, SignalKind kind, Term sender, Term payload);
// The same for a payload that is an immediate or a literal.
Signal* make_signal_immediate(BlockCache& blocks, SignalKind kind, Term sender, Term payload);
// A signal whose payload is a tuple of copies of `elements`: one block, no term built in between.
Signal* make_signal_tuple(RunContext& context, SignalKind kind, Term sender,
                          std::initializer_list<Term> elements);
// Frees a signal nobody took.
void drop_signal(BlockCache& blocks, Signal* signal);

}  // namespace vial

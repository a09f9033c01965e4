// vm/process/hibernate.cpp: hibernation.
// Here: as hibernate.h.
// Not here: as hibernate.h.
// Threads: the owner of the process.
// Holds: as hibernate.h.
#include "vm/process/hibernate.h"

#include "vm/heap/gc.h"
#include "vm/process/extension.h"
#include "vm/process/signals.h"
#include "vm/process/state.h"
#include "vm/process/stubs.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

NativeResult begin_hibernation(RunContext& context, Process& p, FunctionCell* cell, Term arguments) {
    ProcessExtension* e = extension_of(context.blocks, p);
    Signal* kept = e ? make_signal_tuple(context, SignalKind::Hibernation, p.pid, {arguments}) : nullptr;
    if (!kept) return p.error(atoms::system_limit);
    kept->trace_context = reinterpret_cast<TraceContext*>(cell);
    begin_call(p);
    e->hibernation = kept;
    p.flags |= process_flag::Hibernating;
    return {kNoTerm, NativeStatus::Wait};
}

void shrink_for_hibernation(RunContext& context, Process& p) {
    // As the interpreter left it: native_answer, the native's cell, whatever was below.
    const Word cell = p.sp[1];
    const MachineStubs& stubs = *p.vm().machine().stubs;
    p.sp = p.heap_end;
    push_process_end_noalloc(p, stubs);
    *--p.sp = cell;
    *--p.sp = reinterpret_cast<Word>(stubs.native_answer);
    context.live_x = 0;
    context.frame = nullptr;
    collect_and_shrink(p);
    wake_from_hibernation(p);
}

void wake_from_hibernation(Process& p) {
    ProcessExtension* e = p.extension;
    if (p.mailbox_length == 0 || !e->hibernation) return;
    e->answer = e->hibernation;
    e->hibernation = nullptr;
    p.flags &= ~process_flag::Hibernating;
}

NativeResult finish_hibernation(RunContext& context, Process& p, Signal* kept) {
    auto* cell = reinterpret_cast<FunctionCell*>(kept->trace_context);
    kept->trace_context = nullptr;
    std::uint32_t count = 0;
    for (Term at = tuple_element(kept->term, 0); at.is_cons(); at = at.tail()) context.x[count++] = at.head();
    attach_fragment(p, kept);
    context.call_target = cell;
    context.call_arity = count;
    context.then_target = nullptr;
    return {Term::nil(), NativeStatus::TailCall};
}

}  // namespace vial

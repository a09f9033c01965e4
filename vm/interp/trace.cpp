// vm/interp/trace.cpp: stack traces: gathering, raw, as lists; where a process stands.
// Here: gather_frames, write_raw_trace, trace_as_list, current_function, current_stacktrace.
// Not here: raising (raise.cpp).
// Threads: the owner of the process.
// Holds: entries are atoms and numbers, never addresses of code, so a trace outlives its module.
#include "vm/interp/trace_internal.h"

#include "vm/code/code_server.h"
#include "vm/interp/interp_internal.h"
#include "vm/interp/run.h"
#include "vm/process/state.h"
#include "vm/process/stubs.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"
#include "vm/vm.h"

namespace vial {

namespace {

TraceEntry entry_of(const FunctionInfo& function, const FrameDescriptor* at) {
    Word place = 0;
    if (at && at->line && at->file < function.module->file_ids.size()) {
        place = Word{function.module->file_ids[at->file]} << 32 | at->line;
    }
    return {function.module->name, function.name, function.arity, place};
}

// What the stub frame on top of a process that does not run stands in front of.
bool entry_of_stub(const Process& p, const MachineStubs& stubs, TraceEntry& entry) {
    const CodePointer top = code_at(*p.sp);
    const FrameDescriptor* frame = descriptor_of_return(top);
    if (frame->slots == 0 || frame->function) return false;
    const Word raw = p.sp[frame->slots];
    if (top == stubs.enter_code[frame->slots - 1]) {
        entry = entry_of(*reinterpret_cast<const FunctionInfo*>(code_at(raw)[-1]), nullptr);
        return true;
    }
    if (top == stubs.enter_cell[frame->slots - 1] || top == stubs.native_answer) {
        const FunctionCell* cell = cell_at(raw);
        entry = {cell->module, cell->function, cell->arity, 0};
        return true;
    }
    return false;
}

constexpr Word kEntryWords = kConsWords + tuple_words(4);
constexpr Word kPlaceWords = 2 * (kConsWords + tuple_words(2));
constexpr Word kInfoWords = kConsWords + tuple_words(2);

void gather_current(Process& p, TraceEntries& entries) {
    const bool running = run_state_of(p) == RunState::Running;
    TraceEntry first;
    if (!running && entry_of_stub(p, p.vm().code().stubs(), first)) entries.add(first);
    gather_frames(p, running ? context_of(p).frame : nullptr, entries);
}

}  // namespace

void gather_frames(const Process& p, const FrameDescriptor* frame, TraceEntries& entries) {
    const Word* sp = p.sp;
    while (entries.count < kTraceDepth) {
        if (frame) {
            if (frame->function) entries.add(entry_of(*frame->function, frame));
            sp += frame->slots;
        }
        if (sp >= p.heap_end) return;
        frame = descriptor_of_return(code_at(*sp++));
    }
}

Term write_raw_trace(HeapWriter& out, const TraceEntries& entries, Term arguments, Term info) {
    Word* at = out.take(raw_trace_words(entries.count));
    at[0] = make_header(BoxedKind::Tuple, raw_trace_words(entries.count) - 1);
    at[1] = arguments.word();
    at[2] = info.word();
    for (std::uint32_t i = 0; i < entries.count; ++i) {
        const TraceEntry& entry = entries.entries[i];
        at[3 + 4 * i] = entry.module.word();
        at[4 + 4 * i] = entry.function.word();
        at[5 + 4 * i] = Term::small(entry.arity).word();
        at[6 + 4 * i] = Term::small(static_cast<std::int64_t>(entry.place)).word();
    }
    return Term::boxed(at);
}

Term trace_as_list(RunContext& c, Process& p, Term trace) {
    if (!is_tuple(trace)) return trace;
    RootScope scope(c, {&trace, 1});
    const Word entries = (tuple_arity(trace) - 2) / 4;
    HeapWriter out = p.reserve(entries * (kEntryWords + kPlaceWords) + kInfoWords);
    const auto raw = tuple_elements(trace);
    Term list = Term::nil();
    for (Word i = entries; i-- > 0;) {
        const Term* entry = &raw[2 + 4 * i];
        const auto place = static_cast<Word>(entry[3].small_value());
        Term location = Term::nil();
        if (place) {
            const Term file = p.vm().code().file_name(static_cast<std::uint32_t>(place >> 32));
            const Term line = Term::small(static_cast<std::int64_t>(place & 0xffffffff));
            location = out.cons(out.tuple({atoms::line, line}), location);
            location = out.cons(out.tuple({atoms::file, file}), location);
        }
        if (i == 0 && !raw[1].is_nil()) {
            location = out.cons(out.tuple({atoms::error_info, raw[1]}), location);
        }
        const Term arguments = i == 0 ? raw[0] : entry[2];
        list = out.cons(out.tuple({entry[0], entry[1], arguments, location}), list);
    }
    return list;
}

const FunctionCell* current_function(const Process& p) {
    TraceEntries entries;
    gather_current(const_cast<Process&>(p), entries);
    if (entries.count == 0) return nullptr;
    const TraceEntry& first = entries.entries[0];
    return p.vm().code().cell(first.module, first.function, first.arity);
}

Term current_stacktrace(Process& p) {
    TraceEntries entries;
    gather_current(p, entries);
    RunContext& c = context_of(p);
    if (run_state_of(p) != RunState::Running) show_roots(c, nullptr, 0);
    if (entries.count == 0) return Term::nil();
    HeapWriter out = p.reserve(raw_trace_words(entries.count));
    const Term arity = Term::small(entries.entries[0].arity);
    return trace_as_list(c, p, write_raw_trace(out, entries, arity, Term::nil()));
}

}  // namespace vial

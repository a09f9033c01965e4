// vm/interp/raise.cpp: from an error to its handler.
// Here: reasons and first trace entries, unwinding, the end of a process by an exception.
// Not here: what a trace looks like (trace.cpp).
// Threads: the scheduler that runs the process.
// Holds: entering a `try` costs nothing; unwinding reads the descriptor of each frame.
#include "vm/interp/raise.h"

#include "vm/code/cell.h"
#include "vm/code/module.h"
#include "vm/interp/interp_internal.h"
#include "vm/interp/trace_internal.h"
#include "vm/process/stubs.h"
#include "vm/tables/atoms.h"
#include "vm/term/map.h"

namespace vial {

namespace {

Term class_atom(ExceptionClass kind) {
    switch (kind) {
        case ExceptionClass::Error: return atoms::error;
        case ExceptionClass::Exit: return atoms::exit;
        case ExceptionClass::Throw: return atoms::throw_;
    }
    return atoms::error;
}

// Nobody caught it. X0..X2: class, reason, trace; sp at process_end.
CodePointer end_process(RunContext& c, Process& p, ExceptionClass kind) {
    show_roots(c, nullptr, 3);
    c.x[2] = trace_as_list(c, p, c.x[2]);
    RunResult& result = *c.result;
    result.end = SliceEnd::Ended;
    result.crashed = kind != ExceptionClass::Exit;
    result.how = kind == ExceptionClass::Exit    ? NativeStatus::Exit
                 : kind == ExceptionClass::Throw ? NativeStatus::Throw
                                                 : NativeStatus::Error;
    HeapWriter out = p.reserve(2 * tuple_words(2));
    const Term reason = c.x[1];
    result.value = reason;
    result.trace = c.x[2];
    switch (kind) {
        case ExceptionClass::Exit: result.exit_reason = reason; break;
        case ExceptionClass::Error: result.exit_reason = out.tuple({reason, c.x[2]}); break;
        case ExceptionClass::Throw:
            result.exit_reason = out.tuple({out.tuple({atoms::nocatch, reason}), c.x[2]});
            break;
    }
    return leave_slice(c);
}

CodePointer unwind(RunContext& c, Process& p, const FrameDescriptor* frame, ExceptionClass kind,
                   Term reason, Term trace) {
    c.x[0] = class_atom(kind);
    c.x[1] = reason;
    c.x[2] = trace;
    Word* sp = p.sp;
    for (;;) {
        if (frame && frame->handler) {
            p.sp = sp;
            return frame->handler;
        }
        if (frame) sp += frame->slots;
        const CodePointer caller = code_at(*sp);
        if (caller == c.stubs->process_end) break;
        ++sp;
        frame = descriptor_of_return(caller);
    }
    p.sp = sp;
    return end_process(c, p, kind);
}

// What is raised, while room is made for the trace.
struct Raised {
    Term reason;
    Term arguments;  // of the first entry
    Term info;
};

CodePointer raise_entries(RunContext& c, Process& p, const FrameDescriptor* frame, ExceptionClass kind,
                          Raised raised, const TraceEntries& entries) {
    show_roots(c, frame, 0);
    Term trace;
    {
        RootScope scope(c, {&raised.reason, 3});
        HeapWriter out = p.reserve(raw_trace_words(entries.count));
        trace = write_raw_trace(out, entries, raised.arguments, raised.info);
    }
    return unwind(c, p, frame, kind, raised.reason, trace);
}

// %{module: :erl_erts_errors}, and cause: %{1 => "why", ...} where the native said which argument.
Term error_info(RunContext& c, Process& p, std::span<Term> roots) {
    RootScope scope(c, roots);
    const std::uint32_t bad = c.bad_argument_count;
    Word words = map_build_words(2) + map_build_words(bad);
    for (std::uint32_t i = 0; i < bad; ++i) words += heap_binary_words(c.bad_arguments[i].why.size());
    HeapWriter out = p.reserve(words);
    MapPair pairs[2] = {{atoms::module, atoms::erl_erts_errors}, {}};
    if (bad == 0) return map_build(out, {pairs, 1}, *c.atoms);
    MapPair causes[4];
    for (std::uint32_t i = 0; i < bad; ++i) {
        const BadArgument& which = c.bad_arguments[i];
        causes[i] = {Term::small(which.argument + 1), out.heap_binary(which.why)};
    }
    pairs[1] = {atoms::cause, map_build(out, {causes, bad}, *c.atoms)};
    return map_build(out, pairs, *c.atoms);
}

}  // namespace

CodePointer raise(RunContext& c, Process& p, const FrameDescriptor* frame, ExceptionClass kind,
                  Term reason) {
    TraceEntries entries;
    gather_frames(p, frame, entries);
    const Term arity = Term::small(entries.count ? entries.entries[0].arity : 0);
    return raise_entries(c, p, frame, kind, {reason, arity, Term::nil()}, entries);
}

CodePointer raise_tagged(RunContext& c, Process& p, const FrameDescriptor* frame, Term tag, Term value) {
    show_roots(c, frame, 0);
    Term reason;
    {
        RootScope scope(c, {&value, 1});
        HeapWriter out = p.reserve(tuple_words(2));
        reason = out.tuple({tag, value});
    }
    return raise_error(c, p, frame, reason);
}

CodePointer raise_in(RunContext& c, Process& p, const FrameDescriptor* frame, Term reason, Term module,
                     Term function, std::span<const Term> arguments, bool info) {
    const auto arity = static_cast<std::uint32_t>(arguments.size());
    TraceEntries entries;
    entries.add({module, function, arity, 0});
    gather_frames(p, frame, entries);
    Raised raised{reason, Term::nil(), Term::nil()};
    // The arguments may stand anywhere: they become roots as the first registers.
    for (std::uint32_t i = 0; i < arity; ++i) c.x[i] = arguments[i];
    show_roots(c, frame, arity);
    {
        RootScope scope(c, {&raised.reason, 1});
        HeapWriter out = p.reserve(kConsWords * arity);
        raised.arguments = out.list({c.x, arity});
    }
    show_roots(c, frame, 0);
    if (info) raised.info = error_info(c, p, {&raised.reason, 2});
    return raise_entries(c, p, frame, ExceptionClass::Error, raised, entries);
}

CodePointer raise_in_arity(RunContext& c, Process& p, Term reason, const FunctionCell* cell) {
    TraceEntries entries;
    entries.add({cell->module, cell->function, cell->arity, 0});
    gather_frames(p, nullptr, entries);
    Raised raised{reason, Term::small(cell->arity), Term::nil()};
    show_roots(c, nullptr, 0);
    raised.info = error_info(c, p, {&raised.reason, 1});
    return raise_entries(c, p, nullptr, ExceptionClass::Error, raised, entries);
}

CodePointer raise_with_arguments(RunContext& c, Process& p, const FrameDescriptor* frame, Term reason,
                                 Term arguments, Term info) {
    TraceEntries entries;
    gather_frames(p, frame, entries);
    const Term arity = Term::small(entries.count ? entries.entries[0].arity : 0);
    const Term shown = arguments.is_list() ? arguments : arity;
    return raise_entries(c, p, frame, ExceptionClass::Error, {reason, shown, info}, entries);
}

CodePointer raise_function_clause(RunContext& c, Process& p, const FrameDescriptor* frame) {
    TraceEntries entries;
    gather_frames(p, frame, entries);
    const FunctionInfo& function = *frame->function;
    const std::uint32_t shown = function.arity - function.free;
    show_roots(c, frame, function.arity);
    HeapWriter out = p.reserve(kConsWords * shown);
    Raised raised{atoms::function_clause, out.list({c.x, shown}), Term::nil()};
    return raise_entries(c, p, frame, ExceptionClass::Error, raised, entries);
}

CodePointer reraise(RunContext& c, Process& p, const FrameDescriptor* frame, ExceptionClass kind,
                    Term reason, Term trace) {
    if (is_tuple(trace) || trace.is_list()) return unwind(c, p, frame, kind, reason, trace);
    return raise(c, p, frame, kind, reason);
}

}  // namespace vial

// vm/interp/raise.h: exceptions: from the place of the error to the handler.
// Here: raising with the trace entry that the reference would show, unwinding, traces as lists.
// Not here: which instruction raises what (ops, slow_*.cpp).
// Threads: the scheduler that runs the process.
// Holds: `frame` describes the frame at sp, null when sp points at a return address. Each may collect.
//
// A raw trace is a tuple of immediates, so entering a handler builds no list:
//   {arguments of the first entry (a list) or its arity, error info of it (a map) or nil,
//    module, function, arity, place, ...}      place: file id << 32 | line, or 0
#pragma once

#include "vm/process/machine.h"
#include "vm/process/process.h"
#include "vm/process/roots.h"

namespace vial {

struct FunctionCell;

enum class ExceptionClass : std::uint8_t { Error, Exit, Throw };
constexpr std::uint32_t kTraceDepth = 8;  // entries kept, as the reference's default

// The handler's address, or that of a stub that ends the process.
CodePointer raise(RunContext& c, Process& p, const FrameDescriptor* frame, ExceptionClass kind,
                  Term reason);
inline CodePointer raise_error(RunContext& c, Process& p, const FrameDescriptor* frame, Term reason) {
    return raise(c, p, frame, ExceptionClass::Error, reason);
}
// error {tag, value}.
CodePointer raise_tagged(RunContext& c, Process& p, const FrameDescriptor* frame, Term tag, Term value);
// The first entry is module:function with these arguments, as for natives and undefined functions.
// `arguments` are read before anything moves. `info`: the entry gets error_info, with what
// RunContext::bad_arguments says.
CodePointer raise_in(RunContext& c, Process& p, const FrameDescriptor* frame, Term reason, Term module,
                     Term function, std::span<const Term> arguments, bool info);
// The same with the arity in place of arguments that are gone; at entry.
CodePointer raise_in_arity(RunContext& c, Process& p, Term reason, const FunctionCell* cell);
// :erlang.error/2,3: error with `arguments` (a list, or an atom for none) in the first entry, and
// `info` (a map, or nil) as its error_info.
CodePointer raise_with_arguments(RunContext& c, Process& p, const FrameDescriptor* frame, Term reason,
                                 Term arguments, Term info);
// function_clause of the function of `frame`, with its arguments X0.. in the first entry.
CodePointer raise_function_clause(RunContext& c, Process& p, const FrameDescriptor* frame);
// Goes on with an exception caught before: `trace` is a raw trace, or a list given to raise/3.
CodePointer reraise(RunContext& c, Process& p, const FrameDescriptor* frame, ExceptionClass kind,
                    Term reason, Term trace);

// The trace as the language shows it, in p's heap. Collects with what the context shows as roots;
// `trace` moves with them.
Term trace_as_list(RunContext& c, Process& p, Term trace);

}  // namespace vial

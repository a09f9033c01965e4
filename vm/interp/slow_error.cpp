// vm/interp/slow_error.cpp: instructions that raise.
// Here: the reasons of failed matches; going on with a caught exception; traces on demand.
// Not here: unwinding and traces (raise.cpp, trace.cpp).
// Threads: the scheduler that runs the process.
// Holds: reasons are the reference's.
#include "vm/interp/raise.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/tables/atoms.h"

namespace vial {

// value, descriptor
template <RaiseKind K>
CodePointer slow_raise_value(RunContext& c, Process& p, CodePointer pc) {
    constexpr Term kTags[] = {atoms::badmatch, atoms::case_clause, atoms::try_clause,
                              atoms::with_clause};
    return raise_tagged(c, p, descriptor_at(pc[2]), kTags[static_cast<int>(K)],
                        read_operand(c, p, pc[1]));
}
template SLOW_PATH(slow_raise_value<RaiseKind::Match>);
template SLOW_PATH(slow_raise_value<RaiseKind::Case>);
template SLOW_PATH(slow_raise_value<RaiseKind::Try>);
template SLOW_PATH(slow_raise_value<RaiseKind::With>);

CodePointer slow_raise_cond(RunContext& c, Process& p, CodePointer pc) {
    return raise_error(c, p, descriptor_at(pc[1]), atoms::cond_clause);
}

CodePointer slow_raise_function(RunContext& c, Process& p, CodePointer pc) {
    return raise_function_clause(c, p, descriptor_at(pc[1]));
}

// op, value, descriptor
CodePointer slow_raise_bad_boolean(RunContext& c, Process& p, CodePointer pc) {
    const FrameDescriptor* frame = descriptor_at(pc[3]);
    show_roots(c, frame);
    HeapWriter out = p.reserve(tuple_words(3));
    const Term reason =
        out.tuple({atoms::badbool, read_operand(c, p, pc[1]), read_operand(c, p, pc[2])});
    return raise_error(c, p, frame, reason);
}

// kind, reason, trace, descriptor
CodePointer slow_reraise(RunContext& c, Process& p, CodePointer pc) {
    const Term kind = read_operand(c, p, pc[1]);
    const ExceptionClass which = kind == atoms::error  ? ExceptionClass::Error
                                 : kind == atoms::exit ? ExceptionClass::Exit
                                                       : ExceptionClass::Throw;
    return reraise(c, p, descriptor_at(pc[4]), which, read_operand(c, p, pc[2]),
                   read_operand(c, p, pc[3]));
}

// d, trace, descriptor
CodePointer slow_build_trace(RunContext& c, Process& p, CodePointer pc) {
    show_roots(c, descriptor_at(pc[3]));
    write_operand(c, p, pc[1], trace_as_list(c, p, read_operand(c, p, pc[2])));
    return pc + 4;
}

}  // namespace vial

// vm/interp/interp_internal.h: what the rare paths of the interpreter share.
// Here: reading and writing operands of any kind, SlowPath, entering the collector's protocol.
// Not here: dispatch (dispatch.h); raising (raise.h).
// Threads: the scheduler that runs the process.
// Holds: in a slow path the state stands in the control block: sp, top, reductions_left. It returns
//        where to go on.
#pragma once

#include "vm/code/cell.h"
#include "vm/code/handlers.h"
#include "vm/code/module.h"
#include "vm/process/process.h"
#include "vm/process/roots.h"

namespace vial {

using SlowPath = CodePointer (*)(RunContext&, Process&, CodePointer);

#if defined(VIAL_STRESS)
constexpr bool kCollectAlways = true;
#else
constexpr bool kCollectAlways = false;
#endif

inline Term& register_at(Term* base, Word operand) {
    return *reinterpret_cast<Term*>(reinterpret_cast<char*>(base) + operand_offset(operand));
}
inline Term read_operand(const RunContext& c, const Process& p, Word operand) {
    if (is_x_operand(operand)) return register_at(c.x, operand);
    if (is_y_operand(operand)) return register_at(reinterpret_cast<Term*>(p.sp), operand);
    return Term::from_word(operand);
}
inline void write_operand(const RunContext& c, Process& p, Word operand, Term value) {
    Term* base = is_x_operand(operand) ? c.x : reinterpret_cast<Term*>(p.sp);
    register_at(base, operand) = value;
}

inline CodePointer code_at(Word w) { return reinterpret_cast<CodePointer>(w); }
inline FunctionCell* cell_at(Word w) { return reinterpret_cast<FunctionCell*>(w); }
inline const FrameDescriptor* descriptor_at(Word w) {
    return reinterpret_cast<const FrameDescriptor*>(w);
}

// The registers that `frame` names are the roots, besides its stack.
inline void show_roots(RunContext& c, const FrameDescriptor* frame) {
    c.frame = frame;
    c.live_x = RunContext::kLiveXFromFrame;
}
// X0..arity-1 are; `frame` may be null (sp at a return address).
inline void show_roots(RunContext& c, const FrameDescriptor* frame, std::uint32_t arity) {
    c.frame = frame;
    c.live_x = arity;
}

// Registers from here on are beyond the program's 1,024: arguments of natives called in expressions.
constexpr std::uint32_t kScratchRegister = 1024;

// Where a slow path goes to end the slice; RunContext::result is set.
CodePointer leave_slice(RunContext& c);

}  // namespace vial

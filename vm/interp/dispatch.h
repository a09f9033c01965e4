// vm/interp/dispatch.h: the two ways of threading; nothing else knows them.
// Here: what a body of ops_*.inl is written with: OP0..OP3, IN, OUT, NEXT, GO, SLOW.
// Not here: the bodies.
// Threads: compile-time only.
// Holds: both ways compile the same bodies. clang: a body is a function that takes the machine's state
//        in registers (preserve_none) and ends in a tail call of the next one; OPn is a template over
//        the kinds of n operands. g++: a body is a label in one function, goto *; operands tell their
//        kind themselves.
//
// State: pc, x (the register file), sp, top, reductions, p, c.
#pragma once

#include "vm/interp/interp_internal.h"

#define VIAL_INLINE inline __attribute__((always_inline))

namespace vial {

enum class Kind : std::uint8_t { X, Y, Constant, Any };

template <Kind K>
VIAL_INLINE Term read_kind(Term* x, Word* sp, const Word* at) {
    const Word offset = reinterpret_cast<const std::uint32_t*>(at)[1];  // high half: one load
    if constexpr (K == Kind::X) return *reinterpret_cast<Term*>(reinterpret_cast<char*>(x) + offset);
    if constexpr (K == Kind::Y) return *reinterpret_cast<Term*>(reinterpret_cast<char*>(sp) + offset);
    if constexpr (K == Kind::Constant) return Term::from_word(*at);
    if (is_x_operand(*at)) return *reinterpret_cast<Term*>(reinterpret_cast<char*>(x) + offset);
    if (is_y_operand(*at)) return *reinterpret_cast<Term*>(reinterpret_cast<char*>(sp) + offset);
    return Term::from_word(*at);
}
template <Kind K>
VIAL_INLINE void write_kind(Term* x, Word* sp, const Word* at, Term value) {
    const Word offset = reinterpret_cast<const std::uint32_t*>(at)[1];
    char* base = reinterpret_cast<char*>(sp);
    if constexpr (K == Kind::X) base = reinterpret_cast<char*>(x);
    if constexpr (K == Kind::Any) base = is_x_operand(*at) ? reinterpret_cast<char*>(x) : base;
    *reinterpret_cast<Term*>(base + offset) = value;
}

}  // namespace vial

// Operand `i` (1 is the first word after the handler), of kind K0..K2 or ANY.
#define IN(kind, i) read_kind<kind>(x, sp, pc + (i))
#define OUT(kind, i, value) write_kind<kind>(x, sp, pc + (i), value)
#define ANY Kind::Any
// NEXT(words), of the way of threading: the next instruction is `words` further on.
#define GO(target)            \
    do {                      \
        pc = code_at(target); \
        DISPATCH();           \
    } while (0)
#define STORE_STATE()                \
    do {                             \
        p->sp = sp;                  \
        p->top = top;                \
        p->reductions_left = reds;   \
    } while (0)
#define LOAD_STATE()                 \
    do {                             \
        sp = p->sp;                  \
        top = p->top;                \
        reds = p->reductions_left;   \
    } while (0)

#if defined(__clang__)
#include "vm/interp/dispatch_tail_internal.h"
#else
#include "vm/interp/dispatch_goto_internal.h"
#endif

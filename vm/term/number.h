// vm/term/number.h: arithmetic on terms of any numeric kind.
// Here: plan_arithmetic (is it allowed, how many words at most) and arithmetic (do it).
// Not here: limbs (bignum.h); the interpreter's fast cases for smalls and floats.
// Threads: pure functions; writers as their heap.
// Holds: the caller plans, reserves, reads its operands again, computes: nothing collects in between.
//        Sizes are bounded before GMP sees them, so it never has to allocate absurd scratch.
#pragma once

#include <cstdint>
#include <optional>

#include "vm/heap/writer.h"
#include "vm/term/term.h"

namespace vial {

enum class ArithmeticOp : std::uint8_t {
    Add, Subtract, Multiply, Divide, IntDivide, Remainder, BitAnd, BitOr, BitXor, ShiftLeft,
    ShiftRight, Negate, BitNot, Absolute,
};
enum class ArithmeticStatus : std::uint8_t { Ok, BadArgument, SystemLimit };  // badarith, system_limit

struct ArithmeticPlan {
    ArithmeticStatus status;
    Word words;       // to reserve
    Word reductions;  // to charge besides
};
// Unary operations ignore b.
ArithmeticPlan plan_arithmetic(ArithmeticOp op, Term a, Term b = Term());
// kNoTerm: badarith (a float result out of range).
Term arithmetic(HeapWriter& out, ArithmeticOp op, Term a, Term b = Term());

// The float nearest to a number; nullopt when it is beyond the largest float (or not a number).
std::optional<double> number_to_double(Term t);
// Truncated; words: integer_words_of(value). kNoTerm never (value is finite).
Word integer_words_of(double value);
Term integer_from_double(HeapWriter& out, double value);

}  // namespace vial

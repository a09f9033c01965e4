// vm/term/number.cpp: arithmetic by kind of operand.
// Here: planning and doing each operation on integers and floats.
// Not here: limbs (bignum.cpp).
// Threads: pure.
// Holds: a mixed operation turns its integer into the nearest float, as OTP does.
#include "vm/term/number.h"

#include <cmath>

#include "vm/term/bignum.h"

namespace vial {

namespace {

bool is_unary(ArithmeticOp op) {
    return op == ArithmeticOp::Negate || op == ArithmeticOp::BitNot || op == ArithmeticOp::Absolute;
}
bool takes_floats(ArithmeticOp op) {
    switch (op) {
        case ArithmeticOp::Add:
        case ArithmeticOp::Subtract:
        case ArithmeticOp::Multiply:
        case ArithmeticOp::Divide:
        case ArithmeticOp::Negate:
        case ArithmeticOp::Absolute: return true;
        default: return false;
    }
}

constexpr ArithmeticPlan kBadArgument{ArithmeticStatus::BadArgument, 0, 0};
constexpr ArithmeticPlan kSystemLimit{ArithmeticStatus::SystemLimit, 0, 0};

ArithmeticPlan bounded(Word words, Word reductions) {
    if (words > bignum_words(kMaxLimbs) + 4) return kSystemLimit;
    return {ArithmeticStatus::Ok, words, reductions};
}

// A shift by `by` bits to the left; negative to the right.
ArithmeticPlan plan_shift(const IntegerView& a, Term by_term, bool left) {
    if (a.zero()) return {ArithmeticStatus::Ok, 0, 0};
    const bool negative = IntegerView(by_term).negative();
    const bool to_left = left != negative;
    if (!to_left) return {ArithmeticStatus::Ok, add_words(a, a), a.count() / 64};
    if (!by_term.is_small()) return kSystemLimit;
    const Word by = static_cast<Word>(std::abs(by_term.small_value()));
    if (by / 64 + a.count() > kMaxLimbs) return kSystemLimit;
    return bounded(shift_left_words(a, by), a.count() / 64);
}

ArithmeticPlan plan_integers(ArithmeticOp op, Term left, Term right) {
    const IntegerView a(left);
    const IntegerView b(right);
    const Word size = a.count() + b.count();
    switch (op) {
        case ArithmeticOp::Multiply:
            if (size > kMaxLimbs + 1) return kSystemLimit;
            return bounded(multiply_words(a, b), size > 64 ? a.count() * b.count() / 4096 : 0);
        case ArithmeticOp::IntDivide:
        case ArithmeticOp::Remainder:
            if (b.zero()) return kBadArgument;
            return {ArithmeticStatus::Ok, divide_words(a, b),
                    size > 64 ? a.count() * b.count() / 4096 : 0};
        case ArithmeticOp::ShiftLeft: return plan_shift(a, right, true);
        case ArithmeticOp::ShiftRight: return plan_shift(a, right, false);
        default: return bounded(add_words(a, b), size / 64);
    }
}

Term float_result(HeapWriter& out, double value) {
    if (!std::isfinite(value)) return kNoTerm;
    return out.floating(value);
}

Term float_arithmetic(HeapWriter& out, ArithmeticOp op, double a, double b) {
    switch (op) {
        case ArithmeticOp::Add: return float_result(out, a + b);
        case ArithmeticOp::Subtract: return float_result(out, a - b);
        case ArithmeticOp::Multiply: return float_result(out, a * b);
        case ArithmeticOp::Divide: return b == 0 ? kNoTerm : float_result(out, a / b);
        case ArithmeticOp::Negate: return float_result(out, -a);
        case ArithmeticOp::Absolute: return float_result(out, std::fabs(a));
        default: return kNoTerm;
    }
}

Term shift(HeapWriter& out, const IntegerView& a, Term by_term, bool left) {
    if (a.zero()) return Term::small(0);
    const IntegerView by(by_term);
    // The plan refused what is too far to the left; to the right all bits go.
    const Word bits = by.count() > 1 ? ~Word{0} : by.zero() ? 0 : by.limbs()[0];
    return left != by.negative() ? integer_shift_left(out, a, bits)
                                 : integer_shift_right(out, a, bits);
}

Term integer_arithmetic(HeapWriter& out, ArithmeticOp op, const IntegerView& a,
                        const IntegerView& b, Term right) {
    switch (op) {
        case ArithmeticOp::Add: return integer_add(out, a, b);
        case ArithmeticOp::Subtract: return integer_subtract(out, a, b);
        case ArithmeticOp::Multiply: return integer_multiply(out, a, b);
        case ArithmeticOp::IntDivide: return integer_divide(out, a, b);
        case ArithmeticOp::Remainder: return integer_remainder(out, a, b);
        case ArithmeticOp::BitAnd: return integer_bits(out, BitOp::And, a, b);
        case ArithmeticOp::BitOr: return integer_bits(out, BitOp::Or, a, b);
        case ArithmeticOp::BitXor: return integer_bits(out, BitOp::Xor, a, b);
        case ArithmeticOp::ShiftLeft: return shift(out, a, right, true);
        case ArithmeticOp::ShiftRight: return shift(out, a, right, false);
        case ArithmeticOp::Negate: return integer_negate(out, a);
        case ArithmeticOp::BitNot: return integer_subtract(out, IntegerView(std::int64_t{-1}), a);
        case ArithmeticOp::Absolute: return integer_from_limbs(out, false, a.limbs());
        case ArithmeticOp::Divide: break;
    }
    return kNoTerm;
}

}  // namespace

ArithmeticPlan plan_arithmetic(ArithmeticOp op, Term a, Term b) {
    if (is_unary(op)) b = Term::small(0);
    if (!is_number(a) || !is_number(b)) return kBadArgument;
    if (op == ArithmeticOp::Divide) return {ArithmeticStatus::Ok, kBoxedFloatWords, 0};
    if (!is_integer(a) || !is_integer(b)) {
        if (!takes_floats(op)) return kBadArgument;
        return {ArithmeticStatus::Ok, kBoxedFloatWords, 0};
    }
    return plan_integers(op, a, b);
}

Term arithmetic(HeapWriter& out, ArithmeticOp op, Term a, Term b) {
    if (is_unary(op)) b = Term::small(0);
    if (op != ArithmeticOp::Divide && is_integer(a) && is_integer(b)) {
        return integer_arithmetic(out, op, IntegerView(a), IntegerView(b), b);
    }
    const auto x = number_to_double(a);
    const auto y = number_to_double(b);
    if (!x || !y) return kNoTerm;
    return float_arithmetic(out, op, *x, *y);
}

std::optional<double> number_to_double(Term t) {
    if (is_float(t)) return float_value(t);
    if (t.is_small()) return static_cast<double>(t.small_value());
    if (is_bignum(t)) return integer_to_double(IntegerView(t));
    return std::nullopt;
}

Word integer_words_of(double value) {
    int exponent;
    std::frexp(value, &exponent);
    return exponent <= 61 ? 0 : bignum_words(static_cast<Word>(exponent) / 64 + 2);
}

Term integer_from_double(HeapWriter& out, double value) {
    value = std::trunc(value);
    int exponent;
    const double fraction = std::frexp(std::fabs(value), &exponent);
    if (exponent <= 61) return Term::small(static_cast<std::int64_t>(value));
    const auto mantissa = static_cast<Word>(std::ldexp(fraction, 53));
    Word* at = out.position();
    const Term magnitude = integer_shift_left(out, IntegerView(static_cast<std::int64_t>(mantissa)),
                                              static_cast<Word>(exponent - 53));
    if (value >= 0) return magnitude;
    // Turn the sign in place: the limbs stay where they are.
    const IntegerView v(magnitude);
    if (magnitude.is_small()) return Term::small(-magnitude.small_value());
    out.give_back(at);
    return integer_from_limbs(out, true, v.limbs());
}

}  // namespace vial

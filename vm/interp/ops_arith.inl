// vm/interp/ops_arith.inl: arithmetic.
// Here: small integers and immediate floats; see dispatch.h for what bodies are written with.
// Not here: big integers, boxed floats, errors (slow_arith.cpp).
// Threads: the scheduler that runs the process.
// Holds: a small integer's tag is 00, so sums of words are sums of values, and a 64-bit overflow is
//        an overflow of the 62 bits.

#define FLOATS(op)                                                                  \
    if (a.is_rotated_float() && b.is_rotated_float()) {                             \
        const double value = a.immediate_float_value() op b.immediate_float_value(); \
        if (VIAL_LIKELY(Term::fits_immediate(value))) {                             \
            OUT(K0, 2, Term::immediate_float(value));                               \
            NEXT(6);                                                                \
        }                                                                           \
    }

OP3(Add) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    std::int64_t sum;
    if (VIAL_LIKELY(Term::both_small(a, b) &&
                    !__builtin_add_overflow(static_cast<std::int64_t>(a.word()),
                                            static_cast<std::int64_t>(b.word()), &sum))) {
        OUT(K0, 2, Term::from_word(static_cast<Word>(sum)));
        NEXT(6);
    }
    FLOATS(+)
    SLOW((slow_arithmetic2<ArithmeticOp::Add>));
}

OP3(Subtract) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    std::int64_t difference;
    if (VIAL_LIKELY(Term::both_small(a, b) &&
                    !__builtin_sub_overflow(static_cast<std::int64_t>(a.word()),
                                            static_cast<std::int64_t>(b.word()), &difference))) {
        OUT(K0, 2, Term::from_word(static_cast<Word>(difference)));
        NEXT(6);
    }
    FLOATS(-)
    SLOW((slow_arithmetic2<ArithmeticOp::Subtract>));
}

OP3(Multiply) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    std::int64_t product;
    if (VIAL_LIKELY(Term::both_small(a, b) &&
                    !__builtin_mul_overflow(a.small_value(), static_cast<std::int64_t>(b.word()),
                                            &product))) {
        OUT(K0, 2, Term::from_word(static_cast<Word>(product)));
        NEXT(6);
    }
    FLOATS(*)
    SLOW((slow_arithmetic2<ArithmeticOp::Multiply>));
}

OP3(Divide) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    FLOATS(/)
    SLOW((slow_arithmetic2<ArithmeticOp::Divide>));
}
#undef FLOATS

OP3(IntDivide) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    // kSmallMin / -1 does not fit; it goes the slow way with division by zero.
    if (VIAL_LIKELY(Term::both_small(a, b) && b.small_value() > 0)) {
        OUT(K0, 2, Term::small(a.small_value() / b.small_value()));
        NEXT(6);
    }
    SLOW((slow_arithmetic2<ArithmeticOp::IntDivide>));
}

OP3(Remainder) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    if (VIAL_LIKELY(Term::both_small(a, b) && b.small_value() > 0)) {
        OUT(K0, 2, Term::small(a.small_value() % b.small_value()));
        NEXT(6);
    }
    SLOW((slow_arithmetic2<ArithmeticOp::Remainder>));
}

OP0(Negate) { SLOW((slow_arithmetic1<ArithmeticOp::Negate>)); }

OP3(BitAnd) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    if (VIAL_LIKELY(Term::both_small(a, b))) {
        OUT(K0, 2, Term::from_word(a.word() & b.word()));
        NEXT(6);
    }
    SLOW((slow_arithmetic2<ArithmeticOp::BitAnd>));
}

OP3(BitOr) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    if (VIAL_LIKELY(Term::both_small(a, b))) {
        OUT(K0, 2, Term::from_word(a.word() | b.word()));
        NEXT(6);
    }
    SLOW((slow_arithmetic2<ArithmeticOp::BitOr>));
}

OP3(BitXor) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    if (VIAL_LIKELY(Term::both_small(a, b))) {
        OUT(K0, 2, Term::from_word(a.word() ^ b.word()));
        NEXT(6);
    }
    SLOW((slow_arithmetic2<ArithmeticOp::BitXor>));
}

OP0(BitNot) { SLOW((slow_arithmetic1<ArithmeticOp::BitNot>)); }

OP3(ShiftLeft) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    if (VIAL_LIKELY(Term::both_small(a, b) && b.word() <= Term::small(60).word())) {
        const std::int64_t value = a.small_value();
        const auto by = static_cast<unsigned>(b.small_value());
        if (value >= kSmallMin >> by && value <= kSmallMax >> by) {
            OUT(K0, 2, Term::from_word(a.word() << by));
            NEXT(6);
        }
    }
    SLOW((slow_arithmetic2<ArithmeticOp::ShiftLeft>));
}

OP3(ShiftRight) {
    const Term a = IN(K1, 3), b = IN(K2, 4);
    if (VIAL_LIKELY(Term::both_small(a, b) && b.word() <= Term::small(61).word())) {
        OUT(K0, 2, Term::small(a.small_value() >> b.small_value()));
        NEXT(6);
    }
    SLOW((slow_arithmetic2<ArithmeticOp::ShiftRight>));
}

OP0(Native0) { SLOW((slow_native<0>)); }
OP0(Native1) { SLOW((slow_native<1>)); }
OP0(Native2) { SLOW((slow_native<2>)); }
OP0(Native3) { SLOW((slow_native<3>)); }
OP0(Not) { SLOW(slow_not); }

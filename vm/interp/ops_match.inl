// vm/interp/ops_match.inl: type tests, comparisons, selects.
// Here: bodies; see dispatch.h for what they are written with.
// Not here: comparing what does not fit a word (slow_compare.cpp).
// Threads: the scheduler that runs the process.
// Holds: fall through when the test holds, else go to the label.

#define TEST1(Name, condition)         \
    OP1(Name) {                        \
        const Term t = IN(K0, 2);      \
        if (condition) NEXT(3);        \
        GO(pc[1]);                     \
    }

TEST1(IsInteger, t.is_small() || is_bignum(t))
TEST1(IsFloat, is_float(t))
TEST1(IsNumber, t.is_small() || is_number(t))
TEST1(IsAtom, t.is_atom())
TEST1(IsBoolean, t == atoms::true_ || t == atoms::false_)
TEST1(IsBitstring, is_bitstring(t))
TEST1(IsList, t.is_list())
TEST1(IsCons, t.is_cons())
TEST1(IsNil, t.is_nil())
TEST1(IsTuple, is_tuple(t))
TEST1(IsMap, is_map(t))
TEST1(IsFun, is_fun(t))
TEST1(IsPid, is_pid(t))
TEST1(IsPort, is_port(t))
TEST1(IsReference, is_reference(t))
#undef TEST1

OP0(IsBinary) { SLOW(slow_is_binary); }

OP1(IsTupleOf) {
    if (is_tuple_of(IN(K0, 2), pc[3])) NEXT(4);
    GO(pc[1]);
}

OP1(IsTagged) {
    const Term t = IN(K0, 2);
    if (is_tuple_of(t, pc[3]) && t.boxed_words()[1] == pc[4]) NEXT(5);
    GO(pc[1]);
}

OP0(IsFunOf) { SLOW(slow_is_fun_of); }

OP2(IsEqExact) {
    const Term a = IN(K0, 2), b = IN(K1, 3);
    if (a == b) NEXT(4);
    if (a.is_pointer() && b.is_pointer()) SLOW((slow_compare_test<Comparison::EqExact>));
    if (VIAL_UNLIKELY(a.is_float_zero() && b.is_float_zero())) NEXT(4);
    GO(pc[1]);
}

OP2(IsNeExact) {
    const Term a = IN(K0, 2), b = IN(K1, 3);
    if (a == b) GO(pc[1]);
    if (a.is_pointer() && b.is_pointer()) SLOW((slow_compare_test<Comparison::NeExact>));
    if (VIAL_UNLIKELY(a.is_float_zero() && b.is_float_zero())) GO(pc[1]);
    NEXT(4);
}

OP2(IsEq) {
    const Term a = IN(K0, 2), b = IN(K1, 3);
    if (a == b) NEXT(4);
    if (VIAL_LIKELY(Term::both_small(a, b) || a.is_atom() || b.is_atom())) GO(pc[1]);
    SLOW((slow_compare_test<Comparison::Eq>));
}

OP2(IsNe) {
    const Term a = IN(K0, 2), b = IN(K1, 3);
    if (a == b) GO(pc[1]);
    if (VIAL_LIKELY(Term::both_small(a, b) || a.is_atom() || b.is_atom())) NEXT(4);
    SLOW((slow_compare_test<Comparison::Ne>));
}

OP2(IsLt) {
    const Term a = IN(K0, 2), b = IN(K1, 3);
    if (VIAL_UNLIKELY(!Term::both_small(a, b))) {
        if (!a.is_rotated_float() || !b.is_rotated_float()) SLOW((slow_compare_test<Comparison::Lt>));
        if (a.immediate_float_value() < b.immediate_float_value()) NEXT(4);
        GO(pc[1]);
    }
    if (static_cast<std::int64_t>(a.word()) < static_cast<std::int64_t>(b.word())) NEXT(4);
    GO(pc[1]);
}

OP2(IsGe) {
    const Term a = IN(K0, 2), b = IN(K1, 3);
    if (VIAL_UNLIKELY(!Term::both_small(a, b))) {
        if (!a.is_rotated_float() || !b.is_rotated_float()) SLOW((slow_compare_test<Comparison::Ge>));
        if (a.immediate_float_value() >= b.immediate_float_value()) NEXT(4);
        GO(pc[1]);
    }
    if (static_cast<std::int64_t>(a.word()) >= static_cast<std::int64_t>(b.word())) NEXT(4);
    GO(pc[1]);
}

// d, how, a, b
OP0(Compare) { SLOW(slow_compare); }

OP1(SelectValue) {
    const Word value = IN(K0, 1).word();
    const Word count = pc[3];
    const Word* choice = pc + 4;
    for (Word i = 0; i < count; i += 2) {
        if (choice[i] == value) GO(choice[i + 1]);
    }
    GO(pc[2]);
}

OP1(SelectArity) {
    const Word arity = tuple_arity(IN(K0, 1));
    const Word count = pc[3];
    const Word* choice = pc + 4;
    for (Word i = 0; i < count; i += 2) {
        if (choice[i] == arity) GO(choice[i + 1]);
    }
    GO(pc[2]);
}

// src, otherwise, first, count, labels
LOADED(SelectJump) {
    const Term value = IN(ANY, 1);
    const Word index = static_cast<Word>(value.small_value()) - pc[3];
    if (value.is_small() && index < pc[4]) GO(pc[5 + index]);
    GO(pc[2]);
}

// src, otherwise, count, words ascending, labels
LOADED(SelectSearch) {
    const auto value = static_cast<std::int64_t>(IN(ANY, 1).word());
    const Word count = pc[3];
    const Word* words = pc + 4;
    Word low = 0, high = count;
    while (low < high) {
        const Word middle = (low + high) / 2;
        if (static_cast<std::int64_t>(words[middle]) < value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low < count && static_cast<std::int64_t>(words[low]) == value) GO(words[count + low]);
    GO(pc[2]);
}

// tests/unit/vm/term/bignum_test.cpp: integers beyond a word.
// Here: edges of the small range, laws over random operands, text in all bases, bits.
// Not here: mixed arithmetic with floats (number_test.cpp).
// Threads: one.
// Holds: -
#include "vm/term/bignum.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/unit/support/test_heap.h"
#include "vm/term/binary.h"
#include "vm/term/compare.h"
#include "vm/term/number.h"

using namespace vial;
using vial::test::TestHeap;

namespace {

struct Calculator {
    TestHeap h{1 << 20};
    std::mt19937_64 rng{42};

    Term number(std::string_view digits, int base = 10) {
        const bool negative = digits[0] == '-';
        if (negative) digits.remove_prefix(1);
        HeapWriter out = h.p().reserve(parse_integer_words(digits.size(), base));
        return parse_integer(out, digits, base, negative);
    }
    Term apply(ArithmeticOp op, Term a, Term b = Term()) {
        const ArithmeticPlan plan = plan_arithmetic(op, a, b);
        REQUIRE(plan.status == ArithmeticStatus::Ok);
        REQUIRE(static_cast<Word>(h.p().sp - h.p().top) > plan.words + 8);
        HeapWriter out(h.p().top, h.p().top + plan.words);
        return arithmetic(out, op, a, b);
    }
    std::string text(Term t, int base = 10) { return TestHeap::integer(t, base); }
    Term random(int max_limbs) {
        std::vector<Word> limbs(rng() % static_cast<unsigned>(max_limbs) + 1);
        for (Word& l : limbs) l = rng() % 4 == 0 ? 0 : rng() % 4 == 0 ? ~Word{0} : rng();
        HeapWriter out = h.p().reserve(limbs.size() + 2);
        return integer_from_limbs(out, rng() % 2, limbs);
    }
};
using Op = ArithmeticOp;

}  // namespace

TEST_CASE("values at the edge of the small range have one form") {
    Calculator c;
    const Term max = Term::small(kSmallMax);
    const Term min = Term::small(kSmallMin);
    const Term one = Term::small(1);
    const Term above = c.apply(Op::Add, max, one);
    CHECK(is_bignum(above));
    CHECK(c.text(above) == "2305843009213693952");
    CHECK(c.apply(Op::Subtract, above, one) == max);
    const Term below = c.apply(Op::Subtract, min, one);
    CHECK(is_bignum(below));
    CHECK(c.text(below) == "-2305843009213693953");
    CHECK(c.apply(Op::Add, below, one) == min);
    CHECK(c.apply(Op::Negate, min) != min);
    CHECK(c.apply(Op::Negate, c.apply(Op::Negate, min)) == min);
    CHECK(c.apply(Op::IntDivide, min, Term::small(-1)) != min);
    CHECK(equal_exact(c.apply(Op::Multiply, min, Term::small(-1)), c.apply(Op::Negate, min)));
}

TEST_CASE("laws of arithmetic hold for random operands") {
    Calculator c;
    for (int i = 0; i < 3000; ++i) {
        Word* mark = c.h.p().top;
        const Term a = c.random(6);
        const Term b = c.random(4);
        const Term sum = c.apply(Op::Add, a, b);
        CHECK(equal_exact(c.apply(Op::Subtract, sum, b), a));
        CHECK(equal_exact(c.apply(Op::Add, b, a), sum));
        const Term product = c.apply(Op::Multiply, a, b);
        if (b != Term::small(0)) {
            CHECK(equal_exact(c.apply(Op::IntDivide, product, b), a));
            CHECK(c.apply(Op::Remainder, product, b) == Term::small(0));
            const Term q = c.apply(Op::IntDivide, a, b);
            const Term r = c.apply(Op::Remainder, a, b);
            CHECK(equal_exact(c.apply(Op::Add, c.apply(Op::Multiply, q, b), r), a));
            const bool signs =
                r == Term::small(0) || IntegerView(r).negative() == IntegerView(a).negative();
            CHECK(signs);
        }
        // a + b = (a xor b) + 2 (a and b);  a or b = (a xor b) + (a and b)
        const Term x = c.apply(Op::BitXor, a, b);
        const Term n = c.apply(Op::BitAnd, a, b);
        CHECK(equal_exact(c.apply(Op::Add, x, c.apply(Op::ShiftLeft, n, Term::small(1))), sum));
        CHECK(equal_exact(c.apply(Op::Add, x, n), c.apply(Op::BitOr, a, b)));
        CHECK(equal_exact(c.apply(Op::BitNot, c.apply(Op::BitNot, a)), a));
        const Term shift = Term::small(static_cast<std::int64_t>(c.rng() % 200));
        const Term moved = c.apply(Op::ShiftLeft, a, shift);
        CHECK(equal_exact(c.apply(Op::ShiftRight, moved, shift), a));
        CHECK((compare_terms(a, b, c.h.atoms) < 0) ==
              IntegerView(c.apply(Op::Subtract, a, b)).negative());
        c.h.p().top = mark;
    }
}

TEST_CASE("shifts to the right round down") {
    Calculator c;
    CHECK(c.apply(Op::ShiftRight, Term::small(-1), Term::small(1000)) == Term::small(-1));
    CHECK(c.apply(Op::ShiftRight, Term::small(-5), Term::small(1)) == Term::small(-3));
    const Term big = c.number("-18446744073709551617");
    CHECK(c.text(c.apply(Op::ShiftRight, big, Term::small(64))) == "-2");
    CHECK(c.text(c.apply(Op::ShiftLeft, Term::small(3), Term::small(-1))) == "1");
    CHECK(c.apply(Op::ShiftRight, big, c.number("100000000000000000000000")) == Term::small(-1));
}

TEST_CASE("absurd sizes are a system limit, not an abort") {
    Calculator c;
    CHECK(plan_arithmetic(Op::ShiftLeft, Term::small(1), Term::small(1000000000)).status ==
          ArithmeticStatus::SystemLimit);
    CHECK(plan_arithmetic(Op::ShiftLeft, Term::small(1), c.number("99999999999999999999999"))
              .status == ArithmeticStatus::SystemLimit);
    CHECK(plan_arithmetic(Op::ShiftLeft, Term::small(0), c.number("99999999999999999999999"))
              .status == ArithmeticStatus::Ok);
    CHECK(plan_arithmetic(Op::ShiftLeft, Term::small(1), Term::small((1 << 25) - 1 - 64)).status ==
          ArithmeticStatus::Ok);
    CHECK(plan_arithmetic(Op::IntDivide, Term::small(1), Term::small(0)).status ==
          ArithmeticStatus::BadArgument);
}

TEST_CASE("text in every base reads back") {
    Calculator c;
    for (int base = 2; base <= 36; ++base) {
        for (int i = 0; i < 40; ++i) {
            Word* mark = c.h.p().top;
            const Term a = c.random(8);
            const std::string s = c.text(a, base);
            CHECK(equal_exact(c.number(s, base), a));
            c.h.p().top = mark;
        }
    }
    CHECK(c.text(Term::small(0)) == "0");
    CHECK(c.text(c.number("-123456789012345678901234567890")) == "-123456789012345678901234567890");
    CHECK(c.number("00000000000000000000000000000000000000000000000000000000001") ==
          Term::small(1));
    CHECK(c.number("12a", 10) == kNoTerm);
    CHECK(c.text(c.number("zz", 36), 36) == "ZZ");
}

TEST_CASE("integers and floats compare by exact value") {
    Calculator c;
    const Term two53 = Term::small(std::int64_t{1} << 53);
    const Term two53_1 = Term::small((std::int64_t{1} << 53) + 1);
    const Term f53 = Term::immediate_float(9007199254740992.0);
    CHECK(compare_numbers(two53, f53) == 0);
    CHECK(compare_numbers(two53_1, f53) > 0);
    CHECK(compare_numbers(f53, two53_1) < 0);
    const Term huge = c.number("1" + std::string(300, '0'));
    HeapWriter out = c.h.p().reserve(200);
    const Term float_huge = out.floating(1e300);
    CHECK(compare_numbers(huge, float_huge) != 0);
    // 1.0e300 as an integer
    const Term exact = integer_from_double(out, 1e300);
    CHECK(compare_numbers(exact, float_huge) == 0);
    CHECK(compare_numbers(c.apply(Op::Add, exact, Term::small(1)), float_huge) > 0);
    CHECK(compare_numbers(c.apply(Op::Subtract, exact, Term::small(1)), float_huge) < 0);
    CHECK(compare_numbers(c.apply(Op::Negate, exact), Term::immediate_float(-1.5)) < 0);
}

TEST_CASE("conversion to float rounds to nearest even and overflows") {
    Calculator c;
    CHECK(*number_to_double(c.number("9007199254740993")) == 9007199254740992.0);
    CHECK(*number_to_double(c.number("9007199254740995")) == 9007199254740996.0);
    CHECK(*number_to_double(c.number("36893488147419103233")) == 36893488147419103232.0);
    const Term max =
        c.apply(Op::Subtract, c.apply(Op::ShiftLeft, Term::small(1), Term::small(1024)),
                c.apply(Op::ShiftLeft, Term::small(1), Term::small(971)));
    CHECK(*number_to_double(max) == 1.7976931348623157e308);
    CHECK(!number_to_double(c.apply(Op::ShiftLeft, Term::small(1), Term::small(1024))));
    const Term half_up =
        c.apply(Op::Subtract, c.apply(Op::ShiftLeft, Term::small(1), Term::small(1024)),
                c.apply(Op::ShiftLeft, Term::small(1), Term::small(970)));
    CHECK(!number_to_double(half_up));
}

TEST_CASE("integers in bits: every width, sign and byte order") {
    Calculator c;
    for (Word bits = 1; bits <= 200; ++bits) {
        for (bool little : {false, true}) {
            for (Word offset : {0, 3, 7}) {
                Word* mark = c.h.p().top;
                const Term a = c.random(4);
                std::uint8_t bytes[64] = {};
                integer_to_bits(a, bytes, offset, bits, little);
                HeapWriter out = c.h.p().reserve(400);
                const Term back = integer_from_bits(out, bytes, offset, bits, false, little);
                const Term mask = c.apply(Op::Subtract,
                                          c.apply(Op::ShiftLeft, Term::small(1),
                                                  Term::small(static_cast<std::int64_t>(bits))),
                                          Term::small(1));
                const Term low = c.apply(Op::BitAnd, a, mask);
                CHECK(equal_exact(back, low));
                const Term with_sign = integer_from_bits(out, bytes, offset, bits, true, little);
                CHECK(equal_exact(c.apply(Op::BitAnd, with_sign, mask), low));
                CHECK(
                    IntegerView(with_sign).negative() ==
                    (c.apply(Op::ShiftRight, low,
                             Term::small(static_cast<std::int64_t>(bits - 1))) == Term::small(1)));
                c.h.p().top = mark;
            }
        }
    }
}

// vm/term/bignum.cpp: sums, products, quotients, bits and shifts of large integers.
// Here: arithmetic on sign and limbs by GMP's mpn.
// Not here: text and bytes (bignum_text.cpp); floats (number.cpp).
// Threads: pure.
// Holds: results are written straight to the heap and shortened there; nothing is allocated but the
//        scratch GMP takes for operands whose size the caller has bounded.
#include "vm/term/bignum.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "vm/term/limbs.h"

namespace vial {

namespace {

Word normalised(const Word* words, Word count) {
    while (count > 0 && words[count - 1] == 0) --count;
    return count;
}

// Ends a result whose limbs stand behind the word `at`: a small if it fits, else header and limbs.
Term finish(HeapWriter& out, Word* at, Word count, bool negative) {
    count = normalised(at + 1, count);
    if (count == 0) {
        out.give_back(at);
        return Term::small(0);
    }
    if (count == 1) {
        const Word limb = at[1];
        constexpr auto kMax = static_cast<Word>(kSmallMax);
        if (limb <= kMax || (negative && limb == kMax + 1)) {
            out.give_back(at);
            const auto value = static_cast<std::int64_t>(negative ? ~limb + 1 : limb);
            return Term::small(value);
        }
    }
    at[0] = make_header(negative ? BoxedKind::BignumNegative : BoxedKind::BignumPositive, count);
    out.give_back(at + 1 + count);
    return Term::boxed(at);
}

int compare_magnitudes(std::span<const Word> a, std::span<const Word> b) {
    if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
    return a.empty() ? 0
                     : mpn_cmp(limbs(a.data()), limbs(b.data()), static_cast<mp_size_t>(a.size()));
}

Term add_magnitudes(HeapWriter& out, std::span<const Word> a, std::span<const Word> b,
                    bool negative) {
    if (a.size() < b.size()) std::swap(a, b);
    Word* at = out.take(bignum_words(a.size() + 1));
    if (b.empty()) {
        std::copy(a.begin(), a.end(), at + 1);
        at[1 + a.size()] = 0;
    } else {
        at[1 + a.size()] = mpn_add(limbs(at + 1), limbs(a.data()), static_cast<mp_size_t>(a.size()),
                                   limbs(b.data()), static_cast<mp_size_t>(b.size()));
    }
    return finish(out, at, a.size() + 1, negative);
}

// |a| - |b| with a's sign, or turned round where |b| is the larger.
Term subtract_magnitudes(HeapWriter& out, std::span<const Word> a, std::span<const Word> b,
                         bool negative) {
    const int order = compare_magnitudes(a, b);
    if (order == 0) return Term::small(0);
    if (order < 0) {
        std::swap(a, b);
        negative = !negative;
    }
    Word* at = out.take(bignum_words(a.size()));
    if (b.empty()) {
        std::copy(a.begin(), a.end(), at + 1);
    } else {
        mpn_sub(limbs(at + 1), limbs(a.data()), static_cast<mp_size_t>(a.size()), limbs(b.data()),
                static_cast<mp_size_t>(b.size()));
    }
    return finish(out, at, a.size(), negative);
}

Term add_signed(HeapWriter& out, const IntegerView& a, const IntegerView& b, bool b_negative) {
    if (a.negative() == b_negative) return add_magnitudes(out, a.limbs(), b.limbs(), a.negative());
    return subtract_magnitudes(out, a.limbs(), b.limbs(), a.negative());
}

// Limb i of the two's complement form; `borrow` goes from limb to limb, starting at 1.
Word complement_limb(const IntegerView& v, Word i, Word& borrow) {
    const Word limb = i < v.count() ? v.limbs()[i] : 0;
    if (!v.negative()) return limb;
    const Word result = ~limb + borrow;
    borrow = borrow && result == 0;
    return result;
}

}  // namespace

// --- views
// -----------------------------------------------------------------------------------------

IntegerView::IntegerView(std::int64_t value)
    : limbs_(&own_),
      count_(value != 0),
      own_(value < 0 ? ~static_cast<Word>(value) + 1 : static_cast<Word>(value)),
      negative_(value < 0) {}

IntegerView::IntegerView(Term t) : IntegerView(t.is_small() ? t.small_value() : 0) {
    if (t.is_small()) return;
    limbs_ = t.boxed_words() + 1;
    count_ = header_size(t.header());
    negative_ = bignum_negative(t);
}

IntegerView::IntegerView(const IntegerView& o)
    : limbs_(o.limbs_ == &o.own_ ? &own_ : o.limbs_),
      count_(o.count_),
      own_(o.own_),
      negative_(o.negative_) {}

Word IntegerView::bit_length() const {
    if (count_ == 0) return 0;
    return count_ * 64 - static_cast<Word>(std::countl_zero(limbs_[count_ - 1]));
}

int compare_integers(const IntegerView& a, const IntegerView& b) {
    if (a.negative() != b.negative()) return a.negative() ? -1 : 1;
    const int order = compare_magnitudes(a.limbs(), b.limbs());
    return a.negative() ? -order : order;
}

int compare_integer_double(const IntegerView& a, double d) {
    if (a.zero()) return d > 0 ? -1 : d < 0;
    const bool d_negative = d < 0;
    if (d == 0 || a.negative() != d_negative) return a.negative() ? -1 : 1;
    const int sign = a.negative() ? -1 : 1;
    int exponent;
    const double fraction = std::frexp(std::fabs(d), &exponent);  // |d| = fraction * 2^exponent
    if (exponent <= 0) return sign;                               // |d| < 1 <= |a|
    const Word bits = a.bit_length();
    if (bits != static_cast<Word>(exponent))
        return bits < static_cast<Word>(exponent) ? -sign : sign;
    // Same length: compare the 53 bits of d with the top of a, then look for anything below.
    auto mantissa = static_cast<Word>(std::ldexp(fraction, 64));  // top bit set, exact
    const auto all = a.limbs();
    Word top = all.back() << (64 - ((bits - 1) % 64 + 1));
    const Word shift = (bits - 1) % 64 + 1;
    if (shift < 64 && all.size() > 1) top |= all[all.size() - 2] >> shift;
    if (top != mantissa) return top < mantissa ? -sign : sign;
    // d has no bits below these 64; has a?
    if (bits <= 64) return 0;
    const Word below = bits - 64;
    for (Word i = 0; i < below / 64; ++i) {
        if (all[i]) return sign;
    }
    if (below % 64 && (all[below / 64] & ((Word{1} << below % 64) - 1))) return sign;
    return 0;
}

std::optional<double> integer_to_double(const IntegerView& a) {
    if (a.zero()) return 0.0;
    const Word bits = a.bit_length();
    if (bits > 1024) return std::nullopt;
    const auto all = a.limbs();
    const Word used = (bits - 1) % 64 + 1;
    Word top = all.back() << (64 - used);
    bool below = false;
    if (all.size() > 1) {
        if (used < 64) {
            top |= all[all.size() - 2] >> used;
            below = (all[all.size() - 2] << (64 - used)) != 0;
        } else {
            below = all[all.size() - 2] != 0;
        }
        for (Word i = 0; i + 2 < all.size(); ++i) below = below || all[i] != 0;
    }
    // 64 bits to 53, ties to even; what lies below breaks a tie.
    Word kept = top >> 11;
    const Word rest = top & 0x7ff;
    if (rest > 0x400 || (rest == 0x400 && (below || (kept & 1)))) ++kept;
    const double value = std::ldexp(static_cast<double>(kept), static_cast<int>(bits) - 53);
    if (std::isinf(value)) return std::nullopt;
    return a.negative() ? -value : value;
}

std::optional<std::int64_t> try_int64(Term t) {
    if (t.is_small()) return t.small_value();
    if (!is_bignum(t) || header_size(t.header()) != 1) return std::nullopt;
    const Word limb = bignum_limbs(t)[0];
    if (bignum_negative(t)) {
        if (limb > Word{1} << 63) return std::nullopt;
        return static_cast<std::int64_t>(~limb + 1);
    }
    if (limb >> 63) return std::nullopt;
    return static_cast<std::int64_t>(limb);
}

std::optional<std::uint64_t> try_uint64(Term t) {
    if (t.is_small()) {
        if (t.small_value() < 0) return std::nullopt;
        return static_cast<std::uint64_t>(t.small_value());
    }
    if (!is_bignum(t) || bignum_negative(t) || header_size(t.header()) != 1) return std::nullopt;
    return bignum_limbs(t)[0];
}

Term integer_from_limbs(HeapWriter& out, bool negative, std::span<const Word> source) {
    Word* at = out.take(bignum_words(source.size()));
    std::copy(source.begin(), source.end(), at + 1);
    return finish(out, at, source.size(), negative);
}

// --- sums, products
// --------------------------------------------------------------------------------

Word add_words(const IntegerView& a, const IntegerView& b) {
    return bignum_words(std::max(a.count(), b.count()) + 2);
}

Term integer_add(HeapWriter& out, const IntegerView& a, const IntegerView& b) {
    return add_signed(out, a, b, b.negative());
}

Term integer_subtract(HeapWriter& out, const IntegerView& a, const IntegerView& b) {
    return add_signed(out, a, b, !b.negative());
}

Word multiply_words(const IntegerView& a, const IntegerView& b) {
    return bignum_words(a.count() + b.count());
}

Term integer_multiply(HeapWriter& out, const IntegerView& a, const IntegerView& b) {
    if (a.zero() || b.zero()) return Term::small(0);
    const IntegerView& longer = a.count() >= b.count() ? a : b;
    const IntegerView& shorter = a.count() >= b.count() ? b : a;
    const Word count = a.count() + b.count();
    Word* at = out.take(bignum_words(count));
    const auto n = static_cast<mp_size_t>(longer.count());
    if (longer.limbs().data() == shorter.limbs().data() && a.count() == b.count()) {
        mpn_sqr(limbs(at + 1), limbs(longer.limbs().data()), n);
    } else {
        mpn_mul(limbs(at + 1), limbs(longer.limbs().data()), n, limbs(shorter.limbs().data()),
                static_cast<mp_size_t>(shorter.count()));
    }
    return finish(out, at, count, a.negative() != b.negative());
}

// --- quotients
// -------------------------------------------------------------------------------------

Word divide_words(const IntegerView& a, const IntegerView& b) {
    return bignum_words(a.count() + 1) + bignum_words(b.count() + 1);
}

Term integer_divide(HeapWriter& out, const IntegerView& a, const IntegerView& b) {
    if (compare_magnitudes(a.limbs(), b.limbs()) < 0) return Term::small(0);
    const Word count = a.count() - b.count() + 1;
    Word* at = out.take(bignum_words(count));
    Word* rest = out.take(b.count());
    mpn_tdiv_qr(limbs(at + 1), limbs(rest), 0, limbs(a.limbs().data()),
                static_cast<mp_size_t>(a.count()), limbs(b.limbs().data()),
                static_cast<mp_size_t>(b.count()));
    return finish(out, at, count, a.negative() != b.negative());
}

Term integer_remainder(HeapWriter& out, const IntegerView& a, const IntegerView& b) {
    if (compare_magnitudes(a.limbs(), b.limbs()) < 0) {
        return integer_from_limbs(out, a.negative(), a.limbs());
    }
    Word* at = out.take(bignum_words(b.count()));
    Word* quotient = out.take(a.count() - b.count() + 1);
    mpn_tdiv_qr(limbs(quotient), limbs(at + 1), 0, limbs(a.limbs().data()),
                static_cast<mp_size_t>(a.count()), limbs(b.limbs().data()),
                static_cast<mp_size_t>(b.count()));
    return finish(out, at, b.count(), a.negative());
}

// --- bits
// ------------------------------------------------------------------------------------------

Term integer_bits(HeapWriter& out, BitOp op, const IntegerView& a, const IntegerView& b) {
    // One limb more than the longer, so that the top limb is all sign.
    const Word count = std::max(a.count(), b.count()) + 1;
    Word* at = out.take(bignum_words(count));
    Word borrow_a = 1;
    Word borrow_b = 1;
    for (Word i = 0; i < count; ++i) {
        const Word x = complement_limb(a, i, borrow_a);
        const Word y = complement_limb(b, i, borrow_b);
        at[1 + i] = op == BitOp::And ? x & y : op == BitOp::Or ? x | y : x ^ y;
    }
    const bool negative = at[count] >> 63;
    if (negative) mpn_neg(limbs(at + 1), limbs(at + 1), static_cast<mp_size_t>(count));
    return finish(out, at, count, negative);
}

Word shift_left_words(const IntegerView& a, Word bits) {
    return bignum_words(a.count() + bits / 64 + 1);
}

Term integer_shift_left(HeapWriter& out, const IntegerView& a, Word bits) {
    if (a.zero()) return Term::small(0);
    const Word whole = bits / 64;
    const auto part = static_cast<unsigned>(bits % 64);
    const Word count = a.count() + whole + 1;
    Word* at = out.take(bignum_words(count));
    std::fill(at + 1, at + 1 + whole, 0);
    Word* to = at + 1 + whole;
    if (part == 0) {
        std::copy(a.limbs().begin(), a.limbs().end(), to);
        to[a.count()] = 0;
    } else {
        to[a.count()] =
            mpn_lshift(limbs(to), limbs(a.limbs().data()), static_cast<mp_size_t>(a.count()), part);
    }
    return finish(out, at, count, a.negative());
}

Term integer_shift_right(HeapWriter& out, const IntegerView& a, Word bits) {
    const Word whole = bits / 64;
    const auto part = static_cast<unsigned>(bits % 64);
    if (whole >= a.count()) return Term::small(a.negative() ? -1 : 0);
    const Word count = a.count() - whole;
    const Word* from = a.limbs().data() + whole;
    // A negative number rounds down: one more in magnitude if any bit is lost.
    bool lost = false;
    for (Word i = 0; i < whole; ++i) lost = lost || a.limbs()[i] != 0;
    Word* at = out.take(bignum_words(count + 1));
    at[1 + count] = 0;
    if (part == 0) {
        std::copy(from, from + count, at + 1);
    } else {
        lost = mpn_rshift(limbs(at + 1), limbs(from), static_cast<mp_size_t>(count), part) != 0 ||
               lost;
    }
    if (a.negative() && lost) {
        mpn_add_1(limbs(at + 1), limbs(at + 1), static_cast<mp_size_t>(count + 1), 1);
    }
    return finish(out, at, count + 1, a.negative());
}

Term integer_negate(HeapWriter& out, const IntegerView& a) {
    return integer_from_limbs(out, !a.negative(), a.limbs());
}

}  // namespace vial

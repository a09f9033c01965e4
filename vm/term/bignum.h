// vm/term/bignum.h: integers of any size as sign and limbs.
// Here: IntegerView over small and big integers, arithmetic over views by GMP's mpn, text in any base,
//       bytes in and out.
// Not here: floats and the choice by kind (number.h).
// Threads: pure functions; writers as their heap.
// Holds: magnitude is limbs, least first, without leading zeros; a result that fits is a small integer.
//        Bit operations see two's complement of unbounded width.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "vm/heap/writer.h"
#include "vm/term/boxed.h"

namespace vial {

// The largest integer has this many limbs (as in OTP): beyond it system_limit.
constexpr Word kMaxLimbs = (Word{1} << 19) - 1;

class IntegerView {
  public:
    explicit IntegerView(Term t);  // a small or a bignum
    explicit IntegerView(std::int64_t value);
    IntegerView(const IntegerView& o);
    IntegerView& operator=(const IntegerView&) = delete;
    bool negative() const { return negative_; }
    bool zero() const { return count_ == 0; }
    std::span<const Word> limbs() const { return {limbs_, count_}; }
    Word count() const { return count_; }
    Word bit_length() const;  // of the magnitude

  private:
    const Word* limbs_;
    Word count_;
    Word own_;
    bool negative_;
};

int compare_integers(const IntegerView& a, const IntegerView& b);
// Exact; `d` is finite.
int compare_integer_double(const IntegerView& a, double d);
// Nearest, ties to even; nullopt when out of range.
std::optional<double> integer_to_double(const IntegerView& a);
std::optional<std::int64_t> try_int64(Term t);
std::optional<std::uint64_t> try_uint64(Term t);

// --- each needs the words its name says, and gives back what it does not use -------------------
Word add_words(const IntegerView& a, const IntegerView& b);  // also subtract and bit operations
Term integer_add(HeapWriter& out, const IntegerView& a, const IntegerView& b);
Term integer_subtract(HeapWriter& out, const IntegerView& a, const IntegerView& b);
Word multiply_words(const IntegerView& a, const IntegerView& b);
Term integer_multiply(HeapWriter& out, const IntegerView& a, const IntegerView& b);
// Room for quotient and remainder both, whichever is asked for.
Word divide_words(const IntegerView& a, const IntegerView& b);
Term integer_divide(HeapWriter& out, const IntegerView& a, const IntegerView& b);     // b not 0
Term integer_remainder(HeapWriter& out, const IntegerView& a, const IntegerView& b);  // b not 0
enum class BitOp : std::uint8_t { And, Or, Xor };
Term integer_bits(HeapWriter& out, BitOp op, const IntegerView& a, const IntegerView& b);
Word shift_left_words(const IntegerView& a, Word bits);
Term integer_shift_left(HeapWriter& out, const IntegerView& a, Word bits);
Term integer_shift_right(HeapWriter& out, const IntegerView& a, Word bits);  // floor; add_words(a, a)
Term integer_negate(HeapWriter& out, const IntegerView& a);                  // add_words(a, a)

// --- text ----------------------------------------------------------------------------------------
// Characters that print_integer may write, sign included. `base` 2..36, digits above 9 in capitals.
std::size_t integer_text_bound(const IntegerView& a, int base);
// Returns how many were written. Uses `scratch` of a.count() + 2 limbs.
std::size_t print_integer(const IntegerView& a, int base, char* text, Word* scratch);
// Words for parse_integer of that many digits.
Word parse_integer_words(std::size_t digits, int base);
// Digits only (at least one), checked to be of the base; kNoTerm if one is not.
Term parse_integer(HeapWriter& out, std::string_view digits, int base, bool negative);

// --- bytes -----------------------------------------------------------------------------------------
// Words for an integer of `bits` bits.
constexpr Word integer_bits_words(Word bits) { return bignum_words(bits / 64 + 2); }
// The integer in `bits` bits at bit `offset` of `bytes`.
Term integer_from_bits(HeapWriter& out, const std::uint8_t* bytes, Word offset, Word bits,
                       bool is_signed, bool little);
// The low `bits` bits (two's complement) of an integer to bit `offset` of `bytes`.
void integer_to_bits(Term integer, std::uint8_t* bytes, Word offset, Word bits, bool little);

// A bignum or small from sign and limbs; bignum_words(count).
Term integer_from_limbs(HeapWriter& out, bool negative, std::span<const Word> limbs);

}  // namespace vial

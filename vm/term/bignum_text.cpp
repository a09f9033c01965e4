// vm/term/bignum_text.cpp: integers as text and as bits, both ways.
// Here: printing and parsing in any base, integers in bitstrings of any width and byte order.
// Not here: arithmetic (bignum.cpp).
// Threads: pure.
// Holds: parsing takes digits alone; signs and underscores are the caller's.
#include <algorithm>
#include <bit>
#include <cstring>

#include "vm/term/bignum.h"
#include "vm/term/binary.h"
#include "vm/term/limbs.h"

namespace vial {

namespace {

// Bits of a digit, rounded down and up.
Word bits_per_digit_floor(int base) {
    return static_cast<Word>(std::bit_width(static_cast<unsigned>(base)) - 1);
}
Word bits_per_digit_ceil(int base) {
    return static_cast<Word>(std::bit_width(static_cast<unsigned>(base - 1)));
}

constexpr char kDigits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

std::size_t print_word(Word value, int base, char* text) {
    char reversed[64];
    std::size_t count = 0;
    const auto b = static_cast<Word>(base);
    do {
        reversed[count++] = kDigits[value % b];
        value /= b;
    } while (value);
    std::reverse_copy(reversed, reversed + count, text);
    return count;
}

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

}  // namespace

std::size_t integer_text_bound(const IntegerView& a, int base) {
    return 2 + a.bit_length() / bits_per_digit_floor(base) + 1;
}

std::size_t print_integer(const IntegerView& a, int base, char* text, Word* scratch) {
    char* out = text;
    if (a.negative()) *out++ = '-';
    if (a.count() <= 1) {
        out += print_word(a.zero() ? 0 : a.limbs()[0], base, out);
        return static_cast<std::size_t>(out - text);
    }
    std::copy(a.limbs().begin(), a.limbs().end(), scratch);
    auto* digits = reinterpret_cast<unsigned char*>(out);
    const std::size_t count =
        mpn_get_str(digits, base, limbs(scratch), static_cast<mp_size_t>(a.count()));
    std::size_t zeros = 0;
    while (zeros + 1 < count && digits[zeros] == 0) ++zeros;
    for (std::size_t i = zeros; i < count; ++i) out[i - zeros] = kDigits[digits[i]];
    out += count - zeros;
    return static_cast<std::size_t>(out - text);
}

Word parse_integer_words(std::size_t digits, int base) {
    // Behind the limbs stand the digits' values while GMP reads them.
    return bignum_words(digits * bits_per_digit_ceil(base) / 64 + 2) + digits / 8 + 1;
}

Term parse_integer(HeapWriter& out, std::string_view digits, int base, bool negative) {
    if (digits.empty()) return kNoTerm;
    for (char c : digits) {
        if (digit_value(c) >= base) return kNoTerm;
    }
    if (digits.size() * bits_per_digit_ceil(base) <= 61) {
        std::int64_t value = 0;
        for (char c : digits) value = value * base + digit_value(c);
        return Term::small(negative ? -value : value);
    }
    const Word bound = digits.size() * bits_per_digit_ceil(base) / 64 + 2;
    Word* at = out.take(bignum_words(bound));
    auto* values = reinterpret_cast<unsigned char*>(out.take(digits.size() / 8 + 1));
    for (std::size_t i = 0; i < digits.size(); ++i) {
        values[i] = static_cast<unsigned char>(digit_value(digits[i]));
    }
    const auto count = static_cast<Word>(mpn_set_str(limbs(at + 1), values, digits.size(), base));
    out.give_back(at);
    // The limbs move onto themselves.
    return integer_from_limbs(out, negative, {at + 1, count});
}

// --- bits
// ------------------------------------------------------------------------------------------

namespace {

// The byte (0: least significant) of an integer that stands in `bits` bits at `offset`. The top
// byte has bits % 8 bits, if that is not 0.
std::uint8_t byte_at(const std::uint8_t* bytes, Word offset, Word bits, Word index, bool little) {
    const Word whole = bits / 8;
    const Word rest = bits % 8;
    if (little) {
        if (index < whole)
            return static_cast<std::uint8_t>(read_bits(bytes, offset + index * 8, 8));
        return static_cast<std::uint8_t>(read_bits(bytes, offset + whole * 8, rest));
    }
    if (index < whole) {
        return static_cast<std::uint8_t>(read_bits(bytes, offset + bits - (index + 1) * 8, 8));
    }
    return static_cast<std::uint8_t>(read_bits(bytes, offset, rest));
}

}  // namespace

Term integer_from_bits(HeapWriter& out, const std::uint8_t* bytes, Word offset, Word bits,
                       bool is_signed, bool little) {
    if (bits == 0) return Term::small(0);
    if (bits <= 64) {
        Word value;
        if (!little || bits <= 8) {
            value = read_bits(bytes, offset, bits);
        } else {
            value = 0;
            const Word count = (bits + 7) / 8;
            for (Word i = 0; i < count; ++i) {
                value |= Word{byte_at(bytes, offset, bits, i, true)} << (i * 8);
            }
        }
        if (!is_signed) return out.unsigned_integer(value);
        const auto shift = 64 - bits;
        return out.integer(static_cast<std::int64_t>(value << shift) >> shift);
    }
    const Word count = (bits + 63) / 64;
    Word* at = out.take(bignum_words(count));
    Word* words = at + 1;
    std::fill(words, words + count, 0);
    const Word byte_count = (bits + 7) / 8;
    for (Word i = 0; i < byte_count; ++i) {
        words[i / 8] |= Word{byte_at(bytes, offset, bits, i, little)} << (i % 8 * 8);
    }
    const Word top = (bits - 1) % 64;
    const bool negative = is_signed && (words[count - 1] >> top & 1);
    if (negative) {
        if (top < 63) words[count - 1] |= ~Word{0} << (top + 1);
        mpn_neg(limbs(words), limbs(words), static_cast<mp_size_t>(count));
    }
    out.give_back(at);
    return integer_from_limbs(out, negative, {words, count});
}

void integer_to_bits(Term integer, std::uint8_t* bytes, Word offset, Word bits, bool little) {
    const IntegerView v(integer);
    Word borrow = 1;
    const Word whole = bits / 8;
    const Word rest = bits % 8;
    Word limb = 0;
    const Word byte_count = (bits + 7) / 8;
    for (Word i = 0; i < byte_count; ++i) {
        if (i % 8 == 0) {
            const Word index = i / 8;
            limb = index < v.count() ? v.limbs()[index] : 0;
            if (v.negative()) {
                limb = ~limb + borrow;
                borrow = borrow && limb == 0;
            }
        }
        const auto byte = static_cast<std::uint8_t>(limb >> (i % 8 * 8));
        if (i < whole) {
            write_bits(bytes, little ? offset + i * 8 : offset + bits - (i + 1) * 8, 8, byte);
        } else {
            write_bits(bytes, little ? offset + whole * 8 : offset, rest,
                       byte & ((1u << rest) - 1));
        }
    }
}

}  // namespace vial

// vm/term/binary.cpp: bits in place.
// Here: views, copies, comparisons, small reads and writes, half floats.
// Not here: allocation.
// Threads: pure.
// Holds: no byte outside of the ranges asked for is written, and only the asked bits of partial
// ones.
#include "vm/term/binary.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace vial {

std::optional<std::string_view> binary_bytes(Term t) {
    if (!is_bitstring(t)) return std::nullopt;
    const BitView view = bits_of(t);
    if (!view.aligned() || !view.whole_bytes()) return std::nullopt;
    return std::string_view(reinterpret_cast<const char*>(view.bytes), view.size_bits / 8);
}

std::uint64_t read_bits(const std::uint8_t* bytes, Word offset, Word bits) {
    if (bits == 0) return 0;
    bytes += offset / 8;
    offset %= 8;
    std::uint64_t value = bytes[0] & (0xffu >> offset);
    const Word in_first = 8 - offset;
    if (bits <= in_first) return value >> (in_first - bits);
    Word left = bits - in_first;
    for (++bytes; left >= 8; left -= 8) value = value << 8 | *bytes++;
    if (left) value = value << left | *bytes >> (8 - left);
    return value;
}

void write_bits(std::uint8_t* bytes, Word offset, Word bits, std::uint64_t value) {
    bytes += offset / 8;
    offset %= 8;
    while (bits > 0) {
        const Word room = 8 - offset;
        const Word now = std::min(room, bits);
        const auto part = static_cast<unsigned>(value >> (bits - now)) & ((1u << now) - 1);
        const Word shift = room - now;
        const unsigned mask = ((1u << now) - 1) << shift;
        *bytes = static_cast<std::uint8_t>((*bytes & ~mask) | part << shift);
        ++bytes;
        offset = 0;
        bits -= now;
    }
}

void copy_bits(std::uint8_t* to, Word to_bit, const std::uint8_t* from, Word from_bit, Word bits) {
    if (bits == 0) return;
    to += to_bit / 8;
    to_bit %= 8;
    from += from_bit / 8;
    from_bit %= 8;
    if (to_bit) {
        // Fill the target's first byte, so that whole bytes follow.
        const Word first = std::min<Word>(8 - to_bit, bits);
        write_bits(to, to_bit, first, read_bits(from, from_bit, first));
        bits -= first;
        from_bit += first;
        from += from_bit / 8;
        from_bit %= 8;
        if (bits == 0) return;
        ++to;
    }
    const Word whole = bits / 8;
    if (from_bit == 0) {
        std::memcpy(to, from, whole);
    } else {
        for (Word i = 0; i < whole; ++i) {
            to[i] = static_cast<std::uint8_t>(from[i] << from_bit | from[i + 1] >> (8 - from_bit));
        }
    }
    const Word rest = bits % 8;
    if (rest) write_bits(to + whole, 0, rest, read_bits(from + whole, from_bit, rest));
}

int compare_bits(const BitView& a, const BitView& b) {
    const Word common = std::min(a.size_bits, b.size_bits);
    Word done = 0;
    if (a.aligned() && b.aligned()) {
        const int order = common >= 8 ? std::memcmp(a.bytes, b.bytes, common / 8) : 0;
        if (order) return order;
        done = common / 8 * 8;
    }
    while (done < common) {
        const Word now = std::min<Word>(56, common - done);
        const auto x = read_bits(a.bytes, a.offset_bits + done, now);
        const auto y = read_bits(b.bytes, b.offset_bits + done, now);
        if (x != y) return x < y ? -1 : 1;
        done += now;
    }
    return a.size_bits < b.size_bits ? -1 : a.size_bits > b.size_bits;
}

bool equal_bits(const std::uint8_t* a, Word a_bit, const std::uint8_t* b, Word b_bit, Word bits) {
    const BitView x{a + a_bit / 8, a_bit % 8, bits};
    const BitView y{b + b_bit / 8, b_bit % 8, bits};
    return compare_bits(x, y) == 0;
}

double half_to_double(std::uint16_t half) {
    const std::uint64_t sign = std::uint64_t{half} >> 15 << 63;
    const int exponent = half >> 10 & 31;
    const std::uint64_t fraction = half & 0x3ff;
    if (exponent == 31) return std::bit_cast<double>(sign | 0x7ff0000000000000 | fraction << 42);
    if (exponent == 0) {
        const double magnitude = static_cast<double>(fraction) * 0x1p-24;
        return sign ? -magnitude : magnitude;
    }
    return std::bit_cast<double>(sign | static_cast<std::uint64_t>(exponent + 1008) << 52 |
                                 fraction << 42);
}

std::uint16_t double_to_half(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const auto sign = static_cast<std::uint16_t>(bits >> 48 & 0x8000);
    const int exponent = static_cast<int>(bits >> 52 & 0x7ff) - 1023;
    if (exponent == 1024)
        return static_cast<std::uint16_t>(sign | 0x7c00 | ((bits << 12) ? 0x200 : 0));
    if (exponent < -25) return sign;
    const std::uint64_t mantissa = (bits & 0xfffffffffffff) | 0x10000000000000;
    // Normal halves drop 42 bits; subnormal ones more.
    const int drop = exponent < -14 ? 42 + (-14 - exponent) : 42;
    std::uint64_t kept = mantissa >> drop;
    const std::uint64_t rest = mantissa & ((std::uint64_t{1} << drop) - 1);
    const std::uint64_t middle = std::uint64_t{1} << (drop - 1);
    if (rest > middle || (rest == middle && (kept & 1))) ++kept;
    const std::uint64_t result =
        exponent < -14 ? kept : kept + (static_cast<std::uint64_t>(exponent + 14) << 10);
    return static_cast<std::uint16_t>(sign | (result >= 0x7c00 ? 0x7c00 : result));
}

}  // namespace vial

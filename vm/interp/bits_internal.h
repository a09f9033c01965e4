// vm/interp/bits_internal.h: match contexts and segment flags.
// Here: MatchContext as a view of its words; sizes of segments; flags.
// Not here: bits themselves (term/binary.h).
// Threads: the scheduler that runs the process.
// Holds: a view is stale after whatever may collect.
#pragma once

#include <optional>

#include "vm/term/binary.h"
#include "vm/term/boxed.h"

namespace vial {

namespace segment_flag {
constexpr Word Little = 1, Signed = 2, Native = 4;
}
inline bool is_little(Word flags) {
    static_assert(std::endian::native == std::endian::little);
    return (flags & (segment_flag::Little | segment_flag::Native)) != 0;
}

struct MatchContext {
    explicit MatchContext(Term t) : words(t.boxed_words()) {}
    Word* words;
    Term parent() const { return Term::from_word(words[1]); }
    Word position() const { return words[2]; }
    Word end() const { return words[3]; }
    Word left() const { return words[3] - words[2]; }
    void advance(Word bits) const { words[2] += bits; }
    // Bytes of the parent; positions count from bit 0 of byte 0.
    const std::uint8_t* bytes() const { return whole_binary_bytes(parent().boxed_words()); }
};

// Writes integers one behind the other, a byte at a time rather than a bit field at a time. What
// stands in the first byte before `at_bit` is kept; behind the last bit zeros follow to the byte's end.
class BitSink {
  public:
    BitSink(std::uint8_t* bytes, Word at_bit) : at_(bytes + at_bit / 8), held_(at_bit % 8) {
        if (held_) low_ = *at_ >> (8 - held_);
    }
    // The low `bits` of value, at most 64.
    void put(std::uint64_t value, Word bits) {
        if (bits > 32) {
            put(value >> 32, bits - 32);
            bits = 32;
        }
        low_ = low_ << bits | (value & ((std::uint64_t{1} << bits) - 1));
        for (held_ += bits; held_ >= 8; *at_++ = static_cast<std::uint8_t>(low_ >> held_)) held_ -= 8;
    }
    // What is held of a last, partial byte goes to its place: needed before others write on.
    void flush() const {
        if (held_) *at_ = static_cast<std::uint8_t>(low_ << (8 - held_));
    }

  private:
    std::uint8_t* at_;
    Word held_;  // bits of low_ not yet written, less than 8 between calls
    std::uint64_t low_ = 0;
};

// size * unit bits, nullopt unless size is a natural number and the product sane.
inline std::optional<Word> segment_bits(Term size, Word unit) {
    if (!size.is_small() || size.small_value() < 0) return std::nullopt;
    Word bits;
    if (__builtin_mul_overflow(static_cast<Word>(size.small_value()), unit, &bits)) return std::nullopt;
    return bits;
}

}  // namespace vial

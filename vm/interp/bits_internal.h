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
    const std::uint8_t* bytes() const { return bits_of(parent()).bytes; }
};

// size * unit bits, nullopt unless size is a natural number and the product sane.
inline std::optional<Word> segment_bits(Term size, Word unit) {
    if (!size.is_small() || size.small_value() < 0) return std::nullopt;
    Word bits;
    if (__builtin_mul_overflow(static_cast<Word>(size.small_value()), unit, &bits)) return std::nullopt;
    return bits;
}

}  // namespace vial

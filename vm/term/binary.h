// vm/term/binary.h: reading the bits of bitstrings, and moving bits about.
// Here: BitView over any bitstring term, copying and comparing bit ranges, half floats.
// Not here: making bitstrings (heap/binary_build.h); integers in bits (bignum.h).
// Threads: pure functions over immutable bytes.
// Holds: bits count from the most significant of byte 0. Bytes beyond the last bit are not touched;
//        the bits of a last, partial byte beyond the end are kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "vm/heap/shared_bytes.h"
#include "vm/term/boxed.h"

namespace vial {

struct BitView {
    const std::uint8_t* bytes;
    Word offset_bits;  // less than 8
    Word size_bits;

    bool whole_bytes() const { return size_bits % 8 == 0; }
    bool aligned() const { return offset_bits == 0; }
};

// Of a heap or shared binary, given its words.
inline const std::uint8_t* whole_binary_bytes(const Word* at) {
    return header_kind(at[0]) == BoxedKind::HeapBinary
               ? reinterpret_cast<const std::uint8_t*>(at + 1)
               : reinterpret_cast<const SharedBytes*>(at[2])->bytes;
}
inline Word whole_binary_size_bytes(const Word* at) {
    return header_kind(at[0]) == BoxedKind::HeapBinary ? header_size(at[0]) : at[1];
}

inline Word bitstring_bits(Term t) {
    const Word* at = t.boxed_words();
    switch (header_kind(at[0])) {
        case BoxedKind::BinarySlice: return at[3];
        case BoxedKind::MatchContext: return at[3] - at[2];
        default: return whole_binary_size_bytes(at) * 8;
    }
}
// Of a bitstring (heap, shared, slice) or what is left of a match context. Valid while the term does
// not move: heap binaries move in a collection.
inline BitView bits_of(Term t) {
    const Word* at = t.boxed_words();
    const BoxedKind kind = header_kind(at[0]);
    if (kind != BoxedKind::BinarySlice && kind != BoxedKind::MatchContext) {
        return {whole_binary_bytes(at), 0, whole_binary_size_bytes(at) * 8};
    }
    const std::uint8_t* parent = whole_binary_bytes(Term::from_word(at[1]).boxed_words());
    return {parent + at[2] / 8, at[2] % 8, bitstring_bits(t)};
}
inline bool is_binary(Term t) { return is_bitstring(t) && bitstring_bits(t) % 8 == 0; }
// The bytes, where the binary starts on a byte and is whole; nullopt for any other term.
std::optional<std::string_view> binary_bytes(Term t);

void copy_bits(std::uint8_t* to, Word to_bit, const std::uint8_t* from, Word from_bit, Word bits);
// As memcmp, then the shorter first.
int compare_bits(const BitView& a, const BitView& b);
bool equal_bits(const std::uint8_t* a, Word a_bit, const std::uint8_t* b, Word b_bit, Word bits);

// `bits` (up to 64) at bit `offset`, most significant first.
std::uint64_t read_bits(const std::uint8_t* bytes, Word offset, Word bits);
void write_bits(std::uint8_t* bytes, Word offset, Word bits, std::uint64_t value);

double half_to_double(std::uint16_t half);
std::uint16_t double_to_half(double value);  // rounds to nearest even; infinity when out of range

}  // namespace vial

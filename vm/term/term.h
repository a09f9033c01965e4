// vm/term/term.h: the 64-bit word that every value of the language is.
// Here: tags, immediates (small integer, float, atom, local pid, port, reference, nil, zeros),
//       pointer tests, header words.
// Not here: what boxed values look like (boxed.h); comparison (compare.h); building (heap/).
// Threads: plain values; a pointer term is only as alive as the heap it points into.
// Holds: a value has one form (what fits is immediate), so immediates are equal when the words are,
//        but for 0.0 and -0.0.
//
//   bits 2..0   bits 5..2   kind
//   x00         -           small integer, bits 63..2, two's complement
//   x10         -           float, rotl(bits + 2^60, 3)
//   001         -           boxed: pointer to a header word (the address + 1)
//   101         -           cons: pointer to two words, head and tail (the address + 5)
//   x11         0000        header (never a value): kind 11..6, flags 15..12, size 63..16
//   x11         0001        atom: index from bit 6
//   x11         0010/0011   local pid / port: slot bits 33..6, generation bits 63..34
//   x11         0100        local reference: number, bits 63..6
//   x11         0101        nil, the empty list
//   x11         0110        float zero: sign in bit 6
//   x11         0111        marker (never seen by programs): number from bit 6
#pragma once

#include <bit>
#include <cstdint>
#include <optional>

#include "vm/base/assert.h"

namespace vial {

using Word = std::uint64_t;

enum class Immediate : std::uint8_t {
    Header = 0,
    Atom = 1,
    Pid = 2,
    Port = 3,
    Reference = 4,
    Nil = 5,
    FloatZero = 6,
    Marker = 7,
};

enum class BoxedKind : std::uint8_t {
    Tuple = 0,
    FlatMap,
    HamtMap,        // root of a large map: count, then a node
    HamtNode,       // bitmap node, never a value
    HamtCollision,  // leaf of entries whose hashes are equal, never a value
    BignumPositive,
    BignumNegative,
    Float,      // what the immediate form cannot hold
    Fun,        // closure: fun entry, then free variables
    ExportFun,  // &mod.fun/arity: points to the function's cell
    Alias,      // reference that receives: reference, then its process
    Resource,   // counted object of the machine
    ExternalPid,
    ExternalPort,
    ExternalReference,
    HeapBinary,    // at most 64 bytes, in the heap
    SharedBinary,  // reference to a counted binary outside the heap
    BinarySlice,   // bits of one of the two above
    MatchContext,  // state of a binary match, lives in registers only
    kCount,
};

constexpr std::int64_t kSmallMax = (std::int64_t{1} << 61) - 1;
constexpr std::int64_t kSmallMin = -(std::int64_t{1} << 61);

class Term {
  public:
    constexpr Term() : word_(0) {}  // the small integer 0: zeroed memory is valid terms
    static constexpr Term from_word(Word w) { return Term(w); }
    constexpr Word word() const { return word_; }
    constexpr bool operator==(const Term& o) const = default;  // same word, not same value

    // --- small integers -------------------------------------------------------------------
    static constexpr bool fits_small(std::int64_t v) { return v >= kSmallMin && v <= kSmallMax; }
    static constexpr Term small(std::int64_t v) { return Term(static_cast<Word>(v) << 2); }
    constexpr bool is_small() const { return (word_ & 3) == 0; }
    static constexpr bool both_small(Term a, Term b) { return ((a.word_ | b.word_) & 3) == 0; }
    constexpr std::int64_t small_value() const { return static_cast<std::int64_t>(word_) >> 2; }
    constexpr std::optional<std::int64_t> try_small() const {
        if (!is_small()) return std::nullopt;
        return small_value();
    }

    // --- floats ---------------------------------------------------------------------------
    // Immediate for 2^-255 <= abs < 2^257 and for both zeros; make_float() in heap/ boxes the rest.
    static constexpr bool fits_immediate(double d) {
        const Word bits = std::bit_cast<Word>(d);
        return (std::rotl(bits + kFloatBias, 3) & 3) == 2 || (bits << 1) == 0;
    }
    static constexpr Term immediate_float(double d) {
        const Word bits = std::bit_cast<Word>(d);
        if ((bits << 1) == 0) return immediate(Immediate::FloatZero, bits >> 63);
        return Term(std::rotl(bits + kFloatBias, 3));
    }
    constexpr bool is_rotated_float() const { return (word_ & 3) == 2; }
    constexpr bool is_float_zero() const { return is(Immediate::FloatZero); }
    constexpr bool is_immediate_float() const { return is_rotated_float() || is_float_zero(); }
    constexpr double immediate_float_value() const {
        if (is_float_zero()) return std::bit_cast<double>((word_ >> 6) << 63);
        return std::bit_cast<double>(std::rotr(word_, 3) - kFloatBias);
    }

    // --- other immediates -----------------------------------------------------------------
    static constexpr Term immediate(Immediate kind, Word payload) {
        return Term(payload << 6 | static_cast<Word>(kind) << 2 | 3);
    }
    constexpr bool is(Immediate kind) const {
        return (word_ & 0x3f) == (static_cast<Word>(kind) << 2 | 3);
    }
    constexpr Word payload() const { return word_ >> 6; }

    static constexpr Term atom(std::uint32_t index) { return immediate(Immediate::Atom, index); }
    constexpr bool is_atom() const { return is(Immediate::Atom); }
    constexpr std::uint32_t atom_index() const { return static_cast<std::uint32_t>(word_ >> 6); }

    static constexpr Term nil() { return immediate(Immediate::Nil, 0); }
    constexpr bool is_nil() const { return *this == nil(); }

    static constexpr Term pid(std::uint32_t slot, std::uint32_t generation) {
        return immediate(Immediate::Pid, Word{generation} << 28 | slot);
    }
    static constexpr Term port(std::uint32_t slot, std::uint32_t generation) {
        return immediate(Immediate::Port, Word{generation} << 28 | slot);
    }
    constexpr bool is_local_pid() const { return is(Immediate::Pid); }
    constexpr bool is_local_port() const { return is(Immediate::Port); }
    constexpr std::uint32_t slot() const {
        return static_cast<std::uint32_t>(word_ >> 6) & 0x0fffffff;
    }
    constexpr std::uint32_t generation() const { return static_cast<std::uint32_t>(word_ >> 34); }

    static constexpr Term reference(Word number) {
        return immediate(Immediate::Reference, number);
    }
    constexpr bool is_local_reference() const { return is(Immediate::Reference); }

    static constexpr Term marker(Word number) { return immediate(Immediate::Marker, number); }
    constexpr bool is_marker() const { return is(Immediate::Marker); }

    // --- pointers -------------------------------------------------------------------------
    static Term boxed(const Word* header) {
        return Term(reinterpret_cast<Word>(header) + 1);
    }
    static Term cons(const Word* pair) { return Term(reinterpret_cast<Word>(pair) + 5); }
    constexpr bool is_boxed() const { return (word_ & 7) == 1; }
    constexpr bool is_cons() const { return (word_ & 7) == 5; }
    constexpr bool is_pointer() const { return (word_ & 3) == 1; }
    constexpr bool is_immediate() const { return !is_pointer(); }
    constexpr bool is_list() const { return is_cons() || is_nil(); }

    Word* boxed_words() const { return reinterpret_cast<Word*>(word_ - 1); }
    Word* cons_words() const { return reinterpret_cast<Word*>(word_ - 5); }
    // The address without its tag, boxed or cons.
    Word* address() const { return reinterpret_cast<Word*>(word_ & ~Word{7}); }
    Term head() const { return Term(cons_words()[0]); }
    Term tail() const { return Term(cons_words()[1]); }
    Word header() const { return boxed_words()[0]; }
    inline bool is_boxed_kind(BoxedKind kind) const;

  private:
    static constexpr Word kFloatBias = Word{1} << 60;
    explicit constexpr Term(Word w) : word_(w) {}
    Word word_;
};

static_assert(sizeof(Term) == 8);

// --- header words ---------------------------------------------------------------------------
// `size` means what the kind says (boxed.h): elements of a tuple, limbs, bytes of a heap binary.
constexpr Word make_header(BoxedKind kind, Word size, Word flags = 0) {
    return size << 16 | flags << 12 | static_cast<Word>(kind) << 6 | 3;
}
constexpr bool is_header(Word w) { return (w & 0x3f) == 3; }
constexpr BoxedKind header_kind(Word h) { return static_cast<BoxedKind>(h >> 6 & 0x3f); }
constexpr Word header_size(Word h) { return h >> 16; }
constexpr Word header_flags(Word h) { return h >> 12 & 0xf; }

inline bool Term::is_boxed_kind(BoxedKind kind) const {
    return is_boxed() && header_kind(header()) == kind;
}

// Where no term is: unset slots, ends of queues.
constexpr Term kNoTerm = Term::marker(0);

}  // namespace vial

// vm/heap/writer.h: building terms in room that has been reserved.
// Here: HeapWriter, a bump pointer with typed constructors.
// Not here: reserving (Process::reserve), maps (term/map.h), arenas (term_arena.h).
// Threads: the owner of the heap.
// Holds: never collects, never allocates; writing beyond what was reserved is a bug (asserted).
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "vm/term/boxed.h"

namespace vial {

class HeapWriter {
  public:
    // `top` is advanced as terms are written.
    HeapWriter(Word*& top, [[maybe_unused]] Word* limit) : top_(top), limit_(limit) {}

    Word* take(Word words) {
        Word* at = top_;
        top_ += words;
        VIAL_ASSERT(top_ <= limit_, "native writes no more than it reserved");
        return at;
    }
    // Gives back what was taken last, from `to` on.
    void give_back(Word* to) { top_ = to; }
    Word* position() const { return top_; }
    Term cons(Term head, Term tail) {
        Word* at = take(kConsWords);
        at[0] = head.word();
        at[1] = tail.word();
        return Term::cons(at);
    }
    Term tuple(std::initializer_list<Term> elements) {
        return tuple(std::span<const Term>(elements.begin(), elements.size()));
    }
    // 1 + n words; n > 0 (the empty tuple is a literal of the VM).
    Term tuple(std::span<const Term> elements) {
        Word* at = take(tuple_words(elements.size()));
        at[0] = make_header(BoxedKind::Tuple, elements.size());
        for (std::size_t i = 0; i < elements.size(); ++i) at[1 + i] = elements[i].word();
        return Term::boxed(at);
    }
    Term list(std::span<const Term> elements, Term tail = Term::nil()) {
        for (std::size_t i = elements.size(); i-- > 0;) tail = cons(elements[i], tail);
        return tail;
    }
    // kBoxedFloatWords at most.
    Term floating(double value) {
        if (Term::fits_immediate(value)) return Term::immediate_float(value);
        Word* at = take(kBoxedFloatWords);
        at[0] = make_header(BoxedKind::Float, 1);
        at[1] = std::bit_cast<Word>(value);
        return Term::boxed(at);
    }
    // At most 2 words; the whole range of an int64 / uint64.
    Term integer(std::int64_t value) {
        if (Term::fits_small(value)) return Term::small(value);
        const Word magnitude = value < 0 ? ~static_cast<Word>(value) + 1 : static_cast<Word>(value);
        return one_limb(value < 0 ? BoxedKind::BignumNegative : BoxedKind::BignumPositive, magnitude);
    }
    Term unsigned_integer(std::uint64_t value) {
        if (value <= static_cast<std::uint64_t>(kSmallMax)) {
            return Term::small(static_cast<std::int64_t>(value));
        }
        return one_limb(BoxedKind::BignumPositive, value);
    }
    // heap_binary_words(n); n <= kMaxWrittenBinaryBytes. Larger ones: Process::make_binary.
    Term heap_binary(std::string_view bytes) {
        VIAL_ASSERT(bytes.size() <= kMaxWrittenBinaryBytes, "small enough for the heap");
        Word* at = take(heap_binary_words(bytes.size()));
        at[0] = make_header(BoxedKind::HeapBinary, bytes.size());
        if (bytes.empty()) return Term::boxed(at);
        at[words_for_bytes(bytes.size())] = 0;  // zero the padding
        std::memcpy(at + 1, bytes.data(), bytes.size());
        return Term::boxed(at);
    }

  private:
    Term one_limb(BoxedKind kind, Word limb) {
        Word* at = take(bignum_words(1));
        at[0] = make_header(kind, 1);
        at[1] = limb;
        return Term::boxed(at);
    }
    Word*& top_;
    [[maybe_unused]] Word* limit_;
};

}  // namespace vial

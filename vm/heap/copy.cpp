// vm/heap/copy.cpp: copying terms between heaps.
// Here: the size pass with an explicit stack; the copy, breadth first, whose own output is its queue.
// Not here: folding fragments in (gc.cpp).
// Threads: as copy.h says.
// Holds: both passes agree on the words to the last one; list spines are copied in one run, so that
//        a list stands in order in its new home.
#include "vm/heap/copy.h"

#include <cstring>

#include "vm/base/term_stack.h"
#include "vm/code/fun_entry.h"
#include "vm/heap/object_scan.h"
#include "vm/heap/resource.h"
#include "vm/heap/shared_bytes.h"
#include "vm/term/boxed.h"

namespace vial {

namespace {

bool stays(Term t, const LiteralView& literals) {
    return t.is_immediate() || literals.keeps(t.address());
}

}  // namespace

void count_outside_funs(const Word* from, const Word* to, std::int32_t by) {
    while (from < to) {
        if (!is_header(*from)) {
            ++from;
            continue;
        }
        if (header_kind(*from) == BoxedKind::Fun) {
            reinterpret_cast<FunEntry*>(from[1])->outside.fetch_add(static_cast<std::uint32_t>(by), std::memory_order_acq_rel);
        }
        from += raw_words_after_header(from);
    }
}

CopySize copy_size(Term term, LiteralView literals) {
    CopySize size;
    size.literals = literals;
    if (stays(term, literals)) return size;
    TermStack<Term> pending;
    pending.push(term);
    while (!pending.empty()) {
        Term t = pending.pop();
        if (t.is_cons()) {
            // Along the spine; heads wait.
            do {
                size.words += kConsWords;
                if (!stays(t.head(), literals)) pending.push(t.head());
                t = t.tail();
            } while (t.is_cons() && !stays(t, literals));
            if (stays(t, literals)) continue;
        }
        const Word* object = t.boxed_words();
        size.words += boxed_total_words(object[0]);
        if (is_off_heap_header(object[0])) size.off_heap = true;
        const TermRange terms = object_terms(object);
        for (Word i = terms.first; i < terms.end; ++i) {
            const Term inner = Term::from_word(object[i]);
            if (!stays(inner, literals)) pending.push(inner);
        }
    }
    return size;
}

namespace {

class Copier {
  public:
    Copier(Word*& top, Word*& off_heap, const LiteralView& literals)
        : top_(top), off_heap_(off_heap), literals_(literals) {}

    Term run(Term term) {
        Word* scan = top_;
        Term root = shallow(term);
        while (scan < top_) {
            const Word w = *scan;
            if (is_header(w)) {
                if (has_parent_word(w)) scan[1] = shallow(Term::from_word(scan[1])).word();
                scan += raw_words_after_header(scan);
                continue;
            }
            *scan++ = shallow(Term::from_word(w)).word();
        }
        return root;
    }

  private:
    // Copies the object itself; what it points to is copied when the scan gets there.
    Term shallow(Term t) {
        if (stays(t, literals_) || is_copied(t)) return t;
        return t.is_cons() ? spine(t) : boxed(t);
    }
    // A spine's tails already point into the copy when the scan meets them.
    bool is_copied(Term t) const { return t.address() >= start_ && t.address() < top_; }
    Term spine(Term t) {
        Word* first = top_;
        for (;;) {
            Word* at = top_;
            top_ += kConsWords;
            at[0] = t.head().word();
            const Term tail = t.tail();
            if (!tail.is_cons() || stays(tail, literals_)) {
                at[1] = tail.word();
                break;
            }
            at[1] = Term::cons(top_).word();
            t = tail;
        }
        return Term::cons(first);
    }
    Term boxed(Term t) {
        const Word* from = t.boxed_words();
        const Word words = boxed_total_words(from[0]);
        Word* at = top_;
        top_ += words;
        std::memcpy(at, from, words * sizeof(Word));
        if (VIAL_UNLIKELY(header_kind(at[0]) == BoxedKind::Fun)) note_copied_fun(at);
        if (is_off_heap_header(at[0])) {
            retain_off_heap(at);
            at[words - 1] = reinterpret_cast<Word>(off_heap_);
            off_heap_ = at;
        }
        return Term::boxed(at);
    }

    Word*& top_;
    Word*& off_heap_;
    const LiteralView literals_;
    Word* start_ = top_;
};

}  // namespace

Term copy_term(Term term, Word*& top, Word*& off_heap, LiteralView literals) {
    if (stays(term, literals)) return term;
    return Copier(top, off_heap, literals).run(term);
}

}  // namespace vial

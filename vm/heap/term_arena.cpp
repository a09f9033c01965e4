// vm/heap/term_arena.cpp: bump chunks of a TermArena.
// Here: chunks, typed constructors, the deep copy into the arena.
// Not here: how maps and integers are laid out (term/map.cpp, term/bignum.cpp).
// Threads: one owner.
// Holds: shared binaries of the arena come from malloc, so that an arena needs no VM.
#include "vm/heap/term_arena.h"

#include <cstdlib>
#include <cstring>

#include "vm/base/literal_space.h"
#include "vm/code/fun_entry.h"
#include "vm/heap/copy.h"
#include "vm/heap/object_scan.h"
#include "vm/heap/writer.h"
#include "vm/term/bignum.h"
#include "vm/term/map.h"

namespace vial {

static_assert(LiteralSpace::kEmptyTupleHeader == make_header(BoxedKind::Tuple, 0));
static_assert(LiteralSpace::kEmptyMapHeader == make_header(BoxedKind::FlatMap, 0));
static_assert(LiteralSpace::kEmptyBinaryHeader == make_header(BoxedKind::HeapBinary, 0));

namespace {
constexpr Word kFirstChunkWords = 512;
constexpr Word kMaxChunkWords = Word{1} << 17;
}  // namespace

struct TermArena::State {
    std::vector<Word*> chunks;
    Word* next = nullptr;
    Word* end = nullptr;
    Word chunk_words = kFirstChunkWords;
    Word allocated = 0;
    Word* off_heap = nullptr;

    // Closures copied in keep their code.
    struct Copy {
        const Word* start;
        const Word* end;
    };
    std::vector<Copy> with_funs;
    void keep_funs(const Word* start, const Word* end) {
        const Word* at = start;
        while (at < end && !(is_header(*at) && header_kind(*at) == BoxedKind::Fun)) {
            at += is_header(*at) ? raw_words_after_header(at) : 1;
        }
        if (at >= end) return;
        count_outside_funs(start, end, 1);
        with_funs.push_back({start, end});
    }
    ~State() {
        for (const Copy& copy : with_funs) count_outside_funs(copy.start, copy.end, -1);
        release_malloced_chain(off_heap);
        for (Word* chunk : chunks) std::free(chunk);
    }
    Word* take(Word words) {
        if (static_cast<Word>(end - next) < words) add_chunk(words);
        Word* at = next;
        next += words;
        allocated += words;
        return at;
    }
    void add_chunk(Word words) {
        const Word size = words > chunk_words ? words : chunk_words;
        if (chunk_words < kMaxChunkWords) chunk_words *= 2;
        auto* chunk = static_cast<Word*>(std::calloc(size, sizeof(Word)));
        if (!chunk) VIAL_FATAL("no memory for terms of the compiler or loader");
        chunks.push_back(chunk);
        next = chunk;
        end = chunk + size;
    }
    void link(Word* object) {
        object[boxed_total_words(object[0]) - 1] = reinterpret_cast<Word>(off_heap);
        off_heap = object;
    }
    Term shared(std::string_view bytes) {
        SharedBytes* shared = SharedBytes::create_from_malloc(bytes.size());
        if (!shared) VIAL_FATAL("no memory for a binary of the compiler or loader");
        std::memcpy(shared->bytes, bytes.data(), bytes.size());
        Word* at = take(kSharedBinaryWords);
        at[0] = make_header(BoxedKind::SharedBinary, 3);
        at[1] = bytes.size();
        at[2] = reinterpret_cast<Word>(shared);
        link(at);
        return Term::boxed(at);
    }
    // A writer over `words` fresh words; what it leaves unused stays unused.
    HeapWriter writer(Word words) {
        if (static_cast<Word>(end - next) < words) add_chunk(words);
        return HeapWriter(next, next + words);
    }
};

TermArena::TermArena() : state_(std::make_unique<State>()) {}
TermArena::~TermArena() = default;
TermArena::TermArena(TermArena&&) noexcept = default;
TermArena& TermArena::operator=(TermArena&&) noexcept = default;

Word* TermArena::allocate(Word words) {
    return state_->take(words);
}
Word TermArena::allocated_words() const {
    return state_->allocated;
}

Term TermArena::cons(Term head, Term tail) {
    return state_->writer(kConsWords).cons(head, tail);
}

Term TermArena::tuple(std::span<const Term> elements) {
    return state_->writer(tuple_words(elements.size())).tuple(elements);
}

Term TermArena::list(std::span<const Term> elements, Term tail) {
    return state_->writer(kConsWords * elements.size()).list(elements, tail);
}

Term TermArena::binary(std::string_view bytes) {
    if (bytes.size() > kMaxHeapBinaryBytes) return state_->shared(bytes);
    return state_->writer(heap_binary_words(bytes.size())).heap_binary(bytes);
}

Term TermArena::bitstring(std::string_view bytes, Word bits) {
    const Term whole = binary(bytes);
    if (bits == bytes.size() * 8) return whole;
    Word* at = state_->take(kSliceWords);
    at[0] = make_header(BoxedKind::BinarySlice, 3);
    at[1] = whole.word();
    at[2] = 0;
    at[3] = bits;
    return Term::boxed(at);
}

Term TermArena::floating(double value) {
    return state_->writer(kBoxedFloatWords).floating(value);
}
Term TermArena::integer(std::int64_t value) {
    return state_->writer(2).integer(value);
}

Term TermArena::integer(std::string_view digits, int base, bool negative) {
    HeapWriter out = state_->writer(parse_integer_words(digits.size(), base));
    return parse_integer(out, digits, base, negative);
}

Term TermArena::map(std::span<const std::pair<Term, Term>> pairs, const AtomTable& atoms) {
    std::vector<MapPair> scratch;
    scratch.reserve(pairs.size());
    for (const auto& [key, value] : pairs) scratch.push_back({key, value});
    HeapWriter out = state_->writer(map_build_words(pairs.size()));
    return map_build(out, scratch, atoms);
}

Term TermArena::copy(Term term) {
    const CopySize size = copy_size(term, nullptr);
    if (size.words == 0) return term;
    Word* top = state_->take(size.words);
    Word* off_heap = nullptr;
    const Word* start = top;
    const Term copied = copy_term(term, top, off_heap, nullptr);
    state_->keep_funs(start, top);
    while (off_heap) {
        Word* object = off_heap;
        off_heap = reinterpret_cast<Word*>(object[boxed_total_words(object[0]) - 1]);
        state_->link(object);
        if (header_kind(object[0]) != BoxedKind::SharedBinary) continue;
        SharedBytes* original = shared_bytes_of(object);
        if (original->from_malloc) continue;
        SharedBytes* own = SharedBytes::create_from_malloc(object[1]);
        if (!own) VIAL_FATAL("no memory for a binary of the compiler or loader");
        std::memcpy(own->bytes, original->bytes, object[1]);
        object[2] = reinterpret_cast<Word>(own);
        // The term copied from still counts, so this cannot be the last.
        original->count.fetch_sub(1, std::memory_order_relaxed);
    }
    return copied;
}

}  // namespace vial

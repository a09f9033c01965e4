// vm/heap/fragment.cpp: fragments' birth and end.
// Here: allocation, copying a term in, attaching, dropping.
// Not here: folding into the heap (gc.cpp).
// Threads: as fragment.h says.
// Holds: the off-heap list of a fragment ends before the fragment's owner gets it.
#include "vm/heap/fragment.h"

#include <algorithm>
#include <limits>

#include "vm/heap/gc.h"
#include "vm/heap/object_scan.h"

namespace vial {

namespace {
Word*& off_heap_head(HeapFragment* f) {
    return *reinterpret_cast<Word**>(reinterpret_cast<Word*>(f) + f->block_words - 1);
}
// A copy of so many words takes a good part of a millisecond.
constexpr Word kLongCopyWords = Word{1} << 16;
Word next_off_heap(const Word* object) {
    return object[boxed_total_words(object[0]) - 1];
}
}  // namespace

HeapFragment* new_fragment(BlockCache& blocks, Word header_words, Word term_words,
                           bool has_off_heap) {
    const Word wanted = header_words + term_words + (has_off_heap ? 1 : 0);
    if (wanted >= std::numeric_limits<std::uint32_t>::max() / 2) return nullptr;
    const Word bytes = BlockCache::good_size(wanted * sizeof(Word));
    auto* f = static_cast<HeapFragment*>(blocks.allocate(bytes, MemoryUse::Message));
    if (!f) return nullptr;
    f->next = nullptr;
    f->kind = 0;
    f->flags = has_off_heap ? kFragmentHasOffHeap : 0;
    f->region_count = 0;
    f->block_words = static_cast<std::uint32_t>(bytes / sizeof(Word));
    if (has_off_heap) off_heap_head(f) = nullptr;
    return f;
}

HeapFragment* copy_to_fragment(RunContext& context, Word header_words, Term term, Term& copied,
                               const CopySize& size) {
    HeapFragment* f = new_fragment(context.blocks, header_words, size.words, size.off_heap);
    if (!f) return nullptr;
    if (size.words > kLongCopyWords && context.takes_long) context.takes_long(context);
    Word* top = reinterpret_cast<Word*>(f) + header_words;
    Word* off_heap = nullptr;
    copied = copy_term(term, top, off_heap, size.literals);
    if (size.off_heap) off_heap_head(f) = off_heap;
    return f;
}

HeapFragment* copy_to_fragment(RunContext& context, Word header_words, Term term, Term& copied) {
    if (term.is_immediate()) {
        copied = term;
        return new_fragment(context.blocks, header_words, 0);
    }
    return copy_to_fragment(context, header_words, term, copied, copy_size(term, context.literals));
}

void attach_fragment(Process& p, HeapFragment* f) {
    f->next = p.fragments;
    p.fragments = f;
    const Word words = Word{p.fragment_words} + f->block_words;
    p.fragment_words = static_cast<std::uint32_t>(
        std::min<Word>(words, std::numeric_limits<std::uint32_t>::max()));
    if (!(f->flags & kFragmentHasOffHeap)) return;
    for (Word* object = off_heap_head(f); object;) {
        auto* next = reinterpret_cast<Word*>(next_off_heap(object));
        link_off_heap(p, object);
        if (header_kind(object[0]) == BoxedKind::SharedBinary) charge_binary(p, object[1]);
        object = next;
    }
}

void drop_fragment(BlockCache& blocks, HeapFragment* f) {
    if (f->flags & kFragmentHasOffHeap) {
        for (Word* object = off_heap_head(f); object;) {
            auto* next = reinterpret_cast<Word*>(next_off_heap(object));
            release_off_heap(object, blocks);
            object = next;
        }
    }
    blocks.free(f, Word{f->block_words} * sizeof(Word), MemoryUse::Message);
}

}  // namespace vial

// vm/heap/fragment.h: a block of terms that came to a process from outside its heap.
// Here: HeapFragment, the head of every message and of anything else a process takes in; making one
//       by copying a term, attaching it to the receiver, dropping one that was never taken.
// Not here: the rest of a message's header (process/signal.h derives from HeapFragment).
// Threads: made by the sender, handed over whole, then the receiver's.
// Holds: a fragment is used where it is until the receiver's next collection folds it into the heap.
//        Off-heap references in it hang on a list whose head is the block's last word (if flagged),
//        so a fragment that is never taken can drop them without looking at its terms.
//
//   word 0   next
//   word 1   kind 8 | flags 8 | region count 16 | words of the whole block 32
//   ...      the owner's header, up to `header_words`
//   terms... | regions (one word each) | off-heap list head (if kFragmentHasOffHeap)
#pragma once

#include <cstdint>

#include "vm/heap/copy.h"
#include "vm/process/roots.h"
#include "vm/term/term.h"

namespace vial {

constexpr std::uint8_t kFragmentHasOffHeap = 1;
// Flags from here on are the signal's own (process/signal.h).
constexpr std::uint8_t kFragmentFirstFreeFlag = 4;

struct HeapFragment {
    HeapFragment* next;
    std::uint8_t kind;
    std::uint8_t flags;
    std::uint16_t region_count;
    std::uint32_t block_words;  // of the whole block, header included
};
static_assert(sizeof(HeapFragment) == 16);

// A block with `header_words` words before the terms and room for `term_words`; nullptr when memory
// is refused or the size passes 32 bits. Only the HeapFragment part is initialised.
HeapFragment* new_fragment(BlockCache& blocks, Word header_words, Word term_words,
                           bool has_off_heap = false);
// A fragment that holds a copy of `term`; `copied` is the copy. Literals are not copied.
HeapFragment* copy_to_fragment(RunContext& context, Word header_words, Term term, Term& copied);
// As above when the caller knows the size already (copy_size).
HeapFragment* copy_to_fragment(RunContext& context, Word header_words, Term term, Term& copied,
                               const CopySize& size);

// Makes the fragment's terms part of the heap: from now on pointers into it may stand anywhere in
// the process. It becomes garbage by the next collection.
void attach_fragment(Process& process, HeapFragment* fragment);
// Frees a fragment that was not attached, and its references.
void drop_fragment(BlockCache& blocks, HeapFragment* fragment);

}  // namespace vial

// vm/heap/gc.h: the heap of one process and its collector.
// Here: making and freeing a heap, collecting, its size; RootVisitor.
// Not here: building terms (writer.h), copying to others (copy.h, fragment.h).
// Threads: the owner of the process.
// Holds: copying, two generations. A minor collection moves what lived through one before (below the
//        high-water mark) to the old generation and the rest to a new block; a full one moves all to
//        one block and frees the old generation. Afterwards a third of the block is free, the stack
//        counted as live. Frames are read by their descriptors; literals stay where they are.
//
//   heap_start | ... high_water ... top | free | sp ... stack ... | heap_end
#pragma once

#include <cstdint>

#include "vm/process/process.h"
#include "vm/process/roots.h"

namespace vial {

struct OldGeneration {
    Word* top;
    Word* end;
    Word* off_heap;  // list through its SharedBinary and Resource terms
    Word block_words;
    std::uint32_t binary_units;        // of shared binaries it refers to
    std::uint32_t binary_units_limit;  // beyond it the next collection is full
    Word* start() { return reinterpret_cast<Word*>(this + 1); }
};

// Shared binaries are counted in units of this many bytes.
constexpr Word kBinaryUnitBytes = 64;

// 640 bytes, heap and stack together.
constexpr Word kFirstBlockWords = 80;
// Collections before a full one, unless the spawn options say otherwise (OTP's default).
constexpr std::uint16_t kDefaultFullsweepAfter = 65535;

// Gives a new process its block, with an empty stack and room for at least `words` (rounded up to a
// block; 0: the first block). Sets every field of line 1 and the heap fields of line 2. False when
// memory is refused.
bool create_heap(Process& process, BlockCache& blocks, Word words = 0);
// Frees block, old generation, fragments, regions and all references.
void destroy_heap(Process& process, BlockCache& blocks);

enum class CollectKind : std::uint8_t { Minor, Full };
// Collects so that afterwards `need_words` (and the stack slack) are free.
void collect(Process& process, Word need_words, CollectKind kind);
// A full collection into the smallest block that fits (hibernate).
void collect_and_shrink(Process& process);
// More stack: what Allocate does when sp - top is too little; a plain collection with the need.
inline void grow_stack(Process& process, Word words) { collect(process, words, CollectKind::Minor); }

// Words of the block (stack included) and the old generation, attached fragments not counted.
Word heap_block_words(const Process& process);
// Words in use by terms: young, old and fragments.
Word heap_used_words(const Process& process);
inline Word stack_words(const Process& process) {
    return static_cast<Word>(process.heap_end - process.sp);
}
// Bytes really allocated for the process's heap: block, old generation, attached fragments.
Word heap_allocated_bytes(const Process& process);

// Attached fragments or binaries weigh so much that whoever can collect now should (after a message
// was taken, at the end of a slice).
bool wants_collection(const Process& process);

// Counts `bytes` of a new reference to a shared binary as allocation of this process.
void charge_binary(Process& process, Word bytes);
// Puts a SharedBinary or Resource object just written to the young heap on the off-heap list.
inline void link_off_heap(Process& process, Word* object) {
    object[boxed_total_words(object[0]) - 1] = reinterpret_cast<Word>(process.off_heap);
    process.off_heap = object;
}

// Shows the collector terms outside heap and stack. Call visit for each span of live terms; they are
// updated in place.
class RootVisitor {
  public:
    using Function = void (*)(void* state, Term* terms, std::size_t count);
    RootVisitor(Function function, void* state) : function_(function), state_(state) {}
    void visit(Term* terms, std::size_t count) { function_(state_, terms, count); }
    void visit(Term& term) { function_(state_, &term, 1); }

  private:
    Function function_;
    void* state_;
};

}  // namespace vial

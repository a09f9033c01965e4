// runtime/table/row.h: one object of a table.
// Here: Row: making one from a term, its size, copying it to a process, freeing it.
// Not here: how rows are found (hash_store.h, ordered_store.h).
// Threads: under the lock of the store that holds the row.
// Holds: a row's terms stand in its own block; nothing outside points into it, and it points to
//        nothing but counted binaries, which hang on its own list.
#pragma once

#include <cstdint>

#include "vm/base/memory.h"
#include "vm/heap/copy.h"
#include "vm/process/process.h"
#include "vm/term/boxed.h"

namespace vial {

struct Row {
    Row* next;            // in the chain of a hash bucket
    std::uint64_t hash;   // of the key; 0 in ordered tables
    Term object;          // the tuple, in this block
    Word words;           // of the terms
    Word* off_heap;

    Term key(std::uint32_t position) const { return tuple_element(object, position); }
};

// nullptr when memory is refused. Literals are copied too: the module they belong to may go.
Row* make_row(BlockCache& blocks, Term object, std::uint64_t hash);
void free_row(BlockCache& blocks, Row* row);
std::size_t row_bytes(const Row& row);

// Whether `words` more fit into the heap without a collection.
inline bool fits_heap(const Process& p, Word words) {
    return static_cast<Word>(p.sp - p.top) >= words + Process::kStackSlackWords;
}
// Copies a term of a row to the process, whose heap has room for it (copy_size).
Term copy_out(Process& p, Term term);

}  // namespace vial

// runtime/table/row.cpp: making, copying and freeing rows.
// Here: as row.h.
// Not here: as row.h.
// Threads: as row.h.
// Holds: as row.h.
#include "runtime/table/row.h"

#include "vm/code/fun_entry.h"
#include "vm/heap/object_scan.h"
#include "vm/process/roots.h"

namespace vial {

std::size_t row_bytes(const Row& row) { return sizeof(Row) + row.words * sizeof(Word); }

Row* make_row(BlockCache& blocks, Term object, std::uint64_t hash) {
    const CopySize size = copy_size(object, nullptr);
    auto* row = static_cast<Row*>(blocks.allocate(sizeof(Row) + size.words * sizeof(Word), MemoryUse::Table));
    if (row == nullptr) return nullptr;
    row->next = nullptr;
    row->hash = hash;
    row->words = size.words;
    row->off_heap = nullptr;
    Word* top = reinterpret_cast<Word*>(row + 1);
    row->object = copy_term(object, top, row->off_heap, nullptr);
    count_outside_funs(reinterpret_cast<Word*>(row + 1), top, 1);
    return row;
}

void free_row(BlockCache& blocks, Row* row) {
    const auto* words = reinterpret_cast<const Word*>(row + 1);
    count_outside_funs(words, words + row->words, -1);
    // The list goes through the last word of each counted object.
    for (Word* at = row->off_heap; at != nullptr;) {
        Word* next = reinterpret_cast<Word*>(at[boxed_total_words(at[0]) - 1]);
        release_off_heap(at, blocks);
        at = next;
    }
    blocks.free(row, row_bytes(*row), MemoryUse::Table);
}

Term copy_out(Process& p, Term term) {
    return copy_term(term, p.top, p.off_heap, context_of(p).literals);
}

}  // namespace vial

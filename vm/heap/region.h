// vm/heap/region.h: frozen regions: immutable, counted areas of the literal space.
// Here: Region and the list of regions that a process or message holds.
// Not here: freezing (a later native); literals of modules (code/).
// Threads: the count is atomic; a list belongs to its process.
// Holds: a pointer into a region is a plain term pointer in the literal range, so matching pays
//        nothing; the holder's list keeps the region alive.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/base/memory.h"
#include "vm/term/term.h"

namespace vial {

class LiteralSpace;

struct Region {
    std::atomic<std::uint64_t> count;
    Word* words;
    Word size_words;
    LiteralSpace* space;

    void retain() { count.fetch_add(1, std::memory_order_relaxed); }
    void release();
};

struct RegionList {
    RegionList* next;
    Region* region;
    bool met;  // by the full collection under way
};

// Drops every entry.
void release_regions(BlockCache& blocks, RegionList*& list);

}  // namespace vial

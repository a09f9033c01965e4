// vm/heap/region.cpp: the end of frozen regions.
// Here: counting down.
// Not here: making them.
// Threads: the last holder frees.
// Holds: an area goes back to the literal space it came from.
#include "vm/heap/region.h"

#include "vm/base/literal_space.h"

namespace vial {

void Region::release() {
    // Release: our reads are over; acquire: those of all others are before the free.
    if (count.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    LiteralSpace* home = space;
    Word* area = words;
    home->free(area, size_words);  // the Region itself stands at the area's start
}

void release_regions(BlockCache& blocks, RegionList*& list) {
    while (list) {
        RegionList* entry = list;
        list = entry->next;
        entry->region->release();
        blocks.free(entry, sizeof(RegionList), MemoryUse::ProcessHeap);
    }
}

}  // namespace vial

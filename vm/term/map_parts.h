// vm/term/map_parts.h: a large map built part by part, for who must stop on the way.
// Here: parts of a trie by the first nibbles of the keys' hashes, and joining them.
// Not here: building at once (map.h); the native that stops (runtime/term/maps_build.cpp).
// Threads: pure.
// Holds: the joined map is the one that building at once makes of the same pairs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "vm/term/map.h"

namespace vial {

// Which of the 16^levels parts a key belongs to; parts are in the order of hashes.
std::uint32_t map_part_of(Term key, int levels, const AtomTable& atoms);

// Adds the pairs of a part of a large map; their hashes are not set.
void map_part_entries(Term map, std::uint32_t part, int levels, const AtomTable& atoms, std::vector<MapEntry>& entries);

// The pairs of one part: prepare sorts and drops earlier duplicates and tells the exact words; then the entries make
// the part of the trie, whose term only map_join understands.
Word map_part_prepare(std::vector<MapEntry>& entries, int levels, const AtomTable& atoms);
Term map_part_build(HeapWriter& out, std::span<const MapEntry> entries, int levels, bool& collided);

struct MapPart {
    std::uint32_t index;
    Word pairs;
    Term trie;
};
// At least 33 pairs in all; `parts` are in order and none is empty.
Word map_join_words(std::span<const MapPart> parts, int levels);
Term map_join(HeapWriter& out, std::vector<MapPart> parts, int levels, bool collided);

}  // namespace vial

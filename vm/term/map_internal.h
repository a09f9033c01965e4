// vm/term/map_internal.h: the trie behind large maps.
// Here: paths through the trie, what map.cpp needs of map_trie.cpp.
// Not here: flat maps.
// Threads: pure.
// Holds: level n of the trie looks at nibble n of the hash from the top, 15 levels; below them keys
//        whose 60 bits are equal share a collision node. A node whose only child is a leaf does not
//        exist: the leaf stands in its place, so a set of keys has one shape.
#pragma once

#include <bit>

#include "vm/term/map.h"

namespace vial {

constexpr int kTrieLevels = 15;
constexpr Word kTrieHadCollision = 1;  // flag in the header of a HamtMap

constexpr unsigned trie_nibble(std::uint64_t hash, int level) {
    return static_cast<unsigned>(hash >> (60 - 4 * level)) & 15;
}
inline Term trie_root(Term map) { return Term::from_word(map.boxed_words()[2]); }
// Where the child of a nibble stands behind the header, if the bitmap has it.
inline unsigned trie_child(unsigned bitmap, unsigned bit) {
    return 1 + static_cast<unsigned>(std::popcount(bitmap & (bit - 1)));
}
// Header and children, to be filled in.
inline Word* take_trie_node(HeapWriter& out, unsigned bitmap) {
    Word* node = out.take(1 + static_cast<Word>(std::popcount(bitmap)));
    node[0] = make_hamt_node_header(bitmap);
    return node;
}

Term trie_get(Term map, Term key, std::uint64_t hash);
Word trie_put_words(Term map);
Term trie_put(HeapWriter& out, Term map, Term key, Term value, std::uint64_t hash,
              const AtomTable& atoms);
// The map has more than 33 pairs.
Term trie_remove(HeapWriter& out, Term map, Term key, std::uint64_t hash);
Term write_trie_map(HeapWriter& out, Word pairs, Term root, Word flags);

}  // namespace vial

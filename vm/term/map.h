// vm/term/map.h: maps: flat and sorted up to 32 keys, a hash trie above.
// Here: look-up, putting, removing, building in bulk, iterating.
// Not here: the language's :maps (runtime/term).
// Threads: pure functions over immutable terms; writers as their heap.
// Holds: the form follows from the number of keys alone (32 at most: flat), and a trie's shape from
//        its keys, so equal maps have equal shapes. Writing functions allocate nothing: the caller
//        reserves what map_*_words says, then reads its terms again and calls.
//
//   FlatMap        header(pairs) | key tuple, sorted in key order | values...
//   HamtMap        header(1) | pairs (small) | root node  flag 1: has had collision nodes
//   HamtNode       header(children, bitmap of 16) | children: node, collision or leaf
//   leaf           a cons cell: [key | value]
//   HamtCollision  header(pairs) | key, value, ...       all 60 bits of the hashes are equal
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "vm/heap/writer.h"
#include "vm/term/atom_table.h"
#include "vm/term/boxed.h"
#include "vm/term/hash.h"

namespace vial {

struct MapPair {
    Term key;
    Term value;
};

inline Word map_size(Term map) {
    return is_flat_map(map) ? header_size(map.header())
                            : static_cast<Word>(Term::from_word(map.boxed_words()[1]).small_value());
}
inline Term flat_map_keys(Term map) { return Term::from_word(map.boxed_words()[1]); }
inline std::span<Term> flat_map_values(Term map) {
    return {reinterpret_cast<Term*>(map.boxed_words() + 2), header_size(map.header())};
}

// --- reading -----------------------------------------------------------------------------------
Term map_get_slow(Term map, Term key, const AtomTable& atoms);
// The value, or kNoTerm.
inline Term map_get(Term map, Term key, const AtomTable& atoms) {
    if (is_flat_map(map) && (key.is_atom() || key.is_small())) {
        const Term* keys = reinterpret_cast<Term*>(flat_map_keys(map).boxed_words() + 1);
        const Word count = header_size(map.header());
        for (Word i = 0; i < count; ++i) {
            if (keys[i] == key) return Term::from_word(map.boxed_words()[2 + i]);
        }
        return kNoTerm;
    }
    return map_get_slow(map, key, atoms);
}
inline bool map_has(Term map, Term key, const AtomTable& atoms) {
    return map_get(map, key, atoms) != kNoTerm;
}

// Walks all pairs: flat maps in key order, large ones in the trie's. The map must not move meanwhile.
class MapIterator {
  public:
    explicit MapIterator(Term map);
    bool next(Term& key, Term& value);
    // The last pair came from a collision node, whose order is chance.
    bool in_collision() const {
        return depth_ >= 0 && header_kind(levels_[depth_].node[0]) == BoxedKind::HamtCollision;
    }

  private:
    bool next_in_trie(Term& key, Term& value);
    void enter(Term child);
    struct Level {
        const Word* node;
        std::uint32_t index;
        std::uint32_t end;
    };
    static constexpr int kMaxDepth = 17;
    Term map_;
    Word position_ = 0;
    int depth_ = -1;
    Level levels_[kMaxDepth];
};

// --- writing -------------------------------------------------------------------------------------
// Words that map_put may take.
Word map_put_words(Term map);
// `map` with key => value. Keys of equal maps stay shared where no key is new.
Term map_put(HeapWriter& out, Term map, Term key, Term value, const AtomTable& atoms);
// As map_put when the key is there, else kNoTerm and nothing written.
Term map_update(HeapWriter& out, Term map, Term key, Term value, const AtomTable& atoms);

Word map_remove_words(Term map);
// `map` itself when the key is not there.
Term map_remove(HeapWriter& out, Term map, Term key, const AtomTable& atoms);

// Building in bulk from a few pairs: words for at most `pairs` pairs (generous above 32), then the
// map. Later pairs replace earlier ones of the same key; `pairs` is scratch and is reordered.
// `empty` is the literal %{} or kNoTerm (then an empty map is written, 3 words).
Word map_build_words(Word pairs);
Term map_build(HeapWriter& out, std::span<MapPair> pairs, const AtomTable& atoms,
               Term empty = kNoTerm);

// Building in bulk from many: prepare sorts and drops duplicates and tells the exact words; then the
// entries (all their words are terms, so a RootScope can hold them) make the map.
struct MapEntry {
    Term key;
    Term value;
    Term hash;  // a small integer, set by map_prepare
};
Word map_prepare(std::vector<MapEntry>& entries, const AtomTable& atoms);
Term map_build_prepared(HeapWriter& out, std::span<const MapEntry> entries);

// A flat map over an existing key tuple (sorted, 1 to 32 keys). flat_map_words(n).
Term map_with_keys(HeapWriter& out, Term keys, std::span<const Term> values);

}  // namespace vial

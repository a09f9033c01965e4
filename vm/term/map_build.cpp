// vm/term/map_build.cpp: maps from many pairs at once.
// Here: sorting, dropping earlier duplicates, writing flat maps and tries without intermediate
// copies, at once or part by part. Not here: single puts (map.cpp, map_trie.cpp). Threads: pure. Holds: map_prepare's count
// of words is exact; map_build_words is a bound.
#include <algorithm>
#include <bit>

#include "vm/base/merge_sort.h"
#include "vm/term/compare.h"
#include "vm/term/map_internal.h"
#include "vm/term/map_parts.h"

namespace vial {

namespace {

template <class Item>
std::size_t sort_flat(std::span<Item> items, const AtomTable& atoms) {
    // A few pairs, often sorted already: insertion needs no scratch memory.
    std::size_t count = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item item = items[i];
        std::size_t at = count;
        int order = -1;
        while (at > 0 && (order = compare_exact(items[at - 1].key, item.key, atoms)) > 0) --at;
        if (at > 0 && order == 0) {
            items[at - 1].value = item.value;
            continue;
        }
        for (std::size_t k = count; k > at; --k) items[k] = items[k - 1];
        items[at] = item;
        ++count;
    }
    return count;
}

template <class Item>
Term write_flat(HeapWriter& out, std::span<const Item> items) {
    const Word count = items.size();
    Word* keys = out.take(tuple_words(count));
    Word* map = out.take(flat_map_words(count));
    keys[0] = make_header(BoxedKind::Tuple, count);
    map[0] = make_header(BoxedKind::FlatMap, count);
    map[1] = Term::boxed(keys).word();
    for (Word i = 0; i < count; ++i) {
        keys[1 + i] = items[i].key.word();
        map[2 + i] = items[i].value.word();
    }
    return Term::boxed(map);
}

std::uint64_t hash_of(const MapEntry& e) {
    return static_cast<std::uint64_t>(e.hash.small_value()) << 4;
}

// Duplicates stand in runs of equal hashes, in their order.
std::size_t drop_duplicates(std::vector<MapEntry>& entries) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        bool replaced = false;
        for (std::size_t k = kept; k-- > 0 && entries[k].hash == entries[i].hash;) {
            if (!equal_exact(entries[k].key, entries[i].key)) continue;
            entries[k].value = entries[i].value;
            replaced = true;
            break;
        }
        if (!replaced) entries[kept++] = entries[i];
    }
    return kept;
}

void sort_by_hash(std::vector<MapEntry>& entries, const AtomTable& atoms) {
    for (MapEntry& e : entries) {
        e.hash = Term::small(static_cast<std::int64_t>(hash_term(e.key, atoms) >> 4));
    }
    std::vector<MapEntry> scratch(entries.size());
    merge_sort(std::span(entries), std::span(scratch),
               [](const MapEntry& a, const MapEntry& b) { return a.hash.word() > b.hash.word(); });
    entries.resize(drop_duplicates(entries));
}

using Entries = std::span<const MapEntry>;

// End of the run from `first` on whose nibble at `level` is the same.
std::size_t run_end(Entries entries, std::size_t first, int level) {
    const unsigned nibble = trie_nibble(hash_of(entries[first]), level);
    std::size_t end = first + 1;
    while (end < entries.size() && trie_nibble(hash_of(entries[end]), level) == nibble) ++end;
    return end;
}

// Recursion is bounded by the levels of the trie.
Word trie_words(Entries entries, int level) {
    if (entries.size() == 1) return kConsWords;
    if (level == kTrieLevels) return 1 + 2 * entries.size();
    Word words = 1;
    for (std::size_t i = 0; i < entries.size();) {
        const std::size_t end = run_end(entries, i, level);
        words += 1 + trie_words(entries.subspan(i, end - i), level + 1);
        i = end;
    }
    return words;
}

Term write_trie(HeapWriter& out, Entries entries, int level, Word& flags) {
    if (entries.size() == 1) return out.cons(entries[0].key, entries[0].value);
    if (level == kTrieLevels) {
        flags |= kTrieHadCollision;
        Word* at = out.take(1 + 2 * entries.size());
        at[0] = make_header(BoxedKind::HamtCollision, entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i) {
            at[1 + 2 * i] = entries[i].key.word();
            at[2 + 2 * i] = entries[i].value.word();
        }
        return Term::boxed(at);
    }
    unsigned bitmap = 0;
    for (std::size_t i = 0; i < entries.size(); i = run_end(entries, i, level)) {
        bitmap |= 1u << trie_nibble(hash_of(entries[i]), level);
    }
    Word* at = take_trie_node(out, bitmap);
    Word child = 0;
    for (std::size_t i = 0; i < entries.size();) {
        const std::size_t end = run_end(entries, i, level);
        at[1 + child++] = write_trie(out, entries.subspan(i, end - i), level + 1, flags).word();
        i = end;
    }
    return Term::boxed(at);
}

}  // namespace

Word map_build_words(Word pairs) {
    if (pairs <= kMaxFlatMapPairs) return flat_map_words(pairs) + tuple_words(pairs);
    // Each pair: a leaf, and in the worst case a chain of nodes of its own.
    return 3 + pairs * (kConsWords + kTrieLevels * 2 + 1);
}

Term map_build(HeapWriter& out, std::span<MapPair> pairs, const AtomTable& atoms, Term empty) {
    if (pairs.empty() && empty != kNoTerm) return empty;
    if (pairs.size() <= kMaxFlatMapPairs) {
        const std::size_t count = sort_flat(pairs, atoms);
        return write_flat<MapPair>(out, pairs.first(count));
    }
    std::vector<MapEntry> entries;
    entries.reserve(pairs.size());
    for (const MapPair& pair : pairs) entries.push_back({pair.key, pair.value, Term()});
    map_prepare(entries, atoms);
    return map_build_prepared(out, entries);
}

Word map_prepare(std::vector<MapEntry>& entries, const AtomTable& atoms) {
    if (entries.size() > kMaxFlatMapPairs) {
        sort_by_hash(entries, atoms);
        if (entries.size() > kMaxFlatMapPairs) return 3 + trie_words(entries, 0);
    }
    entries.resize(sort_flat(std::span(entries), atoms));
    return flat_map_words(entries.size()) + tuple_words(entries.size());
}

Term map_build_prepared(HeapWriter& out, std::span<const MapEntry> entries) {
    if (entries.size() <= kMaxFlatMapPairs) return write_flat<MapEntry>(out, entries);
    Word flags = 0;
    const Term root = write_trie(out, entries, 0, flags);
    return write_trie_map(out, entries.size(), root, flags);
}

// --- part by part --------------------------------------------------------------------------------

std::uint32_t map_part_of(Term key, int levels, const AtomTable& atoms) {
    return static_cast<std::uint32_t>(hash_term(key, atoms) >> (64 - 4 * levels));
}

namespace {

// Recursion is bounded by the levels of the trie.
void add_all(Term trie, std::vector<MapEntry>& entries) {
    if (trie.is_cons()) {
        entries.push_back({trie.head(), trie.tail(), Term()});
        return;
    }
    const Word* node = trie.boxed_words();
    if (header_kind(node[0]) == BoxedKind::HamtCollision) {
        const Word count = header_size(node[0]);
        for (Word i = 0; i < count; ++i) {
            entries.push_back({Term::from_word(node[1 + 2 * i]), Term::from_word(node[2 + 2 * i]), Term()});
        }
        return;
    }
    const Word children = hamt_node_children(node[0]);
    for (Word i = 1; i <= children; ++i) add_all(Term::from_word(node[i]), entries);
}

}  // namespace

void map_part_entries(Term map, std::uint32_t part, int levels, const AtomTable& atoms, std::vector<MapEntry>& entries) {
    Term at = trie_root(map);
    for (int level = 0; level < levels; ++level) {
        if (at.is_cons()) {  // a leaf stands as high as it can
            if (map_part_of(at.head(), levels, atoms) == part) add_all(at, entries);
            return;
        }
        const unsigned bitmap = hamt_node_bitmap(at.header());
        const unsigned bit = 1u << (part >> (4 * (levels - 1 - level)) & 15);
        if ((bitmap & bit) == 0) return;
        at = Term::from_word(at.boxed_words()[trie_child(bitmap, bit)]);
    }
    add_all(at, entries);
}

Word map_part_prepare(std::vector<MapEntry>& entries, int levels, const AtomTable& atoms) {
    sort_by_hash(entries, atoms);
    return trie_words(entries, levels);
}

Term map_part_build(HeapWriter& out, std::span<const MapEntry> entries, int levels, bool& collided) {
    Word flags = 0;
    const Term trie = write_trie(out, entries, levels, flags);
    collided = collided || flags != 0;
    return trie;
}

Word map_join_words(std::span<const MapPart> parts, int levels) {
    // Each part is a child on each level at most, and each node has one child at least.
    return 3 + static_cast<Word>(levels) * 2 * parts.size();
}

Term map_join(HeapWriter& out, std::vector<MapPart> parts, int levels, bool collided) {
    Word pairs = 0;
    for (const MapPart& part : parts) pairs += part.pairs;
    for (int level = levels; level > 0; --level) {
        std::vector<MapPart> joined;
        for (std::size_t i = 0; i < parts.size();) {
            const std::uint32_t index = parts[i].index >> 4;
            std::size_t end = i;
            MapPart node{index, 0, Term()};
            unsigned bitmap = 0;
            for (; end < parts.size() && parts[end].index >> 4 == index; ++end) {
                node.pairs += parts[end].pairs;
                bitmap |= 1u << (parts[end].index & 15);
            }
            if (node.pairs == 1) {
                node.trie = parts[i].trie;  // a leaf stands as high as it can
            } else {
                Word* at = take_trie_node(out, bitmap);
                for (Word k = 0; k < end - i; ++k) at[1 + k] = parts[i + k].trie.word();
                node.trie = Term::boxed(at);
            }
            joined.push_back(node);
            i = end;
        }
        parts = std::move(joined);
    }
    return write_trie_map(out, pairs, parts.front().trie, collided ? kTrieHadCollision : 0);
}

}  // namespace vial

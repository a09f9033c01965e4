// vm/term/map.cpp: maps: look-up, flat maps, the iterator.
// Here: reading both forms; putting and removing in flat maps; choosing the form.
// Not here: the trie's own writing (map_trie.cpp), bulk building (map_build.cpp).
// Threads: pure.
// Holds: a flat map's keys are in the order of compare_exact.
#include "vm/term/map.h"

#include <bit>

#include "vm/term/compare.h"
#include "vm/term/map_internal.h"

namespace vial {

namespace {

constexpr Word kNotFound = ~Word{0};

Word find_flat(Term map, Term key) {
    const auto keys = tuple_elements(flat_map_keys(map));
    for (Word i = 0; i < keys.size(); ++i) {
        if (equal_exact(keys[i], key)) return i;
    }
    return kNotFound;
}

// Where a key that is not there belongs.
Word flat_position(Term map, Term key, const AtomTable& atoms) {
    const auto keys = tuple_elements(flat_map_keys(map));
    Word low = 0;
    Word high = keys.size();
    while (low < high) {
        const Word middle = (low + high) / 2;
        if (compare_exact(keys[middle], key, atoms) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

Term put_flat(HeapWriter& out, Term map, Term key, Term value, const AtomTable& atoms) {
    const Word at = flat_position(map, key, atoms);
    const auto keys = tuple_elements(flat_map_keys(map));
    const auto values = flat_map_values(map);
    const Word count = keys.size();
    Word* new_keys = out.take(tuple_words(count + 1));
    Word* new_map = out.take(flat_map_words(count + 1));
    new_keys[0] = make_header(BoxedKind::Tuple, count + 1);
    new_map[0] = make_header(BoxedKind::FlatMap, count + 1);
    new_map[1] = Term::boxed(new_keys).word();
    for (Word i = 0; i <= count; ++i) {
        const Word from = i < at ? i : i - 1;
        new_keys[1 + i] = (i == at ? key : keys[from]).word();
        new_map[2 + i] = (i == at ? value : values[from]).word();
    }
    return Term::boxed(new_map);
}

Term replace_flat(HeapWriter& out, Term map, Word at, Term value) {
    const Word count = map_size(map);
    const Word* old = map.boxed_words();
    if (old[2 + at] == value.word()) return map;
    Word* words = out.take(flat_map_words(count));
    for (Word i = 0; i < flat_map_words(count); ++i) words[i] = old[i];
    words[2 + at] = value.word();
    return Term::boxed(words);
}

Term remove_flat(HeapWriter& out, Term map, Word at) {
    const auto keys = tuple_elements(flat_map_keys(map));
    const auto values = flat_map_values(map);
    const Word count = keys.size() - 1;
    Word* new_keys = out.take(tuple_words(count));
    Word* new_map = out.take(flat_map_words(count));
    new_keys[0] = make_header(BoxedKind::Tuple, count);
    new_map[0] = make_header(BoxedKind::FlatMap, count);
    new_map[1] = Term::boxed(new_keys).word();
    for (Word i = 0; i < count; ++i) {
        const Word from = i < at ? i : i + 1;
        new_keys[1 + i] = keys[from].word();
        new_map[2 + i] = values[from].word();
    }
    return Term::boxed(new_map);
}

// All pairs of a flat map of 32 and one more, as a trie.
Term grow_to_trie(HeapWriter& out, Term map, Term key, Term value, const AtomTable& atoms) {
    MapPair pairs[kMaxFlatMapPairs + 1];
    const auto keys = tuple_elements(flat_map_keys(map));
    const auto values = flat_map_values(map);
    for (Word i = 0; i < keys.size(); ++i) pairs[i] = {keys[i], values[i]};
    pairs[keys.size()] = {key, value};
    return map_build(out, {pairs, keys.size() + 1}, atoms);
}

}  // namespace

Term map_get_slow(Term map, Term key, const AtomTable& atoms) {
    if (!is_flat_map(map)) return trie_get(map, key, hash_term(key, atoms));
    const Word at = find_flat(map, key);
    return at == kNotFound ? kNoTerm : flat_map_values(map)[at];
}

Word map_put_words(Term map) {
    if (!is_flat_map(map)) return trie_put_words(map);
    const Word count = map_size(map);
    if (count >= kMaxFlatMapPairs) return map_build_words(count + 1);
    return flat_map_words(count + 1) + tuple_words(count + 1);
}

Term map_put(HeapWriter& out, Term map, Term key, Term value, const AtomTable& atoms) {
    if (!is_flat_map(map)) return trie_put(out, map, key, value, hash_term(key, atoms), atoms);
    const Word at = find_flat(map, key);
    if (at != kNotFound) return replace_flat(out, map, at, value);
    if (map_size(map) == kMaxFlatMapPairs) return grow_to_trie(out, map, key, value, atoms);
    return put_flat(out, map, key, value, atoms);
}

Term map_update(HeapWriter& out, Term map, Term key, Term value, const AtomTable& atoms) {
    if (!is_flat_map(map)) {
        const auto hash = hash_term(key, atoms);
        if (trie_get(map, key, hash) == kNoTerm) return kNoTerm;
        return trie_put(out, map, key, value, hash, atoms);
    }
    const Word at = find_flat(map, key);
    return at == kNotFound ? kNoTerm : replace_flat(out, map, at, value);
}

Word map_remove_words(Term map) {
    if (!is_flat_map(map)) {
        if (map_size(map) == kMaxFlatMapPairs + 1) return map_build_words(kMaxFlatMapPairs);
        return trie_put_words(map);
    }
    const Word count = map_size(map);
    return count ? flat_map_words(count - 1) + tuple_words(count - 1) : 0;
}

Term map_remove(HeapWriter& out, Term map, Term key, const AtomTable& atoms) {
    if (is_flat_map(map)) {
        const Word at = find_flat(map, key);
        return at == kNotFound ? map : remove_flat(out, map, at);
    }
    if (map_size(map) > kMaxFlatMapPairs + 1) {
        return trie_remove(out, map, key, hash_term(key, atoms));
    }
    if (map_get(map, key, atoms) == kNoTerm) return map;
    MapPair pairs[kMaxFlatMapPairs + 1];
    Word count = 0;
    MapIterator all(map);
    MapPair pair;
    while (all.next(pair.key, pair.value)) {
        if (!equal_exact(pair.key, key)) pairs[count++] = pair;
    }
    return map_build(out, {pairs, count}, atoms);
}

Term map_with_keys(HeapWriter& out, Term keys, std::span<const Term> values) {
    Word* words = out.take(flat_map_words(values.size()));
    words[0] = make_header(BoxedKind::FlatMap, values.size());
    words[1] = keys.word();
    for (Word i = 0; i < values.size(); ++i) words[2 + i] = values[i].word();
    return Term::boxed(words);
}

// --- iterating
// -------------------------------------------------------------------------------------

MapIterator::MapIterator(Term map) : map_(map) {
    if (!is_flat_map(map)) enter(trie_root(map));
}

bool MapIterator::next(Term& key, Term& value) {
    if (!is_flat_map(map_)) return next_in_trie(key, value);
    if (position_ == map_size(map_)) return false;
    key = tuple_element(flat_map_keys(map_), position_);
    value = flat_map_values(map_)[position_];
    ++position_;
    return true;
}

void MapIterator::enter(Term child) {
    const Word* node = child.boxed_words();
    const bool collision = header_kind(node[0]) == BoxedKind::HamtCollision;
    const Word end = collision ? 1 + 2 * header_size(node[0]) : 1 + hamt_node_children(node[0]);
    levels_[++depth_] = Level{node, 1, static_cast<std::uint32_t>(end)};
}

bool MapIterator::next_in_trie(Term& key, Term& value) {
    while (depth_ >= 0) {
        Level& level = levels_[depth_];
        if (level.index == level.end) {
            --depth_;
            continue;
        }
        if (header_kind(level.node[0]) == BoxedKind::HamtCollision) {
            key = Term::from_word(level.node[level.index]);
            value = Term::from_word(level.node[level.index + 1]);
            level.index += 2;
            return true;
        }
        const Term child = Term::from_word(level.node[level.index++]);
        if (child.is_cons()) {
            key = child.head();
            value = child.tail();
            return true;
        }
        enter(child);
    }
    return false;
}

}  // namespace vial

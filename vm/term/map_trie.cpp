// vm/term/map_trie.cpp: look-up, put and remove in the hash trie.
// Here: the path from root to key, copying it with one change.
// Not here: bulk building (map_build.cpp).
// Threads: pure.
// Holds: as map_internal.h says; a put or remove copies one node per level.
#include <bit>

#include "vm/term/compare.h"
#include "vm/term/map_internal.h"

namespace vial {

namespace {

bool is_collision(Term node) {
    return node.is_boxed() && header_kind(node.header()) == BoxedKind::HamtCollision;
}

// The nodes passed on the way to a key, with the child index taken in each.
struct Path {
    const Word* nodes[kTrieLevels];
    unsigned indices[kTrieLevels];  // behind the node's header
    int length = 0;
    Term end;  // leaf, collision node, or kNoTerm: the last node has no such child
};

Path find_path(Term map, std::uint64_t hash) {
    Path path;
    Term at = trie_root(map);
    while (at.is_boxed() && !is_collision(at)) {
        const Word* node = at.boxed_words();
        const unsigned bit = 1u << trie_nibble(hash, path.length);
        const unsigned bitmap = hamt_node_bitmap(node[0]);
        path.nodes[path.length] = node;
        path.indices[path.length] = trie_child(bitmap, bit);
        ++path.length;
        if (!(bitmap & bit)) {
            path.end = kNoTerm;
            return path;
        }
        at = Term::from_word(node[path.indices[path.length - 1]]);
    }
    path.end = at;
    return path;
}

// Index of the key's word in a collision node, 0: not there.
Word find_in_collision(Term node, Term key) {
    const Word* words = node.boxed_words();
    const Word end = 1 + 2 * header_size(words[0]);
    for (Word i = 1; i < end; i += 2) {
        if (equal_exact(Term::from_word(words[i]), key)) return i;
    }
    return 0;
}

Term write_node(HeapWriter& out, unsigned bitmap, std::span<const Term> children) {
    Word* at = take_trie_node(out, bitmap);
    for (Word i = 0; i < children.size(); ++i) at[1 + i] = children[i].word();
    return Term::boxed(at);
}

// Nodes for two leaves from `level` on, as far down as their hashes agree.
Term split(HeapWriter& out, Term a, std::uint64_t a_hash, Term b, std::uint64_t b_hash, int level) {
    int fork = level;
    while (fork < kTrieLevels && trie_nibble(a_hash, fork) == trie_nibble(b_hash, fork)) ++fork;
    Term node;
    if (fork == kTrieLevels) {
        Word* at = out.take(5);
        at[0] = make_header(BoxedKind::HamtCollision, 2);
        at[1] = a.head().word();
        at[2] = a.tail().word();
        at[3] = b.head().word();
        at[4] = b.tail().word();
        node = Term::boxed(at);
    } else {
        const unsigned x = trie_nibble(a_hash, fork);
        const unsigned y = trie_nibble(b_hash, fork);
        const Term both[2] = {x < y ? a : b, x < y ? b : a};
        node = write_node(out, 1u << x | 1u << y, both);
    }
    while (fork-- > level) node = write_node(out, 1u << trie_nibble(a_hash, fork), {&node, 1});
    return node;
}

// Copies the nodes of the path, the last of them first, with `child` at its end.
Term copy_path(HeapWriter& out, const Path& path, int length, Term child) {
    for (int i = length; i-- > 0;) {
        const Word* old = path.nodes[i];
        const Word words = 1 + hamt_node_children(old[0]);
        Word* at = out.take(words);
        for (Word k = 0; k < words; ++k) at[k] = old[k];
        at[path.indices[i]] = child.word();
        child = Term::boxed(at);
    }
    return child;
}

Term insert_child(HeapWriter& out, const Word* node, unsigned index, unsigned bit, Term child) {
    const Word count = hamt_node_children(node[0]);
    Word* at = take_trie_node(out, hamt_node_bitmap(node[0]) | bit);
    for (Word i = 1; i < index; ++i) at[i] = node[i];
    at[index] = child.word();
    for (Word i = index; i <= count; ++i) at[i + 1] = node[i];
    return Term::boxed(at);
}

Term put_in_collision(HeapWriter& out, Term node, Word at_key, Term key, Term value) {
    const Word* old = node.boxed_words();
    const Word pairs = header_size(old[0]);
    const Word new_pairs = pairs + (at_key ? 0 : 1);
    Word* at = out.take(1 + 2 * new_pairs);
    at[0] = make_header(BoxedKind::HamtCollision, new_pairs);
    for (Word i = 1; i < 1 + 2 * pairs; ++i) at[i] = old[i];
    const Word where = at_key ? at_key : 1 + 2 * pairs;
    at[where] = (at_key ? Term::from_word(old[at_key]) : key).word();
    at[where + 1] = value.word();
    return Term::boxed(at);
}

}  // namespace

Term write_trie_map(HeapWriter& out, Word pairs, Term root, Word flags) {
    Word* at = out.take(3);
    at[0] = make_header(BoxedKind::HamtMap, 1, flags);
    at[1] = Term::small(static_cast<std::int64_t>(pairs)).word();
    at[2] = root.word();
    return Term::boxed(at);
}

Term trie_get(Term map, Term key, std::uint64_t hash) {
    Term at = trie_root(map);
    for (int level = 0; at.is_boxed(); ++level) {
        const Word* node = at.boxed_words();
        if (header_kind(node[0]) == BoxedKind::HamtCollision) {
            const Word index = find_in_collision(at, key);
            return index ? Term::from_word(node[index + 1]) : kNoTerm;
        }
        const unsigned bit = 1u << trie_nibble(hash, level);
        const unsigned bitmap = hamt_node_bitmap(node[0]);
        if (!(bitmap & bit)) return kNoTerm;
        at = Term::from_word(node[trie_child(bitmap, bit)]);
    }
    return equal_exact(at.head(), key) ? at.tail() : kNoTerm;
}

Word trie_put_words(Term map) {
    // A full node on each level, a split down to the last, leaf and root; a collision node if there
    // may be one.
    const Word collision =
        header_flags(map.header()) & kTrieHadCollision ? 3 + 2 * map_size(map) : 5;
    return kTrieLevels * (17 + 2) + collision + kConsWords + 3;
}

Term trie_put(HeapWriter& out, Term map, Term key, Term value, std::uint64_t hash,
              const AtomTable& atoms) {
    const Path path = find_path(map, hash);
    Word pairs = map_size(map);
    Word flags = header_flags(map.header());
    Term child;
    int copied = path.length;
    if (path.end == kNoTerm) {
        const int last = path.length - 1;
        child = insert_child(out, path.nodes[last], path.indices[last],
                             1u << trie_nibble(hash, last), out.cons(key, value));
        copied = last;
        ++pairs;
    } else if (is_collision(path.end)) {
        const Word at = find_in_collision(path.end, key);
        child = put_in_collision(out, path.end, at, key, value);
        if (!at) ++pairs;
    } else if (equal_exact(path.end.head(), key)) {
        if (path.end.tail() == value) return map;
        child = out.cons(path.end.head(), value);
    } else {
        const auto other = hash_term(path.end.head(), atoms);
        child = split(out, path.end, other, out.cons(key, value), hash, path.length);
        if (hash >> 4 == other >> 4) flags |= kTrieHadCollision;
        ++pairs;
    }
    return write_trie_map(out, pairs, copy_path(out, path, copied, child), flags);
}

Term trie_remove(HeapWriter& out, Term map, Term key, std::uint64_t hash) {
    const Path path = find_path(map, hash);
    if (path.end == kNoTerm) return map;
    int copied = path.length;
    Term child = kNoTerm;
    if (is_collision(path.end)) {
        const Word at = find_in_collision(path.end, key);
        if (!at) return map;
        const Word* old = path.end.boxed_words();
        const Word pairs = header_size(old[0]);
        if (pairs > 2) {
            Word* words = out.take(1 + 2 * (pairs - 1));
            words[0] = make_header(BoxedKind::HamtCollision, pairs - 1);
            for (Word i = 1, to = 1; i < 1 + 2 * pairs; ++i) {
                if (i != at && i != at + 1) words[to++] = old[i];
            }
            child = Term::boxed(words);
        } else {
            const Word other = at == 1 ? 3 : 1;
            child = out.cons(Term::from_word(old[other]), Term::from_word(old[other + 1]));
        }
    } else if (!equal_exact(path.end.head(), key)) {
        return map;
    }
    // Without a child the node above loses one; a lone leaf that is left moves up.
    while (copied > 0 && (child == kNoTerm || child.is_cons())) {
        const Word* node = path.nodes[copied - 1];
        const unsigned index = path.indices[copied - 1];
        const Word count = hamt_node_children(node[0]);
        if (child != kNoTerm) {
            if (count > 1) break;
            --copied;
            continue;
        }
        --copied;
        if (count == 2) {
            const Term rest = Term::from_word(node[index == 1 ? 2 : 1]);
            if (rest.is_cons()) {
                child = rest;
                continue;
            }
        }
        if (count == 1) continue;
        const unsigned bit = 1u << trie_nibble(hash, copied);
        Term kept[16];
        Word to = 0;
        for (Word i = 1; i <= count; ++i) {
            if (i != index) kept[to++] = Term::from_word(node[i]);
        }
        child = write_node(out, hamt_node_bitmap(node[0]) & ~bit, {kept, to});
        break;
    }
    const Term root = copy_path(out, path, copied, child);
    return write_trie_map(out, map_size(map) - 1, root, header_flags(map.header()));
}

}  // namespace vial

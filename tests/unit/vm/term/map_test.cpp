// tests/unit/vm/term/map_test.cpp: maps against a model.
// Here: puts and removes across the border of 32 keys, one shape for one set of keys, merging
// forms,
//       colliding hashes.
// Not here: the language's functions.
// Threads: one.
// Holds: -
#include "vm/term/map.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "tests/unit/support/test_heap.h"
#include "vm/term/compare.h"
#include "vm/term/map_internal.h"

using namespace vial;
using vial::test::TestHeap;

namespace {

struct Maps {
    TestHeap h{1 << 16};
    Maps() {
        h.live(4);
        h.x[0] = Term::boxed(h.literals->empty_map_words());
    }
    void put(Term key, Term value) {
        HeapWriter out = h.p().reserve(map_put_words(h.x[0]));
        h.x[0] = map_put(out, h.x[0], key, value, h.atoms);
    }
    void remove(Term key) {
        HeapWriter out = h.p().reserve(map_remove_words(h.x[0]));
        h.x[0] = map_remove(out, h.x[0], key, h.atoms);
    }
    // The same pairs built at once.
    Term rebuilt(const std::map<std::int64_t, std::int64_t>& model) {
        std::vector<MapEntry> entries;
        for (auto [k, v] : model) entries.push_back({Term::small(k), Term::small(v), Term()});
        const Word words = map_prepare(entries, h.atoms);
        HeapWriter out = h.p().reserve(words);
        Word* before = h.p().top;
        const Term t = map_build_prepared(out, entries);
        CHECK(h.p().top == before + words);
        return t;
    }
};

}  // namespace

TEST_CASE("random puts and removes agree with a model and have one shape") {
    Maps m;
    std::mt19937 rng(3);
    std::map<std::int64_t, std::int64_t> model;
    for (int round = 0; round < 30000; ++round) {
        // Grow and shrink in waves, so that the border is crossed often.
        const bool grow = (round / 150) % 2 == 0;
        const std::int64_t key = static_cast<std::int64_t>(rng() % 90);
        if ((rng() % 4 != 0) == grow) {
            const std::int64_t value = static_cast<std::int64_t>(rng() % 10);
            m.put(Term::small(key), Term::small(value));
            model[key] = value;
        } else {
            m.remove(Term::small(key));
            model.erase(key);
        }
        REQUIRE(map_size(m.h.x[0]) == model.size());
        REQUIRE(is_flat_map(m.h.x[0]) == (model.size() <= 32));
        const Term got = map_get(m.h.x[0], Term::small(key), m.h.atoms);
        REQUIRE(got == (model.count(key) ? Term::small(model[key]) : kNoTerm));
        if (round % 20 == 0) {
            m.h.x[1] = m.rebuilt(model);
            REQUIRE(equal_exact(m.h.x[0], m.h.x[1]));
            REQUIRE(compare_terms(m.h.x[0], m.h.x[1], m.h.atoms) == 0);
            REQUIRE(hash_term(m.h.x[0], m.h.atoms) == hash_term(m.h.x[1], m.h.atoms));
            MapIterator all(m.h.x[0]);
            Term k, v;
            std::size_t count = 0;
            while (all.next(k, v)) {
                REQUIRE(model.at(k.small_value()) == v.small_value());
                ++count;
            }
            REQUIRE(count == model.size());
        }
    }
}

TEST_CASE("a large map grows and shrinks whole") {
    Maps m;
    constexpr int kCount = 50000;
    for (int i = 0; i < kCount; ++i) m.put(Term::small(i * 7), Term::small(i));
    CHECK(map_size(m.h.x[0]) == kCount);
    for (int i = 0; i < kCount; ++i)
        REQUIRE(map_get(m.h.x[0], Term::small(i * 7), m.h.atoms) == Term::small(i));
    CHECK(map_get(m.h.x[0], Term::small(3), m.h.atoms) == kNoTerm);
    for (int i = 0; i < kCount; ++i) m.remove(Term::small(i * 7));
    CHECK(map_size(m.h.x[0]) == 0);
}

TEST_CASE("flat maps stand in key order and share their keys") {
    Maps m;
    for (const char* name : {"zeta", "alpha", "mid"}) m.put(m.h.atom(name), Term::small(1));
    m.put(Term::small(5), Term::small(2));
    m.put(Term::immediate_float(5.0), Term::small(3));
    CHECK(m.h.show(m.h.x[0]) == "%{5=>2,5.000000=>3,:alpha=>1,:mid=>1,:zeta=>1,}");
    m.h.x[1] = m.h.x[0];
    m.put(m.h.atom("mid"), Term::small(9));
    CHECK(flat_map_keys(m.h.x[0]) == flat_map_keys(m.h.x[1]));
    CHECK(map_get(m.h.x[1], m.h.atom("mid"), m.h.atoms) == Term::small(1));
    m.put(m.h.atom("mid"), Term::small(9));
    CHECK(map_get(m.h.x[0], Term::immediate_float(5.0), m.h.atoms) == Term::small(3));
    CHECK(map_get(m.h.x[0], Term::small(5), m.h.atoms) == Term::small(2));
}

TEST_CASE("0.0 and -0.0 are one key") {
    Maps m;
    m.put(Term::immediate_float(0.0), Term::small(1));
    m.put(Term::immediate_float(-0.0), Term::small(2));
    CHECK(map_size(m.h.x[0]) == 1);
    CHECK(map_get(m.h.x[0], Term::immediate_float(0.0), m.h.atoms) == Term::small(2));
    CHECK(hash_term(Term::immediate_float(0.0), m.h.atoms) ==
          hash_term(Term::immediate_float(-0.0), m.h.atoms));
}

TEST_CASE("later pairs replace earlier ones in bulk") {
    Maps m;
    for (int n : {3, 20, 40, 200}) {
        std::vector<MapPair> pairs;
        for (int i = 0; i < n; ++i) pairs.push_back({Term::small(i % (n / 2 + 1)), Term::small(i)});
        HeapWriter out = m.h.p().reserve(map_build_words(pairs.size()));
        const Term t = map_build(out, pairs, m.h.atoms);
        CHECK(map_size(t) == static_cast<Word>(n / 2 + 1));
        CHECK(map_get(t, Term::small(0), m.h.atoms) == Term::small(n / 2 + 1));
    }
}

TEST_CASE("keys whose hashes collide live in collision nodes") {
    Maps m;
    for (int i = 0; i < 40; ++i) m.put(Term::small(i), Term::small(i));
    // Straight into the trie, with one hash for all.
    constexpr std::uint64_t kHash = 0x123456789abcdef0;
    const auto put = [&](int key, int value) {
        HeapWriter out = m.h.p().reserve(map_put_words(m.h.x[0]));
        m.h.x[0] = trie_put(out, m.h.x[0], m.h.atom("k" + std::to_string(key)), Term::small(value),
                            kHash, m.h.atoms);
    };
    put(1, 1);
    CHECK(trie_get(m.h.x[0], m.h.atom("k1"), kHash) == Term::small(1));
    // The second finds the first by its true hash, which differs: both are found again all the same
    // only where hashes are equal, so build the collision node through its own path.
    Word* words = m.h.p().reserve(5).take(5);
    words[0] = make_header(BoxedKind::HamtCollision, 2);
    words[1] = m.h.atom("k1").word();
    words[2] = Term::small(1).word();
    words[3] = m.h.atom("k2").word();
    words[4] = Term::small(2).word();
    Term node = Term::boxed(words);
    for (int level = kTrieLevels; level-- > 0;) {
        Word* at = m.h.p().reserve(2).take(2);
        at[0] = make_hamt_node_header(1u << trie_nibble(kHash, level));
        at[1] = node.word();
        node = Term::boxed(at);
    }
    // A second child of the root, so that the trie never shrinks to a leaf.
    Word* root = m.h.p().reserve(5).take(5);
    root[0] = m.h.atom("other").word();
    root[1] = Term::small(0).word();
    root[2] = make_hamt_node_header(1u << trie_nibble(kHash, 0) | 1u << 15);
    root[3] = node.boxed_words()[1];
    root[4] = Term::cons(root).word();
    node = Term::boxed(root + 2);
    HeapWriter out = m.h.p().reserve(3);
    m.h.x[0] = write_trie_map(out, 40, node, kTrieHadCollision);  // a count over the border
    put(3, 3);
    put(2, 22);
    CHECK(map_size(m.h.x[0]) == 41);
    CHECK(trie_get(m.h.x[0], m.h.atom("k1"), kHash) == Term::small(1));
    CHECK(trie_get(m.h.x[0], m.h.atom("k2"), kHash) == Term::small(22));
    CHECK(trie_get(m.h.x[0], m.h.atom("k3"), kHash) == Term::small(3));
    CHECK(trie_get(m.h.x[0], m.h.atom("k4"), kHash) == kNoTerm);
    put(9, 9);
    for (int key : {1, 3, 9}) {
        HeapWriter o = m.h.p().reserve(map_remove_words(m.h.x[0]));
        m.h.x[0] = trie_remove(o, m.h.x[0], m.h.atom("k" + std::to_string(key)), kHash);
    }
    CHECK(trie_get(m.h.x[0], m.h.atom("k2"), kHash) == Term::small(22));
    MapIterator all(m.h.x[0]);
    Term k, v;
    CHECK(all.next(k, v));
    CHECK(v == Term::small(22));
    CHECK(all.next(k, v));
    CHECK(!all.next(k, v));
}

TEST_CASE("maps compare by size, then keys, then values") {
    Maps m;
    TermArena arena;
    const auto map = [&](std::initializer_list<std::pair<Term, Term>> pairs) {
        return arena.map(std::vector<std::pair<Term, Term>>(pairs), m.h.atoms);
    };
    const Term a = m.h.atom("a"), b = m.h.atom("b");
    const auto less = [&](Term x, Term y) { return compare_terms(x, y, m.h.atoms) < 0; };
    CHECK(less(map({{b, Term::small(9)}}), map({{a, Term::small(1)}, {b, Term::small(1)}})));
    CHECK(less(map({{a, Term::small(9)}}), map({{b, Term::small(1)}})));
    CHECK(less(map({{a, Term::small(1)}}), map({{a, Term::small(2)}})));
    CHECK(equal(map({{a, Term::small(1)}}), map({{a, Term::immediate_float(1.0)}})));
    CHECK(!equal_exact(map({{a, Term::small(1)}}), map({{a, Term::immediate_float(1.0)}})));
    CHECK(!equal(map({{Term::small(1), a}}), map({{Term::immediate_float(1.0), a}})));
    CHECK(less(map({{Term::small(2), a}}), map({{Term::immediate_float(1.0), a}})));
}

// tests/unit/vm/term/compare_test.cpp: equality and order.
// Here: the order of kinds, bitstrings, deep terms, zeros.
// Not here: maps (map_test.cpp), large numbers (bignum_test.cpp).
// Threads: one.
// Holds: -
#include "vm/term/compare.h"

#include <catch2/catch.hpp>

#include "tests/unit/support/test_heap.h"
#include "vm/heap/binary_build.h"

using namespace vial;
using vial::test::TestHeap;

TEST_CASE("kinds stand in Erlang's order") {
    TestHeap h;
    TermArena arena;
    const std::vector<Term> ascending = {
        arena.floating(-1e300),
        arena.integer("99999999999999999999999", 10, true),
        Term::small(-1),
        Term::immediate_float(0.5),
        Term::small(1),
        arena.integer("99999999999999999999999", 10),
        h.atom("a"),
        h.atom("aa"),
        h.atom("b"),
        Term::reference(5),
        Term::reference(6),
        Term::port(1, 0),
        Term::pid(1, 0),
        Term::pid(2, 0),
        arena.tuple({}),
        arena.tuple({Term::small(9)}),
        arena.tuple({Term::small(1), Term::small(1)}),
        arena.tuple({Term::small(1), Term::small(2)}),
        arena.map({}, h.atoms),
        Term::nil(),
        arena.list({Term::small(1)}),
        arena.list({Term::small(1), Term::small(0)}),
        arena.list({Term::small(2)}),
        arena.binary(""),
        arena.bitstring("\x00", 1),
        arena.binary("a"),
        arena.bitstring("a\x00", 9),
        arena.binary("ab"),
        arena.bitstring("a\x80", 9),
        arena.binary("b"),
    };
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        for (std::size_t k = 0; k < ascending.size(); ++k) {
            INFO(h.show(ascending[i]) << " and " << h.show(ascending[k]));
            const int c = compare_terms(ascending[i], ascending[k], h.atoms);
            CHECK((c < 0) == (i < k));
            CHECK((c == 0) == (i == k));
            CHECK(equal(ascending[i], ascending[k]) == (i == k));
            CHECK(equal_exact(ascending[i], ascending[k]) == (i == k));
        }
    }
}

TEST_CASE("zeros are equal, 1 and 1.0 are == only") {
    TestHeap h;
    TermArena arena;
    const Term plus = Term::immediate_float(0.0), minus = Term::immediate_float(-0.0);
    CHECK(equal_exact(plus, minus));
    CHECK(equal(plus, minus));
    CHECK(equal_exact(arena.tuple({plus}), arena.tuple({minus})));
    CHECK(equal(Term::small(0), minus));
    CHECK(!equal_exact(Term::small(0), minus));
    CHECK(equal(arena.list({Term::small(1)}), arena.list({Term::immediate_float(1.0)})));
    CHECK(!equal_exact(arena.list({Term::small(1)}), arena.list({Term::immediate_float(1.0)})));
}

TEST_CASE("deep and long terms need no C++ stack") {
    TestHeap h;
    h.live(2);
    for (int at = 0; at < 2; ++at) {
        h.number_list(static_cast<std::uint32_t>(at), 1000000);
        for (int i = 0; i < 1000000; ++i) {
            HeapWriter out = h.p().reserve(2);
            h.x[at] = out.cons(h.x[at], Term::nil());
        }
    }
    CHECK(equal_exact(h.x[0], h.x[1]));
    CHECK(compare_terms(h.x[0], h.x[1], h.atoms) == 0);
    CHECK(hash_term(h.x[0], h.atoms) == hash_term(h.x[1], h.atoms));
}

TEST_CASE("bits compare and hash by value wherever they stand") {
    TestHeap h;
    h.live(2);
    for (Word offset = 0; offset < 24; ++offset) {
        for (Word size : {1u, 7u, 8u, 9u, 64u, 100u, 640u}) {
            std::uint8_t* bytes;
            h.x[0] = make_bitstring(h.p(), offset + size + 5, bytes);
            for (Word i = 0; i < offset + size + 5; ++i)
                write_bits(bytes, i, 1, i < offset ? 1 : (i - offset) % 3 == 0);
            HeapWriter out = h.p().reserve(kSliceMaxWords);
            h.x[0] = make_slice(out, h.p(), h.x[0], offset, size);
            h.x[1] = make_bitstring(h.p(), size, bytes);
            for (Word i = 0; i < size; ++i) write_bits(bytes, i, 1, i % 3 == 0);
            CHECK(equal_exact(h.x[0], h.x[1]));
            CHECK(compare_terms(h.x[0], h.x[1], h.atoms) == 0);
            CHECK(hash_term(h.x[0], h.atoms) == hash_term(h.x[1], h.atoms));
        }
    }
}

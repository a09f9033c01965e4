// tests/unit/vm/heap/copy_test.cpp: copies between heaps.
// Here: long and deep terms, exact sizes, arenas.
// Not here: messages (gc_test.cpp).
// Threads: one.
// Holds: -
#include "vm/heap/copy.h"

#include <catch2/catch.hpp>

#include "tests/unit/support/test_heap.h"
#include "vm/term/compare.h"

using namespace vial;
using vial::test::TestHeap;

TEST_CASE("size and copy agree, however deep") {
    TestHeap h;
    h.live(1);
    h.number_list(0, 300000);
    for (int i = 0; i < 300000; ++i) {
        HeapWriter out = h.p().reserve(4);
        h.x[0] = out.tuple({h.x[0], Term::small(i)});
    }
    const CopySize size = copy_size(h.x[0], h.literals.get());
    CHECK(size.words == 300000 * 2 + 300000 * 3);
    std::vector<Word> room(size.words);
    Word* top = room.data();
    Word* off_heap = nullptr;
    const Term copy = copy_term(h.x[0], top, off_heap, h.literals.get());
    CHECK(top == room.data() + size.words);
    CHECK(equal_exact(copy, h.x[0]));
    CHECK(copy != h.x[0]);
}

TEST_CASE("an arena outlives the heap it copied from") {
    TermArena arena;
    Term kept;
    {
        TestHeap h;
        h.live(1);
        h.x[0] = h.p().make_binary(std::string(1000, 'k'));
        HeapWriter out = h.p().reserve(20);
        Term t = out.tuple(
            {h.x[0], out.integer(INT64_MIN), out.floating(1e300), out.heap_binary("abc")});
        kept = arena.copy(t);
    }
    CHECK(*binary_bytes(tuple_element(kept, 0)) == std::string(1000, 'k'));
    CHECK(TestHeap::integer(tuple_element(kept, 1)) == "-9223372036854775808");
    CHECK(float_value(tuple_element(kept, 2)) == 1e300);
    CHECK(*binary_bytes(tuple_element(kept, 3)) == "abc");
}

TEST_CASE("arenas build integers, bitstrings and maps of any size") {
    TermArena arena;
    AtomTable atoms;
    CHECK(TestHeap::integer(arena.integer("123456789012345678901234567890", 10)) ==
          "123456789012345678901234567890");
    CHECK(TestHeap::integer(arena.integer("ff", 16, true)) == "-255");
    CHECK(bitstring_bits(arena.bitstring("\xa0", 3)) == 3);
    std::vector<std::pair<Term, Term>> pairs;
    for (int i = 0; i < 1000; ++i) pairs.emplace_back(Term::small(i % 500), Term::small(i));
    const Term map = arena.map(pairs, atoms);
    CHECK(map_size(map) == 500);
    CHECK(map_get(map, Term::small(7), atoms) == Term::small(507));
}

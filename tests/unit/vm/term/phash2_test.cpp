// tests/unit/vm/term/phash2_test.cpp: phash2 against values of OTP 25.
// Here: one term of each kind and the edges between them.
// Not here: the machine's own hash.
// Threads: one.
// Holds: the expected values are what :erlang.phash2(term, 1 <<< 32) gives there.
#include "vm/term/phash2.h"

#include <catch2/catch.hpp>

#include "tests/unit/support/test_heap.h"

using namespace vial;
using vial::test::TestHeap;

TEST_CASE("phash2 is OTP's") {
    TestHeap h;
    TermArena arena;
    const auto n = [](std::int64_t v) { return Term::small(v); };
    const auto big = [&](std::string_view digits, bool negative = false) {
        return arena.integer(digits, 10, negative);
    };
    const auto chars = [&](std::string_view text) {
        std::vector<Term> list;
        for (char c : text) list.push_back(Term::small(c));
        return arena.list(list);
    };
    const Term a = h.atom("a"), b = h.atom("b"), c = h.atom("c");
    const Term nil = Term::nil();
    const auto map = [&](std::vector<std::pair<Term, Term>> pairs) {
        return arena.map(pairs, h.atoms);
    };
    std::vector<std::pair<Term, Term>> hundred;
    for (int i = 1; i <= 100; ++i) hundred.emplace_back(n(i), n(2 * i));
    const std::pair<Term, std::uint32_t> cases[] = {
        {n(0), 3175731469u},
        {n(1), 539485162u},
        {n(-1), 1117813597u},
        {n(255), 715823293u},
        {n(256), 3929335767u},
        {n(134217727), 4273352567u},
        {n(134217728), 2562491755u},
        {n(-134217728), 874979335u},
        {n(-134217729), 1418916782u},
        {n(std::int64_t{1} << 40), 282329375u},
        {a, 97u},
        {h.atom(""), 0u},
        {h.atom("hello"), 7258927u},
        {h.atom("é"), 233u},
        {h.atom("ü€"), 1092300u},
        {nil, 3468870702u},
        {arena.tuple({}), 221703996u},
        {arena.binary(""), 147926629u},
        {arena.binary("abc"), 1306188027u},
        {arena.binary("hello world, this is a longer binary"), 3681991056u},
        {arena.bitstring("\x20", 3), 3965351140u},
        {arena.bitstring("abc\x28", 29), 1870040896u},
        {arena.floating(1.0), 3029937084u},
        {arena.floating(0.0), 423528920u},
        {arena.floating(-0.0), 423528920u},
        {arena.floating(-1.5), 1758584130u},
        {arena.floating(1.0e300), 387524106u},
        {arena.list({n(1)}), 2768963718u},
        {arena.list({n(1), n(2), n(3)}), 4186538188u},
        {chars("hello world"), 2943300141u},
        {arena.list({n(1000)}), 1257028022u},
        {arena.list({n(1), n(1000), n(2)}), 4178947701u},
        {arena.list({a, b}), 3632954310u},
        {arena.list({nil, nil}), 67164138u},
        {arena.tuple({n(1)}), 1318488075u},
        {arena.tuple({n(1), n(2), n(3)}), 2847307263u},
        {arena.tuple({a, arena.binary("b"), arena.floating(1.0)}), 1122817781u},
        {arena.tuple({arena.tuple({}), nil}), 2314729433u},
        {map({}), 844985373u},
        {map({{a, n(1)}}), 1401795262u},
        {map({{a, n(1)}, {b, n(2)}}), 1982682855u},
        {map({{n(1), map({{n(2), n(3)}})}, {arena.binary("x"), arena.list({n(1)})}}), 3158939169u},
        {map(hundred), 2112705541u},
        {arena.tuple({map({{a, map({{b, n(1)}})}}), map({{c, n(2)}})}), 634715158u},
        {big("2432902008176640000"), 3849606992u},
        {big("265252859812191058636308480000000"), 2404091197u},
        {big("265252859812191058636308480000000", true), 1756570117u},
        {arena.cons(n(1), n(2)), 3844221178u},
        {arena.cons(n(300), n(400)), 259711327u},
        {h.atom("nil"), 29948u},
        {h.atom("true"), 506293u},
        {arena.list({chars("ab"), chars("cd")}), 3844548894u},
        {arena.tuple({nil, nil}), 694848342u},
        {arena.list({arena.floating(0.0)}), 167906877u},
    };
    for (const auto& [term, expected] : cases) {
        INFO(h.show(term));
        CHECK(phash2(term, h.atoms) == expected);
    }
}

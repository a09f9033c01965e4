// tests/unit/vm/code/etf_test.cpp: the external term format.
// Here: bytes the reference writes, round trips, hostile bytes.
// Not here: term_to_binary as a native (tests/conformance).
// Threads: -
// Holds: expected bytes are what OTP 25 writes for the same term.
#include <catch2/catch.hpp>

#include "vm/code/etf.h"
#include "vm/term/compare.h"

using namespace vial;

namespace {

struct Codec {
    AtomTable atoms;
    TermArena arena;

    std::string bytes(Term t) {
        std::string out;
        encode_etf(t, atoms, {.deterministic = true}, out);
        return out;
    }
    Result<Term> term(std::string_view bytes) {
        EtfDecoder decoder{.atoms = atoms};
        std::size_t used = 0;
        return decode_etf(bytes, decoder, arena, used);
    }
};

std::string raw(std::initializer_list<int> bytes) {
    std::string out;
    for (int b : bytes) out.push_back(static_cast<char>(b));
    return out;
}

}  // namespace

TEST_CASE("etf: the reference's bytes", "[code]") {
    Codec c;
    CHECK(c.bytes(Term::small(255)) == raw({131, 97, 255}));
    CHECK(c.bytes(Term::small(-1)) == raw({131, 98, 255, 255, 255, 255}));
    CHECK(c.bytes(Term::small(1ll << 40)) == raw({131, 110, 6, 0, 0, 0, 0, 0, 0, 1}));
    CHECK(c.bytes(c.atoms.intern("ok")) == raw({131, 100, 0, 2, 'o', 'k'}));
    CHECK(c.bytes(c.atoms.intern("\xc3\xa9")) == raw({131, 100, 0, 1, 0xe9}));
    CHECK(c.bytes(c.atoms.intern("\xe2\x82\xac")) == raw({131, 119, 3, 0xe2, 0x82, 0xac}));
    CHECK(c.bytes(c.arena.floating(1.5)) == raw({131, 70, 63, 248, 0, 0, 0, 0, 0, 0}));
    CHECK(c.bytes(c.arena.list({Term::small(1), Term::small(2)})) == raw({131, 107, 0, 2, 1, 2}));
    CHECK(c.bytes(c.arena.list({Term::nil()})) == raw({131, 108, 0, 0, 0, 1, 106, 106}));
    CHECK(c.bytes(c.arena.tuple({Term::small(1), c.arena.binary("ab")})) ==
          raw({131, 104, 2, 97, 1, 109, 0, 0, 0, 2, 'a', 'b'}));
    CHECK(c.bytes(c.arena.bitstring(raw({0xa0}), 3)) == raw({131, 77, 0, 0, 0, 1, 3, 0xa0}));
}

TEST_CASE("etf: deep and wide terms come back", "[code]") {
    Codec c;
    Term deep = Term::nil();
    for (int i = 0; i < 200000; ++i) deep = c.arena.list({deep, Term::small(i)});
    const auto back = c.term(c.bytes(deep));
    REQUIRE(back.ok());
    CHECK(equal_exact(back.value(), deep));
    std::vector<std::pair<Term, Term>> pairs;
    for (int i = 0; i < 100; ++i) pairs.push_back({Term::small(i * 1000), c.arena.integer("123456789012345678901234567890", 10)});
    const Term map = c.arena.map(pairs, c.atoms);
    const auto again = c.term(c.bytes(map));
    REQUIRE(again.ok());
    CHECK(equal_exact(again.value(), map));
}

TEST_CASE("etf: lengths that lie are refused", "[code]") {
    Codec c;
    CHECK_FALSE(c.term("").ok());
    CHECK_FALSE(c.term(raw({131})).ok());
    CHECK_FALSE(c.term(raw({130, 106})).ok());
    CHECK_FALSE(c.term(raw({131, 105, 255, 255, 255, 255, 106})).ok());
    CHECK_FALSE(c.term(raw({131, 108, 255, 255, 255, 255, 106})).ok());
    CHECK_FALSE(c.term(raw({131, 116, 127, 255, 255, 255, 106})).ok());
    CHECK_FALSE(c.term(raw({131, 109, 255, 255, 255, 255, 1})).ok());
    CHECK_FALSE(c.term(raw({131, 111, 255, 255, 255, 255, 0})).ok());
    CHECK_FALSE(c.term(raw({131, 77, 0, 0, 0, 1, 9, 0})).ok());
    CHECK_FALSE(c.term(raw({131, 70, 127, 240, 0, 0, 0, 0, 0, 0})).ok());
    CHECK_FALSE(c.term(raw({131, 119, 2, 0xc3, 0x28})).ok());
    CHECK_FALSE(c.term(raw({131, 113, 97, 1, 97, 1, 97, 1})).ok());
    std::string nested(100000, static_cast<char>(104));
    for (std::size_t i = 0; i < nested.size(); i += 2) nested[i + 1] = 1;
    CHECK_FALSE(c.term(raw({131}) + nested).ok());
}

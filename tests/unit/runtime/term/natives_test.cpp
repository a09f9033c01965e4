// tests/unit/runtime/term/natives_test.cpp: natives called as the interpreter calls them.
// Here: what a script cannot force: collections inside a native, term order of sorts over a model.
// Not here: what conformance scripts show.
// Threads: one.
// Holds: -
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "runtime/natives.h"
#include "tests/unit/support/test_heap.h"
#include "vm/heap/fragment.h"
#include "vm/term/compare.h"

using namespace vial;
using vial::test::TestHeap;

namespace {

struct Caller {
    TestHeap h;
    NativeResult call(std::string_view module, std::string_view name,
                      std::initializer_list<Term> arguments) {
        std::uint32_t count = 0;
        for (Term t : arguments) h.x[count++] = into_heap(t);
        h.live(count);
        h.context->bad_argument_count = 0;
        for (const NativeRow& row : all_natives()) {
            if (row.module == module && row.name == name && row.arity == count) {
                return row.function(h.p(), Args(h.x, count));
            }
        }
        FAIL("no native " << name);
        return Term::nil();
    }
    // Arguments come from arenas: a collection must not find those.
    Term into_heap(Term t) {
        Term copied;
        attach_fragment(h.p(), copy_to_fragment(*h.context, 6, t, copied));
        return copied;
    }
    std::string show(const NativeResult& r) {
        return (r.status == NativeStatus::Done ? "" : "error ") + h.show(r.value);
    }
};

Term small(std::int64_t v) {
    return Term::small(v);
}

}  // namespace

TEST_CASE("rows are sorted by module and have one function each") {
    const auto rows = all_natives();
    REQUIRE(!rows.empty());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t k = i + 1; k < rows.size(); ++k) {
            INFO(rows[i].module << ":" << rows[i].name << "/" << rows[i].arity);
            CHECK(!(rows[i].module == rows[k].module && rows[i].name == rows[k].name &&
                    rows[i].arity == rows[k].arity));
        }
    }
}

TEST_CASE("lists: append, subtract, reverse, sort") {
    Caller c;
    TermArena arena;
    const Term left = arena.list({small(3), small(1), small(2)});
    CHECK(c.show(c.call("erlang", "++", {left, arena.list({small(9)})})) == "[3,1,2,9,]");
    CHECK(c.show(c.call("erlang", "++", {Term::nil(), small(9)})) == "9");
    CHECK(c.show(c.call("erlang", "++", {small(1), small(9)})) == "error :badarg");
    CHECK(c.show(c.call("erlang", "--",
                        {arena.list({small(1), small(2), small(1), small(3)}),
                         arena.list({small(1), small(3)})})) == "[2,1,]");
    CHECK(c.show(c.call("erlang", "--",
                        {arena.list({small(1)}), arena.list({Term::immediate_float(1.0)})})) ==
          "[1,]");
    CHECK(c.show(c.call("lists", "reverse", {left, small(7)})) == "[2,1,3,|7]");
    CHECK(c.show(c.call("lists", "sort", {left})) == "[1,2,3,]");
    CHECK(c.show(c.call("lists", "usort",
                        {arena.list({small(2), small(1), small(2), small(1)})})) == "[1,2,]");
    CHECK(c.show(c.call("lists", "member", {small(2), left})) == ":true");
    CHECK(c.show(c.call("lists", "member", {Term::immediate_float(2.0), left})) == ":false");
    const Term pairs =
        arena.list({arena.tuple({small(2), small(0)}), arena.tuple({small(1), small(1)}),
                    arena.tuple({small(2), small(2)}), arena.tuple({small(1), small(3)})});
    CHECK(c.show(c.call("lists", "keysort", {small(1), pairs})) ==
          "[{1,1,},{1,3,},{2,0,},{2,2,},]");
    CHECK(c.show(c.call("lists", "ukeysort", {small(1), pairs})) == "[{1,1,},{2,0,},]");
    CHECK(c.show(c.call("lists", "keyfind", {Term::immediate_float(1.0), small(1), pairs})) ==
          "{1,1,}");
}

TEST_CASE("a long subtraction agrees with a model") {
    Caller c;
    std::mt19937 rng(5);
    std::vector<std::int64_t> left, right;
    for (int i = 0; i < 500; ++i) left.push_back(rng() % 60);
    for (int i = 0; i < 200; ++i) right.push_back(rng() % 80);
    TermArena arena;
    std::vector<Term> l, r;
    for (auto v : left) l.push_back(small(v));
    for (auto v : right) r.push_back(small(v));
    for (auto v : right) {
        if (auto at = std::find(left.begin(), left.end(), v); at != left.end()) left.erase(at);
    }
    std::vector<Term> expected;
    for (auto v : left) expected.push_back(small(v));
    const auto got = c.call("erlang", "--", {arena.list(l), arena.list(r)});
    CHECK(equal_exact(got.value, arena.list(expected)));
}

TEST_CASE("tuples") {
    Caller c;
    TermArena arena;
    const Term t = arena.tuple({small(1), small(2), small(3)});
    CHECK(c.show(c.call("erlang", "setelement", {small(2), t, small(9)})) == "{1,9,3,}");
    CHECK(c.show(c.call("erlang", "insert_element", {small(4), t, small(9)})) == "{1,2,3,9,}");
    CHECK(c.show(c.call("erlang", "delete_element", {small(1), t})) == "{2,3,}");
    CHECK(c.show(c.call("erlang", "element", {small(4), t})) == "error :badarg");
    CHECK(c.h.context->bad_argument_count == 1);
    CHECK(c.h.context->bad_arguments[0].why == "out of range");
    CHECK(c.show(c.call("erlang", "element", {small(0), Term::nil()})) == "error :badarg");
    CHECK(c.h.context->bad_argument_count == 2);
    CHECK(c.show(c.call("erlang", "list_to_tuple", {Term::nil()})) == "{}");
}

TEST_CASE("maps in bulk, through collections") {
    Caller c;
    TermArena arena;
    std::vector<Term> pairs;
    for (int i = 0; i < 1000; ++i) pairs.push_back(arena.tuple({small(i % 600), small(i)}));
    Term map = c.call("maps", "from_list", {arena.list(pairs)}).value;
    CHECK(map_size(map) == 600);
    CHECK(map_get(map, small(5), c.h.atoms) == small(605));
    Term other = arena.map(
        std::vector<std::pair<Term, Term>>{{small(5), small(0)}, {small(-1), small(1)}}, c.h.atoms);
    map = c.call("maps", "merge", {map, other}).value;
    CHECK(map_size(map) == 601);
    CHECK(map_get(map, small(5), c.h.atoms) == small(0));
    map = c.call("maps", "merge", {other, map}).value;
    CHECK(map_size(map) == 601);
    CHECK(c.show(c.call("maps", "take", {small(-1), other})) == "{1,%{5=>0,},}");
    CHECK(c.show(c.call("maps", "update", {small(9), small(1), other})) == "error {:badkey,9,}");
    CHECK(c.show(c.call("maps", "put", {small(9), small(1), small(3)})) == "error {:badmap,3,}");
}

TEST_CASE("numbers as text") {
    Caller c;
    TermArena arena;
    const auto text = [&](const NativeResult& r) { return std::string(*binary_bytes(r.value)); };
    CHECK(text(c.call("erlang", "integer_to_binary", {small(-255), small(16)})) == "-FF");
    CHECK(text(c.call("erlang", "float_to_binary", {Term::immediate_float(1.5)})) ==
          "1.50000000000000000000e+00");
    CHECK(text(c.call("erlang", "float_to_binary",
                      {Term::immediate_float(0.1), arena.list({c.h.atom("short")})})) == "0.1");
    const std::string digits(500, '7');
    const Term big = c.call("erlang", "binary_to_integer", {arena.binary(digits)}).value;
    c.h.x[5] = big;
    CHECK(TestHeap::integer(big) == digits);
    CHECK(c.show(c.call("erlang", "binary_to_integer", {arena.binary("+")})) == "error :badarg");
    CHECK(c.show(c.call("erlang", "list_to_integer", {arena.list({small('+'), small('7')})})) ==
          "7");
    CHECK(c.show(c.call("erlang", "round", {Term::immediate_float(-2.5)})) == "-3");
    CHECK(c.show(c.call("erlang", "trunc", {Term::immediate_float(1e22)})) ==
          "10000000000000000000000");
}

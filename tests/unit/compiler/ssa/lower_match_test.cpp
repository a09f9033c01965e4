// tests/unit/compiler/ssa/lower_match_test.cpp: decision trees: what is tested, how often, in which order.
// Here: numbers of tests in the SSA of clauses; which clause is taken when it runs.
// Not here: random patterns against a plain matcher (emit/random_match_test.cpp).
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/ssa_program.h"

using namespace vial;
using test::CoreRun;
using test::SsaProgram;

namespace {
constexpr auto kTupleTests = {Opcode::IsTuple, Opcode::IsTupleOf, Opcode::IsTagged};
}

TEST_CASE("tree: tagged tuples are tested once, their tags by one select", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), z = b.var();
    b.def("f", 1, {b.clause({b.ptuple({b.patom("a"), b.pv(x)})}, b.v(x)),
                   b.clause({b.ptuple({b.patom("b"), b.pv(y)})}, b.node(core::ExprKind::Tuple, {b.v(y)})),
                   b.clause({b.ptuple({b.patom("c"), b.pv(z)})}, b.atom("third")), b.clause({b.any()}, b.atom("none"))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.wrong == "");
    CHECK(s.count("f", kTupleTests) == 1);
    CHECK(s.count("f", Opcode::SelectValue) == 1);
    CHECK(s.tests("f") == 2);
    CHECK(r.call("f", {r.terms().tuple({r.a("a"), r.n(5)})}) == "5");
    CHECK(r.call("f", {r.terms().tuple({r.a("b"), r.n(5)})}) == "{5}");
    CHECK(r.call("f", {r.terms().tuple({r.a("d"), r.n(5)})}) == "none");
    CHECK(r.call("f", {r.terms().tuple({r.a("a")})}) == "none");
    CHECK(r.call("f", {r.a("a")}) == "none");
}

TEST_CASE("tree: a list is tested for a pair and for its end, once each", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto h = b.var(), g = b.var(), t = b.var();
    b.def("f", 1, {b.clause({b.plit(Term::nil())}, b.num(0)),
                   b.clause({b.pcons(b.pv(h), b.plit(Term::nil()))}, b.v(h)),
                   b.clause({b.pcons(b.any(), b.pcons(b.pv(g), b.pv(t)))}, b.v(t)), b.clause({b.any()}, b.atom("none"))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", Opcode::IsCons) == 2);  // the list and its tail
    CHECK(s.count("f", Opcode::IsNil) == 2);
    CHECK(s.tests("f") == 4);
    auto& a = r.terms();
    CHECK(r.call("f", {Term::nil()}) == "0");
    CHECK(r.call("f", {a.list({r.n(7)})}) == "7");
    CHECK(r.call("f", {a.list({r.n(7), r.n(8)})}) == "[]");
    CHECK(r.call("f", {a.cons(r.n(7), r.n(8))}) == "none");
}

TEST_CASE("tree: three widths of a tuple are one select", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    b.def("f", 1, {b.clause({b.ptuple({b.any()})}, b.num(1)), b.clause({b.ptuple({b.any(), b.any()})}, b.num(2)),
                   b.clause({b.ptuple({b.any(), b.any(), b.any()})}, b.num(3)), b.clause({b.any()}, b.num(0))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", kTupleTests) == 1);
    CHECK(s.count("f", Opcode::SelectArity) == 1);
    auto& a = r.terms();
    CHECK(r.call("f", {a.tuple({})}) == "0");
    CHECK(r.call("f", {a.tuple({r.n(9)})}) == "1");
    CHECK(r.call("f", {a.tuple({r.n(9), r.n(9), r.n(9)})}) == "3");
    CHECK(r.call("f", {a.tuple({r.n(9), r.n(9), r.n(9), r.n(9)})}) == "0");
}

TEST_CASE("tree: mixed constants are one select for each kind", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    b.def("f", 1, {b.clause({b.pnum(1)}, b.num(10)), b.clause({b.patom("a")}, b.num(11)), b.clause({b.pnum(2)}, b.num(20)),
                   b.clause({b.patom("b")}, b.num(21)), b.clause({b.pnum(3)}, b.num(30)), b.clause({b.patom("c")}, b.num(31)),
                   b.clause({b.pnum(1)}, b.num(99)), b.clause({b.any()}, b.num(0))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", Opcode::SelectValue) == 2);
    CHECK(s.tests("f") == 2);
    CHECK(r.call("f", {r.n(1)}) == "10");  // the first of two that apply
    CHECK(r.call("f", {r.n(3)}) == "30");
    CHECK(r.call("f", {r.a("c")}) == "31");
    CHECK(r.call("f", {r.a("d")}) == "0");
    CHECK(r.call("f", {r.terms().floating(1.0)}) == "0");
}

TEST_CASE("tree: one key of a map is fetched once for all clauses", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var();
    const auto with_k = [&](core::Pattern* p) {
        auto* m = b.pnode(core::PatternKind::Map, {p});
        m->keys = {b.atom("k")};
        return m;
    };
    b.def("f", 1, {b.clause({with_k(b.pnum(1))}, b.atom("one")), b.clause({with_k(b.pnum(2))}, b.atom("two")),
                   b.clause({with_k(b.pnum(3))}, b.atom("three")), b.clause({with_k(b.pv(x))}, b.v(x)),
                   b.clause({b.any()}, b.atom("none"))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", Opcode::IsMap) == 1);
    CHECK(s.count("f", {Opcode::MapGet, Opcode::MapHas}) == 1);
    CHECK(s.tests("f") == 3);
    const auto map = [&](const char* key, int v) {
        const std::pair<Term, Term> pair[] = {{r.a(key), r.n(v)}};
        return r.terms().map(pair, b.atoms);
    };
    CHECK(r.call("f", {map("k", 2)}) == "two");
    CHECK(r.call("f", {map("k", 7)}) == "7");
    CHECK(r.call("f", {map("j", 2)}) == "none");
    CHECK(r.call("f", {r.n(2)}) == "none");
}

TEST_CASE("tree: a map that lacks one clause's key is still tried with the next", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto key_is = [&](const char* key, int v) {
        auto* m = b.pnode(core::PatternKind::Map, {b.pnum(v)});
        m->keys = {b.atom(key)};
        return m;
    };
    b.def("f", 1, {b.clause({key_is("a", 1)}, b.num(1)), b.clause({key_is("b", 2)}, b.num(2)),
                   b.clause({b.pnode(core::PatternKind::Map, {})}, b.num(3)), b.clause({b.any()}, b.num(4))});
    const SsaProgram s(b);
    CHECK(s.count("f", Opcode::IsMap) == 1);
    const auto map = [&](std::vector<std::pair<const char*, int>> from) {
        std::vector<std::pair<Term, Term>> pairs;
        for (const auto& [key, v] : from) pairs.emplace_back(r.a(key), r.n(v));
        return r.terms().map(pairs, b.atoms);
    };
    CHECK(r.call("f", {map({{"a", 1}, {"b", 2}})}) == "1");
    CHECK(r.call("f", {map({{"a", 2}, {"b", 2}})}) == "2");
    CHECK(r.call("f", {map({{"b", 2}})}) == "2");
    CHECK(r.call("f", {map({{"b", 3}})}) == "3");
    CHECK(r.call("f", {map({})}) == "3");
    CHECK(r.call("f", {Term::nil()}) == "4");
}

TEST_CASE("tree: a guard that fails goes on without testing again", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), z = b.var();
    b.def("f", 1, {b.clause({b.ptuple({b.patom("ok"), b.pv(x)})}, b.atom("large"), {b.erl(">", {b.v(x), b.num(10)})}),
                   b.clause({b.ptuple({b.patom("ok"), b.pv(y)})}, b.atom("small"), {b.erl("is_integer", {b.v(y)})}),
                   b.clause({b.ptuple({b.patom("ok"), b.pv(z)})}, b.v(z)), b.clause({b.any()}, b.atom("none"))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", kTupleTests) == 1);
    CHECK(s.count("f", {Opcode::IsEqExact, Opcode::SelectValue}) == 0);  // the tag went into IsTagged
    CHECK(s.count("f", Opcode::IsLt) == 1);
    const auto ok = [&](Term t) { return r.terms().tuple({r.a("ok"), t}); };
    CHECK(r.call("f", {ok(r.n(11))}) == "large");
    CHECK(r.call("f", {ok(r.n(10))}) == "small");
    CHECK(r.call("f", {ok(r.a("a"))}) == "large");  // atoms are greater than numbers
    CHECK(r.call("f", {ok(r.terms().floating(1.5))}) == "1.5");
    CHECK(r.call("f", {r.n(11)}) == "none");
}

TEST_CASE("tree: literal lists share the tests of their parts", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    auto& a = r.terms();
    const auto t = b.var();
    b.def("f", 1, {b.clause({b.plit(a.list({r.n(1), r.n(2)}))}, b.atom("two")), b.clause({b.plit(a.list({r.n(1), r.n(3)}))}, b.atom("three")),
                   b.clause({b.pcons(b.pnum(1), b.pv(t))}, b.v(t)), b.clause({b.any()}, b.atom("none"))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", Opcode::IsCons) == 2);
    CHECK(r.call("f", {a.list({r.n(1), r.n(2)})}) == "two");
    CHECK(r.call("f", {a.list({r.n(1), r.n(3)})}) == "three");
    CHECK(r.call("f", {a.list({r.n(1), r.n(4)})}) == "[4]");
    CHECK(r.call("f", {a.list({r.n(1), r.n(2), r.n(3)})}) == "[2,3]");
    CHECK(r.call("f", {a.list({r.n(2), r.n(2)})}) == "none");
}

TEST_CASE("tree: rows that would be copied without end are tried one by one", "[ssa]") {
    // Clause i asks for 1 in columns i and i + 1: each test leaves nearly all others open on both sides.
    const auto clauses = [](test::CoreBuilder& b, unsigned columns) {
        std::vector<core::Clause> out;
        for (unsigned i = 0; i + 1 < columns; ++i) {
            std::vector<core::Pattern*> row;
            for (unsigned c = 0; c < columns; ++c) row.push_back(c == i || c == i + 1 ? b.pnum(1) : b.any());
            out.push_back(b.clause(row, b.num(i)));
        }
        out.push_back(b.clause(std::vector<core::Pattern*>(columns, b.any()), b.atom("none")));
        return out;
    };
    test::CoreBuilder wide;
    wide.def("f", 24, clauses(wide, 24));
    CHECK(SsaProgram(wide).blocks("f") < 1'500);  // 2^23 without a budget

    CoreRun r;
    r.b.def("f", 7, clauses(r.b, 7));
    for (unsigned bits = 0; bits < 128; ++bits) {
        std::vector<Term> args;
        std::string wanted = "none";
        for (unsigned c = 7; c-- > 0;) {
            if ((bits >> c & 3) == 3 && c < 6) wanted = std::to_string(c);
        }
        for (unsigned c = 0; c < 7; ++c) args.push_back(r.n(bits >> c & 1));
        INFO(bits);
        CHECK(r.call("f", args) == wanted);
    }
}

TEST_CASE("tree: a constant subject needs no test", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    auto* chosen = b.case_of({b.lit(r.terms().tuple({r.a("ok"), r.n(4)}))},
                             {b.clause({b.ptuple({b.patom("error"), b.any()})}, b.remote("m", "never", {})),
                              b.clause({b.ptuple({b.patom("ok"), b.pv(y)})}, b.v(y)), b.clause({b.any()}, b.remote("m", "never", {}))});
    b.def("f", 1, {b.clause({b.pv(x)}, chosen)});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.tests("f") == 0);
    CHECK(s.count("f", {Opcode::CallExt, Opcode::TailCallExt}) == 0);
    CHECK(r.call("f", {r.n(0)}) == "4");
}

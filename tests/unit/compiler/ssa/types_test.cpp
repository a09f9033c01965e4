// tests/unit/compiler/ssa/types_test.cpp: tests whose answer is known go, all others stay.
// Here: known_types() and fuse_tags() through whole functions.
// Not here: constants (fold_test.cpp).
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/ssa_program.h"

using namespace vial;
using test::CoreBuilder;
using test::CoreRun;
using test::SsaProgram;

TEST_CASE("types: a tuple that was taken apart is not tested again", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), p = b.var(), q = b.var();
    auto* inner = b.case_of({b.v(x)}, {b.clause({b.ptuple({b.any(), b.pv(q)})}, b.node(core::ExprKind::Tuple, {b.v(q), b.v(p)}))});
    b.def("f", 1, {b.clause({b.pv(x)}, b.case_of({b.v(x)}, {b.clause({b.ptuple({b.pv(p), b.any()})}, inner), b.clause({b.any()}, b.atom("none"))}))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", Opcode::IsTupleOf) == 1);
    CHECK(s.count("f", Opcode::RaiseCase) == 0);
    CHECK(r.call("f", {r.terms().tuple({r.n(1), r.n(2)})}) == "{2,1}");
    CHECK(r.call("f", {r.n(1)}) == "none");
}

TEST_CASE("types: what holds on one side is not believed after both meet", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    auto* first = b.case_of({b.v(x)}, {b.clause({b.ptuple({b.any(), b.any()})}, b.remote("erlang", "put", {b.num(1), b.num(1)})), b.clause({b.any()}, b.num(2))});
    auto* second = b.case_of({b.v(x)}, {b.clause({b.ptuple({b.any(), b.pv(y)})}, b.v(y)), b.clause({b.any()}, b.atom("other"))});
    b.def("f", 1, {b.clause({b.pv(x)}, b.seq({first, second}))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", Opcode::IsTupleOf) == 2);
    CHECK(r.call("f", {r.n(1)}) == "other");
    CHECK(r.call("f", {r.terms().tuple({r.n(1), r.n(2)})}) == "2");
}

TEST_CASE("types: a way that goes straight to the meeting does not speak for the other", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var();
    const auto atom = [&] { return std::vector<core::Expr*>{b.erl("is_atom", {b.v(x)})}; };
    auto* first = b.case_of({b.v(x)}, {b.clause({b.any()}, b.erl("put", {b.num(1), b.num(1)}), atom()), b.clause({b.any()}, b.num(2))});
    auto* second = b.case_of({b.v(x)}, {b.clause({b.any()}, b.atom("atom"), atom()), b.clause({b.any()}, b.atom("other"))});
    b.def("f", 1, {b.clause({b.pv(x)}, b.seq({first, second}))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", Opcode::IsAtom) == 2);
    CHECK(r.call("f", {r.n(1)}) == "other");
    CHECK(r.call("f", {r.a("a")}) == "atom");
}

TEST_CASE("types: a clause that an earlier guard rules out is no code", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var();
    const auto when = [&](const char* test) { return std::vector<core::Expr*>{b.erl(test, {b.v(x)})}; };
    b.def("f", 1, {b.clause({b.pv(x)}, b.case_of({b.v(x)}, {
                       b.clause({b.any()}, b.atom("atom"), when("is_atom")),
                       b.clause({b.any()}, b.remote("m", "never", {}), when("is_boolean")),
                       b.clause({b.any()}, b.remote("m", "never", {}), when("is_atom")),
                       b.clause({b.any()}, b.atom("number"), when("is_number")),
                       b.clause({b.any()}, b.remote("m", "never", {}), when("is_float")),
                       b.clause({b.any()}, b.atom("rest"))}))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.tests("f") == 2);
    CHECK(s.count("f", Opcode::TailCallExt) == 0);
    CHECK(r.call("f", {r.a("true")}) == "atom");
    CHECK(r.call("f", {r.terms().floating(2.5)}) == "number");
    CHECK(r.call("f", {Term::nil()}) == "rest");
}

TEST_CASE("types: results say what they are, and sums are not said to be integers", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), s1 = b.var(), s2 = b.var();
    const auto is = [&](const char* test, core::VarId v) { return b.case_of({b.v(v)}, {b.clause({b.any()}, b.atom("yes"), {b.erl(test, {b.v(v)})}), b.clause({b.any()}, b.atom("no"))}); };
    b.def("less", 2, {b.clause({b.pv(x), b.pv(y)}, b.seq({b.match(b.pv(s1), b.erl("<", {b.v(x), b.v(y)})), is("is_boolean", s1)}))});
    b.def("sum", 2, {b.clause({b.pv(x), b.pv(y)}, b.seq({b.match(b.pv(s2), b.erl("+", {b.v(x), b.v(y)})), is("is_integer", s2)}))});
    const SsaProgram s(b);
    INFO(s.text("less") << s.text("sum"));
    CHECK(s.count("less", Opcode::IsBoolean) == 0);
    CHECK(s.count("sum", Opcode::IsInteger) == 1);
    CHECK(r.call("less", {r.n(2), r.n(1)}) == "yes");
    CHECK(r.call("sum", {r.n(1), r.terms().floating(0.5)}) == "no");
    CHECK(r.call("sum", {r.n(kSmallMax), r.n(1)}) == "yes");
}

TEST_CASE("types: what cannot be equal is not compared", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), z = b.var();
    // x is an integer: === with an atom is false, with 1.0 too, == with 1.0 is asked.
    const auto when_integer = [&](const char* name, const char* op, core::Expr* with, core::VarId v) {
        b.def(name, 1, {b.clause({b.pv(v)}, b.erl(op, {b.v(v), with}), {b.erl("is_integer", {b.v(v)})})});
    };
    when_integer("atom", "=:=", b.atom("a"), x);
    when_integer("exact", "=:=", b.lit(r.terms().floating(1.0)), y);
    when_integer("equal", "==", b.lit(r.terms().floating(1.0)), z);
    const SsaProgram s(b);
    INFO(s.text("atom") << s.text("equal"));
    CHECK(s.tests("atom") == 1);
    CHECK(r.call("atom", {r.n(1)}) == "false");
    CHECK(r.call("exact", {r.n(1)}) == "false");
    CHECK(r.call("equal", {r.n(1)}) == "true");
}

TEST_CASE("types: true and false are two of many atoms", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    b.def("f", 1, {b.clause({b.patom("true")}, b.num(1)), b.clause({b.patom("false")}, b.num(2)), b.clause({b.patom("nil")}, b.num(3)),
                   b.clause({b.pv(x)}, b.num(4), {b.erl("is_boolean", {b.v(x)})}), b.clause({b.pv(y)}, b.num(5), {b.erl("is_atom", {b.v(y)})}),
                   b.clause({b.any()}, b.num(6))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(r.call("f", {r.a("false")}) == "2");
    CHECK(r.call("f", {r.a("nil")}) == "3");
    CHECK(r.call("f", {r.a("other")}) == "5");
    CHECK(r.call("f", {r.n(0)}) == "6");
}

TEST_CASE("types: a tag is joined with its tuple only when both fail to one place", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    b.def("one", 1, {b.clause({b.ptuple({b.patom("ok"), b.pv(x)})}, b.v(x)), b.clause({b.any()}, b.atom("none"))});
    b.def("two", 1, {b.clause({b.ptuple({b.patom("ok"), b.pv(y)})}, b.v(y)), b.clause({b.ptuple({b.any(), b.any()})}, b.atom("pair")),
                     b.clause({b.any()}, b.atom("none"))});
    const SsaProgram s(b);
    CHECK(s.count("one", Opcode::IsTagged) == 1);
    CHECK(s.count("two", Opcode::IsTagged) == 0);
    CHECK(r.call("one", {r.terms().tuple({r.a("no"), r.n(1)})}) == "none");
    CHECK(r.call("two", {r.terms().tuple({r.a("no"), r.n(1)})}) == "pair");
    CHECK(r.call("two", {r.terms().tuple({r.a("ok"), r.n(1)})}) == "1");
}

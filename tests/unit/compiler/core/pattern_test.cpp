// tests/unit/compiler/core/pattern_test.cpp: each form of pattern and guard, hit and missed.
// Here: functions of core with one pattern or guard, run.
// Not here: how few tests they make (ssa/lower_match_test.cpp), whole clauses (emit/random_match_test.cpp).
// Threads: a stepped VM.
// Holds: subjects come as arguments, so that nothing is decided while compiling.
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/ssa_program.h"

using namespace vial;
using core::ExprKind;
using core::PatternKind;
using core::SegmentType;
using test::CoreRun;

namespace {

// f(subject) -> `then` when it matches, else :none.
void define_pattern(CoreRun& r, core::Pattern* p, core::Expr* then, std::vector<core::Expr*> guards = {}) {
    r.b.def("f", 1, {r.b.clause({p}, then, std::move(guards)), r.b.clause({r.b.any()}, r.b.atom("none"))});
}
// f(a, b) -> :yes when one of the guards holds, else :no.
void define_guard(CoreRun& r, core::VarId a, core::VarId b, std::vector<core::Expr*> guards) {
    r.b.def("f", 2, {r.b.clause({r.b.pv(a), r.b.pv(b)}, r.b.atom("yes"), std::move(guards)), r.b.clause({r.b.any(), r.b.any()}, r.b.atom("no"))});
}

core::Pattern* segments(CoreRun& r, std::vector<core::PatternSegment> list) {
    auto* p = r.b.pnode(PatternKind::Binary, {});
    p->segments = std::move(list);
    return p;
}

}  // namespace

TEST_CASE("pattern: literals are compared exactly", "[core]") {
    CoreRun r;
    auto& b = r.b;
    auto& a = r.terms();
    define_pattern(r, b.pnum(1), b.atom("hit"));
    b.def("zero", 1, {b.clause({b.plit(a.floating(0.0))}, b.atom("hit")), b.clause({b.any()}, b.atom("none"))});
    b.def("big", 1, {b.clause({b.plit(a.integer("123456789012345678901234567890", 10))}, b.atom("hit")), b.clause({b.any()}, b.atom("none"))});
    b.def("text", 1, {b.clause({b.plit(a.binary("ab"))}, b.atom("hit")), b.clause({b.any()}, b.atom("none"))});
    CHECK(r.call("f", {r.n(1)}) == "hit");
    CHECK(r.call("f", {a.floating(1.0)}) == "none");
    CHECK(r.call("zero", {a.floating(-0.0)}) == "hit");  // as in OTP 25
    CHECK(r.call("zero", {r.n(0)}) == "none");
    CHECK(r.call("big", {a.integer("123456789012345678901234567890", 10)}) == "hit");
    CHECK(r.call("big", {a.integer("123456789012345678901234567891", 10)}) == "none");
    CHECK(r.call("text", {a.binary("ab")}) == "hit");
    CHECK(r.call("text", {a.binary("abc")}) == "none");
    CHECK(r.call("text", {a.bitstring("ab", 15)}) == "none");
}

TEST_CASE("pattern: an alias binds the whole, and both its sides must match", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), z = b.var();
    auto* alias = b.pnode(PatternKind::Alias, {b.ptuple({b.pv(x), b.any()}), b.ptuple({b.any(), b.pv(y)})});
    alias->var = z;
    define_pattern(r, alias, b.node(ExprKind::Tuple, {b.v(z), b.v(y), b.v(x)}));
    CHECK(r.call("f", {r.terms().tuple({r.n(1), r.n(2)})}) == "{{1,2},2,1}");
    CHECK(r.call("f", {r.terms().tuple({r.n(1)})}) == "none");
    // Sides that cannot both hold.
    CoreRun never;
    define_pattern(never, never.b.pnode(PatternKind::Alias, {never.b.pnum(1), never.b.patom("a")}), never.b.atom("hit"));
    CHECK(never.call("f", {never.n(1)}) == "none");
    CHECK(never.call("f", {never.a("a")}) == "none");
}

TEST_CASE("pattern: a name that stands twice is one value", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var();
    define_pattern(r, b.ptuple({b.pv(x), b.pcons(b.pv(x), b.any())}), b.v(x));
    auto& a = r.terms();
    CHECK(r.call("f", {a.tuple({r.n(1), a.list({r.n(1)})})}) == "1");
    CHECK(r.call("f", {a.tuple({r.n(1), a.list({a.floating(1.0)})})}) == "none");
    CHECK(r.call("f", {a.tuple({a.binary("x"), a.list({a.binary("x")})})}) == "<<\"x\">>");
}

TEST_CASE("pattern: a pin asks for the value that was there before", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    auto* pin = b.pnode(PatternKind::Equal, {});
    pin->expr = b.v(x);
    b.def("f", 2, {b.clause({b.pv(x), b.pv(y)}, b.case_of({b.v(y)}, {b.clause({b.ptuple({pin, pin})}, b.atom("both")), b.clause({b.any()}, b.atom("none"))}))});
    auto& a = r.terms();
    CHECK(r.call("f", {r.n(1), a.tuple({r.n(1), r.n(1)})}) == "both");
    CHECK(r.call("f", {r.n(1), a.tuple({r.n(1), r.n(2)})}) == "none");
    CHECK(r.call("f", {a.list({r.n(1)}), a.tuple({a.list({r.n(1)}), a.list({r.n(1)})})}) == "both");
    CHECK(r.call("f", {r.n(1), a.tuple({a.floating(1.0), r.n(1)})}) == "none");
}

TEST_CASE("pattern: keys of maps may be variables, and a missing one is no match", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto k = b.var(), m = b.var(), v = b.var();
    auto* p = b.pnode(PatternKind::Map, {b.pv(v)});
    p->keys = {b.v(k)};
    b.def("f", 2, {b.clause({b.pv(k), b.pv(m)}, b.case_of({b.v(m)}, {b.clause({p}, b.v(v)), b.clause({b.pnode(PatternKind::Map, {})}, b.atom("lacks")), b.clause({b.any()}, b.atom("none"))}))});
    const std::pair<Term, Term> pairs[] = {{r.n(1), r.a("one")}, {r.a("nil"), r.a("nothing")}};
    const Term map = r.terms().map(pairs, b.atoms);
    CHECK(r.call("f", {r.n(1), map}) == "one");
    CHECK(r.call("f", {r.a("nil"), map}) == "nothing");
    CHECK(r.call("f", {r.terms().floating(1.0), map}) == "lacks");
    CHECK(r.call("f", {r.n(1), Term::nil()}) == "none");
}

TEST_CASE("pattern: a segment's size may be one read before it", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto n = b.var(), text = b.var(), rest = b.var();
    define_pattern(r, segments(r, {{{.size = b.num(8)}, b.pv(n), {1, 1, 0}},
                                   {{.type = SegmentType::Bits, .unit = 8, .size = b.v(n)}, b.pv(text), {1, 1, 0}},
                                   {{.type = SegmentType::Bits}, b.pv(rest), {1, 1, 0}}}),
                   b.node(ExprKind::Tuple, {b.v(n), b.v(text), b.v(rest)}));
    CHECK(r.call("f", {r.terms().binary("\x02"
                                        "abc")}) == "{2,<<\"ab\">>,<<\"c\">>}");
    CHECK(r.call("f", {r.terms().binary("\x04"
                                        "abc")}) == "none");
    CHECK(r.call("f", {r.terms().binary("")}) == "none");
    CHECK(r.call("f", {r.n(2)}) == "none");
}

TEST_CASE("pattern: integers in bits have sign, order and width", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), z = b.var();
    define_pattern(r, segments(r, {{{.is_signed = true, .size = b.num(4)}, b.pv(x), {1, 1, 0}},
                                   {{.size = b.num(4)}, b.pv(y), {1, 1, 0}},
                                   {{.little = true, .size = b.num(16)}, b.pv(z), {1, 1, 0}}}),
                   b.node(ExprKind::Tuple, {b.v(x), b.v(y), b.v(z)}));
    CHECK(r.call("f", {r.terms().binary("\xf7\x01\x02")}) == "{-1,7,513}");
    CHECK(r.call("f", {r.terms().binary("\x7f\x01\x02")}) == "{7,15,513}");
    CHECK(r.call("f", {r.terms().binary("\x7f\x01\x02\x03")}) == "none");
}

TEST_CASE("guard: what raises is false, and the next alternative is tried", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    define_guard(r, x, y, {b.erl("=:=", {b.erl("hd", {b.v(x)}), b.num(1)}), b.erl("is_atom", {b.v(y)})});
    CHECK(r.call("f", {r.terms().list({r.n(1)}), r.n(0)}) == "yes");
    CHECK(r.call("f", {r.n(5), r.a("a")}) == "yes");
    CHECK(r.call("f", {r.n(5), r.n(0)}) == "no");
    CHECK(r.call("f", {r.terms().list({r.n(2)}), r.n(0)}) == "no");
}

TEST_CASE("guard: or does not save what raised on its left, and stops where it is true", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    auto* left = b.erl("=:=", {b.erl("length", {b.v(x)}), b.num(1)});
    define_guard(r, x, y, {b.node(ExprKind::OrElse, {left, b.erl("is_atom", {b.v(y)})})});
    CHECK(r.call("f", {r.n(5), r.a("a")}) == "no");
    CHECK(r.call("f", {Term::nil(), r.a("a")}) == "yes");
    CoreRun other;
    auto& c = other.b;
    const auto p = c.var(), q = c.var();
    define_guard(other, p, q, {c.node(ExprKind::OrElse, {c.erl("is_atom", {c.v(p)}), c.erl("=:=", {c.erl("hd", {c.v(q)}), c.num(1)})})});
    CHECK(other.call("f", {other.a("a"), other.n(5)}) == "yes");
}

TEST_CASE("guard: and with what is no boolean fails in a guard and raises outside", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), p = b.var(), q = b.var();
    define_guard(r, x, y, {b.node(ExprKind::AndAlso, {b.v(x), b.v(y)})});
    b.def("plain", 2, {b.clause({b.pv(p), b.pv(q)}, b.node(ExprKind::AndAlso, {b.v(p), b.v(q)}))});
    CHECK(r.call("f", {r.a("true"), r.a("true")}) == "yes");
    CHECK(r.call("f", {r.a("true"), r.n(1)}) == "no");
    CHECK(r.call("f", {r.n(1), r.a("true")}) == "no");
    CHECK(r.call("plain", {r.a("true"), r.n(1)}) == "1");
    CHECK(r.call("plain", {r.a("false"), r.n(1)}) == "false");
    CHECK(r.ending("plain", {r.n(1), r.a("true")}) == "error {badbool,and,1}");
}

TEST_CASE("guard: a value that is not true is false, not an error", "[core]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    define_guard(r, x, y, {b.v(x), b.erl("not", {b.v(y)})});
    CHECK(r.call("f", {r.a("true"), r.n(1)}) == "yes");
    CHECK(r.call("f", {r.n(1), r.a("false")}) == "yes");
    CHECK(r.call("f", {r.n(1), r.n(1)}) == "no");
    CHECK(r.call("f", {r.a("nil"), r.a("true")}) == "no");
}

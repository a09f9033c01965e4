// tests/unit/compiler/ssa/loops_test.cpp: loops: values that go round, and closures made inside.
// Here: self calls and core's loops as jumps; parameters set at once; what is lifted out.
// Not here: contexts that go round (emit/function_test.cpp), parameters by hand (simplify_test.cpp).
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/ssa_program.h"

using namespace vial;
using core::ExprKind;
using test::CoreBuilder;
using test::CoreRun;
using test::SsaProgram;

TEST_CASE("loop: values that change places do so at once", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto p = b.var(), q = b.var(), n = b.var(), k = b.var();
    const auto p0 = b.var(), q0 = b.var(), k0 = b.var();
    b.def("turn", 4, {b.clause({b.pv(p0), b.pv(q0), b.pv(k0), b.pnum(0)}, b.node(ExprKind::Tuple, {b.v(p0), b.v(q0), b.v(k0)})),
                      b.clause({b.pv(p), b.pv(q), b.pv(k), b.pv(n)}, b.call("turn", {b.v(q), b.v(k), b.v(p), b.erl("-", {b.v(n), b.num(1)})}))});
    const SsaProgram s(b);
    INFO(s.text("turn"));
    CHECK(s.count("turn", Opcode::JumpBack) == 1);
    CHECK(s.count("turn", Opcode::TailCall) == 0);
    CHECK(r.call("turn", {r.n(1), r.n(2), r.n(3), r.n(0)}) == "{1,2,3}");
    CHECK(r.call("turn", {r.n(1), r.n(2), r.n(3), r.n(1)}) == "{2,3,1}");
    CHECK(r.call("turn", {r.n(1), r.n(2), r.n(3), r.n(2)}) == "{3,1,2}");
    CHECK(r.call("turn", {r.n(1), r.n(2), r.n(3), r.n(300)}) == "{1,2,3}");
}

TEST_CASE("loop: the value of the round before is not that of this one", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto last = b.var(), n = b.var(), last0 = b.var();
    b.def("f", 2, {b.clause({b.pv(last0), b.pnum(0)}, b.v(last0)),
                   b.clause({b.pv(last), b.pv(n)}, b.call("f", {b.node(ExprKind::Tuple, {b.v(n), b.erl("-", {b.v(n), b.num(1)})}), b.erl("-", {b.v(n), b.num(1)})}))});
    CHECK(r.call("f", {r.n(9), r.n(0)}) == "9");
    CHECK(r.call("f", {r.n(9), r.n(3)}) == "{1,0}");
}

TEST_CASE("loop: each round's closure keeps its own value", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto acc0 = b.var(), acc = b.var(), n = b.var();
    auto* fun = b.fn(0, {b.clause({}, b.erl("*", {b.v(n), b.num(10)}))});
    b.def("make", 2, {b.clause({b.pnum(0), b.pv(acc0)}, b.v(acc0)),
                      b.clause({b.pv(n), b.pv(acc)}, b.call("make", {b.erl("-", {b.v(n), b.num(1)}), b.node(ExprKind::Cons, {fun, b.v(acc)})}))});
    const auto h = b.var(), t = b.var(), m = b.var();
    b.def("all", 1, {b.clause({b.plit(Term::nil())}, b.lit(Term::nil())),
                     b.clause({b.pcons(b.pv(h), b.pv(t))}, b.node(ExprKind::Cons, {b.node(ExprKind::FunCall, {b.v(h)}), b.call("all", {b.v(t)})}))});
    b.def("f", 1, {b.clause({b.pv(m)}, b.call("all", {b.call("make", {b.v(m), b.lit(Term::nil())})}))});
    CHECK(r.call("f", {r.n(3)}) == "[10,20,30]");
}

namespace {

// loop 0 over a list and a sum; in: its first call. `wrap` stands around the call that goes round.
template <class Wrap>
core::Expr* summing_loop(CoreBuilder& b, core::VarId list, Wrap&& wrap) {
    const auto p = b.var(), q = b.var(), h = b.var(), t = b.var(), s = b.var(), s0 = b.var();
    const auto call = [&](std::vector<core::Expr*> args) {
        auto* e = b.node(ExprKind::LoopCall, std::move(args));
        e->loop = 0;
        return e;
    };
    auto* e = b.node(ExprKind::Loop);
    e->loop_parts = std::make_unique<core::LoopParts>();
    e->loop_parts->parameters = {p, q};
    e->loop_parts->clauses = {b.clause({b.plit(Term::nil()), b.pv(s0)}, b.v(s0)),
                              b.clause({b.pcons(b.pv(h), b.pv(t)), b.pv(s)}, wrap(call({b.v(t), b.erl("+", {b.v(s), b.v(h)})})))};
    e->loop_parts->in = call({b.v(list), b.num(0)});
    return e;
}

}  // namespace

TEST_CASE("loop: one whose calls are all last is a jump, another a function of its own", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), k = b.var();
    b.def("jumps", 1, {b.clause({b.pv(x)}, b.erl("-", {summing_loop(b, x, [](core::Expr* e) { return e; }), b.num(1)}))});
    // The round's value is read, and with it a variable from outside of the loop.
    b.def("calls", 2, {b.clause({b.pv(y), b.pv(k)}, summing_loop(b, y, [&](core::Expr* e) { return b.erl("*", {e, b.v(k)}); }))});
    const SsaProgram s(b);
    INFO(s.text("jumps") << s.text("calls"));
    CHECK(s.wrong == "");
    CHECK(s.program.functions.size() == 3);
    CHECK(s.count("jumps", Opcode::JumpBack) == 1);
    CHECK(s.count("calls", Opcode::JumpBack) == 0);
    const Term list = r.terms().list({r.n(1), r.n(2), r.n(4)});
    CHECK(r.call("jumps", {list}) == "6");
    CHECK(r.call("calls", {list, r.n(3)}) == "189");
    CHECK(r.call("jumps", {Term::nil()}) == "-1");
    CHECK(r.ending("jumps", {r.n(5)}) == "error function_clause");
}

TEST_CASE("loop: effects happen once a round and in order", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto n = b.var(), x = b.var();
    auto* logged = b.erl("put", {b.atom("log"), b.node(ExprKind::Cons, {b.v(n), b.erl("get", {b.atom("log")})})});
    b.def("run", 1, {b.clause({b.pnum(0)}, b.erl("get", {b.atom("log")})),
                     b.clause({b.pv(n)}, b.seq({logged, b.call("run", {b.erl("-", {b.v(n), b.num(1)})})}))});
    b.def("f", 1, {b.clause({b.pv(x)}, b.seq({b.erl("put", {b.atom("log"), b.lit(Term::nil())}), b.call("run", {b.v(x)})}))});
    CHECK(r.call("f", {r.n(4)}) == "[1,2,3,4]");
}

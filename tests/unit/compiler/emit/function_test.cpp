// tests/unit/compiler/emit/function_test.cpp: the code of small functions.
// Here: whole listings: registers, frames, tests, calls.
// Not here: what the code does when run (tests/conformance).
// Threads: -
// Holds: a change of a listing is read by a person before it is accepted.
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/core_builder.h"

using vial::test::CoreBuilder;
using vial::test::listing;

TEST_CASE("fib", "[emit]") {
    CoreBuilder b;
    const auto n = b.var();
    auto* sum = b.erl("+", {b.call("fib", {b.erl("-", {b.v(n), b.num(1)})}),
                            b.call("fib", {b.erl("-", {b.v(n), b.num(2)})})});
    b.def("fib", 1, {b.clause({b.pv(n)}, b.v(n), {b.erl("<", {b.v(n), b.num(2)})}),
                     b.clause({b.pv(n)}, sum)});
    CHECK(listing(b.compile()) ==
          "IsLt L1, x0, 2\n"
          "Return\n"
          "L1:\n"
          "Allocate #2  ; x0\n"
          "Move y0, x0\n"
          "Subtract L0, x0, y0, 1  ; y0\n"
          "Call fib/1  ; y0\n"
          "Move y1, x0\n"
          "Subtract L0, x0, y0, 2  ; y0 y1\n"
          "Call fib/1  ; y1\n"
          "Add L0, x0, y1, x0  ; x0 y1\n"
          "Deallocate #2\n"
          "Return\n");
    CHECK(b.problem == "");
}

TEST_CASE("map over a list", "[emit]") {
    CoreBuilder b;
    const auto h = b.var(), t = b.var(), f = b.var();
    auto* call = b.node(vial::core::ExprKind::FunCall, {b.v(f), b.v(h)});
    auto* cons = b.node(vial::core::ExprKind::Cons, {call, b.call("map", {b.v(t), b.v(f)})});
    b.def("map", 2, {b.clause({b.plit(vial::Term::nil()), b.any()}, b.lit(vial::Term::nil())),
                     b.clause({b.pcons(b.pv(h), b.pv(t)), b.pv(f)}, cons)});
    CHECK(listing(b.compile()) ==
          "IsCons L1, x0\n"
          "Allocate #3  ; x0 x1\n"
          "Move y0, x1\n"
          "HeadTail x0, y1, x0\n"
          "CallFun #1  ; y0 y1\n"
          "Move y2, x0\n"
          "Move x0, y1\n"
          "Move x1, y0\n"
          "Call map/2  ; y2\n"
          "TestHeap #2  ; x0 y2\n"
          "Cons x0, y2, x0\n"
          "Deallocate #3\n"
          "Return\n"
          "L1:\n"
          "IsNil L2, x0\n"
          "Move x0, []\n"
          "Return\n"
          "L2:\n"
          "RaiseFunction  ; x0 x1\n");
    CHECK(b.problem == "");
}

TEST_CASE("closures", "[emit]") {
    CoreBuilder b;
    const auto x = b.var(), y = b.var(), l = b.var();
    auto* f = b.fn(1, {b.clause({b.pv(y)}, b.erl("+", {b.v(x), b.v(y)}))});
    b.def("adder", 1, {b.clause({b.pv(x)}, b.remote("lists", "map", {f, b.v(l)}))});
    b.module.functions.back().clauses[0].patterns = {b.ptuple({b.pv(x), b.pv(l)})};
    const auto code = b.compile();
    CHECK(listing(code) ==
          "IsTupleOf L1, x0, #2\n"
          "Element x2, x0, #0\n"
          "Element x1, x0, #1\n"
          "TestHeap #3  ; x1 x2\n"
          "MakeFun x0, fun -adder/1-fun-0-, (1), x2\n"
          "TailCallExt lists.map/2, #0\n"
          "L1:\n"
          "RaiseFunction  ; x0\n");
    CHECK(listing(code, 1) ==
          "Add L0, x0, x1, x0  ; x0 x1\n"
          "Return\n");
    CHECK(b.problem == "");
}

TEST_CASE("try", "[emit]") {
    CoreBuilder b;
    const auto x = b.var(), e = b.var();
    auto* t = b.node(vial::core::ExprKind::Try);
    t->try_parts = std::make_unique<vial::core::TryParts>();
    t->try_parts->body = b.call("risky", {b.v(x)});
    t->try_parts->handlers = {b.clause({b.patom("error"), b.pv(e), b.any()}, b.node(vial::core::ExprKind::Tuple, {b.v(x), b.v(e), b.node(vial::core::ExprKind::Trace)}))};
    t->try_parts->after = b.remote("io", "nl", {});
    b.def("risky", 1, {b.clause({b.pv(x)}, t)});
    CHECK(listing(b.compile()) ==
          "Allocate #3  ; x0\n"
          "Move y0, x0\n"
          "Call risky/1  ; y0  ! L1\n"
          "Move y0, x0\n"
          "Jump L2\n"
          "L1:\n"
          "IsEqExact L3, x0, :error\n"
          "BuildTrace x2, x2  ; x1 x2 y0\n"
          "TestHeap #4  ; x1 x2 y0\n"
          "Tuple x0, (3), y0, x1, x2\n"
          "Move y0, x0\n"
          "L2:\n"
          "CallExt io.nl/0  ; y0\n"
          "Move x0, y0\n"
          "Deallocate #3\n"
          "Return\n"
          "L3:\n"
          "Reraise x0, x1, x2  ; x0 x1 x2  ! L4\n"
          "L4:\n"
          "Move y0, x0\n"
          "Move y2, x2\n"
          "Move y1, x1\n"
          "CallExt io.nl/0  ; y0 y1 y2\n"
          "Reraise y0, y1, y2  ; y0 y1 y2\n");
    CHECK(b.problem == "");
}

TEST_CASE("receive", "[emit]") {
    CoreBuilder b;
    const auto x = b.var(), e = b.var(), r = b.var();
    auto* t = b.node(vial::core::ExprKind::Receive, {b.num(1000), b.atom("timeout")});
    auto* pin = b.pnode(vial::core::PatternKind::Equal, {});
    pin->expr = b.v(r);
    t->clauses = {b.clause({b.ptuple({pin, b.pv(e)})}, b.v(e)), b.clause({b.patom("stop")}, b.v(x))};
    b.def("wait", 2, {b.clause({b.pv(r), b.pv(x)}, t)});
    CHECK(listing(b.compile()) ==
          "Allocate #2  ; x0 x1\n"
          "Move y0, x0\n"
          "Move y1, x1\n"
          "L4:\n"
          "ReceivePeek L1, x1  ; y0 y1\n"
          "IsTupleOf L2, x1, #2\n"
          "Element x2, x1, #0\n"
          "IsEqExact L3, x2, y0\n"
          "Element x0, x1, #1\n"
          "ReceiveTake  ; x0\n"
          "Deallocate #2\n"
          "Return\n"
          "L2:\n"
          "IsEqExact L3, x1, :stop\n"
          "ReceiveTake  ; y1\n"
          "Move x0, y1\n"
          "Deallocate #2\n"
          "Return\n"
          "L3:\n"
          "ReceiveNext L4\n"
          "L1:\n"
          "ReceiveUntil L4, 1000  ; y0 y1\n"
          "ReceiveTimeout\n"
          "Move x0, :timeout\n"
          "Deallocate #2\n"
          "Return\n");
    CHECK(b.problem == "");
}

TEST_CASE("binary", "[emit]") {
    CoreBuilder b;
    const auto c = b.var(), rest = b.var(), acc = b.var();
    auto* p = b.pnode(vial::core::PatternKind::Binary, {});
    p->segments.push_back({{.type = vial::core::SegmentType::Integer, .size = b.num(8)}, b.pv(c), {1, 1, 0}});
    p->segments.push_back({{.type = vial::core::SegmentType::Bits, .unit = 8}, b.pv(rest), {1, 1, 0}});
    auto* empty = b.pnode(vial::core::PatternKind::Binary, {});
    b.def("sum", 2, {b.clause({p, b.pv(acc)}, b.call("sum", {b.v(rest), b.erl("+", {b.v(acc), b.v(c)})})),
                     b.clause({empty, b.pv(acc)}, b.v(acc))});
    CHECK(listing(b.compile()) ==
          "L4:\n"
          "BinStart L1, x0, x0  ; x0 x1\n"
          "BinSave x2, x0\n"
          "BinInteger L2, x3, x0, 8, #1, #0  ; x0 x1 x2\n"
          "BinUnit L3, x0, #8\n"
          "Add L0, x1, x1, x3  ; x0 x1 x3\n"
          "JumpBack L4  ; x0 x1\n"
          "L3:\n"
          "BinRestore x0, x2\n"
          "BinEnd L5, x0\n"
          "Jump L6\n"
          "L2:\n"
          "BinEnd L5, x0\n"
          "L6:\n"
          "Move x0, x1\n"
          "Return\n"
          "L5:\n"
          "BinRestore x0, x2\n"
          "BinRest L7, x2, x0, #1  ; x0 x1\n"
          "Move x0, x2\n"
          "Jump L1\n"
          "L7:\n"
          "RaiseCase []\n"
          "L1:\n"
          "RaiseFunction  ; x0 x1\n");
    CHECK(b.problem == "");
}

TEST_CASE("if and or", "[emit]") {
    CoreBuilder b;
    const auto x = b.var(), y = b.var();
    auto* cond = b.node(vial::core::ExprKind::AndAlso, {b.erl(">", {b.v(x), b.num(0)}), b.erl("is_atom", {b.v(y)})});
    auto* c = b.case_of({cond}, {b.clause({b.patom("false")}, b.call("f", {b.v(y), b.v(x)})),
                                 b.clause({b.patom("nil")}, b.call("f", {b.v(y), b.v(x)})),
                                 b.clause({b.any()}, b.num(1))});
    b.def("f", 2, {b.clause({b.pv(x), b.pv(y)}, c)});
    CHECK(listing(b.compile()) ==
          "L2:\n"
          "IsLt L1, 0, x0\n"
          "IsAtom L1, x1\n"
          "Move x0, 1\n"
          "Return\n"
          "L1:\n"
          "Swap x1, x0\n"
          "JumpBack L2  ; x0 x1\n");
    CHECK(b.problem == "");
}

TEST_CASE("tuples and loop", "[emit]") {
    CoreBuilder b;
    const auto x = b.var(), h = b.var(), t = b.var(), acc = b.var(), in = b.var();
    auto* loop = b.node(vial::core::ExprKind::Loop);
    loop->loop_parts = std::make_unique<vial::core::LoopParts>();
    auto& parts = *loop->loop_parts;
    parts.loop = 1;
    const auto p1 = b.var(), p2 = b.var();
    parts.parameters = {p1, p2};
    auto* again = b.node(vial::core::ExprKind::LoopCall, {b.v(t), b.erl("+", {b.v(acc), b.erl("*", {b.v(x), b.v(h)})})});
    again->loop = 1;
    auto* start = b.node(vial::core::ExprKind::LoopCall, {b.v(in), b.num(0)});
    start->loop = 1;
    parts.clauses = {b.clause({b.pcons(b.ptuple({b.patom("ok"), b.pv(h)}), b.pv(t)), b.pv(acc)}, again),
                     b.clause({b.plit(vial::Term::nil()), b.pv(acc)}, b.v(acc))};
    parts.in = start;
    b.def("f", 2, {b.clause({b.pv(x), b.pv(in)}, b.node(vial::core::ExprKind::Tuple, {loop, b.v(x)}))});
    CHECK(listing(b.compile()) ==
          "Move x2, 0\n"
          "L3:\n"
          "IsCons L1, x1\n"
          "HeadTail x3, x1, x1\n"
          "IsTagged L2, x3, #2, :ok\n"
          "Element x3, x3, #1\n"
          "Multiply L0, x3, x0, x3  ; x0 x1 x2 x3\n"
          "Add L0, x2, x2, x3  ; x0 x1 x2 x3\n"
          "JumpBack L3  ; x0 x1 x2\n"
          "L1:\n"
          "IsNil L2, x1\n"
          "TestHeap #3  ; x0 x2\n"
          "Tuple x0, (2), x2, x0\n"
          "Return\n"
          "L2:\n"
          "Allocate #1\n"
          "Move x0, :function_clause\n"
          "CallExt erlang.error/1\n"
          "Move x0, []\n"
          "Deallocate #1\n"
          "Return\n");
    CHECK(b.problem == "");
}

TEST_CASE("a receive for a reference made just before", "[emit]") {
    CoreBuilder b;
    const auto pid = b.var(), ref = b.var(), reply = b.var();
    auto pin = [&] {
        auto* p = b.pnode(vial::core::PatternKind::Equal, {});
        p->expr = b.v(ref);
        return p;
    };
    auto* make = b.match(b.pv(ref), b.erl("monitor", {b.atom("process"), b.v(pid)}));
    auto* send = b.erl("send", {b.v(pid), b.node(vial::core::ExprKind::Tuple, {b.atom("get"), b.v(ref)})});
    auto* receive = b.node(vial::core::ExprKind::Receive);
    receive->clauses = {b.clause({b.ptuple({pin(), b.pv(reply)})}, b.v(reply)),
                        b.clause({b.ptuple({b.patom("DOWN"), pin(), b.any()})}, b.atom("gone"))};
    b.def("get", 1, {b.clause({b.pv(pid)}, b.seq({make, send, receive}))});
    CHECK(listing(b.compile()) ==
          "Allocate #3  ; x0\n"
          "Move y0, x0\n"
          "MarkReserve y1\n"
          "Move x1, y0\n"
          "Move x0, :process\n"
          "CallExt erlang.monitor/2  ; y0 y1\n"
          "Move y2, x0\n"
          "MarkBind y1, y2\n"
          "TestHeap #3  ; y0 y2\n"
          "Tuple x1, (2), :get, y2\n"
          "Move x0, y0\n"
          "Send  ; x0 x1 y0 y2\n"
          "MarkUse y2\n"
          "L4:\n"
          "ReceivePeek L1, x1  ; y2\n"
          "IsTupleOf L2, x1, #2\n"
          "Element x2, x1, #0\n"
          "IsEqExact L3, x2, y2\n"
          "Element x0, x1, #1\n"
          "ReceiveTake  ; x0\n"
          "Deallocate #3\n"
          "Return\n"
          "L2:\n"
          "IsTagged L3, x1, #3, :DOWN\n"
          "Element x1, x1, #1\n"
          "IsEqExact L3, x1, y2\n"
          "ReceiveTake\n"
          "Move x0, :gone\n"
          "Deallocate #3\n"
          "Return\n"
          "L3:\n"
          "ReceiveNext L4\n"
          "L1:\n"
          "ReceiveWait L4  ; y2\n");
    CHECK(b.problem == "");
}

TEST_CASE("loops of two clauses may have the same number", "[emit]") {
    CoreBuilder b;
    // rev(for each element of `list`: `body`), the loop numbered 0 in both clauses.
    const auto comprehension = [&b](vial::core::VarId list, auto body) {
        auto* loop = b.node(vial::core::ExprKind::Loop);
        loop->loop_parts = std::make_unique<vial::core::LoopParts>();
        auto& parts = *loop->loop_parts;
        const auto h = b.var(), t = b.var();
        parts.parameters = {b.var()};
        const auto call = [&b](auto* argument) {
            auto* e = b.node(vial::core::ExprKind::LoopCall, {argument});
            e->loop = 0;
            return e;
        };
        auto* cons = b.node(vial::core::ExprKind::Cons, {body(h), call(b.v(t))});
        parts.clauses = {b.clause({b.pcons(b.pv(h), b.pv(t))}, cons),
                         b.clause({b.any()}, b.lit(vial::Term::nil()))};
        parts.in = call(b.v(list));
        return loop;
    };
    const auto x = b.var(), first = b.var(), second = b.var();
    auto* adds = comprehension(first, [&](auto h) { return b.erl("+", {b.v(h), b.v(x)}); });
    auto* keeps = comprehension(second, [&](auto h) { return b.v(h); });
    b.def("f", 2, {b.clause({b.pv(x), b.pcons(b.pv(first), b.any())}, adds),
                   b.clause({b.any(), b.pv(second)}, keeps)});
    const auto code = b.compile();
    CHECK(b.problem == "");
    REQUIRE(code.functions.size() == 3);
    CHECK(code.functions[1].arity == 2);  // the list, and x
    CHECK(code.functions[2].arity == 1);
}

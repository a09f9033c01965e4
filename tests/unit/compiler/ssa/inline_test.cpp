// tests/unit/compiler/ssa/inline_test.cpp: small local functions where they are called.
// Here: what is inlined, the limits on both sides, errors and traces that stay those of a call.
// Not here: -
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/ssa_program.h"

using namespace vial;
using test::CoreBuilder;
using test::CoreRun;
using test::SsaProgram;

namespace {

constexpr auto kLocalCalls = {Opcode::Call, Opcode::TailCall};

// name(x): x in `depth` tuples, one in the other; caller(x): name(x).
void define_nest(CoreBuilder& b, const char* name, const char* caller, int depth) {
    const auto x = b.var(), y = b.var();
    core::Expr* e = b.v(x);
    for (int i = 0; i < depth; ++i) e = b.node(core::ExprKind::Tuple, {e});
    b.def(name, 1, {b.clause({b.pv(x)}, e)});
    b.def(caller, 1, {b.clause({b.pv(y)}, b.call(name, {b.v(y)}))});
}

}  // namespace

TEST_CASE("inline: fourteen instructions are small, fifteen are not", "[ssa]") {
    CoreBuilder b;
    // The return and the function itself count one each.
    define_nest(b, "small", "of_small", 12);
    define_nest(b, "large", "of_large", 13);
    const SsaProgram s(b);
    INFO(s.text("of_small") << s.text("of_large"));
    CHECK(s.wrong == "");
    CHECK(s.count("of_small", kLocalCalls) == 0);
    CHECK(s.count("of_small", Opcode::Tuple) == 12);
    CHECK(s.count("of_large", kLocalCalls) == 1);
}

TEST_CASE("inline: what the module asks for may be larger, to a limit", "[ssa]") {
    CoreBuilder b;
    define_nest(b, "wanted", "of_wanted", 78);
    define_nest(b, "too_large", "of_too_large", 79);
    b.module.inline_wanted = {{b.a("wanted"), 1}, {b.a("too_large"), 1}};
    const SsaProgram s(b);
    CHECK(s.count("of_wanted", kLocalCalls) == 0);
    CHECK(s.count("of_too_large", kLocalCalls) == 1);
}

TEST_CASE("inline: a function that calls itself stays one", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto n = b.var(), x = b.var(), m = b.var(), k = b.var();
    b.def("down", 1, {b.clause({b.pnum(0)}, b.atom("end")), b.clause({b.pv(n)}, b.call("down", {b.erl("-", {b.v(n), b.num(1)})}))});
    b.def("f", 1, {b.clause({b.pv(x)}, b.call("down", {b.v(x)}))});
    // Two that call each other come to an end too.
    b.def("even", 1, {b.clause({b.pnum(0)}, b.atom("true")), b.clause({b.pv(m)}, b.call("odd", {b.erl("-", {b.v(m), b.num(1)})}))});
    b.def("odd", 1, {b.clause({b.pnum(0)}, b.atom("false")), b.clause({b.pv(k)}, b.call("even", {b.erl("-", {b.v(k), b.num(1)})}))});
    const SsaProgram s(b);
    INFO(s.text("f") << s.text("even"));
    CHECK(s.wrong == "");
    CHECK(s.count("f", kLocalCalls) == 1);
    CHECK(s.blocks("even") < 20);
    CHECK(r.call("f", {r.n(1000)}) == "end");
    CHECK(r.call("even", {r.n(1001)}) == "false");
    CHECK(r.call("odd", {r.n(1001)}) == "true");
}

TEST_CASE("inline: arguments are evaluated once and the clauses' order is kept", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto p = b.var(), q = b.var(), x = b.var(), v = b.var();
    b.def("pair", 2, {b.clause({b.pv(p), b.pv(q)}, b.node(core::ExprKind::Tuple, {b.v(q), b.v(p), b.v(q)}))});
    // put gives what was there before.
    b.def("f", 1, {b.clause({b.pv(x)}, b.seq({b.match(b.pv(v), b.call("pair", {b.erl("put", {b.num(1), b.v(x)}), b.erl("put", {b.num(1), b.num(8)})})),
                                              b.node(core::ExprKind::Tuple, {b.v(v), b.erl("get", {b.num(1)})})}))});
    const SsaProgram s(b);
    CHECK(s.count("f", kLocalCalls) == 0);
    CHECK(r.call("f", {r.n(7)}) == "{{7,undefined,7},8}");
}

TEST_CASE("inline: an error is raised by the function, with its own trace", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), z = b.var();
    b.def("share", 1, {b.clause({b.pv(x)}, b.erl("div", {b.num(10), b.v(x)}))});
    b.def("only_one", 1, {b.clause({b.pnum(1)}, b.atom("ok"))});
    b.def("f", 1, {b.clause({b.pv(y)}, b.node(core::ExprKind::Tuple, {b.call("share", {b.v(y)})}))});
    b.def("g", 1, {b.clause({b.pv(z)}, b.node(core::ExprKind::Tuple, {b.call("only_one", {b.v(z)})}))});
    CHECK(r.call("f", {r.n(5)}) == "{2}");
    CHECK(r.ending("f", {r.n(0)}) == "error badarith");
    const std::string divided = r.call("f", {r.n(0)});
    CHECK(divided.find("{T,share,1,") != std::string::npos);
    CHECK(divided.find("{T,f,1,") > divided.find("{T,share,1,"));
    CHECK(r.call("g", {r.n(1)}) == "{ok}");
    const std::string unmatched = r.call("g", {r.n(2)});
    CHECK(unmatched.starts_with("error function_clause [{T,only_one,[2],"));
    CHECK(unmatched.find("{T,g,1,") != std::string::npos);
}

TEST_CASE("inline: one caller grows to a limit", "[ssa]") {
    CoreBuilder b;
    define_nest(b, "nest", "of_nest", 11);
    const auto x = b.var();
    std::vector<core::Expr*> calls;
    for (int i = 0; i < 80; ++i) calls.push_back(b.call("nest", {b.v(x)}));
    b.def("f", 1, {b.clause({b.pv(x)}, b.node(core::ExprKind::Tuple, calls))});
    const SsaProgram s(b);
    CHECK(s.wrong == "");
    CHECK(s.count("f", kLocalCalls) > 30);
    CHECK(s.count("f", kLocalCalls) < 80);
}

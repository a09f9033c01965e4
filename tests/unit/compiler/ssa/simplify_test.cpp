// tests/unit/compiler/ssa/simplify_test.cpp: what has no effect goes, what has one stays in its place.
// Here: dead code, folded branches, parameters of blocks; functions of core and blocks written by hand.
// Not here: single instructions (fold_test.cpp).
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "compiler/ssa/passes.h"
#include "tests/unit/compiler/support/ssa_program.h"

using namespace vial;
using ssa::Arg;
using ssa::BlockId;
using ssa::Edge;
using ssa::Instr;
using test::CoreBuilder;
using test::CoreRun;
using test::SsaProgram;

TEST_CASE("simplify: what is built for nothing goes, calls and what may raise stay", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), z = b.var();
    b.def("built", 1, {b.clause({b.pv(x)}, b.seq({b.node(core::ExprKind::Tuple, {b.v(x)}), b.node(core::ExprKind::Cons, {b.v(x), b.v(x)}), b.atom("done")}))});
    b.def("raises", 1, {b.clause({b.pv(y)}, b.seq({b.erl("hd", {b.v(y)}), b.erl("+", {b.v(y), b.num(1)}), b.atom("done")}))});
    b.def("called", 1, {b.clause({b.pv(z)}, b.seq({b.erl("put", {b.num(1), b.v(z)}), b.erl("put", {b.num(1), b.num(9)}), b.erl("get", {b.num(1)})}))});
    const SsaProgram s(b);
    INFO(s.text("built") << s.text("raises"));
    CHECK(s.count("built", {Opcode::Tuple, Opcode::Cons}) == 0);
    CHECK(s.count("raises", Opcode::Add) == 1);
    CHECK(r.ending("raises", {r.n(5)}) == "error badarg");
    CHECK(r.ending("raises", {r.terms().list({r.n(5)})}) == "error badarith");
    CHECK(r.call("called", {r.n(4)}) == "9");
}

TEST_CASE("simplify: larger numbers and errors of constants are left to the machine", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto text = [&](core::Expr* e) { return b.erl("integer_to_binary", {e}); };
    b.def("sum", 0, {b.clause({}, b.erl("+", {b.num(2), b.erl("*", {b.num(3), b.num(4)})}))});
    b.def("over", 0, {b.clause({}, text(b.erl("+", {b.num(kSmallMax), b.num(1)})))});
    b.def("product", 0, {b.clause({}, text(b.erl("*", {b.num(std::int64_t{1} << 40), b.num(std::int64_t{1} << 24)})))});
    b.def("negated", 0, {b.clause({}, text(b.erl("-", {b.num(kSmallMin)})))});
    b.def("quotient", 0, {b.clause({}, text(b.erl("div", {b.num(kSmallMin), b.num(-1)})))});
    b.def("shifted", 0, {b.clause({}, text(b.erl("bsl", {b.num(3), b.num(70)})))});
    b.def("by_zero", 0, {b.clause({}, b.seq({b.erl("div", {b.num(1), b.num(0)}), b.atom("done")}))});
    b.def("rest_by_zero", 0, {b.clause({}, b.erl("rem", {b.num(1), b.num(0)}))});
    const SsaProgram s(b);
    CHECK(s.text("sum") == "sum/0( )\n  b0:\n    Return 14\n");
    CHECK(r.call("over") == "<<\"2305843009213693952\">>");
    CHECK(r.call("product") == "<<\"18446744073709551616\">>");
    CHECK(r.call("negated") == "<<\"2305843009213693952\">>");
    CHECK(r.call("quotient") == "<<\"2305843009213693952\">>");
    CHECK(r.call("shifted") == "<<\"3541774862152233910272\">>");
    CHECK(r.ending("by_zero") == "error badarith");
    CHECK(r.ending("rest_by_zero") == "error badarith");
}

TEST_CASE("simplify: what is built to be taken apart at once is not built", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var(), h = b.var(), t = b.var(), p = b.var(), q = b.var();
    auto* cons = b.match(b.pcons(b.pv(h), b.pv(t)), b.node(core::ExprKind::Cons, {b.v(x), b.v(y)}));
    auto* swap = b.match(b.ptuple({b.pv(p), b.pv(q)}), b.node(core::ExprKind::Tuple, {b.v(t), b.v(h)}));
    b.def("f", 2, {b.clause({b.pv(x), b.pv(y)}, b.seq({cons, swap, b.erl("-", {b.v(p), b.v(q)})}))});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.count("f", {Opcode::Cons, Opcode::Tuple, Opcode::Head, Opcode::Tail, Opcode::Element}) == 0);
    CHECK(s.tests("f") == 0);
    CHECK(r.call("f", {r.n(3), r.n(10)}) == "7");
}

TEST_CASE("simplify: the side that a constant rules out is gone with its calls", "[ssa]") {
    CoreBuilder b;
    const auto x = b.var();
    auto* known = b.case_of({b.erl("<", {b.num(1), b.num(2)})}, {b.clause({b.patom("true")}, b.v(x)), b.clause({b.patom("false")}, b.remote("m", "never", {}))});
    b.def("f", 1, {b.clause({b.pv(x)}, known)});
    const SsaProgram s(b);
    INFO(s.text("f"));
    CHECK(s.blocks("f") == 1);
    CHECK(s.count("f", Opcode::TailCallExt) == 0);
}

TEST_CASE("simplify: a value nobody reads is not fetched from its map, but the key must be there", "[ssa]") {
    CoreRun r;
    auto& b = r.b;
    const auto x = b.var(), y = b.var();
    auto* p = b.pnode(core::PatternKind::Map, {b.pv(y)});
    p->keys = {b.atom("k")};
    b.def("f", 1, {b.clause({b.pv(x)}, b.case_of({b.v(x)}, {b.clause({p}, b.atom("has")), b.clause({b.any()}, b.atom("lacks"))}))});
    const SsaProgram s(b);
    CHECK(s.count("f", Opcode::MapGet) == 0);
    CHECK(s.count("f", Opcode::MapHas) == 1);
    CHECK(r.call("f", {r.terms().map({}, b.atoms)}) == "lacks");
}

namespace {

// A loop over two parameters: entry(a, b, n) -> loop; each round passes `next` for them.
ssa::Function two_parameters(std::vector<Arg> (*next)(ssa::ValueId p, ssa::ValueId q)) {
    ssa::Function f;
    f.arity = 3;
    for (int i = 0; i < 3; ++i) f.params.push_back(f.new_value());
    const BlockId entry = f.new_block(ssa::kNoBlock), head = f.new_block(ssa::kNoBlock), body = f.new_block(ssa::kNoBlock), out = f.new_block(ssa::kNoBlock);
    const auto p = f.new_value(), q = f.new_value(), pair = f.new_value();
    f.blocks[head].params = {p, q};
    f.blocks[entry].last = Instr{.op = Opcode::Jump};
    f.blocks[entry].succ = {Edge{head, {Arg::of(f.params[0]), Arg::of(f.params[1])}}};
    f.blocks[head].last = Instr{.op = Opcode::IsAtom, .args = {Arg::of(p)}};
    f.blocks[head].succ = {Edge{out, {}}, Edge{body, {}}};
    f.blocks[body].last = Instr{.op = Opcode::JumpBack};
    f.blocks[body].succ = {Edge{head, next(p, q)}};
    f.blocks[out].instrs = {Instr{.op = Opcode::Tuple, .result = pair, .args = {Arg::of(p), Arg::of(q)}}};
    f.blocks[out].last = Instr{.op = Opcode::Return, .args = {Arg::of(pair)}};
    return f;
}

}  // namespace

TEST_CASE("simplify: parameters that change places in a loop are two", "[ssa]") {
    ssa::Function f = two_parameters([](ssa::ValueId p, ssa::ValueId q) { return std::vector<Arg>{Arg::of(q), Arg::of(p)}; });
    REQUIRE(ssa::validate(f) == nullptr);
    ssa::simplify(f);
    CHECK(ssa::validate(f) == nullptr);
    CHECK(f.blocks[1].params.size() == 2);
}

TEST_CASE("simplify: a parameter that a loop hands on unchanged is the argument", "[ssa]") {
    ssa::Function f = two_parameters([](ssa::ValueId, ssa::ValueId q) { return std::vector<Arg>{Arg::of(q), Arg::of(q)}; });
    ssa::simplify(f);
    CHECK(ssa::validate(f) == nullptr);
    REQUIRE(f.blocks[1].params.size() == 1);  // p still comes from two places
    const auto* built = &f.blocks[3].instrs[0];
    CHECK(built->args[1] == Arg::of(f.params[1]));
    CHECK(built->args[0] == Arg::of(f.blocks[1].params[0]));
}

TEST_CASE("validate: what a pass may not leave behind", "[ssa]") {
    const auto made = [] { return two_parameters([](ssa::ValueId p, ssa::ValueId q) { return std::vector<Arg>{Arg::of(q), Arg::of(p)}; }); };
    const auto wrong = [](const ssa::Function& f) {
        const char* what = ssa::validate(f);
        return std::string(what ? what : "");
    };
    CHECK(wrong(made()) == "");
    auto f = made();
    f.blocks[2].succ[0].args.pop_back();
    CHECK(wrong(f) == "an edge with other arguments");
    f = made();
    f.blocks[2].instrs.push_back(f.blocks[3].instrs[0]);
    CHECK(wrong(f) == "a value is defined twice");
    f = made();
    f.blocks[2].succ[0].args[0] = Arg::of(f.blocks[3].instrs[0].result);  // defined on the other side
    CHECK(wrong(f) == "a value is read where it may not be defined");
    f = made();
    f.blocks[3].instrs.clear();
    CHECK(wrong(f) == "a value that nothing defines is read");
    f = made();
    f.blocks[2].dead = true;
    CHECK(wrong(f) == "a reachable block is dead");
}

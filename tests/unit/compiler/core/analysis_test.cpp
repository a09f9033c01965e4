// tests/unit/compiler/core/analysis_test.cpp: what lowering is told of a function.
// Here: free variables of closures and loops, loops that are jumps and loops that are lifted, depth.
// Not here: what lowering makes of it (ssa/loops_test.cpp).
// Threads: -
// Holds: -
#include "compiler/core/analysis.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/core_builder.h"

using namespace vial;
using core::ExprKind;
using test::CoreBuilder;

namespace {

core::Analysis analysed(CoreBuilder& b, std::vector<core::VarId> parameters, core::Expr* body) {
    std::vector<core::Pattern*> patterns;
    for (const auto v : parameters) patterns.push_back(b.pv(v));
    b.def("f", static_cast<std::uint32_t>(parameters.size()), {b.clause(patterns, body)});
    return core::analyse(b.module.functions.back());
}

std::vector<core::VarId> free_of(const core::Analysis& a, const core::Expr* e) {
    auto out = a.scope(e).free;
    std::sort(out.begin(), out.end());
    return out;
}

core::Expr* loop_call(CoreBuilder& b, std::uint32_t number, std::vector<core::Expr*> args) {
    auto* e = b.node(ExprKind::LoopCall, std::move(args));
    e->loop = number;
    return e;
}

core::Expr* loop_of(CoreBuilder& b, std::uint32_t number, core::VarId parameter, std::vector<core::Clause> clauses, core::Expr* in) {
    auto* e = b.node(ExprKind::Loop);
    e->loop_parts = std::make_unique<core::LoopParts>();
    e->loop_parts->loop = number;
    e->loop_parts->parameters = {parameter};
    e->loop_parts->clauses = std::move(clauses);
    e->loop_parts->in = in;
    return e;
}

}  // namespace

TEST_CASE("analysis: a closure's free variables are those of outside that it reads, once each", "[core]") {
    CoreBuilder b;
    const auto x = b.var(), y = b.var(), z = b.var(), p = b.var(), local = b.var();
    auto* f = b.fn(1, {b.clause({b.pv(p)}, b.seq({b.match(b.pv(local), b.v(x)), b.node(ExprKind::Tuple, {b.v(x), b.v(p), b.v(local)})}))});
    const auto a = analysed(b, {x, y, z}, b.seq({b.v(y), f}));
    CHECK(free_of(a, f) == std::vector<core::VarId>{x});
}

TEST_CASE("analysis: a variable crosses every closure between its binding and its reading", "[core]") {
    CoreBuilder b;
    const auto x = b.var(), y = b.var(), p = b.var(), q = b.var();
    auto* inner = b.fn(1, {b.clause({b.pv(q)}, b.node(ExprKind::Tuple, {b.v(x), b.v(p)}))});
    auto* outer = b.fn(1, {b.clause({b.pv(p)}, inner)});
    const auto a = analysed(b, {x, y}, outer);
    CHECK(free_of(a, outer) == std::vector<core::VarId>{x});
    CHECK(free_of(a, inner) == std::vector<core::VarId>{x, p});
}

TEST_CASE("analysis: pins, map keys, segment sizes and guards read too", "[core]") {
    CoreBuilder b;
    const auto pinned = b.var(), key = b.var(), size = b.var(), limit = b.var(), n = b.var();
    auto* equal = b.pnode(core::PatternKind::Equal, {});
    equal->expr = b.v(pinned);
    auto* map = b.pnode(core::PatternKind::Map, {b.any()});
    map->keys = {b.v(key)};
    auto* bits = b.pnode(core::PatternKind::Binary, {});
    bits->segments.push_back({{.size = b.v(size)}, b.pv(n), {1, 1, 0}});
    auto* f = b.fn(3, {b.clause({equal, map, bits}, b.num(1), {b.erl(">", {b.v(n), b.v(limit)})})});
    const auto a = analysed(b, {pinned, key, size, limit}, f);
    CHECK(free_of(a, f) == std::vector<core::VarId>{pinned, key, size, limit});
}

TEST_CASE("analysis: a loop is a jump when every call of it is the last thing done", "[core]") {
    const auto lifted = [](auto&& around_call) {
        CoreBuilder b;
        const auto x = b.var(), p = b.var(), q = b.var();
        auto* loop = loop_of(b, 0, p, {b.clause({b.pv(q)}, around_call(b, loop_call(b, 0, {b.v(q)}), q))}, loop_call(b, 0, {b.v(x)}));
        const auto a = analysed(b, {x}, b.erl("-", {loop, b.num(1)}));
        REQUIRE(a.loops.size() == 1);
        return a.loops[0].lifted;
    };
    using B = CoreBuilder;
    using E = core::Expr*;
    CHECK_FALSE(lifted([](B&, E e, auto) { return e; }));
    CHECK_FALSE(lifted([](B& b, E e, auto q) { return b.seq({b.v(q), e}); }));
    CHECK_FALSE(lifted([](B& b, E e, auto q) { return b.case_of({b.v(q)}, {b.clause({b.any()}, e)}); }));
    CHECK_FALSE(lifted([](B& b, E e, auto q) { return b.node(ExprKind::AndAlso, {b.v(q), e}); }));
    CHECK(lifted([](B& b, E e, auto q) { return b.seq({e, b.v(q)}); }));
    CHECK(lifted([](B& b, E e, auto q) { return b.node(ExprKind::Cons, {b.v(q), e}); }));
    CHECK(lifted([](B& b, E e, auto) { return b.case_of({e}, {b.clause({b.any()}, b.num(1))}); }));
    CHECK(lifted([](B& b, E e, auto) { return b.fn(0, {b.clause({}, e)}); }));
    // Protected: leaving it is more than a jump.
    CHECK(lifted([](B& b, E e, auto) {
        auto* t = b.node(ExprKind::Try);
        t->try_parts = std::make_unique<core::TryParts>();
        t->try_parts->body = e;
        return t;
    }));
}

TEST_CASE("analysis: a lifted loop takes the loop around that it calls with it, and its variables", "[core]") {
    CoreBuilder b;
    const auto x = b.var(), k = b.var(), p = b.var(), q = b.var(), r = b.var(), s = b.var();
    // The inner one reads k and is no jump; at its end it goes on with the outer one.
    auto* inner = loop_of(b, 1, r, {b.clause({b.pnum(0)}, loop_call(b, 0, {b.v(q)})),
                                    b.clause({b.pv(s)}, b.node(ExprKind::Tuple, {loop_call(b, 1, {b.v(s)}), b.v(k)}))},
                          loop_call(b, 1, {b.v(q)}));
    auto* outer = loop_of(b, 0, p, {b.clause({b.pv(q)}, inner)}, loop_call(b, 0, {b.v(x)}));
    const auto a = analysed(b, {x, k}, outer);
    REQUIRE(a.loops.size() == 2);
    CHECK(a.loops[0].lifted);
    CHECK(a.loops[1].lifted);
    CHECK(free_of(a, inner) == std::vector<core::VarId>{k, q});
    CHECK(free_of(a, outer) == std::vector<core::VarId>{k});
}

TEST_CASE("analysis: a long list is no deeper than a short one, nesting is", "[core]") {
    const auto depth = [](bool in_head, int n) {
        CoreBuilder b;
        const auto x = b.var();
        core::Expr* e = b.v(x);
        for (int i = 0; i < n; ++i) e = b.node(ExprKind::Cons, in_head ? std::vector<core::Expr*>{e, b.v(x)} : std::vector<core::Expr*>{b.v(x), e});
        return analysed(b, {x}, e).depth;
    };
    CHECK(depth(false, 5000) == depth(false, 5));
    CHECK(depth(true, 5000) >= depth(true, 5) + 4990);
}

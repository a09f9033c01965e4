// tests/unit/compiler/ssa/fold_test.cpp: what constants make of an instruction, at the edges of each.
// Here: fold(), fold_branch().
// Not here: what the passes do with it (simplify_test.cpp).
// Threads: -
// Holds: "left alone" is nullopt: the machine computes it, in larger numbers or by raising.
#include "compiler/ssa/fold.h"

#include <catch2/catch.hpp>

#include "vm/heap/term_arena.h"
#include "vm/term/atom_table.h"

using namespace vial;
using ssa::Arg;
using ssa::Instr;

namespace {

Arg small_arg(std::int64_t v) { return Arg::constant(Term::small(v)); }

// The folded integer, or `kAlone`.
constexpr std::int64_t kAlone = 0x7fff'ffff'ffff'ffff;
std::int64_t folded(Opcode op, std::int64_t a, std::int64_t b) {
    const auto out = ssa::fold(Instr{.op = op, .result = 0, .args = {small_arg(a), small_arg(b)}});
    return out ? out->term.small_value() : kAlone;
}

// 0: the test holds, 1: it does not, -1: left alone.
int decided(Opcode op, std::vector<Arg> args) {
    const auto out = ssa::fold_branch(Instr{.op = op, .args = std::move(args)});
    return out ? static_cast<int>(*out) : -1;
}

}  // namespace

TEST_CASE("fold: integers up to the edge of the small ones", "[ssa]") {
    CHECK(folded(Opcode::Add, 2, 3) == 5);
    CHECK(folded(Opcode::Add, kSmallMax - 1, 1) == kSmallMax);
    CHECK(folded(Opcode::Add, kSmallMax, 1) == kAlone);
    CHECK(folded(Opcode::Subtract, kSmallMin + 1, 1) == kSmallMin);
    CHECK(folded(Opcode::Subtract, kSmallMin, 1) == kAlone);
    CHECK(folded(Opcode::Multiply, 1 << 30, 1 << 30) == std::int64_t{1} << 60);
    CHECK(folded(Opcode::Multiply, std::int64_t{1} << 31, std::int64_t{1} << 30) == kAlone);
    CHECK(folded(Opcode::Multiply, -(std::int64_t{1} << 31), std::int64_t{1} << 30) == kSmallMin);
    // 2^64 and more: what is left of it in 64 bits would fit.
    CHECK(folded(Opcode::Multiply, std::int64_t{1} << 40, std::int64_t{1} << 24) == kAlone);
    CHECK(folded(Opcode::Multiply, kSmallMax, kSmallMin) == kAlone);
    CHECK(folded(Opcode::IntDivide, kSmallMin, -1) == kAlone);
    CHECK_FALSE(ssa::fold(Instr{.op = Opcode::Negate, .result = 0, .args = {small_arg(kSmallMin)}}));
    CHECK(ssa::fold(Instr{.op = Opcode::Negate, .result = 0, .args = {small_arg(kSmallMax)}})->is(Term::small(-kSmallMax)));
}

TEST_CASE("fold: division truncates towards zero and never by zero", "[ssa]") {
    CHECK(folded(Opcode::IntDivide, -7, 2) == -3);
    CHECK(folded(Opcode::IntDivide, 7, -2) == -3);
    CHECK(folded(Opcode::Remainder, -7, 2) == -1);
    CHECK(folded(Opcode::Remainder, 7, -2) == 1);
    CHECK(folded(Opcode::IntDivide, 7, 0) == kAlone);
    CHECK(folded(Opcode::Remainder, 7, 0) == kAlone);
    CHECK(folded(Opcode::Divide, 6, 3) == kAlone);  // 2.0, no integer
}

TEST_CASE("fold: bits and shifts", "[ssa]") {
    CHECK(folded(Opcode::BitAnd, -1, 255) == 255);
    CHECK(folded(Opcode::BitOr, -8, 3) == -5);
    CHECK(folded(Opcode::BitXor, -1, 1) == -2);
    CHECK(folded(Opcode::ShiftLeft, 3, 4) == 48);
    CHECK(folded(Opcode::ShiftLeft, -3, 4) == -48);
    CHECK(folded(Opcode::ShiftLeft, 1, 61) == kAlone);
    CHECK(folded(Opcode::ShiftLeft, 1, 64) == kAlone);
    CHECK(folded(Opcode::ShiftLeft, 1, -1) == kAlone);
    CHECK(folded(Opcode::ShiftRight, -5, 1) == -3);
    CHECK(folded(Opcode::ShiftRight, -5, 61) == -1);
    CHECK(folded(Opcode::ShiftRight, 1, 64) == kAlone);
    CHECK(folded(Opcode::ShiftRight, 1, -3) == kAlone);
}

TEST_CASE("fold: each comparison says what its number means", "[ssa]") {
    // === !== == != < >= > =<, for less, equal, greater
    constexpr bool kHolds[8][3] = {{false, true, false}, {true, false, true},  {false, true, false}, {true, false, true},
                                   {true, false, false}, {false, true, true}, {false, false, true}, {true, true, false}};
    for (std::uint32_t how = 0; how < 8; ++how) {
        for (int with = 0; with < 3; ++with) {
            const Instr i{.op = Opcode::Compare, .result = 0, .index = how, .args = {small_arg(with), small_arg(1)}};
            INFO(how << " " << with);
            REQUIRE(ssa::fold(i));
            CHECK(ssa::fold(i)->is(atoms::true_) == kHolds[how][with]);
        }
    }
}

TEST_CASE("fold: what is not one word is not compared by its word", "[ssa]") {
    AtomTable atoms;
    TermArena arena;
    const Arg b = Arg::constant(atoms.intern("b_first")), a = Arg::constant(atoms.intern("a_second"));
    CHECK(decided(Opcode::IsLt, {a, b}) == -1);  // by text, not by number
    CHECK(decided(Opcode::IsEqExact, {a, b}) == 1);
    CHECK(decided(Opcode::IsEqExact, {a, a}) == 0);
    CHECK(decided(Opcode::IsEq, {small_arg(1), Arg::constant(arena.floating(1.0))}) != 1);
    CHECK(decided(Opcode::IsEqExact, {Arg::constant(arena.floating(0.0)), Arg::constant(arena.floating(-0.0))}) != 1);
    CHECK(decided(Opcode::IsEqExact, {Arg::constant(arena.tuple({Term::small(1)})), Arg::constant(arena.tuple({Term::small(1)}))}) != 1);
    CHECK(decided(Opcode::IsLt, {small_arg(1), a}) != 1);  // numbers come before atoms
}

TEST_CASE("fold: tests of types", "[ssa]") {
    TermArena arena;
    const Arg nil = Arg::constant(Term::nil()), yes = Arg::constant(atoms::true_), none = Arg::constant(atoms::nil_);
    CHECK(decided(Opcode::IsAtom, {nil}) == 1);
    CHECK(decided(Opcode::IsList, {nil}) == 0);
    CHECK(decided(Opcode::IsCons, {nil}) == 1);
    CHECK(decided(Opcode::IsBoolean, {yes}) == 0);
    CHECK(decided(Opcode::IsBoolean, {none}) == 1);
    CHECK(decided(Opcode::IsNumber, {small_arg(1)}) == 0);
    CHECK(decided(Opcode::IsFloat, {small_arg(1)}) == 1);
    CHECK(decided(Opcode::IsTuple, {small_arg(1)}) == 1);
    CHECK(decided(Opcode::IsInteger, {Arg::constant(arena.integer(std::int64_t{1} << 62))}) != 1);
    CHECK(decided(Opcode::IsTuple, {Arg::constant(arena.tuple({}))}) != 1);
    CHECK(decided(Opcode::IsAtom, {Arg::of(3)}) == -1);
    CHECK(decided(Opcode::SelectValue, {small_arg(2), small_arg(1), small_arg(2)}) == 2);
    CHECK(decided(Opcode::SelectValue, {small_arg(3), small_arg(1), small_arg(2)}) == 0);
}

TEST_CASE("fold: every constant's type is decided, and its parts are constants", "[ssa]") {
    TermArena arena;
    const Arg tuple = Arg::constant(arena.tuple({Term::small(1), Term::small(2)})), list = Arg::constant(arena.list({Term::small(7)}));
    const Arg text = Arg::constant(arena.binary("ab")), big = Arg::constant(arena.integer(std::int64_t{1} << 62)), real = Arg::constant(arena.floating(2.5));
    CHECK(decided(Opcode::IsTuple, {text}) == 1);
    CHECK(decided(Opcode::IsTuple, {tuple}) == 0);
    CHECK(decided(Opcode::IsCons, {list}) == 0);
    CHECK(decided(Opcode::IsBinary, {tuple}) == 1);
    CHECK(decided(Opcode::IsBitstring, {text}) == 0);
    CHECK(decided(Opcode::IsInteger, {big}) == 0);
    CHECK(decided(Opcode::IsInteger, {real}) == 1);
    CHECK(decided(Opcode::IsNumber, {real}) == 0);
    CHECK(decided(Opcode::SelectValue, {real, small_arg(1), small_arg(2)}) == 0);
    const auto width = [&](std::uint32_t n) { return ssa::fold_branch(Instr{.op = Opcode::IsTupleOf, .index = n, .args = {tuple}}); };
    CHECK(width(2) == std::optional<std::size_t>(0));
    CHECK(width(3) == std::optional<std::size_t>(1));
    const Instr select{.op = Opcode::SelectArity, .args = {tuple}, .extra = {1, 2, 3}};
    CHECK(ssa::fold_branch(select) == std::optional<std::size_t>(2));
    const auto part = [](Opcode op, const Arg& of, std::uint32_t index) { return ssa::fold(Instr{.op = op, .result = 0, .index = index, .args = {of}}); };
    CHECK(part(Opcode::Element, tuple, 1)->is(Term::small(2)));
    CHECK_FALSE(part(Opcode::Element, tuple, 2));
    CHECK(part(Opcode::Head, list, 0)->is(Term::small(7)));
    CHECK(part(Opcode::Tail, list, 0)->is(Term::nil()));
    CHECK_FALSE(part(Opcode::Head, text, 0));
}

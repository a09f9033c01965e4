// compiler/ssa/fold.cpp: constants.
// Here: arithmetic on small integers, comparison and tests of immediates.
// Not here: larger values, which the machine computes as well when it runs.
// Threads: -
// Holds: only immediates are looked at, and floats are not.
#include "compiler/ssa/fold.h"

#include <algorithm>

namespace vial::ssa {
namespace {

bool is_plain_constant(const Arg& a) {
    return a.is_constant() && (a.term.is_atom() || a.term.is_small() || a.term.is_nil());
}
bool is_small(const Arg& a) { return a.is_constant() && a.term.is_small(); }

std::optional<std::int64_t> arithmetic(Opcode op, std::int64_t a, std::int64_t b) {
    std::int64_t out = 0;
    switch (op) {
        case Opcode::Add: return a + b;
        case Opcode::Subtract: return a - b;
        case Opcode::Multiply:
            if (__builtin_mul_overflow(a, b, &out)) return std::nullopt;
            return out;
        case Opcode::IntDivide:
            if (b == 0) return std::nullopt;
            return a / b;
        case Opcode::Remainder:
            if (b == 0) return std::nullopt;
            return a % b;
        case Opcode::BitAnd: return a & b;
        case Opcode::BitOr: return a | b;
        case Opcode::BitXor: return a ^ b;
        case Opcode::ShiftLeft:
            if (b < 0 || b > 30 || a < -0x7fffffff || a > 0x7fffffff) return std::nullopt;
            return a * (std::int64_t{1} << b);
        case Opcode::ShiftRight:
            if (b < 0 || b > 61) return std::nullopt;
            return a >> b;
        default: return std::nullopt;
    }
}

// Does `a op b` hold? Atoms against atoms are left to the machine, which knows their texts.
std::optional<bool> compare(Opcode op, const Arg& a, const Arg& b) {
    if (!is_plain_constant(a) || !is_plain_constant(b)) return std::nullopt;
    const bool equal = a.term == b.term;
    switch (op) {
        case Opcode::IsEqExact:
        case Opcode::IsEq: return equal;
        case Opcode::IsNeExact:
        case Opcode::IsNe: return !equal;
        default: break;
    }
    if (!is_small(a) || !is_small(b)) return std::nullopt;
    const auto x = a.term.small_value();
    const auto y = b.term.small_value();
    if (op == Opcode::IsLt) return x < y;
    if (op == Opcode::IsGe) return x >= y;
    return std::nullopt;
}

std::optional<bool> type_test(Opcode op, Term t) {
    if (!t.is_atom() && !t.is_small() && !t.is_nil()) return std::nullopt;
    switch (op) {
        case Opcode::IsInteger:
        case Opcode::IsNumber: return t.is_small();
        case Opcode::IsAtom: return t.is_atom();
        case Opcode::IsBoolean: return t == atoms::true_ || t == atoms::false_;
        case Opcode::IsList:
        case Opcode::IsNil: return t.is_nil();
        case Opcode::IsFloat:
        case Opcode::IsBinary:
        case Opcode::IsBitstring:
        case Opcode::IsCons:
        case Opcode::IsTuple:
        case Opcode::IsTupleOf:
        case Opcode::IsMap:
        case Opcode::IsFun:
        case Opcode::IsPid:
        case Opcode::IsPort:
        case Opcode::IsReference: return false;
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<Arg> fold(const Instr& i) {
    if (i.op == Opcode::Compare) {
        constexpr Opcode kTests[] = {Opcode::IsEqExact, Opcode::IsNeExact, Opcode::IsEq, Opcode::IsNe,
                                     Opcode::IsLt,      Opcode::IsGe,      Opcode::IsLt, Opcode::IsGe};
        const bool swapped = i.index >= 6;
        const auto holds = compare(kTests[i.index], i.args[swapped ? 1 : 0], i.args[swapped ? 0 : 1]);
        if (!holds) return std::nullopt;
        return Arg::constant(*holds ? atoms::true_ : atoms::false_);
    }
    if (i.op == Opcode::Not && i.args[0].is_constant()) {
        if (i.args[0].is(atoms::true_)) return Arg::constant(atoms::false_);
        if (i.args[0].is(atoms::false_)) return Arg::constant(atoms::true_);
    }
    if (i.op == Opcode::Negate && is_small(i.args[0])) {
        const auto v = -i.args[0].term.small_value();
        if (Term::fits_small(v)) return Arg::constant(Term::small(v));
    }
    if (i.args.size() == 2 && is_small(i.args[0]) && is_small(i.args[1])) {
        const auto v = arithmetic(i.op, i.args[0].term.small_value(), i.args[1].term.small_value());
        if (v && Term::fits_small(*v)) return Arg::constant(Term::small(*v));
    }
    return std::nullopt;
}

std::optional<std::size_t> fold_branch(const Instr& last) {
    if (last.op == Opcode::SelectValue && is_plain_constant(last.args[0])) {
        for (std::size_t i = 1; i < last.args.size(); ++i) {
            if (last.args[i].term == last.args[0].term) return i;
        }
        return 0;
    }
    if (!is_test(last.op) || last.args.empty()) return std::nullopt;
    std::optional<bool> holds;
    if (last.args.size() == 1 && last.args[0].is_constant()) {
        holds = type_test(last.op, last.args[0].term);
    } else if (last.args.size() == 2) {
        holds = compare(last.op, last.args[0], last.args[1]);
    }
    if (!holds) return std::nullopt;
    return *holds ? 0 : 1;
}

}  // namespace vial::ssa

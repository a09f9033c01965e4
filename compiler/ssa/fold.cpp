// compiler/ssa/fold.cpp: constants.
// Here: arithmetic on small integers, comparison of immediates, types and parts of any constant.
// Not here: larger values, which the machine computes as well when it runs.
// Threads: -
// Holds: floats and what is boxed are not compared with each other. Types of constants are always decided:
//        behind a test that cannot hold the verifier finds no proof of what it would have shown.
#include "compiler/ssa/fold.h"

#include <algorithm>

#include "vm/term/boxed.h"

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
    if (!a.is_constant() || !b.is_constant()) return std::nullopt;
    const bool equal = a.term == b.term;
    const bool plain = is_plain_constant(a) && is_plain_constant(b);
    const bool decided = plain || is_plain_constant(a) || is_plain_constant(b);
    switch (op) {
        case Opcode::IsEqExact: return decided ? std::optional(equal) : std::nullopt;
        case Opcode::IsNeExact: return decided ? std::optional(!equal) : std::nullopt;
        case Opcode::IsEq: return plain ? std::optional(equal) : std::nullopt;
        case Opcode::IsNe: return plain ? std::optional(!equal) : std::nullopt;
        default: break;
    }
    if (!is_small(a) || !is_small(b)) return std::nullopt;
    const auto x = a.term.small_value();
    const auto y = b.term.small_value();
    if (op == Opcode::IsLt) return x < y;
    if (op == Opcode::IsGe) return x >= y;
    return std::nullopt;
}

std::optional<bool> type_test(Opcode op, Term t, std::uint32_t arity) {
    switch (op) {
        case Opcode::IsInteger: return is_integer(t);
        case Opcode::IsFloat: return is_float(t);
        case Opcode::IsNumber: return is_number(t);
        case Opcode::IsAtom: return t.is_atom();
        case Opcode::IsBoolean: return t == atoms::true_ || t == atoms::false_;
        case Opcode::IsList: return t.is_list();
        case Opcode::IsNil: return t.is_nil();
        case Opcode::IsCons: return t.is_cons();
        case Opcode::IsTuple: return is_tuple(t);
        case Opcode::IsTupleOf: return is_tuple(t) && tuple_arity(t) == arity;
        case Opcode::IsMap: return is_map(t);
        case Opcode::IsBitstring: return is_bitstring(t);
        case Opcode::IsBinary:
            if (is_bitstring(t)) return std::nullopt;
            return false;
        case Opcode::IsFun:
        case Opcode::IsPid:
        case Opcode::IsPort:
        case Opcode::IsReference:
            if (t.is_atom() || is_number(t) || t.is_list() || is_tuple(t) || is_map(t) || is_bitstring(t)) return false;
            return std::nullopt;
        default: return std::nullopt;
    }
}

// A part of a constant.
std::optional<Arg> part(const Instr& i) {
    if (i.args.empty() || !i.args[0].is_constant()) return std::nullopt;
    const Term t = i.args[0].term;
    if (i.op == Opcode::Element && is_tuple(t) && i.index < tuple_arity(t)) return Arg::constant(tuple_element(t, i.index));
    if (i.op == Opcode::Head && t.is_cons()) return Arg::constant(t.head());
    if (i.op == Opcode::Tail && t.is_cons()) return Arg::constant(t.tail());
    return std::nullopt;
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
    if (const auto taken = part(i)) return taken;
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
    if (last.op == Opcode::SelectArity && last.args[0].is_constant()) {
        if (!is_tuple(last.args[0].term)) return 0;
        const auto found = std::find(last.extra.begin(), last.extra.end(), tuple_arity(last.args[0].term));
        return found == last.extra.end() ? 0 : static_cast<std::size_t>(found - last.extra.begin()) + 1;
    }
    // Choices are plain, so that another constant is none of them.
    if (last.op == Opcode::SelectValue && last.args[0].is_constant()) {
        for (std::size_t i = 1; i < last.args.size(); ++i) {
            if (last.args[i].term == last.args[0].term) return i;
        }
        return 0;
    }
    if (!is_test(last.op) || last.args.empty()) return std::nullopt;
    std::optional<bool> holds;
    if (last.args.size() == 1 && last.args[0].is_constant()) {
        holds = type_test(last.op, last.args[0].term, last.index);
    } else if (last.args.size() == 2) {
        holds = compare(last.op, last.args[0], last.args[1]);
    }
    if (!holds) return std::nullopt;
    return *holds ? 0 : 1;
}

}  // namespace vial::ssa

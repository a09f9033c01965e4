// compiler/ssa/lower_condition.cpp: booleans as control flow.
// Here: conditions that branch, conditions as values, guards.
// Not here: the clauses that ask for them (lower_match.cpp, lower_control.cpp).
// Threads: -
// Holds: in a guard (fail_ is set) whatever would raise goes to fail_ instead.
#include "compiler/ssa/lower_internal.h"
#include "vm/tables/atoms.h"

namespace vial::ssa {

using core::Expr;
using core::ExprKind;

namespace {
const Arg kTrueArg = Arg::constant(atoms::true_);
const Arg kFalseArg = Arg::constant(atoms::false_);

}  // namespace

// Its value is true or false, or it raises.
bool Lowerer::is_condition(const Expr& e) const {
    if (e.kind == ExprKind::AndAlso || e.kind == ExprKind::OrElse) return true;
    const Intrinsic* i = intrinsic_of(e);
    if (i == nullptr) return false;
    return i->kind == IntrinsicKind::Test || i->kind == IntrinsicKind::Compare ||
           i->kind == IntrinsicKind::TestFunOf || i->kind == IntrinsicKind::Not;
}

void Lowerer::branch(const Expr& e, BlockId yes, BlockId no, Strict strict) {
    if (e.kind == ExprKind::AndAlso || e.kind == ExprKind::OrElse) {
        const bool both = e.kind == ExprKind::AndAlso;
        const BlockId more = new_block();
        branch(*e.args[0], both ? more : yes, both ? no : more, both ? Strict::And : Strict::Or);
        cur_ = more;
        branch(*e.args[1], yes, no, strict);
        return;
    }
    const Intrinsic* i = intrinsic_of(e);
    if (i != nullptr && branch_intrinsic(e, *i, yes, no)) return;
    const Arg v = value(e);
    branch_value(v, yes, no, strict, e.place);
}

bool Lowerer::branch_intrinsic(const Expr& e, const Intrinsic& i, BlockId yes, BlockId no) {
    const std::span<Expr* const> list(e.args.data() + 2, e.args.size() - 2);
    switch (i.kind) {
        case IntrinsicKind::Not:
            branch(*list[0], no, yes, Strict::Not);
            return true;
        case IntrinsicKind::Test:
            test(i.op, values(list), yes, no, e.place);
            return true;
        case IntrinsicKind::TestFunOf: {
            // A constant arity that is one; others are checked by the native.
            const Expr& arity = *list[1];
            if (arity.kind != ExprKind::Literal || !arity.literal.is_small() ||
                arity.literal.small_value() < 0) {
                return false;
            }
            test(i.op, values(list), yes, no, e.place);
            return true;
        }
        case IntrinsicKind::Compare: {
            auto args = values(list);
            const bool exact = i.how <= 1;
            if (exact && args[0].is_constant() && args[1].is_constant() &&
                is_plain(args[0].term) && is_plain(args[1].term)) {
                jump((args[0].term == args[1].term) == (i.how == 0) ? yes : no);
                return true;
            }
            if (i.swapped) std::swap(args[0], args[1]);
            test(i.op, std::move(args), yes, no, e.place);
            return true;
        }
        default: return false;
    }
}

// `v` as a condition: true to `yes`, false to `no`, what is neither as `strict` says.
void Lowerer::branch_value(Arg v, BlockId yes, BlockId no, Strict strict, core::Place place) {
    if (v.is(atoms::true_) || v.is(atoms::false_)) {
        jump(v.is(atoms::true_) ? yes : no);
        return;
    }
    if (strict == Strict::No) {
        if (v.is_constant()) {
            jump(no);
        } else {
            test(Opcode::IsEqExact, {v, kTrueArg}, yes, no, place);
        }
        return;
    }
    const BlockId other = new_block();
    test(Opcode::IsEqExact, {v, kTrueArg}, yes, other, place);
    cur_ = other;
    const BlockId wrong = fail_ != kNoBlock ? fail_ : new_block();
    test(Opcode::IsEqExact, {v, kFalseArg}, no, wrong, place);
    if (fail_ != kNoBlock) return;
    cur_ = wrong;
    if (strict == Strict::Not) {
        const Arg never = emit(Opcode::Not, {v}, place);
        end(Opcode::Return, {never}, place);
        return;
    }
    const auto op = program_.atoms.find(strict == Strict::And ? "and" : "or");
    end(Opcode::RaiseBadBoolean, {Arg::constant(op.value_or(atoms::badarg)), v}, place);
}

Arg Lowerer::condition_value(const Expr& e) {
    const Intrinsic* i = intrinsic_of(e);
    if (i != nullptr && i->kind == IntrinsicKind::TestFunOf) {
        const Expr& arity = *e.args[3];
        if (arity.kind != ExprKind::Literal || !arity.literal.is_small() ||
            arity.literal.small_value() < 0) {
            return fallible(Opcode::Native2, values({e.args.data() + 2, 2}), e.place,
                            program_.import("erlang", "is_function", 2));
        }
    }
    ValueId param;
    const BlockId join = new_join(param);
    lower_condition(e, Dest::join(join));
    cur_ = join;
    return Arg::of(param);
}

void Lowerer::lower_condition(const Expr& e, const Dest& dest) {
    const bool chain = e.kind == ExprKind::AndAlso || e.kind == ExprKind::OrElse;
    const BlockId yes = new_block();
    const BlockId no = new_block();
    if (chain) {
        // The right side may be any value and gives the result by itself.
        const bool both = e.kind == ExprKind::AndAlso;
        branch(*e.args[0], yes, no, both ? Strict::And : Strict::Or);
        cur_ = both ? no : yes;
        deliver(both ? kFalseArg : kTrueArg, dest, e.place);
        cur_ = both ? yes : no;
        lower(*e.args[1], dest);
        return;
    }
    branch(e, yes, no, Strict::No);
    cur_ = yes;
    deliver(kTrueArg, dest, e.place);
    cur_ = no;
    deliver(kFalseArg, dest, e.place);
}

// To `pass` when one of the guards is true.
void Lowerer::guards(const core::Clause& clause, BlockId pass, BlockId fail) {
    const BlockId outer = fail_;
    for (std::size_t i = 0; i < clause.guards.size(); ++i) {
        const BlockId next = i + 1 < clause.guards.size() ? new_block() : fail;
        fail_ = next;
        branch(*clause.guards[i], pass, next, Strict::No);
        cur_ = next;
    }
    fail_ = outer;
}

}  // namespace vial::ssa

// runtime/number/arithmetic.cpp: arithmetic operators as functions.
// Here: :erlang's + - * / div rem band bor bxor bsl bsr bnot abs.
// Not here: the operations (vm/term/number.h); the interpreter's instructions for them.
// Threads: the scheduler that runs the process.
// Holds: plan, reserve, compute.
#include "runtime/term/arguments.h"
#include "vm/term/number.h"

namespace vial {

namespace {

NativeResult compute(Process& p, Args args, ArithmeticOp op) {
    const Term second = args.count() > 1 ? args[1] : Term();
    const ArithmeticPlan plan = plan_arithmetic(op, args[0], second);
    if (plan.status == ArithmeticStatus::BadArgument) return p.error(atoms::badarith);
    if (plan.status == ArithmeticStatus::SystemLimit) return p.error(atoms::system_limit);
    HeapWriter out = p.reserve(plan.words);
    p.charge(static_cast<std::int64_t>(plan.reductions));
    const Term result = arithmetic(out, op, args[0], args.count() > 1 ? args[1] : Term());
    if (result == kNoTerm) return p.error(atoms::badarith);
    return result;
}

}  // namespace

NativeResult native_erlang_add(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::Add);
}
NativeResult native_erlang_minus(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::Subtract);
}
NativeResult native_erlang_multiply(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::Multiply);
}
NativeResult native_erlang_divide(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::Divide);
}
NativeResult native_erlang_div(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::IntDivide);
}
NativeResult native_erlang_rem(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::Remainder);
}
NativeResult native_erlang_band(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::BitAnd);
}
NativeResult native_erlang_bor(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::BitOr);
}
NativeResult native_erlang_bxor(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::BitXor);
}
NativeResult native_erlang_bsl(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::ShiftLeft);
}
NativeResult native_erlang_bsr(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::ShiftRight);
}
NativeResult native_erlang_bnot(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::BitNot);
}
NativeResult native_erlang_negate(Process& p, Args args) {
    return compute(p, args, ArithmeticOp::Negate);
}

NativeResult native_erlang_plus(Process& p, Args args) {
    if (!is_number(args[0])) return p.error(atoms::badarith);
    return args[0];
}

NativeResult native_erlang_abs(Process& p, Args args) {
    if (const auto small = args[0].try_small()) {
        if (*small >= 0) return args[0];
        if (Term::fits_small(-*small)) return Term::small(-*small);
    }
    if (!is_number(args[0])) return p.badarg(0, "not a number");
    return compute(p, args, ArithmeticOp::Absolute);
}

}  // namespace vial

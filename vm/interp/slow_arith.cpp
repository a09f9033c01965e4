// vm/interp/slow_arith.cpp: arithmetic beyond the word, and natives in expressions and guards.
// Here: big integers, boxed floats, badarith; NativeN; not/1.
// Not here: arithmetic itself (term/number.h).
// Threads: the scheduler that runs the process.
// Holds: with a fail label an error goes there; without one it is raised as by :erlang.op.
#include "vm/code/module.h"
#include "vm/interp/raise.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

namespace {

constexpr std::string_view name_of(ArithmeticOp op) {
    switch (op) {
        case ArithmeticOp::Add: return "+";
        case ArithmeticOp::Subtract: return "-";
        case ArithmeticOp::Multiply: return "*";
        case ArithmeticOp::Divide: return "/";
        case ArithmeticOp::IntDivide: return "div";
        case ArithmeticOp::Remainder: return "rem";
        case ArithmeticOp::BitAnd: return "band";
        case ArithmeticOp::BitOr: return "bor";
        case ArithmeticOp::BitXor: return "bxor";
        case ArithmeticOp::ShiftLeft: return "bsl";
        case ArithmeticOp::ShiftRight: return "bsr";
        case ArithmeticOp::Negate: return "-";
        case ArithmeticOp::BitNot: return "bnot";
        case ArithmeticOp::Absolute: return "abs";
    }
    return "";
}

// The top level of a script, the body of a module: what the expander evaluates, and what stands for it in a .vbc.
bool is_evaluated(const AtomTable& atoms, const FunctionInfo& function) {
    if (atoms.text(function.module->name).find('-') == std::string_view::npos) return false;
    const std::string_view name = atoms.text(function.name);
    return name == "evaluate" || name == "main" || name.starts_with("-evaluate/") || name.starts_with("-main/");
}

// Operations that the reference's machine does without calling a function of :erlang, so that none stands in its
// stack traces: `/`, what adds or subtracts a small constant, what has a constant float. Code that is evaluated
// is interpreted there and does call them.
bool is_done_in_place(ArithmeticOp op, const AtomTable& atoms, const FrameDescriptor* frame, std::span<const Word> places,
                      std::span<const Term> operands) {
    if (frame->function == nullptr || is_evaluated(atoms, *frame->function)) return false;
    const auto constant = [&](std::size_t i) { return !is_x_operand(places[i]) && !is_y_operand(places[i]); };
    switch (op) {
        case ArithmeticOp::Divide: return true;
        case ArithmeticOp::Add:
            if (constant(0) && (operands[0].is_small() || is_float(operands[0]))) return true;
            [[fallthrough]];
        case ArithmeticOp::Subtract:
            if (constant(1) && operands[1].is_small()) return true;
            [[fallthrough]];
        case ArithmeticOp::Multiply:
            return (constant(0) && is_float(operands[0])) || (constant(1) && is_float(operands[1]));
        default: return false;
    }
}

CodePointer bad_arithmetic(RunContext& c, Process& p, CodePointer pc, const FrameDescriptor* frame,
                           ArithmeticOp op, std::span<const Term> operands, Term reason) {
    if (pc[1]) return code_at(pc[1]);
    c.bad_argument_count = 0;
    if (is_done_in_place(op, p.vm().atoms(), frame, {pc + 3, operands.size()}, operands)) return raise_error(c, p, frame, reason);
    const Term name = p.vm().atoms().intern(name_of(op));
    return raise_in(c, p, frame, reason, atoms::erlang, name, operands, true);
}

// GMP cannot stop on the way: from about 2,000 limbs on the others go on elsewhere meanwhile.
constexpr Word kLongReductions = 4000;

// fail, d, operands..., descriptor
template <ArithmeticOp Op, std::size_t N>
CodePointer compute(RunContext& c, Process& p, CodePointer pc) {
    Term operands[2] = {read_operand(c, p, pc[3]), N == 2 ? read_operand(c, p, pc[4]) : Term()};
    const FrameDescriptor* frame = descriptor_at(pc[3 + N]);
    const ArithmeticPlan plan = plan_arithmetic(Op, operands[0], operands[1]);
    if (plan.status != ArithmeticStatus::Ok) {
        const bool limit = plan.status == ArithmeticStatus::SystemLimit;
        return bad_arithmetic(c, p, pc, frame, Op, {operands, N},
                              limit ? atoms::system_limit : atoms::badarith);
    }
    show_roots(c, frame);
    Term result;
    {
        RootScope scope(c, operands);
        HeapWriter out = p.reserve(plan.words);
        if (plan.reductions > kLongReductions && c.takes_long) c.takes_long(c);
        result = arithmetic(out, Op, operands[0], operands[1]);
    }
    p.charge(static_cast<std::int64_t>(plan.reductions));
    if (result == kNoTerm) {
        return bad_arithmetic(c, p, pc, frame, Op, {operands, N}, atoms::badarith);
    }
    write_operand(c, p, pc[2], result);
    return pc + 4 + N;
}

}  // namespace

template <ArithmeticOp Op>
CodePointer slow_arithmetic1(RunContext& c, Process& p, CodePointer pc) {
    return compute<Op, 1>(c, p, pc);
}
template <ArithmeticOp Op>
CodePointer slow_arithmetic2(RunContext& c, Process& p, CodePointer pc) {
    return compute<Op, 2>(c, p, pc);
}
template SLOW_PATH(slow_arithmetic1<ArithmeticOp::Negate>);
template SLOW_PATH(slow_arithmetic1<ArithmeticOp::BitNot>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::Add>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::Subtract>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::Multiply>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::Divide>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::IntDivide>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::Remainder>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::BitAnd>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::BitOr>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::BitXor>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::ShiftLeft>);
template SLOW_PATH(slow_arithmetic2<ArithmeticOp::ShiftRight>);

// fail, d, cell, operands..., descriptor
template <std::uint32_t Arity>
CodePointer slow_native(RunContext& c, Process& p, CodePointer pc) {
    const FunctionCell* cell = cell_at(pc[3]);
    const NativeRow* native = cell->native.load(std::memory_order_relaxed);
    const FrameDescriptor* frame = descriptor_at(pc[4 + Arity]);
    // X registers stay as they are: the arguments stand behind them.
    Term* arguments = c.x + kScratchRegister;
    for (std::uint32_t i = 0; i < Arity; ++i) arguments[i] = read_operand(c, p, pc[4 + i]);
    show_roots(c, frame);
    c.bad_argument_count = 0;
    RootScope scope(c, {arguments, Arity});
    const NativeResult result = native->function(p, Args(arguments, Arity));
    p.charge(1 + native->cost);
    if (VIAL_LIKELY(result.status == NativeStatus::Done)) {
        write_operand(c, p, pc[2], result.value);
        return pc + 5 + Arity;
    }
    if (pc[1]) return code_at(pc[1]);
    VIAL_ASSERT(result.status == NativeStatus::Error, "a native in an expression ends or errs");
    return raise_in(c, p, frame, result.value, cell->module, cell->function, {arguments, Arity}, true);
}
template SLOW_PATH(slow_native<0>);
template SLOW_PATH(slow_native<1>);
template SLOW_PATH(slow_native<2>);
template SLOW_PATH(slow_native<3>);

// fail, d, a, descriptor
CodePointer slow_not(RunContext& c, Process& p, CodePointer pc) {
    const Term value = read_operand(c, p, pc[3]);
    if (value == atoms::true_ || value == atoms::false_) {
        write_operand(c, p, pc[2], value == atoms::true_ ? atoms::false_ : atoms::true_);
        return pc + 5;
    }
    if (pc[1]) return code_at(pc[1]);
    c.bad_argument_count = 0;
    return raise_in(c, p, descriptor_at(pc[4]), atoms::badarg, atoms::erlang,
                    p.vm().atoms().intern("not"), {&value, 1}, true);
}

}  // namespace vial

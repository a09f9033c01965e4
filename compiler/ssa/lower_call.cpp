// compiler/ssa/lower_call.cpp: calls.
// Here: local, remote and fun calls as values and as tails; what is an instruction instead.
// Not here: calls that are conditions (lower_condition.cpp), loops (lower_control.cpp).
// Threads: -
// Holds: in a guard only instructions and pure natives with a fail label are made.
#include <algorithm>

#include "compiler/ssa/lower_internal.h"
#include "vm/process/native.h"
#include "vm/tables/atoms.h"

namespace vial::ssa {

using core::Expr;
using core::ExprKind;

bool Lowerer::remote_name(const Expr& e, std::string_view& module, std::string_view& name) const {
    if (e.kind != ExprKind::RemoteCall) return false;
    const Expr& m = *e.args[0];
    const Expr& f = *e.args[1];
    if (m.kind != ExprKind::Literal || !m.literal.is_atom()) return false;
    if (f.kind != ExprKind::Literal || !f.literal.is_atom()) return false;
    module = program_.atoms.text(m.literal);
    name = program_.atoms.text(f.literal);
    return true;
}

const Intrinsic* Lowerer::intrinsic_of(const Expr& e) const {
    std::string_view module, name;
    if (!remote_name(e, module, name) || module != "erlang") return nullptr;
    return find_intrinsic(name, e.args.size() - 2);
}

NativeFacts Lowerer::facts_of(std::uint32_t import) {
    if (import >= import_facts_.size()) import_facts_.resize(import + 1);
    auto& facts = import_facts_[import];
    if (!facts) {
        const Import& i = program_.imports[import];
        facts = find_native(i.module, i.function, i.arity);
    }
    return *facts;
}

std::optional<Arg> Lowerer::intrinsic_value(const Expr& e) {
    const Intrinsic* i = intrinsic_of(e);
    if (i == nullptr) return std::nullopt;
    const std::span<Expr* const> list(e.args.data() + 2, e.args.size() - 2);
    switch (i->kind) {
        case IntrinsicKind::Test:
        case IntrinsicKind::TestFunOf: return condition_value(e);
        case IntrinsicKind::Compare: return emit(Opcode::Compare, values(list), e.place, i->how);
        case IntrinsicKind::Arith: return fallible(i->op, values(list), e.place);
        case IntrinsicKind::Not:
            if (is_condition(*list[0])) return condition_value(e);
            return fallible(Opcode::Not, values(list), e.place);
        case IntrinsicKind::Self: return emit(Opcode::Self, {}, e.place);
        case IntrinsicKind::Send: return emit(Opcode::Send, values(list), e.place);
        case IntrinsicKind::None: break;
    }
    return std::nullopt;
}

Arg Lowerer::call_value(const Expr& e) {
    if (e.kind == ExprKind::LocalCall) {
        auto args = values(e.args);
        const auto f = local_function(e.literal, e.args.size());
        if (f != kNone) return emit(Opcode::Call, std::move(args), e.place, f);
        const auto import = program_.import(program_.atoms.text(program_.module.name),
                                            program_.atoms.text(e.literal), e.args.size());
        return emit(Opcode::CallExt, std::move(args), e.place, import);
    }
    if (e.kind == ExprKind::FunCall) {
        auto args = values(e.args);
        std::rotate(args.begin(), args.begin() + 1, args.end());
        return emit(Opcode::CallFun, std::move(args), e.place);
    }
    if (const auto done = intrinsic_value(e)) return *done;
    std::string_view module, name;
    if (!remote_name(e, module, name)) {
        auto args = values(e.args);
        std::rotate(args.begin(), args.begin() + 2, args.end());
        return emit(Opcode::Apply, std::move(args), e.place);
    }
    auto args = values({e.args.data() + 2, e.args.size() - 2});
    const auto import = program_.import(module, name, static_cast<std::uint32_t>(args.size()));
    const NativeFacts facts = facts_of(import);
    constexpr Opcode kNative[] = {Opcode::Native0, Opcode::Native1, Opcode::Native2, Opcode::Native3};
    const bool pure = (facts.effects & native_effect::Pure) != 0;
    const bool yields = (facts.effects & (native_effect::MayYield | native_effect::Blocks)) != 0;
    if (args.size() <= 3 && (fail_ != kNoBlock || (pure && !yields))) {
        const Opcode op = kNative[args.size()];
        return fallible(op, std::move(args), e.place, import);
    }
    return emit(Opcode::CallExt, std::move(args), e.place, import);
}

namespace {
// Natives that never return keep the frame: the stack trace shows who called them.
bool never_returns(const Import& i) {
    if (i.module != "erlang") return false;
    return i.function == "error" || i.function == "raise" || i.function == "exit" ||
           i.function == "throw" || i.function == "nif_error";
}
}  // namespace

void Lowerer::tail_call(const Expr& e) {
    const Arg result = call_value(e);
    Block& b = block(cur_);
    Opcode tail = Opcode::Return;
    if (!b.instrs.empty() && result.is_value() && b.instrs.back().result == result.value) {
        switch (b.instrs.back().op) {
            case Opcode::Call: tail = Opcode::TailCall; break;
            case Opcode::CallExt:
                if (!never_returns(program_.imports[b.instrs.back().index])) tail = Opcode::TailCallExt;
                break;
            case Opcode::CallFun: tail = Opcode::TailCallFun; break;
            case Opcode::Apply: tail = Opcode::TailApply; break;
            default: break;
        }
    }
    if (tail == Opcode::Return) {
        end(Opcode::Return, {result}, e.place);
        return;
    }
    Instr call = std::move(b.instrs.back());
    b.instrs.pop_back();
    end(tail, std::move(call.args), e.place, {}, call.index);
}

std::vector<Arg> Lowerer::loop_arguments(const Expr& e, const LoopState& loop) {
    auto args = values(e.args);
    if (loop.function != kNone) {
        for (const auto v : analysis_.scopes[loop.scope].free) args.push_back(get(v));
    }
    return args;
}

}  // namespace vial::ssa

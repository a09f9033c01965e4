// compiler/ssa/lower_expr.cpp: expressions by kind.
// Here: lower() for a destination, value() for a value, sequences and matches.
// Not here: each kind's own way (lower_build, lower_call, lower_condition, lower_control).
// Threads: -
// Holds: operands are evaluated left to right.
#include "compiler/ssa/lower_internal.h"
#include "vm/tables/atoms.h"

namespace vial::ssa {

using core::Expr;
using core::ExprKind;

// What has several ways out, each of which can go to the destination by itself.
bool Lowerer::is_control(const Expr& e) {
    switch (e.kind) {
        case ExprKind::Case:
        case ExprKind::Receive:
        case ExprKind::Try:
        case ExprKind::Loop:
        case ExprKind::LoopCall: return true;
        default: return false;
    }
}

void Lowerer::lower(const Expr& e, const Dest& dest) {
    switch (e.kind) {
        case ExprKind::Sequence: {
            if (e.args.empty()) break;
            for (std::size_t i = 0; i + 1 < e.args.size(); ++i) drop(*e.args[i]);
            lower(*e.args.back(), dest);
            return;
        }
        case ExprKind::Case: case_expr(e, dest); return;
        case ExprKind::Receive: receive_expr(e, dest); return;
        case ExprKind::Try: try_expr(e, dest); return;
        case ExprKind::Loop: loop_expr(e, dest); return;
        case ExprKind::LoopCall: loop_call(e, dest); return;
        case ExprKind::LocalCall:
        case ExprKind::RemoteCall:
        case ExprKind::FunCall:
            if (is_condition(e) && dest.kind == Dest::Kind::Match) {
                lower_condition(e, dest);
                return;
            }
            if (dest.kind == Dest::Kind::Tail && handler_ == kNoBlock) {
                tail_call(e);
                return;
            }
            break;
        case ExprKind::AndAlso:
        case ExprKind::OrElse: lower_condition(e, dest); return;
        default: break;
    }
    deliver(value(e), dest, e.place);
}

Arg Lowerer::value(const Expr& e) {
    switch (e.kind) {
        case ExprKind::Literal: return Arg::constant(e.literal);
        case ExprKind::Var: return get(e.var);
        case ExprKind::Cons: return cons_value(e);
        case ExprKind::Tuple: return tuple_value(e);
        case ExprKind::Map: return map_value(e);
        case ExprKind::Binary: return binary_value(e);
        case ExprKind::Match: return match_value(e);
        case ExprKind::Sequence: {
            if (e.args.empty()) return Arg::constant(atoms::nil_);
            for (std::size_t i = 0; i + 1 < e.args.size(); ++i) drop(*e.args[i]);
            return value(*e.args.back());
        }
        case ExprKind::Fn: return fn_value(e);
        case ExprKind::LocalCall:
        case ExprKind::RemoteCall:
        case ExprKind::FunCall: return call_value(e);
        case ExprKind::LocalCapture: return local_capture(e);
        case ExprKind::RemoteCapture: {
            auto args = values(e.args);
            return emit(Opcode::CallExt, std::move(args), e.place,
                        program_.import("erlang", "make_fun", 3));
        }
        case ExprKind::Trace:
            if (trace_ == kNoValue) return Arg::constant(Term::nil());
            return emit(Opcode::BuildTrace, {Arg::of(trace_)}, e.place);
        case ExprKind::BadBoolean: {
            const Arg v = value(*e.args[0]);
            end(Opcode::RaiseBadBoolean, {Arg::constant(e.literal), v}, e.place);
            cur_ = new_block();
            return Arg::constant(Term::nil());
        }
        case ExprKind::AndAlso:
        case ExprKind::OrElse: return condition_value(e);
        case ExprKind::Case:
        case ExprKind::Receive:
        case ExprKind::Try:
        case ExprKind::Loop:
        case ExprKind::LoopCall: return value_by_join(e);
    }
    return Arg::constant(Term::nil());
}

Arg Lowerer::value_by_join(const Expr& e) {
    ValueId param;
    const BlockId join = new_join(param);
    lower(e, Dest::join(join));
    cur_ = join;
    return Arg::of(param);
}

void Lowerer::drop(const Expr& e) {
    if (is_control(e) || e.kind == ExprKind::AndAlso || e.kind == ExprKind::OrElse) {
        const BlockId next = new_block();
        lower(e, Dest::drop(next));
        cur_ = next;
        return;
    }
    value(e);
}

Arg Lowerer::match_value(const Expr& e) {
    const Arg v = value(*e.args[0]);
    const core::Pattern* p = e.pattern;
    if (p->kind == core::PatternKind::Any) return v;
    if (p->kind == core::PatternKind::Var) {
        set(p->var, v);
        return v;
    }
    core::Clause clause;
    clause.patterns = {e.pattern};
    clause.place = e.place;
    MatchSite site;
    open_site(site, {&clause, 1}, e.place);
    site.failure = core::Failure::Match;
    match_one(site, v);
    const ClauseBody& body = site.bodies[0];
    if (body.block == kNoBlock) {  // it can never match
        for (const auto var : body.vars) set(var, Arg::constant(Term::nil()));
        cur_ = new_block();
        return v;
    }
    cur_ = body.block;
    for (std::size_t i = 0; i < body.vars.size(); ++i) {
        set(body.vars[i], Arg::of(block(cur_).params[i]));
    }
    return v;
}

std::vector<Arg> Lowerer::values(std::span<Expr* const> list) {
    std::vector<Arg> out;
    out.reserve(list.size());
    for (const Expr* e : list) out.push_back(value(*e));
    return out;
}

}  // namespace vial::ssa

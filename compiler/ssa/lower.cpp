// compiler/ssa/lower.cpp: functions, blocks and instructions of the lowering.
// Here: run(), what a function begins with, the primitives that make blocks and instructions.
// Not here: expressions (lower_expr.cpp), matching (lower_match.cpp).
// Threads: -
// Holds: functions are indexed in the module's order first; what is lifted comes after.
#include "compiler/ssa/lower.h"

#include <algorithm>

#include "compiler/ssa/lower_internal.h"
#include "vm/tables/atoms.h"

namespace vial::ssa {

std::uint32_t nesting(const core::Module& module) {
    std::uint32_t deepest = 0;
    for (const auto& f : module.functions) deepest = std::max(deepest, core::analyse(f).depth);
    return deepest;
}

void lower(Program& program) { Lowerer(program).run(); }

namespace {
std::uint64_t local_key(Term name, std::size_t arity) {
    return std::uint64_t{name.atom_index()} << 32 | arity;
}
}  // namespace

void Lowerer::run() {
    const auto& functions = program_.module.functions;
    for (const auto& f : functions) {
        const auto index = new_function(std::string(program_.atoms.text(f.name)), f.arity, 0, f.place);
        program_.functions[index].exported = f.exported;
        locals_[local_key(f.name, f.arity)] = index;
    }
    for (std::uint32_t i = 0; i < functions.size(); ++i) {
        analysis_ = core::analyse(functions[i]);
        loops_.clear();
        vars_.assign(functions[i].var_count, Arg());
        base_name_ = program_.functions[i].name + "/" + std::to_string(functions[i].arity);
        lifted_count_ = 0;
        function_body(i, functions[i]);
        while (!pending_.empty()) {
            const Pending p = pending_.back();
            pending_.pop_back();
            pending_body(p);
        }
    }
}

std::uint32_t Lowerer::new_function(std::string name, std::size_t own, std::size_t free,
                                    core::Place place) {
    auto& f = program_.functions.emplace_back();
    f.name = std::move(name);
    f.arity = static_cast<std::uint32_t>(own + free);
    f.free = static_cast<std::uint32_t>(free);
    f.place = place;
    return static_cast<std::uint32_t>(program_.functions.size() - 1);
}

std::uint32_t Lowerer::local_function(Term name, std::size_t arity) const {
    const auto at = locals_.find(local_key(name, arity));
    return at == locals_.end() ? kNone : at->second;
}

void Lowerer::begin(std::uint32_t index, std::size_t own, std::span<const core::VarId> free) {
    fn_ = index;
    handler_ = fail_ = kNoBlock;
    trace_ = kNoValue;
    cur_ = new_block();
    for (std::size_t i = 0; i < own + free.size(); ++i) {
        fn().params.push_back(fn().new_value());
        if (i >= own) set(free[i - own], Arg::of(fn().params.back()));
    }
}

void Lowerer::clauses_over_params(std::span<const core::Clause> clauses, std::size_t own) {
    std::vector<Arg> params;
    for (std::size_t i = 0; i < own; ++i) params.push_back(Arg::of(fn().params[i]));
    MatchSite site;
    open_site(site, clauses, fn().place);
    site.failure = core::Failure::Function;
    match(site, params);
    close_site(site, Dest::tail());
}

void Lowerer::function_body(std::uint32_t index, const core::Function& f) {
    begin(index, f.arity, {});
    clauses_over_params(f.clauses, f.arity);
}

void Lowerer::pending_body(const Pending& p) {
    const auto free = analysis_.scopes[p.scope].free;
    if (p.expr->kind == core::ExprKind::Fn) {
        begin(p.function, p.expr->arity, free);
        clauses_over_params(p.expr->clauses, p.expr->arity);
        return;
    }
    const auto& parts = *p.expr->loop_parts;
    begin(p.function, parts.parameters.size(), free);
    for (std::size_t i = 0; i < parts.parameters.size(); ++i) {
        set(parts.parameters[i], Arg::of(fn().params[i]));
    }
    clauses_over_params(parts.clauses, parts.parameters.size());
}

void Lowerer::set(core::VarId v, Arg a) {
    if (v >= vars_.size()) vars_.resize(v + 1);
    vars_[v] = a;
}

// --- blocks and instructions --------------------------------------------------------------------
BlockId Lowerer::new_join(ValueId& param) {
    const BlockId b = new_block();
    param = fn().new_value();
    block(b).params.push_back(param);
    return b;
}

Arg Lowerer::emit(Opcode op, std::vector<Arg> args, core::Place place, std::uint32_t index,
                  std::vector<std::uint32_t> extra) {
    const ValueId result = fn().new_value();
    block(cur_).instrs.push_back({op, result, index, place, std::move(args), std::move(extra)});
    return Arg::of(result);
}

void Lowerer::effect(Opcode op, std::vector<Arg> args, core::Place place, std::uint32_t index) {
    block(cur_).instrs.push_back({op, kNoValue, index, place, std::move(args), {}});
}

Arg Lowerer::fallible(Opcode op, std::vector<Arg> args, core::Place place, std::uint32_t index,
                      std::vector<std::uint32_t> extra) {
    if (fail_ == kNoBlock) return emit(op, std::move(args), place, index, std::move(extra));
    const BlockId yes = new_block();
    const Arg result = test_value(op, std::move(args), yes, fail_, place, index, std::move(extra));
    cur_ = yes;
    return result;
}

void Lowerer::end(Opcode op, std::vector<Arg> args, core::Place place, std::vector<Edge> succ,
                  std::uint32_t index) {
    for (const auto& e : succ) ++block(e.block).pred_count;
    Block& b = block(cur_);
    b.last = {op, kNoValue, index, place, std::move(args), {}};
    b.succ = std::move(succ);
    b.closed = true;
}

void Lowerer::jump(BlockId to, std::vector<Arg> args) {
    end(Opcode::Jump, {}, {}, {Edge{to, std::move(args)}});
}

void Lowerer::test(Opcode op, std::vector<Arg> args, BlockId yes, BlockId no, core::Place place,
                   std::uint32_t index) {
    end(op, std::move(args), place, {Edge{yes, {}}, Edge{no, {}}}, index);
}

Arg Lowerer::test_value(Opcode op, std::vector<Arg> args, BlockId yes, BlockId no,
                        core::Place place, std::uint32_t index, std::vector<std::uint32_t> extra) {
    test(op, std::move(args), yes, no, place, index);
    auto& last = block(cur_).last;
    last.extra = std::move(extra);
    last.result = fn().new_value();
    return Arg::of(last.result);
}

void Lowerer::deliver(Arg value, const Dest& dest, core::Place place) {
    switch (dest.kind) {
        case Dest::Kind::Tail: end(Opcode::Return, {value}, place); return;
        case Dest::Kind::Join: jump(dest.block, {value}); return;
        case Dest::Kind::Drop: jump(dest.block); return;
        case Dest::Kind::Match: break;
    }
    MatchSite& site = *dest.site;
    if (value.is_constant()) {
        match_one(site, value);
        return;
    }
    if (site.shared == kNoBlock) {
        ValueId param;
        site.shared = new_join(param);
    }
    jump(site.shared, {value});
}

// :erlang.error(reason) or, with parts, of {reason, parts...}.
void Lowerer::error(const char* reason, std::vector<Arg> parts, core::Place place) {
    Arg what = Arg::constant(program_.atoms.find(reason).value_or(atoms::error));
    if (!parts.empty()) {
        parts.insert(parts.begin(), what);
        what = emit(Opcode::Tuple, std::move(parts), place);
    }
    emit(Opcode::CallExt, {what}, place, program_.import("erlang", "error", 1));
    // Not reached; a block has to end.
    end(Opcode::Return, {Arg::constant(Term::nil())}, place);
}

}  // namespace vial::ssa

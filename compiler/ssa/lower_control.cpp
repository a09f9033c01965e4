// compiler/ssa/lower_control.cpp: expressions with several ways out.
// Here: case, receive, try, loops.
// Not here: how their clauses are matched (lower_match.cpp).
// Threads: -
// Holds: a block names the handler of what raises in it; entering a try makes no code. A loop whose
//        calls are all tails is a block with parameters, and its calls from inside are JumpBack, which
//        counts a reduction.
#include <algorithm>

#include "compiler/ssa/lower_internal.h"
#include "vm/tables/atoms.h"

namespace vial::ssa {

using core::Expr;
using core::ExprKind;

void Lowerer::case_expr(const Expr& e, const Dest& dest) {
    MatchSite site;
    open_site(site, e.clauses, e.place);
    site.failure = e.failure;
    if (e.args.size() == 1) {
        const Expr& subject = *e.args[0];
        const bool spreads = is_control(subject) || is_condition(subject) ||
                             subject.kind == ExprKind::Sequence;
        if (spreads) {
            lower(subject, Dest::match(site));
        } else {
            match_one(site, value(subject));
        }
    } else {
        match(site, values(e.args));
    }
    close_site(site, dest);
}

namespace {

// Variables pinned somewhere in a pattern, in tuples and lists.
void pinned_in(const core::Pattern* root, std::vector<core::VarId>& out) {
    std::vector<const core::Pattern*> stack{root};
    while (!stack.empty()) {
        const core::Pattern* p = stack.back();
        stack.pop_back();
        if (p->kind == core::PatternKind::Equal && p->expr->kind == ExprKind::Var) {
            out.push_back(p->expr->var);
        }
        if (p->kind == core::PatternKind::Map || p->kind == core::PatternKind::Binary) continue;
        for (const core::Pattern* c : p->children) stack.push_back(c);
    }
}

bool makes_reference(const Import& i) {
    if (i.module == "Elixir.Process") return i.function == "monitor" || i.function == "alias";
    return i.module == "erlang" &&
           (i.function == "make_ref" || i.function == "monitor" || i.function == "alias");
}

}  // namespace

// When every clause pins a reference that this function has made, messages from before that can be
// skipped: a mark is set before the call that makes it, and used by the receive.
void Lowerer::use_mark(const core::Expr& e) {
    std::vector<core::VarId> common;
    for (std::size_t i = 0; i < e.clauses.size(); ++i) {
        std::vector<core::VarId> pinned;
        pinned_in(e.clauses[i].patterns[0], pinned);
        if (i == 0) {
            common = std::move(pinned);
            continue;
        }
        std::erase_if(common, [&pinned](core::VarId v) {
            return std::find(pinned.begin(), pinned.end(), v) == pinned.end();
        });
    }
    for (const core::VarId v : common) {
        const Arg reference = get(v);
        if (reference.is_value() && mark_maker(reference.value)) {
            effect(Opcode::MarkUse, {reference}, e.place);
            return;
        }
    }
}

// Puts a mark around the call that gave `reference`; false when it is no call that makes one.
bool Lowerer::mark_maker(ValueId reference) {
    for (auto& b : fn().blocks) {
        for (std::size_t i = 0; i < b.instrs.size(); ++i) {
            if (b.instrs[i].result != reference) continue;
            if (b.instrs[i].op != Opcode::CallExt) return false;
            if (!makes_reference(program_.imports[b.instrs[i].index])) return false;
            if (i > 0 && b.instrs[i - 1].op == Opcode::MarkReserve) return true;
            const core::Place place = b.instrs[i].place;
            const ValueId mark = fn().new_value();
            const Instr reserve{Opcode::MarkReserve, mark, 0, place, {}, {}};
            const Instr bind{Opcode::MarkBind, kNoValue, 0, place, {Arg::of(mark), Arg::of(reference)}, {}};
            b.instrs.insert(b.instrs.begin() + static_cast<std::ptrdiff_t>(i) + 1, bind);
            b.instrs.insert(b.instrs.begin() + static_cast<std::ptrdiff_t>(i), reserve);
            return true;
        }
    }
    return false;
}

void Lowerer::receive_expr(const Expr& e, const Dest& dest) {
    const bool timed = e.args.size() == 2;
    const Arg timeout = timed ? value(*e.args[0]) : Arg::constant(atoms::infinity);
    if (!e.clauses.empty()) use_mark(e);
    const BlockId loop = new_block();
    const BlockId got = new_block();
    const BlockId empty = new_block();
    jump(loop);
    cur_ = loop;
    const Arg message = test_value(Opcode::ReceivePeek, {}, got, empty, e.place);

    MatchSite site;
    open_site(site, e.clauses, e.place);
    site.take = true;
    site.miss = new_block();
    cur_ = site.miss;
    end(Opcode::ReceiveNext, {}, e.place, {Edge{loop, {}}});
    cur_ = got;
    match_one(site, message);
    close_site(site, dest);

    cur_ = empty;
    if (timeout.is(atoms::infinity)) {
        end(Opcode::ReceiveWait, {}, e.place, {Edge{loop, {}}});
        return;
    }
    if (!timeout.is(Term::small(0))) {
        const BlockId passed = new_block();
        end(Opcode::ReceiveUntil, {timeout}, e.place, {Edge{passed, {}}, Edge{loop, {}}});
        cur_ = passed;
    }
    effect(Opcode::ReceiveTimeout, {}, e.place);
    lower(*e.args[1], dest);
}

void Lowerer::try_expr(const Expr& e, const Dest& dest) {
    const core::TryParts& t = *e.try_parts;
    if (t.after == nullptr) {
        try_inner(t, e, dest);
        return;
    }
    const BlockId outer = handler_;
    ValueId result;
    const BlockId done = new_join(result);
    const BlockId raised = new_block();
    block(raised).is_handler = true;
    std::vector<Arg> caught;
    for (int i = 0; i < 3; ++i) {
        const ValueId v = fn().new_value();
        block(raised).params.push_back(v);
        caught.push_back(Arg::of(v));
    }
    handler_ = raised;
    const BlockId start = new_block();
    jump(start);
    cur_ = start;
    try_inner(t, e, Dest::join(done));
    handler_ = outer;

    cur_ = raised;
    drop(*t.after);
    end(Opcode::Reraise, std::move(caught), e.place);
    cur_ = done;
    drop(*t.after);
    deliver(Arg::of(result), dest, e.place);
}

void Lowerer::try_inner(const core::TryParts& t, const Expr& e, const Dest& dest) {
    const BlockId outer = handler_;
    ValueId result;
    const BlockId done = new_join(result);
    BlockId raised = kNoBlock;
    std::vector<Arg> caught;
    if (!t.handlers.empty()) {
        raised = new_block();
        block(raised).is_handler = true;
        for (int i = 0; i < 3; ++i) {
            const ValueId v = fn().new_value();
            block(raised).params.push_back(v);
            caught.push_back(Arg::of(v));
        }
        handler_ = raised;
        const BlockId start = new_block();
        jump(start);
        cur_ = start;
    }
    lower(*t.body, Dest::join(done));
    handler_ = outer;

    cur_ = done;
    if (t.otherwise.empty()) {
        deliver(Arg::of(result), dest, e.place);
    } else {
        MatchSite site;
        open_site(site, t.otherwise, e.place);
        site.failure = core::Failure::Try;
        match_one(site, Arg::of(result));
        close_site(site, dest);
    }
    if (raised == kNoBlock) return;

    const ValueId outer_trace = trace_;
    trace_ = caught[2].value;
    MatchSite site;
    open_site(site, t.handlers, e.place);
    site.miss = new_block();
    cur_ = site.miss;
    end(Opcode::Reraise, caught, e.place);
    cur_ = raised;
    match(site, caught);
    close_site(site, dest);
    trace_ = outer_trace;
}

void Lowerer::loop_expr(const Expr& e, const Dest& dest) {
    const core::LoopParts& parts = *e.loop_parts;
    const std::uint32_t index = analysis_.loop_of.at(&e);
    if (analysis_.loops[index].lifted) {
        loop_lifted(e, dest);
        return;
    }
    LoopState state;
    state.dest = dest;
    state.header = new_block();
    for (std::size_t i = 0; i < parts.parameters.size(); ++i) {
        const ValueId v = fn().new_value();
        block(state.header).params.push_back(v);
    }
    loops_[index] = state;
    lower(*parts.in, dest);

    loops_[index].entered = true;
    std::vector<Arg> subjects;
    for (std::size_t i = 0; i < parts.parameters.size(); ++i) {
        subjects.push_back(Arg::of(block(state.header).params[i]));
        set(parts.parameters[i], subjects.back());
    }
    MatchSite site;
    open_site(site, parts.clauses, e.place);
    site.miss = new_block();
    cur_ = site.miss;
    error("function_clause", {}, e.place);
    cur_ = state.header;
    match(site, subjects);
    close_site(site, dest);
}

void Lowerer::loop_lifted(const Expr& e, const Dest& dest) {
    const core::LoopParts& parts = *e.loop_parts;
    const std::uint32_t index = analysis_.loop_of.at(&e);
    const auto scope = analysis_.loops[index].scope;
    const auto name = "-" + base_name_ + "-loop-" + std::to_string(lifted_count_++) + "-";
    // Not a lambda: its free variables are arguments like others.
    const auto function = new_function(
        name, parts.parameters.size() + analysis_.scopes[scope].free.size(), 0, e.place);
    LoopState state;
    state.function = function;
    state.scope = scope;
    loops_[index] = state;
    pending_.push_back({&e, function, scope});
    lower(*parts.in, dest);
}

void Lowerer::loop_call(const Expr& e, const Dest& dest) {
    const LoopState state = loops_.at(analysis_.loop_of.at(&e));
    auto args = loop_arguments(e, state);
    if (state.function == kNone) {
        const Opcode op = state.entered ? Opcode::JumpBack : Opcode::Jump;
        end(op, {}, e.place, {Edge{state.header, std::move(args)}});
        return;
    }
    if (dest.kind == Dest::Kind::Tail && handler_ == kNoBlock) {
        end(Opcode::TailCall, std::move(args), e.place, {}, state.function);
        return;
    }
    deliver(emit(Opcode::Call, std::move(args), e.place, state.function), dest, e.place);
}

}  // namespace vial::ssa

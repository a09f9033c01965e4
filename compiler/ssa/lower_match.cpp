// compiler/ssa/lower_match.cpp: clauses to decision trees.
// Here: sites, where clauses are matched, and the states of a tree: which goal is looked at next.
// Not here: rows and goals (lower_rows.cpp), the test that each kind of pattern makes (lower_pattern.cpp,
//           lower_segment.cpp), guards (lower_condition.cpp).
// Threads: -
// Holds: rows keep their order, so the first clause that applies is taken. A step looks at one
//        subject for all rows at once; rows that cannot match any more are dropped on each side.
//        Copies of rows are counted: when the budget is spent, a state tries its first row alone
//        and falls back to the rest, so the tree stays linear. States wait on a stack: no recursion.
#include <algorithm>

#include "compiler/ssa/lower_internal.h"

namespace vial::ssa {

using core::Pattern;
using core::PatternKind;

namespace {

void collect_vars(const Pattern* root, std::vector<core::VarId>& out) {
    std::vector<const Pattern*> stack{root};
    while (!stack.empty()) {
        const Pattern* p = stack.back();
        stack.pop_back();
        if ((p->kind == PatternKind::Var || p->kind == PatternKind::Alias) && p->var != core::kNoVar) {
            out.push_back(p->var);
        }
        for (const Pattern* c : p->children) stack.push_back(c);
        for (const auto& s : p->segments) stack.push_back(s.value);
    }
}

}  // namespace

// --- sites --------------------------------------------------------------------------------------
void Lowerer::open_site(MatchSite& site, std::span<const core::Clause> clauses, core::Place place) {
    site.clauses = clauses;
    site.place = place;
    site.bodies.resize(clauses.size());
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        auto& vars = site.bodies[i].vars;
        for (const Pattern* p : clauses[i].patterns) collect_vars(p, vars);
        std::sort(vars.begin(), vars.end());
        vars.erase(std::unique(vars.begin(), vars.end()), vars.end());
    }
}

void Lowerer::match_one(MatchSite& site, Arg subject) { match(site, {&subject, 1}); }

void Lowerer::match(MatchSite& site, std::span<const Arg> subjects) {
    MatchState first;
    first.block = cur_;
    first.fail = miss_block(site, subjects);
    for (std::uint32_t c = 0; c < site.clauses.size(); ++c) {
        Row row;
        row.clause = c;
        bool possible = true;
        for (std::size_t i = 0; i < subjects.size() && possible; ++i) {
            Goal goal;
            goal.subject = subjects[i];
            goal.pattern = site.clauses[c].patterns[i];
            possible = add_goal(row, goal);
        }
        if (possible) first.rows.push_back(std::move(row));
    }
    const std::size_t outer_budget = row_budget_;
    row_budget_ = 200 + 12 * site.clauses.size();
    const std::size_t base = states_.size();
    const BlockId root = first.block;
    states_.push_back(std::move(first));
    while (states_.size() > base) {
        MatchState state = std::move(states_.back());
        states_.pop_back();
        if (state.block != root && block(state.block).pred_count == 0) continue;
        step(site, std::move(state));
    }
    row_budget_ = outer_budget;
}

void Lowerer::close_site(MatchSite& site, const Dest& dest) {
    if (site.shared != kNoBlock) {
        cur_ = site.shared;
        match_one(site, Arg::of(block(cur_).params[0]));
    }
    for (std::size_t i = 0; i < site.clauses.size(); ++i) {
        const ClauseBody& body = site.bodies[i];
        if (body.block == kNoBlock) continue;
        cur_ = body.block;
        for (std::size_t v = 0; v < body.vars.size(); ++v) {
            set(body.vars[v], Arg::of(block(cur_).params[v]));
        }
        if (site.take) effect(Opcode::ReceiveTake, {}, site.clauses[i].place);
        lower(*site.clauses[i].body, dest);
    }
}

// Where rows that are used up lead. Made for each match: the subjects differ.
BlockId Lowerer::miss_block(MatchSite& site, std::span<const Arg> subjects) {
    if (site.miss != kNoBlock) return site.miss;
    const BlockId here = cur_;
    const BlockId miss = new_block();
    cur_ = miss;
    raise_failure(site.failure, subjects.empty() ? Arg() : subjects[0], site.place);
    cur_ = here;
    return miss;
}

void Lowerer::raise_failure(core::Failure failure, Arg subject, core::Place place) {
    using core::Failure;
    switch (failure) {
        case Failure::Case: end(Opcode::RaiseCase, {subject}, place); return;
        case Failure::Match: end(Opcode::RaiseMatch, {subject}, place); return;
        case Failure::Cond: end(Opcode::RaiseCond, {}, place); return;
        case Failure::With: end(Opcode::RaiseWith, {subject}, place); return;
        case Failure::Try: end(Opcode::RaiseTry, {subject}, place); return;
        case Failure::Else: error("else_clause", {subject}, place); return;
        case Failure::Function: break;
    }
    std::vector<Arg> params;
    // A lambda's free variables too: they are roots like the arguments, though not shown.
    for (const ValueId p : fn().params) params.push_back(Arg::of(p));
    end(Opcode::RaiseFunction, std::move(params), place);
}
// --- states -------------------------------------------------------------------------------------
MatchState Lowerer::state_like(const MatchState& state) {
    MatchState out;
    out.block = new_block();
    out.fail = state.fail;
    out.positions = state.positions;
    return out;
}

void Lowerer::push_state(MatchState state) {
    row_budget_ -= std::min(row_budget_, state.rows.size());
    states_.push_back(std::move(state));
}

void Lowerer::split(MatchState& state) {
    MatchState rest = state_like(state);
    rest.rows.assign(std::make_move_iterator(state.rows.begin() + 1),
                     std::make_move_iterator(state.rows.end()));
    rest.positions.clear();
    state.rows.resize(1);
    state.fail = rest.block;
    states_.push_back(std::move(rest));
}

// The goal of the first row whose subject most of the next rows look at too.
std::size_t Lowerer::choose(const MatchState& state) const {
    const auto& goals = state.rows[0].goals;
    const std::size_t depth = std::min<std::size_t>(state.rows.size(), 12);
    std::size_t best = 0;
    int best_score = -1;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const Goal& g = goals[i];
        int score = 0;
        if (g.kind == Goal::Kind::Same ||
            (g.kind == Goal::Kind::Pattern && g.pattern->kind == PatternKind::Equal)) {
            if (best_score < 0) best_score = 0, best = i;
            continue;
        }
        for (std::size_t r = 1; r < depth; ++r) {
            const auto& others = state.rows[r].goals;
            const bool looks = std::any_of(others.begin(), others.end(), [&g](const Goal& o) {
                return o.kind == g.kind && o.subject == g.subject && o.position == g.position;
            });
            if (!looks) break;
            ++score;
        }
        if (score + 1 > best_score) best_score = score + 1, best = i;
    }
    return best;
}

void Lowerer::step(MatchSite& site, MatchState state) {
    cur_ = state.block;
    if (state.rows.empty()) {
        jump(state.fail);
        return;
    }
    if (state.rows[0].goals.empty()) {
        leaf(site, state);
        return;
    }
    if (row_budget_ == 0 && state.rows.size() > 1) split(state);
    const std::size_t at = choose(state);
    const Goal goal = state.rows[0].goals[at];
    switch (goal.kind) {
        case Goal::Kind::MapKey: step_map_key(state, goal, at); return;
        case Goal::Kind::Segments: step_segment(state, at); return;
        case Goal::Kind::Same: step_equal(state, at); return;
        case Goal::Kind::Pattern: break;
    }
    switch (goal.pattern->kind) {
        case PatternKind::Literal: step_literal(state, goal); return;
        case PatternKind::Cons: step_cons(state, goal); return;
        case PatternKind::Tuple: step_tuple(state, goal); return;
        case PatternKind::Map: step_map(state, goal); return;
        case PatternKind::Binary: step_binary(state, goal); return;
        default: step_equal(state, at); return;
    }
}

void Lowerer::leaf(MatchSite& site, MatchState& state) {
    const Row& row = state.rows[0];
    const core::Clause& clause = site.clauses[row.clause];
    ClauseBody& body = site.bodies[row.clause];
    if (body.block == kNoBlock) {
        body.block = new_block();
        for (std::size_t i = 0; i < body.vars.size(); ++i) {
            const ValueId param = fn().new_value();
            block(body.block).params.push_back(param);
        }
    }
    std::vector<Arg> args;
    for (const auto v : body.vars) {
        const Arg* a = bound(row, v);
        args.push_back(a != nullptr ? *a : Arg::constant(Term::nil()));
    }
    if (clause.guards.empty()) {
        jump(body.block, std::move(args));
        return;
    }
    use_bindings(row);
    const BlockId pass = new_block();
    MatchState rest = state_like(state);
    guards(clause, pass, rest.block);
    cur_ = pass;
    jump(body.block, std::move(args));
    if (block(rest.block).pred_count == 0) return;
    rest.rows.assign(std::make_move_iterator(state.rows.begin() + 1),
                     std::make_move_iterator(state.rows.end()));
    push_state(std::move(rest));
}

}  // namespace vial::ssa

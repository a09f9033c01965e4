// compiler/ssa/lower_match.cpp: clauses to decision trees.
// Here: sites, rows, states and the steps for each kind of pattern but bitstrings.
// Not here: bitstrings (lower_segment.cpp), guards (lower_condition.cpp).
// Threads: -
// Holds: rows keep their order, so the first clause that applies is taken. A step looks at one
//        subject for all rows at once; rows that cannot match any more are dropped on each side.
//        Copies of rows are counted: when the budget is spent, a state tries its first row alone
//        and falls back to the rest, so the tree stays linear. States wait on a stack: no recursion.
#include <algorithm>

#include "compiler/ssa/lower_internal.h"
#include "vm/tables/atoms.h"

namespace vial::ssa {

using core::Pattern;
using core::PatternKind;

namespace {

// Immediates for which === is equality of words.

bool is_pattern_of(const Goal& g, const Arg& subject) {
    return g.kind == Goal::Kind::Pattern && g.subject == subject;
}

// The first pattern goal of a row on `subject`, or -1.
int find_goal(const Row& row, const Arg& subject) {
    for (std::size_t i = 0; i < row.goals.size(); ++i) {
        if (is_pattern_of(row.goals[i], subject)) return static_cast<int>(i);
    }
    return -1;
}

void erase_goal(Row& row, std::size_t at) { row.goals.erase(row.goals.begin() + at); }

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

const Arg* bound(const Row& row, core::VarId v) {
    for (const auto& [var, arg] : row.bindings) {
        if (var == v) return &arg;
    }
    return nullptr;
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

// --- rows ---------------------------------------------------------------------------------------
const Pattern* Lowerer::literal_pattern(Term t) {
    const auto [at, fresh] = literal_patterns_.try_emplace(t.word(), nullptr);
    if (!fresh) return at->second;
    const auto literal = [this](Term part) {
        auto& p = made_patterns_.emplace_back();
        p.kind = PatternKind::Literal;
        p.literal = part;
        return &p;
    };
    std::vector<Pattern*> children;
    if (t.is_cons()) {
        children = {literal(t.head()), literal(t.tail())};
    } else {
        for (const Term e : tuple_elements(t)) children.push_back(literal(e));
    }
    auto& p = made_patterns_.emplace_back();
    p.kind = t.is_cons() ? PatternKind::Cons : PatternKind::Tuple;
    p.children = std::move(children);
    literal_patterns_[t.word()] = &p;
    return &p;
}

// Adds what is still to be shown for `goal`; false when it cannot hold.
bool Lowerer::add_goal(Row& row, Goal goal) {
    std::vector<Goal> work{goal};
    const auto push = [&work](const Arg& subject, const Pattern* p) {
        Goal g;
        g.subject = subject;
        g.pattern = p;
        work.push_back(g);
    };
    while (!work.empty()) {
        Goal g = work.back();
        work.pop_back();
        if (g.kind != Goal::Kind::Pattern) {
            row.goals.push_back(g);
            continue;
        }
        const Pattern* p = g.pattern;
        if (p->kind == PatternKind::Any) continue;
        if (p->kind == PatternKind::Var || p->kind == PatternKind::Alias) {
            const Arg* before = p->var == core::kNoVar ? nullptr : bound(row, p->var);
            for (std::size_t i = p->children.size(); i-- > 0;) push(g.subject, p->children[i]);
            if (before == nullptr) {
                if (p->var != core::kNoVar) row.bindings.emplace_back(p->var, g.subject);
            } else if (!(*before == g.subject)) {
                g.kind = Goal::Kind::Same;
                g.other = *before;
                row.goals.push_back(g);
            }
            continue;
        }
        if (p->kind == PatternKind::Literal && (p->literal.is_cons() || is_tuple(p->literal))) {
            p = g.pattern = literal_pattern(p->literal);
        }
        if (!g.subject.is_constant()) {
            row.goals.push_back(g);
            continue;
        }
        const Term t = g.subject.term;
        switch (p->kind) {
            case PatternKind::Literal:
                if (is_plain(t) || is_plain(p->literal)) {
                    if (!(t == p->literal)) return false;
                    continue;
                }
                break;
            case PatternKind::Cons:
                if (!t.is_cons()) return false;
                push(Arg::constant(t.tail()), p->children[1]);
                push(Arg::constant(t.head()), p->children[0]);
                continue;
            case PatternKind::Tuple: {
                if (!is_tuple(t) || tuple_arity(t) != p->children.size()) return false;
                const auto elements = tuple_elements(t);
                for (std::size_t i = elements.size(); i-- > 0;) {
                    push(Arg::constant(elements[i]), p->children[i]);
                }
                continue;
            }
            case PatternKind::Map:
                if (!is_map(t)) return false;
                break;
            case PatternKind::Binary:
                if (!is_bitstring(t)) return false;
                break;
            default: break;
        }
        row.goals.push_back(g);
    }
    return true;
}

void Lowerer::use_bindings(const Row& row) {
    for (const auto& [var, arg] : row.bindings) set(var, arg);
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

// --- literals -----------------------------------------------------------------------------------
void Lowerer::step_literal(MatchState& state, const Goal& goal) {
    const Term literal = goal.pattern->literal;
    if (!is_plain(literal)) {
        step_other_literal(state, goal);
        return;
    }
    std::vector<Term> values;
    bool cons = false;
    for (const Row& row : state.rows) {
        const int at = find_goal(row, goal.subject);
        if (at < 0) continue;
        const Pattern& p = *row.goals[at].pattern;
        cons = cons || p.kind == PatternKind::Cons;
        if (p.kind != PatternKind::Literal) continue;
        const bool same_kind = (literal.is_atom() && p.literal.is_atom()) ||
                               (literal.is_small() && p.literal.is_small());
        if (same_kind && std::find(values.begin(), values.end(), p.literal) == values.end()) {
            values.push_back(p.literal);
        }
    }
    if (literal.is_nil()) {
        // A list: the cons test first, it is the one that mostly holds.
        if (cons) {
            step_cons(state, goal);
            return;
        }
        values = {literal};
    }
    if (values.size() < 3) values = {literal};
    step_select(state, goal, values);
}

void Lowerer::step_select(MatchState& state, const Goal& goal, std::span<const Term> values) {
    std::vector<MatchState> branches;
    for (std::size_t i = 0; i < values.size(); ++i) branches.push_back(state_like(state));
    MatchState otherwise = state_like(state);
    std::unordered_map<Word, std::size_t> index;
    for (std::size_t i = 0; i < values.size(); ++i) index[values[i].word()] = i;
    for (Row& row : state.rows) {
        const int at = find_goal(row, goal.subject);
        if (at < 0 || row.goals[at].pattern->kind == PatternKind::Equal) {
            for (auto& b : branches) b.rows.push_back(row);
            otherwise.rows.push_back(std::move(row));
            continue;
        }
        const Pattern& p = *row.goals[at].pattern;
        const auto found = p.kind == PatternKind::Literal ? index.find(p.literal.word()) : index.end();
        if (found == index.end()) {
            otherwise.rows.push_back(std::move(row));
            continue;
        }
        erase_goal(row, at);
        branches[found->second].rows.push_back(std::move(row));
    }
    if (values.size() == 1) {
        const bool nil = values[0].is_nil();
        std::vector<Arg> args{goal.subject};
        if (!nil) args.push_back(Arg::constant(values[0]));
        test(nil ? Opcode::IsNil : Opcode::IsEqExact, std::move(args), branches[0].block,
             otherwise.block, goal.pattern->place);
    } else {
        std::vector<Arg> args{goal.subject};
        std::vector<Edge> succ{Edge{otherwise.block, {}}};
        for (std::size_t i = 0; i < values.size(); ++i) {
            args.push_back(Arg::constant(values[i]));
            succ.push_back({branches[i].block, {}});
        }
        end(Opcode::SelectValue, std::move(args), goal.pattern->place, std::move(succ));
    }
    push_state(std::move(otherwise));
    for (auto& b : branches) push_state(std::move(b));
}

// Floats, large integers, binaries, maps: one at a time.
void Lowerer::step_other_literal(MatchState& state, const Goal& goal) {
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    const Arg literal = Arg::constant(goal.pattern->literal);
    test(Opcode::IsEqExact, {goal.subject, literal}, yes.block, no.block, goal.pattern->place);
    for (Row& row : state.rows) {
        const int at = find_goal(row, goal.subject);
        const bool same = at >= 0 && row.goals[at].pattern->kind == PatternKind::Literal &&
                          row.goals[at].pattern->literal == literal.term;
        if (!same) {
            no.rows.push_back(row);
        } else {
            erase_goal(row, at);
        }
        yes.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
}

// --- lists and tuples ---------------------------------------------------------------------------
void Lowerer::step_cons(MatchState& state, const Goal& goal) {
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    test(Opcode::IsCons, {goal.subject}, yes.block, no.block, goal.pattern->place);
    cur_ = yes.block;
    const Arg head = emit(Opcode::Head, {goal.subject}, goal.pattern->place);
    const Arg tail = emit(Opcode::Tail, {goal.subject}, goal.pattern->place);
    for (Row& row : state.rows) {
        const int at = find_goal(row, goal.subject);
        const PatternKind kind = at < 0 ? PatternKind::Equal : row.goals[at].pattern->kind;
        if (kind == PatternKind::Cons) {
            const Pattern* p = row.goals[at].pattern;
            erase_goal(row, at);
            Goal g;
            g.subject = head;
            g.pattern = p->children[0];
            bool possible = add_goal(row, g);
            g.subject = tail;
            g.pattern = p->children[1];
            possible = possible && add_goal(row, g);
            if (possible) yes.rows.push_back(std::move(row));
            continue;
        }
        if (kind == PatternKind::Equal) yes.rows.push_back(row);
        no.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
}

// The rows of `from` that can match a tuple of that arity, its elements as subjects.
void Lowerer::tuple_branch(const MatchState& from, MatchState& to, Arg subject, std::size_t arity) {
    cur_ = to.block;
    std::vector<Arg> elements;
    for (std::uint32_t i = 0; i < arity; ++i) {
        elements.push_back(emit(Opcode::Element, {subject}, {}, i));
    }
    for (const Row& row : from.rows) {
        const int at = find_goal(row, subject);
        if (at < 0 || row.goals[at].pattern->kind == PatternKind::Equal) {
            to.rows.push_back(row);
            continue;
        }
        const Pattern* p = row.goals[at].pattern;
        if (p->kind != PatternKind::Tuple || p->children.size() != arity) continue;
        Row copy = row;
        erase_goal(copy, at);
        bool possible = true;
        for (std::size_t i = 0; i < arity && possible; ++i) {
            Goal g;
            g.subject = elements[i];
            g.pattern = p->children[i];
            possible = add_goal(copy, g);
        }
        if (possible) to.rows.push_back(std::move(copy));
    }
}

void Lowerer::step_tuple(MatchState& state, const Goal& goal) {
    std::vector<std::uint32_t> arities;
    for (const Row& row : state.rows) {
        const int at = find_goal(row, goal.subject);
        if (at < 0 || row.goals[at].pattern->kind != PatternKind::Tuple) continue;
        const auto arity = static_cast<std::uint32_t>(row.goals[at].pattern->children.size());
        if (std::find(arities.begin(), arities.end(), arity) == arities.end()) arities.push_back(arity);
    }
    if (arities.size() < 3) arities.resize(1);
    std::vector<MatchState> branches;
    for (std::size_t i = 0; i < arities.size(); ++i) branches.push_back(state_like(state));
    MatchState otherwise = state_like(state);
    if (arities.size() == 1) {
        test(Opcode::IsTupleOf, {goal.subject}, branches[0].block, otherwise.block,
             goal.pattern->place, arities[0]);
    } else {
        const BlockId tuple = new_block();
        test(Opcode::IsTuple, {goal.subject}, tuple, otherwise.block, goal.pattern->place);
        cur_ = tuple;
        std::vector<Edge> succ{Edge{otherwise.block, {}}};
        for (const auto& b : branches) succ.push_back({b.block, {}});
        end(Opcode::SelectArity, {goal.subject}, goal.pattern->place, std::move(succ));
        block(tuple).last.extra = arities;
    }
    for (std::size_t i = 0; i < arities.size(); ++i) {
        tuple_branch(state, branches[i], goal.subject, arities[i]);
    }
    for (Row& row : state.rows) {
        const int at = find_goal(row, goal.subject);
        const bool tested = at >= 0 && row.goals[at].pattern->kind == PatternKind::Tuple &&
                            std::find(arities.begin(), arities.end(),
                                      row.goals[at].pattern->children.size()) != arities.end();
        if (!tested) otherwise.rows.push_back(std::move(row));
    }
    push_state(std::move(otherwise));
    for (auto& b : branches) push_state(std::move(b));
}

// --- maps ---------------------------------------------------------------------------------------
void Lowerer::step_map(MatchState& state, const Goal& goal) {
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    test(Opcode::IsMap, {goal.subject}, yes.block, no.block, goal.pattern->place);
    for (Row& row : state.rows) {
        const int at = find_goal(row, goal.subject);
        const PatternKind kind = at < 0 ? PatternKind::Equal : row.goals[at].pattern->kind;
        // A literal may be a map.
        const bool any = kind == PatternKind::Equal || kind == PatternKind::Literal;
        if (kind == PatternKind::Map) {
            Goal key = row.goals[at];
            erase_goal(row, at);
            key.kind = Goal::Kind::MapKey;
            for (std::uint32_t i = 0; i < key.pattern->keys.size(); ++i) {
                key.index = i;
                row.goals.push_back(key);
            }
            yes.rows.push_back(std::move(row));
            continue;
        }
        if (any) yes.rows.push_back(row);
        no.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
}

void Lowerer::step_map_key(MatchState& state, const Goal& goal, std::size_t at) {
    const core::Expr* key = goal.pattern->keys[goal.index];
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    const bool literal = key->kind == core::ExprKind::Literal;
    const auto same = [&](const Goal& g) {
        if (g.kind != Goal::Kind::MapKey || !(g.subject == goal.subject)) return false;
        const core::Expr* k = g.pattern->keys[g.index];
        if (k == key) return true;
        return literal && k->kind == core::ExprKind::Literal && k->literal == key->literal;
    };
    use_bindings(state.rows[0]);
    const BlockId outer = fail_;
    fail_ = no.block;
    const Arg k = value(*key);
    fail_ = outer;
    bool needed = false;
    for (const Row& row : state.rows) {
        for (const Goal& g : row.goals) {
            needed = needed || (same(g) && g.pattern->children[g.index]->kind != PatternKind::Any);
        }
    }
    Arg v;
    if (needed) {
        v = test_value(Opcode::MapGet, {goal.subject, k}, yes.block, no.block, goal.pattern->place);
    } else {
        test(Opcode::MapHas, {goal.subject, k}, yes.block, no.block, goal.pattern->place);
    }
    for (std::size_t r = 0; r < state.rows.size(); ++r) {
        Row& row = state.rows[r];
        auto found = r == 0 ? row.goals.begin() + at
                            : std::find_if(row.goals.begin(), row.goals.end(), same);
        if (found == row.goals.end()) {
            no.rows.push_back(row);
            yes.rows.push_back(std::move(row));
            continue;
        }
        Goal child;
        child.subject = v;
        child.pattern = found->pattern->children[found->index];
        row.goals.erase(found);
        if (!needed || add_goal(row, child)) yes.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
}

// --- equality -----------------------------------------------------------------------------------
// The first row's goal `at` is === something that only this row asks for.
void Lowerer::step_equal(MatchState& state, std::size_t at) {
    const Goal goal = state.rows[0].goals[at];
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    Arg wanted = goal.other;
    const core::Place place = goal.pattern->place;
    if (goal.kind == Goal::Kind::Pattern) {
        use_bindings(state.rows[0]);
        const BlockId outer = fail_;
        fail_ = no.block;
        wanted = value(*goal.pattern->expr);
        fail_ = outer;
    }
    test(Opcode::IsEqExact, {goal.subject, wanted}, yes.block, no.block, place);
    no.rows.assign(state.rows.begin() + 1, state.rows.end());
    erase_goal(state.rows[0], at);
    yes.rows = std::move(state.rows);
    push_state(std::move(no));
    push_state(std::move(yes));
}

}  // namespace vial::ssa

// compiler/ssa/lower_pattern.cpp: the test that a pattern makes, and who goes on where it holds.
// Here: a step for literals, lists, tuples, maps and equality with a value.
// Not here: which goal is chosen (lower_match.cpp), bitstrings (lower_segment.cpp).
// Threads: -
// Holds: a step ends the state's block and hands each row to the sides on which it can still match,
//        in the order the rows had.
#include <algorithm>

#include "compiler/ssa/lower_internal.h"

namespace vial::ssa {

using core::Pattern;
using core::PatternKind;

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

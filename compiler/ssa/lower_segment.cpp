// compiler/ssa/lower_segment.cpp: bitstring patterns.
// Here: steps over segments: start, take, skip, strings, the rest, the end.
// Not here: the other patterns (lower_match.cpp, lower_pattern.cpp).
// Threads: -
// Holds: a context moves as it is read, so each place in it that rows may come back to is saved as a
//        value right after it is reached (unused saves are dead code), and a state that goes on from
//        another place than where the context stands restores it first. Rows whose next segments are
//        alike share one instruction.
#include <algorithm>

#include "compiler/ssa/lower_internal.h"

namespace vial::ssa {

using core::Pattern;
using core::PatternKind;
using core::PatternSegment;
using core::SegmentType;

namespace {

bool at_same_place(const Goal& a, const Goal& b) {
    return a.kind == Goal::Kind::Segments && a.subject == b.subject && a.position == b.position;
}
bool ended(const Goal& g) { return g.index == g.pattern->segments.size(); }
const PatternSegment& segment(const Goal& g) { return g.pattern->segments[g.index]; }

bool is_rest(const PatternSegment& s) {
    return s.spec.type == SegmentType::Bits && s.spec.size == nullptr;
}
bool is_string(const PatternSegment& s) {
    return s.spec.type == SegmentType::Bits && s.value->kind == PatternKind::Literal;
}
// An integer of 8 bits that has to be a given byte; -1 if it is not one.
int byte_of(const PatternSegment& s) {
    if (s.spec.type != SegmentType::Integer || s.value->kind != PatternKind::Literal) return -1;
    if (!s.value->literal.is_small() || s.value->literal.small_value() < 0) return -1;
    if (s.value->literal.small_value() > 255 || s.spec.is_signed) return -1;
    std::int64_t size = 8;
    if (s.spec.size != nullptr) {
        if (s.spec.size->kind != core::ExprKind::Literal || !s.spec.size->literal.is_small()) return -1;
        size = s.spec.size->literal.small_value();
    }
    if (size != 8 || s.spec.unit != 1) return -1;
    return static_cast<int>(s.value->literal.small_value());
}
std::string bytes_from(const Goal& g) {
    std::string out;
    for (std::size_t i = g.index; i < g.pattern->segments.size(); ++i) {
        const int byte = byte_of(g.pattern->segments[i]);
        if (byte < 0) break;
        out += static_cast<char>(byte);
    }
    return out;
}
bool same_size(const core::Expr* a, const core::Expr* b) {
    if (a == b) return true;
    if (a == nullptr || b == nullptr || a->kind != b->kind) return false;
    return a->kind == core::ExprKind::Literal && a->literal == b->literal;
}
bool same_spec(const PatternSegment& a, const PatternSegment& b) {
    return a.spec.type == b.spec.type && a.spec.unit == b.spec.unit &&
           flags_of(a.spec) == flags_of(b.spec) && same_size(a.spec.size, b.spec.size) &&
           is_string(a) == is_string(b);
}
int find_place(const Row& row, const Goal& goal) {
    for (std::size_t i = 0; i < row.goals.size(); ++i) {
        if (at_same_place(row.goals[i], goal)) return static_cast<int>(i);
    }
    return -1;
}
void set_position(MatchState& state, ValueId context, ValueId position) {
    for (auto& [ctx, pos] : state.positions) {
        if (ctx == context) {
            pos = position;
            return;
        }
    }
    state.positions.emplace_back(context, position);
}

}  // namespace

void Lowerer::step_binary(MatchState& state, const Goal& goal) {
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    const Arg context = test_value(Opcode::BinStart, {goal.subject}, yes.block, no.block,
                                   goal.pattern->place);
    cur_ = yes.block;
    const Arg start = emit(Opcode::BinSave, {context}, goal.pattern->place);
    set_position(yes, context.value, start.value);
    for (Row& row : state.rows) {
        const auto at = std::find_if(row.goals.begin(), row.goals.end(), [&](const Goal& g) {
            return g.kind == Goal::Kind::Pattern && g.subject == goal.subject;
        });
        const PatternKind kind = at == row.goals.end() ? PatternKind::Equal : at->pattern->kind;
        if (kind == PatternKind::Binary) {
            Goal segments = *at;
            segments.kind = Goal::Kind::Segments;
            segments.subject = context;
            segments.position = start.value;
            segments.index = 0;
            *at = segments;
            yes.rows.push_back(std::move(row));
            continue;
        }
        if (kind == PatternKind::Equal || kind == PatternKind::Literal) yes.rows.push_back(row);
        no.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
}

void Lowerer::restore(MatchState& state, const Goal& goal) {
    for (const auto& [context, position] : state.positions) {
        if (context == goal.subject.value && position == goal.position) return;
    }
    effect(Opcode::BinRestore, {goal.subject, Arg::of(goal.position)}, goal.pattern->place);
    set_position(state, goal.subject.value, goal.position);
}

void Lowerer::step_segment(MatchState& state, std::size_t at) {
    const Goal goal = state.rows[0].goals[at];
    restore(state, goal);
    if (ended(goal)) {
        segment_end(state, goal);
        return;
    }
    if (segment_string(state, goal)) return;
    if (is_rest(segment(goal))) {
        segment_rest(state, goal);
        return;
    }
    segment_take(state, goal, at);
}

void Lowerer::segment_end(MatchState& state, const Goal& goal) {
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    test(Opcode::BinEnd, {goal.subject}, yes.block, no.block, goal.pattern->place);
    for (Row& row : state.rows) {
        const int at = find_place(row, goal);
        if (at < 0 || !ended(row.goals[at])) {
            no.rows.push_back(row);
        } else {
            row.goals.erase(row.goals.begin() + at);
        }
        yes.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
}

// The last segment: all that is left.
void Lowerer::segment_rest(MatchState& state, const Goal& goal) {
    const PatternSegment& s = segment(goal);
    const auto same = [&](const Goal& g) {
        return !ended(g) && is_rest(segment(g)) && !is_string(segment(g)) &&
               segment(g).spec.unit == s.spec.unit;
    };
    bool needed = false;
    for (const Row& row : state.rows) {
        const int at = find_place(row, goal);
        needed = needed || (at >= 0 && same(row.goals[at]) &&
                            segment(row.goals[at]).value->kind != PatternKind::Any);
    }
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    Arg rest;
    if (needed) {
        rest = test_value(Opcode::BinRest, {goal.subject}, yes.block, no.block, s.place, s.spec.unit);
        set_position(yes, goal.subject.value, kNoValue);
    } else if (s.spec.unit > 1) {
        test(Opcode::BinUnit, {goal.subject}, yes.block, no.block, s.place, s.spec.unit);
    } else {
        jump(yes.block);
    }
    for (Row& row : state.rows) {
        const int at = find_place(row, goal);
        if (at < 0 || !same(row.goals[at])) {
            no.rows.push_back(row);
            yes.rows.push_back(std::move(row));
            continue;
        }
        Goal child;
        child.subject = rest;
        child.pattern = segment(row.goals[at]).value;
        row.goals.erase(row.goals.begin() + at);
        if (!needed || add_goal(row, child)) yes.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
}

// Bytes that are all known, at least two or a string: one comparison. False: take them one by one.
bool Lowerer::segment_string(MatchState& state, const Goal& goal) {
    const bool whole = is_string(segment(goal));
    std::string bytes = whole ? std::string() : bytes_from(goal);
    if (!whole && bytes.size() < 2) return false;
    const Term literal = whole ? segment(goal).value->literal : Term();
    const auto matches = [&](const Goal& g) {
        return !ended(g) && is_string(segment(g)) && segment(g).value->literal == literal;
    };
    if (!whole) {
        // Rows that start alike go on together; those that differ at once are better switched over.
        for (const Row& row : state.rows) {
            const int at = find_place(row, goal);
            if (at < 0 || ended(row.goals[at])) continue;
            if (segment(row.goals[at]).spec.type != SegmentType::Integer) continue;
            const std::string other = bytes_from(row.goals[at]);
            const auto common = std::mismatch(bytes.begin(), bytes.end(), other.begin(), other.end());
            bytes.erase(common.first, bytes.end());
        }
        if (bytes.size() < 2) return false;
    }
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    const Arg wanted = Arg::constant(whole ? literal : program_.arena.binary(bytes));
    test(Opcode::BinString, {goal.subject, wanted}, yes.block, no.block, segment(goal).place);
    cur_ = yes.block;
    const Arg position = emit(Opcode::BinSave, {goal.subject}, segment(goal).place);
    set_position(yes, goal.subject.value, position.value);
    const auto width = static_cast<std::uint32_t>(whole ? 1 : bytes.size());
    for (Row& row : state.rows) {
        const int at = find_place(row, goal);
        const bool goes_on = at >= 0 && (whole ? matches(row.goals[at])
                                               : bytes_from(row.goals[at]).size() >= bytes.size());
        if (!goes_on) {
            no.rows.push_back(row);
            yes.rows.push_back(std::move(row));
            continue;
        }
        row.goals[at].index += width;
        row.goals[at].position = position.value;
        yes.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
    return true;
}

void Lowerer::segment_take(MatchState& state, const Goal& goal, std::size_t at) {
    const PatternSegment& s = segment(goal);
    MatchState yes = state_like(state);
    MatchState no = state_like(state);
    // A size that is no literal is this row's alone: it may read what the row has bound.
    const bool shared = s.spec.size == nullptr || s.spec.size->kind == core::ExprKind::Literal;
    const auto joins = [&](std::size_t r, const Goal& g) {
        return (shared || r == 0) && !ended(g) && same_spec(segment(g), s);
    };
    bool needed = s.spec.type != SegmentType::Integer && s.spec.type != SegmentType::Bits;
    for (std::size_t r = 0; r < state.rows.size(); ++r) {
        const int place = r == 0 ? static_cast<int>(at) : find_place(state.rows[r], goal);
        if (place < 0 || !joins(r, state.rows[r].goals[place])) continue;
        needed = needed || segment(state.rows[r].goals[place]).value->kind != PatternKind::Any;
    }
    Arg size = Arg::constant(Term::small(s.spec.type == SegmentType::Float ? 64 : 8));
    if (s.spec.size != nullptr) {
        use_bindings(state.rows[0]);
        const BlockId outer = fail_;
        fail_ = no.block;
        size = value(*s.spec.size);
        fail_ = outer;
    }
    const Arg context = goal.subject;
    const std::vector<std::uint32_t> flags{flags_of(s.spec)};
    Arg taken;
    if (!needed) {
        test(Opcode::BinSkip, {context, size}, yes.block, no.block, s.place, s.spec.unit);
    } else {
        const auto take = [&](Opcode op, std::vector<Arg> args, std::uint32_t unit,
                              std::vector<std::uint32_t> extra) {
            return test_value(op, std::move(args), yes.block, no.block, s.place, unit,
                              std::move(extra));
        };
        switch (s.spec.type) {
            case SegmentType::Integer:
                taken = take(Opcode::BinInteger, {context, size}, s.spec.unit, flags);
                break;
            case SegmentType::Float:
                taken = take(Opcode::BinFloat, {context, size}, s.spec.unit, flags);
                break;
            case SegmentType::Bits: taken = take(Opcode::BinBits, {context, size}, s.spec.unit, {}); break;
            case SegmentType::Utf8: taken = take(Opcode::BinUtf8, {context}, 0, {}); break;
            case SegmentType::Utf16: taken = take(Opcode::BinUtf16, {context}, 0, flags); break;
            case SegmentType::Utf32: taken = take(Opcode::BinUtf32, {context}, 0, flags); break;
        }
    }
    cur_ = yes.block;
    const Arg position = emit(Opcode::BinSave, {context}, s.place);
    set_position(yes, context.value, position.value);
    for (std::size_t r = 0; r < state.rows.size(); ++r) {
        Row& row = state.rows[r];
        const int place = r == 0 ? static_cast<int>(at) : find_place(row, goal);
        if (place < 0 || !joins(r, row.goals[place])) {
            no.rows.push_back(row);
            yes.rows.push_back(std::move(row));
            continue;
        }
        Goal next = row.goals[place];
        Goal child;
        child.subject = taken;
        child.pattern = segment(next).value;
        ++next.index;
        next.position = position.value;
        row.goals.erase(row.goals.begin() + place);
        if (needed && !add_goal(row, child)) continue;
        row.goals.push_back(next);
        yes.rows.push_back(std::move(row));
    }
    push_state(std::move(no));
    push_state(std::move(yes));
}

}  // namespace vial::ssa

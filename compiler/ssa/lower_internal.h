// compiler/ssa/lower_internal.h: the state of lowering one module.
// Here: Lowerer, whose methods stand in lower.cpp, lower_expr.cpp, lower_call.cpp,
//       lower_condition.cpp, lower_match.cpp, lower_rows.cpp, lower_pattern.cpp, lower_segment.cpp,
//       lower_control.cpp, lower_build.cpp.
// Not here: analysis of core (core/analysis.h), passes after lowering.
// Threads: -
// Holds: code is made for a destination (Dest), so that tails become tail calls and conditions
//        become jumps with no value in between. `cur_` is the open block; after an expression that
//        never returns it is a block nobody reaches, which simplify() drops.
#pragma once

#include <deque>
#include <span>
#include <unordered_map>
#include <vector>

#include "compiler/core/analysis.h"
#include "compiler/ssa/intrinsics.h"
#include "compiler/ssa/ir.h"
#include "compiler/ssa/lower.h"

namespace vial::ssa {

struct MatchSite;

// Compared by one word.
inline bool is_plain(Term t) { return t.is_atom() || t.is_small() || t.is_nil(); }
// The flags operand of instructions on segments.
inline std::uint32_t flags_of(const core::SegmentSpec& s) {
    return (s.little ? 1u : 0u) | (s.is_signed ? 2u : 0u) | (s.native ? 4u : 0u);
}

// Where the value of an expression goes.
struct Dest {
    enum class Kind : std::uint8_t {
        Tail,   // returned
        Join,   // to `block`, as its parameter
        Drop,   // to `block`, without it
        Match,  // matched at `site`: a constant goes straight to its clause
    };
    Kind kind = Kind::Tail;
    BlockId block = kNoBlock;
    MatchSite* site = nullptr;
    static Dest tail() { return {}; }
    static Dest join(BlockId b) { return {Kind::Join, b, nullptr}; }
    static Dest drop(BlockId b) { return {Kind::Drop, b, nullptr}; }
    static Dest match(MatchSite& s) { return {Kind::Match, kNoBlock, &s}; }
};

// --- matching ------------------------------------------------------------------------------------
// One thing still to be shown before a row's clause applies.
struct Goal {
    enum class Kind : std::uint8_t {
        Pattern,   // subject matches pattern
        MapKey,    // subject, a map, has key `index` of pattern, whose value matches its child
        Segments,  // subject, a context at `position`, matches segments from `index` on
        Same,      // subject === other
    };
    Kind kind = Kind::Pattern;
    Arg subject;
    const core::Pattern* pattern = nullptr;
    std::uint32_t index = 0;
    ValueId position = kNoValue;
    Arg other;
};
struct Row {
    std::uint32_t clause = 0;
    std::vector<Goal> goals;
    std::vector<std::pair<core::VarId, Arg>> bindings;
};
// The first pattern goal of a row on `subject`, or -1.
int find_goal(const Row& row, const Arg& subject);
void erase_goal(Row& row, std::size_t at);
// What the row has bound to `v`, or null.
const Arg* bound(const Row& row, core::VarId v);

// A block from which the rows are tried in order; with none left, `fail`.
struct MatchState {
    BlockId block = kNoBlock;
    std::vector<Row> rows;
    BlockId fail = kNoBlock;
    // Where each context stands; one that is not listed may be anywhere.
    std::vector<std::pair<ValueId, ValueId>> positions;
};
struct ClauseBody {
    BlockId block = kNoBlock;  // made at the first leaf that reaches it
    std::vector<core::VarId> vars;
};
// Clauses that are matched at one or several places and whose bodies are lowered once.
struct MatchSite {
    std::span<const core::Clause> clauses;
    std::vector<ClauseBody> bodies;
    core::Place place;
    // Made when needed: the end of the rows, with the subjects as parameters.
    core::Failure failure = core::Failure::Case;
    BlockId miss = kNoBlock;        // given by who makes the site, or kNoBlock: raise `failure`
    bool misses_take_subject = false;
    BlockId shared = kNoBlock;      // matches a subject that is no constant: its parameter
    bool take = false;              // receive: bodies start by taking the message
};

class Lowerer {
  public:
    explicit Lowerer(Program& program) : program_(program) {}
    void run();

  private:
    // What is lowered later, as a function of its own.
    struct Pending {
        const core::Expr* expr;  // Fn or Loop
        std::uint32_t function;
        std::uint32_t scope;
    };
    struct LoopState {
        BlockId header = kNoBlock;              // in this function
        std::uint32_t function = kNone;         // lifted
        std::uint32_t scope = 0;
        Dest dest;
        bool entered = false;                   // clauses are being lowered: calls go back
    };

    // --- lower.cpp: functions -------------------------------------------------------------------
    void function_body(std::uint32_t index, const core::Function& f);
    void pending_body(const Pending& p);
    void begin(std::uint32_t index, std::size_t own, std::span<const core::VarId> free);
    void clauses_over_params(std::span<const core::Clause> clauses, std::size_t own);
    std::uint32_t new_function(std::string name, std::size_t own, std::size_t free, core::Place place);
    const core::Scope& scope_of(const core::Expr* e) const { return analysis_.scope(e); }

    // --- lower.cpp: blocks and instructions -------------------------------------------------------
    Function& fn() { return program_.functions[fn_]; }
    Block& block(BlockId b) { return fn().blocks[b]; }
    BlockId new_block() { return fn().new_block(handler_); }
    BlockId new_join(ValueId& param);
    Arg emit(Opcode op, std::vector<Arg> args, core::Place place, std::uint32_t index = 0,
             std::vector<std::uint32_t> extra = {});
    void effect(Opcode op, std::vector<Arg> args, core::Place place, std::uint32_t index = 0);
    // As emit, for what can fail: in a guard it goes to the guard's fail block, else it raises.
    Arg fallible(Opcode op, std::vector<Arg> args, core::Place place, std::uint32_t index = 0,
                 std::vector<std::uint32_t> extra = {});
    void end(Opcode op, std::vector<Arg> args, core::Place place, std::vector<Edge> succ = {},
             std::uint32_t index = 0);
    void jump(BlockId to, std::vector<Arg> args = {});
    // Ends the block with a test; goes on in neither.
    void test(Opcode op, std::vector<Arg> args, BlockId yes, BlockId no, core::Place place,
              std::uint32_t index = 0);
    // A test with a result, known in `yes`.
    Arg test_value(Opcode op, std::vector<Arg> args, BlockId yes, BlockId no, core::Place place,
                   std::uint32_t index = 0, std::vector<std::uint32_t> extra = {});
    void deliver(Arg value, const Dest& dest, core::Place place);
    void error(const char* reason, std::vector<Arg> parts, core::Place place);
    void set(core::VarId v, Arg a);
    Arg get(core::VarId v) const { return vars_[v]; }

    // --- lower_expr.cpp -------------------------------------------------------------------------
    void lower(const core::Expr& e, const Dest& dest);
    Arg value(const core::Expr& e);
    void drop(const core::Expr& e);
    Arg value_by_join(const core::Expr& e);
    Arg match_value(const core::Expr& e);
    std::vector<Arg> values(std::span<core::Expr* const> list);
    static bool is_control(const core::Expr& e);

    // --- lower_build.cpp: data ---------------------------------------------------------------------
    Arg cons_value(const core::Expr& e);
    Arg tuple_value(const core::Expr& e);
    Arg map_value(const core::Expr& e);
    Arg binary_value(const core::Expr& e);
    Arg fn_value(const core::Expr& e);
    Arg local_capture(const core::Expr& e);
    void add_segment(const core::ExprSegment& s, std::vector<Arg>& args,
                     std::vector<std::uint32_t>& extra);

    // --- lower_call.cpp ------------------------------------------------------------------------------
    Arg call_value(const core::Expr& e);
    void tail_call(const core::Expr& e);
    std::optional<Arg> intrinsic_value(const core::Expr& e);
    const Intrinsic* intrinsic_of(const core::Expr& e) const;
    // The texts of a remote call's constant module and function.
    bool remote_name(const core::Expr& e, std::string_view& module, std::string_view& name) const;
    std::uint32_t local_function(Term name, std::size_t arity) const;
    NativeFacts facts_of(std::uint32_t import);
    std::vector<Arg> loop_arguments(const core::Expr& e, const LoopState& loop);

    // --- lower_condition.cpp ------------------------------------------------------------------------
    // What happens to a condition that is no boolean.
    enum class Strict : std::uint8_t { No, And, Or, Not };
    bool is_condition(const core::Expr& e) const;
    void branch(const core::Expr& e, BlockId yes, BlockId no, Strict strict);
    void branch_value(Arg v, BlockId yes, BlockId no, Strict strict, core::Place place);
    bool branch_intrinsic(const core::Expr& e, const Intrinsic& i, BlockId yes, BlockId no);
    Arg condition_value(const core::Expr& e);
    void lower_condition(const core::Expr& e, const Dest& dest);
    void guards(const core::Clause& clause, BlockId pass, BlockId fail);

    // --- lower_match.cpp -----------------------------------------------------------------------------
    void open_site(MatchSite& site, std::span<const core::Clause> clauses, core::Place place);
    void match(MatchSite& site, std::span<const Arg> subjects);
    void match_one(MatchSite& site, Arg subject);
    void close_site(MatchSite& site, const Dest& dest);
    BlockId miss_block(MatchSite& site, std::span<const Arg> subjects);
    void raise_failure(core::Failure failure, Arg subject, core::Place place);
    void step(MatchSite& site, MatchState state);
    void leaf(MatchSite& site, MatchState& state);
    std::size_t choose(const MatchState& state) const;
    MatchState state_like(const MatchState& state);
    void push_state(MatchState state);
    void split(MatchState& state);

    // --- lower_rows.cpp --------------------------------------------------------------------------------
    bool add_goal(Row& row, Goal goal);
    const core::Pattern* literal_pattern(Term t);
    void use_bindings(const Row& row);

    // --- lower_pattern.cpp -----------------------------------------------------------------------------
    void step_literal(MatchState& state, const Goal& goal);
    void step_select(MatchState& state, const Goal& goal, std::span<const Term> values);
    void step_other_literal(MatchState& state, const Goal& goal);
    void step_cons(MatchState& state, const Goal& goal);
    void step_tuple(MatchState& state, const Goal& goal);
    void tuple_branch(const MatchState& from, MatchState& to, Arg subject, std::size_t arity);
    void step_map(MatchState& state, const Goal& goal);
    void step_map_key(MatchState& state, const Goal& goal, std::size_t at);
    void step_equal(MatchState& state, std::size_t at);

    // --- lower_segment.cpp: binary patterns ------------------------------------------------------
    void step_binary(MatchState& state, const Goal& goal);
    void step_segment(MatchState& state, std::size_t at);
    void segment_end(MatchState& state, const Goal& goal);
    void segment_rest(MatchState& state, const Goal& goal);
    bool segment_string(MatchState& state, const Goal& goal);
    void segment_take(MatchState& state, const Goal& goal, std::size_t at);
    void restore(MatchState& state, const Goal& goal);

    // --- lower_control.cpp ------------------------------------------------------------------------
    void case_expr(const core::Expr& e, const Dest& dest);
    void receive_expr(const core::Expr& e, const Dest& dest);
    void use_mark(const core::Expr& e);
    bool mark_maker(ValueId reference);
    void try_expr(const core::Expr& e, const Dest& dest);
    void try_inner(const core::TryParts& t, const core::Expr& e, const Dest& dest);
    void loop_expr(const core::Expr& e, const Dest& dest);
    void loop_lifted(const core::Expr& e, const Dest& dest);
    void loop_call(const core::Expr& e, const Dest& dest);

    Program& program_;
    core::Analysis analysis_;
    std::string base_name_;          // of the def being lowered, for names of what is lifted
    std::uint32_t lifted_count_ = 0;
    std::uint32_t fn_ = kNone;
    BlockId cur_ = kNoBlock;
    BlockId handler_ = kNoBlock;
    BlockId fail_ = kNoBlock;        // of the guard being lowered
    ValueId trace_ = kNoValue;       // of the innermost handler
    std::vector<Arg> vars_;
    std::vector<Pending> pending_;
    std::unordered_map<std::uint32_t, LoopState> loops_;
    std::unordered_map<std::uint64_t, std::uint32_t> locals_;  // name word, arity
    std::unordered_map<std::uint64_t, std::uint32_t> capture_lambdas_;
    std::vector<std::optional<NativeFacts>> import_facts_;
    // Matching: states to do, how many rows they may still copy, patterns made from literals.
    std::vector<MatchState> states_;
    std::size_t row_budget_ = 0;
    std::deque<core::Pattern> made_patterns_;
    std::unordered_map<Word, const core::Pattern*> literal_patterns_;
};

}  // namespace vial::ssa

// compiler/core/core.h: a function after expansion: no macros, no scopes, no syntax.
// Here: the node types of core and of its patterns; the arena they live in.
// Not here: how they are made (expand/), matched, optimised and emitted (core/match*, ssa/, emit/).
// Threads: one owner at a time; passes after core touch no process heap.
// Holds: every variable has one number in its function and is bound exactly once on every path that
//        reads it; terms in nodes live in the module's TermArena. No recursion limit may be assumed:
//        passes over core keep an explicit stack or run on a stack that is checked.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "vm/heap/term_arena.h"
#include "vm/term/term.h"

namespace vial::core {

using VarId = std::uint32_t;
constexpr VarId kNoVar = 0xffffffff;

struct Place {
    std::uint32_t line = 0;
    std::uint16_t column = 0;
    std::uint16_t file = 0;  // index into Module::files
};

struct Expr;
struct Pattern;
struct Function;

// --- bit syntax ---------------------------------------------------------------------------------
enum class SegmentType : std::uint8_t { Integer, Float, Bits, Utf8, Utf16, Utf32 };  // Bits: any bitstring
struct SegmentSpec {
    SegmentType type = SegmentType::Integer;
    bool little = false;
    bool native = false;
    bool is_signed = false;
    std::uint16_t unit = 1;
    Expr* size = nullptr;  // in units; null: for Bits all of it, else the default is made explicit
};
struct ExprSegment {
    SegmentSpec spec;
    Expr* value;
    Place place;
    std::uint32_t written = 1;  // segments of the source this one stands for, so that errors can count them
};
struct PatternSegment {
    SegmentSpec spec;  // size may read variables bound by earlier segments and before the pattern
    Pattern* value;
    Place place;
};

// --- patterns -----------------------------------------------------------------------------------
enum class PatternKind : std::uint8_t {
    Any,
    Var,      // binds var; the same var twice in one clause's patterns means === between the places
    Alias,    // binds var to the whole and matches `inner` too (p = q: both are patterns: inner, second)
    Literal,  // === term (0.0 and -0.0 are equal)
    Equal,    // === value of `expr` (pin); expr is a variable or a guard-safe expression
    Cons,     // children[0], children[1]
    Tuple,    // children
    Map,      // keys[i] (guard-safe expressions), children[i]
    Binary,   // segments
};
struct Pattern {
    PatternKind kind;
    Place place;
    VarId var = kNoVar;
    Term literal;
    Expr* expr = nullptr;
    std::vector<Pattern*> children;  // Alias: {inner, second}; Cons: {head, tail}
    std::vector<Expr*> keys;
    std::vector<PatternSegment> segments;
};

struct Clause {
    std::vector<Pattern*> patterns;  // one for each subject / argument
    // Alternatives of `when a when b`: the first that yields true passes; one that raises is false.
    std::vector<Expr*> guards;
    Expr* body = nullptr;
    Place place;
    bool generated = false;          // no "this clause never matches" warning
};

// --- expressions --------------------------------------------------------------------------------
enum class ExprKind : std::uint8_t {
    Literal,        // literal
    Var,            // var
    Cons,           // args: head, tail
    Tuple,          // args
    Map,            // args[0] = base or null for a new map; then key, value, ...; update: `flag` = :=
    Binary,         // segments
    Match,          // pattern = args[0]; value is the right side's; on failure {badmatch, value}
    Sequence,       // args: values in turn, the last one's counts; bindings go on to later siblings
    Case,           // args: subjects (usually one); clauses; on no match `failure`
    Receive,        // clauses; args: {timeout, after body} or empty
    Try,            // see TryParts
    Fn,             // closure: clauses with `arity` patterns each
    LocalCall,      // name, arity = args: a def/defp of this module
    RemoteCall,     // args[0] module, args[1] function (any expressions), rest arguments
    FunCall,        // args[0] fun, rest arguments
    LocalCapture,   // name/arity of this module
    RemoteCapture,  // args: module, function, arity
    Loop,           // LetRec: see LoopParts; value is body's
    LoopCall,       // calls an enclosing (or sibling) loop by `loop` with args; tail calls are jumps
    Trace,          // __STACKTRACE__ of the innermost enclosing handler
    AndAlso,        // args: a, b: a is known boolean or raises BadBooleanError(and)
    OrElse,
    BadBoolean,     // raise {badbool, literal op, args[0]}
};
enum class Failure : std::uint8_t { Case, Match, Cond, With, Try, Function, Else };

struct TryParts {
    Expr* body = nullptr;
    // Clauses over three subjects: class (atom), reason, raw trace; unmatched: reraised as it was.
    std::vector<Clause> handlers;
    // Clauses over the body's value, not protected; unmatched: {try_clause, value}. Empty: none.
    std::vector<Clause> otherwise;
    Expr* after = nullptr;  // run on every way out, its value dropped
};
struct LoopParts {
    std::uint32_t loop = 0;           // number, unique in the function
    std::vector<VarId> parameters;    // bound at each entry
    std::vector<Clause> clauses;      // over the parameters, tried in order; unmatched: function_clause
    Expr* in = nullptr;               // the expression in which LoopCall(loop) may stand
};
struct Expr {
    ExprKind kind;
    Place place;
    bool flag = false;
    bool generated = false;
    Failure failure = Failure::Case;
    VarId var = kNoVar;
    std::uint32_t arity = 0;
    std::uint32_t loop = 0;
    Term literal;                     // Literal; name atom of LocalCall/LocalCapture; op of BadBoolean
    Pattern* pattern = nullptr;
    std::vector<Expr*> args;
    std::vector<Clause> clauses;
    std::vector<ExprSegment> segments;
    std::unique_ptr<TryParts> try_parts;
    std::unique_ptr<LoopParts> loop_parts;
};

struct Function {
    Term name;                        // atom; for a macro "MACRO-name" with __CALLER__ first
    std::uint32_t arity = 0;
    bool exported = false;
    Place place;
    std::vector<Clause> clauses;      // on no match: function_clause
    std::uint32_t var_count = 0;
};

struct Module {
    Term name;
    std::vector<std::string> files;
    std::shared_ptr<TermArena> arena;  // of literals in nodes
    std::vector<Function> functions;
    std::vector<std::pair<Term, std::uint32_t>> inline_wanted;  // by @compile {:inline, name: arity}
    Term attributes = Term::nil();     // [{name, [values]}]
    Term docs = Term::nil();
    Term debug = Term::nil();

    // Nodes are owned here and freed together.
    Expr* expr(ExprKind kind, Place place) {
        exprs_.push_back(std::make_unique<Expr>(Expr{.kind = kind, .place = place}));
        return exprs_.back().get();
    }
    Pattern* pattern(PatternKind kind, Place place) {
        patterns_.push_back(std::make_unique<Pattern>(Pattern{.kind = kind, .place = place}));
        return patterns_.back().get();
    }

    std::size_t node_count() const { return exprs_.size() + patterns_.size(); }

  private:
    std::vector<std::unique_ptr<Expr>> exprs_;
    std::vector<std::unique_ptr<Pattern>> patterns_;
};

}  // namespace vial::core

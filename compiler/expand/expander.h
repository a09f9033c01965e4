// compiler/expand/expander.h: quoted form to core, for one function, macro or evaluated expression.
// Here: class Expander, whose coroutines stand in the files named beside them.
// Not here: sessions (session.h), modules being defined (module_builder.h), natives (natives_*.cpp).
// Threads: as the session.
// Holds: `env` and `scope` are what is visible at the point being expanded; whoever enters a scope
//        keeps the old values and puts them back. A coroutine that fails never goes on, so nothing
//        is put back then.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compiler/expand/env.h"
#include "compiler/expand/lexical_tracker.h"
#include "compiler/expand/session.h"
#include "compiler/expand/state.h"

namespace vial::expand {

using core::Clause;
using core::Expr;
using core::ExprKind;
using core::Pattern;
using core::PatternKind;
using core::Place;
using core::VarId;

class ModuleBuilder;
using Exprs = std::vector<Expr*>;
using Clauses = std::vector<Clause>;
using Patterns = std::vector<Pattern*>;
using Terms = std::vector<Term>;

// A call whose name has been looked up.
struct Resolved {
    enum Kind : std::uint8_t { Expanded, Remote, Local } kind = Local;
    Term quoted;    // Expanded: what the macro gave
    Term receiver;  // Remote: module
    Term name;
    Term args;
};

// Kinds of clauses for messages: `case`, `fn`, ...
constexpr std::uint32_t kAnyArity = 0xffffffff;
struct ClauseRules {
    std::string_view construct;
    std::string_view option = "do";
    std::uint32_t arity = 1;
};
// Blocks that a form may have.
inline constexpr std::initializer_list<Term> kOnlyDo = {atoms::do_};
inline constexpr std::initializer_list<Term> kDoAfter = {atoms::do_, atoms::after_};
inline constexpr std::initializer_list<Term> kTryBlocks = {atoms::do_, atoms::rescue_, atoms::catch_, atoms::else_, atoms::after_};

// What code of a function refers to, checked when its module is complete.
struct LocalUse {
    Term name;
    std::uint32_t arity;
    Place place;
    bool variable = false;  // written as a variable
    std::string hint;       // the variable that may have been meant
};
struct ImportUse {
    Term module, name;
    std::uint32_t arity;
    Place place;
};

// Items of a form and the keyword options at its end.
struct FormArgs {
    Terms items;
    Term options = Term::nil();
};
FormArgs split_options(TermArena& arena, Term args);  // with.cpp

// A generator or filter of `for`, expanded.
struct ForStep {
    enum Kind : std::uint8_t { Filter, List, Bits } kind = Filter;
    Expr* value = nullptr;  // what is walked, or tested
    Clause head;            // the pattern and guards of a generator
    Place at;
};

class Expander {
  public:
    Expander(Session& session, core::Module& module, Env environment)
        : s(session), m(module), b{session.arena}, env(environment) {}

    Session& s;
    core::Module& m;
    ast::Builder b;
    Env env;
    Scope scope;
    FunctionVars vars;
    std::shared_ptr<ModuleBuilder> builder;  // the module being defined, or null
    std::vector<VarId> struct_tags;          // the x of each %x{} in the patterns just expanded: an atom
    bool caller_allowed = false;             // in defmacro, defmacrop
    bool stacktrace_allowed = false;         // in rescue, catch
    bool whole_body = false;                 // of a module: what it binds ends with it
    std::uint32_t open_captures = 0;
    std::vector<LocalUse> calls;             // functions of the module that the code names
    std::vector<ImportUse> imported;         // imported ones it names
    std::vector<RemoteUse> remotes;          // functions of other modules it names
    void note_macro(Term module, Term name, std::uint32_t arity, Place at);
    void note_remote(Term module, Term name, std::uint32_t arity, Place at);

    // --- expressions (expander.cpp) ----------------------------------------------------------------
    Task<Expr*> expand(Term q);
    Task<Exprs> expand_args(Term list);          // each sees the scope before all
    Task<Exprs> expand_operands(Term receiver, Term name, Term list);  // the right side of and, or sees what the left binds
    Task<Expr*> expand_block(Term args, Term meta);
    Task<bool> warn_no_effect(Term q);
    Task<Expr*> expand_list(Term list, Term meta);
    Task<Expr*> expand_tuple(Terms elements, Term meta);
    // q in a scope of its own: nothing it binds is seen after it.
    Task<Expr*> expand_scoped(Term q);

    // --- calls (calls.cpp, dispatch.cpp) -------------------------------------------------------------
    Task<Expr*> expand_variable(Term q);
    Task<Expr*> expand_call(Term q);             // any {name or target, meta, args} that is no form
    Task<Resolved> resolve_local(Term meta, Term name, Term args);
    Task<Resolved> resolve_remote(Term meta, Term receiver, Term name, Term args);
    Task<Expr*> remote_call(Term meta, Term receiver, Term name, Exprs args);
    Task<Expr*> local_call(Term meta, Term name, Term args);
    Task<Expr*> field_access(Term meta, Expr* left, Term name);
    // macros
    Term find_macro(Term module, Term name, std::uint32_t arity);  // the function's atom or kNoTerm
    Task<Term> call_macro(Term meta, Term module, Term function, Term name, Term args);
    Task<Term> call_local_macro(Term meta, Term name, Term args);
    void note_macro(Term meta);
    Term linify(Term quoted, Term meta, Term receiver, Term counter);
    Task<bool> ensure_module(Term module);       // loaded now or already; false: none such
    Task<bool> await_module(Term module);        // another process of the batch may be compiling it

    // --- special forms (special.cpp) -----------------------------------------------------------------
    Task<Expr*> special(Term q);                 // node's name is a special form; null: it is not
    Task<Expr*> expand_struct_expr(Term q);      // maps.cpp
    Task<Expr*> expand_map(Term q);
    Task<Expr*> map_from_pairs(Term meta, Expr* base, Term pairs, bool update);
    Task<Term> struct_default(Term meta, Term name, Term args);  // what name.__struct__ gives
    Task<bool> check_struct(Term meta, Term name, std::size_t arity, Term got);
    Task<bool> check_repeated_keys(Term meta, const Exprs& keys, bool error);
    Term without_struct_key(Term meta, Term pairs);
    Task<bool> check_struct_keys(Term meta, Term name, Term pairs);
    Task<Expr*> expand_binary(Term q);           // bitstring.cpp
    // `literal`: what the value is as a literal (integer, float, binary, bitstring), or kNoTerm.
    Task<bool> check_whole_bytes(Term meta, Term value, const Expr& nested);
    Task<core::SegmentSpec> segment_spec(Term meta, Term spec, Term literal, bool match);
    Task<Pattern*> binary_pattern(Term q);
    Expr* fold_binary(Expr* e);
    static bool whole_bytes(Term t);
    Task<Expr*> expand_normal(Term q);           // as an expression, in patterns too

    // --- lexical forms (lexical.cpp): alias, require, import -----------------------------------------
    Task<Expr*> expand_alias(Term q);
    Task<Expr*> expand_require(Term q);
    Task<Expr*> expand_import(Term q);
    Task<Expr*> expand_lexical(Term q);
    Term expand_aliases_node(Term q);            // atom, or kNoTerm when its head is an expression
    Term resolve_alias(Term meta, Term list);    // {:__aliases__, meta, list} to an atom
    void add_alias(Term meta, Term as, Term full);
    void add_require(Term module);
    Task<Term> expand_to_atom(Term q, std::string_view what);
    Task<Term> partial_expand(Term q);           // macros and aliases until an atom or nothing more

    // --- clauses (clauses.cpp) -----------------------------------------------------------------------
    Task<Expr*> expand_case(Term q);
    Task<Expr*> expand_cond(Term q);
    Task<Expr*> expand_receive(Term q);
    Task<Expr*> expand_fn(Term q);
    Task<Expr*> expand_with(Term q);             // with.cpp
    Task<Expr*> expand_try(Term q);              // try.cpp
    Task<Clause> rescue_clause(Term arrow);
    Task<Clause> catch_clause(Term arrow);
    void rescue_guards(Exprs& guards, Term module, VarId reason, Place at);
    Task<Expr*> expand_for(Term q);              // comprehension.cpp
    Task<ForStep> for_step(Term q);
    Task<Clauses> match_clauses(Term list, ClauseRules rules, Term meta);
    Task<bool> check_blocks(Term meta, Term blocks, std::string_view construct,
                            std::initializer_list<Term> allowed, Term required);
    Expr* truth(Expr* subject, Expr* yes, Expr* no, Place at);
    Task<Clause> match_clause(Term arrow, ClauseRules rules);
    // Head arguments with guards: patterns bound in the current scope, guards expanded.
    Task<Clause> clause_head(Term args, Term meta);
    Expr* match_tagged(Pattern* p, Expr* value, Place at);  // a match that has struct_tags
    void tag_guards(Exprs& guards, Place at);    // adds that struct_tags are atoms to every alternative
    Task<Exprs> expand_guards(Term guard);       // `a when b` alternatives
    Task<Expr*> expand_guard(Term q);

    // --- patterns (patterns.cpp) -----------------------------------------------------------------------
    Task<Patterns> expand_patterns(Term list);   // one pattern context for all
    Task<Pattern*> expand_pattern(Term q);       // starts a pattern context
    Task<Pattern*> pattern(Term q);
    Task<Pattern*> pattern_list(Term list, Term meta);
    Task<Pattern*> pattern_tuple(Terms elements, Term meta);
    Task<Pattern*> pattern_map(Term q);
    Task<Pattern*> pattern_struct(Term q);
    Task<Pattern*> map_pattern_from(Term meta, Term pairs);
    Task<Expr*> key_of_pins(Expr* key, Term quoted, Term meta);
    Task<Pattern*> pattern_pin(Term q);
    Task<Pattern*> pattern_call(Term q);
    Pattern* pattern_var(Term q);
    Pattern* pattern_any(Place place) { return m.pattern(PatternKind::Any, place); }
    Pattern* pattern_literal(Term t, Place place);
    Pattern* pattern_of_var(VarId id, Place place);
    Task<Pattern*> pattern_of_term(Term t, Place place);
    Term negate(Term number);

    // --- captures (capture.cpp) ------------------------------------------------------------------------
    Task<Expr*> expand_capture(Term q);
    Task<Expr*> capture_call(Term meta, Term call, std::uint32_t arity);

    // --- quote (quote.cpp) -----------------------------------------------------------------------------
    Task<Expr*> expand_quote(Term q);
    Task<Term> quote_to_code(Term q);            // an expression whose value is the quoted form

    // --- building core (build.cpp) ---------------------------------------------------------------------
    Place place(Term meta);
    Place here() const { return Place{env.line, 0, file_index_}; }
    Expr* literal(Term t, Place at);             // copies into the module's arena
    Expr* literal_raw(Term t, Place at);         // is there already, or immediate
    Expr* var(VarId id, Place at);
    Expr* sequence(Exprs exprs, Place at);
    Expr* cons(Expr* head, Expr* tail, Place at);
    Expr* list_of(std::span<Expr* const> elements, Expr* tail, Place at);
    Expr* tuple_of(Exprs elements, Place at);
    Expr* call_remote(Term module, Term function, Exprs args, Place at);
    Expr* erlang(std::string_view function, Exprs args, Place at);
    Expr* match_expr(Pattern* p, Expr* value, Place at);
    Expr* case_expr(Expr* subject, Clauses clauses, Place at);
    Clause clause(Patterns patterns, Expr* body, Place at);
    VarId fresh(Place at);                       // a variable no program can name
    VarId bind(VarKey key, Place at, bool silent);
    Term local(std::string_view text) { return s.atom(text); }

    // --- variables -------------------------------------------------------------------------------------
    static VarKey var_key(Term q);
    const VarNode* prematch = nullptr;           // the scope before the pattern being expanded
    bool in_pattern_key = false;                 // a pin stands for its value there
    bool in_pattern() const { return env.context == Context::Match; }

    // --- messages (messages.cpp) -----------------------------------------------------------------------
    Session::FailAwaiter fail(Term meta, std::string_view description, diag::Kind kind = diag::Kind::CompileError);
    Session::FailAwaiter fail_at(std::uint32_t line, std::string_view description);
    // True: the error is recorded and the caller goes on with something in its place.
    bool report_soft(Term meta, std::string_view description, diag::Kind kind);
    // As expand(); while all errors are looked for, one that fails is reported and stands for nil.
    Task<Expr*> expand_or_report(Term q);
    // `needle`: the word of the line that the warning is about.
    void warn(Term meta, diag::Kind kind, std::string message, std::string_view needle = {});
    void warn_at(Place at, diag::Kind kind, std::string message, std::string_view needle = {});
    std::string where();                         // Mod.fun/1, or nothing outside functions
    std::shared_ptr<LexicalTracker> tracker() { return s.state.tracker(env.lexical_tracker); }
    // `Mod.fun` or an operator that stands where it means nothing; empty for others.
    static std::string misplaced(Term name, std::size_t arity);
    Task<std::string> show(Term quoted);         // Macro.to_string
    void warn_ignored_operator(Term q);
    Task<std::string> inspected(Term term);      // inspect, for what is no quoted form
    std::string show_atom(Term atom);            // as inspect
    std::string show_name(Term name, std::size_t arity);  // name/arity
    std::string show_call(Term module, Term name, std::uint32_t arity);  // Mod.fun/1
    void warn_unused(std::size_t from);
    Term env_term();                             // %Macro.Env{} of here

    std::uint16_t file_index_ = 0;
    std::uint16_t file_index(std::string_view name);
    void set_file();                             // after env.file has been set
    void set_file(std::string_view name) { file_index_ = file_index(name); }
};

// A special form's name that macros and functions cannot have.
bool is_special_form(Term name, std::uint32_t arity);
// Name of the function behind a macro.
std::string macro_function_name(std::string_view name);

}  // namespace vial::expand

// compiler/parse/parser_internal.h: the parser's state and routines.
// Here: class Parser, shared by expression.cpp (operators), operand.cpp (what they stand between),
//       call.cpp (arguments), container.cpp, block.cpp (do, fn, parentheses, ->), quoted.cpp
//       (strings, sigils, atoms), build.cpp (quoted forms and metadata), report.cpp (errors).
// Not here: the public face (parser.h), precedence (precedence.h).
// Threads: one owner.
// Holds: a routine that meets an error reports it and awaits Stop; none goes on after that.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compiler/parse/parser.h"
#include "compiler/parse/routine.h"

namespace vial {

// How an expression may go on: Elixir's grammar keeps these three apart.
enum class Shape : std::uint8_t {
    Matched,    // closed: may stand anywhere
    Unmatched,  // ends in do ... end: not an argument of a call without parentheses
    Open,       // ends in a call without parentheses of several arguments: takes every comma
};

struct Node {
    Term term;
    Shape shape = Shape::Matched;
    bool name = false;       // a name, alias or call by itself: may name a struct, stand in a map
    bool alias = false;
    bool accessible = false; // may be followed by [key] whatever the space between
    bool atom = false;       // which no alias may follow: `:a.B`
    bool arguments = false;  // (a, b) before ->: term is the list of arguments
    bool empty_paren = false;  // () , which are no arguments before ->
};

struct ArgumentList {
    Term list = Term::nil();
    std::uint32_t count = 0;
    bool open = false;  // of several arguments, or ends in a call of several
};

// One item between separators where clauses may stand: an expression or `arguments -> body`.
struct Clause {
    Term term;               // the expression, or the list of arguments
    bool arrow = false;
    bool arguments = false;  // (a, b) in parentheses that an arrow must follow
    Term meta = Term::nil();    // of the arrow
    Term body = Term::nil();    // of an arrow: what stands right behind it
    std::uint32_t line = 0;     // of the arrow
    std::uint32_t column = 0;
};

class Parser {
  public:
    Parser(LexResult& lexed, const ParseOptions& options, AtomTable& atoms, TermArena& arena)
        : tokens_(lexed.tokens), strings_(lexed.strings), options_(options), atoms_(atoms),
          arena_(arena), routines_(kMaxParseDepth) {}

    bool parse(Term& out);
    std::vector<LexWarning>& warnings() { return warnings_; }
    SyntaxError& error() { return error_; }
    RoutineStack& routines() { return routines_; }

  private:
    template <class T>
    using Task = Routine<T>;

    // --- tokens -----------------------------------------------------------------------------------
    const Token& peek() const { return tokens_[at_]; }
    Tok kind() const { return tokens_[at_].kind; }
    const Token& take() {
        last_ = at_;
        return tokens_[at_++];
    }
    // A string's token and, with it, the tokens of its interpolations.
    const Token& take_quoted() {
        last_ = at_;
        const Token& t = tokens_[at_];
        at_ = strings_[t.extra].after;
        return t;
    }
    // Newlines right behind, which mean nothing there; how many.
    std::uint32_t skip_eol() { return kind() == Tok::Eol ? take().extra : 0; }
    bool at_separator() const { return kind() == Tok::Eol || kind() == Tok::Semicolon; }
    const Token& take_separator();
    static bool starts_operand(Tok k);
    bool is_cursor(Term node);
    static bool is_key(Tok k) { return k == Tok::Kw || k == Tok::KwQuoted || k == Tok::KwParts; }
    bool ends_clauses() const;

    // --- errors (report.cpp) ------------------------------------------------------------------------
    Stop unexpected() { return unexpected_at(peek()); }
    Stop unexpected_at(const Token& token);
    Stop refuse(const Token& token, std::string message, std::string shown);
    Stop refuse_at(std::uint32_t line, std::uint32_t column, std::string message,
                   std::string shown);
    Stop refuse_form(Term form, std::string message);
    std::string shown(const Token& token) const;
    std::string shown_parts(const StringData& data) const;
    std::string shown_atom(std::string_view text) const;
    Stop key_after_operand();
    Stop open_in_container(Term form);
    Stop open_in_arguments(Term form);
    Stop after_keywords(const Token& comma, bool call);

    // --- programs and blocks (block.cpp) -------------------------------------------------------------
    Task<Term> program();
    Task<Node> parenthesised(bool clause_start);
    Task<Node> anonymous_function();
    Task<Term> do_block();
    Task<Term> section();
    Task<std::vector<Clause>> clauses(bool in_parens);
    Task<Clause> clause(bool in_parens);
    Task<Clause> guarded(Term arguments);
    Task<Clause> arrow(Term arguments);
    bool collect(std::vector<Clause>& items, Term& out, bool& arrows);
    Term unwrap_when(Term arguments);

    // --- expressions (expression.cpp) ------------------------------------------------------------------
    Task<Node> expression(std::uint16_t least, bool allow_do, bool clause_start = false);
    Task<Node> binary_rest(Node left, std::uint16_t least, bool allow_do);
    Task<Node> prefixed(bool allow_do, bool allow_access);
    Task<Node> attribute(bool allow_do, bool allow_access);

    // --- operands (operand.cpp) ---------------------------------------------------------------------------
    bool simple_operand(Node& out);
    Task<Node> operand(bool allow_do, bool clause_start, bool allow_access);
    Task<Node> primary(bool allow_do, bool clause_start);
    Task<Node> access(Node left, bool allow_do);
    Task<Node> dotted(Node left, bool allow_do);
    Task<Term> bracket(Term left);

    // --- calls (call.cpp) ---------------------------------------------------------------------------------
    Task<Node> name_or_call(Term target, Term dot_meta, bool allow_do);
    Task<Node> parens_call(Term head, Term meta, bool allow_do);
    Task<Node> call_with_block(Term head, Term meta, Term arguments);
    Task<ArgumentList> open_arguments();
    Task<ArgumentList> arguments_from(Node first);
    Task<Term> paren_arguments(Term& meta);
    Task<Term> open_keywords();
    Task<Term> keywords(bool call);
    Task<Term> key();

    // --- containers (container.cpp) ------------------------------------------------------------------------
    Task<Node> list();
    Task<Node> tuple();
    Task<Node> bitstring();
    Task<Node> map();
    Task<Node> structure();
    Task<Term> map_body();
    Task<Term> map_pairs(Node first, bool has_first);
    Task<std::vector<Term>> elements(Tok close, bool splice_keywords);
    Task<Term> element();

    // --- quoted things (quoted.cpp) ---------------------------------------------------------------------------
    Task<Node> quoted();
    Task<Term> charlist(const Token& token);
    Task<Term> sigil(const Token& token);
    Task<Term> parts(const Token& token, bool as_binary);
    Task<Term> atom_of_parts(const Token& token, bool key);

    // --- building (build.cpp) ------------------------------------------------------------------------------------
    Term atom(std::string_view text);
    Term name_atom(const Token& token);
    Term meta(const Token& token) { return meta_at(token.line, token.column); }
    Term meta_at(std::uint32_t line, std::uint32_t column);
    Term place(const Token& token);
    Term pair(Term key, Term value) { return arena_.tuple({key, value}); }
    Term with(Term key, Term value, Term meta) { return arena_.cons(pair(key, value), meta); }
    Term form(Term head, Term meta, Term arguments) {
        return arena_.tuple({head, meta, arguments});
    }
    Term list_of(const std::vector<Term>& items) {
        return arena_.list(std::span<const Term>(items));
    }
    Term append(Term list, Term tail);
    Term literal(Term value, Term meta);
    Term closing(const Token& close, Term meta);
    Term newlines(std::uint32_t count, Term meta);
    bool binary_form(const Token& op, std::uint32_t newlines_behind, Term left, Term right,
                     Term& out);
    Term in_form(const Token& op, std::uint32_t newlines_behind, Term left, Term right);
    Term prefix_form(const Token& op, Term operand);
    Term number(const Token& token);
    Term number_value(const Token& token);  // not wrapped: the n of &n
    Term block(const std::vector<Term>& items);
    Term end_of_expression(Term term, const Token& separator);
    Term alias_form(Term left, const Token& dot, const Token& name);
    Term charlist_of(std::string_view text);
    static bool is_form(Term t) { return is_tuple_of(t, 3) && tuple_element(t, 1).is_list(); }
    bool is_call_of(Term t, std::string_view name, std::size_t arity) const;

    std::vector<Token>& tokens_;
    std::vector<StringData>& strings_;
    std::vector<LexWarning> warnings_;
    const ParseOptions& options_;
    AtomTable& atoms_;
    TermArena& arena_;
    RoutineStack routines_;
    SyntaxError error_;
    std::size_t at_ = 0;
    std::size_t last_ = 0;  // token taken last
    bool names_struct_ = false;  // in %name: a brace behind the name is no argument of it
    // The metadata made last, which the next token of the line shares.
    std::uint32_t meta_line_ = 0;
    Term meta_term_;
};

}  // namespace vial

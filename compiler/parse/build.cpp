// compiler/parse/build.cpp: quoted forms and their metadata.
// Here: what the routines of the grammar put together.
// Not here: the grammar.
// Threads: one owner.
// Holds: metadata has the same entries in the same order as the reference's.
#include "compiler/parse/parser_internal.h"

namespace vial {

Term Parser::atom(std::string_view text) {
    if (!options_.existing_atoms_only) {
        if (const auto made = atoms_.try_intern(text)) return *made;
        if (error_.message.empty()) {
            refuse_at(tokens_[last_].line, tokens_[last_].column, "the atom table is full: ",
                      std::string(text));
        }
        return Term::nil();
    }
    if (const auto found = atoms_.find(text)) return *found;
    if (error_.message.empty()) {
        refuse_at(peek().line, peek().column, "unsafe atom does not exist: ", std::string(text));
    }
    return Term::nil();
}

// The atom that a token of the text names. For static_atoms_encoder all but operators are left as
// {static_marker, place, text}.
Term Parser::name_atom(const Token& token) {
    const bool quoted = token.kind == Tok::AtomQuoted || token.kind == Tok::KwQuoted;
    const char first = token.text.empty() ? 'a' : token.text[0];
    const bool word = quoted || (first & 0x80) != 0 || first == '_' || static_cast<unsigned char>((first | 32) - 'a') < 26;
    if (options_.static_marker != kNoTerm && word) {
        Term at = with(atom("column"), Term::small(token.column), Term::nil());
        at = with(atom("line"), Term::small(token.line), at);
        return arena_.tuple({options_.static_marker, at, arena_.binary(token.text)});
    }
    if (options_.existing_atoms_only && !atoms_.find(token.text) && error_.message.empty()) {
        refuse_at(token.line, token.column, "unsafe atom does not exist: ", std::string(token.text));
        return Term::nil();
    }
    return atom(token.text);
}

Term Parser::meta_at(std::uint32_t line, std::uint32_t column) {
    if (!options_.columns && line == meta_line_) return meta_term_;
    Term m = Term::nil();
    if (options_.keep_file != kNoTerm) {
        m = with(atom("keep"), pair(options_.keep_file, Term::small(line)), m);
    }
    if (options_.columns) m = with(atom("column"), Term::small(column), m);
    m = with(atom("line"), Term::small(line), m);
    meta_line_ = line;
    meta_term_ = m;
    return m;
}

// [line: l, column: c] inside metadata.
Term Parser::place(const Token& token) {
    Term m = Term::nil();
    if (options_.columns) m = with(atom("column"), Term::small(token.column), m);
    return with(atom("line"), Term::small(token.line), m);
}

Term Parser::append(Term list, Term tail) {
    std::vector<Term> items;
    for (; list.is_cons(); list = list.tail()) items.push_back(list.head());
    return arena_.list(std::span<const Term>(items), tail);
}

Term Parser::literal(Term value, Term m) {
    if (options_.literal_marker == kNoTerm) return value;
    return form(options_.literal_marker, m, arena_.list({value}));
}

Term Parser::closing(const Token& close, Term m) {
    if (!options_.token_metadata) return m;
    return with(atom("closing"), place(close), m);
}

Term Parser::newlines(std::uint32_t count, Term m) {
    if (!options_.token_metadata || count == 0) return m;
    return with(atom("newlines"), Term::small(count), m);
}

Term Parser::end_of_expression(Term term, const Token& separator) {
    if (!options_.token_metadata || !is_form(term)) return term;
    Term about = place(separator);
    about = with(atom("newlines"), Term::small(separator.extra), about);
    return form(tuple_element(term, 0),
                with(atom("end_of_expression"), about, tuple_element(term, 1)),
                tuple_element(term, 2));
}

bool Parser::is_call_of(Term t, std::string_view name, std::size_t arity) const {
    if (!is_form(t) || !tuple_element(t, 0).is_atom()) return false;
    if (atoms_.text(tuple_element(t, 0)) != name) return false;
    Term arguments = tuple_element(t, 2);
    for (; arity > 0 && arguments.is_cons(); --arity) arguments = arguments.tail();
    return arity == 0 && arguments.is_nil();
}

Term Parser::number_value(const Token& token) {
    std::string digits;
    std::string_view text = token.text;
    int base = 10;
    if (token.kind == Tok::Int && text.size() > 2 && text[0] == '0') {
        base = text[1] == 'x' ? 16 : text[1] == 'o' ? 8 : text[1] == 'b' ? 2 : 10;
        if (base != 10) text.remove_prefix(2);
    }
    for (const char c : text) {
        if (c != '_') digits.push_back(c);
    }
    return token.kind == Tok::Int ? arena_.integer(digits, base)
                                  : arena_.floating(std::strtod(digits.c_str(), nullptr));
}

Term Parser::number(const Token& token) {
    const Term value = number_value(token);
    if (options_.literal_marker == kNoTerm) return value;
    return literal(value, with(atom("token"), arena_.binary(token.text), meta(token)));
}

// One expression is itself, but for those that may not stand alone in what a macro makes of it.
Term Parser::block(const std::vector<Term>& items) {
    if (items.size() == 1) {
        const Term only = items[0];
        const bool kept = is_call_of(only, "unquote_splicing", 1) || is_call_of(only, "not", 1) ||
                          is_call_of(only, "!", 1);
        if (!kept) return only;
    }
    return form(atom("__block__"), Term::nil(), list_of(items));
}

Term Parser::prefix_form(const Token& op, Term operand) {
    if (op.kind != Tok::Ternary) {
        return form(atom(op.text), meta(op), arena_.list({operand}));
    }
    // &//2 names the function /.
    const Term left = form(atom("/"), meta(op), atom("nil"));
    return form(atom("/"), meta_at(op.line, op.column + 1), arena_.list({left, operand}));
}

Term Parser::in_form(const Token& op, std::uint32_t behind, Term left, Term right) {
    const Term plain = meta(op);
    const bool joined = op.text == "not in";
    const Term m = joined ? plain : newlines(behind != 0 ? behind : op.extra, plain);
    const Term in = atom("in");
    Term negated = kNoTerm;
    if (joined) {
        negated = atom("not");
    } else if (is_call_of(left, "not", 1) || is_call_of(left, "!", 1)) {
        if (atoms_.text(tuple_element(left, 0)) == "not") {
            warnings_.push_back({op.line, op.column, "\"not expr1 in expr2\" is deprecated, use \"expr1 not in expr2\" instead"});
        }
        negated = tuple_element(left, 0);
        left = tuple_element(left, 2).head();
    }
    const Term inner = form(in, m, arena_.list({left, right}));
    if (negated == kNoTerm) return inner;
    return form(negated, m, arena_.list({inner}));
}

bool Parser::binary_form(const Token& op, std::uint32_t behind, Term left, Term right, Term& out) {
    if (op.kind == Tok::In) {
        out = in_form(op, behind, left, right);
        return true;
    }
    if (op.kind == Tok::Ternary) {
        if (!is_call_of(left, "..", 2)) {
            refuse_at(op.line, op.column,
                      "the range step operator (//) must immediately follow the range definition "
                      "operator (..), for example: 1..9//2. If you wanted to define a default "
                      "argument, use (\\\\) instead. Syntax error before: ",
                      "'//'");
            return false;
        }
        out = form(atom("..//"), tuple_element(left, 1),
                   append(tuple_element(left, 2), arena_.list({right})));
        return true;
    }
    if (op.kind == Tok::Match) behind = 0;
    const Term m = newlines(behind != 0 ? behind : op.extra, meta(op));
    out = form(atom(op.text), m, arena_.list({left, right}));
    return true;
}

// left.Name
Term Parser::alias_form(Term left, const Token& dot, const Token& name) {
    const Term head = atom("__aliases__");
    const Term last = arena_.list({name_atom(name)});
    const bool joins = is_form(left) && tuple_element(left, 0) == head;
    Term m = meta(dot);
    Term parts = arena_.cons(left, last);
    if (joins) {
        m = tuple_element(left, 1);
        if (options_.token_metadata) m = m.tail();
        parts = append(tuple_element(left, 2), last);
    }
    if (options_.token_metadata) m = with(atom("last"), place(name), m);
    return form(head, m, parts);
}

}  // namespace vial

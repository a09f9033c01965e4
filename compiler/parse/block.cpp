// compiler/parse/block.cpp: programs, parentheses, fn, do blocks, clauses.
// Here: sequences of expressions and of `arguments -> body`.
// Not here: expressions (expression.cpp).
// Threads: one owner.
// Holds: whether a sequence is clauses is known at its end: what stands behind an arrow up to the
//        next one is that clause's body.
#include "compiler/parse/parser_internal.h"
#include "compiler/parse/precedence.h"

namespace vial {

using precedence::kLowest;

// A newline, a semicolon, or both in this order; the first is what metadata tells of.
const Token& Parser::take_separator() {
    const Token& first = take();
    if (first.kind == Tok::Eol && kind() == Tok::Semicolon) take();
    return first;
}

bool Parser::ends_clauses() const {
    const Tok k = tokens_[at_].kind;
    return k == Tok::CloseParen || k == Tok::EndWord || k == Tok::BlockWord || k == Tok::End;
}

// A file or an interpolation, up to its End.
Parser::Task<Term> Parser::program() {
    std::vector<Term> items;
    if (kind() == Tok::End) co_return form(atom("__block__"), Term::nil(), Term::nil());
    if (at_separator()) {
        const Token& separator = take_separator();
        if (kind() == Tok::End) {
            co_return form(atom("__block__"), meta(separator), Term::nil());
        }
    }
    while (true) {
        const Node node = co_await expression(kLowest, true);
        items.push_back(node.term);
        if (!at_separator()) break;
        const Token& separator = take_separator();
        if (kind() == Tok::End) break;
        items.back() = end_of_expression(items.back(), separator);
    }
    if (kind() != Tok::End) co_await unexpected();
    co_return block(items);
}

// Parentheses are a value, a block, clauses, or the arguments before an arrow.
Parser::Task<Node> Parser::parenthesised(bool clause_start) {
    const Token open = take();
    Node node;
    node.accessible = true;
    skip_eol();
    if (kind() == Tok::CloseParen) {
        take();
        node.term = form(atom("__block__"), Term::nil(), Term::nil());
        node.empty_paren = true;
        if (kind() != Tok::When && kind() != Tok::Stab) {
            warnings_.push_back({open.line, open.column,
                                 "invalid expression (). If you want to invoke or define a function, make sure there are no spaces between the "
                                 "function name and its arguments. If you wanted to pass an empty block or code, pass a value instead, such as "
                                 "a nil or an atom"});
        }
        co_return node;
    }
    bool separated = kind() == Tok::Semicolon;
    if (separated) take();
    if (separated && kind() == Tok::CloseParen) {
        const Term m = closing(take(), meta(open));
        node.term = form(atom("__block__"), m, Term::nil());
        co_return node;
    }
    std::vector<Clause> items = co_await clauses(true);
    if (kind() != Tok::CloseParen) co_await unexpected();
    if (items.back().arguments) {
        const bool alone = items.size() == 1 && !separated && tokens_[last_].kind != Tok::Semicolon;
        if (!alone || !clause_start) co_await unexpected();
        take();
        node.term = items[0].term;
        node.arguments = true;
        co_return node;
    }
    const Token& close = take();
    bool arrows = false;
    if (!collect(items, node.term, arrows)) co_await Stop{routines_};
    if (!arrows && is_form(node.term) && tuple_element(node.term, 0) == atom("__block__")) {
        const Term m = closing(close, meta(open));
        std::vector<Term> all;
        for (Term t = tuple_element(node.term, 1); t.is_cons(); t = t.tail()) {
            all.push_back(t.head());
        }
        node.term = form(tuple_element(node.term, 0),
                         arena_.list(std::span<const Term>(all), m), tuple_element(node.term, 2));
    }
    co_return node;
}

Parser::Task<Node> Parser::anonymous_function() {
    const Token open = take();
    std::uint32_t behind = 0;
    if (at_separator()) behind = take_separator().extra;
    std::vector<Clause> items = co_await clauses(false);
    if (kind() != Tok::EndWord) co_await unexpected();
    if (items.back().arguments) co_await unexpected();
    Node node;
    node.accessible = true;
    bool arrows = false;
    Term inside;
    if (!collect(items, inside, arrows)) co_await Stop{routines_};
    if (!arrows) {
        co_await refuse(open, "expected anonymous functions to be defined with -> inside: ",
                        "'fn'");
    }
    node.term = form(atom("fn"), newlines(behind, closing(take(), meta(open))), inside);
    co_return node;
}

// From `do` to `end`: the list of sections.
Parser::Task<Term> Parser::do_block() {
    const Token open = take();
    std::vector<Term> sections;
    if (at_separator()) take_separator();
    Term key = literal(atom("do"), meta(open));
    while (true) {
        const Term inside = co_await section();
        sections.push_back(pair(key, inside));
        if (kind() != Tok::BlockWord) break;
        const Token& word = take();
        key = literal(atom(word.text), meta(word));
        if (at_separator()) take_separator();
    }
    if (kind() != Tok::EndWord) co_await unexpected();
    take();
    co_return list_of(sections);
}

// What stands in one section of a do block.
Parser::Task<Term> Parser::section() {
    if (kind() == Tok::EndWord || kind() == Tok::BlockWord) {
        co_return form(atom("__block__"), Term::nil(), Term::nil());
    }
    std::vector<Clause> items = co_await clauses(false);
    if (items.back().arguments) co_await unexpected();
    Term inside;
    bool arrows = false;
    if (!collect(items, inside, arrows)) co_await Stop{routines_};
    co_return inside;
}

// At least one item, up to what ends them.
Parser::Task<std::vector<Clause>> Parser::clauses(bool in_parens) {
    std::vector<Clause> items;
    while (true) {
        Clause next = co_await clause(in_parens);
        items.push_back(next);
        if (!at_separator()) break;
        const Token& separator = take_separator();
        if (ends_clauses()) {
            const bool both = separator.kind == Tok::Eol && tokens_[last_].kind == Tok::Semicolon;
            if (both && kind() == Tok::CloseParen) co_await unexpected();
            break;
        }
        Clause& done = items.back();
        if (done.arguments) co_await unexpected();
        if (done.arrow && is_form(done.body)) {
            done.body = end_of_expression(done.body, separator);
        } else if (done.arrow) {
            const Term marked = form(Term::nil(), done.meta, Term::nil());
            done.meta = tuple_element(end_of_expression(marked, separator), 1);
        } else {
            done.term = end_of_expression(done.term, separator);
        }
    }
    co_return items;
}

Parser::Task<Clause> Parser::clause(bool in_parens) {
    Clause item;
    if (kind() == Tok::Stab) co_return co_await arrow(Term::nil());
    if (is_key(kind())) {
        const Term keywords = co_await open_keywords();
        item.term = arena_.list({keywords});
    } else {
        const Node node = co_await expression(kLowest, true, kind() == Tok::OpenParen);
        if (node.arguments) {
            if (kind() == Tok::When) co_return co_await guarded(node.term);
            if (kind() == Tok::Stab) co_return co_await arrow(node.term);
            co_await unexpected();
        }
        if (node.empty_paren) {
            if (kind() == Tok::When) co_return co_await guarded(Term::nil());
            if (kind() == Tok::Stab) co_return co_await arrow(Term::nil());
        }
        const bool more = kind() == Tok::Comma && node.shape == Shape::Matched;
        if (!more && (kind() != Tok::Stab || node.shape == Shape::Unmatched)) {
            item.term = node.term;
            co_return item;
        }
        const ArgumentList arguments = co_await arguments_from(node);
        item.term = arguments.list;
    }
    if (kind() == Tok::Stab) co_return co_await arrow(unwrap_when(item.term));
    if (in_parens && kind() == Tok::Eol && tokens_[at_ + 1].kind != Tok::CloseParen) take();
    const bool closes = kind() == Tok::CloseParen || kind() == Tok::Eol;
    if (!closes || !in_parens) co_await unexpected();
    item.arguments = true;
    co_return item;
}

// (arguments) when guard -> body
Parser::Task<Clause> Parser::guarded(Term arguments) {
    const Token op = take();
    skip_eol();
    const Node guard = co_await expression(kLowest, true);
    if (kind() != Tok::Stab) co_await unexpected();
    const Term inside = append(arguments, arena_.list({guard.term}));
    const Term whole = form(atom("when"), meta(op), inside);
    const Term wrapped = arena_.list({whole});
    co_return co_await arrow(wrapped);
}

// At the arrow.
Parser::Task<Clause> Parser::arrow(Term arguments) {
    const Token op = take();
    const std::uint32_t behind = skip_eol();
    Clause item;
    item.arrow = true;
    item.term = arguments;
    item.meta = newlines(behind != 0 ? behind : op.extra, meta(op));
    item.line = op.line;
    item.column = op.column;
    if (ends_clauses() || kind() == Tok::Semicolon) {
        item.body = atom("nil");
        co_return item;
    }
    const Node body = co_await expression(kLowest, true);
    item.body = body.term;
    co_return item;
}

// f a, b when c -> ...: the guard, bound to the last argument, belongs to all of them.
Term Parser::unwrap_when(Term arguments) {
    std::vector<Term> items;
    for (Term t = arguments; t.is_cons(); t = t.tail()) items.push_back(t.head());
    const Term last = items.back();
    if (!is_call_of(last, "when", 2)) return arguments;
    items.pop_back();
    for (Term t = tuple_element(last, 2); t.is_cons(); t = t.tail()) items.push_back(t.head());
    const Term whole = form(tuple_element(last, 0), tuple_element(last, 1), list_of(items));
    return arena_.list({whole});
}

// The list of clauses, or the block of expressions.
bool Parser::collect(std::vector<Clause>& items, Term& out, bool& arrows) {
    arrows = items[0].arrow;
    std::vector<Term> done;
    std::vector<Term> body;
    if (!arrows) {
        for (const Clause& item : items) {
            if (item.arrow) {
                refuse_at(item.line, options_.columns ? item.column : 0,
                          "unexpected operator ->. If you want to define multiple clauses, the "
                          "first expression must use ->. Syntax error before: ",
                          "'->'");
                return false;
            }
            body.push_back(item.term);
        }
        out = block(body);
        return true;
    }
    for (std::size_t i = 0; i < items.size();) {
        const Clause& head = items[i];
        body.assign(1, head.body);
        for (++i; i < items.size() && !items[i].arrow; ++i) body.push_back(items[i].term);
        done.push_back(form(atom("->"), head.meta, arena_.list({head.term, block(body)})));
    }
    out = list_of(done);
    return true;
}

}  // namespace vial

// compiler/parse/container.cpp: lists, tuples, bitstrings, maps, structs.
// Here: what stands between their brackets.
// Not here: keyword pairs (call.cpp).
// Threads: one owner.
// Holds: newlines may stand behind the opening bracket and before the closing one.
#include "compiler/parse/parser_internal.h"
#include "compiler/parse/precedence.h"

namespace vial {

using precedence::kLowest;

Parser::Task<Term> Parser::element() {
    const Node node = co_await expression(kLowest, true);
    if (node.shape == Shape::Open) co_await open_in_container(node.term);
    co_return node.term;
}

// Up to the closing bracket, which is left to the caller. Keywords come last, as one list or as
// so many elements.
Parser::Task<std::vector<Term>> Parser::elements(Tok close, bool splice_keywords) {
    std::vector<Term> items;
    while (kind() != close) {
        if (is_key(kind()) && (!items.empty() || splice_keywords)) {
            Term pairs = co_await keywords(false);
            if (!splice_keywords) {
                items.push_back(pairs);
            } else {
                for (; pairs.is_cons(); pairs = pairs.tail()) items.push_back(pairs.head());
            }
            break;
        }
        items.push_back(co_await element());
        if (kind() != Tok::Comma) break;
        take();
    }
    skip_eol();
    if (kind() != close) co_await unexpected();
    co_return items;
}

Parser::Task<Node> Parser::list() {
    const Token open = take();
    const std::uint32_t behind = skip_eol();
    std::vector<Term> items = co_await elements(Tok::CloseBracket, true);
    Node node;
    node.accessible = true;
    node.term = literal(list_of(items), newlines(behind, closing(take(), meta(open))));
    co_return node;
}

Parser::Task<Node> Parser::tuple() {
    const Token open = take();
    const std::uint32_t behind = skip_eol();
    std::vector<Term> items = co_await elements(Tok::CloseCurly, false);
    const Term m = newlines(behind, closing(take(), meta(open)));
    Node node;
    node.accessible = true;
    node.term = items.size() == 2 ? literal(pair(items[0], items[1]), m)
                                  : form(atom("{}"), m, list_of(items));
    co_return node;
}

Parser::Task<Node> Parser::bitstring() {
    const Token open = take();
    const std::uint32_t behind = skip_eol();
    std::vector<Term> items = co_await elements(Tok::CloseBits, false);
    Node node;
    node.accessible = true;
    node.term = form(atom("<<>>"), newlines(behind, closing(take(), meta(open))), list_of(items));
    co_return node;
}

Parser::Task<Node> Parser::map() {
    take();
    Node node;
    node.accessible = true;
    node.term = co_await map_body();
    co_return node;
}

// %name{...}: the name is an alias, a name or call, or @, ^ and the like before one.
Parser::Task<Node> Parser::structure() {
    const Token percent = take();
    std::vector<Token> prefixes;
    while (kind() == Tok::At || kind() == Tok::Unary || kind() == Tok::Dual) {
        prefixes.push_back(take());
        skip_eol();
    }
    const bool atom_name = kind() == Tok::Atom || kind() == Tok::AtomQuoted;
    names_struct_ = true;
    Node name = co_await operand(false, false, true);
    names_struct_ = false;
    if (!name.name && !name.alias && !atom_name) co_await unexpected();
    while (!prefixes.empty()) {
        name.term = prefix_form(prefixes.back(), name.term);
        prefixes.pop_back();
    }
    skip_eol();
    if (kind() != Tok::OpenCurly) co_await unexpected();
    const Term body = co_await map_body();
    Node node;
    node.accessible = true;
    node.term = form(atom("%"), meta(percent), arena_.list({name.term, body}));
    co_return node;
}

// At the brace.
Parser::Task<Term> Parser::map_body() {
    const Token open = take();
    const std::uint32_t behind = skip_eol();
    Term inside = Term::nil();
    if (is_key(kind())) {
        inside = co_await keywords(false);
    } else if (kind() != Tok::CloseCurly) {
        const Node first = co_await expression(precedence::kAbovePipe, true);
        if (kind() == Tok::Pipe && first.shape != Shape::Open) {
            const Token op = take();
            const std::uint32_t op_behind = skip_eol();
            Term pairs;
            if (is_key(kind())) {
                pairs = co_await keywords(false);
            } else {
                pairs = co_await map_pairs(Node{}, false);
            }
            Term update;
            binary_form(op, op_behind, first.term, pairs, update);
            inside = arena_.list({update});
        } else {
            Node key = first;
            if (precedence::binary(kind()).level != 0) {
                key = co_await binary_rest(first, kLowest, true);
            }
            inside = co_await map_pairs(key, true);
        }
    }
    skip_eol();
    if (kind() != Tok::CloseCurly) co_await unexpected();
    co_return form(atom("%{}"), newlines(behind, closing(take(), meta(open))), inside);
}

// key => value pairs, keywords at the end.
Parser::Task<Term> Parser::map_pairs(Node first, bool has_first) {
    std::vector<Term> items;
    while (true) {
        if (is_key(kind()) && !items.empty()) {
            Term pairs = co_await keywords(false);
            for (; pairs.is_cons(); pairs = pairs.tail()) items.push_back(pairs.head());
            break;
        }
        Node k = first;
        if (!has_first) k = co_await expression(kLowest, true);
        has_first = false;
        if (kind() == Tok::Assoc && k.shape != Shape::Open) {
            take();
            skip_eol();
            const Node value = co_await expression(kLowest, true);
            if (value.shape == Shape::Open) co_await unexpected();
            items.push_back(pair(k.term, value.term));
        } else if (k.name && k.shape == Shape::Matched) {
            items.push_back(k.term);
        } else {
            co_await unexpected();
        }
        if (kind() != Tok::Comma) break;
        take();
        if (kind() == Tok::CloseCurly) break;
    }
    co_return list_of(items);
}

}  // namespace vial

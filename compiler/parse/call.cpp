// compiler/parse/call.cpp: names, calls and their arguments.
// Here: calls with and without parentheses, keywords, the do block behind a call.
// Not here: the block itself (block.cpp).
// Threads: one owner.
// Holds: arguments without parentheses never take a do block: it belongs to the outermost call.
#include "compiler/parse/parser_internal.h"
#include "compiler/parse/precedence.h"

namespace vial {

using precedence::kLowest;

// A name, alone or called; behind a dot when `target` is given.
Parser::Task<Node> Parser::name_or_call(Term target, Term dot_meta, bool allow_do) {
    const Token token = take();
    const Term name = name_atom(token);
    const bool remote = target != kNoTerm;
    const Term head = remote ? form(atom("."), dot_meta, arena_.list({target, name})) : name;
    Term m = meta(token);
    if (token.kind == Tok::ParenIdentifier) co_return co_await parens_call(head, m, allow_do);
    Node node;
    node.name = true;
    const bool called = token.kind == Tok::OpIdentifier ||
                        (token.kind == Tok::Identifier && starts_operand(kind()) &&
                         !(names_struct_ && kind() == Tok::OpenCurly));
    if (called) {
        names_struct_ = false;
        const ArgumentList arguments = co_await open_arguments();
        if (arguments.open) node.shape = Shape::Open;
        if (allow_do && kind() == Tok::Do) {
            co_return co_await call_with_block(head, m, arguments.list);
        }
        if (token.kind == Tok::OpIdentifier && arguments.count == 1 && !remote) {
            m = with(atom("ambiguous_op"), atom("nil"), m);
        }
        node.term = form(head, m, arguments.list);
        co_return node;
    }
    if (token.kind == Tok::DoIdentifier && allow_do) {
        co_return co_await call_with_block(head, m, Term::nil());
    }
    node.accessible = token.kind == Tok::BracketIdentifier;
    node.term = remote ? form(head, with(atom("no_parens"), atom("true"), m), Term::nil())
                       : form(head, m, atom("nil"));
    co_return node;
}

// At the opening parenthesis of head(...).
Parser::Task<Node> Parser::parens_call(Term head, Term m, bool allow_do) {
    Node node;
    node.accessible = true;
    node.name = true;
    Term arguments = co_await paren_arguments(m);
    if (kind() == Tok::OpenParen) {
        head = form(head, m, arguments);
        arguments = co_await paren_arguments(m);
    }
    if (allow_do && kind() == Tok::Do) co_return co_await call_with_block(head, m, arguments);
    node.term = form(head, m, arguments);
    co_return node;
}

// At `do`.
Parser::Task<Node> Parser::call_with_block(Term head, Term m, Term arguments) {
    const Token open = peek();
    const Term sections = co_await do_block();
    if (options_.token_metadata) {
        m = with(atom("end"), place(tokens_[last_]), m);
        m = with(atom("do"), place(open), m);
    }
    Node node;
    node.shape = Shape::Unmatched;
    node.term = form(head, m, append(arguments, arena_.list({sections})));
    co_return node;
}

// Arguments of a call without parentheses.
Parser::Task<ArgumentList> Parser::open_arguments() {
    if (is_key(kind())) {
        ArgumentList only;
        const Term keywords = co_await open_keywords();  // apart: g++ 12 cannot await in a braced list
        only.list = arena_.list({keywords});
        only.count = 1;
        co_return only;
    }
    const Token start = peek();
    const Node first = co_await expression(kLowest, false, start.kind == Tok::OpenParen);
    if (first.arguments) {
        co_await refuse(start,
                        "unexpected parentheses. If you are making a function call, do not insert "
                        "spaces between the function name and the opening parentheses. Syntax "
                        "error before: ",
                        "'('");
    }
    co_return co_await arguments_from(first);
}

// The rest of a list of arguments that began with `first`.
Parser::Task<ArgumentList> Parser::arguments_from(Node first) {
    std::vector<Term> items{first.term};
    ArgumentList out;
    out.open = first.shape == Shape::Open;
    while (!out.open && kind() == Tok::Comma) {
        take();
        if (is_key(kind())) {
            items.push_back(co_await open_keywords());
            break;
        }
        const Node next = co_await expression(kLowest, false);
        if (next.shape == Shape::Open) co_await open_in_arguments(next.term);
        items.push_back(next.term);
    }
    out.open = out.open || items.size() > 1;
    out.list = list_of(items);
    out.count = static_cast<std::uint32_t>(items.size());
    co_return out;
}

// At `(`; adds to the call's metadata what it says about the parentheses.
Parser::Task<Term> Parser::paren_arguments(Term& m) {
    take();
    const std::uint32_t behind = skip_eol();
    std::vector<Term> items;
    if (kind() != Tok::CloseParen) {
        while (true) {
            if (is_key(kind())) {
                items.push_back(co_await keywords(true));
                break;
            }
            const Node item = co_await expression(kLowest, true);
            if (item.shape == Shape::Open) {
                if (!items.empty()) co_await open_in_arguments(item.term);
                items.push_back(item.term);
                break;
            }
            items.push_back(item.term);
            if (kind() != Tok::Comma) break;
            take();
        }
        skip_eol();
        if (kind() != Tok::CloseParen) co_await unexpected();
    }
    m = newlines(behind, closing(take(), m));
    co_return list_of(items);
}

// key: value pairs of a call without parentheses.
Parser::Task<Term> Parser::open_keywords() {
    std::vector<Term> pairs;
    while (true) {
        const Term k = co_await key();
        const Node value = co_await expression(kLowest, false);
        pairs.push_back(pair(k, value.term));
        if (kind() != Tok::Comma || value.shape == Shape::Open) break;
        const Token comma = take();
        if (is_key(kind())) continue;
        const Node behind = co_await expression(kLowest, false);
        if (!is_cursor(behind.term)) co_await after_keywords(comma, true);
        pairs.push_back(behind.term);
        break;
    }
    co_return list_of(pairs);
}

// key: value pairs between brackets of any kind; a comma may follow the last.
Parser::Task<Term> Parser::keywords(bool call) {
    std::vector<Term> pairs;
    while (true) {
        const Term k = co_await key();
        pairs.push_back(pair(k, co_await element()));
        if (kind() != Tok::Comma) break;
        const Token comma = take();
        if (is_key(kind())) continue;
        const Tok next = kind();
        if (next == Tok::CloseParen || next == Tok::CloseBracket || next == Tok::CloseCurly ||
            next == Tok::CloseBits) {
            break;
        }
        const Node behind = co_await expression(kLowest, false);
        if (!is_cursor(behind.term)) co_await after_keywords(comma, call);
        pairs.push_back(behind.term);
        break;
    }
    co_return list_of(pairs);
}

// The only thing that may stand behind keywords.
bool Parser::is_cursor(Term node) {
    return options_.cursor && is_tuple_of(node, 3) && tuple_element(node, 0) == atom("__cursor__");
}

Parser::Task<Term> Parser::key() {
    Term k;
    const Token& t = peek();
    if (t.kind == Tok::KwParts) {
        const Token token = t;
        take_quoted();
        k = co_await atom_of_parts(token, true);
    } else {
        Term m = meta(t);
        if (options_.literal_marker != kNoTerm) {
            m = with(atom("format"), atom("keyword"), m);
        }
        k = literal(name_atom(t), m);
        if (t.kind == Tok::KwQuoted) {
            take_quoted();
        } else {
            take();
        }
    }
    skip_eol();
    co_return k;
}

}  // namespace vial

// compiler/parse/operand.cpp: what stands between operators.
// Here: literals, names, the choice of container, dots and brackets behind.
// Not here: calls (call.cpp), containers, quoted things, blocks (their files).
// Threads: one owner.
// Holds: simple_operand consumes nothing unless it has the whole operand.
#include "compiler/parse/parser_internal.h"

namespace vial {

bool Parser::starts_operand(Tok k) {
    switch (k) {
        case Tok::Fn:
        case Tok::True:
        case Tok::False:
        case Tok::Nil:
        case Tok::Int:
        case Tok::Float:
        case Tok::Char:
        case Tok::Atom:
        case Tok::AtomQuoted:
        case Tok::AtomParts:
        case Tok::Kw:
        case Tok::KwQuoted:
        case Tok::KwParts:
        case Tok::BinString:
        case Tok::ListString:
        case Tok::BinHeredoc:
        case Tok::ListHeredoc:
        case Tok::Sigil:
        case Tok::Alias:
        case Tok::Identifier:
        case Tok::ParenIdentifier:
        case Tok::BracketIdentifier:
        case Tok::DoIdentifier:
        case Tok::OpIdentifier:
        case Tok::OpenParen:
        case Tok::OpenBracket:
        case Tok::OpenCurly:
        case Tok::OpenBits:
        case Tok::MapOpen:
        case Tok::Percent:
        case Tok::Capture:
        case Tok::Unary:
        case Tok::At: return true;
        default: return false;
    }
}

// Literals and names with nothing behind them that could belong to them: most operands.
bool Parser::simple_operand(Node& out) {
    const Token& t = tokens_[at_];
    if (t.kind == Tok::End) return false;
    const Tok next = tokens_[at_ + 1].kind;
    if (next == Tok::Dot || next == Tok::DotCall || next == Tok::OpenBracket || next == Tok::Kw ||
        next == Tok::KwQuoted) {
        return false;
    }
    switch (t.kind) {
        case Tok::Int:
        case Tok::Float: out.term = number(t); break;
        case Tok::Char:
            out.term = literal(Term::small(t.code),
                               options_.literal_marker == kNoTerm
                                   ? Term::nil()
                                   : with(atom("token"), arena_.binary(t.text), meta(t)));
            break;
        case Tok::Atom: out.term = literal(name_atom(t), meta(t)); break;
        case Tok::True: out.term = literal(atom("true"), meta(t)); break;
        case Tok::False: out.term = literal(atom("false"), meta(t)); break;
        case Tok::Nil: out.term = literal(atom("nil"), meta(t)); break;
        case Tok::Identifier:
            if (starts_operand(next)) return false;
            out.term = form(name_atom(t), meta(t), atom("nil"));
            out.name = true;
            take();
            return true;
        default: return false;
    }
    out.accessible = true;
    take();
    return true;
}

Parser::Task<Node> Parser::operand(bool allow_do, bool clause_start, bool allow_access) {
    Node node;
    switch (kind()) {
        case Tok::Identifier:
        case Tok::ParenIdentifier:
        case Tok::BracketIdentifier:
        case Tok::DoIdentifier:
        case Tok::OpIdentifier:
            node = co_await name_or_call(kNoTerm, Term::nil(), allow_do);
            break;
        default: node = co_await primary(allow_do, clause_start); break;
    }
    if ((kind() == Tok::Kw || kind() == Tok::KwQuoted) && node.accessible && !node.arguments) {
        co_await key_after_operand();
    }
    if (!allow_access || node.shape != Shape::Matched || node.arguments) co_return node;
    if (kind() != Tok::Dot && kind() != Tok::DotCall && kind() != Tok::OpenBracket) co_return node;
    co_return co_await access(node, allow_do);
}

Parser::Task<Node> Parser::primary(bool, bool clause_start) {
    Node node;
    node.accessible = true;
    const Token& t = peek();
    switch (t.kind) {
        case Tok::Int:
        case Tok::Float: node.term = number(take()); break;
        case Tok::Char: node.term = literal(Term::small(take().code), meta(t)); break;
        case Tok::True: node.term = literal(atom("true"), meta(take())); break;
        case Tok::False: node.term = literal(atom("false"), meta(take())); break;
        case Tok::Nil: node.term = literal(atom("nil"), meta(take())); break;
        case Tok::Atom:
            node.term = literal(name_atom(t), meta(t));
            node.atom = true;
            take();
            break;
        case Tok::Alias: {
            const Term m = options_.token_metadata ? with(atom("last"), place(t), meta(t)) : meta(t);
            node.term = form(atom("__aliases__"), m, arena_.list({name_atom(t)}));
            node.alias = true;
            take();
            break;
        }
        case Tok::Range:
            node.term = form(atom(".."), meta(t), Term::nil());
            node.accessible = false;
            take();
            break;
        case Tok::AtomQuoted:
        case Tok::AtomParts:
        case Tok::BinString:
        case Tok::ListString:
        case Tok::BinHeredoc:
        case Tok::ListHeredoc:
        case Tok::Sigil: co_return co_await quoted();
        case Tok::OpenParen: co_return co_await parenthesised(clause_start);
        case Tok::OpenBracket: co_return co_await list();
        case Tok::OpenCurly: co_return co_await tuple();
        case Tok::OpenBits: co_return co_await bitstring();
        case Tok::MapOpen: co_return co_await map();
        case Tok::Percent: co_return co_await structure();
        case Tok::Fn: co_return co_await anonymous_function();
        default: co_await unexpected();
    }
    co_return node;
}

// The dots and brackets behind an operand.
Parser::Task<Node> Parser::access(Node left, bool allow_do) {
    while (left.shape == Shape::Matched) {
        if (kind() == Tok::OpenBracket && left.accessible) {
            Node node;
            node.term = co_await bracket(left.term);
            node.accessible = true;
            left = node;
        } else if (kind() == Tok::Dot || kind() == Tok::DotCall) {
            left = co_await dotted(left, allow_do);
        } else {
            break;
        }
    }
    co_return left;
}

// left[key]
Parser::Task<Term> Parser::bracket(Term left) {
    const Token open = take();
    const std::uint32_t behind = skip_eol();
    Term key;
    if (is_key(kind())) {
        key = co_await keywords(false);
    } else {
        key = co_await element();
        if (kind() == Tok::Comma) take();
    }
    skip_eol();
    if (kind() != Tok::CloseBracket) co_await unexpected();
    const Term m = newlines(behind, closing(take(), meta(open)));
    const Term get = form(atom("."), m, arena_.list({atom("Elixir.Access"), atom("get")}));
    co_return form(get, m, arena_.list({left, key}));
}

Parser::Task<Node> Parser::dotted(Node left, bool allow_do) {
    const Token dot = take();
    const Term dot_meta = meta(dot);
    if (dot.kind == Tok::DotCall) {
        const Term head = form(atom("."), dot_meta, arena_.list({left.term}));
        co_return co_await parens_call(head, dot_meta, allow_do);
    }
    Node node;
    node.accessible = true;
    switch (kind()) {
        case Tok::Alias: {
            const Token& name = take();
            if (left.atom) {
                co_await refuse(name,
                                "atom cannot be followed by an alias. If the '.' was meant to be "
                                "part of the atom's name, the atom name must be quoted. Syntax "
                                "error before: ",
                                "'.'");
            }
            node.term = alias_form(left.term, dot, name);
            node.alias = true;
            co_return node;
        }
        case Tok::OpenCurly: {
            take();
            const std::uint32_t behind = skip_eol();
            std::vector<Term> inside = co_await elements(Tok::CloseCurly, false);
            const Token& close = take();
            const Term m = inside.empty() ? dot_meta : newlines(behind, closing(close, dot_meta));
            const Term head = form(atom("."), dot_meta, arena_.list({left.term, atom("{}")}));
            node.term = form(head, m, list_of(inside));
            co_return node;
        }
        case Tok::Identifier:
        case Tok::ParenIdentifier:
        case Tok::BracketIdentifier:
        case Tok::DoIdentifier:
        case Tok::OpIdentifier: co_return co_await name_or_call(left.term, dot_meta, allow_do);
        default: co_await unexpected();
    }
    co_return node;
}

}  // namespace vial

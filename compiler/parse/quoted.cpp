// compiler/parse/quoted.cpp: strings, charlists, sigils, quoted atoms.
// Here: their quoted forms with interpolations.
// Not here: where they end and escapes (lex/).
// Threads: one owner.
// Holds: an interpolation is parsed as a program of its own, where its tokens stand.
#include "compiler/parse/parser_internal.h"
#include "compiler/source/source.h"
#include "compiler/source/utf8.h"

namespace vial {
namespace {

bool interpolated(const StringData& data) {
    for (const StringPart& part : data.parts) {
        if (part.interpolation) return true;
    }
    return false;
}

std::string_view text_of(const StringData& data) {
    return data.parts.empty() ? std::string_view() : std::string_view(data.parts[0].text);
}

}  // namespace

Parser::Task<Node> Parser::quoted() {
    const Token token = take_quoted();
    const StringData& data = strings_[token.extra];
    Node node;
    node.accessible = true;
    Term m = meta(token);
    if (options_.token_metadata && token.kind != Tok::Sigil) {
        if (data.heredoc) m = with(atom("indentation"), Term::small(data.indentation), m);
        m = with(atom("delimiter"), arena_.binary(data.delimiter), m);
    }
    switch (token.kind) {
        case Tok::Sigil: node.term = co_await sigil(token); break;
        case Tok::AtomQuoted:
            node.term = literal(name_atom(token), m);
            node.atom = true;
            break;
        case Tok::AtomParts:
            node.term = co_await atom_of_parts(token, false);
            break;
        case Tok::ListString:
        case Tok::ListHeredoc:
            if (interpolated(data)) {
                node.term = co_await charlist(token);
            } else {
                const std::string_view text = text_of(data);
                if (const auto bad = find_invalid_utf8(text)) {
                    co_await refuse(token, "invalid encoding in charlist: ", "'");
                }
                node.term = literal(charlist_of(text), m);
            }
            break;
        default:
            if (interpolated(data)) {
                const Term inside = co_await parts(token, true);
                node.term = form(atom("<<>>"), m, inside);
            } else {
                node.term = literal(arena_.binary(text_of(data)), m);
            }
            break;
    }
    co_return node;
}

// List.to_charlist([...]) of the parts.
Parser::Task<Term> Parser::charlist(const Token& at) {
    const Token token = at;
    const StringData& data = strings_[token.extra];
    Term m = meta(token);
    const Term head =
        form(atom("."), m, arena_.list({atom("Elixir.List"), atom("to_charlist")}));
    if (options_.token_metadata) {
        if (data.heredoc) m = with(atom("indentation"), Term::small(data.indentation), m);
        m = with(atom("delimiter"), arena_.binary(data.delimiter), m);
    }
    const Term inside = co_await parts(token, false);
    co_return form(head, m, arena_.list({inside}));
}

Parser::Task<Term> Parser::sigil(const Token& at) {
    const Token token = at;
    const StringData& data = strings_[token.extra];
    Term inner = meta(token);
    if (data.heredoc) inner = with(atom("indentation"), Term::small(data.indentation), inner);
    const Term outer = with(atom("delimiter"), arena_.binary(data.delimiter), meta(token));
    Term inside = co_await parts(token, true);
    if (inside.is_nil()) inside = arena_.list({arena_.binary("")});
    const Term text = form(atom("<<>>"), inner, inside);
    const Term modifiers = charlist_of(data.modifiers);
    co_return form(atom(std::string("sigil_") + data.sigil), outer,
                   arena_.list({text, modifiers}));
}

// :erlang.binary_to_atom("...", :utf8)
Parser::Task<Term> Parser::atom_of_parts(const Token& at, bool key) {
    const Token token = at;
    const Term m = meta(token);
    const Term inside = co_await parts(token, true);
    const Term text = form(atom("<<>>"), m, inside);
    const Term name = atom(options_.existing_atoms_only ? "binary_to_existing_atom"
                                                        : "binary_to_atom");
    const Term head = form(atom("."), m, arena_.list({atom("erlang"), name}));
    Term outer = m;
    if (options_.token_metadata && key) outer = with(atom("format"), atom("keyword"), m);
    if (options_.token_metadata && !key) {
        outer = with(atom("delimiter"), arena_.binary(strings_[token.extra].delimiter), m);
    }
    co_return form(head, outer, arena_.list({text, atom("utf8")}));
}

// The texts and interpolations of something quoted, as segments of a binary or elements of a list.
Parser::Task<Term> Parser::parts(const Token& at, bool as_binary) {
    const StringData& data = strings_[at.extra];
    std::vector<Term> items;
    for (const StringPart& part : data.parts) {
        if (!part.interpolation) {
            items.push_back(arena_.binary(part.text));
            continue;
        }
        const std::size_t resume = at_;
        const std::size_t resume_last = last_;
        at_ = part.first_token;
        last_ = part.first_token;
        const Term inside = co_await program();
        at_ = resume;
        last_ = resume_last;
        const Term m = meta_at(part.line, part.column);
        Token close;
        close.line = part.end_line;
        close.column = part.end_column;
        const Term head =
            form(atom("."), m, arena_.list({atom("Elixir.Kernel"), atom("to_string")}));
        const Term call = form(head, closing(close, m), arena_.list({inside}));
        items.push_back(as_binary
                            ? form(atom("::"), m,
                                   arena_.list({call, form(atom("binary"), m, atom("nil"))}))
                            : call);
    }
    co_return list_of(items);
}

Term Parser::charlist_of(std::string_view text) {
    std::vector<Term> codes;
    while (!text.empty()) {
        const Utf8Char c = decode_utf8(text);
        codes.push_back(Term::small(static_cast<std::int64_t>(c.code)));
        text.remove_prefix(c.bytes == 0 ? 1 : c.bytes);
    }
    return list_of(codes);
}

}  // namespace vial

// compiler/lex/quotes.cpp: how quoted things end.
// Here: closing of strings, heredocs (their indentation), atoms, keys, calls, sigils; missing ends.
// Not here: how they start and go on (strings.cpp).
// Threads: pure.
// Holds: a quote's data moves to the result when it ends, and its token then says what it was.
#include "compiler/lex/identifiers.h"
#include "compiler/lex/lexer_internal.h"
#include "compiler/lex/unescape.h"

namespace vial {
namespace {

bool has_interpolation(const StringData& data) {
    for (const StringPart& part : data.parts) {
        if (part.interpolation) return true;
    }
    return false;
}

}  // namespace

// At three quotes in a heredoc: they end it when only spaces stand before them on their line.
bool Lexer::close_heredoc() {
    Quote& q = quotes_.back();
    std::size_t spaces = 0;
    const std::string& text = q.buffer;
    while (spaces < text.size() &&
           (text[text.size() - 1 - spaces] == ' ' || text[text.size() - 1 - spaces] == '\t')) {
        ++spaces;
    }
    const std::size_t line_start = text.size() - spaces;
    const auto& starts = q.line_starts.back();
    if (starts.empty() || starts.back() != line_start) return false;
    q.data.indentation = static_cast<std::uint32_t>(spaces);
    q.buffer.resize(line_start);
    q.line_starts.back().pop_back();
    return true;
}

// Takes the closing line's indentation off each line.
void Lexer::strip_indentation(Quote& q) {
    std::size_t text_index = 0;
    for (StringPart& part : q.data.parts) {
        if (part.interpolation) continue;
        const auto& starts = q.line_starts[text_index++];
        std::string stripped;
        std::size_t from = 0;
        for (const std::size_t start : starts) {
            stripped.append(part.text, from, start - from);
            from = start;
            std::size_t n = 0;
            const std::size_t first = from;
            while (n < q.data.indentation && from < part.text.size() &&
                   (part.text[from] == ' ' || part.text[from] == '\t')) {
                ++n;
                ++from;
            }
            const bool blank = from >= part.text.size() || part.text[from] == '\n' || part.text[from] == '\r';
            if (n < q.data.indentation && !blank) {
                std::uint32_t line = part.line;
                for (std::size_t i = 0; i < first; ++i) line += part.text[i] == '\n' ? 1 : 0;
                warn_outdented(q, line);
            }
        }
        stripped.append(part.text, from);
        part.text = std::move(stripped);
    }
}

bool Lexer::unescape_parts(Quote& q) {
    if (q.kind == Quote::Kind::Sigil || !options_.unescape) return true;
    for (StringPart& part : q.data.parts) {
        if (part.interpolation) continue;
        std::string plain;
        UnescapeError error;
        if (!unescape(part.text, plain, error)) {
            return fail(part.line, part.column, error.message, error.sequence);
        }
        part.text = std::move(plain);
    }
    return true;
}

bool Lexer::close_quote() {
    Quote q = std::move(quotes_.back());
    quotes_.pop_back();
    cut_text(q);
    // A cursor closes quotes that the text does not.
    if (!ended()) skip_ascii(q.heredoc ? 3 : 1);
    if (q.heredoc) strip_indentation(q);
    if (!unescape_parts(q)) return false;
    std::erase_if(q.data.parts,
                  [](const StringPart& p) { return !p.interpolation && p.text.empty(); });
    q.data.after = static_cast<std::uint32_t>(out_.tokens.size());
    bool ok = true;
    switch (q.kind) {
        case Quote::Kind::String: ok = close_string(q); break;
        case Quote::Kind::Atom: ok = close_atom(q); break;
        case Quote::Kind::Call: return close_call(q);
        case Quote::Kind::Sigil: ok = close_sigil(q); break;
    }
    out_.tokens[q.token].extra = static_cast<std::uint32_t>(out_.strings.size());
    out_.strings.push_back(std::move(q.data));
    return ok;
}

bool Lexer::close_string(Quote& q) {
    if (q.heredoc || !keyword_follows(0)) return true;
    skip_ascii(1);
    Token& token = out_.tokens[q.token];
    token.kind = has_interpolation(q.data) ? Tok::KwParts : Tok::KwQuoted;
    return close_atom(q);
}

bool Lexer::close_atom(Quote& q) {
    Token& token = out_.tokens[q.token];
    const bool key = token.kind == Tok::KwParts || token.kind == Tok::KwQuoted;
    if (!key) token.kind = has_interpolation(q.data) ? Tok::AtomParts : Tok::AtomQuoted;
    if (has_interpolation(q.data)) return true;
    token.text = q.data.parts.empty() ? std::string_view() : keep(q.data.parts[0].text);
    warn_needless_quotes(key ? "keyword" : "atom", token.text, q.line, q.column);
    std::size_t codes = 0;
    for (const char c : token.text) codes += (c & 0xc0) != 0x80;
    if (codes <= 255) return true;
    return fail(q.line, q.column, "atom length must be less than system limit: ",
                std::string(token.text));
}

bool Lexer::close_call(Quote& q) {
    if (has_interpolation(q.data)) {
        return fail(q.line, q.column,
                    "interpolation is not allowed when calling function/macro. Found "
                    "interpolation in a call starting with: ",
                    std::string(1, q.closing));
    }
    const std::string_view name =
        q.data.parts.empty() ? std::string_view() : keep(q.data.parts[0].text);
    warn_needless_quotes("call", name, q.line, q.column);
    out_.tokens.resize(q.token);
    push_call_name(name, q.line, q.column);
    return true;
}

bool Lexer::close_sigil(Quote& q) {
    const std::size_t start = pos_;
    while (!ended() && at() != '_' && is_identifier_continue(static_cast<unsigned char>(at())) &&
           static_cast<unsigned char>(at()) < 0x80) {
        skip_ascii(1);
    }
    q.data.modifiers = text_.substr(start, pos_ - start);
    return true;
}

std::string Lexer::quote_end(const Quote& q) const {
    return std::string(q.heredoc ? 3 : 1, q.closing);
}

std::string Lexer::quote_name(const Quote& q) const {
    if (q.heredoc) return "heredoc";
    switch (q.kind) {
        case Quote::Kind::Atom: return "atom";
        case Quote::Kind::Call: return "function name";
        case Quote::Kind::Sigil:
            return "sigil ~" + std::string(1, q.data.sigil) + std::string(q.data.delimiter);
        default: return "string";
    }
}

// The text ends inside a quote or its interpolation.
bool Lexer::unterminated() {
    const Quote& q = quotes_.back();
    const std::string of =
        " (for " + quote_name(q) + " starting at line " + std::to_string(q.line) + ")";
    if (!q.in_interpolation) {
        return fail(line_, column_, "missing terminator: " + quote_end(q) + of, "");
    }
    if (openings_.size() > openings_base_) return check_closed();
    const StringPart& part = q.data.parts.back();
    return fail(part.line, part.column, "missing interpolation terminator: \"}\"" + of, "");
}

}  // namespace vial

// compiler/lex/strings.cpp: everything in quotes, but for its escapes.
// Here: strings, charlists, heredocs, sigils, quoted atoms, keys and calls, interpolation.
// Not here: escapes (unescape.h); how they end (quotes.cpp).
// Threads: pure.
// Holds: the innermost quote is quotes_.back(); its interpolation, while it lasts, is ordinary code
//        whose tokens stand behind the quote's own token.
#include <cstdio>

#include "compiler/lex/identifiers.h"
#include "compiler/lex/lexer_internal.h"

namespace vial {
namespace {

char closing_of(char opening) {
    switch (opening) {
        case '(': return ')';
        case '[': return ']';
        case '{': return '}';
        case '<': return '>';
        default: return opening;
    }
}

bool is_sigil_delimiter(char c) {
    return c != '\0' && std::string_view("/|\"'([{<").find(c) != std::string_view::npos;
}

}  // namespace

// At the quote itself, or at the colon of an atom. `column` is where the whole thing starts.
bool Lexer::open_string(char quote, Quote::Kind kind, std::uint32_t column) {
    Quote q;
    q.kind = kind;
    q.closing = quote;
    q.line = line_;
    q.column = column;
    q.token = static_cast<std::uint32_t>(out_.tokens.size());
    if (kind == Quote::Kind::Atom) skip_ascii(1);
    const std::string triple(3, quote);
    const std::size_t start = pos_;
    if (kind == Quote::Kind::String && looking_at(triple)) {
        if (!open_heredoc(q, column)) return false;
    } else {
        skip_ascii(1);
    }
    q.data.delimiter = text_.substr(start, q.heredoc ? 3 : 1);
    const Tok token = quote == '"' ? (q.heredoc ? Tok::BinHeredoc : Tok::BinString)
                                   : (q.heredoc ? Tok::ListHeredoc : Tok::ListString);
    push(token, {}, q.line, column);
    q.text_line = line_;
    q.text_column = column_;
    quotes_.push_back(std::move(q));
    return true;
}

// At the three quotes: nothing but spaces may follow on their line.
bool Lexer::open_heredoc(Quote& quote, std::uint32_t column) {
    const std::string_view three = text_.substr(pos_, 3);
    std::size_t n = 3;
    while (at(n) == ' ' || at(n) == '\t') ++n;
    if (at(n) == '\r' && at(n + 1) == '\n') ++n;
    if (at(n) != '\n') {
        return fail(line_, column,
                    "heredoc allows only zero or more whitespace characters followed by a new "
                    "line after ",
                    std::string(three));
    }
    pos_ += n + 1;
    next_line();
    quote.heredoc = true;
    quote.data.heredoc = true;
    quote.line_starts.emplace_back();
    quote.line_starts.back().push_back(0);
    return true;
}

bool Lexer::sigil(bool& done) {
    const char name = at(1);
    const Utf8Char delimiter = code_at(2);
    done = static_cast<unsigned char>((name | 32) - 'a') < 26 && !ended(2);
    if (!done) {
        // `~>`, `~>>` and `~~~` are operators.
        if (name == '>' || looking_at("~~~")) return true;
        return unexpected();
    }
    const char opening = at(2);
    if (!is_sigil_delimiter(opening)) {
        char place[160];
        std::snprintf(place, sizeof place,
                      " (column %u, code point U+%04X). The available delimiters are: //, ||, "
                      "\"\", '', (), [], {}, <>",
                      column_ + 2, static_cast<unsigned>(delimiter.code));
        return fail(line_, column_, "invalid sigil delimiter: ",
                    "\"" + std::string(text_.substr(pos_ + 2, delimiter.bytes)) + "\"" + place);
    }
    Quote q;
    q.kind = Quote::Kind::Sigil;
    q.closing = closing_of(opening);
    q.interpolate = name >= 'a';
    q.line = line_;
    q.column = column_;
    q.token = static_cast<std::uint32_t>(out_.tokens.size());
    q.data.sigil = name;
    skip_ascii(2);
    const std::size_t start = pos_;
    if ((opening == '"' || opening == '\'') && looking_at(std::string(3, opening))) {
        if (!open_heredoc(q, q.column)) return false;
    } else {
        skip_ascii(1);
    }
    q.data.delimiter = text_.substr(start, q.heredoc ? 3 : 1);
    push(Tok::Sigil, {}, q.line, q.column);
    q.text_line = line_;
    q.text_column = column_;
    quotes_.push_back(std::move(q));
    return true;
}

// The next piece of the innermost quote's text.
bool Lexer::string_body() {
    Quote& q = quotes_.back();
    if (ended()) return unterminated();
    const char c = at();
    if (q.heredoc ? looking_at(std::string(3, q.closing)) && close_heredoc() : c == q.closing) {
        return close_quote();
    }
    if (c == '\\' && !ended(1)) return escaped();
    if (c == '#' && at(1) == '{' && q.interpolate) return open_interpolation();
    const Utf8Char code = code_at();
    if (is_bidirectional(code.code)) {
        char shown[16];
        std::snprintf(shown, sizeof shown, "\\u%04X", static_cast<unsigned>(code.code));
        return fail_around(line_, column_, "invalid bidirectional formatting character in string: ",
                           std::string(". If you want to use such character, use it in its escaped ") +
                               shown + " form instead",
                           shown);
    }
    append_code(code);
    return true;
}

void Lexer::append_code(const Utf8Char& c) {
    Quote& q = quotes_.back();
    q.buffer.append(text_.substr(pos_, c.bytes));
    pos_ += c.bytes;
    ++column_;
    if (c.code != '\n') return;
    next_line();
    if (q.heredoc) q.line_starts.back().push_back(q.buffer.size());
}

// A backslash keeps what follows from ending the text; before an end it goes away.
bool Lexer::escaped() {
    Quote& q = quotes_.back();
    const std::string triple = "\\" + std::string(3, q.closing);
    if (q.heredoc && looking_at(triple)) {
        q.buffer.append(3, q.closing);
        skip_ascii(4);
        return true;
    }
    const bool drops = !q.heredoc && at(1) == q.closing;
    if (!drops) q.buffer.push_back('\\');
    skip_ascii(1);
    if (at() == '\r' && at(1) == '\n') append_code(code_at());
    append_code(code_at());
    return true;
}

bool Lexer::open_interpolation() {
    Quote& q = quotes_.back();
    cut_text(q);
    StringPart part;
    part.interpolation = true;
    part.line = line_;
    part.column = column_;
    part.first_token = static_cast<std::uint32_t>(out_.tokens.size());
    q.data.parts.push_back(std::move(part));
    q.in_interpolation = true;
    q.openings = openings_base_;
    openings_base_ = openings_.size();
    skip_ascii(2);
    tokens_base_ = out_.tokens.size();
    return true;
}

// Behind the brace that closes it.
void Lexer::end_of_interpolation() {
    Quote& q = quotes_.back();
    push(Tok::End, {}, line_, column_ - 1);
    StringPart& part = q.data.parts.back();
    part.end_line = line_;
    part.end_column = column_ - 1;
    openings_base_ = q.openings;
    // The tokens before belong to the stretch of code that the quote stands in.
    tokens_base_ = 0;
    for (const Quote& outer : quotes_) {
        if (&outer != &q && outer.in_interpolation) {
            tokens_base_ = outer.data.parts.back().first_token;
        }
    }
    q.in_interpolation = false;
    q.text_line = line_;
    q.text_column = column_;
    if (q.heredoc) q.line_starts.emplace_back();
}

// Moves the text so far to the parts.
void Lexer::cut_text(Quote& q) {
    StringPart part;
    part.text = std::move(q.buffer);
    part.line = q.text_line;
    part.column = q.text_column;
    q.buffer.clear();
    q.data.parts.push_back(std::move(part));
}

}  // namespace vial

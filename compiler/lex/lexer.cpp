// compiler/lex/lexer.cpp: text to tokens, the main loop.
// Here: spaces, lines, comments, dots, dispatch to the other steps.
// Not here: words, numbers, operators, strings, brackets (their files).
// Threads: pure.
// Holds: each step consumes at least one byte or fails.
#include "compiler/lex/lexer.h"

#include <cstdio>

#include "compiler/lex/identifiers.h"
#include "compiler/lex/lexer_internal.h"

namespace vial {

LexResult lex(std::string_view text, const LexOptions& options) {
    LexResult out;
    out.tokens.reserve(text.size() / 4 + 2);
    out.ok = Lexer(text, options, out).run();
    return out;
}

bool Lexer::run() {
    while (true) {
        const bool in_text = !quotes_.empty() && !quotes_.back().in_interpolation;
        if (ended() && options_.cursor) {
            return finish_at_cursor();
        } else if (in_text) {
            if (!string_body()) return false;
        } else if (ended()) {
            return finish();
        } else if (!token()) {
            return false;
        }
    }
}

bool Lexer::finish() {
    if (!quotes_.empty()) return unterminated();
    if (!check_closed()) return false;
    push(Tok::End, {}, line_, column_);
    return true;
}

Token* Lexer::last() {
    if (out_.tokens.size() <= tokens_base_) return nullptr;
    return &out_.tokens.back();
}

Token& Lexer::push_continuing(Tok kind, std::string_view text, std::uint32_t line,
                              std::uint32_t column) {
    const Token* before = last();
    std::uint32_t newlines = 0;
    if (before && before->kind == Tok::Eol) {
        newlines = before->extra;
        out_.tokens.pop_back();
    }
    Token& token = push(kind, text, line, column);
    token.extra = newlines;
    return token;
}

std::string_view Lexer::keep(std::string text) {
    out_.texts.push_back(std::make_unique<std::string>(std::move(text)));
    return *out_.texts.back();
}

bool Lexer::fail(std::uint32_t line, std::uint32_t column, std::string message,
                 std::string token) {
    out_.error = {line, column, std::move(message), {}, false, std::move(token)};
    return false;
}

bool Lexer::fail_around(std::uint32_t line, std::uint32_t column, std::string message,
                        std::string suffix, std::string token) {
    out_.error = {line, column, std::move(message), std::move(suffix), true, std::move(token)};
    return false;
}

bool Lexer::unexpected() {
    const Utf8Char c = code_at();
    std::string name = "\"" + std::string(text_.substr(pos_, c.bytes)) + "\"";
    if (c.code == 0) name = "null byte";
    if (c.code == '\r') name = "carriage return";
    if (c.code == '\f') name = "form feed";
    if (c.code == '\v') name = "vertical tab";
    char place[64];
    std::snprintf(place, sizeof place, " (column %u, code point U+%04X)", column_,
                  static_cast<unsigned>(c.code));
    return fail(line_, column_, "unexpected token: ", name + place);
}

bool Lexer::token() {
    if (options_.cursor) cut_at_cursor();
    if (ended()) return true;
    const char c = at();
    switch (c) {
        case ' ':
        case '\t': horizontal_space(); return true;
        case '\n': end_of_line(1); return true;
        case '\r':
            if (at(1) != '\n') return unexpected();
            end_of_line(2);
            return true;
        case '#': return comment();
        case ';': return semicolon();
        case '\\': {
            if (at(1) == '\\') break;
            return backslash();
        }
        case '"':
        case '\'': return open_string(c, Quote::Kind::String, column_);
        case ',':
            push(Tok::Comma, text_.substr(pos_, 1), line_, column_);
            skip_ascii(1);
            return true;
        case '?': return character();
        case '~': {
            bool done = false;
            if (!sigil(done)) return false;
            if (done) return true;
            break;
        }
        case ':':
            if (at(1) != ':' || at(2) == ':') return atom();
            break;
        case '%': return percent();
        default: break;
    }
    if (c >= '0' && c <= '9') return number();
    bool done = false;
    if (!operator_token(done)) return false;
    if (done) return true;
    if (c == '.') return dot();
    return word();
}

// A sign right before an operand but apart from a name before it makes the name a call: `f -1`.
void Lexer::horizontal_space() {
    while (at() == ' ' || at() == '\t') skip_ascii(1);
    Token* name = last();
    if (!name || name->kind != Tok::Identifier || (at() != '+' && at() != '-')) return;
    // The name must end where the spaces began, which the main loop grants.
    const char next = at(1);
    static constexpr std::string_view kNotOperands = " \t\r\n(+-/:<>[{%";
    if (ended(1) || kNotOperands.find(next) != std::string_view::npos) return;
    name->kind = Tok::OpIdentifier;
    push(Tok::Dual, text_.substr(pos_, 1), line_, column_);
    skip_ascii(1);
}

void Lexer::end_of_line(std::size_t bytes) {
    Token* before = last();
    const bool joins = before && (before->kind == Tok::Eol || before->kind == Tok::Semicolon ||
                                  before->kind == Tok::Comma);
    if (joins) {
        ++before->extra;
    } else {
        push(Tok::Eol, text_.substr(pos_, bytes), line_, column_).extra = 1;
    }
    pos_ += bytes;
    next_line();
}

bool Lexer::comment() {
    // Newlines are counted from the last comment on.
    Token* const before = last();
    std::uint32_t newlines = before ? 0 : 1;
    if (before && (before->kind == Tok::Eol || before->kind == Tok::Comma ||
                   before->kind == Tok::Semicolon)) {
        newlines = before->extra;
    }
    if (before && before->kind == Tok::Eol) before->extra = 0;
    const std::size_t start = pos_;
    const std::uint32_t column = column_;
    while (!ended() && at() != '\n' && !(at() == '\r' && at(1) == '\n')) {
        const Utf8Char c = code_at();
        if (is_bidirectional(c.code)) {
            char shown[16];
            std::snprintf(shown, sizeof shown, "\\u%04X", static_cast<unsigned>(c.code));
            return fail(line_, column_, "invalid bidirectional formatting character in comment: ",
                        shown);
        }
        pos_ += c.bytes;
    }
    out_.comments.push_back({line_, column, newlines, newlines_ahead(), text_.substr(start, pos_ - start)});
    return true;
}

// Newlines from here on, spaces between them not counted.
std::uint32_t Lexer::newlines_ahead() const {
    std::uint32_t count = 0;
    for (std::size_t n = 0; !ended(n); ++n) {
        const char c = at(n);
        if (c == '\n') ++count;
        if (c != '\n' && c != '\r' && c != ' ' && c != '\t') break;
    }
    return count;
}

bool Lexer::semicolon() {
    const Token* before = last();
    if (before && before->kind == Tok::Semicolon) return unexpected();
    push(Tok::Semicolon, text_.substr(pos_, 1), line_, column_);
    skip_ascii(1);
    return true;
}

// A backslash at the end of a line goes on with the next one.
bool Lexer::backslash() {
    if (ended(1)) return fail(line_, column_, "invalid escape \\ at end of file", "");
    if (at(1) == '\n') {
        pos_ += 2;
        if (ended()) return fail(line_, column_, "invalid escape \\ at end of file", "");
    } else if (at(1) == '\r' && at(2) == '\n') {
        pos_ += 3;
        if (ended()) return fail(line_, column_, "invalid escape \\ at end of file", "");
    } else {
        return unexpected();
    }
    next_line();
    // What follows is as close to the name before as spaces would be.
    horizontal_space();
    return true;
}

bool Lexer::keyword_follows(std::size_t length) const {
    if (at(length) != ':' || ended(length + 1)) return false;
    const char next = at(length + 1);
    return next == ' ' || next == '\t' || next == '\n' || next == '\r';
}

bool Lexer::percent() {
    if (looking_at("%{}") && keyword_follows(3)) {
        push(Tok::Kw, text_.substr(pos_, 3), line_, column_);
        skip_ascii(4);
        return true;
    }
    if (keyword_follows(1)) {
        push(Tok::Kw, text_.substr(pos_, 1), line_, column_);
        skip_ascii(2);
        return true;
    }
    if (at(1) == '{') {
        push(Tok::MapOpen, "%{}", line_, column_);
        skip_ascii(1);
        return true;
    }
    if (at(1) == '[' || at(1) == '(') {
        return fail(line_, column_, "expected %{ to define a map, got: ",
                    std::string(text_.substr(pos_, 2)));
    }
    push(Tok::Percent, text_.substr(pos_, 1), line_, column_);
    skip_ascii(1);
    return true;
}

// Spaces, newlines and comments, which mean nothing after a dot.
bool Lexer::skip_blank() {
    while (!ended()) {
        if (at() == ' ' || at() == '\t') {
            skip_ascii(1);
        } else if (at() == '\n' || (at() == '\r' && at(1) == '\n')) {
            pos_ += at() == '\n' ? 1 : 2;
            next_line();
        } else if (at() == '#') {
            if (!comment()) return false;
        } else {
            break;
        }
    }
    return true;
}

bool Lexer::dot() {
    if (keyword_follows(1)) {
        push(Tok::Kw, text_.substr(pos_, 1), line_, column_);
        skip_ascii(2);
        return true;
    }
    const std::uint32_t line = line_, column = column_;
    const std::string_view text = text_.substr(pos_, 1);
    skip_ascii(1);
    if (!skip_blank()) return false;
    push_continuing(at() == '(' ? Tok::DotCall : Tok::Dot, text, line, column);
    return at() == '(' ? true : dot_name();
}

// What may follow a dot besides a word: an operator's name or a quoted one.
bool Lexer::dot_name() {
    const char c = at();
    if (c == '"' || c == '\'') return open_string(c, Quote::Kind::Call, column_);
    const std::size_t length = dot_operator_length();
    if (length == 0) return true;
    const std::string_view text = text_.substr(pos_, length);
    const std::uint32_t column = column_;
    skip_ascii(length);
    push_call_name(text, line_, column);
    return true;
}

}  // namespace vial

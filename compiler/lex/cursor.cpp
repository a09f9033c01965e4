// compiler/lex/cursor.cpp: a text that ends where a cursor stands.
// Here: what such a text leaves open is closed, and the call `__cursor__()` stands in the nearest argument.
// Not here: what a cursor stands in by the look of the line (stdlib/kernel/code/fragment).
// Threads: pure.
// Holds: only tokens of the innermost stretch of code (the text or an interpolation) are dropped.
#include "compiler/lex/lexer_internal.h"

namespace vial {
namespace {

constexpr std::string_view kCursor = "__cursor__";

bool opens(Tok kind) {
    return kind == Tok::OpenParen || kind == Tok::OpenBracket || kind == Tok::OpenCurly ||
           kind == Tok::OpenBits || kind == Tok::Do || kind == Tok::Fn;
}

bool closes(Tok kind) {
    return kind == Tok::CloseParen || kind == Tok::CloseBracket || kind == Tok::CloseCurly ||
           kind == Tok::CloseBits || kind == Tok::EndWord;
}

bool is_key(Tok kind) { return kind == Tok::Kw || kind == Tok::KwQuoted || kind == Tok::KwParts; }

bool is_quoted(Tok kind) {
    return kind == Tok::BinString || kind == Tok::ListString || kind == Tok::BinHeredoc || kind == Tok::ListHeredoc ||
           kind == Tok::Sigil || kind == Tok::AtomParts || kind == Tok::KwParts;
}

bool is_letter(char c) { return static_cast<unsigned char>((c | 32) - 'a') < 26; }

}  // namespace

// A colon, a sigil or a number that the end of the text has cut in two counts as not there.
void Lexer::cut_at_cursor() {
    const std::string_view rest = text_.substr(pos_);
    const bool colon = rest[0] == ':' && (rest.size() == 1 || std::string_view(" \t\n\r").find(rest[1]) != rest.npos);
    const bool sigil = rest == "~" || (rest.size() == 2 && rest[0] == '~' && is_letter(rest[1]));
    const bool number = rest == "0x" || rest == "0b" || rest == "0o";
    if (colon || sigil || number) text_ = text_.substr(0, pos_);
}

bool Lexer::finish_at_cursor() {
    if (!quotes_.empty() && !quotes_.back().in_interpolation) {
        out_.tokens.resize(quotes_.back().token);
        quotes_.pop_back();
    } else {
        open_call_at_cursor();
    }
    drop_argument();
    const std::uint32_t end_column = column_;
    push(Tok::ParenIdentifier, kCursor, line_, column_);
    push(Tok::OpenParen, "(", line_, column_ + 10);
    push(Tok::CloseParen, ")", line_, column_ + 11);
    column_ += 12;
    while (true) {
        close_openings();
        if (quotes_.empty()) break;
        // What only the cursor adds has no room in the text.
        column_ = end_column + 1;
        end_of_interpolation();
        column_ = end_column;
        if (!close_quote()) return false;
    }
    push(Tok::End, {}, line_, column_);
    return true;
}

// A name and blanks are the start of a call without parentheses.
void Lexer::open_call_at_cursor() {
    Token* name = last();
    if (!name || name->kind != Tok::Identifier || pos_ == 0) return;
    if (text_[pos_ - 1] != ' ' && text_[pos_ - 1] != '\t') return;
    name->kind = Tok::ParenIdentifier;
    push(Tok::OpenParen, "(", line_, column_);
    open(Tok::OpenParen, column_);
    column_ += 2;
}

// Back to what the argument follows: a comma, a key, `do`, a bracket. A function and a captured
// expression that are not closed are no containers and go as a whole.
void Lexer::drop_argument() {
    std::vector<Token>& tokens = out_.tokens;
    std::size_t n = tokens.size(), depth = 0;
    while (n > tokens_base_) {
        const Token& token = tokens[n - 1];
        if (token.kind == Tok::End) {
            // Of an interpolation: on with the string that it is in.
            std::size_t string = n - 1;
            while (!is_quoted(tokens[string].kind) || out_.strings[tokens[string].extra].after != n) --string;
            if (tokens[string].kind == Tok::KwParts && depth == 0 && !in_open_function()) break;
            n = string;
            continue;
        }
        if (closes(token.kind)) ++depth;
        if (depth > 0) {
            if (opens(token.kind)) --depth;
        } else if (opens(token.kind)) {
            const bool capture = token.kind == Tok::OpenParen && n - 1 > tokens_base_ && tokens[n - 2].kind == Tok::Capture;
            if (token.kind != Tok::Fn && !capture) break;
            openings_.pop_back();
        } else if (!in_open_function() && ends_argument(token.kind)) {
            break;
        }
        --n;
    }
    tokens.resize(n);
}

bool Lexer::in_open_function() const {
    return openings_.size() > openings_base_ && openings_.back().kind == Tok::Fn;
}

bool Lexer::ends_argument(Tok kind) const {
    if (kind == Tok::Type) return openings_.size() > openings_base_ && openings_.back().kind == Tok::OpenBits;
    return kind == Tok::Comma || kind == Tok::BlockWord || is_key(kind);
}

void Lexer::close_openings() {
    while (openings_.size() > openings_base_) {
        const Tok kind = closing_kind(openings_.back().kind);
        const std::string_view text = closing_text(openings_.back().kind);
        push(kind, text, line_, column_);
        column_ += static_cast<std::uint32_t>(text.size());
        openings_.pop_back();
    }
}

}  // namespace vial

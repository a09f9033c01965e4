// compiler/lex/brackets.cpp: what is opened must be closed.
// Here: the stack of openings, errors of mismatched and missing ends.
// Not here: ends of strings (strings.cpp).
// Threads: pure.
// Holds: an interpolation sees only what was opened in it.
#include "compiler/lex/lexer_internal.h"

namespace vial {
namespace {

std::string_view opening_text(Tok kind) {
    switch (kind) {
        case Tok::OpenParen: return "(";
        case Tok::OpenBracket: return "[";
        case Tok::OpenCurly: return "{";
        case Tok::OpenBits: return "<<";
        case Tok::Fn: return "fn";
        default: return "do";
    }
}

}  // namespace

std::string_view Lexer::closing_text(Tok kind) {
    switch (kind) {
        case Tok::OpenParen: return ")";
        case Tok::OpenBracket: return "]";
        case Tok::OpenCurly: return "}";
        case Tok::OpenBits: return ">>";
        default: return "end";
    }
}

Tok Lexer::closing_kind(Tok kind) {
    switch (kind) {
        case Tok::OpenParen: return Tok::CloseParen;
        case Tok::OpenBracket: return Tok::CloseBracket;
        case Tok::OpenCurly: return Tok::CloseCurly;
        case Tok::OpenBits: return Tok::CloseBits;
        default: return Tok::EndWord;
    }
}

std::uint32_t Lexer::indentation() const {
    std::size_t start = pos_;
    while (start > 0 && text_[start - 1] != '\n') --start;
    std::uint32_t n = 0;
    while (start + n < text_.size() && (text_[start + n] == ' ' || text_[start + n] == '\t')) ++n;
    return n;
}

void Lexer::open(Tok kind, std::uint32_t column) {
    const std::uint32_t depth = indentation();
    const bool word = kind == Tok::Do || kind == Tok::Fn;
    if (word && openings_.size() > openings_base_) {
        const Opening& top = openings_.back();
        // One inside the other should stand further right.
        if (top.kind == kind && depth <= top.indentation) {
            (kind == Tok::Do ? suspicious_do_line_ : suspicious_fn_line_) = top.line;
        }
    }
    openings_.push_back({kind, line_, column, depth});
}

std::string Lexer::opening_hint(Tok kind) const {
    const auto& line = kind == Tok::Do ? suspicious_do_line_ : suspicious_fn_line_;
    if ((kind != Tok::Do && kind != Tok::Fn) || !line) return {};
    return "\n\n    HINT: it looks like the \"" + std::string(opening_text(kind)) + "\" on line " +
           std::to_string(*line) + " does not have a matching \"end\"\n";
}

bool Lexer::close(Tok kind, std::string_view text, std::uint32_t column,
                  bool& interpolation_ended) {
    const bool word = kind == Tok::EndWord;
    const char* what = word ? "unexpected reserved word: " : "unexpected token: ";
    interpolation_ended = false;
    if (openings_.size() == openings_base_) {
        if (kind == Tok::CloseCurly && !quotes_.empty()) {
            interpolation_ended = true;
            return true;
        }
        if (!word) return fail(line_, column, what, std::string(text));
        std::string hint;
        if (suspicious_end_line_) {
            hint = "\n\n    HINT: it looks like the \"end\" on line " +
                   std::to_string(*suspicious_end_line_) +
                   " does not have a matching \"do\" defined before it\n";
        }
        return fail_around(line_, column, what, hint, std::string(text));
    }
    const Opening top = openings_.back();
    if (closing_kind(top.kind) != kind) {
        std::string suffix = ". The \"" + std::string(opening_text(top.kind)) + "\" at line " +
                             std::to_string(top.line) + " is missing terminator \"" +
                             std::string(closing_text(top.kind)) + "\"" +
                             opening_hint(top.kind);
        return fail_around(line_, column, what, std::move(suffix), std::string(text));
    }
    openings_.pop_back();
    if (word && line_ > top.line && indentation() > top.indentation) suspicious_end_line_ = line_;
    return true;
}

bool Lexer::check_closed() {
    if (openings_.empty()) return true;
    const Opening& top = openings_.back();
    return fail(line_, column_,
                "missing terminator: " + std::string(closing_text(top.kind)) + " (for \"" +
                    std::string(opening_text(top.kind)) + "\" starting at line " +
                    std::to_string(top.line) + ")" + opening_hint(top.kind),
                "");
}

}  // namespace vial

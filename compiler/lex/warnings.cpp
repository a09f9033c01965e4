// compiler/lex/warnings.cpp: text that is accepted but reads as something else.
// Here: quotes that are not needed, signs that run together, escapes and heredocs that mislead.
// Not here: errors; what the parser warns of (parse/).
// Threads: pure.
// Holds: a warning never changes the tokens.
#include <cstdio>

#include "compiler/lex/lexer_internal.h"

namespace vial {
namespace {

bool is_word(char c) {
    return static_cast<unsigned char>((c | 32) - 'a') < 26 || static_cast<unsigned char>(c - '0') < 10 || c == '_';
}

// A name that needs no quotes: ASCII, lower case first, perhaps with a mark at its end.
bool needs_no_quotes(std::string_view text) {
    if (text.empty() || (!(text[0] >= 'a' && text[0] <= 'z') && text[0] != '_')) return false;
    if (text.back() == '?' || text.back() == '!') text.remove_suffix(1);
    for (const char c : text) {
        if (!is_word(c)) return false;
    }
    return true;
}

}  // namespace

void Lexer::warn_needless_quotes(std::string_view what, std::string_view text, std::uint32_t line, std::uint32_t column) {
    if (!needs_no_quotes(text)) return;
    std::string message = "found quoted " + std::string(what) + " \"" + std::string(text) + "\" but the quotes are not required. ";
    if (what == "atom") {
        message += "Atoms made exclusively of ASCII letters, numbers, underscores, beginning with a letter or underscore, and "
                   "optionally ending with ! or ? do not require quotes";
    } else if (what == "keyword") {
        message += "Note that keywords are always atoms, even when quoted. Similar to atoms, keywords made exclusively of ASCII letters, "
                   "numbers, and underscores and not beginning with a number do not require quotes";
    } else {
        message += "Calls made exclusively of Unicode letters, numbers, and underscores and not beginning with a number do not require quotes";
    }
    warn(line, column, std::move(message));
}

// `a!= b`: behind a name that ends with a mark. `colon`: ":" for an atom.
void Lexer::warn_mark_before_equals(std::string_view text, std::string_view colon, std::uint32_t column) {
    if (text.empty() || (text.back() != '!' && text.back() != '?') || at() != '=' || at(1) == '~') return;
    const std::string whole = std::string(colon) + std::string(text);
    const std::string name = whole.substr(0, whole.size() - 1);
    const std::string mark(1, text.back());
    warn(line_, column, "found " + std::string(colon.empty() ? "identifier" : "atom") + " \"" + whole + "\", ending with \"" + mark +
                            "\", followed by =. It is unclear if you mean \"" + name + " " + mark + "=\" or \"" + whole +
                            " =\". Please add a space before or after " + mark + " to remove the ambiguity");
}

// Behind `?` or `?\` at a character that is better written as an escape.
void Lexer::warn_character(bool escaped, char32_t code, std::uint32_t column) {
    static constexpr struct {
        char32_t code;
        const char* name;
        const char* escape;
    } kNamed[] = {{0, "null byte", "\\0"}, {'\a', "bell", "\\a"},     {'\b', "backspace", "\\b"}, {0x7f, "delete", "\\d"},
                  {0x1b, "escape", "\\e"}, {'\f', "form feed", "\\f"}, {'\n', "newline", "\\n"},   {'\r', "carriage return", "\\r"},
                  {' ', "space", "\\s"},   {'\t', "tab", "\\t"},      {'\v', "vertical tab", "\\v"}};
    for (const auto& named : kNamed) {
        if (named.code != code) continue;
        char text[128];
        std::snprintf(text, sizeof text, "found ?%s followed by code point 0x%X (%s), please use ?%s instead", escaped ? "\\" : "",
                      static_cast<unsigned>(code), named.name, named.escape);
        warn(line_, column, text);
        return;
    }
    if (!escaped || code >= 0x80 || !is_word(static_cast<char>(code))) return;
    if (std::string_view("0abdefnrstvxu").find(static_cast<char>(code)) != std::string_view::npos) return;
    const char c = static_cast<char>(code);
    warn(line_, column, std::string("unknown escape sequence ?\\") + c + ", use ?" + c + " instead");
}

void Lexer::warn_outdented(const Quote& q, std::uint32_t line) {
    const std::string mark(3, q.closing);
    const std::string example = "    def text do\n      " + mark + "\n";
    warn(line, 1, "outdented heredoc line. The contents inside the heredoc should be indented at the same level as the closing " + mark +
                      ". The following is forbidden:\n\n" + example + "    contents\n      " + mark +
                      "\n    end\n\nInstead make sure the contents are indented as much as the heredoc closing:\n\n" + example +
                      "      contents\n      " + mark + "\n    end\n\nThe current heredoc line is indented too little");
}

}  // namespace vial

// compiler/lex/words.cpp: names, reserved words, aliases, atoms, keys.
// Here: what a run of letters is, by what stands before and behind it.
// Not here: names in quotes (strings.cpp), operators' names (operators.cpp).
// Threads: pure.
// Holds: after a dot no word is reserved.
#include <cstdio>
#include <optional>

#include "compiler/lex/identifiers.h"
#include "compiler/lex/lexer_internal.h"

namespace vial {
namespace {

constexpr std::size_t kMaxAtomCodes = 255;

struct Name {
    std::size_t bytes = 0;
    std::uint32_t codes = 0;
    bool ascii = true;
    bool has_at = false;
    bool marked = false;  // ends in ? or !
    char32_t first = 0;
};

// The longest name at the start of `text`; zero bytes when there is none.
Name scan_name(std::string_view text) {
    Name name;
    Utf8Char c = decode_utf8(text);
    if (c.bytes == 0 || !is_identifier_start(c.code)) return name;
    name.first = c.code;
    while (c.bytes != 0 && (name.bytes == 0 || is_identifier_continue(c.code) || c.code == '@')) {
        name.ascii = name.ascii && c.code < 0x80;
        name.has_at = name.has_at || c.code == '@';
        name.bytes += c.bytes;
        ++name.codes;
        c = decode_utf8(text.substr(name.bytes));
    }
    if (c.code == '?' || c.code == '!') {
        name.marked = true;
        ++name.bytes;
        ++name.codes;
    }
    return name;
}

std::string code_name(std::string_view text, char32_t code) {
    char number[16];
    std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(code));
    return "invalid character \"" + std::string(text) + "\" (code point " + number + ")";
}

struct Reserved {
    std::string_view text;
    Tok kind;
    bool continues;  // an operator that goes on with the line before
};

constexpr Reserved kReserved[] = {
    {"fn", Tok::Fn, false},          {"do", Tok::Do, false},
    {"end", Tok::EndWord, false},    {"true", Tok::True, false},
    {"false", Tok::False, false},    {"nil", Tok::Nil, false},
    {"not", Tok::Unary, false},      {"and", Tok::And, true},
    {"or", Tok::Or, true},           {"in", Tok::In, true},
    {"when", Tok::When, true},       {"after", Tok::BlockWord, false},
    {"else", Tok::BlockWord, false}, {"catch", Tok::BlockWord, false},
    {"rescue", Tok::BlockWord, false},
};

}  // namespace

void Lexer::push_call_name(std::string_view text, std::uint32_t line, std::uint32_t column) {
    const Tok kind = at() == '(' && !ended()   ? Tok::ParenIdentifier
                     : at() == '[' && !ended() ? Tok::BracketIdentifier
                                               : Tok::Identifier;
    push(kind, text, line, column);
}

// A colon behind a name makes it a key, if a space follows that.
bool Lexer::check_keyword_colon(std::string_view text, std::uint32_t column, bool& is_keyword) {
    is_keyword = keyword_follows(0);
    if (is_keyword) {
        push(Tok::Kw, text, line_, column);
        skip_ascii(1);
        return true;
    }
    if (at() == ':' && !ended(1) && at(1) != ':') {
        return fail(line_, column, "keyword argument must be followed by space after: ",
                    std::string(text) + ":");
    }
    return true;
}

bool Lexer::word() {
    const Name name = scan_name(text_.substr(pos_));
    if (name.bytes == 0) return unexpected();
    const std::string_view text = text_.substr(pos_, name.bytes);
    const std::uint32_t column = column_;
    if (name.codes > kMaxAtomCodes) {
        return fail(line_, column, "atom length must be less than system limit: ",
                    std::string(text));
    }
    pos_ += name.bytes;
    column_ += name.codes;
    bool is_keyword = false;
    if (!check_keyword_colon(text, column, is_keyword)) return false;
    if (is_keyword) return true;
    const bool capital = is_identifier_capital(name.first);
    if (capital && name.first >= 0x80) {
        pos_ -= name.bytes;
        column_ = column;
        return unexpected();
    }
    if (name.has_at) {
        return fail(line_, column,
                    code_name("@", '@') + (capital ? " in alias: " : " in identifier: "),
                    std::string(text));
    }
    if (!capital) warn_mark_before_equals(text, {}, column);
    if (!capital) return identifier(text, column);
    if (name.marked && name.ascii) {
        return fail(line_, column,
                    code_name(text.substr(text.size() - 1), static_cast<char32_t>(text.back())) +
                        " in alias (only ASCII characters, without punctuation, are allowed): ",
                    std::string(text));
    }
    return alias(text, column, name.ascii);
}

bool Lexer::alias(std::string_view text, std::uint32_t column, bool ascii) {
    if (!ascii) {
        std::size_t i = 0;
        while (static_cast<unsigned char>(text[i]) < 0x80) ++i;
        const Utf8Char c = decode_utf8(text.substr(i));
        return fail(line_, column,
                    code_name(text.substr(i, c.bytes), c.code) +
                        " in alias (only ASCII characters, without punctuation, are allowed): ",
                    std::string(text));
    }
    while (at() == ' ' || at() == '\t') skip_ascii(1);
    if (at() == '(') {
        return fail(line_, column_ + 1,
                    "unexpected ( after alias " + std::string(text) +
                        ". Function names and identifiers in Elixir start with lowercase "
                        "characters or underscore. For example:\n\n    hello_world()\n    "
                        "_starting_with_underscore()\n    numb3rs_are_allowed()\n    "
                        "may_finish_with_question_mark?()\n    "
                        "may_finish_with_exclamation_mark!()\n\nUnexpected token: ",
                    "(");
    }
    push(Tok::Alias, text, line_, column);
    return true;
}

bool Lexer::identifier(std::string_view text, std::uint32_t column) {
    if (!after_dot()) {
        bool done = false;
        if (!reserved_word(text, column, done)) return false;
        if (done) return true;
    }
    if (text == "__aliases__" || text == "__block__") {
        return fail(line_, column, "reserved token: ", std::string(text));
    }
    push_call_name(text, line_, column);
    return true;
}

bool Lexer::reserved_word(std::string_view text, std::uint32_t column, bool& done) {
    const Reserved* word = nullptr;
    for (const Reserved& r : kReserved) {
        if (r.text == text) word = &r;
    }
    done = word != nullptr;
    if (!word) return true;
    if (word->kind == Tok::Do) return do_word(column);
    if (word->kind == Tok::Fn) open(Tok::Fn, column);
    if (word->kind == Tok::EndWord) {
        bool interpolation_ended = false;
        if (!close(Tok::EndWord, text, column, interpolation_ended)) return false;
    }
    const bool names_operator =
        word->kind == Tok::And || word->kind == Tok::Or || word->kind == Tok::In ||
        word->kind == Tok::When || word->kind == Tok::Unary;
    if (names_operator && slash_follows()) {
        push(Tok::Identifier, text, line_, column);
        return true;
    }
    Token* before = last();
    // `a not in b`: the two words are one operator.
    if (word->kind == Tok::In && before && before->kind == Tok::Unary && before->text == "not") {
        const std::uint32_t line = before->line, start = before->column;
        out_.tokens.pop_back();
        push_continuing(Tok::In, "not in", line, start);
        return true;
    }
    if (word->continues) {
        push_continuing(word->kind, text, line_, column);
    } else {
        push(word->kind, text, line_, column);
    }
    return true;
}

// `do` belongs to the name right before it, if there is one.
bool Lexer::do_word(std::uint32_t column) {
    Token* before = last();
    if (before && before->kind == Tok::Fn) {
        return fail_around(line_, column, "unexpected reserved word: ",
                           ". Anonymous functions are written as:\n\n    fn pattern -> expression "
                           "end",
                           "do");
    }
    if (before && (before->kind == Tok::Comma || before->kind == Tok::Semicolon)) {
        return fail_around(
            line_, column, "unexpected reserved word: ",
            ". In case you wanted to write a \"do\" expression, you must either use do-blocks or "
            "separate the keyword argument with comma. For example, you should either write:\n\n"
            "    if some_condition? do\n      :this\n    else\n      :that\n    end\n\nor the "
            "equivalent construct:\n\n    if(some_condition?, do: :this, else: :that)\n\nwhere "
            "\"some_condition?\" is the first argument and the second argument is a keyword "
            "list.\n\nYou may see this error if you forget a trailing comma before the \"do\" in "
            "a \"do\" block",
            "do");
    }
    if (before && before->kind == Tok::Identifier) before->kind = Tok::DoIdentifier;
    open(Tok::Do, column);
    push(Tok::Do, "do", line_, column);
    return true;
}

bool Lexer::atom() {
    const std::uint32_t column = column_;
    if (at(1) == '"' || at(1) == '\'') return open_string(at(1), Quote::Kind::Atom, column);
    bool done = false;
    if (!operator_atom(done)) return false;
    if (done) return true;
    const Name name = scan_name(text_.substr(pos_ + 1));
    if (name.bytes == 0) return unexpected();
    const std::string_view text = text_.substr(pos_ + 1, name.bytes);
    if (name.codes > kMaxAtomCodes) {
        return fail(line_, column, "atom length must be less than system limit: ",
                    std::string(text));
    }
    push(Tok::Atom, text, line_, column);
    pos_ += 1 + name.bytes;
    column_ += 1 + name.codes;
    warn_mark_before_equals(text, ":", column);
    return true;
}

}  // namespace vial

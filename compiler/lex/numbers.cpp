// compiler/lex/numbers.cpp: integers, floats, characters.
// Here: bases, underscores, fractions, exponents, ?c.
// Not here: their values (parse/literals.cpp makes terms).
// Threads: pure.
// Holds: an underscore stands only between two digits.
#include <cstdlib>

#include "compiler/lex/identifiers.h"
#include "compiler/lex/lexer_internal.h"
#include "compiler/lex/unescape.h"

namespace vial {
namespace {

bool is_digit_of(char c, int base) {
    if (c >= '0' && c <= '9') return c - '0' < base;
    if (c >= 'a' && c <= 'f') return base == 16;
    if (c >= 'A' && c <= 'F') return base == 16;
    return false;
}

bool float_is_finite(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c != '_') plain.push_back(c);
    }
    const double value = std::strtod(plain.c_str(), nullptr);
    return value - value == 0.0;
}

}  // namespace

// Offset (from pos_) behind the digits that start at `from`.
std::size_t Lexer::digits(std::size_t from, int base) const {
    std::size_t n = from;
    while (is_digit_of(at(n), base) || (n > from && at(n) == '_' && is_digit_of(at(n + 1), base))) {
        ++n;
    }
    return n;
}

bool Lexer::number() {
    std::size_t length = 0;
    Tok kind = Tok::Int;
    int base = 10;
    if (at() == '0') base = at(1) == 'x' ? 16 : at(1) == 'o' ? 8 : at(1) == 'b' ? 2 : 10;
    if (base != 10 && is_digit_of(at(2), base)) {
        length = digits(2, base);
    } else {
        base = 10;
        length = digits(0, 10);
        if (at(length) == '.' && is_digit_of(at(length + 1), 10)) {
            kind = Tok::Float;
            length = digits(length + 1, 10);
            if (at(length) == 'e' || at(length) == 'E') {
                const std::size_t sign = at(length + 1) == '+' || at(length + 1) == '-' ? 1 : 0;
                if (is_digit_of(at(length + 1 + sign), 10)) length = digits(length + 1 + sign, 10);
            }
        }
    }
    const std::string_view text = text_.substr(pos_, length);
    if (kind == Tok::Float && !float_is_finite(text)) {
        return fail(line_, column_, "invalid float number ", std::string(text));
    }
    const Utf8Char next = code_at(length);
    if (base == 10 && next.bytes > 0 && (next.code == '_' || (next.code | 32) - 'a' < 26u)) {
        const std::string shown(text_.substr(pos_ + length, next.bytes));
        return fail(line_, column_,
                    "invalid character \"" + shown + "\" after number " + std::string(text) +
                        ". If you intended to write a number, make sure to separate the number "
                        "from the character (using comma, space, etc). If you meant to write a "
                        "function name or a variable, note that identifiers in Elixir cannot "
                        "start with numbers. Unexpected token: ",
                    shown);
    }
    push(kind, text, line_, column_);
    skip_ascii(length);
    return true;
}

bool Lexer::character() {
    const std::uint32_t line = line_, column = column_;
    const std::size_t start = pos_;
    if (ended(1)) return unexpected();
    skip_ascii(1);
    char32_t value = 0;
    if (at() == '\\' && !ended(1)) {
        skip_ascii(1);
        value = unescape_char(code_at().code);
        warn_character(true, code_at().code, column);
    } else {
        value = code_at().code;
        warn_character(false, value, column);
    }
    // A newline here is a character like any other: the line goes on.
    pos_ += code_at().bytes;
    ++column_;
    push(Tok::Char, text_.substr(start, pos_ - start), line, column).code = value;
    return true;
}

}  // namespace vial

// compiler/lex/unescape.cpp: escapes of strings.
// Here: the table of one-letter escapes, \x, \u.
// Not here: where strings end (strings.cpp).
// Threads: pure functions.
// Holds: a backslash before a newline joins the lines.
#include "compiler/lex/unescape.h"

#include <cstdint>

#include "compiler/source/utf8.h"

namespace vial {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Reads at most `most` hex digits at `at`.
std::uint32_t read_hex(std::string_view text, std::size_t& at, int most, int& count) {
    std::uint32_t value = 0;
    for (count = 0; count < most && at < text.size() && hex_digit(text[at]) >= 0; ++count) {
        value = value * 16 + static_cast<std::uint32_t>(hex_digit(text[at++]));
    }
    return value;
}

bool bad_unicode(UnescapeError& error) {
    error = {"invalid Unicode escape character, expected \\uHHHH or \\u{H*} where H is a hexadecimal "
             "digit. Syntax error after: ",
             "\\u"};
    return false;
}

bool append_code_point(std::string& out, std::uint32_t value, std::string_view digits,
                       UnescapeError& error) {
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
        error = {"invalid or reserved Unicode code point \\u{" + std::string(digits) +
                     "}. Syntax error after: ",
                 "\\u"};
        return false;
    }
    append_utf8(out, value);
    return true;
}

bool bad_hex(UnescapeError& error) {
    error = {"invalid hex escape character, expected \\xHH where H is a hexadecimal digit. "
             "Syntax error after: ",
             "\\x"};
    return false;
}

// {H*}, from the brace on.
bool unescape_braces(std::string_view text, std::size_t& at, std::string& out, bool (*bad)(UnescapeError&),
                     UnescapeError& error) {
    int count = 0;
    const std::size_t from = ++at;
    const std::uint32_t value = read_hex(text, at, 6, count);
    if (count == 0 || at >= text.size() || text[at] != '}') return bad(error);
    return append_code_point(out, value, text.substr(from, at++ - from), error);
}

bool unescape_unicode(std::string_view text, std::size_t& at, std::string& out,
                      UnescapeError& error) {
    if (at < text.size() && text[at] == '{') return unescape_braces(text, at, out, bad_unicode, error);
    int count = 0;
    const std::size_t from = at;
    const std::uint32_t value = read_hex(text, at, 4, count);
    if (count != 4) return bad_unicode(error);
    return append_code_point(out, value, text.substr(from, 4), error);
}

// \x{H*} is deprecated, and a code point as that of \u.
bool unescape_hex(std::string_view text, std::size_t& at, std::string& out, UnescapeError& error) {
    if (at < text.size() && text[at] == '{') return unescape_braces(text, at, out, bad_hex, error);
    int count = 0;
    const std::uint32_t value = read_hex(text, at, 2, count);
    if (count == 0) return bad_hex(error);
    out.push_back(static_cast<char>(value));
    return true;
}

}  // namespace

char32_t unescape_char(char32_t c) {
    switch (c) {
        case '0': return 0;
        case 'a': return 7;
        case 'b': return 8;
        case 'd': return 127;
        case 'e': return 27;
        case 'f': return 12;
        case 'n': return 10;
        case 'r': return 13;
        case 's': return 32;
        case 't': return 9;
        case 'v': return 11;
        default: return c;
    }
}

bool unescape(std::string_view text, std::string& out, UnescapeError& error) {
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at++];
        if (c != '\\' || at == text.size()) {
            out.push_back(c);
            continue;
        }
        const char e = text[at++];
        if (e == '\n') continue;
        if (e == '\r' && at < text.size() && text[at] == '\n') {
            ++at;
            continue;
        }
        if (e == 'x') {
            if (!unescape_hex(text, at, out, error)) return false;
        } else if (e == 'u') {
            if (!unescape_unicode(text, at, out, error)) return false;
        } else {
            out.push_back(static_cast<char>(static_cast<unsigned char>(e) < 0x80
                                                ? unescape_char(static_cast<unsigned char>(e))
                                                : static_cast<unsigned char>(e)));
        }
    }
    return true;
}

}  // namespace vial

// compiler/lex/unescape.h: escapes of strings.
// Here: unescape() with Elixir's escapes, and why it failed.
// Not here: where strings end (strings.cpp).
// Threads: pure functions.
// Holds: input is UTF-8; output may be any bytes (\xFF).
#pragma once

#include <string>
#include <string_view>

namespace vial {

struct UnescapeError {
    std::string message;   // "invalid hex escape character, expected ..."
    std::string sequence;  // "\x"
};

// False and the error when an escape is not well formed.
bool unescape(std::string_view text, std::string& out, UnescapeError& error);

// What a single-letter escape stands for; other characters for themselves.
char32_t unescape_char(char32_t c);

}  // namespace vial

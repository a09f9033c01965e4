// compiler/lex/identifiers.h: which characters make names.
// Here: tests of single code points.
// Not here: names themselves (words.cpp).
// Threads: pure functions.
// Holds: Unicode 14.
#pragma once

#include <cstdint>

namespace vial {

bool is_identifier_start(char32_t c);     // capitals included
bool is_identifier_capital(char32_t c);   // may start an atom, not a variable
bool is_identifier_continue(char32_t c);
// Changes the direction of text: could make code read as what it is not.
bool is_bidirectional(char32_t c);

}  // namespace vial

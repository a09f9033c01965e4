// runtime/text/grapheme.h: where one character, as readers see it, ends.
// Here: grapheme_size(), over utf8proc's breaking rules.
// Not here: the natives (unicode.cpp).
// Threads: pure.
// Holds: a byte that is not valid UTF-8 is a grapheme of its own.
#pragma once

#include <string_view>

namespace vial {

// Bytes of the first grapheme; 0 for the empty text.
std::size_t grapheme_size(std::string_view text);

// Bytes before which nothing has to be looked at: ASCII that is followed by ASCII. Each of these
// bytes is a grapheme, but for CR LF.
inline bool plain_pair(char a, char b) {
    const auto x = static_cast<unsigned char>(a);
    const auto y = static_cast<unsigned char>(b);
    return ((x | y) & 0x80) == 0 && x != '\r';
}

}  // namespace vial

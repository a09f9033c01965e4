// compiler/source/utf8.h: one code point in and out of UTF-8.
// Here: decode_utf8, append_utf8.
// Not here: strings of the language (runtime/text).
// Threads: pure functions.
// Holds: decoding never reads beyond the text; ill-formed input gives zero bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vial {

struct Utf8Char {
    char32_t code = 0;
    std::uint32_t bytes = 0;  // 0: ill-formed
};

inline Utf8Char decode_utf8(std::string_view s) {
    if (s.empty()) return {};
    const auto b0 = static_cast<unsigned char>(s[0]);
    if (b0 < 0x80) return {b0, 1};
    const std::uint32_t n = b0 >= 0xf0 ? 4 : b0 >= 0xe0 ? 3 : b0 >= 0xc2 ? 2 : 0;
    if (n == 0 || b0 > 0xf4 || s.size() < n) return {};
    char32_t code = b0 & (0x7fu >> n);
    for (std::uint32_t i = 1; i < n; ++i) {
        const auto b = static_cast<unsigned char>(s[i]);
        if ((b & 0xc0) != 0x80) return {};
        code = code << 6 | (b & 0x3f);
    }
    const char32_t least = n == 2 ? 0x80 : n == 3 ? 0x800 : 0x10000;
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return {};
    return {code, n};
}

inline void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xc0 | c >> 6));
        out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
    } else if (c < 0x10000) {
        out.push_back(static_cast<char>(0xe0 | c >> 12));
        out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
    } else {
        out.push_back(static_cast<char>(0xf0 | c >> 18));
        out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3f)));
        out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
    }
}

}  // namespace vial

// runtime/text/utf8.h: code points in and out of UTF-8.
// Here: decoding one code point, encoding one, the end of the valid part of a text.
// Not here: what code points mean (grapheme.h, case.cpp); other encodings (chardata.cpp).
// Threads: pure.
// Holds: surrogates, overlong forms and values above 0x10FFFF are not valid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vial {

// The size of the code point at `p`, or 0 if it is not valid; `p` < `end`.
inline unsigned decode_utf8(const char* p, const char* end, std::uint32_t& code_point) {
    const auto byte = [&](int i) { return static_cast<std::uint8_t>(p[i]); };
    const auto tail = [&](int i) { return (byte(i) & 0xC0) == 0x80; };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        code_point = first;
        return 1;
    }
    const auto left = end - p;
    if (first < 0xC2) return 0;
    if (first < 0xE0) {
        if (left < 2 || !tail(1)) return 0;
        code_point = (first & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
        return 2;
    }
    if (first < 0xF0) {
        if (left < 3 || !tail(1) || !tail(2)) return 0;
        code_point = (first & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
        return code_point < 0x800 || (code_point >= 0xD800 && code_point < 0xE000) ? 0 : 3;
    }
    if (first > 0xF4 || left < 4 || !tail(1) || !tail(2) || !tail(3)) return 0;
    code_point = (first & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 |
                 (byte(3) & 0x3Fu);
    return code_point < 0x10000 || code_point > 0x10FFFF ? 0 : 4;
}

inline bool valid_code_point(std::int64_t c) {
    return c >= 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

inline void append_utf8(std::string& out, std::uint32_t c) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0 | c >> 6));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | c >> 12));
        out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xF0 | c >> 18));
        out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

// How many bytes from the start are ASCII; eight at a time.
std::size_t ascii_prefix(std::string_view text);
// How many bytes from the start are valid UTF-8.
std::size_t valid_utf8_prefix(std::string_view text);
// Whether `rest`, which is not valid at its start, is the beginning of a code point cut off.
bool incomplete_utf8(std::string_view rest);

}  // namespace vial

// vm/base/utf8.h: UTF-8, one code point at a time.
// Here: encoding, decoding of valid text, validation, counting.
// Not here: properties of characters (runtime/text).
// Threads: pure functions.
// Holds: surrogates and what lies beyond U+10FFFF are no code points, overlong forms are invalid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vial {

constexpr bool is_code_point(std::int64_t c) {
    return (c >= 0 && c < 0xd800) || (c > 0xdfff && c <= 0x10ffff);
}

// Returns how many of the 4 bytes were written.
inline std::size_t encode_utf8(std::uint32_t c, char* out) {
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80) {
        out[0] = static_cast<char>(c);
        return 1;
    }
    if (c < 0x800) {
        out[0] = static_cast<char>(0xc0 | c >> 6);
        out[1] = tail(0);
        return 2;
    }
    if (c < 0x10000) {
        out[0] = static_cast<char>(0xe0 | c >> 12);
        out[1] = tail(6);
        out[2] = tail(0);
        return 3;
    }
    out[0] = static_cast<char>(0xf0 | c >> 18);
    out[1] = tail(12);
    out[2] = tail(6);
    out[3] = tail(0);
    return 4;
}

inline void append_utf8(std::string& text, std::uint32_t c) {
    char bytes[4];
    text.append(bytes, encode_utf8(c, bytes));
}

// The code point at `at`, which moves behind it; -1 (and `at` stays) where the bytes are invalid.
inline std::int32_t try_next_utf8(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(at);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() - at < length) return -1;
    std::uint32_t c = first & (0xffu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80) return -1;
        c = c << 6 | (byte(at + i) & 0x3f);
    }
    constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (c < kLeast[length] || !is_code_point(c)) return -1;
    at += length;
    return static_cast<std::int32_t>(c);
}

// As try_next_utf8, for text that is valid.
inline std::uint32_t next_utf8(std::string_view text, std::size_t& at) {
    return static_cast<std::uint32_t>(try_next_utf8(text, at));
}

inline bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (try_next_utf8(text, at) < 0) return false;
    }
    return true;
}

// Of valid text.
inline std::size_t count_utf8(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += (c & 0xc0) != 0x80;
    return count;
}

}  // namespace vial

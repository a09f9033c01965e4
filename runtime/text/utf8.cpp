// runtime/text/utf8.cpp: the valid part of a text.
// Here: ascii_prefix, valid_utf8_prefix, incomplete_utf8.
// Not here: single code points (utf8.h).
// Threads: pure.
// Holds: as utf8.h.
#include "runtime/text/utf8.h"

#include <cstring>

namespace vial {

std::size_t ascii_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at + 8 <= text.size()) {
        std::uint64_t eight;
        std::memcpy(&eight, text.data() + at, 8);
        if (eight & 0x8080808080808080u) break;
        at += 8;
    }
    while (at < text.size() && static_cast<std::uint8_t>(text[at]) < 0x80) ++at;
    return at;
}

std::size_t valid_utf8_prefix(std::string_view text) {
    const char* const end = text.data() + text.size();
    std::size_t at = ascii_prefix(text);
    while (at < text.size()) {
        std::uint32_t ignored;
        const unsigned size = decode_utf8(text.data() + at, end, ignored);
        if (size == 0) return at;
        at += size;
        if (size == 1) at += ascii_prefix(text.substr(at));
    }
    return at;
}

bool incomplete_utf8(std::string_view rest) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(rest[i]); };
    if (rest.empty() || rest.size() > 3) return false;
    const std::uint8_t first = byte(0);
    const std::size_t wanted = first >= 0xC2 && first < 0xE0   ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (rest.size() >= wanted) return false;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if ((byte(i) & 0xC0) != 0x80) return false;
    }
    // The second byte may already say that nothing can make it valid.
    if (rest.size() >= 2) {
        if (first == 0xE0 && byte(1) < 0xA0) return false;
        if (first == 0xED && byte(1) >= 0xA0) return false;
        if (first == 0xF0 && byte(1) < 0x90) return false;
        if (first == 0xF4 && byte(1) >= 0x90) return false;
    }
    return true;
}

}  // namespace vial

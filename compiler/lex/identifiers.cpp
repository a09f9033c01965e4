// compiler/lex/identifiers.cpp: which characters make names.
// Here: ASCII by hand, the rest by binary search in ranges.
// Not here: names themselves (words.cpp).
// Threads: pure functions.
// Holds: what starts a name may also go on in it.
#include "compiler/lex/identifiers.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace vial {
namespace {

struct CodeRange {
    char32_t first;
    char32_t last;
};

#include "compiler/lex/identifier_ranges.inl"

bool contains(std::span<const CodeRange> ranges, char32_t c) {
    const auto it = std::upper_bound(ranges.begin(), ranges.end(), c,
                                     [](char32_t v, const CodeRange& r) { return v < r.first; });
    return it != ranges.begin() && c <= std::prev(it)->last;
}

}  // namespace

bool is_identifier_start(char32_t c) {
    if (c < 0x80) return (c | 32) - 'a' < 26u || c == '_';
    return contains(kStartRanges, c);
}

bool is_identifier_capital(char32_t c) {
    if (c < 0x80) return c - 'A' < 26u;
    return contains(kCapitalRanges, c);
}

bool is_identifier_continue(char32_t c) {
    if (c < 0x80) return (c | 32) - 'a' < 26u || c - '0' < 10u || c == '_';
    return contains(kContinueRanges, c) || contains(kStartRanges, c);
}

bool is_bidirectional(char32_t c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace vial

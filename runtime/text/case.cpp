// runtime/text/case.cpp: upper, lower, title and folded case of texts.
// Here: the conversions: utf8proc's one-to-one mappings and the special ones of the table.
// Not here: the natives (unicode.cpp).
// Threads: pure.
// Holds: as case.h.
#include "runtime/text/case.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "runtime/text/utf8.h"

namespace vial {
namespace {

struct SpecialCase {
    std::uint32_t code_point;
    std::uint32_t to[3];
};

#include "runtime/text/special_casing.inl"

constexpr std::uint32_t kCapitalSigma = 0x3A3, kSigma = 0x3C3, kFinalSigma = 0x3C2;
constexpr std::uint32_t kDottedCapitalI = 0x130, kDotlessI = 0x131, kDotAbove = 0x307;

template <std::size_t n>
const SpecialCase* special(const SpecialCase (&table)[n], std::uint32_t c) {
    const auto* found = std::lower_bound(std::begin(table), std::end(table), c,
                                         [](const SpecialCase& row, std::uint32_t value) { return row.code_point < value; });
    return found != std::end(table) && found->code_point == c ? found : nullptr;
}

void append_special(std::string& out, const SpecialCase& row) {
    for (const std::uint32_t c : row.to) {
        if (c != 0) append_utf8(out, c);
    }
}

bool cased(std::uint32_t c) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL ||
           category == UTF8PROC_CATEGORY_LT;
}

bool case_ignorable(std::uint32_t c) {
    switch (c) {
        case '\'': case '.': case ':': case '^': case '`': case 0xA8: case 0xAF: case 0xB4:
        case 0xB7: case 0xB8: case 0x2018: case 0x2019: case 0x2024: case 0x2027:
            return true;
        default: break;
    }
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_ME: case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_SK:
            return true;
        default: return false;
    }
}

// Whether a cased letter follows, what is ignorable left out.
bool cased_follows(std::string_view rest) {
    const char* const end = rest.data() + rest.size();
    for (std::size_t at = 0; at < rest.size();) {
        std::uint32_t c;
        const unsigned size = decode_utf8(rest.data() + at, end, c);
        if (size == 0) return false;
        if (!case_ignorable(c)) return cased(c);
        at += size;
    }
    return false;
}

// Walks the code points; `each(code point, rest after it)` appends to `out`.
template <class Each>
std::string convert(std::string_view text, Each each) {
    std::string out;
    out.reserve(text.size() + 8);
    const char* const end = text.data() + text.size();
    for (std::size_t at = 0; at < text.size();) {
        std::uint32_t c;
        const unsigned size = decode_utf8(text.data() + at, end, c);
        if (size == 0) {
            out.push_back(text[at]);
            ++at;
        } else {
            at += size;
            each(out, c, text.substr(at));
        }
    }
    return out;
}

std::string ascii_case(std::string_view text, char from, char to, int by) {
    std::string out(text);
    for (char& c : out) {
        if (c >= from && c <= to) c = static_cast<char>(c + by);
    }
    return out;
}

bool turkic_upper(std::string& out, std::uint32_t c) {
    if (c == 'i') append_utf8(out, kDottedCapitalI);
    else if (c == kDotlessI) out.push_back('I');
    else return false;
    return true;
}

bool turkic_lower(std::string& out, std::uint32_t c) {
    if (c == 'I') append_utf8(out, kDotlessI);
    else if (c == kDottedCapitalI) out.push_back('i');
    else return false;
    return true;
}

}  // namespace

std::string lower_case(std::string_view text, CaseMode mode) {
    if (mode == CaseMode::Ascii) return ascii_case(text, 'A', 'Z', 32);
    if (mode != CaseMode::Turkic && ascii_prefix(text) == text.size()) return ascii_case(text, 'A', 'Z', 32);
    std::uint32_t before = 0;
    return convert(text, [&](std::string& out, std::uint32_t c, std::string_view rest) {
        const std::uint32_t previous = before;
        before = c;
        if (mode == CaseMode::Turkic && c == kDotAbove && previous == 'I') {
            // I with the dot written apart: the same letter as the one in one piece.
            out.resize(out.size() - 2);
            out.push_back('i');
            return;
        }
        if (mode == CaseMode::Turkic && turkic_lower(out, c)) return;
        if (c < 0x80) {
            out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
        } else if (c == kDottedCapitalI) {
            out.push_back('i');
            append_utf8(out, kDotAbove);
        } else if (c == kCapitalSigma && mode == CaseMode::Greek) {
            const bool last = previous >= 0x80 && cased(previous) && !cased_follows(rest);
            append_utf8(out, last ? kFinalSigma : kSigma);
        } else {
            append_utf8(out, static_cast<std::uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
        }
    });
}

std::string upper_case(std::string_view text, CaseMode mode) {
    if (mode == CaseMode::Ascii) return ascii_case(text, 'a', 'z', -32);
    if (mode != CaseMode::Turkic && ascii_prefix(text) == text.size()) return ascii_case(text, 'a', 'z', -32);
    return convert(text, [&](std::string& out, std::uint32_t c, std::string_view) {
        if (mode == CaseMode::Turkic && turkic_upper(out, c)) return;
        if (c < 0x80) {
            out.push_back(static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c));
        } else if (const SpecialCase* row = special(kSpecialUpper, c)) {
            append_special(out, *row);
        } else {
            append_utf8(out, static_cast<std::uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))));
        }
    });
}

std::string fold_case(std::string_view text) {
    return convert(text, [](std::string& out, std::uint32_t c, std::string_view) {
        if (c < 0x80) {
            out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
        } else if (const SpecialCase* row = special(kSpecialFold, c)) {
            append_special(out, *row);
        } else {
            utf8proc_int32_t folded[8];
            int boundary = 0;
            const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), folded, 8,
                                                       UTF8PROC_CASEFOLD, &boundary);
            append_utf8(out, count == 1 ? static_cast<std::uint32_t>(folded[0]) : c);
        }
    });
}

std::string title_first(std::string_view text, CaseMode mode, std::size_t& bytes) {
    std::string out;
    std::uint32_t c;
    bytes = text.empty() ? 0 : decode_utf8(text.data(), text.data() + text.size(), c);
    if (bytes == 0) {
        bytes = text.empty() ? 0 : 1;
        return std::string(text.substr(0, bytes));
    }
    if (mode == CaseMode::Turkic && turkic_upper(out, c)) return out;
    if (const SpecialCase* row = special(kSpecialTitle, c)) append_special(out, *row);
    else append_utf8(out, static_cast<std::uint32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(c))));
    return out;
}

}  // namespace vial

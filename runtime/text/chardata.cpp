// runtime/text/chardata.cpp: chardata flattened to UTF-8.
// Here: as chardata.h.
// Not here: the natives (unicode_convert.cpp).
// Threads: the process's.
// Holds: as chardata.h.
#include "runtime/text/chardata.h"

#include "runtime/text/binary_argument.h"
#include "runtime/text/utf8.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"

namespace vial {
namespace {

// Reads code points of two or four bytes; returns the bytes taken.
std::size_t decode_wide(std::string_view bytes, std::size_t unit, bool big, std::string& out, bool& cut_off) {
    const auto read = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < unit; ++i) {
            const auto byte = static_cast<std::uint8_t>(bytes[big ? at + i : at + unit - 1 - i]);
            value = value << 8 | byte;
        }
        return value;
    };
    std::size_t at = 0;
    cut_off = false;
    while (at < bytes.size()) {
        if (at + unit > bytes.size()) {
            cut_off = true;
            return at;
        }
        std::uint32_t c = read(at);
        std::size_t taken = unit;
        if (unit == 2 && c >= 0xD800 && c < 0xDC00) {
            if (at + 4 > bytes.size()) {
                cut_off = true;
                return at;
            }
            const std::uint32_t low = read(at + 2);
            if (low < 0xDC00 || low > 0xDFFF) return at;
            c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
            taken = 4;
        }
        if (!valid_code_point(c)) return at;
        append_utf8(out, c);
        at += taken;
    }
    return at;
}

// Appends what is valid; returns the bytes taken.
std::size_t append_bytes(std::string_view bytes, TextEncoding encoding, std::string& out, bool& cut_off) {
    cut_off = false;
    switch (encoding) {
        case TextEncoding::Utf8: {
            const std::size_t valid = valid_utf8_prefix(bytes);
            out.append(bytes.substr(0, valid));
            cut_off = incomplete_utf8(bytes.substr(valid));
            return valid;
        }
        case TextEncoding::Latin1:
            for (const char c : bytes) append_utf8(out, static_cast<std::uint8_t>(c));
            return bytes.size();
        case TextEncoding::Utf16Big: return decode_wide(bytes, 2, true, out, cut_off);
        case TextEncoding::Utf16Little: return decode_wide(bytes, 2, false, out, cut_off);
        case TextEncoding::Utf32Big: return decode_wide(bytes, 4, true, out, cut_off);
        case TextEncoding::Utf32Little: return decode_wide(bytes, 4, false, out, cut_off);
    }
    return 0;
}

// One element; false when it stops the walk.
bool take_element(Term element, TextEncoding encoding, FlatText& out) {
    if (const auto small = element.try_small()) {
        if (valid_code_point(*small) && (encoding != TextEncoding::Latin1 || *small < 256)) {
            append_utf8(out.utf8, static_cast<std::uint32_t>(*small));
            return true;
        }
        out.status = FlatText::Status::Error;
    } else if (const BinaryArgument bytes{element}; bytes) {
        bool cut_off = false;
        const std::size_t taken = append_bytes(*bytes, encoding, out.utf8, cut_off);
        if (taken == bytes->size()) return true;
        out.bad_offset = taken;
        out.status = cut_off ? FlatText::Status::Incomplete : FlatText::Status::Error;
    } else {
        out.status = FlatText::Status::NotChardata;
    }
    out.bad = element;
    return false;
}

bool nothing_follows(FlatText& out) {
    TermStack<Term> kept;
    bool nothing = true;
    while (!out.tails.empty()) {
        const Term tail = out.tails.pop();
        if (!tail.is_nil()) nothing = false;
        kept.push(tail);
    }
    while (!kept.empty()) out.tails.push(kept.pop());
    return nothing;
}

}  // namespace

std::optional<TextEncoding> text_encoding(Term t) {
    if (t == atoms::unicode || t == atoms::utf8) return TextEncoding::Utf8;
    if (t == atoms::latin1) return TextEncoding::Latin1;
    if (t == atoms::utf16) return TextEncoding::Utf16Big;
    if (t == atoms::utf32) return TextEncoding::Utf32Big;
    if (t.is_boxed_kind(BoxedKind::Tuple) && header_size(t.header()) == 2) {
        const Term width = Term::from_word(t.boxed_words()[1]);
        const Term order = Term::from_word(t.boxed_words()[2]);
        if (order != atoms::big && order != atoms::little) return std::nullopt;
        const bool big = order == atoms::big;
        if (width == atoms::utf16) return big ? TextEncoding::Utf16Big : TextEncoding::Utf16Little;
        if (width == atoms::utf32) return big ? TextEncoding::Utf32Big : TextEncoding::Utf32Little;
    }
    return std::nullopt;
}

void flatten_chardata(Term data, TextEncoding encoding, FlatText& out) {
    Term at = data;
    for (;;) {
        if (at.is_cons()) {
            const Term head = at.head();
            out.tails.push(at.tail());
            if (head.is_list()) {
                at = head;
                continue;
            }
            if (!take_element(head, encoding, out)) break;
        } else if (!at.is_nil()) {
            // The whole of it, or an improper tail: only a binary may stand here.
            if (at.is_small()) {
                out.status = FlatText::Status::NotChardata;
                return;
            }
            if (!take_element(at, encoding, out)) break;
        }
        if (out.tails.empty()) return;
        at = out.tails.pop();
    }
    // What is cut off before more data is wrong, not incomplete.
    if (out.status == FlatText::Status::Incomplete && !nothing_follows(out)) {
        out.status = FlatText::Status::Error;
    }
}

std::optional<std::string> encode_text(std::string_view utf8, TextEncoding to, std::size_t& taken) {
    std::string out;
    out.reserve(utf8.size());
    const char* const end = utf8.data() + utf8.size();
    const auto put = [&](std::uint32_t value, int bytes, bool big) {
        for (int i = 0; i < bytes; ++i) {
            out.push_back(static_cast<char>(value >> (big ? 8 * (bytes - 1 - i) : 8 * i)));
        }
    };
    for (taken = 0; taken < utf8.size();) {
        std::uint32_t c = 0;
        const unsigned size = decode_utf8(utf8.data() + taken, end, c);
        const bool big = to == TextEncoding::Utf16Big || to == TextEncoding::Utf32Big;
        switch (to) {
            case TextEncoding::Utf8: append_utf8(out, c); break;
            case TextEncoding::Latin1:
                if (c > 0xFF) return std::nullopt;
                out.push_back(static_cast<char>(c));
                break;
            case TextEncoding::Utf16Big:
            case TextEncoding::Utf16Little:
                if (c >= 0x10000) {
                    put(0xD800 + ((c - 0x10000) >> 10), 2, big);
                    put(0xDC00 + ((c - 0x10000) & 0x3FF), 2, big);
                } else {
                    put(c, 2, big);
                }
                break;
            case TextEncoding::Utf32Big:
            case TextEncoding::Utf32Little: put(c, 4, big); break;
        }
        taken += size;
    }
    return out;
}

}  // namespace vial

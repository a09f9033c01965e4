// runtime/text/grapheme.cpp: where one character, as readers see it, ends.
// Here: grapheme_size().
// Not here: the natives (unicode.cpp).
// Threads: pure.
// Holds: as grapheme.h.
#include "runtime/text/grapheme.h"

#include <utf8proc.h>

#include "runtime/text/utf8.h"

namespace vial {

std::size_t grapheme_size(std::string_view text) {
    if (text.empty()) return 0;
    if (text.size() == 1 || plain_pair(text[0], text[1])) return 1;

    const char* const end = text.data() + text.size();
    std::uint32_t before;
    std::size_t at = decode_utf8(text.data(), end, before);
    if (at == 0) return 1;
    utf8proc_int32_t state = 0;
    while (at < text.size()) {
        std::uint32_t next;
        const unsigned size = decode_utf8(text.data() + at, end, next);
        if (size == 0) break;
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                             static_cast<utf8proc_int32_t>(next), &state)) {
            break;
        }
        at += size;
        before = next;
    }
    return at;
}

}  // namespace vial

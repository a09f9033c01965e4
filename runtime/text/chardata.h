// runtime/text/chardata.h: chardata flattened to UTF-8.
// Here: the encodings, flatten_chardata().
// Not here: the natives (unicode_convert.cpp).
// Threads: the process's; nothing is allocated in its heap.
// Holds: chardata may be nested as deep as memory goes; the walk keeps its own stack.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "vm/base/term_stack.h"
#include "vm/term/term.h"

namespace vial {

enum class TextEncoding : std::uint8_t { Utf8, Latin1, Utf16Big, Utf16Little, Utf32Big, Utf32Little };

// latin1, unicode, utf8, utf16, utf32, {utf16 | utf32, big | little}.
std::optional<TextEncoding> text_encoding(Term t);

struct FlatText {
    enum class Status : std::uint8_t { Ok, Error, Incomplete, NotChardata };
    std::string utf8;  // what was valid, up to the end or to what is wrong
    Status status = Status::Ok;
    // Where it stopped: the bad element, bytes of it (if a binary) already taken, and what follows it
    // at each level, innermost last.
    Term bad;
    Word bad_offset = 0;
    TermStack<Term> tails;
};

void flatten_chardata(Term data, TextEncoding encoding, FlatText& out);

// UTF-8, known to be valid, in another encoding; nullopt if a character is not in it, with the bytes
// taken until then.
std::optional<std::string> encode_text(std::string_view utf8, TextEncoding to, std::size_t& taken);

}  // namespace vial

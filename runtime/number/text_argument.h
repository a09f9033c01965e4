// runtime/number/text_argument.h: text given as a binary or a list of characters.
// Here: TextArgument, make_charlist.
// Not here: what the text means.
// Threads: the scheduler that runs the process.
// Holds: `view` may point into the process's heap: it is stale after a reserve unless it is `kept`.
#pragma once

#include <string>
#include <string_view>

#include "vm/process/process.h"
#include "vm/term/binary.h"

namespace vial {

struct TextArgument {
    std::string kept;
    std::string_view view;

    // False unless `t` is a binary of whole bytes.
    bool read_binary(Term t) {
        if (const auto bytes = binary_bytes(t)) {
            view = *bytes;
            return true;
        }
        if (!is_binary(t)) return false;
        const BitView bits = bits_of(t);
        kept.resize(bits.size_bits / 8);
        copy_bits(reinterpret_cast<std::uint8_t*>(kept.data()), 0, bits.bytes, bits.offset_bits,
                  bits.size_bits);
        view = kept;
        return true;
    }
    // False unless `t` is a proper list of characters below 128.
    bool read_list(Term t) {
        for (; t.is_cons(); t = t.tail()) {
            const auto c = t.head().try_small();
            if (!c || *c < 0 || *c > 127) return false;
            kept.push_back(static_cast<char>(*c));
        }
        view = kept;
        return t.is_nil();
    }
};

// A list of the bytes as small integers. `bytes` must not stand in the heap.
inline Term make_charlist(Process& p, std::string_view bytes) {
    HeapWriter out = p.reserve(kConsWords * bytes.size());
    Term list = Term::nil();
    for (std::size_t i = bytes.size(); i-- > 0;) {
        list = out.cons(Term::small(static_cast<unsigned char>(bytes[i])), list);
    }
    return list;
}

}  // namespace vial

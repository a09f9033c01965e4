// runtime/binary/iodata.h: iodata flattened.
// Here: flatten_iodata() and its size.
// Not here: chardata, whose integers are code points (runtime/text/chardata.h).
// Threads: the process's; nothing is allocated in its heap.
// Holds: a list may be nested as deep as memory goes; the walk keeps its own stack.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vm/base/term_stack.h"
#include "vm/term/binary.h"

namespace vial {

// Calls sink.byte(value) and sink.bytes(term) for the elements in order; false for what is no iodata.
// sink.bytes answers whether it takes the bitstring.
template <class Sink>
bool walk_iodata(Term data, Sink& sink) {
    TermStack<Term> tails;
    Term at = data;
    for (;;) {
        if (at.is_cons()) {
            const Term head = at.head();
            if (head.is_small()) {
                const std::int64_t value = head.small_value();
                if (value < 0 || value > 255) return false;
                sink.byte(static_cast<std::uint8_t>(value));
                at = at.tail();
                if (at.is_list() || is_bitstring(at)) continue;
                return false;
            }
            tails.push(at.tail());
            if (!head.is_list() && !is_bitstring(head)) return false;
            at = head;
            continue;
        }
        if (is_bitstring(at)) {
            if (!sink.bytes(at)) return false;
        } else if (!at.is_nil()) {
            return false;
        }
        if (tails.empty()) return true;
        at = tails.pop();
    }
}

// nullopt-like: false for what is no iodata, or holds a bitstring that is no binary.
bool flatten_iodata(Term data, std::string& out);

}  // namespace vial

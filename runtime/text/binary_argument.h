// runtime/text/binary_argument.h: the bytes of a binary argument.
// Here: BinaryArgument, a view that copies only what does not start on a byte.
// Not here: bit ranges (vm/term/binary.h).
// Threads: the process's.
// Holds: the view is stale once the process has collected: heap binaries move.
#pragma once

#include <string>
#include <string_view>

#include "vm/term/binary.h"

namespace vial {

class BinaryArgument {
  public:
    explicit BinaryArgument(Term t) {
        if (!is_bitstring(t)) return;
        if (const auto bytes = binary_bytes(t)) {
            view_ = *bytes;
            valid_ = true;
        } else if (is_binary(t)) {
            const BitView bits = bits_of(t);
            copy_.resize(bits.size_bits / 8);
            copy_bits(reinterpret_cast<std::uint8_t*>(copy_.data()), 0, bits.bytes, bits.offset_bits, bits.size_bits);
            view_ = copy_;
            valid_ = true;
        }
    }
    BinaryArgument(const BinaryArgument&) = delete;
    BinaryArgument& operator=(const BinaryArgument&) = delete;

    explicit operator bool() const { return valid_; }
    std::string_view operator*() const { return view_; }
    const std::string_view* operator->() const { return &view_; }

  private:
    std::string copy_;
    std::string_view view_;
    bool valid_ = false;
};

constexpr std::string_view kNotABinary = "not a binary";

}  // namespace vial

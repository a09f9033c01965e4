// runtime/binary/on_bytes.h: binaries that do not start on a byte, made such that do.
// Here: put_on_bytes.
// Not here: views that copy for one use (runtime/text/binary_argument.h).
// Threads: the scheduler of the process.
// Holds: -
#pragma once

#include "vm/heap/binary_build.h"
#include "vm/process/process.h"
#include "vm/term/binary.h"

namespace vial {

// For natives that rest: argument `i`, if it is such a binary, is copied once rather than in every slice.
inline void put_on_bytes(Process& p, Args args, std::uint32_t i) {
    if (!is_binary(args[i]) || binary_bytes(args[i])) return;
    char* bytes = nullptr;
    const Term copy = p.make_binary_uninitialised(bitstring_bits(args[i]) / 8, bytes);
    const BitView from = bits_of(args[i]);
    copy_bits(reinterpret_cast<std::uint8_t*>(bytes), 0, from.bytes, from.offset_bits, from.size_bits);
    args.set(i, copy);
}

}  // namespace vial

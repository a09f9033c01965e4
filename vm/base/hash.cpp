// vm/base/hash.cpp: bytes to 64 bits.
// Here: hash_bytes over XXH3.
// Not here: anything about terms.
// Threads: pure.
// Holds: seed and text alone decide.
#include "vm/base/hash.h"

#include <xxhash.h>

namespace vial {

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

}  // namespace vial

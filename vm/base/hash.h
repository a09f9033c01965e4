// vm/base/hash.h: hashing of bytes and words inside the machine.
// Here: mix() for words, hash_bytes() over XXH3.
// Not here: hashes of terms (term/hash.h), phash2 (term/phash2.h).
// Threads: pure functions.
// Holds: results are the same in every run and every VM, so nothing visible depends on chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vial {

// One multiplication and a fold: enough for immediates.
constexpr std::uint64_t mix(std::uint64_t x) {
    x ^= x >> 32;
    x *= 0x9fb21c651e98df25ULL;
    x ^= x >> 29;
    x *= 0xd6e8feb86659fd93ULL;
    return x ^ x >> 32;
}
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    return mix(a ^ (b * 0x9e3779b97f4a7c15ULL + 0x7f4a7c15));
}

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace vial

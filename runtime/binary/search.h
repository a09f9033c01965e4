// runtime/binary/search.h: finding byte patterns.
// Here: BytePatterns, made of a pattern term, and find().
// Not here: the natives (search.cpp has them too, below the search itself).
// Threads: the process's; nothing is allocated in its heap.
// Holds: of several matches the first counts, of those at one place the longest.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vm/term/term.h"

namespace vial {

struct ByteMatch {
    std::size_t at;
    std::size_t size;
};

class BytePatterns {
  public:
    // A non-empty binary, a non-empty list of them, or {bm | ac, list}, which compile_pattern makes.
    static std::optional<BytePatterns> of(Term pattern);
    std::optional<ByteMatch> find(std::string_view text, std::size_t from) const;
    std::size_t longest() const;
    // How many bytes are looked at in about the time of a reduction.
    std::size_t bytes_per_reduction() const { return patterns_.size() == 1 ? 64 : 1 + 32 / patterns_.size(); }

  private:
    bool add(Term binary);
    std::vector<std::string> patterns_;
    std::bitset<256> first_bytes_;
};

}  // namespace vial

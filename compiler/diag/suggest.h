// compiler/diag/suggest.h: names that somebody may have meant.
// Here: jaro(), similar_names().
// Not here: which names there are (the places that report).
// Threads: pure functions.
// Holds: the measure and its limit are those by which the reference picks its "Did you mean".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vial::diag {

constexpr double kSimilarEnough = 0.77;

// From 0, nothing in common, to 1, the same.
double jaro(std::string_view a, std::string_view b);
// At most `limit` of `candidates`, the most similar first; equal ones and those that differ too much
// are left out.
std::vector<std::string> similar_names(std::string_view wanted, const std::vector<std::string>& candidates, std::size_t limit);

}  // namespace vial::diag

// compiler/diag/suggest.cpp: see suggest.h.
// Here: -
// Not here: -
// Threads: pure functions.
// Holds: bytes are compared, not code points: names are nearly always ASCII.
#include "compiler/diag/suggest.h"

#include <algorithm>

namespace vial::diag {

double jaro(std::string_view a, std::string_view b) {
    if (a == b) return 1.0;
    if (a.empty() || b.empty()) return 0.0;
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
    std::vector<bool> used(b.size());
    std::string common;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(i + reach + 1, b.size());
        for (std::size_t j = from; j < to; ++j) {
            if (used[j] || a[i] != b[j]) continue;
            used[j] = true;
            common.push_back(a[i]);
            break;
        }
    }
    if (common.empty()) return 0.0;
    std::size_t moved = 0;
    for (std::size_t j = 0, at = 0; j < b.size(); ++j) {
        if (used[j] && common[at++] != b[j]) ++moved;
    }
    const double count = static_cast<double>(common.size());
    return (count / static_cast<double>(a.size()) + count / static_cast<double>(b.size()) + (count - static_cast<double>(moved) / 2) / count) / 3;
}

std::vector<std::string> similar_names(std::string_view wanted, const std::vector<std::string>& candidates, std::size_t limit) {
    std::vector<std::pair<double, std::string>> found;
    for (const std::string& name : candidates) {
        const double likeness = jaro(wanted, name);
        if (likeness > kSimilarEnough && name != wanted) found.emplace_back(-likeness, name);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> out;
    for (auto& [likeness, name] : found) {
        if (out.size() < limit && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
    }
    return out;
}

}  // namespace vial::diag

// vm/base/merge_sort.h: a stable sort with scratch of the caller's.
// Here: merge_sort, bottom up over runs.
// Not here: sorting of terms in slices (runtime/term/lists_sort.cpp).
// Threads: pure.
// Holds: no recursion; what is in order already costs one pass.
#pragma once

#include <cstddef>
#include <span>

namespace vial {

// Sorts `items`; `scratch` is as long. `after(a, b)`: a must stand behind b.
template <class T, class After>
void merge_sort(std::span<T> items, std::span<T> scratch, After after) {
    constexpr std::size_t kRun = 8;
    const std::size_t count = items.size();
    for (std::size_t start = 0; start < count; start += kRun) {
        const std::size_t end = start + kRun < count ? start + kRun : count;
        for (std::size_t i = start + 1; i < end; ++i) {
            const T item = items[i];
            std::size_t at = i;
            for (; at > start && after(items[at - 1], item); --at) items[at] = items[at - 1];
            items[at] = item;
        }
    }
    T* from = items.data();
    T* to = scratch.data();
    for (std::size_t width = kRun; width < count; width *= 2) {
        for (std::size_t start = 0; start < count; start += 2 * width) {
            const std::size_t middle = start + width < count ? start + width : count;
            const std::size_t end = start + 2 * width < count ? start + 2 * width : count;
            std::size_t i = start;
            std::size_t k = middle;
            for (std::size_t out = start; out < end; ++out) {
                const bool take_right = k < end && (i >= middle || after(from[i], from[k]));
                to[out] = take_right ? from[k++] : from[i++];
            }
        }
        T* swap = from;
        from = to;
        to = swap;
    }
    if (from == items.data()) return;
    for (std::size_t i = 0; i < count; ++i) items[i] = from[i];
}

}  // namespace vial

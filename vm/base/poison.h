// vm/base/poison.h: marks memory that nobody may touch, for the address sanitizer.
// Here: poison, unpoison; they cost nothing in other builds.
// Not here: who calls them (memory.cpp, heap/).
// Threads: as the memory.
// Holds: whoever takes memory from a free list unpoisons it first.
#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#define VIAL_POISONING 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define VIAL_POISONING 1
#endif
#endif

#if defined(VIAL_POISONING)
#include <sanitizer/asan_interface.h>
#endif

namespace vial {

#if defined(VIAL_POISONING)
constexpr bool kPoisoning = true;
inline void poison(void* at, std::size_t bytes) { __asan_poison_memory_region(at, bytes); }
inline void unpoison(void* at, std::size_t bytes) { __asan_unpoison_memory_region(at, bytes); }
#else
constexpr bool kPoisoning = false;
inline void poison(void*, std::size_t) {}
inline void unpoison(void*, std::size_t) {}
#endif

// A free block keeps its links readable.
inline void poison_free_block(void* at, std::size_t bytes) {
    constexpr std::size_t kLinks = 16;
    if (bytes > kLinks) poison(static_cast<char*>(at) + kLinks, bytes - kLinks);
}

}  // namespace vial

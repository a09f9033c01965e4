// vm/base/term_stack.h: an explicit stack for walks over terms.
// Here: TermStack: a few entries in place, more on demand.
// Not here: the walks.
// Threads: one owner.
// Holds: no walk over terms recurses; deep terms cost memory, not C++ stack.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <type_traits>

#include "vm/base/assert.h"

namespace vial {

template <class T, std::size_t kInPlace = 64>
class TermStack {
    static_assert(std::is_trivially_copyable_v<T>);

  public:
    TermStack() = default;
    ~TermStack() {
        if (items_ != in_place()) std::free(items_);
    }
    TermStack(const TermStack&) = delete;
    TermStack& operator=(const TermStack&) = delete;

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    void push(T item) {
        if (VIAL_UNLIKELY(count_ == capacity_)) grow();
        items_[count_++] = item;
    }
    T pop() { return items_[--count_]; }
    T& top() { return items_[count_ - 1]; }

  private:
    T* in_place() { return reinterpret_cast<T*>(storage_); }
    void grow() {
        const std::size_t bytes = capacity_ * sizeof(T);
        void* more = std::malloc(bytes * 2);
        if (!more) VIAL_FATAL("no memory for a walk over a deep term");
        std::memcpy(more, items_, bytes);
        if (items_ != in_place()) std::free(items_);
        items_ = static_cast<T*>(more);
        capacity_ *= 2;
    }
    alignas(T) unsigned char storage_[kInPlace * sizeof(T)];
    T* items_ = reinterpret_cast<T*>(storage_);
    std::size_t count_ = 0;
    std::size_t capacity_ = kInPlace;
};

}  // namespace vial

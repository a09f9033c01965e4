// vm/base/literal_space.h: the one address range of literals, frozen regions and the image.
// Here: LiteralSpace: reserving the range, handing out areas of it, the test `contains`.
// Not here: what stands in the areas (code/loader, heap/region.h).
// Threads: contains() from any; allocate and free take a mutex.
// Holds: the range never moves or grows, so "is it a literal?" is one subtraction and one compare.
#pragma once

#include <cstddef>
#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace vial {

// Words of the space that belong together.
struct LiteralArea {
    std::uint64_t* start;
    std::size_t words;
};
struct DyingAreas {
    std::vector<LiteralArea> areas;  // by address
};

class LiteralSpace {
  public:
    // nullptr when not even a small range can be reserved.
    static std::unique_ptr<LiteralSpace> create();
    ~LiteralSpace();
    LiteralSpace(const LiteralSpace&) = delete;
    LiteralSpace& operator=(const LiteralSpace&) = delete;

    bool contains(const void* address) const {
        return reinterpret_cast<std::uintptr_t>(address) - base_ < size_;
    }
    // acquire: pairs with set_dying. Null: none.
    const DyingAreas* dying() const { return dying_.load(std::memory_order_acquire); }
    // From now on these are not kept. The areas before, to be deleted when nobody reads them any more;
    // null: none.
    const DyingAreas* set_dying(std::vector<LiteralArea> areas);
    // Zeroed words, never moved; nullptr when the range is used up or memory is refused.
    std::uint64_t* allocate(std::size_t words);
    // An area as allocate gave it.
    void free(std::uint64_t* area, std::size_t words);

    std::size_t used_bytes() const;

    // Their headers, as term/boxed.h makes them (asserted in heap/term_arena.cpp).
    static constexpr std::uint64_t kEmptyTupleHeader = 3;
    static constexpr std::uint64_t kEmptyMapHeader = 1 << 6 | 3;
    static constexpr std::uint64_t kEmptyBinaryHeader = 15 << 6 | 3;
    // Constants that every heap may point to: {}, %{}, <<>> (their words; a term is the address + 1).
    const std::uint64_t* empty_tuple_words() const { return constants(); }
    const std::uint64_t* empty_map_words() const { return constants() + 1; }
    const std::uint64_t* empty_binary_words() const { return constants() + 3; }

  private:
    LiteralSpace(std::uintptr_t base, std::size_t size);
    const std::uint64_t* constants() const { return reinterpret_cast<const std::uint64_t*>(base_); }
    std::uintptr_t base_;
    std::size_t size_;
    friend class LiteralView;
    static bool is_dying(const DyingAreas& dying, const void* address);
    std::atomic<const DyingAreas*> dying_{nullptr};
    struct State;
    std::unique_ptr<State> state_;
};

// The space as one copy sees it: what is dying may change between the pass that measures and the one
// that copies, so both take the same view. Good until the end of the slice.
class LiteralView {
  public:
    // Null: nothing is kept, all is copied.
    LiteralView(const LiteralSpace* space) : space_(space), dying_(space ? space->dying() : nullptr) {}
    LiteralView(std::nullptr_t) {}
    // A copy for another process need not copy what stands here: it is of the space, and not about to
    // be freed (code/retire.h).
    bool keeps(const void* address) const {
        if (!space_ || !space_->contains(address)) return false;
        return !dying_ || !LiteralSpace::is_dying(*dying_, address);
    }

  private:
    const LiteralSpace* space_ = nullptr;
    const DyingAreas* dying_ = nullptr;
};

}  // namespace vial

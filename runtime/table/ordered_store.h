// runtime/table/ordered_store.h: rows of an ordered_set.
// Here: OrderedStore: a B+ tree of rows under one lock.
// Not here: what the operations mean (natives_*.cpp).
// Threads: any; callers hold `lock`.
// Holds: keys are in the order of terms and differ by ==: 1 and 1.0 are one key. Leaves are linked in
//        order. A leaf that becomes empty is taken out; others are not merged.
#pragma once

#include <cstdint>

#include "runtime/table/row.h"
#include "runtime/table/rw_lock.h"
#include "vm/term/atom_table.h"

namespace vial {

class OrderedStore {
  public:
    static constexpr std::uint32_t kLeafRows = 32;
    static constexpr std::uint32_t kFanOut = 32;

    // A place between or at rows: `leaf` null is the end.
    struct Leaf;
    struct Cursor {
        Leaf* leaf = nullptr;
        std::uint32_t index = 0;
    };

    OrderedStore(std::uint32_t key_position, const AtomTable& atoms)
        : key_position_(key_position), atoms_(atoms) {}

    RwLock lock;

    // --- shared ------------------------------------------------------------------------------------
    Row* find(Term key) const;
    Row* first() const;
    Row* last() const;
    // The row after / before `key`, which need not be there.
    Row* after(Term key) const;
    Row* before(Term key) const;
    // At the first row whose key is not below (at: `key` itself counts) / above the key.
    Cursor seek(Term key, bool past_equal) const;
    Cursor begin() const;
    Cursor back() const;                  // at the last row
    Cursor seek_below(Term key) const;    // at the last row whose key is below
    static Row* row_at(const Cursor& c);
    static void advance(Cursor& c);
    static void retreat(Cursor& c);
    std::uint64_t count() const { return count_; }

    // --- exclusive -----------------------------------------------------------------------------------
    // Puts the row in; the row it replaces (same key) in `replaced`. False: memory refused.
    bool insert(BlockCache& blocks, Row* row, Row*& replaced);
    // Takes the key's row out; null when there is none.
    Row* remove(BlockCache& blocks, Term key);
    // Replaces the row of the same key in place.
    void replace(Row* old, Row* with);
    void free_all(BlockCache& blocks);

    std::uint32_t key_position() const { return key_position_; }

  private:
    struct Inner;
    struct Path;
    int compare(Term a, Term b) const;
    Leaf* descend(Term key, Path* path) const;
    std::uint32_t lower_bound(const Leaf& leaf, Term key) const;
    bool split_leaf(BlockCache& blocks, Path& path, Leaf* leaf);
    bool add_child(BlockCache& blocks, Path& path, std::uint32_t level, void* child);
    void drop_leaf(BlockCache& blocks, Path& path, Leaf* leaf);

    std::uint32_t key_position_;
    const AtomTable& atoms_;
    void* root_ = nullptr;      // Leaf when height_ is 0
    std::uint32_t height_ = 0;
    Leaf* first_leaf_ = nullptr;
    Leaf* last_leaf_ = nullptr;
    std::uint64_t count_ = 0;
};

}  // namespace vial

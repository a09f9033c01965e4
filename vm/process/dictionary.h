// vm/process/dictionary.h: the process dictionary.
// Here: Dictionary: put, get, erase by key, in insertion order of first use as far as it lasts.
// Not here: the natives (runtime/process/dictionary.cpp).
// Threads: the owner of the process.
// Holds: keys and values stand in the process's heap; the collector updates them through visit().
//        Keys are told apart by exact equality.
#pragma once

#include "vm/base/memory.h"
#include "vm/heap/gc.h"
#include "vm/term/term.h"

namespace vial {

class Dictionary {
  public:
    // kNoTerm: absent.
    Term get(Term key) const;
    // The old value or kNoTerm; `ok` false when memory is refused.
    Term put(BlockCache& blocks, Term key, Term value, bool& ok);
    Term erase(BlockCache& blocks, Term key);
    std::uint32_t count() const { return count_; }
    // index < count(), in no promised order.
    Term key_at(std::uint32_t index) const { return pairs_[index].key; }
    Term value_at(std::uint32_t index) const { return pairs_[index].value; }
    void visit(RootVisitor& visitor);
    void release(BlockCache& blocks);
    std::size_t bytes() const;

  private:
    struct Pair {
        Term key;
        Term value;
    };
    // Hashes of the pairs, then from kIndexed pairs on a table of places by hash.
    static constexpr std::uint32_t kIndexed = 9;
    std::int64_t find(Term key, std::uint64_t hash) const;
    bool grow(BlockCache& blocks);
    void index_insert(std::uint32_t place);
    void index_rebuild();

    Pair* pairs_ = nullptr;  // dense: [0, count_)
    std::uint32_t* hashes_ = nullptr;
    std::uint32_t* index_ = nullptr;  // open addressing, place + 1, 0: free; 2 * capacity_ slots
    std::uint32_t count_ = 0;
    std::uint32_t capacity_ = 0;
};

}  // namespace vial

// vm/process/dictionary.h: the process dictionary.
// Here: Dictionary: put, get, erase by key.
// Not here: the natives (runtime/process/dictionary.cpp).
// Threads: the owner of the process.
// Holds: keys and values stand in the process's heap; the collector updates them through visit().
//        Keys are told apart by exact equality. An empty dictionary owns no memory.
#pragma once

#include <cstdint>

#include "vm/base/memory.h"
#include "vm/heap/gc.h"
#include "vm/term/term.h"

namespace vial {

class AtomTable;

class Dictionary {
  public:
    // kNoTerm: absent.
    Term get(Term key, const AtomTable& atoms) const;
    // The old value or kNoTerm; `ok` false when memory is refused.
    Term put(BlockCache& blocks, const AtomTable& atoms, Term key, Term value, bool& ok);
    Term erase(BlockCache& blocks, const AtomTable& atoms, Term key);
    std::uint32_t count() const { return count_; }
    std::size_t bytes() const { return capacity_ * sizeof(Entry); }
    // f(key, value) for each pair, in no promised order.
    template <class F>
    void each(F&& f) const {
        for (std::uint32_t i = 0; i < capacity_; ++i) {
            if (entries_[i].key != kNoTerm) f(entries_[i].key, entries_[i].value);
        }
    }
    void visit(RootVisitor& visitor);
    void release(BlockCache& blocks);

  private:
    struct Entry {
        Term key;  // kNoTerm: free
        Term value;
        std::uint32_t hash;
    };
    Entry* find(Term key, std::uint32_t hash) const;
    void place(const Entry& entry);
    bool resize(BlockCache& blocks, std::uint32_t capacity);

    Entry* entries_ = nullptr;
    std::uint32_t capacity_ = 0;  // a power of two, or 0
    std::uint32_t count_ = 0;
};

}  // namespace vial

// vm/process/word_map.h: a small map from words to records, for links, monitors and aliases.
// Here: WordMap<Entry>: open addressing from a few entries up; Entry has a `Word key`, never 0.
// Not here: maps of the language (term/map.h).
// Threads: one owner.
// Holds: an empty map owns no memory. Iteration may run while entries are erased only through
//        take_any().
#pragma once

#include <cstdint>

#include "vm/base/hash.h"
#include "vm/base/memory.h"
#include "vm/term/term.h"

namespace vial {

template <class Entry>
class WordMap {
  public:
    std::uint32_t count() const { return count_; }
    std::size_t bytes() const { return capacity_ * sizeof(Entry); }

    Entry* find(Word key) {
        if (count_ == 0) return nullptr;
        for (std::uint32_t i = home(key);; i = (i + 1) & (capacity_ - 1)) {
            if (entries_[i].key == key) return &entries_[i];
            if (entries_[i].key == 0) return nullptr;
        }
    }
    // The entry of `key`, made (all zero but the key) if there is none; nullptr: memory refused.
    Entry* insert(BlockCache& blocks, Word key) {
        if (Entry* e = find(key)) return e;
        if ((count_ + 1) * 4 > capacity_ * 3 && !grow(blocks)) return nullptr;
        Entry* e = free_place(key);
        *e = Entry{};
        e->key = key;
        ++count_;
        return e;
    }
    void erase(BlockCache& blocks, Word key) {
        Entry* e = find(key);
        if (e) erase_at(blocks, static_cast<std::uint32_t>(e - entries_));
    }
    // Takes some entry out; false: empty.
    bool take_any(BlockCache& blocks, Entry& out) {
        if (count_ == 0) return false;
        // From the end, so that a sequence of takes need not skip the holes it left.
        while (entries_[cursor_ & (capacity_ - 1)].key == 0) --cursor_;
        const std::uint32_t at = cursor_ & (capacity_ - 1);
        out = entries_[at];
        erase_at(blocks, at);
        return true;
    }
    template <class F>
    void each(F&& f) {
        for (std::uint32_t i = 0; i < capacity_; ++i) {
            if (entries_[i].key != 0) f(entries_[i]);
        }
    }
    void release(BlockCache& blocks) {
        if (entries_) blocks.free(entries_, bytes(), MemoryUse::ProcessHeap);
        entries_ = nullptr;
        capacity_ = count_ = 0;
    }

  private:
    static constexpr std::uint32_t kFirstCapacity = 4;
    std::uint32_t home(Word key) const {
        return static_cast<std::uint32_t>(mix(key)) & (capacity_ - 1);
    }
    Entry* free_place(Word key) {
        std::uint32_t i = home(key);
        while (entries_[i].key != 0) i = (i + 1) & (capacity_ - 1);
        return &entries_[i];
    }
    bool grow(BlockCache& blocks) {
        const std::uint32_t larger = capacity_ == 0 ? kFirstCapacity : capacity_ * 2;
        auto* fresh = static_cast<Entry*>(
            blocks.allocate(larger * sizeof(Entry), MemoryUse::ProcessHeap));
        if (!fresh) return false;
        Entry* old = entries_;
        const std::uint32_t old_capacity = capacity_;
        entries_ = fresh;
        capacity_ = larger;
        for (std::uint32_t i = 0; i < larger; ++i) fresh[i].key = 0;
        for (std::uint32_t i = 0; i < old_capacity; ++i) {
            if (old[i].key != 0) *free_place(old[i].key) = old[i];
        }
        if (old) blocks.free(old, old_capacity * sizeof(Entry), MemoryUse::ProcessHeap);
        return true;
    }
    // Backward-shift deletion: no tombstones.
    void erase_at(BlockCache& blocks, std::uint32_t hole) {
        const std::uint32_t mask = capacity_ - 1;
        for (std::uint32_t i = (hole + 1) & mask; entries_[i].key != 0; i = (i + 1) & mask) {
            const std::uint32_t wanted = home(entries_[i].key);
            if (((i - wanted) & mask) >= ((i - hole) & mask)) {
                entries_[hole] = entries_[i];
                hole = i;
            }
        }
        entries_[hole].key = 0;
        if (--count_ == 0) release(blocks);
    }

    Entry* entries_ = nullptr;
    std::uint32_t capacity_ = 0;  // a power of two, or 0
    std::uint32_t count_ = 0;
    std::uint32_t cursor_ = 0;
};

}  // namespace vial

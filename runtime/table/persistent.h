// runtime/table/persistent.h: terms that all processes share and seldom change (`:persistent_term`).
// Here: PersistentTerms: putting, getting, erasing.
// Not here: tables (table.h).
// Threads: any. Getting takes no lock; changes take one mutex.
// Holds: a value stands in the literal space, so getting copies nothing and a collector leaves it
//        where it is. What is replaced or erased stays there as long as the VM, since processes may
//        point to it: this is for what changes seldom.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

#include "vm/process/process.h"
#include "vm/term/term.h"

namespace vial {

class PersistentTerms {
  public:
    static void install(Vm& vm);
    static PersistentTerms& of(Vm& vm);
    explicit PersistentTerms(Vm& vm);
    ~PersistentTerms();
    PersistentTerms(const PersistentTerms&) = delete;
    PersistentTerms& operator=(const PersistentTerms&) = delete;

    Term get(Term key) const;  // kNoTerm when there is none
    // False when the literal space is used up.
    bool put(Term key, Term value);
    bool erase(Term key);
    std::uint64_t count() const { return count_.load(std::memory_order_relaxed); }
    std::uint64_t words() const { return words_.load(std::memory_order_relaxed); }
    // Calls visit(key, value) for each; not while others change them.
    template <class Visit>
    void each(Visit&& visit) {
        const std::lock_guard<std::mutex> guard(mutex_);
        const Index* index = index_.load(std::memory_order_relaxed);
        for (std::uint64_t i = 0; i <= index->mask; ++i) {
            const Pair* pair = index->places[i].load(std::memory_order_relaxed);
            if (pair != nullptr && pair->value != kNoTerm) visit(pair->key, pair->value);
        }
    }

  private:
    struct Pair {
        std::uint64_t hash;
        Term key;
        Term value;  // kNoTerm: erased
    };
    struct Index {
        std::uint64_t mask;
        std::uint64_t used = 0;
        std::atomic<const Pair*>* places;
    };
    static Index* new_index(std::uint64_t size);
    static void free_index(void* index);
    bool set(Term key, Term value);
    std::atomic<const Pair*>* place_of(Index* index, std::uint64_t hash, Term key) const;

    Vm& vm_;
    std::mutex mutex_;
    std::atomic<Index*> index_;
    std::atomic<std::uint64_t> count_{0};
    std::atomic<std::uint64_t> words_{0};
};

}  // namespace vial

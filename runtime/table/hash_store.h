// runtime/table/hash_store.h: rows of a set, bag or duplicate_bag.
// Here: HashStore: 16 stripes, each a growing hash under a lock of its own.
// Not here: what the operations mean (natives_*.cpp); ordered_set (ordered_store.h).
// Threads: any; callers take the stripe's lock (stripe_of) and say so by the guards they hold.
// Holds: rows stand in the order of their keys' hashes, those of one hash in order of insertion and
//        those of one key side by side. The order does not change when a stripe grows, so a traversal
//        that goes on at a hash meets every row that was there all along exactly once.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

#include "runtime/table/row.h"
#include "runtime/table/rw_lock.h"

namespace vial {

class HashStore {
  public:
    static constexpr std::uint32_t kStripes = 16;

    struct Stripe {
        alignas(64) RwLock lock;
        std::uint32_t log2_buckets = 0;  // 0: one bucket
        Row** buckets = nullptr;         // null while the stripe is empty
        std::uint64_t count = 0;
    };

    explicit HashStore(std::uint32_t key_position) : key_position_(key_position) {}

    static std::uint32_t stripe_index(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 60); }
    Stripe& stripe_of(std::uint64_t hash) { return stripes_[stripe_index(hash)]; }
    Stripe& stripe(std::uint32_t index) { return stripes_[index]; }

    // --- under the stripe's lock, shared ---------------------------------------------------------
    // The link that leads to the first row of the key, or to where it would stand (behind all rows of
    // its hash, so that a new row keeps the order).
    Row** find(Stripe& stripe, std::uint64_t hash, Term key, bool& found);
    bool same_key(const Row& row, std::uint64_t hash, Term key) const;

    // Calls visit(Row&) for rows with hash >= from, until the end of the stripe or until it has seen
    // `limit` rows and the hash changes. Gives the hash to go on at, or 0 at the stripe's end.
    template <class Visit>
    std::uint64_t walk(Stripe& stripe, std::uint64_t from, std::uint64_t limit, Visit&& visit) {
        if (stripe.buckets == nullptr) return 0;
        std::uint64_t seen = 0;
        const std::uint64_t last = (std::uint64_t{1} << stripe.log2_buckets) - 1;
        for (std::uint64_t b = bucket_index(stripe, from); b <= last; ++b) {
            for (Row* row = stripe.buckets[b]; row != nullptr;) {
                Row* next = row->next;
                if (row->hash >= from) {
                    const std::uint64_t hash = row->hash;
                    visit(*row);
                    ++seen;
                    if (seen >= limit && next != nullptr && next->hash != hash) return next->hash;
                }
                row = next;
            }
            if (seen >= limit && b < last) return first_hash(stripe, b + 1);
        }
        return 0;
    }

    // --- under the stripe's lock, exclusive --------------------------------------------------------
    bool link(BlockCache& blocks, Stripe& stripe, Row** at, Row* row);  // false: memory refused
    Row* unlink(Stripe& stripe, Row** at);
    // Grows the stripe when it is full; invalidates links.
    void grow_if_full(BlockCache& blocks, Stripe& stripe);
    bool ensure_buckets(BlockCache& blocks, Stripe& stripe);

    void free_all(BlockCache& blocks);
    std::uint32_t key_position() const { return key_position_; }

  private:
    // Within a stripe the four bits that chose it are gone; the next ones choose the bucket.
    static std::uint64_t bucket_index(const Stripe& s, std::uint64_t hash) {
        return s.log2_buckets == 0 ? 0 : (hash << 4) >> (64 - s.log2_buckets);
    }
    std::uint64_t first_hash(const Stripe& s, std::uint64_t bucket) const {
        const auto index = static_cast<std::uint64_t>(&s - stripes_.data());
        return index << 60 | bucket << (60 - s.log2_buckets);
    }

    std::uint32_t key_position_;
    std::array<Stripe, kStripes> stripes_;
};

}  // namespace vial

// runtime/table/hash_store.cpp: finding, linking, growing.
// Here: as hash_store.h.
// Not here: as hash_store.h.
// Threads: as hash_store.h.
// Holds: as hash_store.h.
#include "runtime/table/hash_store.h"

#include <cstring>

#include "vm/term/compare.h"

namespace vial {
namespace {

constexpr std::uint32_t kFirstLog2 = 2;
constexpr std::uint64_t kRowsPerBucket = 2;

std::size_t buckets_bytes(std::uint32_t log2) { return sizeof(Row*) << log2; }

}  // namespace

bool HashStore::same_key(const Row& row, std::uint64_t hash, Term key) const {
    return row.hash == hash && equal_exact(row.key(key_position_), key);
}

Row** HashStore::find(Stripe& stripe, std::uint64_t hash, Term key, bool& found) {
    found = false;
    if (stripe.buckets == nullptr) return nullptr;
    Row** at = &stripe.buckets[bucket_index(stripe, hash)];
    while (*at != nullptr && (*at)->hash < hash) at = &(*at)->next;
    for (; *at != nullptr && (*at)->hash == hash; at = &(*at)->next) {
        if (equal_exact((*at)->key(key_position_), key)) {
            found = true;
            return at;
        }
    }
    return at;
}

bool HashStore::ensure_buckets(BlockCache& blocks, Stripe& stripe) {
    if (stripe.buckets != nullptr) return true;
    stripe.buckets = static_cast<Row**>(blocks.allocate(buckets_bytes(kFirstLog2), MemoryUse::Table));
    if (stripe.buckets == nullptr) return false;
    std::memset(stripe.buckets, 0, buckets_bytes(kFirstLog2));
    stripe.log2_buckets = kFirstLog2;
    return true;
}

bool HashStore::link(BlockCache& blocks, Stripe& stripe, Row** at, Row* row) {
    if (at == nullptr) {
        if (!ensure_buckets(blocks, stripe)) return false;
        at = &stripe.buckets[bucket_index(stripe, row->hash)];
        while (*at != nullptr && (*at)->hash <= row->hash) at = &(*at)->next;
    }
    row->next = *at;
    *at = row;
    ++stripe.count;
    grow_if_full(blocks, stripe);
    return true;
}

Row* HashStore::unlink(Stripe& stripe, Row** at) {
    Row* row = *at;
    *at = row->next;
    --stripe.count;
    return row;
}

// Each bucket's chain is split in two in order. When memory is refused the stripe stays as it is.
void HashStore::grow_if_full(BlockCache& blocks, Stripe& stripe) {
    if (stripe.count <= kRowsPerBucket << stripe.log2_buckets || stripe.log2_buckets >= 40) return;
    const std::uint32_t log2 = stripe.log2_buckets + 1;
    auto** bigger = static_cast<Row**>(blocks.allocate(buckets_bytes(log2), MemoryUse::Table));
    if (bigger == nullptr) return;
    Stripe grown;
    grown.log2_buckets = log2;
    const std::uint64_t old_count = std::uint64_t{1} << stripe.log2_buckets;
    for (std::uint64_t b = 0; b < old_count; ++b) {
        Row** tails[2] = {&bigger[2 * b], &bigger[2 * b + 1]};
        for (Row* row = stripe.buckets[b]; row != nullptr; row = row->next) {
            Row**& tail = tails[bucket_index(grown, row->hash) & 1];
            *tail = row;
            tail = &row->next;
        }
        *tails[0] = nullptr;
        *tails[1] = nullptr;
    }
    blocks.free(stripe.buckets, buckets_bytes(stripe.log2_buckets), MemoryUse::Table);
    stripe.buckets = bigger;
    stripe.log2_buckets = log2;
}

void HashStore::free_all(BlockCache& blocks) {
    for (auto& stripe : stripes_) {
        if (stripe.buckets == nullptr) continue;
        for (std::uint64_t b = 0; b < std::uint64_t{1} << stripe.log2_buckets; ++b) {
            for (Row* row = stripe.buckets[b]; row != nullptr;) {
                Row* next = row->next;
                free_row(blocks, row);
                row = next;
            }
        }
        blocks.free(stripe.buckets, buckets_bytes(stripe.log2_buckets), MemoryUse::Table);
        stripe.buckets = nullptr;
        stripe.log2_buckets = 0;
        stripe.count = 0;
    }
}

}  // namespace vial

// vm/term/atom_table.cpp: interning of atoms.
// Here: chunks of entries read without a lock, one bucket table under a lock for interning.
// Not here: well-known atoms (tables/atoms.def).
// Threads: entries are published by the release store of `count` and of their bucket's head; a
//          reader that has an atom got it from somebody who saw it published.
// Holds: texts are copied to blocks that are never freed before the table.
#include "vm/term/atom_table.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <vector>

#include "vm/base/hash.h"
#include "vm/tables/atoms.h"

namespace vial {

namespace {
constexpr std::size_t kTextBlockBytes = 32 << 10;
constexpr std::size_t kMaxTextBytes = 255 * 4;
}  // namespace

struct AtomTable::State {
    std::uint32_t limit;
    std::atomic<std::uint32_t> count{0};
    std::uint32_t bucket_mask;
    // Heads: index + 1 of the newest entry. Read without the lock, written under it.
    std::unique_ptr<std::atomic<std::uint32_t>[]> buckets;
    std::mutex mutex;
    std::vector<std::unique_ptr<char[]>> text_blocks;
    char* text_next = nullptr;
    std::size_t text_left = 0;

    const char* keep(std::string_view text) {
        if (text.size() > text_left) {
            const std::size_t bytes = std::max(kTextBlockBytes, text.size());
            text_blocks.push_back(std::make_unique_for_overwrite<char[]>(bytes));
            text_next = text_blocks.back().get();
            text_left = bytes;
        }
        char* at = text_next;
        if (!text.empty()) std::memcpy(at, text.data(), text.size());
        text_next += text.size();
        text_left -= text.size();
        return at;
    }
};

AtomTable::AtomTable(std::uint32_t limit) : state_(std::make_unique<State>()) {
    constexpr auto kWellKnown = static_cast<std::uint32_t>(atoms::Row::kCount);
    state_->limit = std::max(limit, kWellKnown + 1);
    const std::uint32_t chunk_count = (state_->limit + kChunkEntries - 1) / kChunkEntries;
    chunks_ = std::make_unique<std::atomic<Entry*>[]>(chunk_count);
    std::uint32_t buckets = 1024;
    while (buckets < state_->limit / 4 && buckets < (1u << 16)) buckets *= 2;
    state_->bucket_mask = buckets - 1;
    state_->buckets = std::make_unique<std::atomic<std::uint32_t>[]>(buckets);
    for (std::string_view text : atoms::kTexts) intern(text);
    VIAL_ASSERT(state_->count.load(std::memory_order_relaxed) == kWellKnown,
                "atoms.def has no text twice");
}

AtomTable::~AtomTable() {
    const std::uint32_t count = state_->count.load(std::memory_order_relaxed);
    for (std::uint32_t i = 0; i * kChunkEntries < count; ++i) {
        delete[] chunks_[i].load(std::memory_order_relaxed);
    }
}

std::optional<Term> AtomTable::find_in(std::string_view text, std::uint64_t hash) const {
    // Acquire pairs with the release in add(): the entry behind the head is whole.
    std::uint32_t at = state_->buckets[hash & state_->bucket_mask].load(std::memory_order_acquire);
    while (at) {
        const Entry& e = entry(Term::atom(at - 1));
        if (e.hash == hash && e.view() == text) return Term::atom(at - 1);
        at = e.next_in_bucket;
    }
    return std::nullopt;
}

std::optional<Term> AtomTable::add(std::string_view text, std::uint64_t hash) {
    std::lock_guard lock(state_->mutex);
    if (auto found = find_in(text, hash)) return found;
    const std::uint32_t index = state_->count.load(std::memory_order_relaxed);
    if (index >= state_->limit || text.size() > kMaxTextBytes) return std::nullopt;
    auto& slot = chunks_[index / kChunkEntries];
    Entry* chunk = slot.load(std::memory_order_relaxed);
    if (!chunk) {
        chunk = new Entry[kChunkEntries];
        slot.store(chunk, std::memory_order_release);  // pairs with entry()
    }
    auto& head = state_->buckets[hash & state_->bucket_mask];
    chunk[index % kChunkEntries] = {state_->keep(text), hash,
                                    static_cast<std::uint32_t>(text.size()),
                                    head.load(std::memory_order_relaxed)};
    head.store(index + 1, std::memory_order_release);  // pairs with find_in()
    state_->count.store(index + 1, std::memory_order_release);
    return Term::atom(index);
}

std::optional<Term> AtomTable::try_intern(std::string_view text) {
    const std::uint64_t hash = hash_bytes(text);
    if (auto found = find_in(text, hash)) return found;
    return add(text, hash);
}

Term AtomTable::intern(std::string_view text) {
    auto atom = try_intern(text);
    if (!atom) VIAL_FATAL("the atom table is full");
    return *atom;
}

std::optional<Term> AtomTable::find(std::string_view text) const {
    return find_in(text, hash_bytes(text));
}

int AtomTable::compare(Term a, Term b) const {
    const std::string_view left = text(a);
    const std::string_view right = text(b);
    const std::size_t common = std::min(left.size(), right.size());
    const int order = common ? std::memcmp(left.data(), right.data(), common) : 0;
    if (order) return order;
    return left.size() < right.size() ? -1 : left.size() > right.size();
}

std::uint32_t AtomTable::count() const {
    return state_->count.load(std::memory_order_acquire);
}
std::uint32_t AtomTable::limit() const {
    return state_->limit;
}

}  // namespace vial

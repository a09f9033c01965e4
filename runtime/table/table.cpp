// runtime/table/table.cpp: putting rows in and taking them out.
// Here: Table's operations.
// Not here: as table.h.
// Threads: any.
// Holds: a row is made before the lock is taken, and freed after it is given back where that is easy.
#include "runtime/table/table.h"

#include <bit>

#include "vm/term/compare.h"
#include "vm/term/hash.h"

namespace vial {

// Rows of a long list are out of the cache by the time they are linked.
constexpr std::size_t kFetchedAhead = 8;

std::uint64_t Table::hash_of(Term key) const {
    // Never 0: that stands for "the end of a stripe" in a traversal. The low bit chooses nothing.
    return hash_term(key, atoms) | 1;
}

Row* Table::make(BlockCache& blocks, Term object) const {
    return make_row(blocks, object, is_ordered() ? 0 : hash_of(tuple_element(object, key_position())));
}

// Takes the locks of all places that the rows go to, always in the order of the stripes.
template <class Action>
void Table::with_locks_of(std::span<Row* const> rows, Action&& action) {
    if (is_ordered()) {
        const WriteGuard guard(ordered.lock);
        return action();
    }
    std::uint32_t stripes = 0;
    for (const Row* row : rows) stripes |= 1u << HashStore::stripe_index(row->hash);
    const auto each_lock = [&](auto&& visit) {
        for (std::uint32_t left = stripes; left != 0; left &= left - 1) {
            visit(hash.stripe(static_cast<std::uint32_t>(std::countr_zero(left))).lock);
        }
    };
    each_lock([](RwLock& lock) { lock.lock(); });
    action();
    each_lock([](RwLock& lock) { lock.unlock(); });
}

PutResult Table::put(BlockCache& blocks, Term object, bool only_new) {
    Row* row = make(blocks, object);
    if (row == nullptr) return PutResult::Refused;
    RowList left_over;
    const PutResult result = put_all(blocks, {&row, 1}, only_new, left_over);
    free_chain(blocks, left_over.first);
    return result;
}

PutResult Table::put_all(BlockCache& blocks, std::span<Row* const> rows, bool only_new, RowList& left_over) {
    PutResult result = PutResult::Done;
    std::size_t linked = 0;
    with_locks_of(rows, [&] {
        for (std::size_t i = 0; only_new && i < rows.size(); ++i) {
            if (holds_key_of(*rows[i])) {
                result = PutResult::Exists;
                return;
            }
        }
        for (; linked < rows.size(); ++linked) {
            if (linked + kFetchedAhead < rows.size()) __builtin_prefetch(rows[linked + kFetchedAhead]);
            Row* replaced = nullptr;
            if (!link(blocks, rows[linked], replaced)) {
                result = PutResult::Refused;
                return;
            }
            counted(1, *rows[linked]);
            if (replaced == nullptr) continue;
            counted(-1, *replaced);
            left_over.add(replaced);
        }
    });
    for (; linked < rows.size(); ++linked) left_over.add(rows[linked]);
    return result;
}

bool Table::holds_key_of(const Row& row) {
    const Term key = row.key(key_position());
    if (is_ordered()) return ordered.find(key) != nullptr;
    bool found = false;
    hash.find(hash.stripe_of(row.hash), row.hash, key, found);
    return found;
}

bool Table::link(BlockCache& blocks, Row* row, Row*& replaced) {
    return is_ordered() ? ordered.insert(blocks, row, replaced) : link_hashed(blocks, row, replaced);
}

bool Table::link_hashed(BlockCache& blocks, Row* row, Row*& replaced) {
    const Term key = row->key(key_position());
    auto& stripe = hash.stripe_of(row->hash);
    bool found = false;
    Row** at = hash.find(stripe, row->hash, key, found);
    if (found && kind == TableKind::Set) {
        replaced = *at;
    } else {
        // In a bag the new row goes behind those of its key; an equal one is not added again.
        for (; at != nullptr && *at != nullptr && hash.same_key(**at, row->hash, key); at = &(*at)->next) {
            if (kind == TableKind::Bag && equal_exact((*at)->object, row->object)) {
                replaced = *at;
                break;
            }
        }
    }
    if (replaced == nullptr) return hash.link(blocks, stripe, at, row);
    row->next = replaced->next;
    *at = row;
    return true;
}

bool Table::has_key(Term key) {
    if (is_ordered()) {
        const ReadGuard guard(ordered.lock);
        return ordered.find(key) != nullptr;
    }
    const std::uint64_t h = hash_of(key);
    auto& stripe = hash.stripe_of(h);
    const ReadGuard guard(stripe.lock);
    bool found = false;
    hash.find(stripe, h, key, found);
    return found;
}

Row* Table::take_key(BlockCache& blocks, Term key) {
    if (is_ordered()) {
        const WriteGuard guard(ordered.lock);
        Row* row = ordered.remove(blocks, key);
        if (row != nullptr) {
            row->next = nullptr;
            counted(-1, *row);
        }
        return row;
    }
    const std::uint64_t h = hash_of(key);
    auto& stripe = hash.stripe_of(h);
    const WriteGuard guard(stripe.lock);
    bool found = false;
    Row** at = hash.find(stripe, h, key, found);
    Row* chain = nullptr;
    Row** tail = &chain;
    while (found && *at != nullptr && hash.same_key(**at, h, key)) {
        Row* row = hash.unlink(stripe, at);
        counted(-1, *row);
        row->next = nullptr;
        *tail = row;
        tail = &row->next;
    }
    return chain;
}

void Table::delete_object(BlockCache& blocks, Term object) {
    const Term key = tuple_element(object, key_position());
    if (is_ordered()) {
        Row* removed = nullptr;
        {
            const WriteGuard guard(ordered.lock);
            Row* row = ordered.find(key);
            if (row == nullptr || !equal_exact(row->object, object)) return;
            removed = ordered.remove(blocks, key);
            counted(-1, *removed);
        }
        return free_row(blocks, removed);
    }
    const std::uint64_t h = hash_of(key);
    auto& stripe = hash.stripe_of(h);
    const WriteGuard guard(stripe.lock);
    bool found = false;
    Row** at = hash.find(stripe, h, key, found);
    while (found && *at != nullptr && hash.same_key(**at, h, key)) {
        if (!equal_exact((*at)->object, object)) {
            at = &(*at)->next;
            continue;
        }
        Row* row = hash.unlink(stripe, at);
        counted(-1, *row);
        free_row(blocks, row);
    }
}

void Table::free_chain(BlockCache& blocks, Row* chain) {
    while (chain != nullptr) {
        Row* next = chain->next;
        free_row(blocks, chain);
        chain = next;
    }
}

void Table::clear(BlockCache& blocks) {
    const auto nothing_left = [this] {
        count.store(0, std::memory_order_relaxed);
        words.store(0, std::memory_order_relaxed);
    };
    if (is_ordered()) {
        const WriteGuard guard(ordered.lock);
        ordered.free_all(blocks);
        return nothing_left();
    }
    for (std::uint32_t i = 0; i < HashStore::kStripes; ++i) hash.stripe(i).lock.lock();
    hash.free_all(blocks);
    nothing_left();
    for (std::uint32_t i = 0; i < HashStore::kStripes; ++i) hash.stripe(i).lock.unlock();
}

}  // namespace vial

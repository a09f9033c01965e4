// runtime/table/table.cpp: putting rows in and taking them out.
// Here: Table's operations.
// Not here: as table.h.
// Threads: any.
// Holds: a row is made before the lock is taken, and freed after it is given back where that is easy.
#include "runtime/table/table.h"

#include "vm/term/compare.h"
#include "vm/term/hash.h"

namespace vial {

std::uint64_t Table::hash_of(Term key) const {
    // Never 0: that stands for "the end of a stripe" in a traversal. The low bit chooses nothing.
    return hash_term(key, atoms) | 1;
}

PutResult Table::put(BlockCache& blocks, Term object, bool only_new) {
    const Term key = tuple_element(object, key_position());
    Row* row = make_row(blocks, object, is_ordered() ? 0 : hash_of(key));
    if (row == nullptr) return PutResult::Refused;
    const PutResult result = is_ordered() ? put_ordered(blocks, row, only_new) : put_hashed(blocks, row, only_new);
    if (result != PutResult::Done) free_row(blocks, row);
    return result;
}

PutResult Table::put_ordered(BlockCache& blocks, Row* row, bool only_new) {
    Row* replaced = nullptr;
    {
        const WriteGuard guard(ordered.lock);
        if (only_new && ordered.find(row->key(key_position())) != nullptr) return PutResult::Exists;
        if (!ordered.insert(blocks, row, replaced)) return PutResult::Refused;
    }
    counted(1, *row);
    if (replaced != nullptr) {
        counted(-1, *replaced);
        free_row(blocks, replaced);
    }
    return PutResult::Done;
}

PutResult Table::put_hashed(BlockCache& blocks, Row* row, bool only_new) {
    const Term key = row->key(key_position());
    auto& stripe = hash.stripe_of(row->hash);
    Row* replaced = nullptr;
    {
        const WriteGuard guard(stripe.lock);
        bool found = false;
        Row** at = hash.find(stripe, row->hash, key, found);
        if (found && only_new) return PutResult::Exists;
        if (found && kind == TableKind::Set) {
            replaced = *at;
            row->next = replaced->next;
            *at = row;
        } else {
            // In a bag the new row goes behind those of its key; an equal one is not added again.
            for (; at != nullptr && *at != nullptr && hash.same_key(**at, row->hash, key); at = &(*at)->next) {
                if (kind == TableKind::Bag && equal_exact((*at)->object, row->object)) {
                    replaced = *at;
                    row->next = replaced->next;
                    *at = row;
                    break;
                }
            }
            if (replaced == nullptr && !hash.link(blocks, stripe, at, row)) return PutResult::Refused;
        }
    }
    counted(1, *row);
    if (replaced != nullptr) {
        counted(-1, *replaced);
        free_row(blocks, replaced);
    }
    return PutResult::Done;
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
            if (row != nullptr && equal_exact(row->object, object)) removed = ordered.remove(blocks, key);
        }
        if (removed == nullptr) return;
        counted(-1, *removed);
        free_row(blocks, removed);
        return;
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
    if (is_ordered()) {
        const WriteGuard guard(ordered.lock);
        ordered.free_all(blocks);
    } else {
        for (std::uint32_t i = 0; i < HashStore::kStripes; ++i) hash.stripe(i).lock.lock();
        hash.free_all(blocks);
        for (std::uint32_t i = 0; i < HashStore::kStripes; ++i) hash.stripe(i).lock.unlock();
    }
    count.store(0, std::memory_order_relaxed);
    words.store(0, std::memory_order_relaxed);
}

}  // namespace vial

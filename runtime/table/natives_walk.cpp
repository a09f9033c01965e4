// runtime/table/natives_walk.cpp: natives of :ets that go from key to key.
// Here: first, last, next, prev; slot.
// Not here: traversals of all rows (natives_select.cpp).
// Threads: the scheduler of the process.
// Holds: the key found is copied under the lock when the heap has room; else room is made and the key
//        is looked for again.
#include "runtime/table/access.h"
#include "vm/process/roots.h"
#include "vm/tables/atoms.h"

namespace vial {
namespace {

enum class Where : std::uint8_t { First, Last, Next, Previous };

// Calls visit(key) under the lock for the key that is asked for; visit is not called at the end.
// Gives false when `next` of a hashed table is asked for a key that is not there.
template <class Visit>
bool visit_key(Table& t, Where where, Term from, Visit&& visit) {
    const std::uint32_t position = t.key_position();
    if (t.is_ordered()) {
        const ReadGuard guard(t.ordered.lock);
        const Row* row = where == Where::First  ? t.ordered.first()
                         : where == Where::Last ? t.ordered.last()
                         : where == Where::Next ? t.ordered.after(from)
                                                : t.ordered.before(from);
        if (row != nullptr) visit(row->key(position));
        return true;
    }
    // Hashed tables have one order only: first and last are the same, next and prev too, as in OTP.
    std::uint32_t stripe_index = 0;
    if (where == Where::Next || where == Where::Previous) {
        const std::uint64_t h = t.hash_of(from);
        stripe_index = HashStore::stripe_index(h);
        auto& stripe = t.hash.stripe(stripe_index);
        const ReadGuard guard(stripe.lock);
        bool found = false;
        Row** at = t.hash.find(stripe, h, from, found);
        if (!found) return false;
        const Row* row = *at;
        while (row != nullptr && t.hash.same_key(*row, h, from)) row = row->next;
        if (row != nullptr) {
            visit(row->key(position));
            return true;
        }
        // The rest of the stripe: rows are in the order of their hashes. Where keys share a hash the
        // chain above has been at its end, so only higher ones are left.
        bool seen = false;
        for (std::uint64_t from_hash = h + 1; !seen && from_hash != 0;) {
            from_hash = t.hash.walk(stripe, from_hash, 1, [&](Row& r) {
                if (seen) return;
                seen = true;
                visit(r.key(position));
            });
        }
        if (seen) return true;
        ++stripe_index;
    }
    for (; stripe_index < HashStore::kStripes; ++stripe_index) {
        auto& stripe = t.hash.stripe(stripe_index);
        const ReadGuard guard(stripe.lock);
        bool seen = false;
        t.hash.walk(stripe, 0, 1, [&](Row& r) {
            if (seen) return;
            seen = true;
            visit(r.key(position));
        });
        if (seen) return true;
    }
    return true;
}

NativeResult key_at(Process& p, Args args, Where where) {
    const auto access = table_access(p, args[0], Access::Read);
    if (access.table == nullptr) return access.refused;
    for (Word needed = 0;;) {
        make_room(p, needed);
        Term key = atoms::end_of_table;
        bool fits = true;
        const Term from = args.count() > 1 ? args[1] : Term();
        const bool found = visit_key(*access.table, where, from, [&](Term k) {
            needed = copy_size(k, context_of(p).literals).words;
            fits = fits_heap(p, needed);
            if (fits) key = copy_out(p, k);
        });
        if (!found) return p.badarg(1, "not a key that exists in the table");
        if (fits) return key;
    }
}

// Adds the objects of slot `n` to the list. True: there is such a slot; false with `n` 0: the slot behind the
// last; false otherwise: none.
bool visit_slot(Process& p, Table& t, std::uint64_t& n, ObjectList& objects) {
    if (t.is_ordered()) {
        const ReadGuard guard(t.ordered.lock);
        if (n >= t.ordered.count()) {
            n -= t.ordered.count();
            return false;
        }
        auto cursor = t.ordered.begin();
        for (; n > 0; --n) OrderedStore::advance(cursor);
        objects.add(p, *OrderedStore::row_at(cursor));
        return true;
    }
    for (std::uint32_t i = 0; i < HashStore::kStripes; ++i) {
        auto& stripe = t.hash.stripe(i);
        const ReadGuard guard(stripe.lock);
        const std::uint64_t buckets = stripe.buckets == nullptr ? 0 : std::uint64_t{1} << stripe.log2_buckets;
        if (n >= buckets) {
            n -= buckets;
            continue;
        }
        for (const Row* row = stripe.buckets[n]; row != nullptr; row = row->next) objects.add(p, *row);
        return true;
    }
    return false;
}

}  // namespace

NativeResult native_ets_slot(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Read);
    if (access.table == nullptr) return access.refused;
    const auto wanted = args[1].try_small();
    if (!wanted || *wanted < 0) return p.badarg(1, "out of range");
    for (Word needed = 0;;) {
        make_room(p, needed);
        ObjectList objects;
        auto n = static_cast<std::uint64_t>(*wanted);
        const bool found = visit_slot(p, *access.table, n, objects);
        p.charge(access.table->is_ordered() ? *wanted / 32 : 1);
        if (!found && n > 0) return p.badarg(1, "out of range");
        if (!found) return atoms::end_of_table;
        if (objects.fits) return objects.list;
        needed = objects.needed;
    }
}

NativeResult native_ets_first(Process& p, Args args) { return key_at(p, args, Where::First); }
NativeResult native_ets_last(Process& p, Args args) { return key_at(p, args, Where::Last); }
NativeResult native_ets_next(Process& p, Args args) { return key_at(p, args, Where::Next); }
NativeResult native_ets_prev(Process& p, Args args) { return key_at(p, args, Where::Previous); }

}  // namespace vial

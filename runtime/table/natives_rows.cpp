// runtime/table/natives_rows.cpp: natives of :ets that work on the rows of one key.
// Here: lookup, delete, member, take.
// Not here: insert (natives_insert.cpp), counters (natives_counters.cpp), traversals (natives_walk.cpp, natives_select.cpp).
// Threads: the scheduler of the process.
// Holds: a row is copied to the heap under the lock when the heap has room; else the lock is given
//        back, room is made, and the row is looked for again.
#include "runtime/table/access.h"
#include "vm/process/signals.h"
#include "vm/sched/scheduler.h"
#include "vm/tables/atoms.h"
#include "vm/term/compare.h"
#include "vm/term/number.h"
#include "vm/vm.h"

namespace vial {
namespace {

// Runs `visit(row)` for the rows of a key under the lock. With `exclusive` the lock is a writer's.
template <class Visit>
void with_rows(Table& t, Term key, Visit&& visit) {
    if (t.is_ordered()) {
        const ReadGuard guard(t.ordered.lock);
        if (Row* row = t.ordered.find(key)) visit(*row);
        return;
    }
    const std::uint64_t h = t.hash_of(key);
    auto& stripe = t.hash.stripe_of(h);
    const ReadGuard guard(stripe.lock);
    bool found = false;
    Row** at = t.hash.find(stripe, h, key, found);
    if (!found) return;
    for (Row* row = *at; row != nullptr && t.hash.same_key(*row, h, key); row = row->next) {
        visit(*row);
        if (!t.is_bag()) return;
    }
}

// The list of the objects of a key in order; needs arguments to be read again afterwards.
Term lookup(Process& p, Args args, Table& table) {
    for (Word needed = 0;;) {
        make_room(p, needed);
        ObjectList objects;
        std::uint64_t rows = 0;
        with_rows(table, args[1], [&](Row& row) {
            ++rows;
            objects.add(p, row);
        });
        p.charge(static_cast<std::int64_t>(rows));
        if (objects.fits) return objects.list;
        needed = objects.needed;
    }
}

Term collect_chain(Process& p, Table& table, Row* chain) {
    Word words = 0;
    for (Row* row = chain; row != nullptr; row = row->next) {
        words += copy_size(row->object, context_of(p).literals).words + kConsWords;
    }
    make_room(p, words);
    ObjectList objects;
    for (Row* row = chain; row != nullptr; row = row->next) objects.append(p, *row);
    table.free_chain(p.scheduler().blocks, chain);
    return objects.list;
}

}  // namespace

NativeResult native_ets_lookup(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Read);
    if (access.table == nullptr) return access.refused;
    return lookup(p, args, *access.table);
}

NativeResult native_ets_lookup_element(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Read);
    if (access.table == nullptr) return access.refused;
    Table& table = *access.table;
    const auto position = args[2].try_small();
    if (!position || *position < 1) return p.badarg(2, "not a valid position");
    if (table.is_bag()) {
        Term list = lookup(p, args, table);
        if (list.is_nil()) return p.badarg(1, "not a key that exists in the table");
        for (Term l = list; l.is_cons(); l = l.tail()) {
            if (static_cast<Word>(*position) > tuple_arity(l.head())) return p.badarg(2, "position is greater than the size of the object");
            // The list is fresh and nobody else's: its heads are replaced in place.
            l.cons_words()[0] = tuple_element(l.head(), static_cast<Word>(*position - 1)).word();
        }
        return list;
    }
    for (Word needed = 0;;) {
        make_room(p, needed);
        bool found = false, wide = true, fits = true;
        Term value;
        with_rows(table, args[1], [&](Row& row) {
            found = true;
            wide = static_cast<Word>(*position) <= tuple_arity(row.object);
            if (!wide) return;
            const Term element = tuple_element(row.object, static_cast<Word>(*position - 1));
            needed = copy_size(element, context_of(p).literals).words;
            fits = fits_heap(p, needed);
            if (fits) value = copy_out(p, element);
        });
        if (!found) return p.badarg(1, "not a key that exists in the table");
        if (!wide) return p.badarg(2, "position is greater than the size of the object");
        if (fits) return value;
    }
}

NativeResult native_ets_member(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Read);
    if (access.table == nullptr) return access.refused;
    return access.table->has_key(args[1]) ? atoms::true_ : atoms::false_;
}

NativeResult native_ets_delete_key(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    BlockCache& blocks = p.scheduler().blocks;
    access.table->free_chain(blocks, access.table->take_key(blocks, args[1]));
    return atoms::true_;
}

NativeResult native_ets_delete_object(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    if (!is_tuple(args[1])) return p.badarg(1, "not a tuple");
    if (tuple_arity(args[1]) <= access.table->key_position()) return p.badarg(1, kTooSmallForKey);
    access.table->delete_object(p.scheduler().blocks, args[1]);
    return atoms::true_;
}

NativeResult native_ets_take(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    Row* chain = access.table->take_key(p.scheduler().blocks, args[1]);
    return collect_chain(p, *access.table, chain);
}

}  // namespace vial

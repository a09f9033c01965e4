// runtime/table/natives_select.cpp: natives of :ets that go over all rows.
// Here: select and match in all forms.
// Not here: match specifications (match_spec.h), single keys (natives_rows.cpp).
// Threads: the scheduler of the process.
// Holds: rows are taken in batches under a lock; results are copied to a fragment of the process, so
//        that nothing collects while a lock is held or the specification is in use. Between two
//        batches the native may yield; it goes on at a hash, or in an ordered table at a key.
#include "runtime/table/access.h"
#include "runtime/table/match_spec.h"
#include "vm/code/code_server.h"
#include "vm/heap/fragment.h"
#include "vm/sched/scheduler.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {
namespace {

constexpr std::uint64_t kBatchRows = 64;

enum class WalkMode : std::uint8_t { Select, Count, Delete, Match, MatchObject, MatchDelete, SelectReverse, Replace };

// A row and what takes its place.
struct Replacement {
    Row* old;
    Row* with;
};

// What a walk does, from the arguments of ets:vial_walk/5: {table, spec, mode + limit, place, results}.
//   place: :start, {high half of the hash, low half}, {key}, or :"$end_of_table"
struct Walk {
    Process& p;
    Table& table;
    MatchSpec& spec;
    WalkMode mode;
    std::int64_t limit;      // results wanted, 0: all
    std::int64_t found = 0;  // results so far of this call
    std::vector<Row*> rows;  // to delete
    std::vector<Replacement> replacements;
    bool refused = false;    // memory
    Term list = Term::nil(); // of this batch, in scratch memory

    bool deletes() const { return mode == WalkMode::Delete || mode == WalkMode::MatchDelete; }
    bool replaces() const { return mode == WalkMode::Replace; }
    bool changes() const { return deletes() || replaces(); }
    bool counts() const { return mode == WalkMode::Count || changes(); }
    bool collects() const { return !counts(); }
    // An ordered table is walked backwards, so that the list grows in order; with a limit, whose list is
    // turned round, forwards.
    bool backwards() const { return collects() && (limit == 0) != (mode == WalkMode::SelectReverse); }

    void see(Row& row) {
        Term result;
        if (!spec.run(row.object, p.pid, result)) return;
        if (collects()) {
            list = spec.scratch_cons(result, list);
            ++found;
        } else if (replaces()) {
            Row* with = make_row(p.scheduler().blocks, result, row.hash);
            if (with == nullptr) refused = true;
            else replacements.push_back({&row, with});
            found += with != nullptr;
            spec.forget_results();
        } else if (mode == WalkMode::MatchDelete || result == atoms::true_) {
            ++found;
            if (deletes()) rows.push_back(&row);
        }
    }
};

Term add_results(Walk& w, Term results) {
    const Term all = prepend_copy(w.p, w.list, results);
    w.list = Term::nil();
    w.spec.forget_results();
    return all;
}

Term copy_of(Walk& w, Term term) {
    if (term.is_immediate()) return term;
    Term copied;
    HeapFragment* fragment = copy_to_fragment(w.p.scheduler(), sizeof(HeapFragment) / sizeof(Word), term, copied);
    if (fragment == nullptr) return kNoTerm;
    attach_fragment(w.p, fragment);
    return copied;
}

struct Place {
    bool end = false;
    std::uint64_t hash = 0;  // hashed tables
    Term key = kNoTerm;      // ordered tables: walked up to this key, which has been seen
};

void delete_seen(Walk& w, HashStore::Stripe& stripe) {
    for (Row* row : w.rows) {
        bool found = false;
        Row** at = w.table.hash.find(stripe, row->hash, row->key(w.table.key_position()), found);
        while (*at != row) at = &(*at)->next;
        w.table.hash.unlink(stripe, at);
        w.table.counted(-1, *row);
        free_row(w.p.scheduler().blocks, row);
    }
    w.rows.clear();
}

// Puts the new rows where the old ones are; `put` links one.
template <class Put>
void replace_seen(Walk& w, Put&& put) {
    for (const Replacement& r : w.replacements) {
        put(r);
        w.table.counted(1, *r.with);
        w.table.counted(-1, *r.old);
        free_row(w.p.scheduler().blocks, r.old);
    }
    w.replacements.clear();
}

void replace_hashed(Walk& w, HashStore::Stripe& stripe) {
    replace_seen(w, [&](const Replacement& r) {
        bool found = false;
        Row** at = w.table.hash.find(stripe, r.old->hash, r.old->key(w.table.key_position()), found);
        while (*at != r.old) at = &(*at)->next;
        r.with->next = r.old->next;
        *at = r.with;
    });
}

void replace_ordered(Walk& w) {
    replace_seen(w, [&](const Replacement& r) { w.table.ordered.replace(r.old, r.with); });
}

// One batch of a hashed table.
void hashed_batch(Walk& w, Place& place) {
    const std::uint32_t index = HashStore::stripe_index(place.hash);
    auto& stripe = w.table.hash.stripe(index);
    std::uint64_t next = 0, seen = 0;
    const auto visit = [&](Row& row) {
        ++seen;
        w.see(row);
    };
    const std::uint64_t batch = w.limit == 0 ? kBatchRows : std::min<std::uint64_t>(kBatchRows, static_cast<std::uint64_t>(w.limit - w.found));
    if (w.changes()) {
        const WriteGuard guard(stripe.lock);
        next = w.table.hash.walk(stripe, place.hash, batch, visit);
        delete_seen(w, stripe);
        replace_hashed(w, stripe);
    } else {
        const ReadGuard guard(stripe.lock);
        next = w.table.hash.walk(stripe, place.hash, batch, visit);
        // Results point into the rows: they are copied before the lock is given back.
        place.key = w.collects() ? add_results(w, place.key) : place.key;
    }
    w.p.charge(static_cast<std::int64_t>(seen) + 1);
    if (next != 0) place.hash = next;
    else if (index + 1 < HashStore::kStripes) place.hash = std::uint64_t{index + 1} << 60;
    else place.end = true;
}

// One batch of an ordered table; `results` is the list so far.
void ordered_batch(Walk& w, Place& place, Term& results) {
    OrderedStore& store = w.table.ordered;
    const auto run = [&] {
        const bool back = w.backwards();
        auto cursor = place.key == kNoTerm ? (back ? store.back() : store.begin())
                                           : (back ? store.seek_below(place.key) : store.seek(place.key, true));
        Row* row = nullptr;
        std::uint64_t seen = 0;
        while (Row* at = OrderedStore::row_at(cursor)) {
            if (seen == kBatchRows || (w.limit != 0 && w.found == w.limit)) break;
            row = at;
            ++seen;
            w.see(*row);
            if (back) OrderedStore::retreat(cursor);
            else OrderedStore::advance(cursor);
        }
        w.p.charge(static_cast<std::int64_t>(seen) + 1);
        place.end = OrderedStore::row_at(cursor) == nullptr;
        if (!place.end) place.key = copy_of(w, row->key(w.table.key_position()));
    };
    if (w.changes()) {
        const WriteGuard guard(store.lock);
        run();
        replace_ordered(w);
        for (Row* row : w.rows) {
            Row* removed = store.remove(w.p.scheduler().blocks, row->key(w.table.key_position()));
            w.table.counted(-1, *removed);
            free_row(w.p.scheduler().blocks, removed);
        }
        w.rows.clear();
    } else {
        const ReadGuard guard(store.lock);
        run();
        if (w.collects()) results = add_results(w, results);
    }
}

// All rows of one key, when the specification names it.
void key_batch(Walk& w, Term key, Term& results) {
    if (w.table.is_ordered()) {
        const WriteGuard guard(w.table.ordered.lock);
        if (Row* row = w.table.ordered.find(key)) w.see(*row);
        replace_ordered(w);
        for (Row* row : w.rows) {
            w.table.ordered.remove(w.p.scheduler().blocks, key);
            w.table.counted(-1, *row);
            free_row(w.p.scheduler().blocks, row);
        }
        if (w.collects()) results = add_results(w, results);
    } else {
        const std::uint64_t h = w.table.hash_of(key);
        auto& stripe = w.table.hash.stripe_of(h);
        const WriteGuard guard(stripe.lock);
        bool found = false;
        Row** at = w.table.hash.find(stripe, h, key, found);
        for (Row* row = found ? *at : nullptr; row != nullptr && w.table.hash.same_key(*row, h, key); row = row->next) w.see(*row);
        if (w.deletes()) delete_seen(w, stripe);
        replace_hashed(w, stripe);
        if (w.collects()) results = add_results(w, results);
    }
    w.rows.clear();
}

Place read_place(const Table& table, Term t) {
    Place place;
    if (t.is_atom()) {
        place.end = t == atoms::end_of_table;
    } else if (table.is_ordered()) {
        place.key = tuple_element(t, 0);
    } else {
        place.hash = static_cast<std::uint64_t>(tuple_element(t, 0).small_value()) << 32 |
                     static_cast<std::uint64_t>(tuple_element(t, 1).small_value());
    }
    return place;
}

// A list turned round, in fresh cells; `list` stands in args[4].
Term reversed(Process& p, Args args) {
    Word count = 0;
    for (Term l = args[4]; l.is_cons(); l = l.tail()) ++count;
    HeapWriter out = p.reserve(count * kConsWords);
    Term result = Term::nil();
    for (Term l = args[4]; l.is_cons(); l = l.tail()) result = out.cons(l.head(), result);
    p.charge(static_cast<std::int64_t>(count));
    return result;
}

bool compile_spec(MatchSpec& spec, WalkMode mode, Term term, const Table& table) {
    switch (mode) {
        case WalkMode::Match: return spec.compile_pattern(term, false, table.atoms);
        case WalkMode::MatchObject:
        case WalkMode::MatchDelete: return spec.compile_pattern(term, true, table.atoms);
        case WalkMode::Replace: return spec.compile(term, table.atoms) && spec.keeps_key(term, table.key_position());
        default: return spec.compile(term, table.atoms);
    }
}

// A continuation comes back through the program's hands.
bool valid_state(Term state, Term place) {
    if (!is_tuple_of(state, 3)) return false;
    for (const Term t : tuple_elements(state)) {
        if (!t.is_small() || t.small_value() < 0) return false;
    }
    if (tuple_element(state, 0).small_value() > static_cast<std::int64_t>(WalkMode::Replace)) return false;
    if (place.is_atom()) return true;
    if (is_tuple_of(place, 1)) return true;
    return is_tuple_of(place, 2) && tuple_element(place, 0).is_small() && tuple_element(place, 1).is_small();
}

Access access_for(WalkMode mode) {
    return mode == WalkMode::Delete || mode == WalkMode::MatchDelete || mode == WalkMode::Replace ? Access::Write : Access::Read;
}

}  // namespace

// ets:vial_walk(Table, Spec, {Mode, Limit, Found}, Place, Results): goes on until the end, the limit, or
// the end of the slice. With a limit the answer is {Results, Continuation} or $end_of_table.
NativeResult native_ets_walk(Process& p, Args args) {
    if (!valid_state(args[2], args[3])) return p.badarg(2, "invalid continuation");
    const auto mode = static_cast<WalkMode>(tuple_element(args[2], 0).small_value());
    const auto access = table_access(p, args[0], access_for(mode));
    if (access.table == nullptr) return access.refused;
    Table& table = *access.table;
    MatchSpec spec;
    if (!compile_spec(spec, mode, args[1], table)) return p.badarg(1, "not a valid match specification");
    Walk w{p, table, spec, mode, tuple_element(args[2], 1).small_value(), tuple_element(args[2], 2).small_value()};
    if (!args[3].is_atom() && is_tuple_of(args[3], 1) != table.is_ordered()) return p.badarg(3, "invalid continuation");
    Place place = read_place(table, args[3]);
    Term results = args[4];
    const Term key = spec.fixed_key(table.key_position());
    if (key != kNoTerm && args[3].is_atom() && !place.end) {
        key_batch(w, key, results);
        place.end = true;
    }
    // One batch at least: a slice may hold no more than the call itself.
    for (bool first = true; !place.end && (first || !p.out_of_reductions()) && (w.limit == 0 || w.found < w.limit); first = false) {
        if (table.is_ordered()) {
            ordered_batch(w, place, results);
        } else {
            place.key = results;  // carried along, so that the batch can put results in front
            hashed_batch(w, place);
            results = place.key;
        }
        if (results == kNoTerm) return p.error(atoms::system_limit);
    }
    if (w.refused) return p.error(atoms::system_limit);
    if (w.counts() && place.end) return Term::small(w.found);
    if (w.limit == 0 && place.end) return results;

    // Either time is up or the limit is reached: the place as a term.
    args.set(4, results);
    if (table.is_ordered() && place.key != kNoTerm) args.set(3, place.key);
    HeapWriter out = p.reserve(tuple_words(2) + tuple_words(3) + tuple_words(5) + tuple_words(2));
    const Term place_term = place.end ? atoms::end_of_table
                            : table.is_ordered()
                                ? (place.key == kNoTerm ? atoms::undefined : out.tuple({args[3]}))
                                : out.tuple({Term::small(static_cast<std::int64_t>(place.hash >> 32)),
                                             Term::small(static_cast<std::int64_t>(place.hash & 0xffffffff))});
    const bool complete = place.end || (w.limit != 0 && w.found >= w.limit);
    const Term state = out.tuple({Term::small(static_cast<std::int64_t>(mode)), Term::small(w.limit),
                                  Term::small(complete ? 0 : w.found)});
    if (!complete) {
        FunctionCell* self = p.vm().code().cell(p.vm().atoms().intern("ets"), p.vm().atoms().intern("vial_walk"), 5);
        return p.tail_call(self, {args[0], args[1], state, place_term, args[4]});
    }
    if (w.found == 0) return atoms::end_of_table;
    const Term continuation = place.end ? atoms::end_of_table : out.tuple({args[0], args[1], state, place_term});
    args.set(3, continuation);
    const Term list = table.is_ordered() ? reversed(p, args) : args[4];
    args.set(4, list);
    HeapWriter pair = p.reserve(tuple_words(2));
    return pair.tuple({args[4], args[3]});
}

namespace {

NativeResult start_walk(Process& p, Args args, WalkMode mode, Term limit) {
    const auto access = table_access(p, args[0], access_for(mode));
    if (access.table == nullptr) return access.refused;
    {
        MatchSpec spec;
        if (!compile_spec(spec, mode, args[1], *access.table)) return p.badarg(1, "not a valid match specification");
    }
    HeapWriter out = p.reserve(tuple_words(3));
    const Term state = out.tuple({Term::small(static_cast<std::int64_t>(mode)), limit, Term::small(0)});
    FunctionCell* walk = p.vm().code().cell(p.vm().atoms().intern("ets"), p.vm().atoms().intern("vial_walk"), 5);
    return p.tail_call(walk, {args[0], args[1], state, atoms::undefined, Term::nil()});
}

NativeResult start_limited(Process& p, Args args, WalkMode mode) {
    const auto limit = args[2].try_small();
    if (!limit || *limit < 1) return p.badarg(2, "not a positive integer");
    return start_walk(p, args, mode, args[2]);
}

}  // namespace

NativeResult native_ets_select_2(Process& p, Args args) { return start_walk(p, args, WalkMode::Select, Term::small(0)); }
NativeResult native_ets_select_3(Process& p, Args args) { return start_limited(p, args, WalkMode::Select); }
NativeResult native_ets_select_reverse_2(Process& p, Args args) { return start_walk(p, args, WalkMode::SelectReverse, Term::small(0)); }
NativeResult native_ets_select_reverse_3(Process& p, Args args) { return start_limited(p, args, WalkMode::SelectReverse); }
NativeResult native_ets_select_replace(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table != nullptr && access.table->kind == TableKind::Bag) {
        return p.badarg(0, "the table identifier refers to an ETS table of a type not supported by this operation");
    }
    return start_walk(p, args, WalkMode::Replace, Term::small(0));
}
NativeResult native_ets_select_count(Process& p, Args args) { return start_walk(p, args, WalkMode::Count, Term::small(0)); }
NativeResult native_ets_select_delete(Process& p, Args args) { return start_walk(p, args, WalkMode::Delete, Term::small(0)); }
NativeResult native_ets_match_2(Process& p, Args args) { return start_walk(p, args, WalkMode::Match, Term::small(0)); }
NativeResult native_ets_match_3(Process& p, Args args) { return start_limited(p, args, WalkMode::Match); }
NativeResult native_ets_match_object_2(Process& p, Args args) { return start_walk(p, args, WalkMode::MatchObject, Term::small(0)); }
NativeResult native_ets_match_object_3(Process& p, Args args) { return start_limited(p, args, WalkMode::MatchObject); }
// ets:internal_delete: match_delete's count; the language gives true.
NativeResult native_ets_match_delete(Process& p, Args args) { return start_walk(p, args, WalkMode::MatchDelete, Term::small(0)); }

// Goes on with a continuation of select/3, match/3 or match_object/3.
NativeResult native_ets_continue(Process& p, Args args) {
    if (args[0] == atoms::end_of_table) return atoms::end_of_table;
    if (!is_tuple_of(args[0], 4) || !is_tuple_of(tuple_element(args[0], 2), 3)) return p.badarg(0, "invalid continuation");
    const Term c = args[0];
    FunctionCell* walk = p.vm().code().cell(p.vm().atoms().intern("ets"), p.vm().atoms().intern("vial_walk"), 5);
    return p.tail_call(walk, {tuple_element(c, 0), tuple_element(c, 1), tuple_element(c, 2), tuple_element(c, 3), Term::nil()});
}

}  // namespace vial

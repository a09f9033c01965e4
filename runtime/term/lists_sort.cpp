// runtime/term/lists_sort.cpp: sorting of lists in term order.
// Here: sort, usort, keysort, ukeysort; stable merge sort, in slices for long lists.
// Not here: sorting by a fun (stdlib/erlang/lists.ex).
// Threads: the scheduler that runs the process.
// Holds: a list of up to kRunLength elements is sorted at once. A longer one is cut into sorted
// runs,
//        which are merged pairwise; the merges are state in terms, so they stop anywhere and go on.
//
// Merging by consing turns the order round, so runs are ascending and descending by turns, and no
// pass is spent on reversing. State of a long sort, the only argument of sort_slowly/1:
//   {rest of the input, runs to do, runs done, left, right, merged so far, order, proof}
// "To do" is in the order of the input, "done" the other way round.
#include <vector>

#include "runtime/term/arguments.h"
#include "vm/base/merge_sort.h"
#include "vm/term/bignum.h"
#include "vm/term/compare.h"

namespace vial {

namespace {

constexpr Word kRunLength = 2048;

// How to compare, packed into a small integer: key position (0: whole terms), unique, direction.
struct SortOrder {
    Word key = 0;
    bool unique = false;
    bool descending = false;  // of the runs as they stand now

    Term pack() const {
        return Term::small(
            static_cast<std::int64_t>(key << 2 | Word{unique} << 1 | Word{descending}));
    }
    static SortOrder unpack(Term t) {
        const auto bits = static_cast<Word>(t.small_value());
        return {bits >> 2, (bits & 2) != 0, (bits & 1) != 0};
    }
    int compare(Term a, Term b, const AtomTable& atoms, Word& visited) const {
        if (key) {
            a = tuple_element(a, key - 1);
            b = tuple_element(b, key - 1);
        }
        return compare_terms(a, b, atoms, &visited);
    }
};

// Sorts `terms`; of equal ones a unique sort keeps the first.
void sort_run(std::vector<Term>& terms, const SortOrder& order, const AtomTable& atoms,
              Word& visited) {
    std::vector<Term> scratch(terms.size());
    merge_sort(std::span(terms), std::span(scratch),
               [&](Term a, Term b) { return order.compare(a, b, atoms, visited) > 0; });
    if (!order.unique) return;
    std::size_t kept = 0;
    for (Term t : terms) {
        if (kept == 0 || order.compare(terms[kept - 1], t, atoms, visited) != 0) terms[kept++] = t;
    }
    terms.resize(kept);
}

void charge_visits(Process& p, Word visited, Word cells) {
    p.charge(static_cast<std::int64_t>((visited + cells) / kCellsPerReduction));
}

// The first `count` elements of `list` (a root) as a sorted list; `list` becomes the rest.
Term take_run(Process& p, Term& list, Word count, const SortOrder& order) {
    HeapWriter out = p.reserve(kConsWords * count);
    std::vector<Term> terms;
    terms.reserve(count);
    for (Word n = 0; n < count && list.is_cons(); ++n, list = list.tail())
        terms.push_back(list.head());
    Word visited = 0;
    sort_run(terms, order, atoms_of(p), visited);
    charge_visits(p, visited, 4 * count);
    return out.list(terms);
}

// --- long lists
// ------------------------------------------------------------------------------------

// The terms come first and are one span of roots.
struct SortState {
    Term rest = Term::nil();
    Term to_do = Term::nil();
    Term done = Term::nil();
    Term left = Term::nil();
    Term right = Term::nil();
    Term merged = Term::nil();
    SortOrder order;

    std::span<Term> terms() { return {&rest, 6}; }
    bool merging() const { return left.is_cons() || right.is_cons() || merged.is_cons(); }
};
constexpr Word kStateElements = 8;
constexpr Word kStateWords = tuple_words(kStateElements);

SortState read_state(Term t) {
    const auto e = tuple_elements(t);
    return {e[0], e[1], e[2], e[3], e[4], e[5], SortOrder::unpack(e[6])};
}

// Moves elements of left and right onto merged, whose direction is the opposite of theirs, while
// there is room for them. True when both are used up.
bool merge_some(HeapWriter& out, SortState& s, Word room, const AtomTable& atoms, Word& visited) {
    while (room > 0 && (s.left.is_cons() || s.right.is_cons())) {
        Term* from = s.left.is_cons() ? &s.left : &s.right;
        if (s.left.is_cons() && s.right.is_cons()) {
            const int c = s.order.compare(s.left.head(), s.right.head(), atoms, visited);
            if (c == 0 && s.order.unique) {
                s.right = s.right.tail();  // the left one came first
                continue;
            }
            // Of equal ones the earlier ends up in front: consed first when the runs ascend, last
            // when they descend.
            const bool take_left = s.order.descending ? c > 0 : c <= 0;
            from = take_left ? &s.left : &s.right;
        }
        s.merged = out.cons(from->head(), s.merged);
        *from = from->tail();
        --room;
    }
    return !s.left.is_cons() && !s.right.is_cons();
}

// The next pair of runs as left and right; a new pass over what the last one made, if need be.
// False when a single ascending run is left in `done`.
bool next_pair(Process& p, SortState& s) {
    if (s.to_do.is_nil()) {
        if (s.done.tail().is_nil() && !s.order.descending) return false;
        HeapWriter out = p.reserve(kConsWords * list_shape(s.done).length);
        for (; s.done.is_cons(); s.done = s.done.tail()) s.to_do = out.cons(s.done.head(), s.to_do);
    }
    s.left = s.to_do.head();
    s.to_do = s.to_do.tail();
    if (s.to_do.is_nil()) return true;
    s.right = s.to_do.head();
    s.to_do = s.to_do.tail();
    return true;
}

void merge_step(Process& p, SortState& s) {
    HeapWriter out = p.reserve(kConsWords * (kRunLength + 1));
    Word visited = 0;
    const bool finished = merge_some(out, s, kRunLength, atoms_of(p), visited);
    charge_visits(p, visited, kRunLength);
    if (!finished) return;
    s.done = out.cons(s.merged, s.done);
    s.merged = Term::nil();
    if (s.to_do.is_nil()) s.order.descending = !s.order.descending;
}

}  // namespace

NativeResult native_lists_sort_slowly(Process& p, Args args) {
    if (!is_state_of_ours(args[0], kStateElements)) return p.badarg();
    SortState s = read_state(args[0]);
    RootScope scope(context_of(p), s.terms());
    do {
        if (s.rest.is_cons()) {
            const Term run = take_run(p, s.rest, kRunLength, s.order);
            s.left = run;  // a root while room is made
            HeapWriter out = p.reserve(kConsWords);
            s.done = out.cons(s.left, s.done);
            s.left = Term::nil();
        } else {
            if (!s.merging() && !next_pair(p, s)) return s.done.head();
            merge_step(p, s);
        }
    } while (!p.out_of_reductions());
    HeapWriter out = p.reserve(kStateWords);
    const Term state =
        out.tuple({s.rest, s.to_do, s.done, s.left, s.right, s.merged, s.order.pack(), kStateProof});
    return go_on_in(p, "lists", "sort_slowly", {state});
}

namespace {

NativeResult sort_argument(Process& p, Args args, std::uint32_t i, const SortOrder& order) {
    const ListShape shape = list_shape(args[i]);
    if (!shape.proper) return p.error(atoms::function_clause);
    if (shape.length <= 1) return args[i];
    if (shape.length <= kRunLength) {
        Term list = args[i];
        RootScope scope(context_of(p), {&list, 1});
        return take_run(p, list, shape.length, order);
    }
    HeapWriter out = p.reserve(kStateWords);
    const Term nil = Term::nil();
    const Term state = out.tuple({args[i], nil, nil, nil, nil, nil, order.pack(), kStateProof});
    return go_on_in(p, "lists", "sort_slowly", {state});
}

// Every element must have the key; a list of one is never looked at.
NativeResult sort_by_key(Process& p, Args args, bool unique) {
    const auto key = args[0].try_small();
    if (!key || *key < 1) return p.error(atoms::function_clause);
    const ListShape shape = list_shape(args[1]);
    if (!shape.proper) return p.error(atoms::function_clause);
    if (shape.length <= 1) return args[1];
    for (Term at = args[1]; at.is_cons(); at = at.tail()) {
        if (!is_tuple(at.head())) return p.badarg(1, "not a tuple");
        if (tuple_arity(at.head()) < static_cast<Word>(*key)) return p.badarg(0, "out of range");
    }
    return sort_argument(p, args, 1, {static_cast<Word>(*key), unique, false});
}

}  // namespace

NativeResult native_lists_sort(Process& p, Args args) {
    return sort_argument(p, args, 0, {});
}
NativeResult native_lists_usort(Process& p, Args args) {
    return sort_argument(p, args, 0, {0, true, false});
}
NativeResult native_lists_keysort(Process& p, Args args) {
    return sort_by_key(p, args, false);
}
NativeResult native_lists_ukeysort(Process& p, Args args) {
    return sort_by_key(p, args, true);
}

}  // namespace vial

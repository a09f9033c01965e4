// runtime/term/lists.cpp: natives on lists.
// Here: hd, tl, length, ++, --, reverse, member and the key searches.
// Not here: sorting (lists_sort.cpp).
// Threads: the scheduler that runs the process.
// Holds: long walks give the scheduler back and go on where they were.
#include <algorithm>
#include <vector>

#include "runtime/term/arguments.h"
#include "vm/term/bignum.h"
#include "vm/term/compare.h"

namespace vial {

namespace {

void charge_cells(Process& p, Word cells) {
    p.charge(static_cast<std::int64_t>(cells / kCellsPerReduction));
}

}  // namespace

NativeResult native_erlang_hd(Process& p, Args args) {
    if (!args[0].is_cons()) return p.badarg(0, "not a nonempty list");
    return args[0].head();
}
NativeResult native_erlang_tl(Process& p, Args args) {
    if (!args[0].is_cons()) return p.badarg(0, "not a nonempty list");
    return args[0].tail();
}

// A guard may call it, so it cannot stop on the way: it charges instead.
NativeResult native_erlang_length(Process& p, Args args) {
    const ListShape shape = list_shape(args[0]);
    charge_cells(p, shape.length);
    if (!shape.proper) return p.badarg(0, "not a list");
    return Term::small(static_cast<std::int64_t>(shape.length));
}

// --- ++
// --------------------------------------------------------------------------------------------

namespace {

// Beyond this the left side is turned round twice, in slices, rather than copied at once.
constexpr Word kCopiedAtOnce = 16384;

}  // namespace

NativeResult native_erlang_append(Process& p, Args args) {
    if (args[0].is_nil()) return args[1];
    const ListShape shape = list_shape(args[0]);
    if (!shape.proper) return p.badarg();
    charge_cells(p, shape.length);
    if (shape.length > kCopiedAtOnce) {
        return go_on_in(p, "lists", "append_slowly", {args[0], Term::nil(), args[1]});
    }
    HeapWriter out = p.reserve(kConsWords * shape.length);
    Word* cells = out.take(kConsWords * shape.length);
    const Term result = Term::cons(cells);
    for (Term at = args[0]; at.is_cons(); at = at.tail(), cells += kConsWords) {
        cells[0] = at.head().word();
        cells[1] = Term::cons(cells + kConsWords).word();
    }
    cells[-1] = args[1].word();
    return result;
}

// (left, turned round so far, right): a slice of `left` at a time, then reverse/2.
NativeResult native_lists_append_slowly(Process& p, Args args) {
    Word count = 0;
    for (Term at = args[0]; at.is_cons() && count < kCellsPerCheck; at = at.tail()) ++count;
    HeapWriter out = p.reserve(kConsWords * count);
    Term left = args[0];
    Term turned = args[1];
    for (Word i = 0; i < count; ++i, left = left.tail()) turned = out.cons(left.head(), turned);
    charge_cells(p, count);
    if (left.is_cons()) return go_on_in(p, "lists", "append_slowly", {left, turned, args[2]});
    return go_on_in(p, "lists", "reverse", {turned, args[2]});
}

NativeResult native_lists_reverse(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    for (;;) {
        Word count = 0;
        for (Term at = args[0]; at.is_cons() && count < kCellsPerCheck; at = at.tail()) ++count;
        HeapWriter out = p.reserve(kConsWords * count);
        Term left = args[0];
        Term turned = args[1];
        for (Word i = 0; i < count; ++i, left = left.tail()) turned = out.cons(left.head(), turned);
        charge_cells(p, count);
        if (left.is_nil()) return turned;
        if (!left.is_cons()) return p.badarg(0, "not a proper list");
        args.set(0, left);
        args.set(1, turned);
        if (p.out_of_reductions()) return go_on_in(p, "lists", "reverse", {left, turned});
    }
}

NativeResult native_lists_reverse1(Process& p, Args args) {
    const ListShape shape = list_shape(args[0]);
    if (shape.length < 2) return shape.proper ? NativeResult(args[0]) : p.error(atoms::function_clause);
    if (!shape.proper) {  // as OTP's: two clauses turn the first two, the rest is reverse/2's
        HeapWriter out = p.reserve(2 * kConsWords);
        const Term first = args[0].head(), second = args[0].tail().head(), rest = args[0].tail().tail();
        const Term turned = out.cons(second, out.cons(first, Term::nil()));
        return go_on_in(p, "lists", "reverse", {rest, turned});
    }
    if (shape.length <= kCellsPerCheck) {
        HeapWriter out = p.reserve(kConsWords * shape.length);
        Term turned = Term::nil();
        for (Term at = args[0]; at.is_cons(); at = at.tail()) turned = out.cons(at.head(), turned);
        charge_cells(p, shape.length);
        return turned;
    }
    return go_on_in(p, "lists", "reverse", {args[0], Term::nil()});
}

// --- --
// --------------------------------------------------------------------------------------------

namespace {

// The elements to take away, with how many of each are left.
struct Removals {
    std::vector<Term> terms;
    std::vector<Word> left;
    Word total = 0;

    Removals(Term list, const AtomTable& atoms) {
        for (; list.is_cons(); list = list.tail()) terms.push_back(list.head());
        total = terms.size();
        if (terms.size() <= kFew) {
            left.assign(terms.size(), 1);
            return;
        }
        std::sort(terms.begin(), terms.end(),
                  [&](Term a, Term b) { return compare_exact(a, b, atoms) < 0; });
        std::size_t kept = 0;
        for (Term t : terms) {
            if (kept && equal_exact(terms[kept - 1], t)) {
                ++left[kept - 1];
            } else {
                terms[kept++] = t;
                left.push_back(1);
            }
        }
        terms.resize(kept);
    }
    // Whether `t` is to be taken away; uses one up.
    bool take(Term t, const AtomTable& atoms) {
        const std::size_t at = find(t, atoms);
        if (at == terms.size() || left[at] == 0) return false;
        --left[at];
        --total;
        return true;
    }

  private:
    static constexpr std::size_t kFew = 8;
    std::size_t find(Term t, const AtomTable& atoms) const {
        if (terms.size() <= kFew) {
            std::size_t i = 0;
            while (i < terms.size() && !(left[i] && equal_exact(terms[i], t))) ++i;
            return i;
        }
        const auto at = std::lower_bound(terms.begin(), terms.end(), t, [&](Term a, Term b) {
            return compare_exact(a, b, atoms) < 0;
        });
        if (at == terms.end() || !equal_exact(*at, t)) return terms.size();
        return static_cast<std::size_t>(at - terms.begin());
    }
};

}  // namespace

NativeResult native_erlang_subtract(Process& p, Args args) {
    const ListShape left = list_shape(args[0]);
    const ListShape right = list_shape(args[1]);
    if (!left.proper || !right.proper) return p.badarg();
    if (left.length == 0 || right.length == 0) return args[0];
    HeapWriter out = p.reserve(kConsWords * left.length);
    const AtomTable& atoms = atoms_of(p);
    Removals removals(args[1], atoms);
    charge_cells(p, 4 * (left.length + right.length));
    Term result = Term::nil();
    Word* hole = nullptr;
    Term at = args[0];
    for (; at.is_cons() && removals.total > 0; at = at.tail()) {
        if (removals.take(at.head(), atoms)) continue;
        const Term cell = out.cons(at.head(), Term::nil());
        if (hole) {
            *hole = cell.word();
        } else {
            result = cell;
        }
        hole = cell.cons_words() + 1;
    }
    // Nothing more to take away: the rest is shared.
    if (!hole) return at;
    *hole = at.word();
    return result;
}

// --- searching
// -------------------------------------------------------------------------------------

NativeResult native_lists_member(Process& p, Args args) {
    const Term wanted = args[0];
    Term at = args[1];
    if (!at.is_list()) return p.badarg(1, "not a list");
    Word count = 0;
    Word visited = 0;
    for (; at.is_cons(); at = at.tail()) {
        if (equal_exact(at.head(), wanted, &visited)) {
            charge_cells(p, count + visited);
            return atoms::true_;
        }
        if (++count % kCellsPerCheck) continue;
        charge_cells(p, kCellsPerCheck + visited);
        count = visited = 0;
        if (p.out_of_reductions()) return go_on_in(p, "lists", "member", {wanted, at.tail()});
    }
    charge_cells(p, count + visited);
    if (!at.is_nil()) return p.badarg(1, "not a proper list");
    return atoms::false_;
}

namespace {

struct KeySearch {
    enum class End { Found, Absent, Yield, Bad } end;
    Term at;  // found tuple, or where to go on
};

bool matches_key(Term t, Term key, Word position, Word& visited) {
    return is_tuple(t) && tuple_arity(t) >= position &&
           equal(tuple_element(t, position - 1), key, &visited);
}

// Tuples in args[2] whose element args[1] == args[0].
KeySearch search_key(Process& p, Args args) {
    const auto position = args[1].try_small();
    bool ok = true;
    if (!is_integer(args[1])) {
        (void)p.badarg(1, "not an integer");
        ok = false;
    } else if (!position || *position < 1) {
        (void)p.badarg(1, "out of range");
        ok = false;
    }
    if (!args[2].is_list()) {
        (void)p.badarg(2, "not a list");
        ok = false;
    } else if (!ok && !list_shape(args[2]).proper) {
        (void)p.badarg(2, "not a proper list");
    }
    if (!ok) return {KeySearch::End::Bad, Term()};
    Word count = 0;
    Word visited = 0;
    Term at = args[2];
    for (; at.is_cons(); at = at.tail()) {
        if (matches_key(at.head(), args[0], static_cast<Word>(*position), visited)) {
            charge_cells(p, count + visited);
            return {KeySearch::End::Found, at.head()};
        }
        if (++count % kCellsPerCheck) continue;
        charge_cells(p, kCellsPerCheck + visited);
        count = visited = 0;
        if (p.out_of_reductions()) return {KeySearch::End::Yield, at.tail()};
    }
    charge_cells(p, count + visited);
    if (at.is_nil()) return {KeySearch::End::Absent, Term()};
    (void)p.badarg(2, "not a proper list");
    return {KeySearch::End::Bad, Term()};
}

}  // namespace

NativeResult native_lists_keyfind(Process& p, Args args) {
    const KeySearch search = search_key(p, args);
    switch (search.end) {
        case KeySearch::End::Found: return search.at;
        case KeySearch::End::Absent: return atoms::false_;
        case KeySearch::End::Yield:
            return go_on_in(p, "lists", "keyfind", {args[0], args[1], search.at});
        case KeySearch::End::Bad: break;
    }
    return p.badarg();
}

NativeResult native_lists_keymember(Process& p, Args args) {
    const KeySearch search = search_key(p, args);
    switch (search.end) {
        case KeySearch::End::Found: return atoms::true_;
        case KeySearch::End::Absent: return atoms::false_;
        case KeySearch::End::Yield:
            return go_on_in(p, "lists", "keymember", {args[0], args[1], search.at});
        case KeySearch::End::Bad: break;
    }
    return p.badarg();
}

NativeResult native_lists_keysearch(Process& p, Args args) {
    const KeySearch search = search_key(p, args);
    switch (search.end) {
        case KeySearch::End::Found: {
            args.set(0, search.at);
            HeapWriter out = p.reserve(tuple_words(2));
            return out.tuple({atoms::value, args[0]});
        }
        case KeySearch::End::Absent: return atoms::false_;
        case KeySearch::End::Yield:
            return go_on_in(p, "lists", "keysearch", {args[0], args[1], search.at});
        case KeySearch::End::Bad: break;
    }
    return p.badarg();
}

}  // namespace vial

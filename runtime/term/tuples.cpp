// runtime/term/tuples.cpp: natives on tuples.
// Here: element, setelement, make_tuple and the conversions to and from lists.
// Not here: lists (lists.cpp).
// Threads: the scheduler that runs the process.
// Holds: indices count from 1.
#include <algorithm>

#include "runtime/term/arguments.h"
#include "vm/base/literal_space.h"
#include "vm/term/bignum.h"
#include "vm/term/binary.h"

namespace vial {

namespace {

constexpr Word kMaxTupleArity = (Word{1} << 24) - 1;

Term empty_tuple(Process& p) {
    return Term::boxed(context_of(p).literals->empty_tuple_words());
}

bool index_within(Term index, Word limit) {
    return index.is_small() && index.small_value() >= 1 &&
           static_cast<Word>(index.small_value()) <= limit;
}

// Checks args[index_at] as an index 1..limit over the tuple args[tuple_at]; reports what is wrong.
// `extra`: how far beyond the tuple's end the index may point.
bool check_index(Process& p, Args args, std::uint32_t index_at, std::uint32_t tuple_at,
                 Word extra) {
    const bool tuple_ok = is_tuple(args[tuple_at]);
    const Term index = args[index_at];
    bool index_ok = true;
    if (!is_integer(index)) {
        (void)p.badarg(index_at, "not an integer");
        index_ok = false;
    } else if (!index_within(index,
                             tuple_ok ? tuple_arity(args[tuple_at]) + extra : kMaxTupleArity)) {
        // Of an index that is large and a tuple that is none the reference names the tuple alone.
        if (tuple_ok || IntegerView(index).negative() || IntegerView(index).zero()) {
            (void)p.badarg(index_at, "out of range");
        }
        index_ok = false;
    }
    if (!tuple_ok) (void)p.badarg(tuple_at, "not a tuple");
    return tuple_ok && index_ok;
}

// An uninitialised tuple: fill every element before anything else is allocated.
Term* take_tuple(HeapWriter& out, Word arity, Term& tuple) {
    Word* at = out.take(tuple_words(arity));
    at[0] = make_header(BoxedKind::Tuple, arity);
    tuple = Term::boxed(at);
    return reinterpret_cast<Term*>(at + 1);
}

}  // namespace

NativeResult native_erlang_element(Process& p, Args args) {
    if (!check_index(p, args, 0, 1, 0)) return p.badarg();
    return tuple_element(args[1], static_cast<Word>(args[0].small_value() - 1));
}

NativeResult native_erlang_setelement(Process& p, Args args) {
    if (!check_index(p, args, 0, 1, 0)) return p.badarg();
    const Word arity = tuple_arity(args[1]);
    HeapWriter out = p.reserve(tuple_words(arity));
    Term result;
    Term* elements = take_tuple(out, arity, result);
    std::ranges::copy(tuple_elements(args[1]), elements);
    elements[args[0].small_value() - 1] = args[2];
    p.charge(static_cast<std::int64_t>(arity / kCellsPerReduction));
    return result;
}

NativeResult native_erlang_insert_element(Process& p, Args args) {
    if (!check_index(p, args, 0, 1, 1)) return p.badarg();
    const Word arity = tuple_arity(args[1]);
    const auto at = static_cast<Word>(args[0].small_value() - 1);
    HeapWriter out = p.reserve(tuple_words(arity + 1));
    Term result;
    Term* elements = take_tuple(out, arity + 1, result);
    const auto old = tuple_elements(args[1]);
    std::copy_n(old.begin(), at, elements);
    elements[at] = args[2];
    std::copy(old.begin() + static_cast<std::ptrdiff_t>(at), old.end(), elements + at + 1);
    return result;
}

NativeResult native_erlang_delete_element(Process& p, Args args) {
    if (!check_index(p, args, 0, 1, 0)) return p.badarg();
    const Word arity = tuple_arity(args[1]);
    if (arity == 1) return empty_tuple(p);
    const auto at = static_cast<Word>(args[0].small_value() - 1);
    HeapWriter out = p.reserve(tuple_words(arity - 1));
    Term result;
    Term* elements = take_tuple(out, arity - 1, result);
    const auto old = tuple_elements(args[1]);
    std::copy_n(old.begin(), at, elements);
    std::copy(old.begin() + static_cast<std::ptrdiff_t>(at) + 1, old.end(), elements + at);
    return result;
}

NativeResult native_erlang_append_element(Process& p, Args args) {
    if (!is_tuple(args[0])) return p.badarg(0, "not a tuple");
    const Word arity = tuple_arity(args[0]);
    HeapWriter out = p.reserve(tuple_words(arity + 1));
    Term result;
    Term* elements = take_tuple(out, arity + 1, result);
    std::ranges::copy(tuple_elements(args[0]), elements);
    elements[arity] = args[1];
    return result;
}

NativeResult native_erlang_make_tuple(Process& p, Args args) {
    const auto arity = args[0].try_small();
    if (!arity || *arity < 0 || static_cast<Word>(*arity) > kMaxTupleArity)
        return p.badarg(0, "out of range");
    if (*arity == 0) return empty_tuple(p);
    HeapWriter out = p.reserve(tuple_words(static_cast<Word>(*arity)));
    Term result;
    Term* elements = take_tuple(out, static_cast<Word>(*arity), result);
    std::fill_n(elements, *arity, args[1]);
    p.charge(*arity / static_cast<std::int64_t>(kCellsPerReduction));
    return result;
}

namespace {
// {Position, Value} for a tuple of that arity.
bool is_initialiser(Term t, Word arity) {
    if (!is_tuple_of(t, 2)) return false;
    const auto at = tuple_element(t, 0).try_small();
    return at && *at >= 1 && static_cast<Word>(*at) <= arity;
}
}  // namespace

// Later initialisers win.
NativeResult native_erlang_make_tuple_init(Process& p, Args args) {
    const auto arity = args[0].try_small();
    bool ok = true;
    if (!is_integer(args[0])) {
        (void)p.badarg(0, "not an integer");
        ok = false;
    } else if (!arity || *arity < 0 || static_cast<Word>(*arity) > kMaxTupleArity) {
        (void)p.badarg(0, "out of range");
        ok = false;
    }
    if (!args[2].is_list()) {
        (void)p.badarg(2, "not a list");
        ok = false;
    } else if (!list_shape(args[2]).proper) {
        (void)p.badarg(2, "not a proper list");
        ok = false;
    }
    if (!ok) return p.badarg();
    for (Term at = args[2]; at.is_cons(); at = at.tail()) {
        if (!is_initialiser(at.head(), static_cast<Word>(*arity)))
            return p.badarg(2, "invalid option in list");
    }
    if (*arity == 0) return empty_tuple(p);
    HeapWriter out = p.reserve(tuple_words(static_cast<Word>(*arity)));
    Term result;
    Term* elements = take_tuple(out, static_cast<Word>(*arity), result);
    std::fill_n(elements, *arity, args[1]);
    for (Term at = args[2]; at.is_cons(); at = at.tail()) {
        elements[tuple_element(at.head(), 0).small_value() - 1] = tuple_element(at.head(), 1);
    }
    return result;
}

NativeResult native_erlang_tuple_size(Process& p, Args args) {
    if (!is_tuple(args[0])) return p.badarg(0, "not a tuple");
    return Term::small(static_cast<std::int64_t>(tuple_arity(args[0])));
}

NativeResult native_erlang_size(Process& p, Args args) {
    if (is_tuple(args[0])) return Term::small(static_cast<std::int64_t>(tuple_arity(args[0])));
    if (is_bitstring(args[0]))
        return Term::small(static_cast<std::int64_t>(bitstring_bits(args[0]) / 8));
    return p.badarg(0, "not tuple or binary");
}

NativeResult native_erlang_tuple_to_list(Process& p, Args args) {
    if (!is_tuple(args[0])) return p.badarg(0, "not a tuple");
    const Word arity = tuple_arity(args[0]);
    HeapWriter out = p.reserve(kConsWords * arity);
    p.charge(static_cast<std::int64_t>(arity / kCellsPerReduction));
    return out.list(tuple_elements(args[0]));
}

NativeResult native_erlang_list_to_tuple(Process& p, Args args) {
    const ListShape shape = list_shape(args[0]);
    if (!shape.proper) return p.badarg(0, "not a list");
    if (shape.length > kMaxTupleArity) return p.error(atoms::system_limit);
    if (shape.length == 0) return empty_tuple(p);
    HeapWriter out = p.reserve(tuple_words(shape.length));
    Term result;
    Term* elements = take_tuple(out, shape.length, result);
    for (Term at = args[0]; at.is_cons(); at = at.tail()) *elements++ = at.head();
    p.charge(static_cast<std::int64_t>(shape.length / kCellsPerReduction));
    return result;
}

}  // namespace vial

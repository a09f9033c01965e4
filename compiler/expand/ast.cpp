// compiler/expand/ast.cpp: reading and building the quoted form.
// Here: see ast.h.
// Not here: meaning of nodes.
// Threads: pure functions.
// Holds: loops, never recursion.
#include "compiler/expand/ast.h"

#include "vm/term/binary.h"

namespace vial::ast {

std::optional<std::uint32_t> length(Term list) {
    std::uint32_t count = 0;
    for (; list.is_cons(); list = list.tail()) ++count;
    if (!list.is_nil()) return std::nullopt;
    return count;
}

std::vector<Term> to_vector(Term list) {
    std::vector<Term> out;
    for (Term t : List(list)) out.push_back(t);
    return out;
}

Term get(Term keywords, Term key) {
    for (Term t : List(keywords)) {
        if (is_pair(t) && first(t) == key) return second(t);
    }
    return kNoTerm;
}

Term put(TermArena& arena, Term keywords, Term key, Term value) {
    return arena.cons(arena.tuple({key, value}), remove(arena, keywords, key));
}

Term remove(TermArena& arena, Term keywords, Term key) {
    if (get(keywords, key) == kNoTerm) return keywords;
    std::vector<Term> kept;
    for (Term t : List(keywords)) {
        if (!(is_pair(t) && first(t) == key)) kept.push_back(t);
    }
    return arena.list(kept);
}

bool is_keyword(Term t) {
    if (!t.is_cons()) return false;
    for (; t.is_cons(); t = t.tail()) {
        if (!is_pair(t.head()) || !first(t.head()).is_atom()) return false;
    }
    return t.is_nil();
}

namespace {
std::uint32_t number(Term metadata, Term key) {
    const Term found = get(metadata, key);
    if (!found.is_small() || found.small_value() < 0) return 0;
    return static_cast<std::uint32_t>(found.small_value());
}
}  // namespace

std::string_view bytes(Term binary) { return binary_bytes(binary).value_or(std::string_view()); }

std::uint32_t line(Term metadata) { return number(metadata, atoms::line); }
std::uint32_t column(Term metadata) { return number(metadata, atoms::column); }

bool same(Term a, Term b) {
    std::vector<std::pair<Term, Term>> pending{{a, b}};
    while (!pending.empty()) {
        auto [x, y] = pending.back();
        pending.pop_back();
        if (x == y) continue;
        if (x.is_cons() && y.is_cons()) {
            pending.emplace_back(x.tail(), y.tail());
            pending.emplace_back(x.head(), y.head());
            continue;
        }
        if (!x.is_boxed() || !y.is_boxed()) return false;
        if (is_bitstring(x) && is_bitstring(y)) {
            if (bytes(x) != bytes(y)) return false;
            continue;
        }
        if (!is_tuple(x) || !is_tuple(y) || tuple_arity(x) != tuple_arity(y)) return false;
        for (Word i = 0; i < tuple_arity(x); ++i) {
            pending.emplace_back(tuple_element(x, i), tuple_element(y, i));
        }
    }
    return true;
}

}  // namespace vial::ast

// compiler/expand/ast.h: Elixir's quoted form as terms.
// Here: reading nodes, their metadata and lists; building nodes in an arena.
// Not here: text to quoted form (parse/), what a node means (expander.h).
// Threads: pure functions over terms that do not move.
// Holds: a node is {name or node, metadata, arguments or context}.
#pragma once

#include <initializer_list>
#include <iterator>
#include <optional>
#include <vector>

#include "vm/heap/term_arena.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"

namespace vial::ast {

inline bool is_node(Term t) { return is_tuple_of(t, 3); }
inline Term name(Term node) { return tuple_element(node, 0); }
inline Term meta(Term node) { return tuple_element(node, 1); }
inline Term args(Term node) { return tuple_element(node, 2); }
inline bool is_pair(Term t) { return is_tuple_of(t, 2); }
inline Term first(Term pair) { return tuple_element(pair, 0); }
inline Term second(Term pair) { return tuple_element(pair, 1); }

inline bool is_named(Term t, Term atom) { return is_node(t) && name(t) == atom; }
inline bool is_call(Term t, Term atom) { return is_named(t, atom) && args(t).is_list(); }
// A variable: {atom, meta, context atom}.
inline bool is_var(Term t) { return is_node(t) && name(t).is_atom() && args(t).is_atom(); }

// Elements of a proper list; stops at an improper tail.
class List {
  public:
    explicit List(Term list) : list_(list) {}
    class Iterator {
      public:
        explicit Iterator(Term at) : at_(at) {}
        Term operator*() const { return at_.head(); }
        Iterator& operator++() {
            at_ = at_.tail();
            return *this;
        }
        bool operator!=(std::default_sentinel_t) const { return at_.is_cons(); }
        Term rest() const { return at_; }

      private:
        Term at_;
    };
    Iterator begin() const { return Iterator(list_); }
    std::default_sentinel_t end() const { return {}; }

  private:
    Term list_;
};

// nullopt: not a proper list.
std::optional<std::uint32_t> length(Term list);
inline bool is_call_of(Term t, Term atom, std::uint32_t arity) {
    return is_named(t, atom) && length(args(t)) == arity;
}
inline Term nth(Term list, std::uint32_t index) {
    while (index-- > 0) list = list.tail();
    return list.head();
}
std::vector<Term> to_vector(Term list);

// Value of a key in a keyword list (any list of pairs); kNoTerm when it is not there.
Term get(Term keywords, Term key);
Term put(TermArena& arena, Term keywords, Term key, Term value);     // replaces or prepends
Term remove(TermArena& arena, Term keywords, Term key);
bool is_keyword(Term t);  // a non-empty proper list of {atom, value}
std::uint32_t line(Term metadata);
std::uint32_t column(Term metadata);
inline bool flag(Term metadata, Term key) { return get(metadata, key) == atoms::true_; }

// Bytes of a whole-byte binary.
std::string_view bytes(Term binary);

struct Builder {
    TermArena& arena;
    Term call(Term name, Term meta, std::initializer_list<Term> args) {
        return arena.tuple({name, meta, arena.list(args)});
    }
    Term node(Term name, Term meta, Term args) { return arena.tuple({name, meta, args}); }
    Term dot(Term meta, Term left, Term right) { return call(atoms::op_dot, meta, {left, right}); }
    Term remote(Term meta, Term module, Term function, std::initializer_list<Term> args) {
        return arena.tuple({dot(meta, module, function), meta, arena.list(args)});
    }
    Term remote_list(Term meta, Term module, Term function, Term args) {
        return arena.tuple({dot(meta, module, function), meta, args});
    }
    // An expression whose value is `term` as it is (see literal_node).
    Term literal(Term term) { return call(atoms::literal_node, Term::nil(), {term}); }
    Term pair(Term a, Term b) { return arena.tuple({a, b}); }
};

// Equality of terms without numbers' finer points: same structure, same words at the leaves,
// binaries by bytes.
bool same(Term a, Term b);

}  // namespace vial::ast

// vm/term/compare.cpp: one walk over two terms at once, for equality and order.
// Here: the walk with its explicit stack, the order of kinds, of numbers, of funs and identifiers.
// Not here: bits (binary.cpp), limbs (bignum.cpp).
// Threads: pure.
// Holds: a range of the stack is taken off before its last pair is looked into, so a long list
// needs
//        no more stack than a short one.
#include "vm/term/compare.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "vm/base/term_stack.h"
#include "vm/code/cell.h"
#include "vm/code/fun_entry.h"
#include "vm/heap/resource.h"
#include "vm/term/atom_table.h"
#include "vm/term/bignum.h"
#include "vm/term/binary.h"
#include "vm/term/map.h"

namespace vial {

namespace {

enum Rank : int {
    kNumber,
    kAtom,
    kReference,
    kFun,
    kPort,
    kPid,
    kTuple,
    kMap,
    kNil,
    kCons,
    kBits,
    kTrieNode
};

constexpr Rank kBoxedRanks[] = {
    kTuple,     kMap,       kMap, kTrieNode, kTrieNode,  kNumber, kNumber, kNumber, kFun,  kFun,
    kReference, kReference, kPid, kPort,     kReference, kBits,   kBits,   kBits,   kBits,
};
static_assert(sizeof kBoxedRanks / sizeof kBoxedRanks[0] ==
              static_cast<std::size_t>(BoxedKind::kCount));

Rank rank_of(Term t) {
    if (t.is_small() || t.is_rotated_float()) return kNumber;
    if (t.is_cons()) return kCons;
    if (t.is_boxed()) return kBoxedRanks[static_cast<int>(header_kind(t.header()))];
    switch (static_cast<Immediate>(t.word() >> 2 & 15)) {
        case Immediate::Atom: return kAtom;
        case Immediate::Pid: return kPid;
        case Immediate::Port: return kPort;
        case Immediate::Reference: return kReference;
        case Immediate::Nil: return kNil;
        default: return kNumber;  // a float zero
    }
}

template <class T>
int order(T a, T b) {
    return a < b ? -1 : a > b;
}

int compare_integer_terms(Term a, Term b) {
    if (Term::both_small(a, b)) return order(a.small_value(), b.small_value());
    return compare_integers(IntegerView(a), IntegerView(b));
}

// An identifier as comparable words: local ones before those of other nodes.
struct Identity {
    Term node = kNoTerm;
    Word creation = 0;
    std::span<const Word> words;
    Word own = 0;
};
void identify(Term t, Identity& id) {
    if (t.is_immediate()) {
        id.own = t.is_local_reference() ? t.payload() : Word{t.generation()} << 28 | t.slot();
        id.words = {&id.own, 1};
        return;
    }
    const Word* at = t.boxed_words();
    switch (header_kind(at[0])) {
        case BoxedKind::Alias: id.words = {at + 1, 1}; return;
        case BoxedKind::Resource:
            id.own = resource_of(t)->number;
            id.words = {&id.own, 1};
            return;
        default:
            id.node = Term::from_word(at[1]);
            id.creation = at[2];
            id.words = {at + 3, header_size(at[0]) - 2};
    }
}

int compare_identities(Term left, Term right, const AtomTable* atoms) {
    Identity a;
    Identity b;
    identify(left, a);
    identify(right, b);
    if (a.node != b.node) {
        if (!atoms) return 1;  // only equality is asked for
        if (a.node == kNoTerm || b.node == kNoTerm) return a.node == kNoTerm ? -1 : 1;
        return atoms->compare(a.node, b.node);
    }
    if (a.creation != b.creation) return order(a.creation, b.creation);
    if (a.words.size() != b.words.size()) return order(a.words.size(), b.words.size());
    for (std::size_t i = a.words.size(); i-- > 0;) {
        if (a.words[i] != b.words[i]) return order(a.words[i], b.words[i]);
    }
    return 0;
}

int compare_atoms(Term a, Term b, const AtomTable* atoms) {
    if (a == b) return 0;
    return atoms ? atoms->compare(a, b) : 1;
}

int compare_export_funs(Term a, Term b, const AtomTable* atoms) {
    const FunctionCell* x = export_fun_cell(a);
    const FunctionCell* y = export_fun_cell(b);
    if (x == y) return 0;
    if (const int c = compare_atoms(x->module, y->module, atoms)) return c;
    if (const int c = compare_atoms(x->function, y->function, atoms)) return c;
    return order(x->arity, y->arity);
}

// Two bitstrings; where only equality is asked, sizes that differ tell.
int compare_bitstrings(Term a, Term b, bool ordered, Word& visited) {
    const BitView x = bits_of(a);
    const BitView y = bits_of(b);
    if (!ordered && x.size_bits != y.size_bits) return 1;
    visited += std::min(x.size_bits, y.size_bits) / 1024;
    return compare_bits(x, y);
}

struct Range {
    const Word* a;
    const Word* b;
    Word count;
    bool exact;  // 1 and 1.0 differ
};

class Walk {
  public:
    // Without atoms only equality is told: any non-zero result means "different".
    Walk(const AtomTable* atoms, Word* visited) : atoms_(atoms), visited_(visited) {}
    ~Walk() {
        for (Word* buffer : buffers_) delete[] buffer;
        if (visited_) *visited_ += visited_count_;
    }

    int run(Term a, Term b, bool exact) {
        int c = step(a, b, exact);
        while (c == 0 && !ranges_.empty()) {
            Range& top = ranges_.top();
            const Term x = Term::from_word(*top.a);
            const Term y = Term::from_word(*top.b);
            const bool range_exact = top.exact;
            if (--top.count == 0) {
                ranges_.pop();
            } else {
                ++top.a;
                ++top.b;
            }
            c = step(x, y, range_exact);
        }
        return c;
    }

  private:
    int step(Term a, Term b, bool exact) {
        ++visited_count_;
        if (a == b) return 0;
        const Rank rank = rank_of(a);
        const Rank other = rank_of(b);
        if (rank != other) return order<int>(rank, other);
        switch (rank) {
            case kNumber: return numbers(a, b, exact);
            case kAtom: return compare_atoms(a, b, atoms_);
            case kReference:
            case kPort:
            case kPid: return compare_identities(a, b, atoms_);
            case kFun: return funs(a, b, exact);
            case kTuple: return tuples(a, b, exact);
            case kMap: return maps(a, b, exact);
            case kNil: return 0;
            case kCons: push(a.cons_words(), b.cons_words(), 2, exact); return 0;
            case kBits: return compare_bitstrings(a, b, atoms_ != nullptr, visited_count_);
            case kTrieNode: return trie_nodes(a, b, exact);
        }
        return 0;
    }
    void push(const Word* a, const Word* b, Word count, bool exact) {
        if (count) ranges_.push({a, b, count, exact});
    }

    int numbers(Term a, Term b, bool exact) {
        if (exact && is_float(a) != is_float(b)) return is_float(a) ? 1 : -1;
        return compare_numbers(a, b);
    }
    int tuples(Term a, Term b, bool exact) {
        if (tuple_arity(a) != tuple_arity(b)) return order(tuple_arity(a), tuple_arity(b));
        push(a.boxed_words() + 1, b.boxed_words() + 1, tuple_arity(a), exact);
        return 0;
    }
    int funs(Term a, Term b, bool exact) {
        if (is_closure(a) != is_closure(b)) return is_closure(a) ? -1 : 1;
        if (!is_closure(a)) return compare_export_funs(a, b, atoms_);
        const FunEntry& x = *fun_entry(a);
        const FunEntry& y = *fun_entry(b);
        if (&x != &y) {
            if (const int c = compare_atoms(x.module, y.module, atoms_)) return c;
            if (x.index != y.index) return order(x.index, y.index);
            if (x.unique != y.unique) return order(x.unique, y.unique);
            if (x.code_hash != y.code_hash) return order(x.code_hash, y.code_hash);
        }
        const Word free = header_size(a.header());
        if (free != header_size(b.header())) return order(free, header_size(b.header()));
        push(a.boxed_words() + 2, b.boxed_words() + 2, free, exact);
        return 0;
    }
    // Size first, then the keys in their order, then the values in the order of their keys.
    int maps(Term a, Term b, bool exact) {
        const Word count = map_size(a);
        if (count != map_size(b)) return order(count, map_size(b));
        if (is_flat_map(a)) {
            push(a.boxed_words() + 2, b.boxed_words() + 2, count, exact);
            if (flat_map_keys(a) != flat_map_keys(b)) {
                push(flat_map_keys(a).boxed_words() + 1, flat_map_keys(b).boxed_words() + 1, count,
                     true);
            }
            return 0;
        }
        if (!atoms_) {
            push(a.boxed_words() + 2, b.boxed_words() + 2, 1, exact);
            return 0;
        }
        const Word* x = sorted_pairs(a);
        const Word* y = sorted_pairs(b);
        push(x + count, y + count, count, exact);
        push(x, y, count, true);
        return 0;
    }
    // Keys in order, then values; freed with the walk.
    const Word* sorted_pairs(Term map) {
        std::vector<MapPair> pairs;
        pairs.reserve(map_size(map));
        MapIterator all(map);
        MapPair pair;
        while (all.next(pair.key, pair.value)) pairs.push_back(pair);
        std::sort(pairs.begin(), pairs.end(), [this](const MapPair& p, const MapPair& q) {
            return compare_exact(p.key, q.key, *atoms_) < 0;
        });
        auto* words = new Word[2 * pairs.size()];
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            words[i] = pairs[i].key.word();
            words[pairs.size() + i] = pairs[i].value.word();
        }
        buffers_.push_back(words);
        visited_count_ += 2 * pairs.size();
        return words;
    }
    // Equal sets of keys have tries of one shape: node against node. A leaf is a cons here.
    int trie_nodes(Term a, Term b, bool exact) {
        const Word* x = a.boxed_words();
        const Word* y = b.boxed_words();
        if (x[0] != y[0]) return 1;
        if (header_kind(x[0]) == BoxedKind::HamtCollision) return collisions(x, y, exact);
        const Word children = hamt_node_children(x[0]);
        for (Word i = 1; i <= children; ++i) {
            if (x[i] == y[i]) continue;
            const Term p = Term::from_word(x[i]);
            const Term q = Term::from_word(y[i]);
            if (p.is_cons() != q.is_cons()) return 1;
            if (p.is_cons()) {
                push(p.cons_words() + 1, q.cons_words() + 1, 1, exact);
                push(p.cons_words(), q.cons_words(), 1, true);
            } else {
                push(x + i, y + i, 1, exact);
            }
        }
        return 0;
    }
    int collisions(const Word* x, const Word* y, bool exact) {
        const Word end = 1 + 2 * header_size(x[0]);
        for (Word i = 1; i < end; i += 2) {
            Word k = 1;
            while (k < end && !equal_exact(Term::from_word(x[i]), Term::from_word(y[k]))) k += 2;
            if (k == end) return 1;
            push(x + i + 1, y + k + 1, 1, exact);
        }
        return 0;
    }

    const AtomTable* atoms_;
    Word* visited_;
    Word visited_count_ = 0;
    TermStack<Range, 32> ranges_;
    std::vector<Word*> buffers_;
};

}  // namespace

int compare_numbers(Term a, Term b) {
    const bool a_float = is_float(a);
    const bool b_float = is_float(b);
    if (a_float && b_float) return order(float_value(a), float_value(b));
    if (a_float) return -compare_numbers(b, a);
    if (!b_float) return compare_integer_terms(a, b);
    const double d = float_value(b);
    // Up to 2^53 the conversion is exact.
    if (a.is_small() && std::abs(a.small_value()) <= std::int64_t{1} << 53) {
        return order(static_cast<double>(a.small_value()), d);
    }
    return compare_integer_double(IntegerView(a), d);
}

// Strings are most of what is compared, and need no walk.
static bool are_bitstrings(Term a, Term b) { return is_bitstring(a) && is_bitstring(b); }
static int compare_strings(Term a, Term b, bool ordered, Word* visited) {
    Word count = 1;
    const int order = compare_bitstrings(a, b, ordered, count);
    if (visited) *visited += count;
    return order;
}

bool equal_exact_slow(Term a, Term b, Word* visited) {
    if (are_bitstrings(a, b)) return compare_strings(a, b, false, visited) == 0;
    return Walk(nullptr, visited).run(a, b, true) == 0;
}
bool equal_slow(Term a, Term b, Word* visited) {
    if (are_bitstrings(a, b)) return compare_strings(a, b, false, visited) == 0;
    if (a.is_immediate() && b.is_immediate() && !(rank_of(a) == kNumber && rank_of(b) == kNumber)) {
        return false;  // the words differ
    }
    return Walk(nullptr, visited).run(a, b, false) == 0;
}
int compare_slow(Term a, Term b, const AtomTable& atoms, bool exact, Word* visited) {
    if (are_bitstrings(a, b)) return compare_strings(a, b, true, visited);
    return Walk(&atoms, visited).run(a, b, exact);
}

}  // namespace vial

// vm/code/known_type.cpp: the lattice of known types.
// Here: literals' types, merging, types as text.
// Not here: what instructions prove (walk_ops.cpp).
// Threads: pure functions.
// Holds: see known_type.h.
#include "vm/code/known_type.h"

#include <algorithm>

#include "vm/tables/atoms.h"
#include "vm/term/binary.h"
#include "vm/term/boxed.h"

namespace vial {

KnownType type_of_literal(Term t) {
    using namespace type_bit;
    if (t.is_small()) return {Small};
    if (t.is_atom()) return {t == atoms::true_ || t == atoms::false_ ? Boolean : Atom};
    if (t.is_nil()) return {Nil};
    if (t.is_cons()) return {Cons};
    if (is_float(t)) return {Float};
    if (is_tuple(t)) return {Tuple, static_cast<std::uint32_t>(tuple_arity(t)), true};
    if (is_map(t)) return {Map};
    if (is_bignum(t)) return {Big};
    if (is_bitstring(t)) return {is_binary(t) ? Binary : Bits};
    if (is_fun(t)) return {Fun};
    return kAnyValue;
}

KnownType merge(KnownType a, KnownType b) {
    if (!a.set() || !b.set()) return {};
    KnownType both{a.bits | b.bits, 0, false};
    const bool a_tuple = (a.bits & type_bit::Tuple) != 0, b_tuple = (b.bits & type_bit::Tuple) != 0;
    if (a_tuple && b_tuple) {
        both.arity = std::min(a.arity, b.arity);
        both.exact = a.exact && b.exact && a.arity == b.arity;
    } else if (a_tuple || b_tuple) {
        both.arity = a_tuple ? a.arity : b.arity;
        both.exact = a_tuple ? a.exact : b.exact;
    }
    return both;
}

std::string type_text(KnownType type) {
    using namespace type_bit;
    struct Name {
        std::uint32_t bits;
        const char* text;
    };
    // Wider ones first: what they cover is not named again.
    static constexpr Name kNames[] = {
        {Any, "any"}, {Number, "number"}, {Integer, "integer"}, {Small, "small"}, {Big, "big"},
        {Float, "float"}, {AnyAtom, "atom"}, {Boolean, "boolean"}, {Atom, "other-atom"}, {List, "list"},
        {Nil, "nil"}, {Cons, "cons"}, {Tuple, "tuple"}, {Map, "map"}, {Bitstring, "bitstring"},
        {Binary, "binary"}, {Bits, "bits"}, {Fun, "fun"}, {Pid, "pid"}, {Port, "port"},
        {Reference, "reference"}, {Context, "context"}, {Mark, "mark"},
    };
    std::string text;
    std::uint32_t left = type.bits;
    for (const Name& name : kNames) {
        if ((left & name.bits) != name.bits) continue;
        left &= ~name.bits;
        text += (text.empty() ? "" : "|") + std::string(name.text);
        if (name.bits != Tuple || (!type.exact && type.arity == 0)) continue;
        text += " " + std::to_string(type.arity) + (type.exact ? "" : "..");
    }
    return text.empty() ? "not set" : text;
}

}  // namespace vial

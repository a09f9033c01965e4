// vm/code/known_type.h: what is known of a value's type.
// Here: KnownType, the lattice.
// Not here: what instructions prove (walk_ops.cpp).
// Threads: plain values.
// Holds: no bits is "not set": reading it is an error. merge() only ever loses knowledge, so repeating a
//        function until nothing changes ends.
#pragma once

#include <cstdint>
#include <string>

#include "vm/term/term.h"

namespace vial {

namespace type_bit {
constexpr std::uint32_t Small = 1u << 0, Big = 1u << 1, Float = 1u << 2, Boolean = 1u << 3,
                        Atom = 1u << 4, Nil = 1u << 5, Cons = 1u << 6, Tuple = 1u << 7,
                        Map = 1u << 8, Binary = 1u << 9, Bits = 1u << 10, Fun = 1u << 11,
                        Pid = 1u << 12, Port = 1u << 13, Reference = 1u << 14;
constexpr std::uint32_t Any = (1u << 15) - 1;
// Never seen by programs: only the instructions that ask for them may read them.
constexpr std::uint32_t Context = 1u << 15, Mark = 1u << 16;
constexpr std::uint32_t Integer = Small | Big, Number = Integer | Float, AnyAtom = Boolean | Atom,
                        List = Nil | Cons, Bitstring = Binary | Bits, All = Any | Context | Mark;
}  // namespace type_bit

struct KnownType {
    std::uint32_t bits = 0;
    std::uint32_t arity = 0;  // if it is a Tuple: at least; exactly, if `exact`
    bool exact = false;

    bool operator==(const KnownType&) const = default;
    bool set() const { return bits != 0; }
    bool is_value() const { return set() && (bits & ~type_bit::Any) == 0; }
    bool within(std::uint32_t allowed) const { return set() && (bits & ~allowed) == 0; }
    bool tuple_of_at_least(std::uint64_t elements) const {
        return within(type_bit::Tuple) && arity >= elements;
    }
};
constexpr KnownType kAnyValue{type_bit::Any, 0, false};

KnownType type_of_literal(Term literal);
// What both are; not set if either is not.
KnownType merge(KnownType a, KnownType b);
// Everything that is `known` to be is allowed by `claimed`; nothing is by what is not set.
inline bool implies(KnownType known, KnownType claimed) {
    return known.set() && claimed.set() && (known == claimed || merge(claimed, known) == claimed);
}
// For people: "list", "tuple 2..", "small|float".
std::string type_text(KnownType type);

}  // namespace vial

// vm/code/verify_types.h: what the verifier knows of a register.
// Here: KnownType, the lattice; MachineState, registers and frame at one place.
// Not here: the rules of instructions (verify_ops.cpp).
// Threads: plain values.
// Holds: bottom (no bits) is "not set": reading it is an error. merge() only ever loses knowledge, so
//        repeating a function until nothing changes ends.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "vm/code/bytecode.h"

namespace vial {

namespace type_bit {
constexpr std::uint32_t Small = 1u << 0, Big = 1u << 1, Float = 1u << 2, Boolean = 1u << 3,
                        Atom = 1u << 4, Nil = 1u << 5, Cons = 1u << 6, Tuple = 1u << 7,
                        Map = 1u << 8, Binary = 1u << 9, Bits = 1u << 10, Fun = 1u << 11,
                        Pid = 1u << 12, Port = 1u << 13, Reference = 1u << 14;
constexpr std::uint32_t Any = (1u << 15) - 1;
// Never seen by programs: only the instructions that ask for them may read them.
constexpr std::uint32_t Context = 1u << 16, Mark = 1u << 17;
constexpr std::uint32_t Integer = Small | Big, Number = Integer | Float, AnyAtom = Boolean | Atom,
                        List = Nil | Cons, Bitstring = Binary | Bits;
}  // namespace type_bit

struct KnownType {
    std::uint32_t bits = 0;
    std::uint32_t arity = 0;  // of Tuple: at least; exactly, if `exact`
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
// What both are; bottom if either is.
KnownType merge(KnownType a, KnownType b);
// Everything that `claim` promises is known of `type`.
bool implies(KnownType type, const TypeClaim& claim);

struct MachineState {
    std::vector<KnownType> x;
    std::vector<KnownType> y;
    std::uint32_t slots = 0;      // of the frame; 0: none
    std::uint64_t heap_words = 0; // reserved and not used up
    bool reached = false;
    bool peeking = false;         // a receive looks at a message: no call, no yield, no exception

    bool operator==(const MachineState&) const = default;
};

}  // namespace vial

// vm/code/verify_types.cpp: the lattice of known types.
// Here: literals' types, merging, checking claims.
// Not here: rules (verify_ops.cpp).
// Threads: pure functions.
// Holds: see verify_types.h.
#include "vm/code/verify_types.h"

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

bool implies(KnownType type, const TypeClaim& claim) {
    using namespace type_bit;
    switch (claim.type) {
        case ClaimedType::Any:
        case ClaimedType::Trace: return type.within(Any);
        case ClaimedType::Integer: return type.within(Integer);
        case ClaimedType::SmallInteger: return type.within(Small);
        case ClaimedType::Float: return type.within(Float);
        case ClaimedType::Atom: return type.within(AnyAtom);
        case ClaimedType::Boolean: return type.within(Boolean);
        case ClaimedType::Cons: return type.within(Cons);
        case ClaimedType::List: return type.within(List);
        case ClaimedType::Tuple:
            if (!type.tuple_of_at_least(claim.arity)) return false;
            return !claim.exact || (type.exact && type.arity == claim.arity);
        case ClaimedType::Map: return type.within(Map);
        case ClaimedType::Bitstring: return type.within(Bitstring);
        case ClaimedType::Binary: return type.within(Binary);
        case ClaimedType::Fun: return type.within(Fun);
        case ClaimedType::Pid: return type.within(Pid);
        case ClaimedType::Reference: return type.within(Reference);
        case ClaimedType::MatchContext: return type.within(Context);
        case ClaimedType::Mark: return type.within(Mark);
    }
    return false;
}

}  // namespace vial

// runtime/binary/numbers.cpp: numbers in bytes, and common ends of binaries.
// Here: :binary.{decode_unsigned, encode_unsigned, longest_common_prefix, longest_common_suffix}.
// Not here: searching (search.cpp).
// Threads: the scheduler of the process.
// Holds: the order of bytes is big unless `little` is asked for.
#include <algorithm>
#include <bit>

#include "runtime/text/binary_argument.h"
#include "vm/process/process.h"
#include "vm/tables/atoms.h"
#include "vm/term/bignum.h"

namespace vial {
namespace {

NativeResult decode(Process& p, Args args, bool little) {
    if (!is_binary(args[0])) return p.badarg(0, kNotABinary);
    const Word bits = bitstring_bits(args[0]);
    if (bits == 0) return Term::small(0);
    HeapWriter out = p.reserve(integer_bits_words(bits));
    const BitView view = bits_of(args[0]);
    p.charge(static_cast<std::int64_t>(bits / 512));
    return integer_from_bits(out, view.bytes, view.offset_bits, bits, false, little);
}

Word magnitude_bytes(Term t) {
    if (const auto small = t.try_small()) {
        return *small == 0 ? 1 : (static_cast<Word>(std::bit_width(static_cast<Word>(*small))) + 7) / 8;
    }
    const Word limbs = header_size(t.header());
    const Word high = t.boxed_words()[limbs];
    return (limbs - 1) * 8 + (static_cast<Word>(std::bit_width(high)) + 7) / 8;
}

NativeResult encode(Process& p, Args args, bool little) {
    const bool negative = args[0].is_small() ? args[0].small_value() < 0 : args[0].is_boxed_kind(BoxedKind::BignumNegative);
    if (!is_integer(args[0]) || negative) return p.badarg(0, "not a non-negative integer");
    const Word bytes = magnitude_bytes(args[0]);
    char* to = nullptr;
    const Term made = p.make_binary_uninitialised(bytes, to);
    integer_to_bits(args[0], reinterpret_cast<std::uint8_t*>(to), 0, bytes * 8, little);
    return made;
}

std::optional<bool> is_little(Term order) {
    if (order == atoms::little) return true;
    if (order == atoms::big) return false;
    return std::nullopt;
}

// The bytes that all binaries of a non-empty list begin (or end) with.
NativeResult common(Process& p, Args args, bool suffix) {
    constexpr std::string_view kNotAList = "not a list of binaries";
    Term list = args[0];
    if (!list.is_cons()) return p.badarg(0, kNotAList);
    const BinaryArgument first(list.head());
    if (!first) return p.badarg(0, kNotAList);
    std::size_t same = first->size();
    for (list = list.tail(); list.is_cons(); list = list.tail()) {
        const BinaryArgument other(list.head());
        if (!other) return p.badarg(0, kNotAList);
        same = std::min(same, other->size());
        std::size_t i = 0;
        while (i < same && (suffix ? (*first)[first->size() - 1 - i] == (*other)[other->size() - 1 - i] : (*first)[i] == (*other)[i])) ++i;
        same = i;
    }
    if (!list.is_nil()) return p.badarg(0, kNotAList);
    return Term::small(static_cast<std::int64_t>(same));
}

}  // namespace

NativeResult native_decode_unsigned(Process& p, Args args) { return decode(p, args, false); }

NativeResult native_decode_unsigned_order(Process& p, Args args) {
    const auto little = is_little(args[1]);
    if (!little) return p.badarg(1, "must be big or little");
    return decode(p, args, *little);
}

NativeResult native_encode_unsigned(Process& p, Args args) { return encode(p, args, false); }

NativeResult native_encode_unsigned_order(Process& p, Args args) {
    const auto little = is_little(args[1]);
    if (!little) return p.badarg(1, "must be big or little");
    return encode(p, args, *little);
}

NativeResult native_longest_common_prefix(Process& p, Args args) { return common(p, args, false); }
NativeResult native_longest_common_suffix(Process& p, Args args) { return common(p, args, true); }

}  // namespace vial

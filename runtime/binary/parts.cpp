// runtime/binary/parts.cpp: sizes, parts, single bytes and copies of binaries.
// Here: :erlang.{byte_size, bit_size, binary_part, split_binary, binary_to_list, bitstring_to_list} and
// :binary.{part, at, first, last, copy, bin_to_list, list_to_bin, referenced_byte_size}.
// Not here: iodata (iodata.cpp), numbers (numbers.cpp).
// Threads: the scheduler of the process.
// Holds: positions count from 0, but for binary_to_list/3's, which are Erlang's.
#include <algorithm>
#include <cstring>

#include "runtime/binary/on_bytes.h"
#include "runtime/term/arguments.h"
#include "runtime/text/binary_argument.h"
#include "vm/heap/binary_build.h"
#include "vm/process/process.h"
#include "vm/tables/atoms.h"

namespace vial {
namespace {

constexpr std::string_view kNotABitstring = "not a bitstring";
constexpr std::string_view kOutOfRange = "out of range";
constexpr std::string_view kNotAnInteger = "not an integer";
constexpr std::string_view kNotAPair = "not a valid {Pos, Length} tuple";

struct Part {
    Word at, size;
};

// A negative length reaches back from the start. nullopt when it leaves the binary.
std::optional<Part> part_of(Word size, std::int64_t start, std::int64_t length) {
    const auto whole = static_cast<std::int64_t>(size);
    if (start < 0 || start > whole || length > whole || length < -whole) return std::nullopt;
    const std::int64_t first = length < 0 ? start + length : start;
    const std::int64_t last = length < 0 ? start : start + length;
    if (first < 0 || last > whole) return std::nullopt;
    return Part{static_cast<Word>(first), static_cast<Word>(last - first)};
}

NativeResult slice(Process& p, Args args, Part part) {
    HeapWriter out = p.reserve(kSliceMaxWords);
    return make_slice(out, p, args[0], part.at * 8, part.size * 8);
}

NativeResult part_by(Process& p, Args args, Term start, Term length, std::uint32_t start_argument) {
    if (!is_binary(args[0])) return p.badarg(0, kNotABinary);
    const auto at = start.try_small();
    if (!at) return p.badarg(start_argument, kNotAnInteger);
    const auto size = length.try_small();
    if (!size) return p.badarg(start_argument + 1 < args.count() ? start_argument + 1 : start_argument, kNotAnInteger);
    const Word whole = bitstring_bits(args[0]) / 8;
    const auto part = part_of(whole, *at, *size);
    if (part) return slice(p, args, *part);
    const bool start_wrong = *at < 0 || *at > static_cast<std::int64_t>(whole);
    return p.badarg(start_wrong || start_argument + 1 >= args.count() ? start_argument : start_argument + 1, kOutOfRange);
}

NativeResult part_by_pair(Process& p, Args args) {
    const Term pair = args[1];
    if (!pair.is_boxed_kind(BoxedKind::Tuple) || header_size(pair.header()) != 2) return p.badarg(1, kNotAPair);
    return part_by(p, args, Term::from_word(pair.boxed_words()[1]), Term::from_word(pair.boxed_words()[2]), 1);
}

NativeResult byte_list(Process& p, Args args, Part part) {
    HeapWriter out = p.reserve(kConsWords * part.size);
    const BinaryArgument bytes(args[0]);
    Term list = Term::nil();
    for (Word i = part.size; i-- > 0;) {
        list = out.cons(Term::small(static_cast<std::uint8_t>((*bytes)[part.at + i])), list);
    }
    p.charge(static_cast<std::int64_t>(part.size / 16));
    return list;
}

NativeResult byte_at(Process& p, Args args, std::uint32_t argument, std::int64_t at) {
    const BinaryArgument bytes(args[0]);
    if (!bytes) return p.badarg(0, kNotABinary);
    if (at < 0 || at >= static_cast<std::int64_t>(bytes->size())) {
        // The reference says nothing of a position that is too large.
        return argument == 0 ? p.badarg(0, "a zero-sized binary is not allowed") : p.badarg();
    }
    return Term::small(static_cast<std::uint8_t>((*bytes)[static_cast<std::size_t>(at)]));
}

// --- copies ------------------------------------------------------------------------------------------------------

// Bytes copied between two looks at the reductions, and for one of them.
constexpr Word kCopiedAtOnce = 65536;
constexpr Word kCopiedPerReduction = 256;

// Fills `bytes` with copies of `from` further: `done` of `total` bytes are there. Behind the first copy, what is there
// already is the source.
Word fill_some(char* bytes, std::string_view from, Word done, Word total) {
    const Word phase = done % from.size();
    const char* source = done < from.size() ? from.data() + done : bytes + phase;
    const Word ready = done < from.size() ? from.size() - done : done - phase;
    const Word count = std::min({kCopiedAtOnce, total - done, ready});
    std::memcpy(bytes + done, source, count);
    return done + count;
}

// args: the binary, what is to be its copies. True when all is there.
bool fill(Process& p, Term binary, Term made, Word& done) {
    const BinaryArgument from(binary);
    const BitView view = bits_of(made);
    // Nobody else has it before it is full.
    char* bytes = const_cast<char*>(reinterpret_cast<const char*>(view.bytes));
    const Word total = view.size_bits / 8;
    while (done < total) {
        done = fill_some(bytes, *from, done, total);
        p.charge(static_cast<std::int64_t>(kCopiedAtOnce / kCopiedPerReduction));
        if (done < total && p.out_of_reductions()) return false;
    }
    return true;
}

NativeResult rest_copies(Process& p, Term binary, Term made, Word done) {
    Term kept[] = {binary, made};
    RootScope scope(context_of(p), kept);
    HeapWriter out = p.reserve(tuple_words(4));
    const Term state = out.tuple({kept[0], kept[1], Term::small(static_cast<std::int64_t>(done)), kStateProof});
    return go_on_in(p, "binary", "copy_slowly", {state});
}

NativeResult copies(Process& p, Args args, std::int64_t count) {
    if (!is_binary(args[0])) return p.badarg(0, kNotABinary);
    const Word size = bitstring_bits(args[0]) / 8;
    if (count < 0) return p.badarg(1, kOutOfRange);
    if (size != 0 && static_cast<Word>(count) > (Word{1} << 40) / size) return p.error(atoms::system_limit);
    put_on_bytes(p, args, 0);
    const Word total = size * static_cast<Word>(count);
    char* bytes = nullptr;
    const Term made = p.make_binary_uninitialised(total, bytes);
    if (total > kCopiedAtOnce) return rest_copies(p, args[0], made, 0);
    const BinaryArgument from(args[0]);
    for (Word done = 0; done < total;) done = fill_some(bytes, *from, done, total);
    p.charge(static_cast<std::int64_t>(total / kCopiedPerReduction));
    return made;
}

}  // namespace

NativeResult native_byte_size(Process& p, Args args) {
    if (!is_bitstring(args[0])) return p.badarg(0, kNotABitstring);
    return Term::small(static_cast<std::int64_t>((bitstring_bits(args[0]) + 7) / 8));
}

NativeResult native_bit_size(Process& p, Args args) {
    if (!is_bitstring(args[0])) return p.badarg(0, kNotABitstring);
    return Term::small(static_cast<std::int64_t>(bitstring_bits(args[0])));
}

NativeResult native_binary_part_pair(Process& p, Args args) { return part_by_pair(p, args); }
NativeResult native_binary_part(Process& p, Args args) { return part_by(p, args, args[1], args[2], 1); }

NativeResult native_split_binary(Process& p, Args args) {
    if (!is_bitstring(args[0])) return p.badarg(0, kNotABinary);
    const auto at = args[1].try_small();
    if (!at) return p.badarg(1, kNotAnInteger);
    const Word bits = bitstring_bits(args[0]);
    if (*at < 0 || static_cast<Word>(*at) > bits / 8) return p.badarg(1, kOutOfRange);
    HeapWriter out = p.reserve(2 * kSliceMaxWords + tuple_words(2));
    const Word cut = static_cast<Word>(*at) * 8;
    const Term left = make_slice(out, p, args[0], 0, cut);
    const Term right = make_slice(out, p, args[0], cut, bits - cut);
    return out.tuple({left, right});
}

NativeResult native_binary_to_list(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, kNotABinary);
    return byte_list(p, args, Part{0, bitstring_bits(args[0]) / 8});
}

// Positions from 1, both ends included.
NativeResult native_binary_to_list_range(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, kNotABinary);
    const auto first = args[1].try_small();
    if (!first) return p.badarg(1, kNotAnInteger);
    const auto last = args[2].try_small();
    if (!last) return p.badarg(2, kNotAnInteger);
    const auto size = static_cast<std::int64_t>(bitstring_bits(args[0]) / 8);
    if (*first < 1 || *first > size) return p.badarg(1, kOutOfRange);
    if (*last < *first || *last > size) return p.badarg(2, kOutOfRange);
    return byte_list(p, args, Part{static_cast<Word>(*first - 1), static_cast<Word>(*last - *first + 1)});
}

// Bytes, and last the bits that make no byte, as a bitstring.
NativeResult native_bitstring_to_list(Process& p, Args args) {
    if (!is_bitstring(args[0])) return p.badarg(0, kNotABitstring);
    const Word bits = bitstring_bits(args[0]);
    HeapWriter out = p.reserve(kConsWords * (bits / 8 + 1) + kSliceMaxWords);
    Term list = Term::nil();
    if (bits % 8 != 0) list = out.cons(make_slice(out, p, args[0], bits / 8 * 8, bits % 8), list);
    const BitView view = bits_of(args[0]);
    for (Word i = bits / 8; i-- > 0;) {
        list = out.cons(Term::small(static_cast<std::int64_t>(read_bits(view.bytes, view.offset_bits + i * 8, 8))), list);
    }
    return list;
}

NativeResult native_binary_at(Process& p, Args args) {
    const auto at = args[1].try_small();
    // As OTP, without a word on which argument it is.
    if (!at || !is_binary(args[0]) || *at < 0 || static_cast<Word>(*at) >= bitstring_bits(args[0]) / 8) return p.badarg();
    return byte_at(p, args, 1, *at);
}

NativeResult native_binary_first(Process& p, Args args) { return byte_at(p, args, 0, 0); }

NativeResult native_binary_last(Process& p, Args args) {
    const Word size = is_binary(args[0]) ? bitstring_bits(args[0]) / 8 : 0;
    return byte_at(p, args, 0, static_cast<std::int64_t>(size) - 1);
}

NativeResult native_binary_copy(Process& p, Args args) { return copies(p, args, 1); }

NativeResult native_binary_copies(Process& p, Args args) {
    const auto count = args[1].try_small();
    if (!count) return p.badarg(1, kNotAnInteger);
    return copies(p, args, *count);
}

// binary:copy_slowly({Binary, Copies, Done, Proof})
NativeResult native_binary_copy_slowly(Process& p, Args args) {
    if (!is_state_of_ours(args[0], 4)) return p.badarg();
    const auto state = tuple_elements(args[0]);
    auto done = static_cast<Word>(state[2].small_value());
    if (fill(p, state[0], state[1], done)) return state[1];
    return rest_copies(p, state[0], state[1], done);
}

NativeResult native_bin_to_list_part(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, kNotABinary);
    const auto at = args[1].try_small();
    const auto size = args[2].try_small();
    if (!at || !size) return p.badarg(at ? 2 : 1, kNotAnInteger);
    const Word bytes = bitstring_bits(args[0]) / 8;
    const auto part = part_of(bytes, *at, *size);
    if (!part) return p.badarg(*at < 0 || static_cast<Word>(*at) > bytes ? 1 : 2, kOutOfRange);
    return byte_list(p, args, *part);
}

NativeResult native_bin_to_list_pair(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, kNotABinary);
    const Term pair = args[1];
    if (!pair.is_boxed_kind(BoxedKind::Tuple) || header_size(pair.header()) != 2) return p.badarg(1, kNotAPair);
    const auto at = Term::from_word(pair.boxed_words()[1]).try_small();
    const auto size = Term::from_word(pair.boxed_words()[2]).try_small();
    if (!at || !size) return p.badarg(1, kNotAPair);
    const auto part = part_of(bitstring_bits(args[0]) / 8, *at, *size);
    if (!part) return p.badarg(1, kOutOfRange);
    return byte_list(p, args, *part);
}

// The bytes of the buffer that the binary keeps alive.
NativeResult native_referenced_byte_size(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, kNotABinary);
    Term whole = args[0];
    if (whole.is_boxed_kind(BoxedKind::BinarySlice)) whole = Term::from_word(whole.boxed_words()[1]);
    return Term::small(static_cast<std::int64_t>(bitstring_bits(whole) / 8));
}

}  // namespace vial

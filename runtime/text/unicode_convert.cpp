// runtime/text/unicode_convert.cpp: :unicode.characters_to_binary/3 and characters_to_list/2.
// Here: the natives; what they return when the data is not valid.
// Not here: walking the data (chardata.cpp).
// Threads: the scheduler of the process.
// Holds: the walk is repeated after the room for its answer was reserved, since terms have moved.
#include "runtime/text/chardata.h"

#include <vector>

#include "runtime/text/binary_argument.h"
#include "runtime/text/utf8.h"
#include "vm/heap/binary_build.h"
#include "vm/process/process.h"
#include "vm/tables/atoms.h"

namespace vial {
namespace {

using Status = FlatText::Status;

constexpr std::string_view kNotChardata = "not valid character data (an iodata term)";

Term status_atom(Status status) { return status == Status::Incomplete ? atoms::incomplete : atoms::error; }

// What was not taken of the data: the bad element's rest, then the tails. Takes rest_words().
Word rest_words(const FlatText& text) { return kSliceMaxWords + kConsWords * (text.tails.size() + 1); }

Term build_rest(Process& p, HeapWriter& out, FlatText& text) {
    Term rest = text.bad;
    if (is_bitstring(rest)) {
        const Word bits = bitstring_bits(rest);
        rest = make_slice(out, p, rest, text.bad_offset * 8, bits - text.bad_offset * 8);
    }
    while (!text.tails.empty()) rest = out.cons(rest, text.tails.pop());
    return rest;
}

// {error | incomplete, args[1], rest of args[0]}; args[1] holds what was converted.
NativeResult failed(Process& p, Args args, TextEncoding encoding, Status status, Word words) {
    HeapWriter out = p.reserve(tuple_words(3) + words);
    FlatText again;
    flatten_chardata(args[0], encoding, again);
    const Term rest = build_rest(p, out, again);
    return out.tuple({status_atom(status), args[1], rest});
}

// A character that the target encoding lacks: the rest is what follows in UTF-8.
NativeResult not_encodable(Process& p, Args args, const std::string& utf8, std::size_t taken, TextEncoding to) {
    std::size_t ignored = 0;
    const auto good = encode_text(std::string_view(utf8).substr(0, taken), to, ignored);
    args.set(1, p.make_binary(good ? *good : std::string()));
    args.set(2, p.make_binary(std::string_view(utf8).substr(taken)));
    HeapWriter out = p.reserve(tuple_words(3));
    return out.tuple({atoms::error, args[1], args[2]});
}

// A list of the code points of valid UTF-8.
Term code_point_list(Process& p, std::string_view utf8) {
    std::vector<std::uint32_t> points;
    points.reserve(utf8.size());
    const char* const end = utf8.data() + utf8.size();
    for (std::size_t at = 0; at < utf8.size();) {
        std::uint32_t c = 0;
        at += decode_utf8(utf8.data() + at, end, c);
        points.push_back(c);
    }
    HeapWriter out = p.reserve(kConsWords * points.size());
    Term list = Term::nil();
    for (std::size_t i = points.size(); i-- > 0;) list = out.cons(Term::small(points[i]), list);
    return list;
}

}  // namespace

NativeResult native_characters_to_binary(Process& p, Args args) {
    const auto from = text_encoding(args[1]);
    if (!from) return p.badarg(1, "not a valid encoding");
    const auto to = text_encoding(args[2]);
    if (!to) return p.badarg(2, "not a valid encoding");
    FlatText text;
    flatten_chardata(args[0], *from, text);
    p.charge(static_cast<std::int64_t>(text.utf8.size() / 16));
    if (text.status == Status::NotChardata) return p.badarg(0, kNotChardata);
    if (text.status == Status::Ok && *from == TextEncoding::Utf8 && *to == TextEncoding::Utf8 &&
        is_bitstring(args[0])) {
        return args[0];
    }
    std::size_t taken = 0;
    const auto encoded = *to == TextEncoding::Utf8 ? std::optional(text.utf8) : encode_text(text.utf8, *to, taken);
    if (!encoded) return not_encodable(p, args, text.utf8, taken, *to);
    if (text.status == Status::Ok) return p.make_binary(*encoded);
    const Word words = rest_words(text);
    args.set(1, p.make_binary(*encoded));
    return failed(p, args, *from, text.status, words);
}

NativeResult native_characters_to_list(Process& p, Args args) {
    const auto from = text_encoding(args[1]);
    if (!from) return p.badarg(1, "not a valid encoding");
    FlatText text;
    flatten_chardata(args[0], *from, text);
    p.charge(static_cast<std::int64_t>(text.utf8.size() / 4));
    if (text.status == Status::NotChardata) return p.badarg(0, kNotChardata);
    const Term list = code_point_list(p, text.utf8);
    if (text.status == Status::Ok) return list;
    const Word words = rest_words(text);
    args.set(1, list);
    return failed(p, args, *from, text.status, words);
}

}  // namespace vial

// vm/interp/slow_make_bits.cpp: building bitstrings from segments.
// Here: BinMake, BinAppend: sizes first, then one allocation, then the bits.
// Not here: allocation and appending in place (heap/binary_build.h).
// Threads: the scheduler that runs the process.
// Holds: every segment is checked before anything is allocated, so errors leave no half-built binary.
#include <cmath>

#include "vm/heap/binary_build.h"
#include "vm/interp/bits_internal.h"
#include "vm/interp/raise.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/tables/atoms.h"
#include "vm/term/bignum.h"
#include "vm/term/map.h"
#include "vm/term/number.h"
#include "vm/vm.h"

namespace vial {

namespace {

enum class SegmentKind : std::uint8_t { Integer, Float, Bits, WholeBits, Utf8, Utf16, Utf32, Literal };

struct Segment {
    SegmentKind kind;
    Word unit;
    Word flags;
    Term value;
    Term size;
};
constexpr Word kSegmentWords = 5;

Segment read_segment(const RunContext& c, const Process& p, const Word* at) {
    return {static_cast<SegmentKind>(at[0]), at[1], at[2], read_operand(c, p, at[3]),
            read_operand(c, p, at[4])};
}

bool is_code_point(Term t) {
    if (!t.is_small()) return false;
    const std::int64_t v = t.small_value();
    return (v >= 0 && v < 0xd800) || (v > 0xdfff && v <= 0x10ffff);
}

constexpr Word kOtherBits = ~Word{0};

// Bits of the usual segment, an integer of at most a word, most significant byte first; kOtherBits
// for all others.
Word word_bits(const Segment& s) {
    if (s.kind != SegmentKind::Integer || !Term::both_small(s.value, s.size)) return kOtherBits;
    const auto size = static_cast<Word>(s.size.small_value());
    if (size > 64 || is_little(s.flags)) return kOtherBits;
    const Word bits = size * s.unit;
    return bits <= 64 ? bits : kOtherBits;
}

// Bits that a segment takes; nullopt: badarg.
std::optional<Word> bits_of_segment(const Segment& s) {
    switch (s.kind) {
        case SegmentKind::Integer:
            return is_integer(s.value) ? segment_bits(s.size, s.unit) : std::nullopt;
        case SegmentKind::Float: {
            const auto bits = segment_bits(s.size, s.unit);
            if (!bits || (*bits != 16 && *bits != 32 && *bits != 64)) return std::nullopt;
            if (!is_number(s.value)) return std::nullopt;
            const auto value = number_to_double(s.value);
            if (!value) return std::nullopt;
            return bits;
        }
        case SegmentKind::Bits: {
            const auto bits = segment_bits(s.size, s.unit);
            if (!bits || !is_bitstring(s.value) || bitstring_bits(s.value) < *bits) return std::nullopt;
            return bits;
        }
        case SegmentKind::WholeBits:
        case SegmentKind::Literal: {
            if (!is_bitstring(s.value)) return std::nullopt;
            const Word bits = bitstring_bits(s.value);
            // Bytes without a division: the usual unit.
            const bool whole = s.unit == 8 ? bits % 8 == 0 : s.unit == 0 || bits % s.unit == 0;
            return whole ? std::optional<Word>(bits) : std::nullopt;
        }
        case SegmentKind::Utf8: {
            if (!is_code_point(s.value)) return std::nullopt;
            const std::int64_t v = s.value.small_value();
            return v < 0x80 ? 8 : v < 0x800 ? 16 : v < 0x10000 ? 24 : 32;
        }
        case SegmentKind::Utf16:
            if (!is_code_point(s.value)) return std::nullopt;
            return s.value.small_value() < 0x10000 ? 16 : 32;
        case SegmentKind::Utf32:
            if (!is_code_point(s.value)) return std::nullopt;
            return 32;
    }
    return std::nullopt;
}

void write_float(const Segment& s, std::uint8_t* bytes, Word at, Word bits) {
    const double value = *number_to_double(s.value);
    std::uint64_t raw = bits == 64   ? std::bit_cast<std::uint64_t>(value)
                        : bits == 32 ? std::bit_cast<std::uint32_t>(static_cast<float>(value))
                                     : double_to_half(value);
    if (is_little(s.flags)) raw = __builtin_bswap64(raw) >> (64 - bits);
    write_bits(bytes, at, bits, raw);
}

void write_utf8(std::uint64_t v, std::uint8_t* bytes, Word at, Word bits) {
    if (bits == 8) return write_bits(bytes, at, 8, v);
    const Word length = bits / 8;
    write_bits(bytes, at, 8, (0xf00u >> length & 0xff) | v >> 6 * (length - 1));
    for (Word i = 1; i < length; ++i) {
        write_bits(bytes, at + 8 * i, 8, 0x80 | (v >> 6 * (length - 1 - i) & 0x3f));
    }
}

void write_utf16(std::uint64_t v, Word flags, std::uint8_t* bytes, Word at, Word bits) {
    const auto unit = [&](Word where, std::uint64_t value) {
        const auto raw = static_cast<std::uint16_t>(value);
        write_bits(bytes, where, 16, is_little(flags) ? __builtin_bswap16(raw) : raw);
    };
    if (bits == 16) return unit(at, v);
    unit(at, 0xd800 + ((v - 0x10000) >> 10));
    unit(at + 16, 0xdc00 + ((v - 0x10000) & 0x3ff));
}

void write_segment(const Segment& s, std::uint8_t* bytes, Word at, Word bits) {
    switch (s.kind) {
        case SegmentKind::Integer:
            return integer_to_bits(s.value, bytes, at, bits, is_little(s.flags));
        case SegmentKind::Float: return write_float(s, bytes, at, bits);
        case SegmentKind::Bits:
        case SegmentKind::WholeBits:
        case SegmentKind::Literal: {
            const BitView from = bits_of(s.value);
            return copy_bits(bytes, at, from.bytes, from.offset_bits, bits);
        }
        case SegmentKind::Utf8:
            return write_utf8(static_cast<std::uint64_t>(s.value.small_value()), bytes, at, bits);
        case SegmentKind::Utf16:
            return write_utf16(static_cast<std::uint64_t>(s.value.small_value()), s.flags, bytes, at, bits);
        case SegmentKind::Utf32: {
            auto raw = static_cast<std::uint32_t>(s.value.small_value());
            if (is_little(s.flags)) raw = __builtin_bswap32(raw);
            return write_bits(bytes, at, 32, raw);
        }
    }
}

// The sum of all segments' bits; nullopt: badarg.
std::optional<Word> total_bits(const RunContext& c, const Process& p, const Word* segments, Word count) {
    Word total = 0;
    for (Word i = 0; i < count; i += kSegmentWords) {
        const Segment s = read_segment(c, p, segments + i);
        const Word usual = word_bits(s);
        const auto bits = usual != kOtherBits ? usual : bits_of_segment(s);
        if (!bits || __builtin_add_overflow(total, *bits, &total)) return std::nullopt;
    }
    return total;
}

void write_segments(const RunContext& c, const Process& p, const Word* segments, Word count,
                    std::uint8_t* bytes, Word at) {
    for (Word i = 0; i < count;) {
        BitSink sink(bytes, at);
        Segment s;
        for (; i < count; i += kSegmentWords) {
            s = read_segment(c, p, segments + i);
            const Word bits = word_bits(s);
            if (bits == kOtherBits) break;
            sink.put(static_cast<std::uint64_t>(s.value.small_value()), bits);
            at += bits;
        }
        sink.flush();
        if (i == count) return;
        const Word bits = *bits_of_segment(s);
        write_segment(s, bytes, at, bits);
        at += bits;
        i += kSegmentWords;
    }
}

std::string_view type_name(SegmentKind kind) {
    switch (kind) {
        case SegmentKind::Integer: return "integer";
        case SegmentKind::Float: return "float";
        case SegmentKind::Utf8: return "utf8";
        case SegmentKind::Utf16: return "utf16";
        case SegmentKind::Utf32: return "utf32";
        default: return "binary";
    }
}

// What is wrong with a segment for which bits_of_segment() has no answer, and the value at fault.
struct Fault {
    std::string_view what;
    Term value;
};

Fault fault_of(const Segment& s) {
    const bool sized = s.kind == SegmentKind::Integer || s.kind == SegmentKind::Float || s.kind == SegmentKind::Bits;
    if (sized && !(is_integer(s.size) && !(s.size.is_small() && s.size.small_value() < 0))) return {"size", s.size};
    if (sized && !segment_bits(s.size, s.unit)) return {"too_large", s.size};
    switch (s.kind) {
        case SegmentKind::Integer: return {"type", s.value};
        case SegmentKind::Float: {
            if (!is_number(s.value)) return {"type", s.value};
            const Word bits = *segment_bits(s.size, s.unit);
            return bits == 16 || bits == 32 || bits == 64 ? Fault{"no_float", s.value} : Fault{"invalid", s.size};
        }
        case SegmentKind::Bits: return {is_bitstring(s.value) ? "short" : "type", s.value};
        case SegmentKind::WholeBits:
        case SegmentKind::Literal: return {is_bitstring(s.value) ? "unit" : "type", s.value};
        default: return {"type", s.value};
    }
}

// %{module: :erl_erts_errors, function: :format_bs_fail, cause: {segment from 1, type, what, value, unit}}.
CodePointer raise_fault(RunContext& c, Process& p, const FrameDescriptor* frame, const Segment& s, Word number) {
    AtomTable& atoms = p.vm().atoms();
    Fault fault = fault_of(s);
    const Term type = atoms.intern(type_name(s.kind)), what = atoms.intern(fault.what);
    show_roots(c, frame);
    Term info;
    {
        RootScope scope(c, {&fault.value, 1});
        HeapWriter out = p.reserve(map_build_words(3) + tuple_words(5));
        const Term cause = out.tuple({Term::small(static_cast<std::int64_t>(number)), type, what, fault.value,
                                      Term::small(static_cast<std::int64_t>(s.unit))});
        MapPair pairs[3] = {{atoms::module, atoms::erl_erts_errors},
                            {atoms.intern("function"), atoms.intern("format_bs_fail")},
                            {atoms::cause, cause}};
        info = map_build(out, pairs, *c.atoms);
    }
    const Term reason = fault.what == "too_large" ? atoms::system_limit : atoms::badarg;
    return raise_with_arguments(c, p, frame, reason, atoms::none, info);
}

// Sizes are known, and what takes its size from its value is a bitstring, before anything is written.
bool is_measurable(const Segment& s) {
    const bool sized = s.kind == SegmentKind::Integer || s.kind == SegmentKind::Float || s.kind == SegmentKind::Bits;
    if (sized && !segment_bits(s.size, s.unit)) return false;
    const bool whole = s.kind == SegmentKind::WholeBits || s.kind == SegmentKind::Literal;
    return !whole || is_bitstring(s.value);
}

struct Numbered {
    Segment segment;
    Word number;  // as written, from 1
};
template <class Test>
std::optional<Numbered> first_segment(const RunContext& c, const Process& p, const Word* segments, Word count,
                                      Word number, Test&& is_wrong) {
    for (Word i = 0; i < count; i += kSegmentWords) {
        const Segment s = read_segment(c, p, segments + i);
        if (is_wrong(s)) return Numbered{s, number};
        number += s.kind == SegmentKind::Literal ? s.flags : 1;  // literals that became one
    }
    return std::nullopt;
}

// The segment at fault that the reference names: those that cannot be measured first, then the left
// side of an append, then the others.
CodePointer refuse(RunContext& c, Process& p, Word fail, const FrameDescriptor* frame, const Word* segments,
                   Word count, const Segment* left) {
    if (fail) return code_at(fail);
    const Word number = left ? 2 : 1;
    auto fault = first_segment(c, p, segments, count, number, [](const Segment& s) { return !is_measurable(s); });
    if (!fault && left && !bits_of_segment(*left)) fault = Numbered{*left, 1};
    if (!fault) {
        fault = first_segment(c, p, segments, count, number, [](const Segment& s) { return !bits_of_segment(s); });
    }
    if (fault) return raise_fault(c, p, frame, fault->segment, fault->number);
    return raise_error(c, p, frame, atoms::system_limit);
}

CodePointer refuse_size(RunContext& c, Process& p, Word fail, const FrameDescriptor* frame) {
    return fail ? code_at(fail) : raise_error(c, p, frame, atoms::system_limit);
}

}  // namespace

// fail, d, count, segments..., descriptor
CodePointer slow_bin_make(RunContext& c, Process& p, CodePointer pc) {
    const Word count = pc[3];
    const CodePointer next = pc + 4 + count + 1;
    const FrameDescriptor* frame = descriptor_at(next[-1]);
    const auto total = total_bits(c, p, pc + 4, count);
    if (!total) return refuse(c, p, pc[1], frame, pc + 4, count, nullptr);
    show_roots(c, frame);
    std::uint8_t* bytes = nullptr;
    const Term made = make_bitstring(p, *total, bytes);
    if (made == kNoTerm) return refuse_size(c, p, pc[1], frame);
    if (*total % 8) bytes[*total / 8] = 0;
    write_segments(c, p, pc + 4, count, bytes, 0);
    p.charge(static_cast<std::int64_t>(*total / 8192));
    write_operand(c, p, pc[2], made);
    return next;
}

// fail, d, left, unit, count, segments..., descriptor
CodePointer slow_bin_append(RunContext& c, Process& p, CodePointer pc) {
    const Word count = pc[5];
    const CodePointer next = pc + 6 + count + 1;
    const FrameDescriptor* frame = descriptor_at(next[-1]);
    Term left = read_operand(c, p, pc[3]);
    const auto total = total_bits(c, p, pc + 6, count);
    const Segment whole{SegmentKind::WholeBits, pc[4], 0, left, Term::nil()};
    if (!total || !bits_of_segment(whole)) return refuse(c, p, pc[1], frame, pc + 6, count, &whole);
    show_roots(c, frame);
    std::uint8_t* bytes = nullptr;
    Word offset = 0;
    Term made = kNoTerm;
    {
        RootScope scope(c, {&left, 1});
        made = append_bitstring(p, left, *total, bytes, offset);
    }
    if (made == kNoTerm) return refuse_size(c, p, pc[1], frame);
    write_segments(c, p, pc + 6, count, bytes, offset);
    p.charge(static_cast<std::int64_t>(*total / 8192));
    write_operand(c, p, pc[2], made);
    return next;
}

}  // namespace vial

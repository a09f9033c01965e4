// vm/interp/slow_match_bits.cpp: taking bitstrings apart.
// Here: contexts, integers, floats, parts, code points, fixed bits.
// Not here: building (slow_make_bits.cpp).
// Threads: the scheduler that runs the process.
// Holds: what fails leaves the position as it was.
#include <cmath>
#include <cstring>

#include "vm/interp/bits_internal.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/heap/binary_build.h"
#include "vm/term/bignum.h"

namespace vial {

// fail, ctx, s, descriptor
CodePointer slow_bin_start(RunContext& c, Process& p, CodePointer pc) {
    Term s = read_operand(c, p, pc[3]);
    if (s.is_boxed_kind(BoxedKind::MatchContext)) {
        write_operand(c, p, pc[2], s);
        return pc + 5;
    }
    if (!is_bitstring(s)) return code_at(pc[1]);
    show_roots(c, descriptor_at(pc[4]));
    RootScope scope(c, {&s, 1});
    Word* at = p.reserve(kMatchContextWords).take(kMatchContextWords);
    Term parent = s;
    Word start = 0;
    if (s.is_boxed_kind(BoxedKind::BinarySlice)) {
        parent = Term::from_word(s.boxed_words()[1]);
        start = s.boxed_words()[2];
    }
    at[0] = make_header(BoxedKind::MatchContext, 3);
    at[1] = parent.word();
    at[2] = start;
    at[3] = start + bitstring_bits(s);
    write_operand(c, p, pc[2], Term::boxed(at));
    return pc + 5;
}

namespace {

// Most significant first; where eight bytes can be read from the position on and hold all of it, one
// load and two shifts do.
std::uint64_t next_bits(const MatchContext& context, Word bits) {
    const Word* parent = context.parent().boxed_words();
    const Word first = context.position() / 8;
    const Word offset = context.position() % 8;
    const std::uint8_t* bytes = whole_binary_bytes(parent);
    // A heap binary is padded to a word.
    const Word readable = header_kind(parent[0]) == BoxedKind::HeapBinary
                              ? words_for_bytes(header_size(parent[0])) * sizeof(Word)
                              : parent[1];
    if (first + sizeof(Word) > readable || offset + bits > 64 || bits == 0) {
        return read_bits(bytes, context.position(), bits);
    }
    std::uint64_t word;
    std::memcpy(&word, bytes + first, sizeof word);
    return __builtin_bswap64(word) << offset >> (64 - bits);
}

Term small_from_bits(const MatchContext& context, Word bits, Word flags) {
    const std::uint8_t* bytes = context.bytes();
    std::uint64_t value = next_bits(context, bits);
    if (is_little(flags) && bits > 8) {
        // Whole bytes from the least significant; a last part of a byte is the most significant.
        std::uint64_t turned = 0;
        Word at = 0;
        for (; at + 8 <= bits; at += 8) {
            turned |= read_bits(bytes, context.position() + at, 8) << at;
        }
        if (at < bits) turned |= read_bits(bytes, context.position() + at, bits - at) << at;
        value = turned;
    }
    auto result = static_cast<std::int64_t>(value);
    if ((flags & segment_flag::Signed) && bits && bits < 64 && (value >> (bits - 1) & 1)) {
        result = static_cast<std::int64_t>(value | ~Word{0} << bits);
    }
    return Term::small(result);
}

}  // namespace

// fail, d, ctx, size, unit, flags, descriptor
CodePointer slow_bin_integer(RunContext& c, Process& p, CodePointer pc) {
    const auto bits = segment_bits(read_operand(c, p, pc[4]), pc[5]);
    const MatchContext context(read_operand(c, p, pc[3]));
    if (!bits || *bits > context.left()) return code_at(pc[1]);
    if (*bits <= 60) {
        const Term value = small_from_bits(context, *bits, pc[6]);
        context.advance(*bits);
        write_operand(c, p, pc[2], value);
        return pc + 8;
    }
    show_roots(c, descriptor_at(pc[7]));
    HeapWriter out = p.reserve(integer_bits_words(*bits));
    p.charge(static_cast<std::int64_t>(*bits / 1024));
    const MatchContext moved(read_operand(c, p, pc[3]));
    const Term value = integer_from_bits(out, moved.bytes(), moved.position(), *bits,
                                         (pc[6] & segment_flag::Signed) != 0, is_little(pc[6]));
    moved.advance(*bits);
    write_operand(c, p, pc[2], value);
    return pc + 8;
}

// fail, d, ctx, size, unit, flags, descriptor
CodePointer slow_bin_float(RunContext& c, Process& p, CodePointer pc) {
    const auto bits = segment_bits(read_operand(c, p, pc[4]), pc[5]);
    if (!bits || (*bits != 16 && *bits != 32 && *bits != 64)) return code_at(pc[1]);
    if (*bits > MatchContext(read_operand(c, p, pc[3])).left()) return code_at(pc[1]);
    show_roots(c, descriptor_at(pc[7]));
    HeapWriter out = p.reserve(kBoxedFloatWords);
    const MatchContext context(read_operand(c, p, pc[3]));
    std::uint64_t raw = read_bits(context.bytes(), context.position(), *bits);
    if (is_little(pc[6])) raw = __builtin_bswap64(raw) >> (64 - *bits);
    const double value = *bits == 64   ? std::bit_cast<double>(raw)
                         : *bits == 32 ? std::bit_cast<float>(static_cast<std::uint32_t>(raw))
                                       : half_to_double(static_cast<std::uint16_t>(raw));
    if (!std::isfinite(value)) return code_at(pc[1]);
    context.advance(*bits);
    write_operand(c, p, pc[2], out.floating(value));
    return pc + 8;
}

static void take_part(RunContext& c, Process& p, Word destination, Word source, Word bits,
                      const FrameDescriptor* frame) {
    show_roots(c, frame);
    HeapWriter out = p.reserve(kSliceMaxWords);
    const MatchContext context(read_operand(c, p, source));
    const Term part = make_slice(out, p, context.parent(), context.position(), bits);
    context.advance(bits);
    write_operand(c, p, destination, part);
}

// fail, d, ctx, size, unit, descriptor
CodePointer slow_bin_bits(RunContext& c, Process& p, CodePointer pc) {
    const auto bits = segment_bits(read_operand(c, p, pc[4]), pc[5]);
    if (!bits || *bits > MatchContext(read_operand(c, p, pc[3])).left()) return code_at(pc[1]);
    take_part(c, p, pc[2], pc[3], *bits, descriptor_at(pc[6]));
    return pc + 7;
}

// fail, d, ctx, unit, descriptor
CodePointer slow_bin_rest(RunContext& c, Process& p, CodePointer pc) {
    const Word bits = MatchContext(read_operand(c, p, pc[3])).left();
    if (bits % pc[4] != 0) return code_at(pc[1]);
    take_part(c, p, pc[2], pc[3], bits, descriptor_at(pc[5]));
    return pc + 6;
}

namespace {

constexpr std::uint32_t kBadPoint = 0xffffffff;

bool is_scalar(std::uint32_t point) {
    return point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
}

// Shortest forms only. `bits` is how many it took.
std::uint32_t take_utf8(const MatchContext& context, Word& bits) {
    const Word left = context.left() / 8;
    if (left == 0) return kBadPoint;
    const std::uint8_t* bytes = context.bytes();
    const auto byte = [&](Word i) {
        return static_cast<std::uint32_t>(read_bits(bytes, context.position() + 8 * i, 8));
    };
    const std::uint32_t lead = byte(0);
    bits = 8;
    if (lead < 0x80) return lead;
    const Word length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || left < length) return kBadPoint;
    std::uint32_t point = lead & (0x7fu >> length);
    for (Word i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return kBadPoint;
        point = point << 6 | (byte(i) & 0x3f);
    }
    constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    bits = 8 * length;
    return point >= kLeast[length] && is_scalar(point) ? point : kBadPoint;
}

std::uint32_t take_utf16(const MatchContext& context, Word flags, Word& bits) {
    const auto unit = [&](Word i) {
        const auto raw = static_cast<std::uint16_t>(
            read_bits(context.bytes(), context.position() + 16 * i, 16));
        return std::uint32_t{is_little(flags) ? __builtin_bswap16(raw) : raw};
    };
    if (context.left() < 16) return kBadPoint;
    bits = 16;
    const std::uint32_t high = unit(0);
    if (high < 0xd800 || high > 0xdfff) return high;
    if (high > 0xdbff || context.left() < 32) return kBadPoint;
    const std::uint32_t low = unit(1);
    bits = 32;
    return low >= 0xdc00 && low <= 0xdfff ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
                                          : kBadPoint;
}

std::uint32_t take_utf32(const MatchContext& context, Word flags, Word& bits) {
    if (context.left() < 32) return kBadPoint;
    bits = 32;
    auto raw = static_cast<std::uint32_t>(read_bits(context.bytes(), context.position(), 32));
    if (is_little(flags)) raw = __builtin_bswap32(raw);
    return is_scalar(raw) ? raw : kBadPoint;
}

CodePointer give_point(RunContext& c, Process& p, CodePointer pc, const MatchContext& context,
                       std::uint32_t point, Word bits, Word words) {
    if (point == kBadPoint) return code_at(pc[1]);
    context.advance(bits);
    write_operand(c, p, pc[2], Term::small(point));
    return pc + words;
}

}  // namespace

// fail, d, ctx
CodePointer slow_bin_utf8(RunContext& c, Process& p, CodePointer pc) {
    const MatchContext context(read_operand(c, p, pc[3]));
    Word bits = 0;
    const std::uint32_t point = take_utf8(context, bits);
    return give_point(c, p, pc, context, point, bits, 4);
}

// fail, d, ctx, flags
CodePointer slow_bin_utf16(RunContext& c, Process& p, CodePointer pc) {
    const MatchContext context(read_operand(c, p, pc[3]));
    Word bits = 0;
    const std::uint32_t point = take_utf16(context, pc[4], bits);
    return give_point(c, p, pc, context, point, bits, 5);
}

CodePointer slow_bin_utf32(RunContext& c, Process& p, CodePointer pc) {
    const MatchContext context(read_operand(c, p, pc[3]));
    Word bits = 0;
    const std::uint32_t point = take_utf32(context, pc[4], bits);
    return give_point(c, p, pc, context, point, bits, 5);
}

// fail, ctx, size, unit
CodePointer slow_bin_skip(RunContext& c, Process& p, CodePointer pc) {
    const auto bits = segment_bits(read_operand(c, p, pc[3]), pc[4]);
    const MatchContext context(read_operand(c, p, pc[2]));
    if (!bits || *bits > context.left()) return code_at(pc[1]);
    context.advance(*bits);
    return pc + 5;
}

// fail, ctx, bytes
CodePointer slow_bin_string(RunContext& c, Process& p, CodePointer pc) {
    const MatchContext context(read_operand(c, p, pc[2]));
    const BitView wanted = bits_of(Term::from_word(pc[3]));
    if (wanted.size_bits > context.left() ||
        !equal_bits(wanted.bytes, wanted.offset_bits, context.bytes(), context.position(),
                    wanted.size_bits)) {
        return code_at(pc[1]);
    }
    context.advance(wanted.size_bits);
    return pc + 4;
}

}  // namespace vial

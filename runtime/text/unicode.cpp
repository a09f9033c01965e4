// runtime/text/unicode.cpp: the natives :vial_unicode.*.
// Here: graphemes, case, normal forms, validity, identifiers, for binaries.
// Not here: the rules (grapheme.cpp, case.cpp, normal_form.cpp); chardata (chardata.cpp).
// Threads: the scheduler of the process.
// Holds: each charges a reduction for every 16 bytes it reads.
#include <utf8proc.h>

#include <vector>

#include "runtime/term/arguments.h"
#include "runtime/text/binary_argument.h"
#include "runtime/text/case.h"
#include "runtime/text/grapheme.h"
#include "runtime/text/normal_form.h"
#include "runtime/text/utf8.h"
#include "vm/heap/binary_build.h"
#include "vm/process/process.h"
#include "vm/tables/atoms.h"

namespace vial {
namespace {

constexpr Word kBytesPerReduction = 16;

void charge_bytes(Process& p, std::size_t bytes) {
    p.charge(static_cast<std::int64_t>(bytes / kBytesPerReduction));
}

// nullopt for an atom that is no mode.
std::optional<CaseMode> case_mode(Term t) {
    if (t == atoms::default_) return CaseMode::Default;
    if (t == atoms::ascii) return CaseMode::Ascii;
    if (t == atoms::greek) return CaseMode::Greek;
    if (t == atoms::turkic) return CaseMode::Turkic;
    return std::nullopt;
}

using Conversion = std::string (*)(std::string_view, CaseMode);

NativeResult convert_case(Process& p, Args args, Conversion conversion) {
    std::string out;
    {
        const BinaryArgument text(args[0]);
        if (!text) return p.badarg(0, kNotABinary);
        const auto mode = case_mode(args[1]);
        if (!mode) return p.badarg(1, "not a mode");
        charge_bytes(p, text->size());
        out = conversion(*text, *mode);
        if (out == *text) return args[0];
    }
    return p.make_binary(out);
}

}  // namespace

NativeResult native_unicode_grapheme_size(Process& p, Args args) {
    const BinaryArgument text(args[0]);
    if (!text) return p.badarg(0, kNotABinary);
    return Term::small(static_cast<std::int64_t>(grapheme_size(*text)));
}

NativeResult native_unicode_length(Process& p, Args args) {
    const BinaryArgument text(args[0]);
    if (!text) return p.badarg(0, kNotABinary);
    charge_bytes(p, text->size());
    std::int64_t count = 0;
    for (std::string_view rest = *text; !rest.empty(); ++count) rest.remove_prefix(grapheme_size(rest));
    return Term::small(count);
}

// {bytes, graphemes}: as many graphemes as there are, `count` at most.
NativeResult native_unicode_graphemes_offset(Process& p, Args args) {
    std::int64_t bytes = 0, done = 0;
    {
        const BinaryArgument text(args[0]);
        if (!text) return p.badarg(0, kNotABinary);
        const auto count = args[1].try_small();
        if (!count || *count < 0) return p.badarg(1, "not a non-negative integer");
        for (std::string_view rest = *text; done < *count && !rest.empty(); ++done) {
            const std::size_t size = grapheme_size(rest);
            rest.remove_prefix(size);
            bytes += static_cast<std::int64_t>(size);
        }
    }
    charge_bytes(p, static_cast<std::size_t>(bytes));
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({Term::small(bytes), Term::small(done)});
}

// The list is built from its end, so the sizes are noted first.
NativeResult native_unicode_graphemes(Process& p, Args args) {
    std::vector<std::uint32_t> sizes;
    Word words = 0;
    std::size_t end = 0;
    {
        const BinaryArgument text(args[0]);
        if (!text) return p.badarg(0, kNotABinary);
        end = text->size();
        for (std::string_view rest = *text; !rest.empty();) {
            const std::size_t size = grapheme_size(rest);
            rest.remove_prefix(size);
            sizes.push_back(static_cast<std::uint32_t>(size));
            words += kConsWords + (size <= kMaxHeapBinaryBytes ? heap_binary_words(size) : kSliceMaxWords);
        }
    }
    charge_bytes(p, end * 4);
    HeapWriter out = p.reserve(words);
    const BinaryArgument text(args[0]);
    Term list = Term::nil();
    for (std::size_t i = sizes.size(); i-- > 0;) {
        end -= sizes[i];
        const Term grapheme = sizes[i] <= kMaxHeapBinaryBytes
                                  ? out.heap_binary(text->substr(end, sizes[i]))
                                  : make_slice(out, p, args[0], end * 8, Word{sizes[i]} * 8);
        list = out.cons(grapheme, list);
    }
    return list;
}

NativeResult native_unicode_downcase(Process& p, Args args) { return convert_case(p, args, lower_case); }
NativeResult native_unicode_upcase(Process& p, Args args) { return convert_case(p, args, upper_case); }

NativeResult native_unicode_casefold(Process& p, Args args) {
    std::string out;
    {
        const BinaryArgument text(args[0]);
        if (!text) return p.badarg(0, kNotABinary);
        charge_bytes(p, text->size());
        out = fold_case(*text);
    }
    return p.make_binary(out);
}

NativeResult native_unicode_titlecase_first(Process& p, Args args) {
    std::string first;
    std::size_t bytes = 0;
    {
        const BinaryArgument text(args[0]);
        if (!text) return p.badarg(0, kNotABinary);
        const auto mode = case_mode(args[1]);
        if (!mode) return p.badarg(1, "not a mode");
        first = title_first(*text, *mode, bytes);
    }
    HeapWriter out = p.reserve(tuple_words(2) + heap_binary_words(first.size()));
    const Term capital = out.heap_binary(first);
    return out.tuple({Term::small(static_cast<std::int64_t>(bytes)), capital});
}

// The normal form, or {error, normal form of the valid start, rest}.
NativeResult native_unicode_normalize(Process& p, Args args) {
    std::string out;
    std::size_t valid = 0, size = 0;
    {
        const BinaryArgument text(args[0]);
        if (!text) return p.badarg(0, kNotABinary);
        const Term form = args[1];
        size = text->size();
        valid = valid_utf8_prefix(*text);
        charge_bytes(p, size * 4);
        const std::string_view good = text->substr(0, valid);
        if (form == atoms::nfd) out = normal_form(good, NormalForm::Nfd);
        else if (form == atoms::nfc) out = normal_form(good, NormalForm::Nfc);
        else if (form == atoms::nfkd) out = normal_form(good, NormalForm::Nfkd);
        else if (form == atoms::nfkc) out = normal_form(good, NormalForm::Nfkc);
        else return p.badarg(1, "not a normal form");
        if (valid == size && out == *text) return args[0];
    }
    if (valid == size) return p.make_binary(out);
    args.set(1, p.make_binary(out));
    HeapWriter writer = p.reserve(tuple_words(3) + kSliceMaxWords);
    const Term rest = make_slice(writer, p, args[0], valid * 8, (size - valid) * 8);
    return writer.tuple({atoms::error, args[1], rest});
}

NativeResult native_unicode_valid(Process& p, Args args) {
    const BinaryArgument text(args[0]);
    if (!text) return p.badarg(0, kNotABinary);
    charge_bytes(p, text->size() / 4);
    return boolean(valid_utf8_prefix(*text) == text->size());
}

namespace {

bool starts_identifier(std::uint32_t c) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_NL:
            return c != 0x2E2F;
        default: return c == '_' || c == 0x2118 || c == 0x212E || c == 0x309B || c == 0x309C;
    }
}

bool continues_identifier(std::uint32_t c) {
    if (starts_identifier(c)) return true;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_PC:
            return true;
        default: return c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA;
    }
}

bool starts_upper(std::uint32_t c) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

}  // namespace

// What names in source may be: composed, and without characters that only look like others.
NativeResult native_unicode_identifier_kind(Process& p, Args args) {
    const BinaryArgument text(args[0]);
    if (!text) return p.badarg(0, kNotABinary);
    if (text->empty() || normal_form(*text, NormalForm::Nfkc) != *text) return atoms::none;
    const char* const end = text->data() + text->size();
    std::uint32_t first = 0;
    for (std::size_t at = 0; at < text->size();) {
        std::uint32_t c;
        const unsigned size = decode_utf8(text->data() + at, end, c);
        if (size == 0) return atoms::none;
        if (at == 0 ? !starts_identifier(c) : !continues_identifier(c)) return atoms::none;
        if (at == 0) first = c;
        at += size;
    }
    return starts_upper(first) ? atoms::upper : atoms::lower;
}

}  // namespace vial

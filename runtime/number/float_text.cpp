// runtime/number/float_text.cpp: floats as text, in binaries and lists.
// Here: float_to_binary, float_to_list with their options, binary_to_float, list_to_float.
// Not here: the digits (vm/term/float_text.h).
// Threads: the scheduler that runs the process.
// Holds: of several options the last of a kind counts.
#include <string>

#include "runtime/number/text_argument.h"
#include "runtime/term/arguments.h"
#include "vm/term/float_text.h"

namespace vial {

namespace {

// OTP writes into a buffer of this size.
constexpr std::size_t kMaxTextBytes = 255;
constexpr int kMaxDecimals = 253;
constexpr int kMaxScientific = 249;
constexpr int kDefaultScientific = 20;

struct Format {
    enum class Kind { Scientific, Decimals, Short } kind = Kind::Scientific;
    int digits = kDefaultScientific;
    bool compact = false;
};

bool read_option(Process& p, Term option, Format& format) {
    if (option == atoms::compact) {
        format.compact = true;
        return true;
    }
    if (option == atoms::short_) {
        format.kind = Format::Kind::Short;
        return true;
    }
    if (!is_tuple_of(option, 2)) return false;
    const auto digits = tuple_element(option, 1).try_small();
    if (!digits || *digits < 0) return false;
    const Term name = tuple_element(option, 0);
    (void)p;
    if (name == atoms::decimals && *digits <= kMaxDecimals) {
        format.kind = Format::Kind::Decimals;
    } else if (name == atoms::scientific && *digits <= kMaxScientific) {
        format.kind = Format::Kind::Scientific;
    } else {
        return false;
    }
    format.digits = static_cast<int>(*digits);
    return true;
}

// False when an argument is wrong.
bool read_format(Process& p, Args args, Format& format) {
    bool ok = true;
    if (!is_float(args[0])) {
        (void)p.badarg(0, "not a float");
        ok = false;
    }
    if (args.count() == 1) return ok;
    if (!args[1].is_list()) {
        (void)p.badarg(1, "not a list");
        return false;
    }
    if (!list_shape(args[1]).proper) {
        (void)p.badarg(1, "not a proper list");
        return false;
    }
    for (Term at = args[1]; ok && at.is_cons(); at = at.tail()) {
        if (read_option(p, at.head(), format)) continue;
        (void)p.badarg(1, "invalid option in list");
        return false;
    }
    return ok;
}

std::string print(double value, const Format& format) {
    switch (format.kind) {
        case Format::Kind::Decimals:
            return print_float_decimals(value, format.digits, format.compact);
        case Format::Kind::Scientific: return print_float_scientific(value, format.digits);
        case Format::Kind::Short: break;
    }
    char text[kShortFloatChars];
    return {text, print_float_short(value, text)};
}

// Empty when an argument is wrong.
std::string text_of(Process& p, Args args) {
    Format format;
    if (!read_format(p, args, format)) return {};
    std::string text = print(float_value(args[0]), format);
    if (text.size() <= kMaxTextBytes) return text;
    (void)p.badarg(1, "invalid option in list");
    return {};
}

NativeResult to_float(Process& p, std::string_view text) {
    const auto value = parse_float(text);
    if (!value) return p.badarg(0, "not a textual representation of a float");
    HeapWriter out = p.reserve(kBoxedFloatWords);
    return out.floating(*value);
}

}  // namespace

NativeResult native_erlang_float_to_binary(Process& p, Args args) {
    const std::string text = text_of(p, args);
    return text.empty() ? p.badarg() : NativeResult(p.make_binary(text));
}

NativeResult native_erlang_float_to_list(Process& p, Args args) {
    const std::string text = text_of(p, args);
    return text.empty() ? p.badarg() : NativeResult(make_charlist(p, text));
}

NativeResult native_erlang_binary_to_float(Process& p, Args args) {
    TextArgument text;
    if (!text.read_binary(args[0])) return p.badarg(0, "not a binary");
    return to_float(p, text.view);
}

NativeResult native_erlang_list_to_float(Process& p, Args args) {
    if (!args[0].is_list() || !list_shape(args[0]).proper) return p.badarg(0, "not a list");
    TextArgument text;
    if (!text.read_list(args[0])) return p.badarg(0, "not a textual representation of a float");
    return to_float(p, text.view);
}

}  // namespace vial

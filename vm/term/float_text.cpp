// vm/term/float_text.cpp: std::to_chars, in Erlang's dress.
// Here: shortest, fixed, scientific; the reading way back.
// Not here: integers.
// Threads: pure.
// Holds: what print_float_short writes parses back to the same bits.
#include "vm/term/float_text.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace vial {

namespace {

struct Decimal {
    char digits[24];
    int count;
    int exponent;  // of the first digit
    bool negative;
};

Decimal shortest_decimal(double value) {
    char text[40];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
    Decimal d{};
    const char* at = text;
    if (*at == '-') {
        d.negative = true;
        ++at;
    }
    for (; *at != 'e'; ++at) {
        if (*at != '.') d.digits[d.count++] = *at;
    }
    ++at;
    const bool below = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    std::from_chars(at, end, d.exponent);
    if (below) d.exponent = -d.exponent;
    return d;
}

char* put_digits(char* out, const char* digits, int count) {
    std::memcpy(out, digits, static_cast<std::size_t>(count));
    return out + count;
}
char* put_zeros(char* out, int count) {
    std::memset(out, '0', static_cast<std::size_t>(count));
    return out + count;
}

char* put_scientific(char* out, const Decimal& d) {
    *out++ = d.digits[0];
    *out++ = '.';
    out = d.count > 1 ? put_digits(out, d.digits + 1, d.count - 1) : put_zeros(out, 1);
    *out++ = 'e';
    return std::to_chars(out, out + 8, d.exponent).ptr;
}

char* put_fixed(char* out, const Decimal& d) {
    if (d.exponent < 0) {
        *out++ = '0';
        *out++ = '.';
        out = put_zeros(out, -d.exponent - 1);
        return put_digits(out, d.digits, d.count);
    }
    const int whole = d.exponent + 1;
    if (d.count <= whole) {
        out = put_digits(out, d.digits, d.count);
        out = put_zeros(out, whole - d.count);
        *out++ = '.';
        return put_zeros(out, 1);
    }
    out = put_digits(out, d.digits, whole);
    *out++ = '.';
    return put_digits(out, d.digits + whole, d.count - whole);
}

int exponent_chars(int exponent) {
    const int magnitude = exponent < 0 ? -exponent : exponent;
    return (exponent < 0) + (magnitude >= 100 ? 3 : magnitude >= 10 ? 2 : 1);
}

// Erlang takes the shorter of the two forms, the fixed one on a tie; integers from 2^53 on are
// always scientific, since their last digits would be made up.
bool prefers_scientific(const Decimal& d, double value) {
    if (std::fabs(value) >= 0x1p53) return true;
    const int scientific = (d.count == 1 ? 3 : d.count + 1) + 1 + exponent_chars(d.exponent);
    int fixed;
    if (d.exponent < 0) {
        fixed = 2 + (-d.exponent - 1) + d.count;
    } else {
        const int whole = d.exponent + 1;
        fixed = d.count <= whole ? whole + 2 : d.count + 1;
    }
    return scientific < fixed;
}

}  // namespace

std::size_t print_float_short(double value, char* text) {
    const Decimal d = shortest_decimal(value);
    char* out = text;
    if (d.negative) *out++ = '-';
    if (value == 0) {
        std::memcpy(out, "0.0", 3);
        return static_cast<std::size_t>(out + 3 - text);
    }
    out = prefers_scientific(d, value) ? put_scientific(out, d) : put_fixed(out, d);
    return static_cast<std::size_t>(out - text);
}

namespace {

// Up to 18 decimals the reference scales the fraction by a power of ten and rounds half up: 0.125
// with two decimals is 0.13, and 0.1 with 17 has zeros only. Programs see that, so it is done here.
constexpr int kScaledDecimals = 18;
constexpr double kScaledLimit = 0x1p63;

std::string print_scaled(double value, int decimals) {
    const double magnitude = std::fabs(value);
    auto whole = static_cast<std::uint64_t>(magnitude);
    std::uint64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    auto fraction = static_cast<std::uint64_t>(
        std::round((magnitude - static_cast<double>(whole)) * static_cast<double>(scale)));
    if (fraction >= scale) {
        ++whole;
        fraction -= scale;
    }
    std::string text = std::signbit(value) ? "-" : "";
    text += std::to_string(whole);
    if (decimals == 0) return text;
    const std::string digits = std::to_string(fraction);
    text += '.';
    text.append(static_cast<std::size_t>(decimals) - digits.size(), '0');
    return text + digits;
}

std::string print_fixed(double value, int decimals) {
    if (decimals <= kScaledDecimals && std::fabs(value) < kScaledLimit) {
        return print_scaled(value, decimals);
    }
    std::string text(700, '\0');
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    text.resize(static_cast<std::size_t>(end - text.data()));
    return text;
}

}  // namespace

std::string print_float_decimals(double value, int decimals, bool compact) {
    std::string text = print_fixed(value, decimals);
    if (!compact || decimals == 0) return text;
    while (text.back() == '0' && text[text.size() - 2] != '.') text.pop_back();
    return text;
}

std::string print_float_scientific(double value, int digits) {
    std::string text(400, '\0');
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::scientific, digits)
                         .ptr;
    text.resize(static_cast<std::size_t>(end - text.data()));
    return text;
}

std::optional<double> parse_float(std::string_view text) {
    std::size_t i = 0;
    const auto digits_from = [&](std::size_t at) {
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at;
    };
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    std::size_t end = digits_from(i);
    if (end == i || end >= text.size() || text[end] != '.') return std::nullopt;
    const std::size_t fraction = end + 1;
    end = digits_from(fraction);
    if (end == fraction) return std::nullopt;
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        std::size_t exponent = end + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
        end = digits_from(exponent);
        if (end == exponent) return std::nullopt;
    }
    if (end != text.size()) return std::nullopt;
    const char* from = text.data() + (text[0] == '+' ? 1 : 0);
    double value = 0;
    const auto [ptr, error] = std::from_chars(from, text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) {
        // Too small is 0.0 with its sign, too large is none.
        const double rough = std::strtod(std::string(text).c_str(), nullptr);
        if (std::isinf(rough)) return std::nullopt;
        return rough;
    }
    return value;
}

}  // namespace vial

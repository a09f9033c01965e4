// vm/term/float_text.h: floats as text and back.
// Here: the shortest text that reads back the same, in Erlang's form; fixed and scientific forms.
// Not here: integers (bignum.h).
// Threads: pure functions.
// Holds: shortest output has a point and at least one digit on both sides of it: 1.0, 1.0e22, 0.1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vial {

constexpr std::size_t kShortFloatChars = 32;

// As :erlang.float_to_binary(x, [:short]) and Elixir's to_string. Returns how many were written.
std::size_t print_float_short(double value, char* text);
// [{:decimals, n}], with :compact if asked; n 0..253. False when it does not fit (4096 characters).
std::string print_float_decimals(double value, int decimals, bool compact);
// [{:scientific, n}], n 0..249; float_to_list/1 is n = 20.
std::string print_float_scientific(double value, int digits);
// Erlang's float syntax: [+-]digits.digits[e[+-]digits]; nullopt: not one, or out of range.
std::optional<double> parse_float(std::string_view text);

}  // namespace vial

// runtime/text/case.h: upper, lower, title and folded case of texts.
// Here: the conversions, with Elixir's modes.
// Not here: the natives (unicode.cpp).
// Threads: pure.
// Holds: bytes that are not valid UTF-8 are copied as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vial {

enum class CaseMode : std::uint8_t { Default, Ascii, Greek, Turkic };

std::string lower_case(std::string_view text, CaseMode mode);
std::string upper_case(std::string_view text, CaseMode mode);
std::string fold_case(std::string_view text);
// The first code point in title case; `bytes` is how many of the text it took.
std::string title_first(std::string_view text, CaseMode mode, std::size_t& bytes);

}  // namespace vial

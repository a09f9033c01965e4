// runtime/text/normal_form.h: Unicode's normal forms.
// Here: normal_form(), by utf8proc.
// Not here: the natives (unicode.cpp).
// Threads: pure.
// Holds: the text is valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vial {

enum class NormalForm : std::uint8_t { Nfd, Nfc, Nfkd, Nfkc };

std::string normal_form(std::string_view text, NormalForm form);

}  // namespace vial

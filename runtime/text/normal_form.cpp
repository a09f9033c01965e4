// runtime/text/normal_form.cpp: Unicode's normal forms.
// Here: normal_form().
// Not here: the natives (unicode.cpp).
// Threads: pure.
// Holds: as normal_form.h; ASCII is in every form, so it never reaches the library.
#include "runtime/text/normal_form.h"

#include <utf8proc.h>

#include <cstdlib>

#include "runtime/text/utf8.h"

namespace vial {

std::string normal_form(std::string_view text, NormalForm form) {
    if (ascii_prefix(text) == text.size()) return std::string(text);
    int options = UTF8PROC_STABLE;
    options |= form == NormalForm::Nfc || form == NormalForm::Nfkc ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE;
    if (form == NormalForm::Nfkd || form == NormalForm::Nfkc) options |= UTF8PROC_COMPAT;

    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made,
                                   static_cast<utf8proc_option_t>(options));
    if (size < 0) return std::string(text);
    std::string out(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
    std::free(made);
    return out;
}

}  // namespace vial

// compiler/source/source.cpp: line starts and the UTF-8 check.
// Here: SourceFile, find_invalid_utf8.
// Not here: reading files (the caller's World does that).
// Threads: immutable once made.
// Holds: a text has at least one line.
#include "compiler/source/source.h"

#include "compiler/source/utf8.h"

namespace vial {

SourceFile::SourceFile(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') starts_.push_back(i + 1);
    }
}

std::string_view SourceFile::line(std::uint32_t number) const {
    if (number == 0 || number > starts_.size()) return {};
    const std::size_t from = starts_[number - 1];
    std::size_t to = text_.find('\n', from);
    if (to == std::string::npos) to = text_.size();
    if (to > from && text_[to - 1] == '\r') --to;
    return std::string_view(text_).substr(from, to - from);
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        const Utf8Char c = decode_utf8(text.substr(i));
        if (c.bytes == 0) return i;
        i += c.bytes;
    }
    return std::nullopt;
}

}  // namespace vial

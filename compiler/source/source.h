// compiler/source/source.h: the text of one source file and its lines.
// Here: SourceFile (name, text, line starts), whole-file UTF-8 check.
// Not here: tokens (lex/), places in messages (diag/).
// Threads: immutable once made.
// Holds: lines and columns count from 1; columns count code points.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vial {

class SourceFile {
  public:
    SourceFile(std::string name, std::string text);

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
    // The line without its end; empty beyond the last one.
    std::string_view line(std::uint32_t number) const;

  private:
    std::string name_;
    std::string text_;
    std::vector<std::size_t> starts_;
};

// Byte offset of the first byte that is not part of well-formed UTF-8 (no surrogates, nothing
// overlong, nothing above U+10FFFF); nullopt when all of it is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

}  // namespace vial

// compiler/lex/lexer.h: text to tokens.
// Here: lex(), its options and result.
// Not here: meaning (parse/); escapes of strings (unescape.h).
// Threads: pure; the result refers to the text given, which must outlive it.
// Holds: no recursion: nested strings, interpolations and brackets are on explicit stacks.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lex/token.h"

namespace vial {

struct LexOptions {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    bool unescape = true;  // of strings, charlists, quoted atoms
    bool cursor = false;   // the text ends at a cursor (cursor.cpp)
};

struct LexWarning {
    std::uint32_t line;
    std::uint32_t column;
    std::string message;
};

struct LexComment {
    std::uint32_t line;
    std::uint32_t column;
    std::uint32_t newlines_before;  // since what stands before it; 0 when on the same line
    std::uint32_t newlines_after;
    std::string_view text;          // with its #
};

struct LexResult {
    bool ok = false;
    SyntaxError error;
    std::vector<Token> tokens;
    std::vector<StringData> strings;
    std::vector<LexWarning> warnings;
    std::vector<LexComment> comments;
    // Texts of tokens that do not stand in the source as they read.
    std::vector<std::unique_ptr<std::string>> texts;
};

// `text` must be UTF-8.
LexResult lex(std::string_view text, const LexOptions& options);

}  // namespace vial

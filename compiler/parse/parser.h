// compiler/parse/parser.h: text to Elixir's quoted form.
// Here: parse(), its options and result.
// Not here: tokens (lex/), what the forms mean (expand/).
// Threads: pure but for the atom table, which is safe to share.
// Holds: the quoted form is exactly what Code.string_to_quoted gives for the same options.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lex/lexer.h"
#include "vm/heap/term_arena.h"
#include "vm/term/atom_table.h"

namespace vial {

struct ParseOptions {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    bool columns = false;
    bool token_metadata = false;
    bool unescape = true;
    bool existing_atoms_only = false;
    bool cursor = false;  // the text ends at a cursor, which becomes __cursor__()
    // Each literal becomes {literal_marker, meta, [literal]} when this is an atom; the caller puts
    // what literal_encoder gives in its place.
    Term literal_marker = kNoTerm;
    // Each atom of the text itself becomes {static_marker, place, text} when this is an atom, for
    // static_atoms_encoder.
    Term static_marker = kNoTerm;
    // Every metadata gets keep: {file, line} when this is a binary.
    Term keep_file = kNoTerm;
};

struct ParseResult {
    bool ok = false;
    Term quoted;
    SyntaxError error;
    std::vector<LexWarning> warnings;
};

// Nested deeper than this is refused with an error (see routine.h).
constexpr std::uint32_t kMaxParseDepth = 400'000;

// `text` must be UTF-8.
ParseResult parse(std::string_view text, const ParseOptions& options, AtomTable& atoms,
                  TermArena& arena);

}  // namespace vial

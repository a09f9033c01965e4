// compiler/parse/parser.cpp: text to quoted form.
// Here: parse().
// Not here: tokens (lex/), the grammar (the other files).
// Threads: pure but for the atom table.
// Holds: the whole text is lexed first, so its lexical errors come before those of the grammar.
#include "compiler/parse/parser.h"

#include "compiler/parse/parser_internal.h"

namespace vial {

bool Parser::parse(Term& out) {
    Term quoted;
    const bool done = program().run(quoted);
    if (done && error_.message.empty()) {
        out = quoted;
        return true;
    }
    if (error_.message.empty() && routines_.too_deep()) {
        error_ = {peek().line, peek().column, "nesting is too deep: ", {}, false, shown(peek())};
    }
    return false;
}

ParseResult parse(std::string_view text, const ParseOptions& options, AtomTable& atoms,
                  TermArena& arena) {
    ParseResult result;
    LexResult lexed = lex(text, {options.line, options.column, options.unescape, options.cursor});
    result.warnings = std::move(lexed.warnings);
    if (!lexed.ok) {
        result.error = std::move(lexed.error);
        return result;
    }
    Parser parser(lexed, options, atoms, arena);
    result.ok = parser.parse(result.quoted);
    result.warnings.insert(result.warnings.end(), parser.warnings().begin(), parser.warnings().end());
    if (!result.ok) result.error = std::move(parser.error());
    return result;
}

}  // namespace vial

// compiler/parse/recover.h: all syntax errors of a text.
// Here: syntax_errors().
// Not here: the parser, which stops at the first (parser.h).
// Threads: as parse().
// Holds: after an error the definition around it is blanked by its indentation, and the text is read
//        again; so an error is told only of code that would be wrong without the others as well.
#pragma once

#include <string>
#include <vector>

#include "compiler/parse/parser.h"

namespace vial {

// In the order of the text; empty when it parses.
std::vector<SyntaxError> syntax_errors(std::string text, AtomTable& atoms);

}  // namespace vial

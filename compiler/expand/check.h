// compiler/expand/check.h: all errors of a text that did not compile.
// Here: check_program.
// Not here: recording an error and going on (session.h); the first look, which stops at the first.
// Threads: as the session.
// Holds: called after the program has failed, for people only: what a program can rescue is the first
//        error. The top level is not run again, only the modules it defines.
#pragma once

#include <string>

#include "compiler/expand/session.h"

namespace vial::expand {

struct CheckOptions {
    bool terminal = false;
    bool colour = false;
    // The error that ended the program: told even if it is not found again.
    std::string first_file;
    std::uint32_t first_line = 0;
    std::string first_message;
};

// [{rendered, file, line, message}] in the order of the text.
Task<Term> check_program(Session& s, std::string text, std::string file, CheckOptions options);

}  // namespace vial::expand

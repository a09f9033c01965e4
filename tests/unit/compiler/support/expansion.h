// tests/unit/compiler/support/expansion.h: text expanded in a VM without a standard library.
// Here: Expansion: core of an expression as text, errors, warnings; programs run; all errors of a text.
// Not here: the library's macros (tests/conformance, tests/stdlib).
// Threads: a stepped VM.
// Holds: the session is driven by the test; macros are the program's own and run on the VM. Variables are
//        shown with their numbers, so that what binds and what reads is seen: x0, and x1' when a macro made it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/support/assembler.h"

namespace vial::expand {
class Session;
}

namespace vial::test {

struct Expanded {
    std::string core;      // or "line N: message" of what failed
    std::string warnings;  // rendered
};

struct Expansion {
    CodeVm machine;

    Expanded expand(std::string_view text);
    std::string core(std::string_view text) { return expand(text).core; }
    // The value of a program in Erlang's notation, or how it ended.
    std::string run(std::string_view text);
    // All errors of a text, rendered as for a file called test.exs.
    std::vector<std::string> errors(std::string_view text);

  private:
    void answer(expand::Session& s);
};

}  // namespace vial::test

// compiler/expand/verify.h: calls of other modules, checked when all modules of a batch are there.
// Here: RemoteUse, Batch, verify.
// Not here: calls inside a module (module_finish.cpp).
// Threads: a batch belongs to one process.
// Holds: a batch is what the command line compiles or runs; without one nothing is checked.
#pragma once

#include <string>
#include <vector>

#include "compiler/expand/session.h"

namespace vial::expand {

struct RemoteUse {
    Term module, name;
    std::uint32_t arity;
    std::string file;
    std::uint32_t line;
    std::string inside;  // Mod.fun/1
    bool macro = false;  // expanded: it may be deprecated, but it is there
};

struct Batch {
    std::vector<RemoteUse> uses;
};

// Warns of calls that lead nowhere and of deprecated functions.
Task<bool> verify(Session& s, std::vector<RemoteUse> uses);

}  // namespace vial::expand

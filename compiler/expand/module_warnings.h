// compiler/expand/module_warnings.h: what is doubtful about a whole module.
// Here: warn_about_module, warn_unreachable.
// Not here: errors across definitions (module_finish.cpp), calls of other modules (verify.h).
// Threads: as the session.
// Holds: nothing here changes the module.
#pragma once

#include "compiler/expand/module_builder.h"

namespace vial::expand {

// Behaviours and @impl, private functions nothing calls, attributes nothing reads, clauses that cannot match.
Task<bool> warn_about_module(Expander& x);
// Clauses after one that always matches; `of`: "k/1" for a function's, else empty.
void warn_unreachable(Expander& x, const Clauses& clauses, const std::string& of);

}  // namespace vial::expand

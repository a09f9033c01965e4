// vm/code/infer_claims.h: the claims that a module's code bears out.
// Here: infer_claims(), for code that has none yet.
// Not here: checking claims (verify.h).
// Threads: any; the module is the caller's.
// Holds: what is claimed, verify() proves.
#pragma once

#include "vm/code/bytecode.h"

namespace vial {

// Fills `states` and the claims of every function: of arguments and results, and at each label that is
// reached of those registers that are read later. The code must have none. Of code that verify() would
// refuse, what was claimed until the fault was met.
void infer_claims(ModuleCode& code);

}  // namespace vial

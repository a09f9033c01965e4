// vm/code/loader.h: verified bytecode made into threaded code.
// Here: link_module(): operands resolved, forms chosen, literals moved to the literal space.
// Not here: publishing it (code_server.h); what the forms do (interp/).
// Threads: any; touches the code server's tables of cells and fun entries, which lock themselves.
// Holds: the code given has passed verify().
#pragma once

#include <memory>

#include "vm/base/result.h"
#include "vm/code/bytecode.h"
#include "vm/code/module.h"

namespace vial {

class CodeServer;
class LiteralSpace;

// `keep_types`: the module keeps what is proved of it.
Result<std::unique_ptr<LoadedModule>> link_module(CodeServer& server, ModuleCode code, bool keep_types);

// Gives back what the literals of a module that nobody refers to any more take.
void free_literals(LoadedModule& module, LiteralSpace& space);

}  // namespace vial

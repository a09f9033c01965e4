// vm/code/module_info.h: the functions every module has.
// Here: add_module_info().
// Not here: what they answer (runtime/code/modules.cpp).
// Threads: any; changes only what it is given.
// Holds: module_info/0,1 of the module's own stay.
#pragma once

#include "vm/code/bytecode.h"

namespace vial {

// Appends module_info/0 and module_info/1, which ask :erlang.get_module_info/1,2.
void add_module_info(ModuleCode& code);

}  // namespace vial

// vm/code/vbc_encode.h: a module as the bytes of a .vbc file.
// Here: encode_module().
// Not here: reading (vbc_decode.h), the layout's drawing (vbc_format.h), terms as bytes (etf.h).
// Threads: any; reads only.
// Holds: equal modules give equal bytes; nothing depends on atoms' numbers or addresses.
#pragma once

#include <string>

#include "vm/code/bytecode.h"
#include "vm/term/atom_table.h"

namespace vial {

std::string encode_module(const ModuleCode& code, const AtomTable& atoms);

}  // namespace vial

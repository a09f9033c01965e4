// vm/code/disasm.h: bytecode as text.
// Here: disassemble(), one instruction a line, from the opcode table.
// Not here: `vial disasm` (tools/cli).
// Threads: any; reads only.
// Holds: takes any ModuleCode, verified or not, and never reads past its ends.
#pragma once

#include <string>

#include "vm/code/bytecode.h"
#include "vm/term/atom_table.h"

namespace vial {

std::string disassemble(const ModuleCode& code, const AtomTable& atoms);

}  // namespace vial

// vm/code/live_registers.h: which registers are read after a label.
// Here: live_at_labels().
// Not here: types (infer_claims.cpp).
// Threads: any; reads only.
// Holds: a register that an instruction's descriptor names counts as read by it.
#pragma once

#include <vector>

#include "vm/code/bytecode.h"

namespace vial {

struct LiveRegisters {
    std::vector<bool> x, y;
};

// By label number. `registers` and `slots`: how many X and Y the function knows of. Operands, labels
// and descriptors are as CodeWalk::prepare() asks for.
std::vector<LiveRegisters> live_at_labels(const ModuleCode& code, const FunctionCode& function,
                                          std::size_t labels, std::uint32_t registers, std::uint32_t slots);

}  // namespace vial

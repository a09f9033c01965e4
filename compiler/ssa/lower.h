// compiler/ssa/lower.h: core to SSA.
// Here: lower(): all functions of a module, with closures and loops made functions of their own.
// Not here: how (lower_internal.h and lower_*.cpp), optimisation.
// Threads: -
// Holds: recursion is as deep as expressions nest, at most kStackPerLevel of C++ stack for each level;
//        above kDirectDepth the caller gives it a stack that is large enough.
#pragma once

#include "compiler/ssa/ir.h"

namespace vial::ssa {

constexpr std::uint32_t kDirectDepth = 120;
constexpr std::size_t kStackPerLevel = 8192;

// The deepest nesting of any function.
std::uint32_t nesting(const core::Module& module);
// Fills program.functions in the module's order, then what was lifted out of them.
void lower(Program& program);

}  // namespace vial::ssa

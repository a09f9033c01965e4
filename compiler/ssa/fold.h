// compiler/ssa/fold.h: what constants make of an instruction.
// Here: fold() for values, fold_branch() for ends of blocks.
// Not here: where it is applied (simplify.cpp).
// Threads: -
// Holds: an instruction that would raise is left alone.
#pragma once

#include <optional>

#include "compiler/ssa/ir.h"
#include "vm/tables/atoms.h"

namespace vial::ssa {

inline Term atoms_true() { return atoms::true_; }
inline Term atoms_false() { return atoms::false_; }

// The value of an instruction whose arguments say it.
std::optional<Arg> fold(const Instr& i);
// Which successor the end of a block takes, when its arguments say it.
std::optional<std::size_t> fold_branch(const Instr& last);

}  // namespace vial::ssa

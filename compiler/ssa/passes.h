// compiler/ssa/passes.h: what is done to a function between lowering and registers.
// Here: one declaration for each pass.
// Not here: the passes.
// Threads: -
// Holds: a pass leaves valid SSA; none changes which error is raised or in which order effects happen.
#pragma once

#include "compiler/ssa/ir.h"

namespace vial::ssa {

// All passes in their order.
void optimise(Program& program);

// Unreachable blocks, parameters that are always one value, jumps to jumps, blocks that follow only
// each other, constants, results nobody reads. Runs until nothing changes.
void simplify(Function& f);

// Tests whose answer dominating tests and definitions give. True when something changed.
bool known_types(Function& f);

// Elements, heads and tails of tuples and conses that the function builds itself. True when something changed.
bool project(Function& f);

// Heads, tails and elements go where they are read, when that is behind one side of a test.
void sink(Function& f);

// IsTupleOf and the test of element 0 against an atom become IsTagged.
void fuse_tags(Function& f);

// What of the program's functions may stand where it is called; the others are empty.
std::vector<Function> inlinable(const Program& program);
// Puts them there. True when something changed.
bool inline_calls(Function& f, std::uint32_t index, const std::vector<Function>& callees);

// Tail calls of the function (its index in the program) to itself become jumps back.
bool loop_self_calls(Function& f, std::uint32_t index);
// Loops that match what their last round left over keep one match context.
bool reuse_contexts(Function& f);

// What is wrong with a function, or null.
const char* validate(const Function& f);

// How many edges lead to each block (a handler counts one for each block that names it and can raise).
std::vector<std::uint32_t> count_preds(const Function& f);

}  // namespace vial::ssa

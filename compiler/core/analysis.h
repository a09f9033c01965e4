// compiler/core/analysis.h: what lowering must know of a function before it starts.
// Here: free variables of closures and loops, which loops become jumps, how deep the tree is.
// Not here: lowering itself (ssa/lower*).
// Threads: -
// Holds: one pass with an explicit stack, linear in the size of the function but for free variables
//        of nested scopes, which count once for each scope they cross.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "compiler/core/core.h"

namespace vial::core {

// A Fn, or the clauses of a Loop.
struct Scope {
    std::uint32_t parent = 0;
    std::vector<VarId> free;           // bound outside, read inside; what lifted loops need included
    std::vector<std::uint32_t> calls;  // loops (indices) of outside called from inside
};

struct LoopInfo {
    std::uint32_t scope = 0;
    std::uint32_t home = 0;  // the scope in which the loop stands
    bool lifted = false;     // a function of its own; else its calls are jumps
};

struct Analysis {
    std::vector<Scope> scopes;  // 0: the function itself
    std::unordered_map<const Expr*, std::uint32_t> scope_of;  // Fn and Loop
    // Each Loop and LoopCall to its loop's index. Numbers in nodes are unique among the loops around
    // a call, not in the whole function: clauses are expanded one by one.
    std::unordered_map<const Expr*, std::uint32_t> loop_of;
    std::vector<LoopInfo> loops;
    std::uint32_t depth = 0;  // of nested expressions; the tail of a list is no deeper than the list

    const Scope& scope(const Expr* e) const { return scopes[scope_of.at(e)]; }
};

Analysis analyse(const Function& function);

}  // namespace vial::core

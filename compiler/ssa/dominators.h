// compiler/ssa/dominators.h: which block every path to a block goes through.
// Here: Dominators: immediate dominators, children in the tree, preorder numbers.
// Not here: passes that use them.
// Threads: -
// Holds: valid until an edge changes.
#pragma once

#include "compiler/ssa/ir.h"

namespace vial::ssa {

struct Dominators {
    explicit Dominators(const Function& f);
    // a dominates b (or is b).
    bool dominates(BlockId a, BlockId b) const { return enter[a] <= enter[b] && leave[b] <= leave[a]; }

    std::vector<BlockId> order;               // reverse postorder
    std::vector<std::vector<BlockId>> preds;  // handlers: every block that names them
    std::vector<BlockId> parent;              // kNoBlock for the entry and unreachable blocks
    std::vector<std::vector<BlockId>> children;
    std::vector<std::uint32_t> enter, leave;
};

}  // namespace vial::ssa

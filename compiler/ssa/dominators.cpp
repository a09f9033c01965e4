// compiler/ssa/dominators.cpp: the dominator tree.
// Here: the iteration of Cooper, Harvey and Kennedy ("A Simple, Fast Dominance Algorithm").
// Not here: -
// Threads: -
// Holds: -
#include "compiler/ssa/dominators.h"

namespace vial::ssa {

Dominators::Dominators(const Function& f) : order(reverse_postorder(f)) {
    const std::size_t n = f.blocks.size();
    preds.resize(n);
    parent.assign(n, kNoBlock);
    children.resize(n);
    enter.assign(n, 0);
    leave.assign(n, 0);
    std::vector<std::uint32_t> number(n, 0);
    for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
    for (const BlockId b : order) {
        for (const auto& e : f.blocks[b].succ) preds[e.block].push_back(b);
        if (f.blocks[b].handler != kNoBlock) preds[f.blocks[b].handler].push_back(b);
    }
    const auto meet = [&](BlockId a, BlockId b) {
        while (a != b) {
            if (number[a] > number[b]) {
                a = parent[a];
            } else {
                b = parent[b];
            }
        }
        return a;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (const BlockId b : order) {
            if (b == 0) continue;
            BlockId best = kNoBlock;
            for (const BlockId p : preds[b]) {
                if (p != 0 && parent[p] == kNoBlock) continue;
                best = best == kNoBlock ? p : meet(p, best);
            }
            if (parent[b] == best) continue;
            parent[b] = best;
            changed = true;
        }
    }
    for (const BlockId b : order) {
        if (parent[b] != kNoBlock) children[parent[b]].push_back(b);
    }
    struct Visit {
        BlockId block;
        std::size_t next;
    };
    std::vector<Visit> stack{{0, 0}};
    std::uint32_t clock = 0;
    enter[0] = ++clock;
    while (!stack.empty()) {
        Visit& top = stack.back();
        if (top.next == children[top.block].size()) {
            leave[top.block] = ++clock;
            stack.pop_back();
            continue;
        }
        const BlockId child = children[top.block][top.next++];
        enter[child] = ++clock;
        stack.push_back({child, 0});
    }
}

}  // namespace vial::ssa

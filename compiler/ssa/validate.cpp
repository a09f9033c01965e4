// compiler/ssa/validate.cpp: is a function valid SSA?
// Here: validate(): edges fit parameters, values exist, are defined once and before they are read.
// Not here: types, what the verifier of bytecode asks for.
// Threads: -
// Holds: runs after every pass in builds with assertions; costs as much as a pass.
#include "compiler/ssa/dominators.h"
#include "compiler/ssa/passes.h"
#include "vm/base/assert.h"

namespace vial::ssa {

const char* validate(const Function& f) {
    std::vector<BlockId> defined(f.value_count, kNoBlock);
    const Dominators tree(f);
    for (const BlockId b : tree.order) {
        if (f.blocks[b].dead) return "a reachable block is dead";
    }
    const char* wrong = nullptr;
    const auto define = [&](ValueId v, BlockId b) {
        if (v == kNoValue) return;
        if (v >= f.value_count) {
            wrong = "a definition of a value that does not exist";
        } else if (defined[v] != kNoBlock) {
            wrong = "a value is defined twice";
        } else {
            defined[v] = b;
        }
    };
    for (const ValueId p : f.params) define(p, 0);
    for (const BlockId b : tree.order) {
        const Block& block = f.blocks[b];
        for (const ValueId p : block.params) define(p, b);
        for (const auto& i : block.instrs) define(i.result, b);
        define(block.last.result, b);
        for (const auto& e : block.succ) {
            if (e.args.size() != f.blocks[e.block].params.size()) return "an edge with other arguments";
        }
    }
    if (wrong != nullptr) return wrong;
    for (const BlockId b : tree.order) {
        each_arg(const_cast<Block&>(f.blocks[b]), [&](const Arg& a) {
            if (!a.is_value()) return;
            if (a.value >= f.value_count) {
                wrong = "a value of another function is read";
            } else if (defined[a.value] == kNoBlock) {
                wrong = "a value that nothing defines is read";
            } else if (!tree.dominates(defined[a.value], b)) {
                wrong = "a value is read where it may not be defined";
            }
        });
    }
    return wrong;
}

}  // namespace vial::ssa

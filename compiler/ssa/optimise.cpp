// compiler/ssa/optimise.cpp: the order of the passes.
// Here: optimise().
// Not here: the passes.
// Threads: -
// Holds: -
#include "compiler/ssa/passes.h"
#include "vm/base/assert.h"

namespace vial::ssa {

namespace {
constexpr int kMostTypeRounds = 8;

void check([[maybe_unused]] const Function& f) {
    VIAL_ASSERT(validate(f) == nullptr, "a pass leaves valid SSA");
}
}  // namespace

void optimise(Program& program) {
    for (Function& f : program.functions) {
        check(f);
        simplify(f);
        check(f);
    }
    const std::vector<Function> callees = inlinable(program);
    for (std::uint32_t i = 0; i < program.functions.size(); ++i) {
        Function& f = program.functions[i];
        if (inline_calls(f, i, callees)) simplify(f);
        check(f);
        if (loop_self_calls(f, i)) simplify(f);
        check(f);
        if (reuse_contexts(f)) simplify(f);
        check(f);
        // What one round leaves out may make a block's parameter a value of which more is known.
        for (int round = 0; round < kMostTypeRounds && known_types(f); ++round) simplify(f);
        if (project(f)) simplify(f);
        fuse_tags(f);
        simplify(f);
        sink(f);
        check(f);
    }
}

}  // namespace vial::ssa

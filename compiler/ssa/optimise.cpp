// compiler/ssa/optimise.cpp: the order of the passes.
// Here: optimise().
// Not here: the passes.
// Threads: -
// Holds: -
#include "compiler/ssa/passes.h"

namespace vial::ssa {

void optimise(Program& program) {
    for (std::uint32_t i = 0; i < program.functions.size(); ++i) {
        Function& f = program.functions[i];
        simplify(f);
        if (loop_self_calls(f, i)) simplify(f);
        if (reuse_contexts(f)) simplify(f);
        if (known_types(f)) simplify(f);
        fuse_tags(f);
        simplify(f);
        sink(f);
    }
}

}  // namespace vial::ssa

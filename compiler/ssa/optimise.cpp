// compiler/ssa/optimise.cpp: the order of the passes.
// Here: optimise().
// Not here: the passes.
// Threads: -
// Holds: -
#include "compiler/ssa/passes.h"

namespace vial::ssa {

void optimise(Program& program) {
    for (auto& f : program.functions) {
        simplify(f);
        if (known_types(f)) simplify(f);
        fuse_tags(f);
        simplify(f);
        sink(f);
    }
}

}  // namespace vial::ssa

// compiler/ssa/optimise.cpp: the order of the passes.
// Here: optimise().
// Not here: the passes.
// Threads: -
// Holds: -
#include "compiler/ssa/passes.h"

namespace vial::ssa {

void optimise(Program& program) {
    for (auto& f : program.functions) simplify(f);
}

}  // namespace vial::ssa

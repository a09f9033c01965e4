// compiler/emit/moves.h: several moves that happen at once.
// Here: ParallelMoves: orders them, with Swap for cycles.
// Not here: which moves are needed (emit_function.cpp).
// Threads: -
// Holds: every source is read as it was before the first of them.
#pragma once

#include <vector>

#include "vm/code/bytecode.h"

namespace vial::emit {

class ParallelMoves {
  public:
    void add(Operand to, Operand from) {
        if (!(to == from)) moves_.push_back({to, from});
    }
    bool empty() const { return moves_.empty(); }
    // Appends Move and Swap instructions.
    void write(std::vector<Instruction>& out);

  private:
    struct Move {
        Operand to;
        Operand from;
    };
    std::vector<Move> moves_;
};

}  // namespace vial::emit

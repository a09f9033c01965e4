// vm/code/machine_stubs.h: the words behind MachineStubs.
// Here: MachineCode, which owns the stubs' code and descriptors.
// Not here: what is told of them to lower rooms (process/stubs.h).
// Threads: immutable once made.
// Holds: each stub is [descriptor | handler | operand]; its return address is that of the handler.
#pragma once

#include <memory>
#include <vector>

#include "vm/process/stubs.h"

namespace vial {

class MachineCode {
  public:
    MachineCode();
    const MachineStubs& stubs() const { return stubs_; }

  private:
    MachineStubs stubs_;
    std::vector<std::unique_ptr<Word[]>> blocks_;
};

}  // namespace vial

// runtime/setup.h: what the natives need in a VM before its first process runs.
// Here: install_runtime().
// Not here: the table of natives (natives.h).
// Threads: the host's, after Vm::create.
// Holds: called once for each VM.
#pragma once

namespace vial {

class Vm;

void install_runtime(Vm& vm);

}  // namespace vial

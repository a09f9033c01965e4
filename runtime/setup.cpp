// runtime/setup.cpp: state that rooms of runtime/ keep for a VM.
// Here: install_runtime(): one line a room.
// Not here: the rooms.
// Threads: the host's.
// Holds: as setup.h.
#include "runtime/setup.h"

#include "runtime/table/persistent.h"
#include "runtime/table/registry.h"

namespace vial {

void install_runtime(Vm& vm) {
    TableRegistry::install(vm);
    PersistentTerms::install(vm);
}

}  // namespace vial

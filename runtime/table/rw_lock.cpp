// runtime/table/rw_lock.cpp: what a waiter does.
// Here: RwLock::pause.
// Not here: as rw_lock.h.
// Threads: any.
// Holds: -
#include "runtime/table/rw_lock.h"

#include <sched.h>

namespace vial {

void RwLock::pause(std::uint32_t spins) {
    if (spins % 64 == 0) sched_yield();
    else __builtin_ia32_pause();
}

}  // namespace vial

// runtime/natives.h: the table of all natives, as rows with functions.
// Here: all_natives(), made from vm/tables/natives.def.
// Not here: the natives themselves (rooms of runtime/, compiler/).
// Threads: immutable.
// Holds: one row for each row of natives.def, in its order.
#pragma once

#include <span>

#include "vm/process/native.h"

namespace vial {

std::span<const NativeRow> all_natives();

}  // namespace vial

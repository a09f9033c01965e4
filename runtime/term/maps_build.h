// runtime/term/maps_build.h: large maps made in slices.
// Here: from how many pairs on; a merge that stops and goes on.
// Not here: how (maps_build.cpp).
// Threads: the scheduler that runs the process.
// Holds: -
#pragma once

#include "vm/process/native.h"

namespace vial {

// More pairs are put together in slices.
constexpr Word kAtOncePairs = 16384;

// Of two maps of more than 32 pairs each; the second one's values win.
NativeResult merge_slowly(Process& p, Args args);

}  // namespace vial

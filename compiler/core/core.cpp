// compiler/core/core.cpp: checks that core.h stands by itself.
// Here: nothing else.
// Not here: passes over core.
// Threads: -
// Holds: -
#include "compiler/core/core.h"

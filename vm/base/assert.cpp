// vm/base/assert.cpp: the end of an OS process whose machine is at fault.
// Here: fatal().
// Not here: errors of programs, which are exceptions in the language.
// Threads: any.
// Holds: allocates nothing, so that it works when memory is what failed.
#include "vm/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace vial {

void fatal(const char* file, int line, const char* what) {
    std::fprintf(stderr, "vial: internal error at %s:%d: %s\n", file, line, what);
    std::fflush(stderr);
    std::_Exit(70);
}

}  // namespace vial

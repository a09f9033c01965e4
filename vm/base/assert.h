// vm/base/assert.h: invariants of ours, checked in debug builds.
// Here: VIAL_ASSERT for what only a bug of the machine can break; VIAL_UNREACHABLE; fatal().
// Not here: bad input of any kind (errors are values, Result<T>).
// Threads: any.
// Holds: release builds keep fatal() only; an assertion never has side effects.
#pragma once

namespace vial {

// Prints `what` with its place to stderr and ends the OS process with exit status 70:
// the machine itself is at fault.
[[noreturn]] void fatal(const char* file, int line, const char* what);

}  // namespace vial

#if defined(VIAL_ASSERTS)
#define VIAL_ASSERT(cond, what) ((cond) ? (void)0 : ::vial::fatal(__FILE__, __LINE__, what))
#define VIAL_UNREACHABLE(what) ::vial::fatal(__FILE__, __LINE__, what)
#else
#define VIAL_ASSERT(cond, what) ((void)sizeof(!(cond)))
#define VIAL_UNREACHABLE(what) __builtin_unreachable()
#endif
#define VIAL_FATAL(what) ::vial::fatal(__FILE__, __LINE__, what)

#define VIAL_LIKELY(x) __builtin_expect(!!(x), 1)
#define VIAL_UNLIKELY(x) __builtin_expect(!!(x), 0)

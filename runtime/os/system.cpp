// runtime/os/system.cpp: natives on the operating system and its clocks.
// Here: os:getpid, type, version, perf_counter, set_signal.
// Not here: the environment (environment.cpp); other clocks (runtime/time/clock.cpp).
// Threads: any scheduler.
// Holds: -
#include <sys/utsname.h>
#include <unistd.h>

#include <cstdio>
#include <string>

#include "runtime/process/arguments.h"

namespace vial {

NativeResult native_os_getpid(Process& p, Args) {
    TermArena arena;
    std::vector<Term> digits;
    for (const char c : std::to_string(::getpid())) digits.push_back(Term::small(c));
    return copy_to_heap(p, arena.list(digits));
}

NativeResult native_os_type(Process& p, Args) {
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({p.vm().atoms().intern("unix"), p.vm().atoms().intern("linux")});
}

NativeResult native_os_version(Process& p, Args) {
    utsname name{};
    int major = 0, minor = 0, patch = 0;
    if (::uname(&name) == 0) std::sscanf(name.release, "%d.%d.%d", &major, &minor, &patch);
    HeapWriter out = p.reserve(tuple_words(3));
    return out.tuple({Term::small(major), Term::small(minor), Term::small(patch)});
}

NativeResult native_os_perf_counter(Process& p, Args) {
    World& w = p.vm().world();
    return integer_result(p, w.monotonic_ns(w.host));
}

}  // namespace vial

// runtime/process/halt.cpp: natives that end the OS process.
// Here: halt/0,1,2.
// Not here: stopping the supervision tree first (:init.stop, in the language).
// Threads: any scheduler.
// Holds: through World, so that a host that embeds a VM decides what it means.
#include <string>

#include "runtime/process/arguments.h"
#include "runtime/process/options.h"

namespace vial {

namespace {

constexpr int kSloganStatus = 1;
constexpr int kAbortStatus = 134;  // 128 + SIGABRT

NativeResult end(Process& p, int status) {
    World& world = p.vm().world();
    world.exit(world.host, status);
    // A host that did not end the OS process ends the VM; this process just goes no further.
    p.reductions_left = 0;
    return {atoms::ok, NativeStatus::Done};
}

NativeResult halt(Process& p, Term status) {
    if (const auto n = status.try_small()) {
        if (*n < 0) return p.badarg(0, "invalid status");
        return end(p, static_cast<int>(*n & 0xff));
    }
    if (status == atoms::abort) return end(p, kAbortStatus);
    if (!status.is_list()) return p.badarg(0, "invalid status");
    std::string slogan;
    for (Term at = status; at.is_cons(); at = at.tail()) {
        const auto c = at.head().try_small();
        if (!c || *c < 0 || *c > 255) return p.badarg(0, "invalid status");
        slogan += static_cast<char>(*c);
    }
    slogan += '\n';
    World& world = p.vm().world();
    world.write_fd(world.host, 2, slogan.data(), slogan.size());
    return end(p, kSloganStatus);
}

}  // namespace

NativeResult native_erlang_halt_0(Process& p, Args) { return halt(p, Term::small(0)); }
NativeResult native_erlang_halt_1(Process& p, Args args) { return halt(p, args[0]); }
NativeResult native_erlang_halt_2(Process& p, Args args) {
    if (!args[1].is_list()) return p.badarg(1, "not a list");
    const bool good = each_option(args[1], [](Term option) {
        return is_tuple_of(option, 2) && tuple_element(option, 0) == atoms::flush &&
               read_boolean(tuple_element(option, 1)).has_value();
    });
    if (!good) return p.badarg(1, "invalid option in list");
    return halt(p, args[0]);
}

}  // namespace vial

// runtime/process/send.cpp: natives that send.
// Here: send/2,3, !, send_nosuspend.
// Not here: sending (vm/process/signals.cpp).
// Threads: the scheduler of the sender.
// Holds: -
#include "runtime/process/arguments.h"
#include "vm/process/signals.h"

namespace vial {

namespace {

constexpr std::int64_t kSendCost = 4;

// nullopt: sent (or dropped, which is no error).
std::optional<NativeResult> send(Process& p, Term to, Term message) {
    p.charge(kSendCost);
    switch (send_message(p.scheduler(), p, to, message)) {
        case SendStatus::BadName:
        case SendStatus::BadReceiver: return p.badarg(0, "invalid destination");
        default: return std::nullopt;
    }
}

}  // namespace

NativeResult native_erlang_send_2(Process& p, Args args) {
    if (const auto error = send(p, args[0], args[1])) return *error;
    return args[1];
}

NativeResult native_erlang_send_3(Process& p, Args args) {
    if (!args[2].is_list()) return p.badarg(2, "not a list");
    const bool good = each_option(args[2], [](Term option) {
        return option == atoms::noconnect || option == atoms::nosuspend;
    });
    if (!good) return p.badarg(2, "invalid option in list");
    if (const auto error = send(p, args[0], args[1])) return *error;
    return atoms::ok;
}

NativeResult native_erlang_send_nosuspend_2(Process& p, Args args) {
    if (const auto error = send(p, args[0], args[1])) return *error;
    return atoms::true_;
}

NativeResult native_erlang_send_nosuspend_3(Process& p, Args args) {
    if (!args[2].is_list()) return p.badarg(2, "not a list");
    if (!each_option(args[2], [](Term option) { return option == atoms::noconnect; })) {
        return p.badarg(2, "invalid option in list");
    }
    if (const auto error = send(p, args[0], args[1])) return *error;
    return atoms::true_;
}

}  // namespace vial

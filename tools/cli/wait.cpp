// tools/cli/wait.cpp: calling a function of the language from the host's thread.
// Here: call_and_wait().
// Not here: as wait.h.
// Threads: a host thread.
// Holds: as wait.h.
#include "tools/cli/wait.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>

#include "vm/code/code_server.h"
#include "vm/process/spawn.h"
#include "vm/sched/schedulers.h"
#include "vm/term/print.h"

namespace vial::cli {
namespace {

constexpr int kTerminated = 128 + SIGTERM;

std::string reason_text(Vm& vm, const ExitResult& result) {
    std::string text = print_term(result.reason, vm.atoms());
    if (!result.trace.is_nil()) text += "\n  trace: " + print_term(result.trace, vm.atoms());
    return text;
}

// Values of HostWaiter::done besides 0 and 1.
constexpr std::uint32_t kAskedToStop = 2;

// What the signal handler wakes; a host has one main thread.
std::atomic<std::atomic<std::uint32_t>*> waiting{nullptr};

// Nothing but atomics and the futex behind notify_all(): a handler may do both.
void on_terminate(int) {
    auto* done = waiting.load();
    std::uint32_t running = 0;
    if (!done) ::_exit(kTerminated);
    if (done->compare_exchange_strong(running, kAskedToStop)) done->notify_all();
}

void stop_in_order(Vm& vm) {
    FunctionCell* stop = vm.code().cell(vm.atoms().intern("init"), vm.atoms().intern("stop"), 1);
    const Term status[] = {Term::small(kTerminated)};
    SpawnError error = SpawnError::None;
    vm.schedulers().with_host([&](HostContext& context) {
        spawn_from_host(context, context.slots, vm, stop, status, SpawnOptions{}, nullptr, error);
    });
    if (error != SpawnError::None) vm.world().exit(vm.world().host, kTerminated);
}

void wait_for_end(Vm& vm, HostWaiter& waiter) {
    waiting.store(&waiter.done);
    for (;;) {
        std::uint32_t now = waiter.done.load(std::memory_order_acquire);
        if (now == 1) break;
        if (now == kAskedToStop) {
            if (waiter.done.compare_exchange_strong(now, 0)) stop_in_order(vm);
            continue;
        }
        waiter.done.wait(now, std::memory_order_acquire);
    }
    waiting.store(nullptr);
}

}  // namespace

void stop_on_terminate() {
    struct sigaction action{};
    action.sa_handler = on_terminate;
    // A second one ends the OS process at once.
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGTERM, &action, nullptr);
}

HostCall call_and_wait(Vm& vm, std::string_view module, std::string_view function, std::span<const Term> args) {
    HostCall call;
    call.exit = std::make_unique<HostWaiter>();
    FunctionCell* cell = vm.code().cell(vm.atoms().intern(module), vm.atoms().intern(function),
                                        static_cast<std::uint32_t>(args.size()));
    SpawnError error = SpawnError::None;
    vm.schedulers().with_host([&](HostContext& context) {
        spawn_from_host(context, context.slots, vm, cell, args, SpawnOptions{}, call.exit.get(), error);
    });
    if (error != SpawnError::None) {
        call.error = "no process could be made";
        return call;
    }
    wait_for_end(vm, *call.exit);
    const ExitResult& result = call.exit->result;
    if (result.how == NativeStatus::Done && result.reason == vm.atoms().intern("normal")) call.value = result.value;
    else call.error = reason_text(vm, result);
    return call;
}

}  // namespace vial::cli

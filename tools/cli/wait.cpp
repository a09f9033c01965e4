// tools/cli/wait.cpp: calling a function of the language from the host's thread.
// Here: call_and_wait().
// Not here: as wait.h.
// Threads: a host thread.
// Holds: as wait.h.
#include "tools/cli/wait.h"

#include "vm/code/code_server.h"
#include "vm/process/spawn.h"
#include "vm/sched/schedulers.h"
#include "vm/term/print.h"

namespace vial::cli {
namespace {

std::string reason_text(Vm& vm, const ExitResult& result) {
    std::string text = print_term(result.reason, vm.atoms());
    if (!result.trace.is_nil()) text += "\n  trace: " + print_term(result.trace, vm.atoms());
    return text;
}

}  // namespace

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
    while (call.exit->done.load(std::memory_order_acquire) == 0) call.exit->done.wait(0, std::memory_order_acquire);
    const ExitResult& result = call.exit->result;
    if (result.how == NativeStatus::Done && result.reason == vm.atoms().intern("normal")) call.value = result.value;
    else call.error = reason_text(vm, result);
    return call;
}

}  // namespace vial::cli

// tools/cli/wait.h: calling a function of the language from the host's thread.
// Here: call_and_wait().
// Not here: starting a VM (host.h).
// Threads: a host thread.
// Holds: `value` lives in `exit`.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "vm/process/exit.h"
#include "vm/vm.h"

namespace vial::cli {

struct HostCall {
    Term value;
    std::string error;  // why there is no value
    std::unique_ptr<HostWaiter> exit;
};

// Spawns a process at module:function/n, waits for its end, and gives back what the function returned.
HostCall call_and_wait(Vm& vm, std::string_view module, std::string_view function, std::span<const Term> args);

// From now on SIGTERM ends the machine in order (:init.stop), with status 143, while a call waits.
void stop_on_terminate();

}  // namespace vial::cli

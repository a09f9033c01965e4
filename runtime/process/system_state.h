// runtime/process/system_state.h: what natives about the system remember between two calls.
// Here: SystemState, one for each VM.
// Not here: the natives.
// Threads: any; each field by itself is atomic.
// Holds: made by the first native that asks; freed with the VM.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/vm.h"

namespace vial {

struct SystemState {
    // statistics: totals at the last call, for "since the last call".
    std::atomic<std::int64_t> reductions{0};
    std::atomic<std::int64_t> exact_reductions{0};
    std::atomic<std::int64_t> runtime_ms{0};
    std::atomic<std::int64_t> wall_clock_ms{0};
    std::atomic<std::int64_t> last_now_us{0};        // erlang:now never gives one twice
    std::atomic<std::uint32_t> backtrace_depth{8};
    std::atomic<bool> scheduler_wall_time{false};
    std::atomic<std::uint32_t> schedulers_online{0}; // 0: all
};

SystemState& system_state(Vm& vm);

}  // namespace vial

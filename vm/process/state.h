// vm/process/state.h: the states of a process and the flags in its control block.
// Here: RunState (Process::run_state), bits of Process::flags.
// Not here: who moves a process between states (sched/scheduler.cpp, process/mailbox.h).
// Threads: run_state is written by whoever owns the process and read by any; flags by the owner only.
// Holds: a process is owned by exactly one of: a run queue, the scheduler that runs it, its own
//        sleep. Sleeping is the `asleep` bit of the queue head; whoever takes that bit away by a CAS
//        owns the process and must queue it. run_state only tells observers.
//
//   Free -> New -> Runnable -> Running -> Waiting | Suspended | Dirty -> Runnable ...
//                                 \-> Runnable (slice used up)     Running -> Exiting -> Free
#pragma once

#include <cstdint>

#include "vm/process/process.h"

namespace vial {

enum class RunState : std::uint32_t {
    Free,
    New,
    Runnable,
    Running,
    Waiting,    // asleep in a receive
    Suspended,  // asleep until resumed
    Dirty,      // asleep until a pool or another process answers its call
    Exiting,    // its end takes several slices
};

namespace process_flag {
// Set by the program.
constexpr std::uint32_t TrapExit = 1u << 0;
constexpr std::uint32_t Sensitive = 1u << 1;
constexpr std::uint32_t SaveCalls = 1u << 2;
constexpr std::uint32_t OffHeapMessages = 1u << 3;
constexpr std::uint32_t AsyncDist = 1u << 4;
// What a process that is not running waits for.
constexpr std::uint32_t WaitsReceive = 1u << 8;   // a message, or receive_deadline
constexpr std::uint32_t WaitsCall = 1u << 9;      // the answer with its call_token
constexpr std::uint32_t DeadlineSet = 1u << 10;   // this receive has a deadline already
constexpr std::uint32_t Suspended = 1u << 11;
// Found out while it ran, dealt with at the next yield.
constexpr std::uint32_t HeapOverLimit = 1u << 12;  // the collector: more than max_heap_size
constexpr std::uint32_t MemoryRefused = 1u << 13;  // the system gave no memory for the heap
constexpr std::uint32_t Exiting = 1u << 14;
constexpr std::uint32_t Deferred = 1u << 15;       // the extension holds requests for between slices
constexpr std::uint32_t Hibernating = 1u << 18;    // its call is answered by the first message
// What its end has to clear away.
constexpr std::uint32_t HasTimers = 1u << 16;
constexpr std::uint32_t HasName = 1u << 17;
// Any of these wants a look before and after a slice.
constexpr std::uint32_t AttentionMask =
    WaitsCall | Suspended | HeapOverLimit | MemoryRefused | Exiting | Deferred | Hibernating;
}  // namespace process_flag

inline RunState run_state_of(const Process& p) {
    // relaxed: an observer's snapshot; nothing is read through it.
    return static_cast<RunState>(p.run_state.load(std::memory_order_relaxed));
}
inline void set_run_state(Process& p, RunState state) {
    p.run_state.store(static_cast<std::uint32_t>(state), std::memory_order_relaxed);
}

// As process_info and process_flag name it.
Term priority_atom(Priority priority);

}  // namespace vial

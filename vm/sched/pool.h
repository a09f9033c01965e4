// vm/sched/pool.h: threads for what would hold a scheduler too long.
// Here: PoolCall, submitting one; the pools' threads.
// Not here: the natives that use them.
// Threads: run() on a pool thread; prepare, finish and drop on a scheduler.
// Holds: a call never touches a process's heap while it runs: arguments and result stand in the record.
//        The process waits for its call token and can be killed; then the record is dropped when it
//        comes back. Both queues are bounded; when one is full the caller waits for its turn.
//
//     struct ReadFile : PoolCall { std::string path, bytes; int error; };
//     auto* call = new ReadFile{...};  call->run = ...; call->finish = ...; call->drop = ...;
//     return submit_pool_call(p, Pool::Blocking, call);
#pragma once

#include <cstdint>
#include <memory>

#include "vm/process/native.h"
#include "vm/term/term.h"

namespace vial {

enum class Pool : std::uint8_t { Cpu, Blocking };

struct PoolCall {
    // On a pool thread: no terms, no process.
    void (*run)(PoolCall& call) = nullptr;
    // On the scheduler of the process, which is not running: builds the result (may collect; roots are
    // the stack and RootScopes). Must not return Wait or TailCall.
    NativeResult (*finish)(Process& p, PoolCall& call) = nullptr;
    // Frees the record; always called, after finish or instead of it.
    void (*drop)(PoolCall& call) = nullptr;

    // The pool's own.
    PoolCall* next = nullptr;
    Term pid;
    std::uint32_t token = 0;
};

// To be returned by the native. In a stepped VM the call runs inline.
NativeResult submit_pool_call(Process& p, Pool pool, PoolCall* call);

struct PoolCounters {
    std::uint64_t calls = 0;
    std::uint64_t waits_for_room = 0;
    std::uint64_t late = 0;     // came back to a process that was gone or no longer waited
    std::uint64_t busy_ns = 0;
    std::uint32_t threads = 0;
    std::uint32_t queued = 0;
};

class Vm;

class ThreadPool {
  public:
    ThreadPool(Vm& vm, const char* thread_name, std::uint32_t threads, std::uint32_t queue_limit);
    ~ThreadPool();
    // Threads start with the first call, so that a short script pays for none.
    void submit(PoolCall* call);
    PoolCounters counters() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vial

// vm/sched/pool.h: threads for what would hold a scheduler too long.
// Here: PoolCall, giving one to a pool; the pools' threads.
// Not here: the natives that use them.
// Threads: run() on a pool thread; making, finish and drop on a scheduler.
// Holds: a call never touches a process's heap while it runs: arguments and result stand in the record.
//        The process waits for its call token and can be killed; then the record is dropped when it
//        comes back.
//
//     struct ReadFile : PoolCall { std::string path, bytes; int error = 0; };
//     auto* call = new ReadFile;
//     call->run = [](PoolCall& c) { ... };                        // fills bytes or error
//     call->finish = [](Process& p, PoolCall& c) { return NativeResult(p.make_binary(...)); };
//     call->drop = [](PoolCall& c) { delete static_cast<ReadFile*>(&c); };
//     return submit_pool_call(p, Pool::Blocking, call);
#pragma once

#include <time.h>

#include <cstdint>
#include <memory>

#include "vm/process/native.h"
#include "vm/process/signal.h"
#include "vm/term/term.h"

namespace vial {

enum class Pool : std::uint8_t { Cpu, Blocking };

// 16-byte aligned, as every signal: `done` is what comes back to the process.
struct alignas(16) PoolCall {
    Signal done;  // first, set by submit_pool_call
    // On a pool thread: no terms, no process.
    void (*run)(PoolCall& call) = nullptr;
    // On the scheduler of the process, as the rest of the native: builds the result (may collect; no
    // argument stands in X any more). Must not return Wait or TailCall.
    NativeResult (*finish)(Process& p, PoolCall& call) = nullptr;
    // Frees the record; called once, after finish or instead of it.
    void (*drop)(PoolCall& call) = nullptr;

    PoolCall* next = nullptr;  // the pool's own
    Term pid;              // whose call it is; nobody's (stand_in.h) is dropped after run
    int descriptor = -1;   // the poller's own: whose readers wait until this call has run
};

// Makes the call the one that the process waits for; whoever runs it gives it to a pool.
void prepare_pool_call(Process& p, PoolCall* call);
// To be returned by the native. In a stepped VM the call runs inline.
NativeResult submit_pool_call(Process& p, Pool pool, PoolCall* call);

struct PoolCounters {
    std::uint64_t calls = 0;
    std::uint64_t beyond_limit = 0;  // whose caller had to wait for room in the queue
    std::uint64_t late = 0;          // came back to a process that had ended
    std::uint64_t busy_ns = 0;
    std::uint32_t threads = 0;       // started so far
    std::uint32_t queued = 0;        // never more than the limit
    std::uint32_t waiting = 0;       // for room
};

class Vm;

class ThreadPool {
  public:
    ThreadPool(Vm& vm, const char* thread_name, std::uint32_t max_threads, std::uint32_t queue_limit);
    ~ThreadPool();  // stop()
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;
    // A thread starts when a call finds none idle, so that a short script pays for none it does not use.
    void submit(PoolCall* call);
    // Drops what is queued, waits for what runs.
    void stop();
    // False: a call still runs then (CLOCK_REALTIME).
    bool stop_until(const timespec& until);
    PoolCounters counters() const;
    std::uint32_t max_threads() const;

  private:
    struct State;
    static void thread_body(void* state);
    void begin_stop();
    std::unique_ptr<State> state_;
};

}  // namespace vial

// vm/sched/pool.cpp: the threads of one pool.
// Here: ThreadPool, submit_pool_call, finishing.
// Not here: the natives.
// Threads: as pool.h says; the queue is under a mutex, which no process waits for longer than a push.
// Holds: the queue is never longer than its limit. Beyond it the caller waits for room, in order: its call stands
//        with the waiting ones, is counted, and is not run at all if the caller has ended meanwhile.
#include "vm/sched/pool.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "vm/process/mailbox.h"
#include "vm/process/process_table.h"
#include "vm/process/signals.h"
#include "vm/process/wake.h"
#include "vm/sched/schedulers.h"
#include "vm/sched/thread.h"
#include "vm/vm.h"

namespace vial {

struct ThreadPool::State {
    State(Vm& v, const char* n, std::uint32_t m, std::uint32_t l)
        : vm(v), name(n), max_threads(m), limit(l) {}
    Vm& vm;
    const std::string name;
    const std::uint32_t max_threads, limit;
    mutable std::mutex mutex;
    std::condition_variable wanted;
    std::deque<PoolCall*> queue;
    std::deque<PoolCall*> waiting;  // for room in the queue; empty unless it is full
    std::vector<std::unique_ptr<Thread>> threads;
    std::uint32_t idle = 0;
    bool stopping = false;
    PoolCounters counters;

    bool has_caller(const PoolCall& call) const {
        return !call.pid.is_local_pid() || vm.processes().find(call.pid) != nullptr;
    }

    // Or will not be run at all.
    void has_run(const PoolCall& call) {
        if (call.descriptor >= 0) vm.schedulers().poller().has_run(call.descriptor);
    }

    PoolCall* take() {
        PoolCall* call = queue.front();
        queue.pop_front();
        while (!waiting.empty() && queue.size() < limit) {
            PoolCall* next = waiting.front();
            waiting.pop_front();
            if (has_caller(*next)) {
                queue.push_back(next);
            } else {
                ++counters.late;
                has_run(*next);
                next->drop(*next);
            }
        }
        return call;
    }

    void start_thread() {
        auto t = std::make_unique<Thread>();
        const std::string thread_name = name + "-" + std::to_string(threads.size() + 1);
        // Where no thread can be had, those there are have to do; the first one must be there.
        if (t->start(thread_name, &ThreadPool::thread_body, this) != 0) {
            if (threads.empty()) VIAL_FATAL("no thread for a pool can be started");
            return;
        }
        threads.push_back(std::move(t));
        counters.threads = static_cast<std::uint32_t>(threads.size());
    }
};

namespace {

// True: the process still is there.
bool give_back(Vm& vm, PoolCall* call) {
    if (!call->pid.is_local_pid()) return false;
    Process* p = vm.processes().block(call->pid.slot());
    const Push push = push_signal(*p, call->pid, &call->done);
    if (push == Push::Gone) return false;
    if (push == Push::Wake) vm.schedulers().inject(*p);
    return true;
}

}  // namespace

void ThreadPool::thread_body(void* argument) {
    auto& s = *static_cast<State*>(argument);
    std::unique_lock lock(s.mutex);
    for (;;) {
        ++s.idle;
        s.wanted.wait(lock, [&] { return s.stopping || !s.queue.empty(); });
        --s.idle;
        if (s.stopping) return;
        PoolCall* call = s.take();
        lock.unlock();
        const std::int64_t start = vm_now_ns(s.vm);
        call->run(*call);
        s.has_run(*call);
        const std::int64_t spent = vm_now_ns(s.vm) - start;
        const bool for_process = call->pid.is_local_pid();
        const bool taken = give_back(s.vm, call);
        if (!taken) call->drop(*call);
        lock.lock();
        s.counters.busy_ns += static_cast<std::uint64_t>(spent);
        if (!taken && for_process) ++s.counters.late;
    }
}

ThreadPool::ThreadPool(Vm& vm, const char* name, std::uint32_t max_threads, std::uint32_t queue_limit)
    : state_(std::make_unique<State>(vm, name, max_threads, queue_limit)) {}
ThreadPool::~ThreadPool() { stop(); }

void ThreadPool::submit(PoolCall* call) {
    State& s = *state_;
    std::unique_lock lock(s.mutex);
    if (s.stopping) {
        lock.unlock();
        return call->drop(*call);
    }
    ++s.counters.calls;
    if (s.queue.size() >= s.limit) {
        ++s.counters.beyond_limit;
        s.waiting.push_back(call);
    } else {
        s.queue.push_back(call);
    }
    if (s.queue.size() > s.idle && s.threads.size() < s.max_threads) s.start_thread();
    s.wanted.notify_one();
}

void ThreadPool::begin_stop() {
    State& s = *state_;
    {
        const std::lock_guard guard(s.mutex);
        s.stopping = true;
        for (std::deque<PoolCall*>* calls : {&s.queue, &s.waiting}) {
            for (PoolCall* call : *calls) call->drop(*call);
            calls->clear();
        }
    }
    s.wanted.notify_all();
}

bool ThreadPool::stop_until(const timespec& until) {
    begin_stop();
    for (auto& t : state_->threads) {
        if (!t->join_until(until)) return false;
    }
    return true;
}

void ThreadPool::stop() {
    State& s = *state_;
    begin_stop();
    for (auto& t : s.threads) t->join();
    s.threads.clear();
}

PoolCounters ThreadPool::counters() const {
    const std::lock_guard guard(state_->mutex);
    PoolCounters c = state_->counters;
    c.queued = static_cast<std::uint32_t>(state_->queue.size());
    c.waiting = static_cast<std::uint32_t>(state_->waiting.size());
    return c;
}

std::uint32_t ThreadPool::max_threads() const { return state_->max_threads; }

NativeResult submit_pool_call(Process& p, Pool pool, PoolCall* call) {
    Schedulers& all = p.vm().schedulers();
    if (all.stepped()) {
        call->run(*call);
        const NativeResult result = call->finish(p, *call);
        call->drop(*call);
        return result;
    }
    prepare_pool_call(p, call);
    all.pool(pool).submit(call);
    return {kNoTerm, NativeStatus::Wait};
}

void prepare_pool_call(Process& p, PoolCall* call) {
    call->pid = p.pid;
    Signal& done = call->done;
    done.next = nullptr;
    done.kind = static_cast<std::uint8_t>(SignalKind::PoolDone);
    done.flags = 0;
    done.region_count = 0;
    done.block_words = kSignalHeaderWords;
    done.term = done.sender = Term();
    done.trace_context = reinterpret_cast<TraceContext*>(call);
    done.deadline_ms = 0;
    done.sequence = begin_call(p);
}

NativeResult finish_pool_call(Process& p, PoolCall* call) {
    const NativeResult result = call->finish(p, *call);
    call->drop(*call);
    return result;
}

void drop_pool_call(PoolCall* call) { call->drop(*call); }

}  // namespace vial

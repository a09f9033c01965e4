// tests/unit/vm/sched/pool_test.cpp: the queue of a pool.
// Here: how long it gets; who waits for room, in which order; what becomes of calls whose caller has ended.
// Not here: the natives that use pools (tests/conformance).
// Threads: one thread of the pool, held by its first call.
// Holds: nothing here depends on time.
#include "vm/sched/pool.h"

#include <atomic>
#include <thread>
#include <vector>

#include "tests/unit/support/test_vm.h"

using namespace vial;
using vial::test::TestVm;

namespace {

constexpr std::uint32_t kLimit = 4;

struct Log {
    std::atomic<bool> open{false};
    std::atomic<int> ran{0}, dropped{0};
    std::vector<int> order;  // by the pool's only thread
};

struct Step : PoolCall {
    Log* log = nullptr;
    int number = 0;
};

Step* step(Log& log, int number, Term caller = Term()) {
    auto* call = new Step;
    call->log = &log;
    call->number = number;
    call->pid = caller;
    call->run = [](PoolCall& c) {
        auto& s = static_cast<Step&>(c);
        while (!s.log->open.load(std::memory_order_acquire)) std::this_thread::yield();
        s.log->order.push_back(s.number);
        s.log->ran.fetch_add(1, std::memory_order_release);
    };
    call->drop = [](PoolCall& c) {
        auto* s = static_cast<Step*>(&c);
        s->log->dropped.fetch_add(1, std::memory_order_release);
        delete s;
    };
    return call;
}

// The first call is with the thread, the next fill the queue.
void fill(ThreadPool& pool, Log& log) {
    pool.submit(step(log, 0));
    while (pool.counters().queued != 0) std::this_thread::yield();
    for (int i = 1; i <= static_cast<int>(kLimit); ++i) pool.submit(step(log, i));
}

void wait_for(const std::atomic<int>& n, int wanted) {
    while (n.load(std::memory_order_acquire) != wanted) std::this_thread::yield();
}

}  // namespace

TEST_CASE("a full pool makes callers wait, counts them and serves them in order") {
    TestVm t(1, false);
    Log log;
    ThreadPool pool(*t.vm, "test-pool", 1, kLimit);
    fill(pool, log);
    CHECK(pool.counters().queued == kLimit);
    CHECK(pool.counters().beyond_limit == 0);
    for (int i = 5; i < 8; ++i) pool.submit(step(log, i));
    CHECK(pool.counters().queued == kLimit);
    CHECK(pool.counters().waiting == 3);
    CHECK(pool.counters().beyond_limit == 3);
    log.open.store(true, std::memory_order_release);
    wait_for(log.dropped, 8);
    CHECK(log.order == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(pool.counters().waiting == 0);
}

TEST_CASE("a call that waits for room is not run when its caller has ended") {
    TestVm t(1, false);
    Log log;
    ThreadPool pool(*t.vm, "test-pool", 1, kLimit);
    fill(pool, log);
    pool.submit(step(log, 5, Term::pid(77, 3)));  // nobody
    pool.submit(step(log, 6));
    CHECK(pool.counters().waiting == 2);
    log.open.store(true, std::memory_order_release);
    wait_for(log.dropped, 7);
    CHECK(log.order == std::vector<int>{0, 1, 2, 3, 4, 6});
    CHECK(pool.counters().late == 1);
}

TEST_CASE("a pool that stops drops what is queued and what waits") {
    TestVm t(1, false);
    Log log;
    {
        ThreadPool pool(*t.vm, "test-pool", 1, kLimit);
        fill(pool, log);
        pool.submit(step(log, 5));
        std::thread opener([&] {
            wait_for(log.dropped, 5);
            log.open.store(true, std::memory_order_release);
        });
        pool.stop();
        opener.join();
    }
    CHECK(log.ran == 1);
    CHECK(log.dropped == 6);
}

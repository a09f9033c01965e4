// tests/unit/vm/sched/scheduler_test.cpp: fairness, stealing, sleep and wake, pools, epochs.
// Here: run queues, priorities, many schedulers, calls to pools, killed callers.
// Not here: timers (timer_test.cpp).
// Threads: one where stepped, else two schedulers and more.
// Holds: -
#include "vm/sched/scheduler.h"

#include <thread>

#include "tests/unit/support/test_vm.h"
#include "vm/process/exit.h"

using namespace vial;
using vial::test::TestVm;

namespace {

RunResult spin_slice(Process& p) {
    p.reductions_left = 0;
    return TestVm::yields();
}

}  // namespace

TEST_CASE("equal processes get equal slices, low priority one in nine") {
    TestVm t;
    std::map<Word, int> slices;
    FunctionCell* cell = t.define("spin", 0, [&](Scheduler&, Process& p, Term*) {
        ++slices[p.pid.word()];
        return spin_slice(p);
    });
    std::vector<Term> normal;
    for (int i = 0; i < 10; ++i) normal.push_back(t.spawn(cell));
    SpawnOptions low;
    low.priority = Priority::Low;
    const Term slow = t.spawn(cell, {}, nullptr, low);
    t.run(9000);
    for (const Term pid : normal) CHECK(std::abs(slices[pid.word()] - 800) <= 10);
    CHECK(std::abs(slices[slow.word()] - 1000) <= 10);
    SpawnOptions high;
    high.priority = Priority::High;
    const Term urgent = t.spawn(cell, {}, nullptr, high);
    t.run(100);
    CHECK(slices[urgent.word()] == 100);
}

TEST_CASE("a run queue is first in, first out beyond its ring") {
    TestVm t;
    RunQueue queue;
    std::vector<Process> blocks(1000);
    for (int round = 0; round < 3; ++round) {
        for (auto& p : blocks) queue.push(&p);
        CHECK(queue.length() == 1000);
        for (auto& p : blocks) REQUIRE(queue.pop() == &p);
        CHECK(queue.pop() == nullptr);
        CHECK(queue.length() == 0);
    }
}

TEST_CASE("thieves and owner share a queue: each process comes out once") {
    RunQueue queue;
    std::vector<Process> blocks(200'000);
    for (auto& p : blocks) p.call_token = 0;
    std::atomic<bool> stop{false};
    std::atomic<std::uint64_t> out{0};
    std::thread thief([&] {
        RunQueue mine;
        for (bool last = false;;) {
            queue.steal(mine, true);
            while (Process* p = mine.pop()) {
                ++p->call_token;
                out.fetch_add(1);
            }
            if (last) return;
            last = stop.load();
        }
    });
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        queue.push(&blocks[i]);
        if (i % 3 != 0) continue;
        if (Process* p = queue.pop()) {
            ++p->call_token;
            out.fetch_add(1);
        }
    }
    while (Process* p = queue.pop()) {
        ++p->call_token;
        out.fetch_add(1);
    }
    stop = true;
    thief.join();
    CHECK(out == blocks.size());
    for (auto& p : blocks) REQUIRE(p.call_token == 1);
}

TEST_CASE("on threads: a ring of processes passes a token; nothing sleeps for ever") {
    TestVm t(2, false);
    constexpr int kRing = 100;
    constexpr std::int64_t kHops = 20'000;
    FunctionCell* node = t.define("node", 1, [&](Scheduler& s, Process& p, Term* state) {
        return TestVm::receives(s, p, [&](Term m) {
            if (m.is_local_pid()) {
                state[0] = m;
                return TestVm::yields();
            }
            const std::int64_t n = m.small_value();
            send_message(s, p, state[0], Term::small(n - 1));
            return n <= kRing ? TestVm::ends() : TestVm::yields();
        });
    });
    std::vector<std::unique_ptr<HostWaiter>> waiters;
    std::vector<Term> ring;
    for (int i = 0; i < kRing; ++i) {
        waiters.push_back(std::make_unique<HostWaiter>());
        ring.push_back(t.spawn(node, {Term::nil()}, waiters.back().get()));
    }
    t.vm->schedulers().with_host([&](HostContext& h) {
        for (std::size_t i = 0; i < kRing; ++i) send_from_vm(h, *t.vm, ring[i], ring[(i + 1) % kRing]);
        send_from_vm(h, *t.vm, ring[0], Term::small(kHops));
    });
    for (auto& w : waiters) TestVm::wait(*w);
    CHECK(t.vm->processes().count() == 0);
}

TEST_CASE("on threads: busy processes spread over the schedulers") {
    TestVm t(2, false);
    std::atomic<std::uint64_t> by[4] = {};  // two stand in, where the machine is busy
    FunctionCell* cell = t.define("busy", 1, [&](Scheduler& s, Process& p, Term* state) {
        by[s.index].fetch_add(1);
        volatile std::uint64_t work = 0;
        for (int i = 0; i < 20'000; ++i) work = work + 1;
        state[0] = Term::small(state[0].small_value() - 1);
        if (state[0] == Term::small(0)) return TestVm::ends();
        return spin_slice(p);
    });
    FunctionCell* root = t.define("root", 0, [&](Scheduler& s, Process& p, Term*) {
        const Term slices[] = {Term::small(2000)};
        for (int i = 0; i < 4; ++i) {
            SpawnError error;
            spawn_process(s, s.slots, p, cell, slices, {}, error);
        }
        return TestVm::ends();
    });
    t.spawn(root);
    while (t.vm->processes().count() != 0) std::this_thread::yield();
    CHECK(by[0] + by[1] + by[2] + by[3] == 8000);
    for (const auto& slices : by) CHECK(slices < 7500);
}

namespace {

struct AddCall : PoolCall {
    std::int64_t a = 0, b = 0, sum = 0;
    std::atomic<int>* dropped = nullptr;
};

AddCall* add_call(std::int64_t a, std::int64_t b, std::atomic<int>& dropped) {
    auto* call = new AddCall;
    call->a = a;
    call->b = b;
    call->dropped = &dropped;
    call->run = [](PoolCall& c) {
        auto& add = static_cast<AddCall&>(c);
        add.sum = add.a + add.b;
    };
    call->finish = [](Process&, PoolCall& c) {
        return NativeResult(Term::small(static_cast<AddCall&>(c).sum));
    };
    call->drop = [](PoolCall& c) {
        auto* add = static_cast<AddCall*>(&c);
        add->dropped->fetch_add(1);
        delete add;
    };
    return call;
}

}  // namespace

TEST_CASE("on threads: a call to a pool comes back to its process; a killed caller drops it") {
    TestVm t(2, false);
    constexpr int kCallers = 300;
    std::atomic<int> dropped{0}, right{0}, waiting{0}, submitted{0};
    FunctionCell* caller = t.define("caller", 1, [&](Scheduler& s, Process& p, Term* state) {
        const std::int64_t step = state[0].small_value();
        if (step % 2 == 1) {
            const NativeResult result = take_call_answer(s, p);
            if (result.value == Term::small(step + 41)) right.fetch_add(1);
        }
        if (step == 10) return TestVm::ends();
        state[0] = Term::small(step + 1);
        if (step % 2 == 1) return TestVm::yields();
        const auto pool = step % 4 == 0 ? Pool::Cpu : Pool::Blocking;
        submitted.fetch_add(1);
        const NativeResult asked = submit_pool_call(p, pool, add_call(step, 42, dropped));
        if (asked.status == NativeStatus::Wait) waiting.fetch_add(1);
        return RunResult{SliceEnd::WaitsAnswer};
    });
    FunctionCell* killer = t.define("killer", 1, [&](Scheduler& s, Process& p, Term* state) {
        send_exit(s, p, state[0], atoms::kill);
        return TestVm::ends();
    });
    std::vector<std::unique_ptr<HostWaiter>> waiters;
    int killed = 0;
    for (int i = 0; i < kCallers; ++i) {
        waiters.push_back(std::make_unique<HostWaiter>());
        const Term pid = t.spawn(caller, {Term::small(0)}, waiters.back().get());
        if (i % 3 == 0) t.spawn(killer, {pid});
    }
    int finished = 0;
    for (auto& w : waiters) {
        TestVm::wait(*w);
        const bool by_kill = w->result.reason == atoms::killed;
        killed += by_kill ? 1 : 0;
        finished += by_kill ? 0 : 1;
    }
    CHECK(finished + killed == kCallers);
    CHECK(waiting.load() == submitted.load());
    CHECK(finished >= kCallers * 2 / 3);
    CHECK(right >= finished * 5);
    t.vm.reset();
    CHECK(dropped >= finished * 5);
}

TEST_CASE("retired objects are freed after all schedulers have passed") {
    Epochs epochs(2);
    static int freed;
    freed = 0;
    int object = 0;
    epochs.arrive(0);
    epochs.arrive(1);
    epochs.retire(&object, [](void*) { ++freed; });
    epochs.advance();
    CHECK(freed == 0);
    epochs.pass(0);
    epochs.advance();
    CHECK(freed == 0);
    epochs.leave(1);
    epochs.advance();
    CHECK(freed == 1);
    CHECK_FALSE(epochs.pending());
}

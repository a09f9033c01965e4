// tests/unit/vm/sched/timer_test.cpp: the wheel against a sorted list; receive timeouts.
// Here: random inserts and removals over all levels; deadlines in virtual time.
// Not here: the natives.
// Threads: one.
// Holds: -
#include "vm/sched/timer.h"

#include <memory>
#include <random>

#include "tests/unit/support/test_vm.h"
#include "vm/sched/timers.h"

using namespace vial;
using vial::test::TestVm;

TEST_CASE("a wheel fires each timer at its time, in order") {
    TimerWheel wheel;
    std::mt19937_64 random(7);
    std::vector<std::unique_ptr<Timer>> timers;
    std::multimap<std::uint64_t, Timer*> expected;
    std::uint64_t now = 0;
    for (int round = 0; round < 3000; ++round) {
        for (int i = 0; i < 3; ++i) {
            timers.push_back(std::make_unique<Timer>());
            const std::uint64_t span = std::uint64_t{1} << (random() % 33);
            const std::uint64_t due = now + 1 + random() % span;
            wheel.insert(*timers.back(), due);
            expected.emplace(due, timers.back().get());
        }
        if (!expected.empty() && random() % 4 == 0) {
            auto at = expected.begin();
            std::advance(at, static_cast<long>(random() % std::min<std::size_t>(expected.size(), 20)));
            wheel.remove(*at->second);
            expected.erase(at);
        }
        now += random() % 3 == 0 ? random() % 100'000 : random() % 40;
        if (!expected.empty()) REQUIRE(wheel.next_due_ms() <= expected.begin()->first);
        std::uint64_t last = 0;
        for (Timer* t = wheel.expire(now); t; t = t->next) {
            REQUIRE(t->due_ms <= now);
            REQUIRE(t->due_ms >= last);
            last = t->due_ms;
            auto [from, to] = expected.equal_range(t->due_ms);
            while (from != to && from->second != t) ++from;
            REQUIRE(from != to);
            expected.erase(from);
        }
        if (!expected.empty()) REQUIRE(expected.begin()->first > now);
        REQUIRE(wheel.count() == expected.size());
    }
}

TEST_CASE("timers started in one order for one time fire in that order") {
    for (const std::uint64_t due : {5u, 300u, 20'000u, 2'000'000u}) {
        TimerWheel wheel;
        Timer a, b, c;
        wheel.insert(a, due);
        wheel.insert(b, due);
        wheel.insert(c, due);
        Timer* t = wheel.expire(due);
        CHECK(t == &a);
        CHECK(t->next == &b);
        CHECK(t->next->next == &c);
    }
}

namespace {

struct VirtualTime {
    std::int64_t ns = 1'000'000'000;
    VmOptions options() {
        VmOptions o;
        o.world = real_world();
        o.world.host = this;
        o.world.monotonic_ns = [](void* host) { return static_cast<VirtualTime*>(host)->ns; };
        return o;
    }
    void pass_ms(std::int64_t ms) { ns += ms * 1'000'000; }
};

}  // namespace

TEST_CASE("receive ... after ends at its deadline, whatever messages come in between") {
    VirtualTime time;
    TestVm t(1, true, time.options());
    bool timed_out = false;
    FunctionCell* cell = t.define("wait", 0, [&](Scheduler& s, Process& p, Term*) {
        for (;;) {
            if (mailbox_peek(s, p)) {
                mailbox_next(s, p);
                continue;
            }
            switch (mailbox_wait_until(s, p, Term::small(100))) {
                case ReceiveWait::Sleep: return RunResult{SliceEnd::WaitsReceive};
                case ReceiveWait::TimedOut:
                    mailbox_timed_out(p);
                    timed_out = true;
                    return TestVm::ends();
                default: break;
            }
        }
    });
    const Term pid = t.spawn(cell);
    t.run();
    for (int i = 0; i < 9; ++i) {
        time.pass_ms(11);
        t.vm->schedulers().with_host([&](HostContext& h) { send_from_vm(h, *t.vm, pid, atoms::ok); });
        t.run();
        REQUIRE_FALSE(timed_out);
    }
    time.pass_ms(2);
    t.run();
    CHECK(timed_out);
    CHECK_FALSE(t.alive(pid));
}

TEST_CASE("a message timer sends once; cancelled it does not; it ends with its process") {
    VirtualTime time;
    TestVm t(1, true, time.options());
    int received = 0;
    Word numbers[3] = {};
    FunctionCell* cell = t.define("owner", 1, [&](Scheduler& s, Process& p, Term* state) {
        if (state[0] == Term::small(0)) {
            state[0] = Term::small(1);
            for (int i = 0; i < 3; ++i) {
                numbers[i] = s.next_reference();
                Signal* m = make_signal_immediate(s.blocks, SignalKind::Message, Term(), atoms::ok);
                start_message_timer(s, p, numbers[i], p.pid, m, 10u * (static_cast<unsigned>(i) + 1));
            }
            CHECK(cancel_message_timer(s, s.vm, numbers[1]) == 20u);
            CHECK_FALSE(cancel_message_timer(s, s.vm, numbers[1]).has_value());
        }
        return TestVm::receives(s, p, [&](Term m) {
            if (m == atoms::kill) return TestVm::ends();
            ++received;
            return TestVm::yields();
        });
    });
    const Term pid = t.spawn(cell, {Term::small(0)});
    t.run();
    time.pass_ms(25);
    t.run();
    CHECK(received == 1);
    CHECK(read_message_timer(*t.vm, numbers[2]) == 5u);
    t.vm->schedulers().with_host([&](HostContext& h) { send_from_vm(h, *t.vm, pid, atoms::kill); });
    t.run();
    CHECK_FALSE(read_message_timer(*t.vm, numbers[2]).has_value());
    CHECK(t.scheduler().wheel.count() == 0);
    CHECK(t.vm->memory().used_bytes(MemoryUse::Other) == 0);
}

// tests/unit/vm/sched/stand_in_test.cpp: schedulers whose thread is held.
// Here: others go on beside a slice that does not end; what a stand-in leaves behind comes back.
// Not here: which natives take long (tests/conformance/process/long_natives.exs).
// Threads: one scheduler, its watch and its stand-in.
// Holds: a slice that waits for another process's slice ends only where that one runs elsewhere, so
//        nothing here depends on time.
#include "vm/sched/stand_in.h"

#include <thread>

#include "tests/unit/support/test_vm.h"
#include "vm/process/exit.h"

using namespace vial;
using vial::test::TestVm;

namespace {

// Slices of a process that says that it takes long, or says nothing, and waits for the others.
void others_go_on(bool says_so) {
    TestVm t(1, false);
    std::atomic<int> others{0}, late{0};
    FunctionCell* other = t.define("other", 1, [&](Scheduler&, Process&, Term* state) {
        others.fetch_add(1);
        state[0] = Term::small(state[0].small_value() - 1);
        return state[0] == Term::small(0) ? TestVm::ends() : TestVm::yields();
    });
    FunctionCell* woken = t.define("woken", 0, [&](Scheduler& s, Process& p, Term*) {
        if (mailbox_wait_until(s, p, Term::small(5)) == ReceiveWait::TimedOut) {
            late.fetch_add(1);
            return TestVm::ends();
        }
        return RunResult{SliceEnd::WaitsReceive};
    });
    FunctionCell* holder = t.define("holder", 0, [&](Scheduler& s, Process& p, Term*) {
        SpawnError error;
        const Term slices[] = {Term::small(100)};
        // More than a run queue's ring holds.
        for (int i = 0; i < 600; ++i) spawn_process(s, s.slots, p, other, slices, {}, error);
        spawn_process(s, s.slots, p, woken, {}, {}, error);
        s.vm.schedulers().watch().start();
        if (says_so) s.takes_long(s);
        TestVm::wait_for(others, 60'000);
        TestVm::wait_for(late, 1);  // its timer stands in the wheel of the scheduler that is held
        return TestVm::ends();
    });
    HostWaiter waiter;
    t.spawn(holder, {}, &waiter);
    TestVm::wait(waiter);
    CHECK(others == 60'000);
    CHECK(t.vm->schedulers().stand_ins_wanted() > 0);
    while (t.vm->processes().count() != 0) std::this_thread::yield();
}

}  // namespace

TEST_CASE("on threads: a slice that says it takes long does not hold its scheduler") { others_go_on(true); }

TEST_CASE("on threads: the watch relieves a scheduler whose slice does not end") { others_go_on(false); }

TEST_CASE("on threads: what a stand-in made goes on after it has left") {
    TestVm t(1, false);
    std::atomic<int> begun{0}, ended{0};
    FunctionCell* child = t.define("child", 1, [&](Scheduler&, Process&, Term* state) {
        if (state[0] == Term::small(200)) begun.fetch_add(1);
        state[0] = Term::small(state[0].small_value() - 1);
        if (state[0] != Term::small(0)) return TestVm::yields();
        ended.fetch_add(1);
        return TestVm::ends();
    });
    FunctionCell* parent = t.define("parent", 0, [&](Scheduler& s, Process& p, Term*) {
        SpawnError error;
        const Term slices[] = {Term::small(200)};
        for (int i = 0; i < 50; ++i) spawn_process(s, s.slots, p, child, slices, {}, error);
        return TestVm::ends();
    });
    FunctionCell* holder = t.define("holder", 1, [&](Scheduler& s, Process& p, Term* state) {
        SpawnError error;
        spawn_process(s, s.slots, p, parent, {}, {}, error);
        s.takes_long(s);
        const int round = static_cast<int>(state[0].small_value());
        TestVm::wait_for(begun, 50 * round - 49);
        state[0] = Term::small(round + 1);
        return round == 20 ? TestVm::ends() : TestVm::yields();
    });
    t.spawn(holder, {Term::small(1)});
    while (ended.load() < 1000) std::this_thread::yield();
    while (t.vm->processes().count() != 0) std::this_thread::yield();
    CHECK(begun == 1000);
}

TEST_CASE("an idle machine has no wake-ups: the watch sleeps with the schedulers") {
    TestVm t(2, false);
    FunctionCell* once = t.define("once", 0, [&](Scheduler& s, Process&, Term*) {
        s.vm.schedulers().watch().start();
        return TestVm::ends();
    });
    HostWaiter waiter;
    t.spawn(once, {}, &waiter);
    TestVm::wait(waiter);
    Watch& watch = t.vm->schedulers().watch();
    // It looks a few times more and then no more until somebody works again.
    std::uint64_t looks = watch.looks();
    for (int same = 0; same < 20;) {
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
        const std::uint64_t now = watch.looks();
        same = now == looks ? same + 1 : 0;
        looks = now;
    }
    HostWaiter again;
    t.spawn(once, {}, &again);
    TestVm::wait(again);
    while (watch.looks() == looks) std::this_thread::yield();
    SUCCEED();
}

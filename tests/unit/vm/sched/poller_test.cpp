// tests/unit/vm/sched/poller_test.cpp: waiting for descriptors.
// Here: order, killed callers, descriptors that cannot be waited for, schedulers woken out of epoll.
// Not here: standard input (tests/conformance/io).
// Threads: a scheduler or two, with the blocking pool.
// Holds: -
#include "vm/sched/poller.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "tests/unit/support/test_vm.h"
#include "vm/process/exit.h"

using namespace vial;
using vial::test::TestVm;

namespace {

struct ByteCall : PoolCall {
    int fd = 0;
    char byte = 0;
    std::atomic<int>* dropped = nullptr;
};

ByteCall* byte_call(int fd, std::atomic<int>& dropped) {
    auto* call = new ByteCall;
    call->fd = fd;
    call->dropped = &dropped;
    call->run = [](PoolCall& c) {
        auto& mine = static_cast<ByteCall&>(c);
        if (::read(mine.fd, &mine.byte, 1) != 1) mine.byte = '!';
    };
    call->finish = [](Process&, PoolCall& c) { return NativeResult(Term::small(static_cast<ByteCall&>(c).byte)); };
    call->drop = [](PoolCall& c) {
        static_cast<ByteCall&>(c).dropped->fetch_add(1);
        delete static_cast<ByteCall*>(&c);
    };
    return call;
}

// A process that reads a byte from `fd` when there is one, and ends with it.
FunctionCell* define_reader(TestVm& t, int fd, std::atomic<int>& dropped, std::atomic<int>& waits) {
    return t.define("reader", 1, [fd, &dropped, &waits](Scheduler& s, Process& p, Term* state) {
        if (state[0] == Term::small(1)) return TestVm::ends(take_call_answer(s, p).value);
        state[0] = Term::small(1);
        CHECK(submit_when_readable(p, fd, byte_call(fd, dropped)).status == NativeStatus::Wait);
        waits.fetch_add(1);
        return RunResult{SliceEnd::WaitsAnswer};
    });
}

}  // namespace

TEST_CASE("on threads: reads of one descriptor come back in their order; a killed one takes nothing") {
    TestVm t(2, false);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    std::atomic<int> dropped{0}, waits{0};
    FunctionCell* reader = define_reader(t, ends[0], dropped, waits);
    FunctionCell* killer = t.define("killer", 1, [&](Scheduler& s, Process& p, Term* state) {
        send_exit(s, p, state[0], atoms::kill);
        return TestVm::ends();
    });
    HostWaiter gone, first, second, done;
    const Term victim = t.spawn(reader, {Term::small(0)}, &gone);
    TestVm::wait_for(waits, 1);
    t.spawn(reader, {Term::small(0)}, &first);
    TestVm::wait_for(waits, 2);
    t.spawn(reader, {Term::small(0)}, &second);
    TestVm::wait_for(waits, 3);
    t.spawn(killer, {victim}, &done);
    TestVm::wait(gone);
    CHECK(gone.result.reason == atoms::killed);
    REQUIRE(::write(ends[1], "ab", 2) == 2);
    TestVm::wait(first);
    TestVm::wait(second);
    CHECK(first.result.value == Term::small('a'));
    CHECK(second.result.value == Term::small('b'));
    CHECK(dropped == 3);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("on threads: a scheduler asleep in the poller wakes for other work") {
    TestVm t(1, false);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    std::atomic<int> dropped{0}, waits{0};
    FunctionCell* reader = define_reader(t, ends[0], dropped, waits);
    FunctionCell* nothing = t.define("nothing", 0, [](Scheduler&, Process&, Term*) { return TestVm::ends(); });
    HostWaiter waiter;
    t.spawn(reader, {Term::small(0)}, &waiter);
    TestVm::wait_for(waits, 1);
    for (int i = 0; i < 200; ++i) {
        HostWaiter other;
        t.spawn(nothing, {}, &other);
        TestVm::wait(other);
    }
    CHECK(waiter.done == 0);
    ::close(ends[1]);  // the end of the file can be read too
    TestVm::wait(waiter);
    CHECK(waiter.result.value == Term::small('!'));
    ::close(ends[0]);
}

TEST_CASE("on threads: a regular file is read at once; a VM that ends drops what waits") {
    auto t = std::make_unique<TestVm>(1, false);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    char name[] = "/tmp/vial_poller_XXXXXX";
    const int file = ::mkstemp(name);
    REQUIRE(::write(file, "x", 1) == 1);
    ::lseek(file, 0, SEEK_SET);
    ::unlink(name);
    std::atomic<int> dropped{0}, waits{0};
    HostWaiter waiter;
    t->spawn(define_reader(*t, file, dropped, waits), {Term::small(0)}, &waiter);
    TestVm::wait(waiter);
    CHECK(waiter.result.value == Term::small('x'));
    FunctionCell* blocked = t->define("blocked", 0, [&](Scheduler&, Process& p, Term*) {
        submit_when_readable(p, ends[0], byte_call(ends[0], dropped));
        waits.fetch_add(1);
        return RunResult{SliceEnd::WaitsAnswer};
    });
    t->spawn(blocked);
    TestVm::wait_for(waits, 2);
    t.reset();
    CHECK(dropped == 2);
    for (const int fd : {file, ends[0], ends[1]}) ::close(fd);
}

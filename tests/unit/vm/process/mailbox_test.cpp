// tests/unit/vm/process/mailbox_test.cpp: the queue, the scan, the marks.
// Here: order, selective receive, refusal of ended processes, stale pids, marks for references.
// Not here: links and monitors (signals_test.cpp).
// Threads: one, but for the last.
// Holds: -
#include "vm/process/mailbox.h"

#include <atomic>
#include <thread>

#include "tests/unit/support/test_vm.h"
#include "vm/process/monitors.h"

using namespace vial;
using vial::test::TestVm;

namespace {

Term number(std::int64_t n) { return Term::small(n); }

// Collects what it receives until nil comes.
FunctionCell* collector(TestVm& t, std::vector<std::int64_t>& seen) {
    return t.define("collect", 0, [&seen](Scheduler& s, Process& p, Term*) {
        return TestVm::receives(s, p, [&](Term m) {
            if (m.is_nil()) return TestVm::ends();
            seen.push_back(m.small_value());
            return TestVm::yields();
        });
    });
}

void send_from_host(TestVm& t, Term to, Term message) {
    t.vm->schedulers().with_host([&](HostContext& host) { send_from_vm(host, *t.vm, to, message); });
}

}  // namespace

TEST_CASE("messages of one sender arrive in order") {
    TestVm t;
    std::vector<std::int64_t> seen;
    const Term pid = t.spawn(collector(t, seen));
    t.run();
    for (int i = 0; i < 100; ++i) send_from_host(t, pid, number(i));
    CHECK(t.run() > 0);
    for (int i = 100; i < 150; ++i) send_from_host(t, pid, number(i));
    send_from_host(t, pid, Term::nil());
    t.run();
    REQUIRE(seen.size() == 150);
    for (int i = 0; i < 150; ++i) REQUIRE(seen[static_cast<std::size_t>(i)] == i);
    CHECK_FALSE(t.alive(pid));
}

TEST_CASE("a message to an ended process, or to its successor's slot, is dropped") {
    TestVm t;
    std::vector<std::int64_t> seen;
    FunctionCell* cell = collector(t, seen);
    const Term first = t.spawn(cell);
    send_from_host(t, first, Term::nil());
    t.run();
    REQUIRE_FALSE(t.alive(first));
    // Only the host spawns, so its free list hands the slot out again sooner or later.
    Term second = kNoTerm;
    for (int i = 0; i < 1000 && second == kNoTerm; ++i) {
        const Term pid = t.spawn(cell);
        if (pid.slot() == first.slot()) {
            second = pid;
        } else {
            send_from_host(t, pid, Term::nil());
            t.run();
        }
    }
    if (second != kNoTerm) {
        CHECK(second != first);
        send_from_host(t, first, number(1));
        t.run();
        CHECK(seen.empty());
        send_from_host(t, second, number(2));
        t.run();
        CHECK(seen == std::vector<std::int64_t>{2});
    }
    CHECK(t.vm->processes().block(first.slot())->pid != first);
}

TEST_CASE("a selective receive takes from the middle and starts over at the oldest") {
    TestVm t;
    std::vector<std::int64_t> taken;
    // Takes 7, then 3, then whatever is oldest.
    FunctionCell* cell = t.define("select", 1, [&](Scheduler& s, Process& p, Term* state) {
        const std::int64_t step = state[0].small_value();
        const std::int64_t wanted = step == 0 ? 7 : step == 1 ? 3 : -1;
        for (;;) {
            Signal* m = mailbox_peek(s, p);
            if (!m) {
                REQUIRE(mailbox_wait(s, p) == ReceiveWait::Sleep);
                return RunResult{SliceEnd::WaitsReceive};
            }
            const std::int64_t value = m->term.small_value();
            if (wanted >= 0 && value != wanted) {
                mailbox_next(s, p);
                continue;
            }
            mailbox_take(s, p);
            taken.push_back(value);
            state[0] = number(step + 1);
            return step == 4 ? TestVm::ends() : TestVm::yields();
        }
    });
    const Term pid = t.spawn(cell, {number(0)});
    t.run();
    for (const int i : {1, 2, 3}) send_from_host(t, pid, number(i));
    t.run();
    CHECK(taken.empty());
    for (const int i : {4, 7, 5}) send_from_host(t, pid, number(i));
    t.run();
    CHECK(taken == std::vector<std::int64_t>{7, 3, 1, 2, 4});
}

TEST_CASE("the fresh-reference shortcut skips what came before the reference") {
    TestVm t;
    std::uint64_t looked_at = 0;
    bool answered = false;
    FunctionCell* cell = t.define("call", 1, [&](Scheduler& s, Process& p, Term* state) {
        if (state[0] == number(0)) {
            if (p.mailbox_length < 1000) {
                // Reads to the end, so that all are in the private list.
                while (mailbox_peek(s, p)) mailbox_next(s, p);
                if (p.mailbox_length < 1000) {
                    mailbox_wait(s, p);
                    return RunResult{SliceEnd::WaitsReceive};
                }
            }
            mailbox_timed_out(p);
            const Term mark = mailbox_mark_reserve(p);
            const Term reference = Term::reference(s.next_reference());
            mailbox_mark_bind(p, mark, reference);
            state[0] = reference;
            send_message(s, p, p.pid, reference);
        }
        mailbox_mark_use(p, state[0]);
        while (Signal* m = mailbox_peek(s, p)) {
            ++looked_at;
            if (m->term != state[0]) {
                mailbox_next(s, p);
                continue;
            }
            mailbox_take(s, p);
            answered = true;
            CHECK(p.mailbox_length == 1000);
            // The next receive starts at the oldest again.
            CHECK(mailbox_peek(s, p)->term == number(0));
            return TestVm::ends();
        }
        return TestVm::exits(atoms::error);
    });
    const Term pid = t.spawn(cell, {number(0)});
    for (int i = 0; i < 1000; ++i) send_from_host(t, pid, number(i));
    t.run();
    CHECK(answered);
    CHECK(looked_at == 1);
}

TEST_CASE("a received message stays whole over collections") {
    TestVm t;
    std::string text;
    FunctionCell* cell = t.define("keep", 1, [&](Scheduler& s, Process& p, Term* state) {
        if (state[0] == Term::nil()) {
            return TestVm::receives(s, p, [&](Term m) {
                state[0] = m;
                return TestVm::yields();
            });
        }
        s.live_x = 0;
        s.frame = nullptr;
        collect(p, 0, CollectKind::Minor);
        collect(p, 0, CollectKind::Full);
        state = TestVm::state_of(p);
        REQUIRE(is_tuple_of(state[0], 2));
        CHECK(tuple_element(state[0], 1).head() == number(5));
        CHECK(p.fragments == nullptr);
        return TestVm::ends();
    });
    const Term pid = t.spawn(cell, {Term::nil()});
    TermArena arena;
    send_from_host(t, pid, arena.tuple({atoms::ok, arena.list({number(5), number(6)})}));
    HostWaiter none;
    t.run();
    CHECK_FALSE(t.alive(pid));
    CHECK(t.vm->memory().used_bytes(MemoryUse::Message) == 0);
}

TEST_CASE("many threads send to one process: nothing is lost, each in order") {
    TestVm t(2, false);
    constexpr int kSenders = 4;
    constexpr std::int64_t kEach = 20'000;
    std::atomic<std::int64_t> received{0};
    std::atomic<bool> in_order{true};
    std::vector<std::int64_t> last(kSenders, -1);
    FunctionCell* sink = t.define("sink", 0, [&](Scheduler& s, Process& p, Term*) {
        return TestVm::receives(s, p, [&](Term m) {
            const auto from = static_cast<std::size_t>(tuple_element(m, 0).small_value());
            const std::int64_t n = tuple_element(m, 1).small_value();
            if (n != last[from] + 1) in_order = false;
            last[from] = n;
            const std::int64_t all = received.fetch_add(1, std::memory_order_relaxed) + 1;
            return all == kSenders * kEach ? TestVm::ends() : TestVm::yields();
        });
    });
    HostWaiter waiter;
    const Term pid = t.spawn(sink, {}, &waiter);
    FunctionCell* source = t.define("source", 3, [&](Scheduler& s, Process& p, Term* state) {
        for (int i = 0; i < 50; ++i) {
            state = TestVm::state_of(p);
            const std::int64_t n = state[2].small_value();
            if (n == kEach) return TestVm::ends();
            s.live_x = 0;
            s.frame = nullptr;
            HeapWriter out = p.reserve(tuple_words(2));
            state = TestVm::state_of(p);
            send_message(s, p, state[0], out.tuple({state[1], state[2]}));
            state[2] = number(n + 1);
        }
        return TestVm::yields();
    });
    for (int i = 0; i < kSenders; ++i) t.spawn(source, {pid, number(i), number(0)});
    TestVm::wait(waiter);
    CHECK(received == kSenders * kEach);
    CHECK(in_order);
}

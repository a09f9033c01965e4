// tests/unit/vm/process/signals_test.cpp: links, monitors, aliases, names, exits.
// Here: who hears of an end, with which reason, once.
// Not here: the queue (mailbox_test.cpp); natives and their errors (conformance).
// Threads: one, but for the last.
// Holds: -
#include "vm/process/signals.h"

#include "tests/unit/support/test_vm.h"
#include "vm/process/links.h"
#include "vm/process/monitors.h"
#include "vm/process/names.h"
#include "vm/term/print.h"

using namespace vial;
using vial::test::TestVm;

namespace {

using Action = std::function<void(Scheduler&, Process&)>;

// Processes that do what the test says and write down what they receive.
struct Actors {
    TestVm t;
    std::map<Word, std::vector<std::string>> heard;
    std::map<Word, std::vector<Action>> todo;
    FunctionCell* cell = t.define("actor", 0, [this](Scheduler& s, Process& p, Term*) { return act(s, p); });

    RunResult act(Scheduler& s, Process& p) {
        auto& mine = todo[p.pid.word()];
        while (!mine.empty()) {
            const Action next = mine.front();
            mine.erase(mine.begin());
            next(s, p);
            if ((p.flags & process_flag::Exiting) != 0) {
                RunResult r{SliceEnd::Ended};
                r.by_native = true;
                return r;
            }
        }
        return TestVm::receives(s, p, [&](Term m) {
            if (m == atoms::kill) return TestVm::exits(atoms::badarg);
            if (m != atoms::timeout) heard[p.pid.word()].push_back(print_term(m, s.vm.atoms()));
            return TestVm::yields();
        });
    }
    Term spawn() {
        const Term pid = t.spawn(cell);
        t.run();
        return pid;
    }
    void tell(Term pid, Term message) {
        t.vm->schedulers().with_host([&](HostContext& h) { send_from_vm(h, *t.vm, pid, message); });
        t.run();
    }
    // Has `pid` do something in its next slice, and runs.
    void by(Term pid, Action action) {
        todo[pid.word()].push_back(std::move(action));
        tell(pid, atoms::timeout);
    }
    // Without running: several processes act before any sees the others' signals.
    void later(Term pid, Action action) { todo[pid.word()].push_back(std::move(action)); }
    void end(Term pid) { tell(pid, atoms::kill); }
    void trap(Term pid) {
        by(pid, [](Scheduler&, Process& p) { p.flags |= process_flag::TrapExit; });
    }
    void link(Term a, Term b) {
        by(a, [b](Scheduler& s, Process& p) { CHECK(link_process(s, p, b) == LinkStatus::Linked); });
    }
    std::size_t links(Term pid) {
        const Process& p = t.process(pid);
        return p.extension ? p.extension->links.count() : 0;
    }
    std::string text(Term pid) { return print_term(pid, t.vm->atoms()); }
};

}  // namespace

TEST_CASE("an exit goes through links, with its reason, and frees the name") {
    Actors a;
    const Term one = a.spawn(), two = a.spawn(), three = a.spawn();
    a.trap(three);
    a.link(one, two);
    a.link(two, three);
    CHECK(a.links(two) == 2);
    const Term name = a.t.atom("somebody");
    CHECK(a.t.vm->names().register_name(name, two) == NameTable::Register::Done);
    CHECK(a.t.vm->names().register_name(name, one) == NameTable::Register::NameTaken);
    CHECK(a.t.vm->names().register_name(a.t.atom("other"), two) == NameTable::Register::HasName);
    a.end(one);
    CHECK_FALSE(a.t.alive(one));
    CHECK_FALSE(a.t.alive(two));
    CHECK(a.t.alive(three));
    CHECK(a.t.vm->names().whereis(name) == kNoTerm);
    CHECK(a.heard[three.word()] == std::vector<std::string>{"{EXIT," + a.text(two) + ",badarg}"});
    CHECK(a.links(three) == 0);
}

TEST_CASE("normal exits pass links by; kill cannot be trapped and is killed") {
    Actors a;
    const Term one = a.spawn(), two = a.spawn();
    a.link(one, two);
    a.by(one, [](Scheduler& s, Process& p) { CHECK(send_exit(s, p, p.pid, atoms::normal)); });
    CHECK_FALSE(a.t.alive(one));
    CHECK(a.t.alive(two));

    const Term killer = a.spawn(), victim = a.spawn(), witness = a.spawn();
    a.trap(victim);
    a.trap(witness);
    a.link(victim, witness);
    a.by(killer, [victim](Scheduler& s, Process& p) { send_exit(s, p, victim, atoms::kill); });
    CHECK_FALSE(a.t.alive(victim));
    CHECK(a.heard[witness.word()] == std::vector<std::string>{"{EXIT," + a.text(victim) + ",killed}"});
    a.by(killer, [two](Scheduler& s, Process& p) { send_exit(s, p, two, atoms::normal); });
    CHECK(a.t.alive(two));
}

TEST_CASE("after unlink no exit arrives, whatever is on its way") {
    Actors a;
    const Term one = a.spawn(), two = a.spawn();
    a.trap(two);
    a.link(one, two);
    // Both act before either sees the other's signal: one ends while two unlinks.
    a.later(two, [one](Scheduler& s, Process& p) { unlink_process(s, p, one); });
    a.later(one, [](Scheduler& s, Process& p) { send_exit(s, p, p.pid, atoms::badarg); });
    a.tell(one, atoms::timeout);
    a.tell(two, atoms::timeout);
    CHECK_FALSE(a.t.alive(one));
    const auto& heard = a.heard[two.word()];
    CHECK(heard.size() <= 1);  // before the unlink at most
    CHECK(a.links(two) == 0);
}

TEST_CASE("a link made again overtakes the unlink under way") {
    Actors a;
    const Term one = a.spawn(), two = a.spawn();
    a.trap(two);
    a.link(one, two);
    a.by(one, [two](Scheduler& s, Process& p) {
        unlink_process(s, p, two);
        CHECK(link_process(s, p, two) == LinkStatus::Linked);
    });
    CHECK(a.links(one) == 1);
    CHECK(a.links(two) == 1);
    a.end(one);
    CHECK(a.heard[two.word()].size() == 1);
}

TEST_CASE("a link to an ended process: noproc") {
    Actors a;
    const Term one = a.spawn(), gone = a.spawn();
    a.end(gone);
    a.by(one, [gone](Scheduler& s, Process& p) {
        CHECK(link_process(s, p, gone) == LinkStatus::NoProcess);
        p.flags |= process_flag::TrapExit;
        CHECK(link_process(s, p, gone) == LinkStatus::Linked);
    });
    CHECK(a.heard[one.word()] == std::vector<std::string>{"{EXIT," + a.text(gone) + ",noproc}"});
    CHECK(a.links(one) == 0);
}

TEST_CASE("a monitor fires once, not after demonitor, at once on the dead") {
    Actors a;
    const Term watcher = a.spawn(), watched = a.spawn();
    Term first, second;
    const auto watch = [&](Term& reference, Term target) {
        a.by(watcher, [&](Scheduler& s, Process& p) {
            reference = Term::reference(s.next_reference());
            CHECK(monitor_process(s, p, reference, target, kNoTerm, atoms::DOWN, AliasMode::None));
        });
    };
    watch(first, watched);
    watch(second, watched);
    a.by(watcher, [&](Scheduler& s, Process& p) {
        CHECK(demonitor_process(s, p, first));
        CHECK_FALSE(demonitor_process(s, p, first));
    });
    CHECK(a.t.process(watched).extension->watchers.count() == 1);
    a.end(watched);
    const auto down = [&](Term r, const char* reason) {
        return "{DOWN," + a.text(r) + ",process," + a.text(watched) + "," + reason + "}";
    };
    CHECK(a.heard[watcher.word()] == std::vector<std::string>{down(second, "badarg")});
    Term third;
    watch(third, watched);
    CHECK(a.heard[watcher.word()].back() == down(third, "noproc"));
    CHECK(a.t.process(watcher).extension->monitors.count() == 0);
}

TEST_CASE("an alias receives until it is off") {
    Actors a;
    const Term owner = a.spawn(), sender = a.spawn();
    Word words[3];
    a.by(owner, [&](Scheduler& s, Process& p) {
        words[0] = make_header(BoxedKind::Alias, 2);
        words[1] = s.next_reference();
        words[2] = p.pid.word();
        CHECK(add_alias(s, p, Term::boxed(words), AliasMode::Reply));
    });
    const auto send = [&](Term m) {
        a.by(sender, [&, m](Scheduler& s, Process& p) { send_message(s, p, Term::boxed(words), m); });
        a.t.run();
    };
    send(Term::small(1));
    send(Term::small(2));  // a reply alias takes one
    CHECK(a.heard[owner.word()] == std::vector<std::string>{"1"});
}

TEST_CASE("an exit with many links takes several slices and tells everybody") {
    Actors a;
    const Term hub = a.spawn();
    constexpr int kMany = 5000;
    std::vector<Term> all;
    for (int i = 0; i < kMany; ++i) all.push_back(a.t.spawn(a.cell));
    a.t.run();
    a.by(hub, [&](Scheduler& s, Process& p) {
        for (const Term pid : all) link_process(s, p, pid);
    });
    CHECK(a.links(hub) == kMany);
    a.end(hub);
    int left = 0;
    for (const Term pid : all) left += a.t.alive(pid) ? 1 : 0;
    CHECK(left == 0);
    CHECK(a.t.vm->processes().count() == 0);
}

TEST_CASE("nothing of ended processes stays") {
    Actors a;
    std::vector<Term> all;
    for (int round = 0; round < 3; ++round) {
        const Term one = a.spawn(), two = a.spawn();
        a.trap(two);
        a.link(one, two);
        a.tell(two, atoms::ok);
        a.end(one);
        a.end(two);
    }
    CHECK(a.t.vm->processes().count() == 0);
    CHECK(a.t.vm->memory().used_bytes(MemoryUse::ProcessHeap) == 0);
    CHECK(a.t.vm->memory().used_bytes(MemoryUse::Message) == 0);
    CHECK(a.t.vm->memory().used_bytes(MemoryUse::ProcessControl) ==
          static_cast<std::int64_t>(a.t.vm->processes().free_bytes()));
}

TEST_CASE("on threads: pairs that link and end hear of it exactly once") {
    TestVm t(2, false);
    constexpr int kPairs = 2000;
    std::atomic<int> exits{0}, others{0};
    FunctionCell* child = t.define("child", 0, [](Scheduler&, Process&, Term*) {
        return TestVm::exits(atoms::badarg);
    });
    FunctionCell* parent = t.define("parent", 1, [&](Scheduler& s, Process& p, Term* state) {
        if (state[0] == Term::small(0)) {
            p.flags |= process_flag::TrapExit;
            state[0] = Term::small(1);
            SpawnOptions options;
            options.link = true;
            SpawnError error;
            spawn_process(s, s.slots, p, child, {}, options, error);
        }
        return TestVm::receives(s, p, [&](Term m) {
            const bool exit = is_tuple_of(m, 3) && tuple_element(m, 2) == atoms::badarg;
            (exit ? exits : others).fetch_add(1);
            return TestVm::ends();
        });
    });
    std::vector<std::unique_ptr<HostWaiter>> waiters;
    for (int i = 0; i < kPairs; ++i) {
        waiters.push_back(std::make_unique<HostWaiter>());
        t.spawn(parent, {Term::small(0)}, waiters.back().get());
    }
    for (auto& w : waiters) TestVm::wait(*w);
    CHECK(exits == kPairs);
    CHECK(others == 0);
}

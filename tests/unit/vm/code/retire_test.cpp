// tests/unit/vm/code/retire_test.cpp: the end of modules.
// Here: versions replaced over and over are freed; one that runs is not; literal areas come back.
// Not here: literals and closures in processes (tests/conformance/modules).
// Threads: a VM stepped by hand.
// Holds: -
#include "vm/code/retire.h"

#include <catch2/catch.hpp>

#include "tests/unit/support/assembler.h"
#include "vm/base/literal_space.h"
#include "vm/process/process_table.h"
#include "vm/process/signals.h"
#include "vm/process/spawn.h"
#include "vm/sched/schedulers.h"

using namespace vial;
using vial::test::CodeVm;

namespace {

std::string version(int n) {
    return "text/0 export\n  Move x0, 'version " + std::to_string(n) +
           " of a text that is a literal of its module'\n  Return\n"
           "spin/0 export\n  L1:\n  JumpBack L1\n";
}

Term spawn(Vm& vm, std::string_view module, std::string_view function) {
    FunctionCell* cell = vm.code().cell(vm.atoms().intern(module), vm.atoms().intern(function), 0);
    SpawnError error = SpawnError::None;
    return vm.schedulers().with_host(
        [&](HostContext& host) { return spawn_from_host(host, host.slots, vm, cell, {}, {}, nullptr, error); });
}

}  // namespace

TEST_CASE("versions that were replaced twice are freed, with their literals") {
    CodeVm t;
    Vm& vm = *t.vm;
    REQUIRE(t.load("m", version(0)) == "");
    REQUIRE(t.load("m", version(1)) == "");
    REQUIRE(t.load("m", version(2)) == "");
    vm.schedulers().run_ready();
    const std::size_t literals = vm.literal_space().used_bytes();
    const std::size_t code = vm.code().code_bytes();
    for (int n = 3; n < 400; ++n) {
        REQUIRE(t.load("m", version(n)) == "");
        vm.schedulers().run_ready();
        REQUIRE(vm.code().retirement().waiting() <= 70);
    }
    vm.code().purge(vm.atoms().intern("m"));
    vm.schedulers().run_ready();
    CHECK(vm.code().retirement().waiting() == 0);
    CHECK(vm.code().retirement().rounds() > 3);
    CHECK(vm.code().code_bytes() <= code);
    CHECK(vm.literal_space().used_bytes() <= literals);
    CHECK(t.call("m", "text").find("version 399") != std::string::npos);
}

TEST_CASE("a version that a process runs stays until the process is gone") {
    CodeVm t;
    Vm& vm = *t.vm;
    const Term name = vm.atoms().intern("m");
    REQUIRE(t.load("m", version(1)) == "");
    const Term pid = spawn(vm, "m", "spin");
    vm.schedulers().run_ready(20);
    REQUIRE(t.load("m", version(2)) == "");
    REQUIRE(vm.code().purge(name));
    vm.schedulers().run_ready(200);
    CHECK(vm.code().retirement().rounds() == 1);
    CHECK(vm.code().retirement().waiting() == 1);
    CHECK(vm.processes().find(pid) != nullptr);

    vm.schedulers().with_host([&](HostContext& host) {
        Signal* kill = make_signal_immediate(host.blocks, SignalKind::Error, Term(), vm.atoms().intern("killed"));
        deliver_signal(host, vm, pid, kill);
    });
    vm.schedulers().run_ready(200);
    CHECK(vm.processes().find(pid) == nullptr);
    // Another purge is another round.
    REQUIRE(t.load("m", version(3)) == "");
    REQUIRE(vm.code().purge(name));
    vm.schedulers().run_ready(200);
    CHECK(vm.code().retirement().waiting() == 0);
}

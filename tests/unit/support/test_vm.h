// tests/unit/support/test_vm.h: a VM whose processes are functions of the test.
// Here: TestVm: processes without bytecode, stepped or on threads.
// Not here: heaps without a VM (test_heap.h).
// Threads: the test's; behaviours run on the schedulers.
// Holds: a behaviour is called once for each slice with its arguments, which it may change: they stand in
//        the process's first frame, are roots, and last from slice to slice.
#pragma once

#include <atomic>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "vm/code/code_server.h"
#include "vm/process/mailbox.h"
#include "vm/process/signals.h"
#include "vm/process/stubs.h"
#include "vm/sched/schedulers.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial::test {

using Behaviour = std::function<RunResult(Scheduler&, Process&, Term* state)>;

struct TestVm {
    explicit TestVm(std::uint32_t schedulers = 1, bool stepped = true, VmOptions options = {}) {
        options.schedulers = schedulers;
        options.stepped = stepped;
        options.machine.run_slice = &TestVm::run_slice;
        if (!options.world.monotonic_ns) options.world = real_world();
        std::string error;
        vm = Vm::create(std::move(options), error);
        REQUIRE(vm != nullptr);
        vm->set_slot(Vm::Slot::Host, this, [](void*) {});
    }

    Scheduler& scheduler(std::uint32_t i = 0) { return vm->schedulers().at(i); }
    Term atom(std::string_view text) { return vm->atoms().intern(text); }

    FunctionCell* define(std::string_view name, std::uint32_t arity, Behaviour behaviour) {
        FunctionCell* cell = vm->code().cell(atom("test"), atom(name), arity);
        const std::lock_guard guard(mutex);
        behaviours[cell] = std::make_unique<Behaviour>(std::move(behaviour));
        return cell;
    }
    Term spawn(FunctionCell* cell, std::vector<Term> args = {}, HostWaiter* waiter = nullptr,
               SpawnOptions options = {}) {
        SpawnError error = SpawnError::None;
        return vm->schedulers().with_host([&](HostContext& host) {
            return spawn_from_host(host, host.slots, *vm, cell, args, options, waiter, error);
        });
    }
    std::uint64_t run(std::uint64_t limit = 100'000) { return vm->schedulers().run_ready(limit); }
    static void wait(HostWaiter& waiter) {
        while (waiter.done.load(std::memory_order_acquire) == 0) waiter.done.wait(0);
    }
    // Until `count` has come to `least`.
    static void wait_for(const std::atomic<int>& count, int least) {
        while (count.load() < least) std::this_thread::yield();
    }
    bool alive(Term pid) { return vm->processes().find(pid) != nullptr; }
    Process& process(Term pid) {
        Process* p = vm->processes().find(pid);
        REQUIRE(p != nullptr);
        return *p;
    }

    // The arguments again, after something that may have moved heap and stack.
    static Term* state_of(Process& p) { return reinterpret_cast<Term*>(p.sp + 1); }

    // --- ends of a slice ----------------------------------------------------------------------------
    static RunResult yields() { return {SliceEnd::Yielded}; }
    static RunResult ends(Term value = atoms::ok) {
        RunResult r{SliceEnd::Ended};
        r.exit_reason = atoms::normal;
        r.value = value;
        return r;
    }
    static RunResult exits(Term reason) {
        RunResult r{SliceEnd::Ended};
        r.exit_reason = r.value = reason;
        r.how = NativeStatus::Exit;
        return r;
    }
    // In a receive that takes anything: the next message goes to `take`, or the process waits.
    template <class F>
    static RunResult receives(Scheduler& s, Process& p, F&& take) {
        for (;;) {
            if (Signal* m = mailbox_peek(s, p)) {
                const Term message = m->term;
                mailbox_take(s, p);
                return take(message);
            }
            if (mailbox_wait(s, p) == ReceiveWait::Sleep) return {SliceEnd::WaitsReceive};
        }
    }

  private:
    static RunResult run_slice(RunContext& context, Process& p) {
        auto& s = scheduler_of(context);
        const auto* frame = descriptor_of_return(reinterpret_cast<CodePointer>(p.sp[0]));
        const std::uint32_t arity = frame->slots - 1u;
        auto* cell = reinterpret_cast<FunctionCell*>(p.sp[1 + arity]);
        auto* self = static_cast<TestVm*>(s.vm.slot(Vm::Slot::Host));
        Behaviour* behaviour;
        {
            const std::lock_guard guard(self->mutex);
            behaviour = self->behaviours.at(cell).get();
        }
        p.charge(1);
        return (*behaviour)(s, p, state_of(p));
    }
    std::mutex mutex;
    std::map<const FunctionCell*, std::unique_ptr<Behaviour>> behaviours;

  public:
    // Last: it ends first, and its threads call behaviours until then.
    std::unique_ptr<Vm> vm;
};

}  // namespace vial::test

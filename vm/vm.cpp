// vm/vm.cpp: making a VM and taking it down.
// Here: Vm.
// Not here: the parts.
// Threads: one makes, one destroys.
// Holds: parts are made left to right by room and destroyed in the opposite order; threads are gone
//        before anything they use is.
#include "vm/vm.h"

#include "vm/base/literal_space.h"
#include "vm/code/code_server.h"
#include "vm/code/retire.h"
#include "vm/interp/run.h"
#include "vm/process/names.h"
#include "vm/process/process_table.h"
#include "vm/sched/schedulers.h"

namespace vial {

Vm::Vm() = default;

std::unique_ptr<Vm> Vm::create(VmOptions options, std::string& error) {
    std::unique_ptr<Vm> vm(new Vm);
    vm->options_ = std::move(options);
    VmOptions& o = vm->options_;
    if (!o.world.monotonic_ns) o.world = real_world();
    if (o.schedulers == 0) o.schedulers = o.world.usable_cpus(o.world.host);
    if (o.schedulers > kMaxSchedulers) {
        error = "too many schedulers: " + std::to_string(o.schedulers) + ", the limit is " +
                std::to_string(kMaxSchedulers);
        return nullptr;
    }
    vm->memory_ = std::make_unique<Memory>();
    vm->memory_->vm = vm.get();
    vm->literal_space_ = LiteralSpace::create();
    if (!vm->literal_space_) {
        error = "no address range for literals can be reserved";
        return nullptr;
    }
    vm->atoms_ = std::make_unique<AtomTable>(o.atom_limit);
    vm->processes_ = std::make_unique<ProcessTable>(o.process_limit);
    vm->names_ = std::make_unique<NameTable>(*vm->processes_);
    vm->schedulers_ = std::make_unique<Schedulers>(*vm, o.schedulers, o.stepped);
    vm->code_ = std::make_unique<CodeServer>(*vm);
    if (!o.machine.run_slice) {
        FunctionCell* reporter = o.machine.reporter;
        o.machine = interpreter_machine(vm->code_->stubs());
        o.machine.reporter = reporter;
    }
    o.machine.code = Retirement::requests();
    if (!o.machine.stubs) o.machine.stubs = &vm->code_->stubs();
    if (!vm->schedulers_->start(error)) return nullptr;
    return vm;
}

Vm::~Vm() {
    if (schedulers_) schedulers_->stop();
    ending_ = true;
    for (int i = static_cast<int>(Slot::kCount); i-- > 0;) {
        if (slots_[i].destroy) slots_[i].destroy(slots_[i].state.load(std::memory_order_relaxed));
    }
    // Processes first: their funs and cells are the code server's.
    schedulers_.reset();
    code_.reset();
    names_.reset();
    processes_.reset();
    atoms_.reset();
    literal_space_.reset();
    memory_.reset();
}

}  // namespace vial

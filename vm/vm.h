// vm/vm.h: one virtual machine as an object.
// Here: what all processes of a VM share: atoms, code, processes, schedulers, World, options.
// Not here: any of these parts' own doings.
// Threads: the parts say; the object itself is built and torn down by one thread.
// Holds: several VMs live in one OS process without a shared writable datum.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "vm/base/memory.h"
#include "vm/process/machine.h"
#include "vm/process/native.h"
#include "vm/term/atom_table.h"
#include "vm/world.h"

namespace vial {

class CodeServer;    // code/code_server.h: modules, cells, loading
class ProcessTable;  // process/process_table.h
class Schedulers;    // sched/schedulers.h: the set of them, pools, timers
class NameTable;     // process/names.h
class LiteralSpace;  // base/literal_space.h: the address range of literals, regions and image

struct VmOptions {
    std::uint32_t schedulers = 0;       // 0: as many as the OS process may use
    std::uint64_t max_heap_bytes = 0;   // default max_heap_size of every process; 0: none
    std::uint32_t process_limit = 1u << 20;
    std::uint32_t atom_limit = 1u << 20;
    std::uint32_t stress_every = 1;     // stress builds: allocations for each forced collection
    std::vector<std::string> arguments; // System.argv
    std::span<const NativeRow> natives; // all rows, by the runtime and compiler
    World world;
    bool stepped = false;  // no threads: the host calls Scheduler::step
    Machine machine;       // run_slice null: the interpreter; tests bring their own
};

class Vm {
  public:
    // nullptr (and a message) when threads or memory cannot be had.
    static std::unique_ptr<Vm> create(VmOptions options, std::string& error);
    ~Vm();
    Vm(const Vm&) = delete;
    Vm& operator=(const Vm&) = delete;

    const VmOptions& options() const { return options_; }
    World& world() { return options_.world; }

    AtomTable& atoms() { return *atoms_; }
    CodeServer& code() { return *code_; }
    ProcessTable& processes() { return *processes_; }
    NameTable& names() { return *names_; }
    Schedulers& schedulers() { return *schedulers_; }
    LiteralSpace& literal_space() { return *literal_space_; }
    Memory& memory() { return *memory_; }
    const Machine& machine() const { return options_.machine; }
    // Who tells of processes that end by an uncaught error (Machine::reporter). Before any runs.
    void set_reporter(FunctionCell* cell) { options_.machine.reporter = cell; }
    // Its parts are being taken down: what was put off is not done any more.
    bool ending() const { return ending_; }

    // State that an upper room keeps for this VM (tables, module definitions, ...): one slot each,
    // freed in reverse order of creation when the VM ends.
    enum class Slot : std::uint8_t { Tables, Compiler, Files, Regex, Persistent, Os, Host, kCount };
    void* slot(Slot which) const {
        // acquire: pairs with set_slot(); the state is seen whole.
        return slots_[static_cast<int>(which)].state.load(std::memory_order_acquire);
    }
    void set_slot(Slot which, void* state, void (*destroy)(void*)) {
        auto& entry = slots_[static_cast<int>(which)];
        entry.destroy = destroy;
        entry.state.store(state, std::memory_order_release);
    }
    // The state, made by `make` if there is none yet; only one thread makes it.
    template <class F>
    void* slot_or_make(Slot which, void (*destroy)(void*), F&& make) {
        if (void* state = slot(which)) return state;
        const std::lock_guard<std::mutex> guard(slots_mutex_);
        if (!slot(which)) set_slot(which, make(), destroy);
        return slot(which);
    }

  private:
    Vm();
    struct SlotEntry {
        std::atomic<void*> state{nullptr};
        void (*destroy)(void*) = nullptr;
    };
    VmOptions options_;
    std::unique_ptr<Memory> memory_;  // first in, last out
    std::unique_ptr<LiteralSpace> literal_space_;
    std::unique_ptr<AtomTable> atoms_;
    std::unique_ptr<CodeServer> code_;
    std::unique_ptr<ProcessTable> processes_;
    std::unique_ptr<NameTable> names_;
    std::unique_ptr<Schedulers> schedulers_;
    bool ending_ = false;  // written when no other thread is left
    std::mutex slots_mutex_;
    SlotEntry slots_[static_cast<int>(Slot::kCount)];
};

}  // namespace vial

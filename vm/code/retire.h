// vm/code/retire.h: modules that can no longer be reached by name, until their memory is free.
// Here: Retirement: its rounds.
// Not here: looking at a process (code_use.h), versions of modules (code_server.h).
// Threads: retire() from any; the rest on schedulers between two slices.
// Holds: a module is freed when no process can come across it. A round goes so:
//          1. its literals are declared dying: whoever copies a term to another process copies them, too;
//          2. an epoch passes, so every copy begun before that is over and in its receiver's queue;
//          3. each process is asked, by a signal, and answers between two slices; it keeps no pointer to
//             a dying literal, and says which modules it uses;
//          4. when all have answered and one more epoch is over, unused modules go.
//        A process that is made meanwhile gets copies, and closures whose code is closed or that count.
//        Used modules take part in the next round. Closures outside of processes (tables, the
//        compiler's arenas) count in FunEntry::outside.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace vial {

class CodeServer;
class Process;
class Vm;
struct CodeRequests;  // process/machine.h
struct LoadedModule;

class Retirement {
  public:
    Retirement(Vm& vm, std::function<void(std::unique_ptr<LoadedModule>)> freed);
    ~Retirement();

    // The code server's mutex is held. `at_once`: a round begins for this one.
    void retire(std::unique_ptr<LoadedModule> module, bool at_once);
    // Modules that wait for their end, and rounds that are over.
    std::size_t waiting() const;
    std::uint64_t rounds() const;

    static CodeRequests requests();

  private:
    struct Round;
    struct State;
    static void begin_asking(void* round);
    static void finish(void* round);
    static void answer(void* round);
    std::unique_ptr<State> state_;
};

}  // namespace vial

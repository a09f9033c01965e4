// tools/cli/host.h: a VM with the standard library, driven from the command line.
// Here: making the VM, running a function of the language to its end, exit statuses.
// Not here: the commands (one file each).
// Threads: the main thread.
// Holds: statuses are those of the documentation: 0, 1 uncaught error, 2 failed tests, 64 wrong use,
//        70 the machine itself.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vm/code/image.h"
#include "vm/heap/term_arena.h"
#include "vm/vm.h"

namespace vial::cli {

constexpr int kStatusError = 1;
constexpr int kStatusUsage = 64;
constexpr int kStatusMachine = 70;

// What the options common to all commands say.
struct HostOptions {
    std::uint32_t schedulers = 0;
    std::uint64_t max_heap_bytes = 0;
    std::vector<std::string> code_path;
    void (*before_exit)() = nullptr;  // called before System.halt ends the OS process
};

class Host {
  public:
    // nullptr after a message on stderr.
    static std::unique_ptr<Host> start(const HostOptions& options, std::vector<std::string> arguments);

    // Runs Vial.Boot.main(command, options) in a process of its own and returns the exit status that
    // it gives. `options` is built in the arena handed to `build`.
    int run(std::string_view command, const std::function<Term(Vm&, TermArena&)>& build);

    Vm& vm() { return *vm_; }

  private:
    Host() = default;
    std::unique_ptr<Image> image_;          // these two outlive the VM
    std::vector<std::string> code_path_;
    std::unique_ptr<Vm> vm_;
};

// %{key => value} with atom keys, for Host::run.
Term options_map(Vm& vm, TermArena& arena, const std::vector<std::pair<std::string_view, Term>>& pairs);
Term string_list(TermArena& arena, const std::vector<std::string>& strings);

}  // namespace vial::cli

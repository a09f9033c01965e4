// tools/cli/host.cpp: starting a VM and waiting for its main process.
// Here: Host.
// Not here: what the main process does (stdlib/vial/boot.ex).
// Threads: the main thread.
// Holds: as host.h.
#include "tools/cli/host.h"

#include <algorithm>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "runtime/natives.h"
#include "runtime/setup.h"
#include "tools/cli/wait.h"
#include "tools/image/embedded_image.h"
#include "vm/code/code_server.h"
#include "vm/process/names.h"
#include "vm/sched/schedulers.h"

namespace vial::cli {
namespace {

// Of the one VM that the command has.
void (*g_before_exit)() = nullptr;
void (*g_exit)(void* host, int status) = nullptr;
std::int64_t (*g_read_fd)(void* host, int fd, char* bytes, std::size_t count) = nullptr;
std::atomic<int> g_reading{0};  // threads that wait for standard input

std::int64_t counted_read(void* host, int fd, char* bytes, std::size_t count) {
    // relaxed: looked at when all that matters has ended
    g_reading.fetch_add(1, std::memory_order_relaxed);
    const std::int64_t got = g_read_fd(host, fd, bytes, count);
    g_reading.fetch_sub(1, std::memory_order_relaxed);
    return got;
}

// Folders of .vbc as a source of modules: FOLDER/Elixir.Name.vbc. A program that writes modules under the name
// they have elsewhere, .beam, finds them too.
ModuleSource folders_source(std::vector<std::string>& folders) {
    ModuleSource source;
    source.context = &folders;
    source.folders = &folders;
    source.find = [](void* context, std::string_view module, std::string& storage,
                     std::string& place) -> std::optional<std::string_view> {
        for (const auto& folder : *static_cast<std::vector<std::string>*>(context)) {
            for (const char* extension : {".vbc", ".beam"}) {
                const auto path = std::filesystem::path(folder) / (std::string(module) + extension);
                std::ifstream in(path, std::ios::binary);
                if (!in) continue;
                place = path.string();
                storage.assign(std::istreambuf_iterator<char>(in), {});
                return storage;
            }
        }
        return std::nullopt;
    };
    source.names = [](void* context) {
        std::vector<std::string> names;
        for (const auto& folder : *static_cast<std::vector<std::string>*>(context)) {
            std::error_code none;
            for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
                if (entry.path().extension() == ".vbc") names.push_back(entry.path().stem().string());
            }
        }
        return names;
    };
    return source;
}

// :init.stop takes its stages' times at most.
void wait_for_stop() { std::this_thread::sleep_for(std::chrono::seconds(20)); }

}  // namespace

std::unique_ptr<Host> Host::start(const HostOptions& options, std::vector<std::string> arguments) {
    auto host = std::unique_ptr<Host>(new Host);
    auto image = Image::open(embedded_image());
    if (!image) {
        std::fprintf(stderr, "vial: %s\n", image.error().message.c_str());
        return nullptr;
    }
    host->image_ = std::make_unique<Image>(std::move(*image));

    VmOptions vm_options;
    vm_options.schedulers = options.schedulers;
    vm_options.max_heap_bytes = options.max_heap_bytes;
    // Read by stress builds alone: a collection at every nth allocation instead of at each.
    if (const char* every = std::getenv("VIAL_STRESS_EVERY")) {
        vm_options.stress_every = std::max(1u, static_cast<std::uint32_t>(std::strtoul(every, nullptr, 10)));
    }
    vm_options.arguments = std::move(arguments);
    vm_options.natives = all_natives();
    vm_options.world = real_world();
    g_read_fd = vm_options.world.read_fd;
    vm_options.world.read_fd = counted_read;
    if (options.before_exit) {
        g_before_exit = options.before_exit;
        g_exit = vm_options.world.exit;
        vm_options.world.exit = [](void* world_host, int status) {
            g_before_exit();
            g_exit(world_host, status);
        };
    }
    stop_on_terminate();
    std::string error;
    host->vm_ = Vm::create(std::move(vm_options), error);
    if (!host->vm_) {
        std::fprintf(stderr, "vial: %s\n", error.c_str());
        return nullptr;
    }
    install_runtime(*host->vm_);
    Vm& vm = *host->vm_;
    vm.code().add_source(host->image_->source());
    host->code_path_ = options.code_path;
    vm.code().add_source(folders_source(host->code_path_));
    // Who tells of processes that end by an error; without the library the machine does so plainly.
    if (host->image_->find("vial_report")) {
        vm.set_reporter(vm.code().cell(vm.atoms().intern("vial_report"), vm.atoms().intern("process"), 4));
    }
    return host;
}

int Host::run(std::string_view command, const std::function<Term(Vm&, TermArena&)>& build) {
    TermArena arena;
    const Term arguments[] = {vm_->atoms().intern(command), build(*vm_, arena)};
    const HostCall call = call_and_wait(*vm_, "Elixir.Vial.Boot", "main", arguments);
    // Where the machine is being stopped in order, that ends the OS process, with its own status.
    if (vm_->names().whereis(vm_->atoms().intern("init")) != kNoTerm) wait_for_stop();
    int status = kStatusMachine;
    if (call.error.empty() && call.value.is_small()) {
        status = static_cast<int>(call.value.small_value());
    } else {
        std::fprintf(stderr, "vial: the main process ended: %s\n", call.error.c_str());
    }
    // A native that does not come back must not keep the OS process; one that waits for a key never does.
    constexpr std::int64_t kPatienceNs = 2'000'000'000;
    const bool reading = g_reading.load(std::memory_order_relaxed) > 0;
    if (!vm_->schedulers().stop_within(reading ? 0 : kPatienceNs)) vm_->world().exit(vm_->world().host, status);
    return status;
}

Term options_map(Vm& vm, TermArena& arena, const std::vector<std::pair<std::string_view, Term>>& pairs) {
    std::vector<std::pair<Term, Term>> terms;
    for (const auto& [key, value] : pairs) terms.emplace_back(vm.atoms().intern(key), value);
    return arena.map(terms, vm.atoms());
}

Term string_list(TermArena& arena, const std::vector<std::string>& strings) {
    std::vector<Term> terms;
    for (const auto& s : strings) terms.push_back(arena.binary(s));
    return arena.list(terms);
}

}  // namespace vial::cli

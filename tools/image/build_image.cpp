// tools/image/build_image.cpp: the first stage: a VM without an image that compiles the stdlib.
// Here: `build_image STDLIB_FOLDER OUT`: compiles the files that STDLIB_FOLDER/ORDER names, in order,
//       each with what the ones before it defined, verifies all modules and writes them as one image.
// Not here: the compiler; the image's format (vm/code/image.h).
// Threads: the main thread, one scheduler.
// Holds: exit status 1 and a message when a file does not compile; then no image is written.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "runtime/natives.h"
#include "runtime/setup.h"
#include "tools/cli/wait.h"
#include "vm/code/code_server.h"
#include "vm/code/image.h"
#include "vm/term/binary.h"
#include "vm/term/boxed.h"

namespace fs = std::filesystem;
using namespace vial;

namespace {

using Modules = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> read_order(const fs::path& folder) {
    std::vector<std::string> files;
    std::ifstream in(folder / "ORDER");
    for (std::string line; std::getline(in, line);) {
        line.erase(std::min(line.find('#'), line.size()));
        line.erase(line.find_last_not_of(" \t") + 1);
        if (!line.empty()) files.push_back(line);
    }
    return files;
}

bool collect(Vm& vm, Term compiled, Modules& modules) {
    for (; compiled.is_cons(); compiled = compiled.tail()) {
        const Term pair = compiled.head();
        if (!is_tuple_of(pair, 2) || !tuple_element(pair, 0).is_atom()) return false;
        const auto bytes = binary_bytes(tuple_element(pair, 1));
        if (!bytes) return false;
        modules.emplace_back(vm.atoms().text(tuple_element(pair, 0)), *bytes);
    }
    return compiled.is_nil();
}

bool compile(Vm& vm, const fs::path& file, Modules& modules) {
    TermArena arena;
    const Term args[] = {arena.binary(file.string())};
    const auto call = cli::call_and_wait(vm, "vial_compiler", "compile_file", args);
    if (!call.error.empty()) {
        std::fprintf(stderr, "%s: does not compile: %s\n", file.c_str(), call.error.c_str());
        return false;
    }
    if (!collect(vm, call.value, modules)) {
        std::fprintf(stderr, "%s: the compiler gave no list of modules\n", file.c_str());
        return false;
    }
    return true;
}

// The image is not verified when vial starts.
bool verified(Vm& vm, const Modules& modules) {
    for (const auto& [name, bytes] : modules) {
        const auto prepared = vm.code().prepare_binary(bytes);
        if (prepared) continue;
        std::fprintf(stderr, "%s: %s\n", name.c_str(), prepared.error().message.c_str());
        return false;
    }
    return true;
}

int build(const fs::path& folder, const char* out) {
    VmOptions options;
    options.schedulers = 1;
    options.natives = all_natives();
    options.world = real_world();
    std::string error;
    const auto vm = Vm::create(std::move(options), error);
    if (!vm) {
        std::fprintf(stderr, "%s\n", error.c_str());
        return 70;
    }
    install_runtime(*vm);
    Modules modules;
    for (const auto& file : read_order(folder)) {
        if (!compile(*vm, folder / file, modules)) return 1;
    }
    if (!verified(*vm, modules)) return 1;
    std::ofstream image(out, std::ios::binary | std::ios::trunc);
    image << write_image(std::move(modules));
    image.close();
    return image ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: build_image STDLIB_FOLDER OUT\n");
        return 64;
    }
    return build(argv[1], argv[2]);
}

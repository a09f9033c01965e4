// tests/fuzz/loader.cpp: modules of the library with changed bytes behind right checksums.
// Here: `fuzz_loader IMAGE SEED ROUNDS`: each is refused, or loaded and its functions called.
// Not here: the compiler's target (compiler.exs); one rule after the other (tests/unit/vm/code/verify_test.cpp).
// Threads: a stepped VM for each module; a process for each round, so that a crash or a hang names it.
// Holds: exit status 1 when a round crashed or hung, 2 for wrong usage. The modules only compute.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "runtime/natives.h"
#include "runtime/setup.h"
#include "vm/code/image.h"
#include "vm/code/vbc_format.h"
#include "vm/process/exit.h"
#include "vm/process/spawn.h"
#include "vm/sched/schedulers.h"
#include "vm/vm.h"
#include "xxhash.h"

using namespace vial;

namespace {

constexpr int kModulesPerRound = 40;
constexpr int kCalls = 25;
constexpr unsigned kSecondsPerRound = 60;

struct ChunkAt {
    std::string_view name;
    std::size_t first, bytes;
};

std::vector<ChunkAt> chunks_of(std::string_view vbc) {
    std::vector<ChunkAt> all;
    for (std::size_t at = vbc::kHeadBytes; at + vbc::kChunkHeadBytes <= vbc.size();) {
        std::size_t size = 0;
        for (int i = 4; i-- > 0;) size = size << 8 | static_cast<unsigned char>(vbc[at + 4 + i]);
        all.push_back({vbc.substr(at, 4), at + vbc::kChunkHeadBytes, size});
        at += vbc::kChunkHeadBytes + size;
    }
    return all;
}

// Changes one to three bytes of what the verifier has to judge.
std::string damaged(std::string_view vbc, std::mt19937& random) {
    constexpr std::string_view kWhere[] = {"CODE", "CODE", "CODE", "DESC", "TYPE", "TYPE", "FUNS", "EXPT"};
    std::string bytes(vbc);
    const auto chunks = chunks_of(vbc);
    for (unsigned k = 0, n = 1 + random() % 3; k < n; ++k) {
        const std::string_view where = kWhere[random() % std::size(kWhere)];
        const auto chunk = std::find_if(chunks.begin(), chunks.end(), [&](const ChunkAt& c) { return c.name == where; });
        if (chunk == chunks.end() || chunk->bytes == 0) continue;
        char& byte = bytes[chunk->first + random() % chunk->bytes];
        constexpr int kSteps[] = {1, -1, 16, -16};  // a neighbour of the value, or of the operand
        byte = static_cast<char>(random() % 2 ? random() : byte + kSteps[random() % 4]);
    }
    for (const ChunkAt& chunk : chunks) {
        const std::uint64_t sum = XXH3_64bits(bytes.data() + chunk.first, chunk.bytes);
        for (int i = 0; i < 8; ++i) bytes[chunk.first - 8 + i] = static_cast<char>(sum >> 8 * i);
    }
    return bytes;
}

Term some_term(TermArena& arena, AtomTable& atoms, std::mt19937& random, int depth) {
    const auto inner = [&] { return some_term(arena, atoms, random, depth + 1); };
    switch (random() % (depth > 2 ? 5 : 9)) {
        case 0: return Term::small(static_cast<int>(random() % 10) - 2);
        case 1: return atoms.intern(random() % 2 ? "k" : "true");
        case 2: return Term::nil();
        case 3: return arena.binary("h\xc3\xa9llo 12");
        case 4: return arena.floating(1.5);
        case 5: return arena.tuple({inner(), inner()});
        case 6: return arena.list({arena.tuple({atoms.intern("k"), inner()})});
        case 7: {
            const std::pair<Term, Term> pair[] = {{atoms.intern("k"), inner()}};
            return arena.map(pair, atoms);
        }
        default: return arena.list({inner(), inner(), inner()});
    }
}

void call_some(Vm& vm, const LoadedModule& module, std::mt19937& random) {
    for (int i = 0; i < kCalls && !module.exports.empty(); ++i) {
        const FunctionInfo& f = module.functions[module.exports[random() % module.exports.size()]];
        TermArena arena;
        std::vector<Term> arguments;
        for (std::uint32_t k = 0; k < f.arity; ++k) arguments.push_back(some_term(arena, vm.atoms(), random, 0));
        auto* waiter = new HostWaiter;  // a process that does not end keeps it
        SpawnError error = SpawnError::None;
        FunctionCell* cell = vm.code().cell(module.name, f.name, f.arity);
        vm.schedulers().with_host([&](HostContext& context) {
            spawn_from_host(context, context.slots, vm, cell, arguments, SpawnOptions{}, waiter, error);
        });
        vm.schedulers().run_ready(60);
        if (waiter->done.load() == 0) return;
        delete waiter;
    }
}

void round(const Image& image, std::mt19937& random) {
    constexpr std::string_view kModules[] = {
        "Elixir.Enum", "Elixir.List", "Elixir.Map", "Elixir.Keyword", "Elixir.String", "Elixir.Integer",
        "Elixir.Tuple", "Elixir.Base", "Elixir.URI", "Elixir.Version", "Elixir.MapSet", "Elixir.Stream",
        "lists", "string", "maps", "queue", "sets", "gb_trees", "orddict"};
    for (int i = 0; i < kModulesPerRound; ++i) {
        const auto vbc = image.find(kModules[random() % std::size(kModules)]);
        if (!vbc) continue;
        VmOptions options;
        options.schedulers = 1;
        options.stepped = true;
        options.natives = all_natives();
        options.world = real_world();
        options.max_heap_bytes = 32u << 20;
        std::string error;
        const auto vm = Vm::create(std::move(options), error);
        if (!vm) std::exit(70);
        install_runtime(*vm);
        vm->code().add_source(image.source());
        const auto loaded = vm->code().load_binary(damaged(*vbc, random));
        if (loaded) call_some(*vm, *loaded.value(), random);
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::ifstream in(argc == 4 ? argv[1] : "", std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    const auto image = Image::open(bytes);
    if (!image) {
        std::fprintf(stderr, "usage: fuzz_loader IMAGE SEED ROUNDS\n");
        return 2;
    }
    const unsigned seed = static_cast<unsigned>(std::atoi(argv[2]));
    int failed = 0;
    for (int r = 0; r < std::atoi(argv[3]); ++r) {
        const pid_t child = fork();
        if (child == 0) {
            alarm(kSecondsPerRound);
            std::mt19937 random(seed * 100'003u + static_cast<unsigned>(r));
            round(image.value(), random);
            _exit(0);
        }
        int status = 0;
        if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
            std::printf("fuzz_loader: seed %u, round %d: status %#x\n", seed, r, static_cast<unsigned>(status));
            ++failed;
        }
    }
    return failed == 0 ? 0 : 1;
}

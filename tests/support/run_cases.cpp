// tests/support/run_cases.cpp: runs conformance scripts and says which differ.
// Here: the command `run_cases`: finds cases, runs each in every asked way, prints differences.
// Not here: reading a case (case_file.cpp); running one under the reference (tests/elixir/diff).
// Threads: a few workers, each with its own cases.
// Holds: exit status 1 when a case failed, and when none was found.
//
//   run_cases --vial PATH [--compiler PATH] [--modes source,vbc] [--jobs N] [--timeout S] PATH...
//
// Mode vbc compiles each script with --compiler (default: the same vial), then runs the result.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/case_file.h"
#include "tests/support/run_program.h"

namespace fs = std::filesystem;
using namespace vial::test;

namespace {

struct Options {
    std::string vial = "vial";
    std::string compiler;
    std::vector<std::string> modes{"source", "vbc"};
    unsigned jobs = 2;
    int timeout_seconds = 60;
    std::vector<std::string> paths;
};

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> out(1);
    for (char c : text) {
        if (c == by) out.emplace_back();
        else out.back() += c;
    }
    return out;
}

Options parse_options(int argc, char** argv) {
    Options o;
    for (int i = 1; i < argc; ++i) {
        const std::string a = argv[i];
        const auto value = [&] { return std::string(++i < argc ? argv[i] : ""); };
        if (a == "--vial") o.vial = value();
        else if (a == "--compiler") o.compiler = value();
        else if (a == "--modes") o.modes = split(value(), ',');
        else if (a == "--jobs") o.jobs = static_cast<unsigned>(std::stoi(value()));
        else if (a == "--timeout") o.timeout_seconds = std::stoi(value());
        else o.paths.push_back(a);
    }
    if (o.compiler.empty()) o.compiler = o.vial;
    return o;
}

std::vector<std::string> find_cases(const Options& o) {
    std::vector<std::string> found;
    for (const auto& path : o.paths) {
        if (fs::is_directory(path)) {
            for (const auto& e : fs::recursive_directory_iterator(path)) {
                if (e.path().extension() == ".exs") found.push_back(e.path().string());
            }
        } else {
            found.push_back(path);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

// The program to run for a mode: the script, or the .vbc made from it (empty and `why` on failure).
std::string program_for(const Options& o, const CaseFile& c, const std::string& mode,
                        const fs::path& scratch, std::string& why) {
    if (mode == "source") return c.path;
    const auto made = run_program({o.compiler, "compile", c.path, "-o", scratch.string()}, "",
                                  o.timeout_seconds);
    if (made.status != 0) {
        why = "  compiling: exit status " + std::to_string(made.status) + ": " + made.err.substr(0, 600);
        return "";
    }
    return (scratch / fs::path(c.path).stem()).string() + ".vbc";
}

std::string run_case(const Options& o, const CaseFile& c, const std::string& mode,
                     const fs::path& scratch) {
    std::string why;
    const std::string program = program_for(o, c, mode, scratch, why);
    if (program.empty()) {
        // A script that does not compile shows its error while compiling.
        return c.error && why.find(c.error->substr(0, c.error->find(' '))) != std::string::npos ? "" : why;
    }
    std::string failures;
    for (const auto& count : c.schedulers) {
        std::vector<std::string> command{o.vial, "run", "--schedulers", count, program};
        command.insert(command.end(), c.arguments.begin(), c.arguments.end());
        const auto outcome = run_program(command, c.input, o.timeout_seconds);
        const auto differs = compare_outcome(c, outcome.status, outcome.out, outcome.err);
        if (!differs.empty()) failures += "  with --schedulers " + count + ":\n" + differs;
    }
    return failures;
}

}  // namespace

int main(int argc, char** argv) {
    const Options options = parse_options(argc, argv);
    const auto cases = find_cases(options);
    std::atomic<std::size_t> next{0};
    std::atomic<unsigned> passed{0}, failed{0}, skipped{0};
    std::mutex printing;
    const fs::path scratch = fs::temp_directory_path() / ("vial-cases-" + std::to_string(getpid()));

    const auto work = [&](unsigned worker) {
        for (std::size_t i; (i = next++) < cases.size();) {
            const CaseFile c = read_case(cases[i]);
            if (c.skip) {
                ++skipped;
                continue;
            }
            for (const auto& mode : options.modes) {
                const fs::path dir = scratch / std::to_string(worker);
                fs::create_directories(dir);
                const auto failure = run_case(options, c, mode, dir);
                ++(failure.empty() ? passed : failed);
                if (failure.empty()) continue;
                const std::lock_guard lock(printing);
                std::printf("%s (%s):\n%s", c.path.c_str(), mode.c_str(), failure.c_str());
                if (failure.back() != '\n') std::printf("\n");
            }
        }
    };
    std::vector<std::thread> workers;
    for (unsigned w = 0; w < options.jobs; ++w) workers.emplace_back(work, w);
    for (auto& w : workers) w.join();
    std::error_code ignored;
    fs::remove_all(scratch, ignored);
    std::printf("%u passed, %u failed, %u skipped\n", passed.load(), failed.load(), skipped.load());
    return failed != 0 || passed == 0 ? 1 : 0;
}

// tools/cli/run.cpp: `vial run`: a script, code from the command line, or standard input.
// Here: its options, handed to Vial.Boot.
// Not here: running (stdlib/vial/boot.ex).
// Threads: the main thread.
// Holds: everything after the file belongs to the script.
#include "tools/cli/command.h"

namespace vial::cli {
namespace {

struct RunOptions {
    std::vector<std::string> eval;
    std::vector<std::string> require;
};

void run(const CLI::App& command, Session& session, const RunOptions& options, std::vector<std::string> rest) {
    std::string file;
    if (options.eval.empty()) {
        if (rest.empty()) {
            std::fprintf(stderr, "vial run: which file?\nhint: vial run FILE [ARGS], vial run -e CODE, or vial run - for standard input\n");
            session.status = kStatusUsage;
            return;
        }
        file = rest.front();
        if (file.size() > 1 && file[0] == '-') {
            const std::string meant = similar_option(command, file);
            const std::string hint = meant.empty() ? "vial run --help lists the options" : "did you mean " + meant + "?";
            std::fprintf(stderr, "vial: unknown option %s\nhint: %s\n", file.c_str(), hint.c_str());
            session.status = kStatusUsage;
            return;
        }
        rest.erase(rest.begin());
    }
    const auto host = Host::start(session.host, rest);
    if (!host) {
        session.status = kStatusMachine;
        return;
    }
    session.status = host->run("run", [&](Vm& vm, TermArena& arena) {
        return options_map(vm, arena,
                           {{"file", file.empty() ? atoms::nil_ : arena.binary(file)},
                            {"args", string_list(arena, rest)},
                            {"eval", string_list(arena, options.eval)},
                            {"require", string_list(arena, options.require)}});
    });
}

}  // namespace

void add_run(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("run", "Run a script, a compiled .vbc, or code given here");
    auto options = std::make_shared<RunOptions>();
    command->add_option("-e,--eval", options->eval, "Run this code instead of a file; may be given more than once")
        ->allow_extra_args(false);
    command->add_option("-r", options->require, "First load the source files that match this pattern")
        ->allow_extra_args(false);
    add_host_options(*command, session);
    command->prefix_command();
    command->footer(
        "Example:\n  vial run samples/hello.exs\n  vial run samples/word_count.exs README.md\n  vial -e 'IO.puts(1 + 2)'\n"
        "  echo 'IO.puts(\"hi\")' | vial -\n\n"
        "FILE may be left to `vial FILE`. What follows the file goes to the script (System.argv).\n"
        "Exit status: 0; 1 uncaught error, or a file that cannot be read; 64 wrong use; System.halt's own.");
    command->callback([command, options, &session] { run(*command, session, *options, command->remaining()); });
}

}  // namespace vial::cli

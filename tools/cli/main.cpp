// tools/cli/main.cpp: the command `vial`.
// Here: options common to all commands, which command a bare file or -e means, statuses of wrong use.
// Not here: the commands (one file each).
// Threads: the main thread.
// Holds: data goes to stdout, everything else to stderr.
#include <unistd.h>

#include <cstdio>
#include <set>

#include "tools/cli/command.h"

namespace vial::cli {
namespace {

// Bytes with a unit of 1,024: 512M, 2G, 65536.
std::uint64_t parse_size(const std::string& text) {
    std::size_t used = 0;
    unsigned long long value = 0;
    try {
        value = std::stoull(text, &used);
    } catch (const std::exception&) {
        throw CLI::ValidationError("--max-heap", "not a size: " + text + " (as 65536, 512M, 2G)");
    }
    const std::string unit = text.substr(used);
    const std::string units = "KMG";
    if (unit.empty()) return value;
    const auto at = units.find(static_cast<char>(std::toupper(unit[0])));
    if (at == std::string::npos || unit.size() > 1) {
        throw CLI::ValidationError("--max-heap", "not a size: " + text + " (as 65536, 512M, 2G)");
    }
    return value << (10 * (at + 1));
}

// `vial FILE`, `vial -e CODE`, `vial -` and a pipe into bare `vial` are `vial run ...`.
std::vector<std::string> with_command(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    static const std::set<std::string> kNoCommand{"-h", "--help", "--version"};
    static const std::set<std::string> kCommands{"run", "compile", "repl", "test", "disasm", "help", "version"};
    if (arguments.empty()) return {isatty(0) != 0 ? "repl" : "run", "-"};
    if (kNoCommand.contains(arguments[0]) || kCommands.contains(arguments[0])) return arguments;
    arguments.insert(arguments.begin(), "run");
    return arguments;
}

int report(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::fprintf(stderr, "vial: %s\nhint: vial --help lists commands and options\n", error.what());
    return kStatusUsage;
}

int main_with(int argc, char** argv) {
    CLI::App app{"vial: a small actor language with Elixir's syntax, and its machine"};
    Session session;
    app.set_version_flag("--version", std::string("vial ") + VIAL_VERSION + " (Elixir 1.14 compatible)");
    app.require_subcommand(1);
    app.footer(
        "vial FILE [ARGS] runs a script; vial -e CODE runs code; bare vial opens a session.\n"
        "vial COMMAND --help tells more of each command.\n\n"
        "Environment: VIAL_PATH (folders of .vbc, as --path), VIAL_SCHEDULERS, NO_COLOR.\n"
        "Exit status: 0; 1 uncaught error, failed compilation or unreadable file; 2 failed tests;\n"
        "64 wrong use; 70 a fault of the machine itself; 128 + n for signal n.");
    add_run(app, session);
    add_compile(app, session);
    add_repl(app, session);
    add_test(app, session);
    add_disasm(app, session);
    app.add_subcommand("version", "Show the version")->callback([] {
        std::printf("vial %s (Elixir 1.14 compatible)\n", VIAL_VERSION);
    });
    app.add_subcommand("help", "Show this help")->callback([&app] { std::fputs(app.help().c_str(), stdout); });

    auto arguments = with_command(argc, argv);
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the end
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError& error) {
        return report(app, error);
    }
    return session.status;
}

}  // namespace

void add_host_options(CLI::App& command, Session& session) {
    command.add_option("--schedulers", session.host.schedulers, "Scheduler threads (default: one a core)")
        ->envname("VIAL_SCHEDULERS")
        ->check(CLI::Range(1, 1024));
    command
        .add_option_function<std::string>(
            "--max-heap", [&session](const std::string& text) { session.host.max_heap_bytes = parse_size(text); },
            "Largest heap of a process, in bytes: 512M; one that grows beyond is killed")
        ->type_name("SIZE");
    command.add_option("--path", session.host.code_path, "Add a folder of .vbc files")
        ->envname("VIAL_PATH")
        ->delimiter(':')
        ->allow_extra_args(false)
        ->type_name("DIR");
}

}  // namespace vial::cli

int main(int argc, char** argv) {
    try {
        return vial::cli::main_with(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "vial: %s\n", error.what());
        return vial::cli::kStatusMachine;
    }
}

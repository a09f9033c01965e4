// tools/cli/main.cpp: the command `vial`.
// Here: options common to all commands, which command a bare file or -e means, statuses of wrong use.
// Not here: the commands (one file each).
// Threads: the main thread.
// Holds: data goes to stdout, everything else to stderr.
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include "compiler/diag/suggest.h"
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

std::vector<std::string> names_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
    return names;
}

// A word that is no file and looks like a command, mistyped: not a script that is missing.
std::string meant_command(const std::string& word, const std::vector<std::string>& commands) {
    if (word.find_first_of("./-") != std::string::npos || ::access(word.c_str(), F_OK) == 0) return "";
    const auto similar = diag::similar_names(word, commands, 1);
    return similar.empty() ? "" : similar.front();
}

// The machine's options may stand before the command: `vial --schedulers 1 run FILE`. How many words they are.
std::size_t count_host_options(const std::vector<std::string>& arguments) {
    CLI::App host;
    Session unused;
    add_host_options(host, unused);
    std::size_t at = 0;
    while (at < arguments.size() && arguments[at].starts_with("--")) {
        const auto equals = arguments[at].find('=');
        if (!host.get_option_no_throw(arguments[at].substr(0, equals))) break;
        at += equals == std::string::npos ? 2 : 1;
    }
    return at;  // beyond the end: a value is missing
}

// `vial FILE`, `vial -e CODE`, `vial -` and a pipe into bare `vial` are `vial run ...`.
std::vector<std::string> with_command(const CLI::App& app, int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    const std::size_t before = count_host_options(arguments);
    if (before >= arguments.size()) {
        const bool complete = before == arguments.size();
        arguments.insert(arguments.begin(), isatty(0) != 0 ? "repl" : "run");
        if (arguments[0] == "run" && complete) arguments.push_back("-");
        return arguments;
    }
    const std::string first = arguments[before];
    if (first == "-h" || first == "--help" || first == "--version") return arguments;
    const auto commands = names_of(app);
    if (std::find(commands.begin(), commands.end(), first) != commands.end()) {
        std::rotate(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(before),
                    arguments.begin() + static_cast<std::ptrdiff_t>(before) + 1);
        return arguments;
    }
    const std::string meant = meant_command(first, commands);
    if (!meant.empty()) throw CLI::ExtrasError("unknown command " + first + "\nhint: did you mean vial " + meant + "?", CLI::ExitCodes::ExtrasError);
    arguments.insert(arguments.begin(), "run");
    return arguments;
}

const CLI::App& chosen(const CLI::App& app) {
    const auto commands = app.get_subcommands();
    return commands.empty() ? app : *commands.front();
}

int report(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    const CLI::App& command = chosen(app);
    std::string what = error.what();
    std::string hint = "vial " + (&command == &app ? "" : command.get_name() + " ") + "--help lists the options";
    if (what.find("hint: ") != std::string::npos) {
        std::fprintf(stderr, "vial: %s\n", what.c_str());
        return kStatusUsage;
    }
    const auto left = app.remaining(true);
    if (!left.empty() && dynamic_cast<const CLI::ExtrasError*>(&error)) {
        what = (left.front().starts_with("-") ? "unknown option " : "unexpected argument ") + left.front();
        if (const std::string meant = similar_option(command, left.front()); !meant.empty()) hint = "did you mean " + meant + "?";
    }
    std::fprintf(stderr, "vial: %s\nhint: %s\n", what.c_str(), hint.c_str());
    return kStatusUsage;
}

int main_with(int argc, char** argv) {
    CLI::App app{"vial: a small actor language with Elixir's syntax, and its machine", "vial"};
    Session session;
    std::signal(SIGPIPE, SIG_IGN);  // a write fails instead; vial_io_device.ex ends the program
    app.set_version_flag("--version", std::string("vial ") + VIAL_VERSION + " (Elixir 1.14 compatible)");
    app.require_subcommand(1);
    app.footer(
        "vial FILE [ARGS] runs a script; vial -e CODE runs code; bare vial opens a session on a terminal\n"
        "and runs standard input otherwise. vial COMMAND --help tells more, with an example each.\n\n"
        "Examples:\n"
        "  vial hello.exs                        run a script\n"
        "  vial -e 'IO.puts(1 + 2)'              run code given here\n"
        "  vial compile lib -o ebin && vial --path ebin -e 'My.main()'\n\n"
        "Environment: VIAL_PATH (folders of .vbc, as --path), VIAL_SCHEDULERS, NO_COLOR, FORCE_COLOR.\n"
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
    app.add_subcommand("help", "Show this help, or a command's")
        ->allow_extras()
        ->callback([&app] {
            const auto words = app.get_subcommand("help")->remaining();
            const CLI::App* about = &app;
            for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
                if (!words.empty() && command->get_name() == words.front()) about = command;
            }
            std::fputs((about == &app ? app.help() : about->help("vial")).c_str(), stdout);
        });

    try {
        auto arguments = with_command(app, argc, argv);
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the end
        app.parse(arguments);
    } catch (const CLI::ParseError& error) {
        return report(app, error);
    }
    return session.status;
}

}  // namespace

std::string similar_option(const CLI::App& command, const std::string& wanted) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    const auto similar = diag::similar_names(wanted.substr(0, wanted.find('=')), names, 1);
    return similar.empty() ? "" : similar.front();
}

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

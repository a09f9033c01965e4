// tools/cli/repl.cpp: `vial repl`: an interactive session.
// Here: its options, handed to Vial.Boot.
// Not here: the session (stdlib/iex).
// Threads: the main thread.
// Holds: -
#include "tools/cli/command.h"

namespace vial::cli {

void add_repl(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("repl", "Try things out, line by line");
    auto require = std::make_shared<std::vector<std::string>>();
    command->add_option("-r", *require, "First load the source files that match this pattern")->allow_extra_args(false);
    add_host_options(*command, session);
    command->footer("Bare `vial` on a terminal does the same. h() in the session shows help; Ctrl-D ends it.");
    command->callback([require, &session] {
        const auto host = Host::start(session.host, {});
        if (!host) {
            session.status = kStatusMachine;
            return;
        }
        session.status = host->run("repl", [&](Vm& vm, TermArena& arena) {
            return options_map(vm, arena, {{"require", string_list(arena, *require)}});
        });
    });
}

}  // namespace vial::cli

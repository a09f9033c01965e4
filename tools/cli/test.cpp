// tools/cli/test.cpp: `vial test`: a project's or some files' tests.
// Here: handing the arguments to Vial.Boot.
// Not here: the options' meaning and the tests (stdlib/vial, stdlib/ex_unit).
// Threads: the main thread.
// Holds: exit status 2 for failed tests, as ExUnit's.
#include "tools/cli/command.h"

namespace vial::cli {

void add_test(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("test", "Run tests");
    add_host_options(*command, session);
    command->prefix_command();
    command->footer(
        "Usage: vial test [OPTIONS] [FOLDER | FILES...]\n"
        "  FILE:LINE             only the test at that line\n"
        "  --only TAG[:VALUE]    only tests with the tag; --include, --exclude likewise\n"
        "  --seed N              order of tests (0: as written)\n"
        "  --trace               one line a test, with its time\n"
        "  --max-cases N         how many modules run at once\n"
        "  --max-failures N      stop after so many failures\n"
        "Exit status: 0; 2 when a test failed; 1 when a file does not compile.");
    command->callback([command, &session] {
        const auto host = Host::start(session.host, {});
        if (!host) {
            session.status = kStatusMachine;
            return;
        }
        session.status = host->run("test", [&](Vm& vm, TermArena& arena) {
            return options_map(vm, arena, {{"args", string_list(arena, command->remaining())}});
        });
    });
}

}  // namespace vial::cli

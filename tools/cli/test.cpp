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
        "  --failed              only tests that failed last time\n"
        "  --seed N              order of tests (0: as written)\n"
        "  --trace               one line a test, with its time\n"
        "  --slowest N           list the N slowest tests\n"
        "  --timeout N           milliseconds a test may take\n"
        "  --max-cases N         how many modules run at once\n"
        "  --max-failures N      stop after so many failures\n"
        "  --partitions N        every N-th file, from MIX_TEST_PARTITION on\n"
        "  --formatter MODULE    in the place of ExUnit.CLIFormatter\n"
        "  --exit-status N       when a test failed (2)\n"
        "  --[no-]color          whether to colour the output\n"
        "A folder that is a project (mix.exs, or lib and test) is entered and its lib/ loaded.\n"
        "Exit status: 0; 2 when a test failed; 1 when a file does not compile; 64 for wrong use.");
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

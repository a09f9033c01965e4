// tools/cli/compile.cpp: `vial compile`: sources to .vbc files.
// Here: its options, handed to Vial.Boot.
// Not here: compiling (compiler/), writing files (stdlib/vial/boot.ex).
// Threads: the main thread.
// Holds: -
#include "tools/cli/command.h"

namespace vial::cli {

void add_compile(CLI::App& app, Session& session) {
    struct Options {
        std::vector<std::string> paths;
        std::string output = ".";
        bool strict = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("compile", "Compile sources ahead of time");
    command->add_option("PATHS", options->paths, "Files (.ex, .exs) or folders of .ex files")->required();
    command->add_option("-o,--output", options->output, "Folder for the .vbc files")->capture_default_str();
    command->add_flag("--warnings-as-errors", options->strict, "Exit with status 1 when there were warnings");
    add_host_options(*command, session);
    command->footer(
        "Each module of an .ex file becomes DIR/Elixir.Name.vbc; a script DIR/name.vbc, which carries its modules.\n"
        "Example:\n  vial compile lib -o ebin\n  vial --path ebin -e 'MyApp.main()'\n"
        "Exit status: 0; 1 when something does not compile.");
    command->callback([options, &session] {
        const auto host = Host::start(session.host, {});
        if (!host) {
            session.status = kStatusMachine;
            return;
        }
        session.status = host->run("compile", [&](Vm& vm, TermArena& arena) {
            return options_map(vm, arena,
                               {{"paths", string_list(arena, options->paths)}, {"output", arena.binary(options->output)},
                                {"strict", options->strict ? atoms::true_ : atoms::false_}});
        });
    });
}

}  // namespace vial::cli

// tools/cli/disasm.cpp: `vial disasm`: the instructions of a module.
// Here: its options, handed to Vial.Boot.
// Not here: the listing (vm/code/disasm.cpp).
// Threads: the main thread.
// Holds: -
#include "tools/cli/command.h"

namespace vial::cli {

void add_disasm(CLI::App& app, Session& session) {
    auto name = std::make_shared<std::string>();
    auto* command = app.add_subcommand("disasm", "Show a module's bytecode");
    command->add_option("FILE|MODULE", *name, "A .vbc, a source file, or the name of a module")->required();
    add_host_options(*command, session);
    command->footer("Example:\n  vial disasm Enum\n  vial disasm script.exs\nExit status: 0; 1 when there is no such file or module.");
    command->callback([name, &session] {
        const auto host = Host::start(session.host, {});
        if (!host) {
            session.status = kStatusMachine;
            return;
        }
        session.status = host->run("disasm", [&](Vm& vm, TermArena& arena) {
            return options_map(vm, arena, {{"name", arena.binary(*name)}});
        });
    });
}

}  // namespace vial::cli

// tools/cli/command.h: what each command of `vial` has in common.
// Here: the register functions of the commands, and what they share.
// Not here: the commands.
// Threads: the main thread.
// Holds: a command sets `status` when it runs; main returns it.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "tools/cli/host.h"
#include "vm/tables/atoms.h"

namespace vial::cli {

struct Session {
    HostOptions host;
    int status = 0;
};

// Adds --schedulers, --max-heap and --path to a command.
void add_host_options(CLI::App& command, Session& session);

// The long option of `command` that `wanted` looks like, or "".
std::string similar_option(const CLI::App& command, const std::string& wanted);

void add_run(CLI::App& app, Session& session);
void add_compile(CLI::App& app, Session& session);
void add_repl(CLI::App& app, Session& session);
void add_test(CLI::App& app, Session& session);
void add_disasm(CLI::App& app, Session& session);

}  // namespace vial::cli

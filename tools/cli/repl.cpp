// tools/cli/repl.cpp: `vial repl`: an interactive session.
// Here: its options, handed to Vial.Boot; the terminal put back as it was, however the session ends.
// Not here: the session (stdlib/iex), editing lines (stdlib/vial/line.ex).
// Threads: the main thread; the handlers of signals run on any.
// Holds: -
#include <termios.h>
#include <unistd.h>

#include <csignal>

#include "tools/cli/command.h"

namespace vial::cli {
namespace {

// For a handler of signals to reach.
termios g_mode;
bool g_has_mode = false;

// Safe in a handler of signals. Bracketed paste was asked for by the session.
void put_terminal_back() {
    if (!g_has_mode) return;
    constexpr std::string_view kNoPaste = "\x1b[?2004l";
    if (isatty(1) != 0) (void)!::write(1, kNoPaste.data(), kNoPaste.size());
    tcsetattr(0, TCSADRAIN, &g_mode);
}

void end_by_signal(int number) {
    put_terminal_back();
    std::signal(number, SIG_DFL);
    raise(number);
}

void remember_terminal() {
    g_has_mode = isatty(0) != 0 && tcgetattr(0, &g_mode) == 0;
    if (!g_has_mode) return;
    for (const int number : {SIGTERM, SIGHUP, SIGINT, SIGQUIT}) std::signal(number, end_by_signal);
}

}  // namespace

void add_repl(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("repl", "Try things out, line by line");
    auto require = std::make_shared<std::vector<std::string>>();
    auto dot_iex = std::make_shared<std::string>();
    command->add_option("-r", *require, "First load the source files that match this pattern")->allow_extra_args(false);
    command->add_option("--dot-iex", *dot_iex, "Run this file first instead of .iex.exs; \"\" for none")->default_str(".iex.exs");
    add_host_options(*command, session);
    command->footer(
        "Bare `vial` on a terminal does the same. Tab completes, Ctrl-R searches the history, Ctrl-C stops what\n"
        "runs, h() lists the helpers, Ctrl-D ends the session. The history is kept in\n"
        "$XDG_STATE_HOME/vial/history (~/.local/state/vial/history).\n"
        "Example:\n  vial repl -r 'lib/*.ex'\n"
        "Exit status: 0; System.halt's own.");
    command->callback([command, require, dot_iex, &session] {
        remember_terminal();
        session.host.before_exit = put_terminal_back;
        const auto host = Host::start(session.host, {});
        if (!host) {
            session.status = kStatusMachine;
            return;
        }
        const bool named = command->count("--dot-iex") > 0;
        session.status = host->run("repl", [&](Vm& vm, TermArena& arena) {
            return options_map(vm, arena,
                               {{"require", string_list(arena, *require)},
                                {"dot_iex", named ? arena.binary(*dot_iex) : atoms::nil_}});
        });
        put_terminal_back();
    });
}

}  // namespace vial::cli

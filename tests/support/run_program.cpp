// tests/support/run_program.cpp: fork, exec, feed, collect.
// Here: run_program.
// Not here: comparison of outcomes (case_file.cpp).
// Threads: any.
// Holds: reads both streams while the child runs, so that neither pipe can block it.
#include "tests/support/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

namespace vial::test {
namespace {

struct Pipe {
    int ends[2] = {-1, -1};
    Pipe() {
        if (pipe2(ends, O_CLOEXEC) != 0) ends[0] = ends[1] = -1;
    }
    void close_end(int i) {
        if (ends[i] >= 0) close(ends[i]);
        ends[i] = -1;
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
};

[[noreturn]] void become(const std::vector<std::string>& arguments, Pipe& in, Pipe& out, Pipe& err) {
    dup2(in.ends[0], 0);
    dup2(out.ends[1], 1);
    dup2(err.ends[1], 2);
    setpgid(0, 0);
    std::vector<char*> argv;
    for (const auto& a : arguments) argv.push_back(const_cast<char*>(a.c_str()));
    argv.push_back(nullptr);
    execvp(argv[0], argv.data());
    _exit(127);
}

// Reads what is there; false at the end of the stream.
bool drain(int fd, std::string& into) {
    char buffer[65536];
    const auto n = read(fd, buffer, sizeof buffer);
    if (n <= 0) return false;
    into.append(buffer, static_cast<std::size_t>(n));
    return true;
}

int decoded(int wait_status) {
    if (WIFSIGNALED(wait_status)) return 128 + WTERMSIG(wait_status);
    return WEXITSTATUS(wait_status);
}

}  // namespace

Outcome run_program(const std::vector<std::string>& arguments, const std::string& input,
                    int timeout_seconds) {
    Pipe in, out, err;
    Outcome result;
    const pid_t child = fork();
    if (child == 0) become(arguments, in, out, err);
    in.close_end(0);
    out.close_end(1);
    err.close_end(1);
    if (!input.empty() && write(in.ends[1], input.data(), input.size()) < 0) result.err = "stdin: closed\n";
    in.close_end(1);

    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(timeout_seconds);
    bool timed_out = false;
    while (out.ends[0] >= 0 || err.ends[0] >= 0) {
        pollfd fds[2] = {{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}};
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        if (left.count() <= 0 || poll(fds, 2, static_cast<int>(left.count())) == 0) {
            timed_out = true;
            kill(-child, SIGKILL);
            kill(child, SIGKILL);
            break;
        }
        if (fds[0].revents != 0 && !drain(out.ends[0], result.out)) out.close_end(0);
        if (fds[1].revents != 0 && !drain(err.ends[0], result.err)) err.close_end(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    result.status = timed_out ? -1 : decoded(status);
    return result;
}

}  // namespace vial::test

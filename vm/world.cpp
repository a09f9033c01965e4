// vm/world.cpp: the world as Linux shows it.
// Here: real_world().
// Not here: who calls.
// Threads: any.
// Holds: no state but the environment's, which hangs on World.
#include "vm/world.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <mutex>

extern char** environ;

namespace vial {

namespace {

std::int64_t clock_ns(clockid_t clock) {
    timespec t;
    ::clock_gettime(clock, &t);
    return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}
std::int64_t monotonic_ns(void*) { return clock_ns(CLOCK_MONOTONIC); }
std::int64_t cpu_ns(void*) { return clock_ns(CLOCK_PROCESS_CPUTIME_ID); }
std::int64_t system_ns(void*) { return clock_ns(CLOCK_REALTIME); }

void entropy(void*, void* bytes, std::size_t count) {
    auto* at = static_cast<char*>(bytes);
    while (count > 0) {
        const ssize_t got = ::getrandom(at, std::min<std::size_t>(count, 256), 0);
        if (got <= 0) continue;  // interrupted by a signal
        at += got;
        count -= static_cast<std::size_t>(got);
    }
}

// The environment as it was at the start, with the changes made since: the C library's own cannot be
// read while another thread changes it. Changes go to the C library too, for child processes.
struct Environment {
    std::mutex mutex;
    std::map<std::string, std::string, std::less<>> variables;
};
Environment& environment(void* host) { return *static_cast<Environment*>(host); }

std::optional<std::string> get_env(void* host, std::string_view name) {
    Environment& e = environment(host);
    const std::lock_guard guard(e.mutex);
    const auto at = e.variables.find(name);
    return at == e.variables.end() ? std::nullopt : std::optional<std::string>(at->second);
}

void put_env(void* host, std::string_view name, std::optional<std::string_view> value) {
    Environment& e = environment(host);
    const std::lock_guard guard(e.mutex);
    const std::string key(name);
    if (value) {
        e.variables[key] = *value;
        ::setenv(key.c_str(), std::string(*value).c_str(), 1);
    } else {
        e.variables.erase(key);
        ::unsetenv(key.c_str());
    }
}

std::vector<std::string> all_env(void* host) {
    Environment& e = environment(host);
    const std::lock_guard guard(e.mutex);
    std::vector<std::string> all;
    for (const auto& [name, value] : e.variables) all.push_back(name + "=" + value);
    return all;
}

std::shared_ptr<Environment> read_environment() {
    auto e = std::make_shared<Environment>();
    for (char** at = environ; at && *at; ++at) {
        const std::string_view entry(*at);
        const std::size_t equals = entry.find('=', 1);
        if (equals == std::string_view::npos) continue;
        e->variables.emplace(entry.substr(0, equals), entry.substr(equals + 1));
    }
    return e;
}

std::string working_directory(void*) {
    std::string path(256, '\0');
    while (!::getcwd(path.data(), path.size())) {
        if (errno != ERANGE) return {};
        path.resize(path.size() * 2);
    }
    path.resize(path.find('\0'));
    return path;
}

int change_directory(void*, std::string_view path) {
    return ::chdir(std::string(path).c_str()) == 0 ? 0 : errno;
}

// Whole: a report must not be torn.
std::int64_t write_fd(void*, int fd, const char* bytes, std::size_t count) {
    std::size_t done = 0;
    while (done < count) {
        const ssize_t n = ::write(fd, bytes + done, count - done);
        if (n >= 0) {
            done += static_cast<std::size_t>(n);
        } else if (errno != EINTR && errno != EAGAIN) {
            return done ? static_cast<std::int64_t>(done) : -errno;
        }
    }
    return static_cast<std::int64_t>(done);
}

std::int64_t read_fd(void*, int fd, char* bytes, std::size_t count) {
    for (;;) {
        const ssize_t n = ::read(fd, bytes, count);
        if (n >= 0) return n;
        if (errno != EINTR) return -errno;
    }
}

int poll_fd(void*, int fd) { return fd; }

bool is_terminal(void*, int fd) { return ::isatty(fd) == 1; }

bool writable_now(void*, int fd) {
    pollfd ready{fd, POLLOUT, 0};
    return ::poll(&ready, 1, 0) == 1 && (ready.revents & POLLOUT) != 0;
}

bool terminal_size(void*, int fd, std::uint16_t& columns, std::uint16_t& rows) {
    winsize size{};
    if (::ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return false;
    columns = size.ws_col;
    rows = size.ws_row;
    return true;
}

// "max 100000" or "50000 100000" (cgroup v2); 0: no quota.
std::uint32_t quota_v2() {
    std::FILE* file = std::fopen("/sys/fs/cgroup/cpu.max", "re");
    if (!file) return 0;
    long long quota = 0, period = 0;
    const int got = std::fscanf(file, "%lld %lld", &quota, &period);
    std::fclose(file);
    if (got != 2 || quota <= 0 || period <= 0) return 0;
    return static_cast<std::uint32_t>((quota + period - 1) / period);
}

long long number_in(const char* path) {
    std::FILE* file = std::fopen(path, "re");
    if (!file) return 0;
    long long value = 0;
    if (std::fscanf(file, "%lld", &value) != 1) value = 0;
    std::fclose(file);
    return value;
}

std::uint32_t quota_v1() {
    const long long quota = number_in("/sys/fs/cgroup/cpu/cpu.cfs_quota_us");
    const long long period = number_in("/sys/fs/cgroup/cpu/cpu.cfs_period_us");
    if (quota <= 0 || period <= 0) return 0;
    return static_cast<std::uint32_t>((quota + period - 1) / period);
}

std::uint32_t usable_cpus(void*) {
    cpu_set_t set;
    CPU_ZERO(&set);
    std::uint32_t cpus = 1;
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        cpus = static_cast<std::uint32_t>(std::max(1, CPU_COUNT(&set)));
    }
    std::uint32_t quota = quota_v2();
    if (quota == 0) quota = quota_v1();
    return quota == 0 ? cpus : std::min(cpus, quota);
}

// Without atexit handlers: threads of the VM are still running.
void exit_now(void*, int status) {
    std::fflush(nullptr);
    ::_exit(status);
}

}  // namespace

World real_world() {
    World w;
    w.state = read_environment();
    w.host = w.state.get();
    w.monotonic_ns = monotonic_ns;
    w.cpu_ns = cpu_ns;
    w.system_ns = system_ns;
    w.entropy = entropy;
    w.get_env = get_env;
    w.put_env = put_env;
    w.all_env = all_env;
    w.working_directory = working_directory;
    w.change_directory = change_directory;
    w.write_fd = write_fd;
    w.read_fd = read_fd;
    w.poll_fd = poll_fd;
    w.is_terminal = is_terminal;
    w.writable_now = writable_now;
    w.terminal_size = terminal_size;
    w.usable_cpus = usable_cpus;
    w.exit = exit_now;
    return w;
}

bool wants_colour(const World& world, int fd) {
    const auto variable = [&](std::string_view name) { return world.get_env(world.host, name).value_or(""); };
    if (!variable("NO_COLOR").empty()) return false;
    const std::string forced = variable("FORCE_COLOR");
    if (!forced.empty()) return forced != "0";
    return variable("TERM") != "dumb" && variable("CLICOLOR") != "0" && world.is_terminal(world.host, fd);
}

}  // namespace vial

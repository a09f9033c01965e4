// vm/world.h: all that a VM takes from outside.
// Here: the table of functions through which a VM sees clock, entropy, environment, standard streams,
//       files' paths, exit and OS threads; `real_world()` fills it from the OS.
// Not here: who calls them.
// Threads: the functions are called from any thread of the VM.
// Holds: vm, compiler and runtime reach the outside through this struct and no other way, so that
//        simulation and hosts can replace each of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vial {

struct World {
    void* host = nullptr;         // handed back to each function
    std::shared_ptr<void> state;  // what real_world() keeps behind `host`

    // Nanoseconds: monotonic from an arbitrary start; system since 1970.
    std::int64_t (*monotonic_ns)(void* host) = nullptr;
    std::int64_t (*cpu_ns)(void* host) = nullptr;  // used by this OS process so far
    std::int64_t (*system_ns)(void* host) = nullptr;
    void (*entropy)(void* host, void* bytes, std::size_t count) = nullptr;

    std::optional<std::string> (*get_env)(void* host, std::string_view name) = nullptr;
    void (*put_env)(void* host, std::string_view name, std::optional<std::string_view> value) = nullptr;
    std::vector<std::string> (*all_env)(void* host) = nullptr;
    std::string (*working_directory)(void* host) = nullptr;
    // 0 or an errno.
    int (*change_directory)(void* host, std::string_view path) = nullptr;

    // Standard streams, fd 0..2. Return bytes done, or -errno. Reading blocks: pool only.
    std::int64_t (*write_fd)(void* host, int fd, const char* bytes, std::size_t count) = nullptr;
    std::int64_t (*read_fd)(void* host, int fd, char* bytes, std::size_t count) = nullptr;
    // The OS's descriptor that tells when a read of `fd` would not wait; -1: none. Null: none ever.
    int (*poll_fd)(void* host, int fd) = nullptr;
    bool (*is_terminal)(void* host, int fd) = nullptr;
    // Whether a small write would not wait. Null: never known, so writes go by the pool.
    bool (*writable_now)(void* host, int fd) = nullptr;
    // False where there is no terminal. Null: none.
    bool (*terminal_size)(void* host, int fd, std::uint16_t& columns, std::uint16_t& rows) = nullptr;

    // CPUs the OS process may use: affinity and the container's quota, at least 1.
    std::uint32_t (*usable_cpus)(void* host) = nullptr;

    // Ends the OS process (System.halt). A host that embeds a VM may end just the VM.
    void (*exit)(void* host, int status) = nullptr;
};

World real_world();

// Whether text for a standard stream is to be coloured: NO_COLOR says no, FORCE_COLOR yes; else where
// the stream is a terminal that can (TERM is not dumb, CLICOLOR not 0).
bool wants_colour(const World& world, int fd);

}  // namespace vial

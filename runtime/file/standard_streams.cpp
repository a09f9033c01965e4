// runtime/file/standard_streams.cpp: the natives :vial_io.*, over the World's descriptors 0 to 2.
// Here: writing, reading, the terminal: its size, its mode, whether to colour.
// Not here: the I/O protocol (stdlib/erlang/vial_io_device.ex); files.
// Threads: the scheduler of the process; what may wait runs on the blocking pool, reads only once there is
//          something to read (vm/sched/poller.h).
// Holds: a write takes all bytes or fails. Small writes to a descriptor that takes them at once are done
//        where they are asked for: a hop to the pool would cost more than the write.
#include <termios.h>

#include <cerrno>
#include <string>

#include "runtime/file/posix_error.h"
#include "runtime/text/binary_argument.h"
#include "vm/process/process.h"
#include "vm/sched/poller.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"
#include "vm/world.h"

namespace vial {
namespace {

constexpr std::size_t kInlineWriteBytes = 4096;  // what a pipe that is ready takes without waiting
constexpr std::int64_t kMaxStreamReadBytes = 1 << 20;

int write_all(World& world, int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const std::int64_t done = world.write_fd(world.host, fd, bytes.data(), bytes.size());
        if (done == -EINTR || done == -EAGAIN) continue;
        if (done < 0) return static_cast<int>(-done);
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return 0;
}

NativeResult done_or_error(Process& p, int error) {
    if (error == 0) return atoms::ok;
    return posix_error_tuple(p, error);
}

struct WriteCall : PoolCall {
    World* world = nullptr;
    int fd = 0;
    std::string bytes;
    int error = 0;
};

struct ReadCall : PoolCall {
    World* world = nullptr;
    int fd = 0;
    std::string bytes;
    std::int64_t result = 0;
};

NativeResult finish_read(Process& p, PoolCall& call) {
    auto& read = static_cast<ReadCall&>(call);
    if (read.result == 0) return atoms::eof;
    if (read.result < 0) return posix_error_tuple(p, static_cast<int>(-read.result));
    return p.make_binary(std::string_view(read.bytes).substr(0, static_cast<std::size_t>(read.result)));
}

std::optional<int> descriptor(Term t) {
    const auto fd = t.try_small();
    if (!fd || *fd < 0 || *fd > 2) return std::nullopt;
    return static_cast<int>(*fd);
}

}  // namespace

NativeResult native_vial_io_write(Process& p, Args args) {
    const auto fd = descriptor(args[0]);
    if (!fd) return p.badarg(0, "not a standard stream");
    const BinaryArgument bytes(args[1]);
    if (!bytes) return p.badarg(1, kNotABinary);
    World& world = p.vm().world();
    if (bytes->size() <= kInlineWriteBytes && world.writable_now && world.writable_now(world.host, *fd)) {
        p.charge(static_cast<std::int64_t>(50 + bytes->size() / 64));
        return done_or_error(p, write_all(world, *fd, *bytes));
    }
    auto* call = new WriteCall;
    call->world = &world;
    call->fd = *fd;
    call->bytes = std::string(*bytes);
    call->run = [](PoolCall& c) {
        auto& write = static_cast<WriteCall&>(c);
        write.error = write_all(*write.world, write.fd, write.bytes);
    };
    call->finish = [](Process& process, PoolCall& c) { return done_or_error(process, static_cast<WriteCall&>(c).error); };
    call->drop = [](PoolCall& c) { delete static_cast<WriteCall*>(&c); };
    return submit_pool_call(p, Pool::Blocking, call);
}

NativeResult native_vial_io_read(Process& p, Args args) {
    const auto fd = descriptor(args[0]);
    if (!fd) return p.badarg(0, "not a standard stream");
    const auto most = args[1].try_small();
    if (!most || *most < 1 || *most > kMaxStreamReadBytes) return p.badarg(1, "out of range");
    auto* call = new ReadCall;
    call->world = &p.vm().world();
    call->fd = *fd;
    call->bytes.resize(static_cast<std::size_t>(*most));
    call->run = [](PoolCall& c) {
        auto& read = static_cast<ReadCall&>(c);
        do {
            read.result = read.world->read_fd(read.world->host, read.fd, read.bytes.data(), read.bytes.size());
        } while (read.result == -EINTR);
    };
    call->finish = finish_read;
    call->drop = [](PoolCall& c) { delete static_cast<ReadCall*>(&c); };
    World& world = *call->world;
    return submit_when_readable(p, world.poll_fd ? world.poll_fd(world.host, *fd) : -1, call);
}

// A session edits lines itself: keys come one by one and without an echo, Ctrl-C as a key. Output stays
// as it is. The command that opens the session puts the terminal back (tools/cli/repl.cpp).
NativeResult native_vial_io_raw(Process& p, Args args) {
    termios mode;
    if (::tcgetattr(0, &mode) != 0) return posix_error_tuple(p, errno);
    constexpr tcflag_t kLineByLine = ICANON | ECHO | ISIG | IEXTEN;
    if (args[0] == atoms::true_) {
        mode.c_lflag &= ~kLineByLine;
        mode.c_iflag &= ~static_cast<tcflag_t>(IXON | ICRNL);
        mode.c_cc[VMIN] = 1;
        mode.c_cc[VTIME] = 0;
    } else {
        mode.c_lflag |= kLineByLine;
        mode.c_iflag |= IXON | ICRNL;
    }
    if (::tcsetattr(0, TCSADRAIN, &mode) != 0) return posix_error_tuple(p, errno);
    return atoms::ok;
}

// Whether a standard stream is a terminal.
NativeResult native_vial_io_is_terminal(Process& p, Args args) {
    const auto fd = args[0].try_small();
    if (!fd || *fd < 0 || *fd > 2) return p.badarg(0, "not a standard stream");
    const World& world = p.vm().world();
    return world.is_terminal(world.host, static_cast<int>(*fd)) ? atoms::true_ : atoms::false_;
}

NativeResult native_vial_io_colours(Process& p, Args args) {
    const auto fd = args[0].try_small();
    if (!fd || *fd < 0 || *fd > 2) return p.badarg(0, "not a standard stream");
    return wants_colour(p.vm().world(), static_cast<int>(*fd)) ? atoms::true_ : atoms::false_;
}

// {columns, rows} of a terminal, or {error, enotsup}.
NativeResult native_vial_io_geometry(Process& p, Args args) {
    const auto fd = descriptor(args[0]);
    if (!fd) return p.badarg(0, "not a standard stream");
    World& world = p.vm().world();
    std::uint16_t columns = 0, rows = 0;
    if (!world.terminal_size || !world.terminal_size(world.host, *fd, columns, rows)) return posix_error_tuple(p, ENOTSUP);
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({Term::small(columns), Term::small(rows)});
}

}  // namespace vial

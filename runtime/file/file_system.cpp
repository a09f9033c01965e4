// runtime/file/file_system.cpp: the natives :vial_file.* that name files.
// Here: whole files, directories, links, what is known of files.
// Not here: open files (open_file.cpp), names as the language gives them (stdlib/erlang/file.ex).
// Threads: as file_call.h.
// Holds: as file_call.h.
#include <dirent.h>
#include <fcntl.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "runtime/file/file_call.h"
#include "runtime/text/binary_argument.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"
#include "vm/world.h"

namespace vial {
namespace {

constexpr std::size_t kReadBytes = 64 * 1024;

void note(FileCall& call, int result) {
    if (result != 0) call.error = errno;
}

// The usual shape of a native: one name, done somewhere else.
template <auto run, FileFinish finish = finish_ok>
NativeResult on_name(Process& p, Args args) {
    auto* call = new FileCall;
    if (!file_name(p, args[0], call->path)) {
        delete call;
        return p.badarg(0, kNotABinary);
    }
    return submit_file_call<run, finish>(p, call);
}

template <auto run>
NativeResult on_two_names(Process& p, Args args, bool keep_first) {
    auto* call = new FileCall;
    const BinaryArgument first(args[0]);
    const bool named = first && file_name(p, args[1], call->other) && (keep_first || file_name(p, args[0], call->path));
    if (!named) {
        delete call;
        return p.badarg(first ? 1 : 0, kNotABinary);
    }
    if (keep_first) call->path = std::string(*first);  // a link says what it was told
    return submit_file_call<run, finish_ok>(p, call);
}

void run_read_file(FileCall& c) {
    const int fd = ::open(c.path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        c.error = errno;
        return;
    }
    if (::fstat(fd, &c.status) == 0 && S_ISDIR(c.status.st_mode)) c.error = EISDIR;
    if (c.error == 0 && c.status.st_size > 0) c.out.reserve(static_cast<std::size_t>(c.status.st_size) + 1);
    // Files of /proc say they are empty: what counts is what can be read.
    while (c.error == 0) {
        const std::size_t had = c.out.size();
        c.out.resize(had + kReadBytes);
        const ssize_t count = ::read(fd, c.out.data() + had, kReadBytes);
        c.out.resize(had + (count > 0 ? static_cast<std::size_t>(count) : 0));
        if (count == 0) break;
        if (count < 0 && errno != EINTR) c.error = errno;
    }
    ::close(fd);
}

void run_list(FileCall& c) {
    DIR* dir = ::opendir(c.path.c_str());
    if (!dir) {
        c.error = errno;
        return;
    }
    // Names are separated by NUL, which none contains.
    for (const dirent* entry; (entry = ::readdir(dir)) != nullptr;) {
        const std::string_view name(entry->d_name);
        if (name == "." || name == "..") continue;
        c.out.append(name);
        c.out.push_back('\0');
    }
    ::closedir(dir);
}

void run_read_link(FileCall& c) {
    c.out.resize(4096);
    const ssize_t count = ::readlink(c.path.c_str(), c.out.data(), c.out.size());
    if (count < 0) c.error = errno;
    else c.out.resize(static_cast<std::size_t>(count));
}

void run_delete(FileCall& c) {
    // A directory is no file: as OTP, not permitted.
    if (::lstat(c.path.c_str(), &c.status) == 0 && S_ISDIR(c.status.st_mode)) c.error = EPERM;
    else note(c, ::unlink(c.path.c_str()));
}

void run_set_owner(FileCall& c) {
    note(c, ::chown(c.path.c_str(), static_cast<uid_t>(c.a), static_cast<gid_t>(c.b)));
}

void run_set_times(FileCall& c) {
    const timespec times[2] = {{c.a, 0}, {c.b, 0}};
    note(c, ::utimensat(AT_FDCWD, c.path.c_str(), times, 0));
}

template <auto run>
NativeResult with_numbers(Process& p, Args args) {
    const auto a = args[1].try_small();
    const auto b = args.count() > 2 ? args[2].try_small() : a;
    if (!a || !b) return p.badarg(a ? 2 : 1, "not an integer");
    auto* call = new FileCall;
    if (!file_name(p, args[0], call->path)) {
        delete call;
        return p.badarg(0, kNotABinary);
    }
    call->a = *a;
    call->b = *b;
    return submit_file_call<run, finish_ok>(p, call);
}

Term file_type(mode_t mode) {
    if (S_ISREG(mode)) return atoms::regular;
    if (S_ISDIR(mode)) return atoms::directory;
    if (S_ISLNK(mode)) return atoms::symlink;
    if (S_ISCHR(mode) || S_ISBLK(mode)) return atoms::device;
    return atoms::other;
}

}  // namespace

bool file_name(Process& p, Term t, std::string& out) {
    const BinaryArgument name(t);
    if (!name) return false;
    if (name->empty() || name->front() == '/') {
        out = std::string(*name);
        return true;
    }
    World& world = p.vm().world();
    out = world.working_directory(world.host);
    if (out.empty() || out.back() != '/') out.push_back('/');
    out.append(*name);
    return true;
}

NativeResult finish_ok(Process&, FileCall&) { return atoms::ok; }

NativeResult finish_bytes(Process& p, FileCall& call) {
    if (call.at_end) return atoms::eof;
    return p.make_binary(call.out);
}

NativeResult finish_status(Process& p, FileCall& call) {
    const struct stat& s = call.status;
    constexpr int kFields = 13;
    HeapWriter out = p.reserve(tuple_words(kFields) + tuple_words(2) + kFields * bignum_words(1));
    const auto number = [&](auto value) { return out.integer(static_cast<std::int64_t>(value)); };
    const bool readable = (call.a & R_OK) != 0, writable = (call.a & W_OK) != 0;
    const Term access = readable ? (writable ? atoms::read_write : atoms::read) : writable ? atoms::write : atoms::none;
    const Term fields[kFields] = {
        number(s.st_size), file_type(s.st_mode), access,
        number(s.st_atime), number(s.st_mtime), number(s.st_ctime),
        number(s.st_mode), number(s.st_nlink), number(s.st_dev), number(s.st_rdev),
        number(s.st_ino), number(s.st_uid), number(s.st_gid),
    };
    const Term info = out.tuple({fields, kFields});
    return out.tuple({atoms::ok, info});
}

NativeResult native_file_read_file(Process& p, Args args) { return on_name<run_read_file, finish_bytes>(p, args); }
NativeResult native_file_list_dir(Process& p, Args args) { return on_name<run_list, finish_bytes>(p, args); }
NativeResult native_file_read_link(Process& p, Args args) { return on_name<run_read_link, finish_bytes>(p, args); }
NativeResult native_file_delete(Process& p, Args args) { return on_name<run_delete>(p, args); }

NativeResult native_file_make_dir(Process& p, Args args) {
    return on_name<[](FileCall& c) { note(c, ::mkdir(c.path.c_str(), 0777)); }>(p, args);
}

NativeResult native_file_del_dir(Process& p, Args args) {
    return on_name<[](FileCall& c) { note(c, ::rmdir(c.path.c_str())); }>(p, args);
}

NativeResult native_file_rename(Process& p, Args args) {
    return on_two_names<[](FileCall& c) { note(c, ::rename(c.path.c_str(), c.other.c_str())); }>(p, args, false);
}

NativeResult native_file_make_link(Process& p, Args args) {
    return on_two_names<[](FileCall& c) { note(c, ::link(c.path.c_str(), c.other.c_str())); }>(p, args, false);
}

NativeResult native_file_make_symlink(Process& p, Args args) {
    return on_two_names<[](FileCall& c) { note(c, ::symlink(c.path.c_str(), c.other.c_str())); }>(p, args, true);
}

NativeResult native_file_set_mode(Process& p, Args args) {
    return with_numbers<[](FileCall& c) { note(c, ::chmod(c.path.c_str(), static_cast<mode_t>(c.a))); }>(p, args);
}

NativeResult native_file_set_owner(Process& p, Args args) { return with_numbers<run_set_owner>(p, args); }
NativeResult native_file_set_times(Process& p, Args args) { return with_numbers<run_set_times>(p, args); }

NativeResult native_file_info(Process& p, Args args) {
    if (args[1] == atoms::true_) {
        return on_name<[](FileCall& c) {
            note(c, ::stat(c.path.c_str(), &c.status));
            for (const int right : {R_OK, W_OK}) c.a |= ::access(c.path.c_str(), right) == 0 ? right : 0;
        }, finish_status>(p, args);
    }
    return on_name<[](FileCall& c) {
        note(c, ::lstat(c.path.c_str(), &c.status));
        for (const int right : {R_OK, W_OK}) c.a |= ::access(c.path.c_str(), right) == 0 ? right : 0;
    }, finish_status>(p, args);
}

NativeResult native_file_get_cwd(Process& p, Args) {
    World& world = p.vm().world();
    return p.make_binary(world.working_directory(world.host));
}

NativeResult native_file_set_cwd(Process& p, Args args) {
    std::string path;
    if (!file_name(p, args[0], path)) return p.badarg(0, kNotABinary);
    World& world = p.vm().world();
    const int error = world.change_directory(world.host, path);
    if (error != 0) return posix_error_tuple(p, error);
    return atoms::ok;
}

}  // namespace vial

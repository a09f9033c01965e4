// runtime/file/open_file.cpp: the natives :vial_file.* on open files.
// Here: opening, closing, reading, writing, positions.
// Not here: whole files and names (file_system.cpp).
// Threads: as file_call.h; each call holds the file's mutex.
// Holds: what is read ahead for lines is given out first; before the position matters the OS's is moved back.
#include "runtime/file/open_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "runtime/file/file_call.h"
#include "runtime/text/binary_argument.h"
#include "vm/sched/scheduler.h"
#include "vm/tables/atoms.h"

namespace vial {

static void destroy_open_file(Resource* resource) {
    auto* file = static_cast<OpenFile*>(resource);
    if (file->fd >= 0) ::close(file->fd);
    delete file;
}

const ResourceType kOpenFileType{"file", destroy_open_file};

FileCall::~FileCall() {
    if (file) file->release();
}

namespace {

constexpr std::size_t kLineReadBytes = 64 * 1024;
constexpr std::int64_t kMaxReadBytes = std::int64_t{1} << 31;

// nullopt for a flag that is none. Writing without reading starts anew, as OTP has it.
std::optional<int> open_flags(Term list) {
    bool read = false, write = false, append = false, exclusive = false, sync = false, directory = false;
    for (; list.is_cons(); list = list.tail()) {
        const Term flag = list.head();
        if (flag == atoms::read) read = true;
        else if (flag == atoms::write) write = true;
        else if (flag == atoms::append) append = true;
        else if (flag == atoms::exclusive) exclusive = true;
        else if (flag == atoms::sync) sync = true;
        else if (flag == atoms::directory) directory = true;
        else return std::nullopt;
    }
    int flags = O_CLOEXEC;
    const bool writes = write || append || exclusive;
    flags |= read && writes ? O_RDWR : writes ? O_WRONLY : O_RDONLY;
    if (writes) flags |= O_CREAT;
    if (writes && !read && !append) flags |= O_TRUNC;
    if (append) flags |= O_APPEND;
    if (exclusive) flags |= O_EXCL;
    if (sync) flags |= O_SYNC;
    if (directory) flags |= O_DIRECTORY;
    return flags;
}

void run_open(FileCall& c) {
    const int fd = ::open(c.path.c_str(), static_cast<int>(c.a), 0666);
    if (fd < 0) {
        c.error = errno;
        return;
    }
    if (::fstat(fd, &c.status) == 0 && S_ISDIR(c.status.st_mode) && (c.a & O_DIRECTORY) == 0) {
        ::close(fd);
        c.error = EISDIR;
        return;
    }
    c.file->fd = fd;
}

NativeResult finish_open(Process& p, FileCall& c) {
    HeapWriter out = p.reserve(kResourceWords + tuple_words(2));
    c.file->number = p.scheduler().next_reference();
    const Term handle = resource_term(p, out, c.file);
    c.file = nullptr;  // the term has the count now
    return out.tuple({atoms::ok, handle});
}

// Puts the OS's position where the program is.
void forget_ahead(OpenFile& file) {
    if (file.ahead.empty()) return;
    ::lseek(file.fd, -static_cast<off_t>(file.ahead.size()), SEEK_CUR);
    file.ahead.clear();
}

// One read, repeated when interrupted; bytes or -1 with c.error set.
ssize_t read_some(FileCall& c, char* to, std::size_t count) {
    for (;;) {
        const ssize_t done = ::read(c.file->fd, to, count);
        if (done >= 0) return done;
        if (errno != EINTR) {
            c.error = errno;
            return -1;
        }
    }
}

void run_read(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    const auto wanted = static_cast<std::size_t>(c.a);
    std::string& ahead = c.file->ahead;
    const std::size_t from_ahead = ahead.size() < wanted ? ahead.size() : wanted;
    c.out = ahead.substr(0, from_ahead);
    ahead.erase(0, from_ahead);
    while (c.out.size() < wanted) {
        const std::size_t had = c.out.size();
        c.out.resize(wanted);
        const ssize_t done = read_some(c, c.out.data() + had, wanted - had);
        c.out.resize(had + (done > 0 ? static_cast<std::size_t>(done) : 0));
        if (done <= 0) break;
    }
    if (!c.out.empty()) c.error = 0;
    c.at_end = c.out.empty() && wanted > 0;
}

void run_read_line(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    std::string& ahead = c.file->ahead;
    std::size_t searched = 0;
    for (;;) {
        const std::size_t end = ahead.find('\n', searched);
        if (end != std::string::npos) {
            c.out = ahead.substr(0, end + 1);
            ahead.erase(0, end + 1);
            break;
        }
        searched = ahead.size();
        ahead.resize(searched + kLineReadBytes);
        const ssize_t done = read_some(c, ahead.data() + searched, kLineReadBytes);
        ahead.resize(searched + (done > 0 ? static_cast<std::size_t>(done) : 0));
        if (done > 0) continue;
        if (done == 0) c.out.swap(ahead);
        break;
    }
    c.at_end = c.error == 0 && c.out.empty();
    // A Windows line end is one new line, as in OTP.
    if (c.out.size() >= 2 && c.out.ends_with("\r\n")) c.out.replace(c.out.size() - 2, 2, "\n");
}

void run_write(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    forget_ahead(*c.file);
    std::string_view left = c.path;
    while (!left.empty()) {
        const ssize_t done = ::write(c.file->fd, left.data(), left.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) {
            c.error = errno;
            return;
        }
        left.remove_prefix(static_cast<std::size_t>(done));
    }
}

void run_pread(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    c.out.resize(static_cast<std::size_t>(c.b));
    std::size_t had = 0;
    while (had < c.out.size()) {
        const ssize_t done = ::pread(c.file->fd, c.out.data() + had, c.out.size() - had, c.a + static_cast<off_t>(had));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) c.error = errno;
        if (done <= 0) break;
        had += static_cast<std::size_t>(done);
    }
    c.out.resize(had);
}

void run_pwrite(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    forget_ahead(*c.file);
    std::size_t had = 0;
    while (had < c.path.size()) {
        const ssize_t done = ::pwrite(c.file->fd, c.path.data() + had, c.path.size() - had, c.a + static_cast<off_t>(had));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) {
            c.error = errno;
            return;
        }
        had += static_cast<std::size_t>(done);
    }
}

void run_position(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    forget_ahead(*c.file);
    const off_t at = ::lseek(c.file->fd, c.b, static_cast<int>(c.a));
    if (at < 0) c.error = errno;
    else c.result = at;
}

NativeResult finish_position(Process& p, FileCall& c) {
    HeapWriter out = p.reserve(tuple_words(2) + bignum_words(1));
    return out.tuple({atoms::ok, out.integer(c.result)});
}

void run_truncate(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    forget_ahead(*c.file);
    const off_t at = ::lseek(c.file->fd, 0, SEEK_CUR);
    if (at < 0 || ::ftruncate(c.file->fd, at) != 0) c.error = errno;
}

void run_sync(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    if (::fsync(c.file->fd) != 0) c.error = errno;
}

void run_close(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    if (c.file->fd < 0) c.error = EINVAL;
    else if (::close(c.file->fd) != 0) c.error = errno;
    c.file->fd = -1;
    c.file->ahead.clear();
}

void run_info(FileCall& c) {
    const std::lock_guard guard(c.file->mutex);
    if (::fstat(c.file->fd, &c.status) != 0) c.error = errno;
    const int mode = ::fcntl(c.file->fd, F_GETFL) & O_ACCMODE;
    c.a = mode == O_RDWR ? R_OK | W_OK : mode == O_WRONLY ? W_OK : R_OK;
}

// A call on the file of argument 0, or null when that is none.
FileCall* call_on_file(Term handle) {
    Resource* resource = try_resource(handle, kOpenFileType);
    if (!resource) return nullptr;
    auto* call = new FileCall;
    resource->retain();
    call->file = static_cast<OpenFile*>(resource);
    return call;
}

constexpr std::string_view kNotAFile = "not an open file";
constexpr std::string_view kNotACount = "not a non-negative integer";

template <auto run, FileFinish finish = finish_ok>
NativeResult on_file(Process& p, Args args) {
    FileCall* call = call_on_file(args[0]);
    if (!call) return p.badarg(0, kNotAFile);
    return submit_file_call<run, finish>(p, call);
}

std::optional<std::int64_t> count_argument(Term t) {
    const auto count = t.try_small();
    if (!count || *count < 0 || *count > kMaxReadBytes) return std::nullopt;
    return count;
}

}  // namespace

NativeResult native_file_open(Process& p, Args args) {
    const auto flags = open_flags(args[1]);
    if (!flags) return p.badarg(1, "not a list of modes");
    auto* call = new FileCall;
    if (!file_name(p, args[0], call->path)) {
        delete call;
        return p.badarg(0, kNotABinary);
    }
    call->a = *flags;
    call->file = new OpenFile;
    call->file->type = &kOpenFileType;
    return submit_file_call<run_open, finish_open>(p, call);
}

NativeResult native_file_close(Process& p, Args args) { return on_file<run_close>(p, args); }
NativeResult native_file_truncate(Process& p, Args args) { return on_file<run_truncate>(p, args); }
NativeResult native_file_sync(Process& p, Args args) { return on_file<run_sync>(p, args); }
NativeResult native_file_handle_info(Process& p, Args args) { return on_file<run_info, finish_status>(p, args); }
NativeResult native_file_read_line(Process& p, Args args) {
    // A line that was read ahead is at hand: no trip to the pool.
    if (auto* file = static_cast<OpenFile*>(try_resource(args[0], kOpenFileType))) {
        std::string line;
        if (const std::unique_lock lock(file->mutex, std::try_to_lock); lock) {
            const std::size_t end = file->ahead.find('\n');
            if (end != std::string::npos) {
                line = file->ahead.substr(0, end + 1);
                file->ahead.erase(0, end + 1);
            }
        }
        if (line.size() >= 2 && line.ends_with("\r\n")) line.replace(line.size() - 2, 2, "\n");
        if (!line.empty()) return p.make_binary(line);
    }
    return on_file<run_read_line, finish_bytes>(p, args);
}

NativeResult native_file_read(Process& p, Args args) {
    const auto count = count_argument(args[1]);
    if (!count) return p.badarg(1, kNotACount);
    FileCall* call = call_on_file(args[0]);
    if (!call) return p.badarg(0, kNotAFile);
    call->a = *count;
    return submit_file_call<run_read, finish_bytes>(p, call);
}

NativeResult native_file_pread(Process& p, Args args) {
    const auto at = args[1].try_small();
    if (!at || *at < 0) return p.badarg(1, kNotACount);
    const auto count = count_argument(args[2]);
    if (!count) return p.badarg(2, kNotACount);
    FileCall* call = call_on_file(args[0]);
    if (!call) return p.badarg(0, kNotAFile);
    call->a = *at;
    call->b = *count;
    return submit_file_call<run_pread, finish_bytes>(p, call);
}

NativeResult native_file_write(Process& p, Args args) {
    const BinaryArgument bytes(args[1]);
    if (!bytes) return p.badarg(1, kNotABinary);
    FileCall* call = call_on_file(args[0]);
    if (!call) return p.badarg(0, kNotAFile);
    call->path = std::string(*bytes);
    return submit_file_call<run_write, finish_ok>(p, call);
}

NativeResult native_file_pwrite(Process& p, Args args) {
    const auto at = args[1].try_small();
    if (!at || *at < 0) return p.badarg(1, kNotACount);
    const BinaryArgument bytes(args[2]);
    if (!bytes) return p.badarg(2, kNotABinary);
    FileCall* call = call_on_file(args[0]);
    if (!call) return p.badarg(0, kNotAFile);
    call->a = *at;
    call->path = std::string(*bytes);
    return submit_file_call<run_pwrite, finish_ok>(p, call);
}

NativeResult native_file_position(Process& p, Args args) {
    const Term from = args[1];
    const int whence = from == atoms::bof ? SEEK_SET : from == atoms::cur ? SEEK_CUR : from == atoms::eof ? SEEK_END : -1;
    if (whence < 0) return p.badarg(1, "must be bof, cur or eof");
    const auto offset = args[2].try_small();
    if (!offset) return p.badarg(2, "not an integer");
    FileCall* call = call_on_file(args[0]);
    if (!call) return p.badarg(0, kNotAFile);
    call->a = whence;
    call->b = *offset;
    return submit_file_call<run_position, finish_position>(p, call);
}

}  // namespace vial

// runtime/file/posix_error.cpp: errno as the atoms :file knows.
// Here: the table.
// Not here: texts for people (stdlib/erlang/file.ex).
// Threads: any.
// Holds: as posix_error.h.
#include "runtime/file/posix_error.h"

#include <cerrno>
#include <string_view>

#include "vm/tables/atoms.h"
#include "vm/term/atom_table.h"
#include "vm/vm.h"

namespace vial {
namespace {

struct Row {
    int error;
    std::string_view name;
};

constexpr Row kRows[] = {
    {EACCES, "eacces"},   {EAGAIN, "eagain"},   {EBADF, "ebadf"},     {EBUSY, "ebusy"},
    {EDEADLK, "edeadlk"}, {EDQUOT, "edquot"},   {EEXIST, "eexist"},   {EFAULT, "efault"},
    {EFBIG, "efbig"},     {EINTR, "eintr"},     {EINVAL, "einval"},   {EIO, "eio"},
    {EISDIR, "eisdir"},   {ELOOP, "eloop"},     {EMFILE, "emfile"},   {EMLINK, "emlink"},
    {ENAMETOOLONG, "enametoolong"},             {ENFILE, "enfile"},   {ENODEV, "enodev"},
    {ENOENT, "enoent"},   {ENOLCK, "enolck"},   {ENOMEM, "enomem"},   {ENOSPC, "enospc"},
    {ENOSYS, "enosys"},   {ENOTBLK, "enotblk"}, {ENOTDIR, "enotdir"}, {ENOTEMPTY, "eexist"},
    {ENOTSUP, "enotsup"}, {ENOTTY, "enotty"},   {ENXIO, "enxio"},     {EOVERFLOW, "eoverflow"},
    {EPERM, "eperm"},     {EPIPE, "epipe"},     {EROFS, "erofs"},     {ESPIPE, "espipe"},
    {ESRCH, "esrch"},     {ESTALE, "estale"},   {ETXTBSY, "etxtbsy"}, {EXDEV, "exdev"},
};

}  // namespace

Term posix_error_atom(Process& p, int error) {
    for (const Row& row : kRows) {
        if (row.error == error) return p.vm().atoms().intern(row.name);
    }
    return p.vm().atoms().intern("unknown");
}

Term posix_error_tuple(Process& p, int error) {
    const Term reason = posix_error_atom(p, error);
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({atoms::error, reason});
}

}  // namespace vial

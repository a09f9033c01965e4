// runtime/file/posix_error.h: errno as the atoms :file knows.
// Here: posix_error_atom().
// Not here: texts for people (stdlib/erlang/file.ex).
// Threads: any.
// Holds: an errno without a row is `unknown`.
#pragma once

#include "vm/process/process.h"

namespace vial {

Term posix_error_atom(Process& p, int error);
// {error, atom}.
Term posix_error_tuple(Process& p, int error);

}  // namespace vial

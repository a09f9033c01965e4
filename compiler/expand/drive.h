// compiler/expand/drive.h: a session run from a native.
// Here: start_session, the native that goes on with one, what the VM is asked in between.
// Not here: what sessions do.
// Threads: the scheduler of the process.
// Holds: a session lives in a counted resource on the process's heap: a process killed in the middle
//        frees it. Functions are called through a small module that catches, so that a session sees
//        how each call ended.
#pragma once

#include <functional>

#include "compiler/expand/expander.h"
#include "vm/process/native.h"
#include "vm/process/process.h"

namespace vial::expand {

// Writes the session's warnings now: before the code that they are about runs.
Task<bool> say_warnings(Session& s);
// Makes a session, lets `begin` give it its task (arguments are copied to its arena there), runs it.
NativeResult start_session(Process& p, const std::function<Task<Term>(Session&)>& begin);

}  // namespace vial::expand

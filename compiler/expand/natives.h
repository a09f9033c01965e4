// compiler/expand/natives.h: what the files of natives share.
// Here: copying to the heap, the error for modules that are not open.
// Not here: the natives.
// Threads: the scheduler of the process.
// Holds: -
#pragma once

#include "compiler/expand/scope.h"
#include "vm/process/native.h"
#include "vm/process/process.h"

namespace vial::expand {

Term copy_to_heap(Process& p, Term t);
VarKey key_of(Term t);  // name or {name, context}
NativeResult closed(Process& p, Term module);

}  // namespace vial::expand

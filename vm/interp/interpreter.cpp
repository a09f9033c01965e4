// vm/interp/interpreter.cpp: the bodies joined to one machine; a slice.
// Here: all ops_*.inl, handler_word() and form_operands() from them, run_slice().
// Not here: bodies, rare cases; the two ways of threading (dispatch.h).
// Threads: run_slice on the scheduler that owns the process.
// Holds: what is entered last leaves by the Leave stub, which stores the state.
#include "vm/code/code_server.h"
#include "vm/code/fun_entry.h"
#include "vm/interp/dispatch.h"
#include "vm/interp/run.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/process/stubs.h"
#include "vm/tables/atoms.h"
#include "vm/term/binary.h"
#include "vm/vm.h"

#if defined(__clang__)
#include "vm/interp/machine_tail_internal.h"
#else
#include "vm/interp/machine_goto_internal.h"
#endif

namespace vial {

CodePointer leave_slice(RunContext& c) { return c.stubs->leave; }

RunResult run_slice(RunContext& c, Process& p) {
    RunResult result{SliceEnd::Yielded};
    c.result = &result;
    c.stubs = &p.vm().code().stubs();
    run_machine(c, p);
    c.result = nullptr;
    return result;
}

Machine interpreter_machine(const MachineStubs& stubs) {
    return Machine{.run_slice = run_slice,
                   .stubs = &stubs,
                   .current_function = current_function,
                   .current_stacktrace = current_stacktrace};
}

}  // namespace vial

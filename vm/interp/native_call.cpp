// vm/interp/native_call.cpp: how natives leave for other functions and refuse arguments.
// Here: Process::tail_call, call_then, badarg.
// Not here: what the interpreter does with it (slow_call.cpp).
// Threads: the scheduler that runs the process.
// Holds: nothing here allocates.
#include "vm/code/cell.h"
#include "vm/process/process.h"
#include "vm/process/roots.h"
#include "vm/tables/atoms.h"

namespace vial {

NativeResult Process::tail_call(FunctionCell* cell, std::span<const Term> args) {
    RunContext& c = context_of(*this);
    std::uint32_t count = 0;
    // `args` are copies: they may be X registers that this overwrites.
    for (const Term argument : args) c.x[count++] = argument;
    c.call_target = cell;
    c.call_arity = count;
    c.then_target = nullptr;
    return {Term::nil(), NativeStatus::TailCall};
}

NativeResult Process::call_then(FunctionCell* cell, std::span<const Term> args,
                                FunctionCell* then, Term state) {
    NativeResult result = tail_call(cell, args);
    RunContext& c = context_of(*this);
    c.then_target = then;
    c.then_state = state;
    return result;
}

NativeResult Process::badarg() { return error(atoms::badarg); }

NativeResult Process::badarg(std::uint32_t argument, std::string_view why) {
    RunContext& c = context_of(*this);
    if (c.bad_argument_count < c.bad_arguments.size()) {
        c.bad_arguments[c.bad_argument_count++] = {argument, why};
    }
    return error(atoms::badarg);
}

}  // namespace vial

// vm/process/stubs.h: the machine's own pieces of code, as return addresses.
// Here: MachineStubs; pushing the frame of a call that starts or goes on later.
// Not here: what the stubs do (interp/ops_stub.inl); who fills the table in (code/code_server.cpp).
// Threads: immutable once the VM stands.
// Holds: a process that does not run has on top of its stack a return address into one of these
//        stubs; to run it is to return there. Each has a descriptor like any return address, so the
//        collector and stack traces need only sp.
//
//   new process:  sp -> enter_cell[n] | X0 ... Xn-1 | cell (raw) | process_end     <- heap_end
#pragma once

#include <span>

#include "vm/code/cell.h"
#include "vm/process/process.h"

namespace vial {

constexpr std::uint32_t kMaxArity = 255;

struct MachineStubs {
    // The base of every stack: the process ends with X0 as the value of its function.
    CodePointer process_end = nullptr;
    // By arity. Frame: X0..Xn-1, then a raw FunctionCell* (enter_cell) or CodePointer (enter_code).
    CodePointer enter_cell[kMaxArity + 1] = {};
    CodePointer enter_code[kMaxArity + 1] = {};
    // Frame: a fun. It is called without arguments.
    CodePointer enter_fun = nullptr;
    // Frame: raw FunctionCell* of the native. Takes the answer to the process's call token
    // (NativeStatus::Wait) and goes on with it as the result of a native would.
    CodePointer native_answer = nullptr;
    // By number of registers saved. Frame: they, then a raw CodePointer; below it the return address
    // of the instruction that stopped. They go back to the X registers that its descriptor calls live,
    // and it goes on at the code pointer, in the frame of that instruction (receive, loops).
    CodePointer resume[kMaxArity + 1] = {};
    // Frame: state, raw FunctionCell*. X0 is a result: calls cell(state, result).
    CodePointer then = nullptr;
    // Not a return address: where the interpreter goes to leave a slice.
    CodePointer leave = nullptr;
};

// Words that push_process_end and push_call take.
constexpr Word call_frame_words(std::uint32_t arity) { return arity + 2; }

inline void push_process_end_noalloc(Process& process, const MachineStubs& stubs) {
    *--process.sp = reinterpret_cast<Word>(stubs.process_end);
}
// The process will call `cell` with `arguments` when it runs next. The room has been reserved.
inline void push_call_noalloc(Process& process, const MachineStubs& stubs, const FunctionCell* cell,
                              std::span<const Term> arguments) {
    *--process.sp = reinterpret_cast<Word>(cell);
    for (std::size_t i = arguments.size(); i-- > 0;) *--process.sp = arguments[i].word();
    *--process.sp = reinterpret_cast<Word>(stubs.enter_cell[arguments.size()]);
}
inline void push_fun_call_noalloc(Process& process, const MachineStubs& stubs, Term fun) {
    *--process.sp = fun.word();
    *--process.sp = reinterpret_cast<Word>(stubs.enter_fun);
}

}  // namespace vial

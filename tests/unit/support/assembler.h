// tests/unit/support/assembler.h: modules written as text, for tests of loader, verifier, interpreter.
// Here: assemble(), a VM that tests step by hand.
// Not here: tests.
// Threads: one.
// Holds: text that does not parse ends the test with a message.
//
//   fib/1 export             a function; `export`, `lambda FREE` (its last FREE arguments are free)
//     IsLt L1, x0, 2         opcode and operands: xN, yN, LN (L0: raise), #N, integer, :atom, [],
//     Call fib/1 ; y0          name/arity (local), mod.name/arity, fn name/arity, 'text' (binary)
//     Tuple x0 | x0, :a      a list after |
//     Call f/0 ; y0 L9 @3    descriptor: live registers, handler, line; the frame is followed
// Claims are inferred.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "vm/code/code_server.h"
#include "vm/process/exit.h"
#include "vm/vm.h"

namespace vial::test {

ModuleCode assemble(std::string_view module, std::string_view text);

struct CodeVm {
    std::unique_ptr<Vm> vm;
    std::unique_ptr<HostWaiter> last;

    CodeVm();
    // Loads; the error's text, or "".
    std::string load(std::string_view module, std::string_view text);
    // Calls module:function with small integers and tells what came of it: the value printed, or
    // "class reason trace".
    std::string call(std::string_view module, std::string_view function,
                     std::initializer_list<std::int64_t> args = {});
    // The same with any terms.
    std::string call_terms(std::string_view module, std::string_view function, std::span<const Term> args);
};

}  // namespace vial::test

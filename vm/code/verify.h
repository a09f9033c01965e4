// vm/code/verify.h: proof that a module can be run without harm.
// Here: verify(), over ModuleCode, before anything is linked.
// Not here: the shape of the file (vbc_decode.h).
// Threads: any; reads only.
// Holds: what verify() lets pass cannot make the interpreter read or write outside registers, frame,
//        reserved heap or literals, nor take one type's layout for another's.
#pragma once

#include "vm/base/result.h"
#include "vm/code/bytecode.h"

namespace vial {

struct NativeRow;

struct NativeLookup {
    void* context = nullptr;
    // The row of a native, or null.
    const NativeRow* (*find)(void* context, std::string_view module, std::string_view function,
                             std::uint32_t arity) = nullptr;
};

// The error names function and instruction: "invalid bytecode: Mod.fun/2, instruction 7 (Head): ...".
Result<Unit> verify(const ModuleCode& code, const NativeLookup& natives);

}  // namespace vial

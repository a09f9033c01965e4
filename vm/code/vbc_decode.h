// vm/code/vbc_decode.h: the bytes of a .vbc file as a module.
// Here: decode_module(), vbc_module_name().
// Not here: writing (vbc_encode.h), proof that the code is sound (verify.h).
// Threads: any; interns atoms of literals.
// Holds: every length is checked before it is believed; bytes that are not a whole, undamaged .vbc
//        of this version give an error that says what is wrong, never a crash.
#pragma once

#include <string>
#include <string_view>

#include "vm/base/result.h"
#include "vm/code/bytecode.h"
#include "vm/term/atom_table.h"

namespace vial {

struct FunctionCell;

// What to decode besides the code, and how to make exported funs of literals (null: refuse them).
struct VbcParts {
    bool docs = true;
    bool debug = true;
    void* context = nullptr;
    FunctionCell* (*cell)(void* context, Term module, Term function, std::uint32_t arity) = nullptr;
};

Result<ModuleCode> decode_module(std::string_view bytes, AtomTable& atoms, VbcParts parts = {});

// The name of the module that the bytes hold, without decoding the rest.
Result<std::string> vbc_module_name(std::string_view bytes);

// A file may hold several modules one after the other (a script with the modules it defines): the
// bytes of each, in order.
Result<std::vector<std::string_view>> split_modules(std::string_view bytes);

}  // namespace vial

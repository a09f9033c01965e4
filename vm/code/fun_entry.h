// vm/code/fun_entry.h: what all closures made at one place of a module share.
// Here: FunEntry.
// Not here: the closure itself (term/boxed.h, kind Fun); the tables that own entries (code_server.h).
// Threads: `code` is replaced when a module is loaded or purged and read by all (acquire/release);
//          the rest is fixed.
// Holds: an entry lives as long as its VM, keyed by module, index and unique, so that closures of
//        code that was purged fail cleanly and come to life again when the same code is loaded.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/code/frame.h"
#include "vm/term/term.h"

namespace vial {

struct FunEntry {
    std::atomic<CodePointer> code;                    // the body, or the stub for code that is gone
    std::atomic<const FunctionInfo*> function;        // null when the code is gone
    Term module;
    std::uint32_t arity;   // as the program sees it
    std::uint32_t free;    // the body takes arity + free arguments, the free ones last
    std::uint32_t index;   // of the lambda in its module
    std::uint32_t unique;  // hash of the source place
    Word module_hash[2];   // of the module's code: equal funs of equal code are equal
};

}  // namespace vial

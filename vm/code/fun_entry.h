// vm/code/fun_entry.h: what all closures made at one place of a module share.
// Here: FunEntry.
// Not here: the closure itself (term/boxed.h, kind Fun); the table that owns entries (code_server.h).
// Threads: `code` and `function` are replaced when a module is loaded or purged and read by all
//          (release/acquire); the rest is fixed.
// Holds: an entry lives as long as its VM, keyed by module, index, unique and the code's hash, so that
//        closures of code that was purged fail cleanly and come to life when the same code is loaded.
//        Those of evaluated code go with it, when no closure is left.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/code/frame.h"
#include "vm/term/term.h"

namespace vial {

struct FunEntry {
    std::atomic<CodePointer> code;              // the body, or gone_stub
    std::atomic<const FunctionInfo*> function;  // null when the code is gone
    Term module;
    std::uint32_t arity;   // as the program sees it
    std::uint32_t free;    // the body takes arity + free arguments, the free ones last
    std::uint32_t index;   // of the lambda in its module
    std::uint32_t unique;  // hash of the source place
    Word code_hash;        // LoadedModule::hash
    // Of evaluated code, which goes with its last closure (retire.h). Closures outside of processes; and
    // during a round, whether one was copied.
    std::atomic<std::uint32_t> outside{0};
    std::atomic<bool> watched{false}, travelled{false};
    Word gone_info;        // 0: the stub has no FunctionInfo before its entry
    Word gone_stub[2];     // handler, this entry
};

// `object`: a Fun just copied.
inline void note_copied_fun(const Word* object) {
    auto* entry = reinterpret_cast<FunEntry*>(object[1]);
    // relaxed: the rounds' epochs order both.
    if (VIAL_UNLIKELY(entry->watched.load(std::memory_order_relaxed))) {
        entry->travelled.store(true, std::memory_order_relaxed);
    }
}

// Counts the closures in [from, to), whole objects outside of any process, up or down.
void count_outside_funs(const Word* from, const Word* to, std::int32_t by);

}  // namespace vial

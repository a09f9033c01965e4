// vm/process/roots.h: what a thread that runs processes shows to the collector and to natives.
// Here: RunContext: registers and how many of them live, the descriptor of the frame at sp, the block
//       cache, the hooks into upper rooms; RootScope for terms held by C++ code.
// Not here: the scheduler (sched/scheduler.h derives from RunContext); the walk (heap/gc.cpp).
// Threads: a context belongs to the thread that runs processes with it.
// Holds: whoever calls something that may collect has stored live_x and frame before, so that sp,
//        frame and live_x describe all roots of the running process together with its control block.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "vm/base/memory.h"
#include "vm/code/frame.h"
#include "vm/term/term.h"

namespace vial {

class AtomTable;
class LiteralSpace;
class Process;
class RootVisitor;     // heap/gc.h
struct FunctionCell;   // code/cell.h
struct HeapFragment;   // heap/fragment.h
struct MachineStubs;   // process/stubs.h
struct RootScopeLink;
struct RunResult;      // process/machine.h

// One argument a native refuses, and why: "1st argument: not an integer".
struct BadArgument {
    std::uint32_t argument;  // from 0
    std::string_view why;    // static text
};

struct RunContext {
    explicit RunContext(Memory& memory) : blocks(memory) {}

    // --- roots of the running process besides its stack ------------------------------------------
    static constexpr std::uint32_t kLiveXFromFrame = 0xffffffff;
    Term* x = nullptr;                       // the register file, 1,024 terms
    std::uint32_t live_x = 0;                // X0.. that hold terms, or kLiveXFromFrame: frame->live_x()
    const FrameDescriptor* frame = nullptr;  // of the frame at sp; null: sp points at a return address
    RootScopeLink* scopes = nullptr;         // terms in C++ locals
    // The message a receive looks at (ReceivePeek sets it, Take and Next clear it): terms may point
    // into it, it does not move and is not freed by a collection.
    HeapFragment* peeked = nullptr;
    // The heap's top when it was peeked; null once a collection or a native may have made heap objects
    // that point into it.
    const Word* peek_top = nullptr;

    // --- what the native leaves for the interpreter -----------------------------------------------
    FunctionCell* call_target = nullptr;     // NativeStatus::TailCall
    std::uint32_t call_arity = 0;
    // Process::call_then: what to call with (then_state, result) when call_target returns; or null.
    FunctionCell* then_target = nullptr;
    Term then_state;
    std::array<BadArgument, 4> bad_arguments{};
    std::uint32_t bad_argument_count = 0;    // reset by the interpreter before it calls a native

    // --- the interpreter's own, for the slice under way ---------------------------------------------
    RunResult* result = nullptr;             // of this slice
    const MachineStubs* stubs = nullptr;

    // --- parts of the VM at hand ----------------------------------------------------------------------
    BlockCache blocks;
    const LiteralSpace* literals = nullptr;
    const AtomTable* atoms = nullptr;

    // --- filled in by upper rooms at start-up -----------------------------------------------------
    // Visits terms that the control block's extension holds (dictionary, monitor tags, ...).
    void (*visit_extension)(Process&, RootVisitor&) = nullptr;
    // Called after a collection with the words the heap now takes (max_heap_size, accounts).
    void (*collected)(Process&, Word heap_words) = nullptr;
    // Memory is refused to this process: end it without coming back. Its heap is whole.
    void (*out_of_memory)(Process&) = nullptr;

    // What follows will take long (as a rule: more than half a millisecond): this thread's other
    // processes are to go on elsewhere until the slice ends (sched/stand_in.h).
    void (*takes_long)(RunContext&) = nullptr;

    // --- forced collections (stress builds): one at every so many reserves that need none ---------
    std::uint32_t stress_every = 1;
    std::uint32_t stress_count = 0;

    // --- counters -------------------------------------------------------------------------------------
    std::atomic<std::uint64_t> collections{0};     // written here only, read by statistics
    std::atomic<std::uint64_t> reclaimed_words{0};
};

// The context of the thread that runs `process` now (by its home_scheduler, which whoever starts a
// slice sets to the context's number).
RunContext& context_of(const Process& process);

struct RootScopeLink {
    RootScopeLink* outer;
    Term* terms;
    std::size_t count;
};

// While it lives, `terms` are roots and are updated when they move. Scopes nest.
class RootScope {
  public:
    RootScope(RunContext& context, std::span<Term> terms)
        : context_(context), link_{context.scopes, terms.data(), terms.size()} {
        context.scopes = &link_;
    }
    ~RootScope() { context_.scopes = link_.outer; }
    RootScope(const RootScope&) = delete;
    RootScope& operator=(const RootScope&) = delete;

  private:
    RunContext& context_;
    RootScopeLink link_;
};

}  // namespace vial

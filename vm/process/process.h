// vm/process/process.h: the control block of a process.
// Here: what every slice touches, in four cache lines; the calls natives make on a process.
// Not here: what comes by first use (extension.h), signals (signals.h), the collector (heap/gc.h).
// Threads: line 0 is shared as its fields say; all else belongs to the scheduler that runs the process
//          (or to whoever owns it by the state's flip).
// Holds: 256 bytes, from slabs that are never unmapped, so a stale pointer reads a control block,
//        whose generation then tells that the process is gone.
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <string_view>

#include "vm/code/frame.h"
#include "vm/heap/writer.h"
#include "vm/process/native.h"
#include "vm/term/term.h"

namespace vial {

class Account;
class Scheduler;
class Vm;
struct FunctionCell;
struct OldGeneration;     // heap/gc.h
struct HeapFragment;      // heap/fragment.h
struct ProcessExtension;  // process/extension.h
struct RegionList;        // heap/region.h
struct Signal;            // process/signal.h
struct TraceContext;      // process/trace_context.h

enum class Priority : std::uint8_t { Max = 0, High = 1, Normal = 2, Low = 3 };

class Process {
  public:
    // --- for natives ---------------------------------------------------------------------------
    // Room for `words` words, collecting if need be with the native's arguments as roots: every
    // other Term is stale after it. Never fails: a heap over its limit is dealt with at the next
    // yield.
    [[nodiscard]] HeapWriter reserve(Word words) {
        if (VIAL_UNLIKELY(kStressReserve || static_cast<Word>(sp - top) < words + kStackSlackWords)) {
            reserve_slow(words);
        }
        return HeapWriter(top, top + words);
    }
    // A binary of these bytes, in the heap or shared. The bytes must not stand in this heap.
    Term make_binary(std::string_view bytes);
    // Room for `bytes` bytes to be filled by the caller before anything else is allocated.
    Term make_binary_uninitialised(Word bytes, char*& out);

    // Ways to end a native.
    NativeResult error(Term reason) { return {reason, NativeStatus::Error}; }
    NativeResult exit(Term reason) { return {reason, NativeStatus::Exit}; }
    NativeResult thrown(Term value) { return {value, NativeStatus::Throw}; }
    // badarg that names the argument (from 0) and why, shown as "1st argument: not an integer".
    NativeResult badarg(std::uint32_t argument, std::string_view why);
    NativeResult badarg();
    // Go on in `cell` with `args` in X0..: apply, or this native again with its state after a yield.
    NativeResult tail_call(FunctionCell* cell, std::span<const Term> args);
    NativeResult tail_call(FunctionCell* cell, std::initializer_list<Term> args) {
        return tail_call(cell, std::span<const Term>(args.begin(), args.size()));
    }
    // Call `cell` with `args`; when it returns, `then` (arity 2) is called as then(state, result).
    NativeResult call_then(FunctionCell* cell, std::span<const Term> args, FunctionCell* then, Term state);
    NativeResult call_then(FunctionCell* cell, std::initializer_list<Term> args, FunctionCell* then,
                           Term state) {
        return call_then(cell, std::span<const Term>(args.begin(), args.size()), then, state);
    }

    // Work done besides the calls themselves.
    void charge(std::int64_t reductions) { reductions_left -= reductions; }
    bool out_of_reductions() const { return reductions_left <= 0; }

    Vm& vm() const;
    Scheduler& scheduler() const;  // that runs it now
    Term self() const { return pid; }
    static std::int64_t slice_reductions();  // of a whole slice

    // Words that stay free between heap and stack: a native frame, the registers of a yield.
    static constexpr Word kStackSlackWords = 8;
#if defined(VIAL_STRESS)
    static constexpr bool kStressReserve = true;  // collect at every allocation
#else
    static constexpr bool kStressReserve = false;
#endif

    // --- line 0: written by others ---------------------------------------------------------------
    alignas(64) std::atomic<Word> queue_head;  // pointer 48, generation 16 with its low bits as flags
    std::atomic<std::uint32_t> run_state;      // state and flags (state.h)
    std::atomic<std::int32_t> mailbox_room;    // only when the mailbox is limited
    std::atomic<Process*> run_link;
    Term pid;
    Account* account;
    Word receive_timer;                        // its ReceiveTimer (sched/timer.h), or 0
    std::uint32_t call_token;
    std::uint32_t mailbox_limit;
    std::uint16_t home_scheduler;
    std::uint8_t priority;
    std::uint8_t mailbox_policy;
    std::atomic<std::uint32_t> registered_name;  // atom index + 1, 0: none (names.h)

    // --- line 1: heap and stack in one block, the heap growing up, the stack down -------------------
    alignas(64) Word* sp;
    Word* top;
    Word* heap_start;
    Word* heap_end;    // and base of the stack
    Word* high_water;  // what is below survived a collection
    OldGeneration* old_generation;
    Word* off_heap;    // list through SharedBinary and Resource terms of the young heap
    std::uint32_t binary_units_new;   // shared binaries since the last collection, in 64 bytes
    std::uint32_t binary_units_live;  // those that survived it

    // --- line 2: heap and mailbox ---------------------------------------------------------------------
    alignas(64) HeapFragment* fragments;
    std::uint32_t fragment_words;
    std::uint16_t minor_count;
    std::uint16_t fullsweep_after;
    RegionList* regions;
    Signal* mailbox_first;
    Signal* mailbox_last;
    Signal* mailbox_save;  // where the scan of receive stands
    Signal* mailbox_mark;  // of the fresh-reference shortcut
    std::uint32_t mailbox_length;
    std::uint32_t flags;   // trap_exit, sensitive, ...

    // --- line 3: the rest --------------------------------------------------------------------------------
    alignas(64) std::int64_t reductions_left;  // of this slice; total = counted at slice ends (extension)
    TraceContext* trace_context;
    std::uint32_t deadline_ms;
    std::uint32_t min_heap_words;
    Word charged_bytes;
    Term group_leader;
    Term parent;  // once flags has Exiting: the exit reason
    const FunctionCell* initial_function;
    ProcessExtension* extension;

  private:
    void reserve_slow(Word words);
};

static_assert(sizeof(Process) == 256);

}  // namespace vial

// vm/interp/slow_call.cpp: calls that are more than a jump.
// Here: natives, funs that are no plain closure, apply, yields.
// Not here: stubs (slow_stub.cpp).
// Threads: the scheduler that runs the process.
// Holds: what stops pushes its registers as a described frame first.
#include "vm/code/code_server.h"
#include "vm/code/fun_entry.h"
#include "vm/heap/gc.h"
#include "vm/interp/call_internal.h"
#include "vm/interp/raise.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/process/machine.h"
#include "vm/process/stubs.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"
#include "vm/vm.h"

namespace vial {

namespace {

// Room for `words` on the stack, at entry with `arity` arguments.
void ensure_stack(RunContext& c, Process& p, Word words, std::uint32_t arity) {
    if (static_cast<Word>(p.sp - p.top) >= words + Process::kStackSlackWords) return;
    show_roots(c, nullptr, arity);
    grow_stack(p, words);
}

void push(Process& p, const void* pointer) { *--p.sp = reinterpret_cast<Word>(pointer); }

}  // namespace

// --- stopping -----------------------------------------------------------------------------------------

CodePointer yield_at_code(RunContext& c, Process& p, CodePointer entry, std::uint32_t arity) {
    ensure_stack(c, p, call_frame_words(arity), arity);
    push(p, entry);
    for (std::uint32_t i = arity; i-- > 0;) *--p.sp = c.x[i].word();
    push(p, c.stubs->enter_code[arity]);
    c.result->end = SliceEnd::Yielded;
    return leave_slice(c);
}

CodePointer yield_at_cell(RunContext& c, Process& p, FunctionCell* cell) {
    ensure_stack(c, p, call_frame_words(cell->arity), cell->arity);
    push_call_noalloc(p, *c.stubs, cell, {c.x, cell->arity});
    c.result->end = SliceEnd::Yielded;
    return leave_slice(c);
}

void push_resume(RunContext& c, Process& p, CodePointer after, CodePointer target,
                 bool with_registers) {
    const FrameDescriptor* frame = descriptor_of_return(after);
    std::uint32_t live = 0;
    if (with_registers) {
        for (Word bits : frame->live_x()) live += static_cast<std::uint32_t>(std::popcount(bits));
    }
    if (static_cast<Word>(p.sp - p.top) < live + 3 + Process::kStackSlackWords) {
        show_roots(c, frame);
        grow_stack(p, live + 3);
    }
    push(p, after);
    push(p, target);
    p.sp -= live;
    std::uint32_t at = 0;
    for (std::size_t w = 0; at < live; ++w) {
        for (Word bits = frame->live_x()[w]; bits; bits &= bits - 1) {
            p.sp[at++] = c.x[w * 64 + static_cast<std::size_t>(std::countr_zero(bits))].word();
        }
    }
    push(p, c.stubs->resume[live]);
}

// pc is the callee's entry. Stubs have no FunctionInfo: they count and go on.
CodePointer slow_yield(RunContext& c, Process& p, CodePointer pc) {
    const auto* function = reinterpret_cast<const FunctionInfo*>(pc[-1]);
    if (!function) return pc;
    return yield_at_code(c, p, pc, function->arity);
}

// label, descriptor
CodePointer slow_yield_in_loop(RunContext& c, Process& p, CodePointer pc) {
    std::uint32_t live = 0;
    for (Word bits : descriptor_at(pc[2])->live_x()) live += static_cast<std::uint32_t>(std::popcount(bits));
    if (live > kMaxArity) return code_at(pc[1]);  // it will yield at its next call
    push_resume(c, p, pc + 3, code_at(pc[1]), true);
    c.result->end = SliceEnd::Yielded;
    return leave_slice(c);
}

// --- natives --------------------------------------------------------------------------------------------

NativeResult call_native(RunContext& c, Process& p, const FunctionCell* cell,
                         const FrameDescriptor* frame) {
    // relaxed: rows are constants of the binary.
    const NativeRow* native = cell->native.load(std::memory_order_relaxed);
    show_roots(c, frame, cell->arity);
    c.bad_argument_count = 0;
    p.charge(1 + native->cost);
    return native->function(p, Args(c.x, cell->arity));
}

bool is_raise(NativeStatus status) {
    return status == NativeStatus::Error || status == NativeStatus::Exit ||
           status == NativeStatus::Throw || status == NativeStatus::Raise;
}

// {class, reason, trace}, or {error, reason, arguments | :none, options}.
static CodePointer raise_given(RunContext& c, Process& p, Term given, const FrameDescriptor* frame) {
    const auto parts = tuple_elements(given);
    const ExceptionClass kind = parts[0] == atoms::exit     ? ExceptionClass::Exit
                                : parts[0] == atoms::throw_ ? ExceptionClass::Throw
                                                            : ExceptionClass::Error;
    if (parts.size() == 3) return reraise(c, p, frame, kind, parts[1], parts[2]);
    return raise_with_arguments(c, p, frame, parts[1], parts[2], parts[3]);
}

CodePointer raise_of_native(RunContext& c, Process& p, NativeResult result, const FunctionCell* cell,
                            const FrameDescriptor* frame) {
    switch (result.status) {
        case NativeStatus::Exit: return raise(c, p, frame, ExceptionClass::Exit, result.value);
        case NativeStatus::Throw: return raise(c, p, frame, ExceptionClass::Throw, result.value);
        case NativeStatus::Raise: return raise_given(c, p, result.value, frame);
        default: break;
    }
    return raise_in(c, p, frame, result.value, cell->module, cell->function, {c.x, cell->arity}, true);
}

// At entry. The native has set X0.. and RunContext::call_target, call_arity (null: the fun in X[arity]).
static CodePointer go_on(RunContext& c, Process& p) {
    if (c.then_target) {
        push(p, c.then_target);
        *--p.sp = c.then_state.word();
        push(p, c.stubs->then);
        c.then_target = nullptr;
    }
    p.charge(1);
    if (FunctionCell* cell = c.call_target) {
        if (p.out_of_reductions()) return yield_at_cell(c, p, cell);
        return cell->entry.load(std::memory_order_acquire);
    }
    CodePointer raised = nullptr;
    const CodePointer entry = resolve_fun(c, p, nullptr, c.call_arity, raised);
    if (!entry) return raised;
    return p.out_of_reductions() ? slow_yield(c, p, entry) : entry;
}

CodePointer after_native(RunContext& c, Process& p, NativeResult result, FunctionCell* cell) {
    switch (result.status) {
        case NativeStatus::Done: c.x[0] = result.value; return return_to_caller(p);
        case NativeStatus::TailCall: return go_on(c, p);
        case NativeStatus::Wait:
            push(p, cell);
            push(p, c.stubs->native_answer);
            c.result->end = SliceEnd::WaitsAnswer;
            return leave_slice(c);
        case NativeStatus::Ended:
            c.result->end = SliceEnd::Ended;
            c.result->by_native = true;
            return leave_slice(c);
        default: return raise_of_native(c, p, result, cell, nullptr);
    }
}

// cell, descriptor
CodePointer slow_call_native(RunContext& c, Process& p, CodePointer pc) {
    FunctionCell* cell = cell_at(pc[1]);
    const FrameDescriptor* frame = descriptor_at(pc[2]);
    const NativeResult result = call_native(c, p, cell, frame);
    if (VIAL_LIKELY(result.status == NativeStatus::Done)) {
        c.x[0] = result.value;
        return pc + 3;
    }
    if (is_raise(result.status)) return raise_of_native(c, p, result, cell, frame);
    push(p, pc + 3);
    return after_native(c, p, result, cell);
}

// cell, slots, descriptor
CodePointer slow_tail_call_native(RunContext& c, Process& p, CodePointer pc) {
    FunctionCell* cell = cell_at(pc[1]);
    const FrameDescriptor* frame = descriptor_at(pc[3]);
    const NativeResult result = call_native(c, p, cell, frame);
    if (is_raise(result.status)) return raise_of_native(c, p, result, cell, frame);
    p.sp += pc[2];
    return after_native(c, p, result, cell);
}

// --- funs -----------------------------------------------------------------------------------------------

// error {badarity, {fun, arguments}}
static CodePointer raise_badarity(RunContext& c, Process& p, const FrameDescriptor* frame,
                                  std::uint32_t arity) {
    show_roots(c, frame, arity + 1);
    HeapWriter out = p.reserve(kConsWords * arity + tuple_words(2));
    const Term arguments = out.list({c.x, arity});
    const Term pair = out.tuple({c.x[arity], arguments});
    return raise_tagged(c, p, frame, atoms::badarity, pair);
}

CodePointer resolve_fun(RunContext& c, Process& p, const FrameDescriptor* frame, std::uint32_t arity,
                        CodePointer& raised) {
    const Term fun = c.x[arity];
    if (is_closure(fun)) {
        const FunEntry* entry = fun_entry(fun);
        if (entry->arity == arity) {
            const auto free = fun_free_variables(fun);
            for (std::size_t i = 0; i < free.size(); ++i) c.x[arity + i] = free[i];
            return entry->code.load(std::memory_order_acquire);
        }
        raised = raise_badarity(c, p, frame, arity);
        return nullptr;
    }
    if (is_export_fun(fun)) {
        const FunctionCell* cell = export_fun_cell(fun);
        if (cell->arity == arity) return cell->entry.load(std::memory_order_acquire);
        raised = raise_badarity(c, p, frame, arity);
        return nullptr;
    }
    raised = raise_tagged(c, p, frame, atoms::badfun, fun);
    return nullptr;
}

// A call's reduction; where none is left the process yields before the entry.
static CodePointer enter(RunContext& c, Process& p, CodePointer entry) {
    p.charge(1);
    return p.out_of_reductions() ? slow_yield(c, p, entry) : entry;
}

// arity, descriptor
CodePointer slow_call_fun(RunContext& c, Process& p, CodePointer pc) {
    CodePointer raised = nullptr;
    const CodePointer entry =
        resolve_fun(c, p, descriptor_at(pc[2]), static_cast<std::uint32_t>(pc[1]), raised);
    if (!entry) return raised;
    push(p, pc + 3);
    return enter(c, p, entry);
}

// arity, slots, descriptor
CodePointer slow_tail_call_fun(RunContext& c, Process& p, CodePointer pc) {
    CodePointer raised = nullptr;
    const CodePointer entry =
        resolve_fun(c, p, descriptor_at(pc[3]), static_cast<std::uint32_t>(pc[1]), raised);
    if (!entry) return raised;
    p.sp += pc[2];
    return enter(c, p, entry);
}

// --- apply ----------------------------------------------------------------------------------------------

// Module X[arity], function X[arity + 1].
static CodePointer resolve_apply(RunContext& c, Process& p, const FrameDescriptor* frame,
                                 std::uint32_t arity, CodePointer& raised) {
    const Term module = c.x[arity], function = c.x[arity + 1];
    if (module.is_atom() && function.is_atom()) {
        const FunctionCell* cell = p.vm().code().cell(module, function, arity);
        return cell->entry.load(std::memory_order_acquire);
    }
    show_roots(c, frame, arity + 2);
    HeapWriter out = p.reserve(kConsWords * arity);
    const Term arguments[3] = {c.x[arity], c.x[arity + 1], out.list({c.x, arity})};
    c.bad_argument_count = 0;
    if (!module.is_atom()) c.bad_arguments[c.bad_argument_count++] = {0, "not an atom"};
    if (!function.is_atom()) c.bad_arguments[c.bad_argument_count++] = {1, "not an atom"};
    raised = raise_in(c, p, frame, atoms::badarg, atoms::erlang, p.vm().atoms().intern("apply"),
                      arguments, true);
    return nullptr;
}

CodePointer slow_apply(RunContext& c, Process& p, CodePointer pc) {
    CodePointer raised = nullptr;
    const CodePointer entry =
        resolve_apply(c, p, descriptor_at(pc[2]), static_cast<std::uint32_t>(pc[1]), raised);
    if (!entry) return raised;
    push(p, pc + 3);
    return enter(c, p, entry);
}

CodePointer slow_tail_apply(RunContext& c, Process& p, CodePointer pc) {
    CodePointer raised = nullptr;
    const CodePointer entry =
        resolve_apply(c, p, descriptor_at(pc[3]), static_cast<std::uint32_t>(pc[1]), raised);
    if (!entry) return raised;
    p.sp += pc[2];
    return enter(c, p, entry);
}

}  // namespace vial

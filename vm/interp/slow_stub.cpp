// vm/interp/slow_stub.cpp: what the machine's stubs do.
// Here: the end of a process, going on after a stop, functions that are natives or not there.
// Not here: frames of stubs (process/stubs.h).
// Threads: the scheduler that runs the process.
// Holds: a stub reached by return finds its frame at sp; one reached by call is "at entry".
#include "vm/code/code_server.h"
#include "vm/code/fun_entry.h"
#include "vm/interp/call_internal.h"
#include "vm/interp/raise.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/process/extension.h"
#include "vm/process/machine.h"
#include "vm/process/stubs.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"
#include "vm/vm.h"

namespace vial {

CodePointer slow_process_end(RunContext& c, Process& p, CodePointer) {
    *--p.sp = reinterpret_cast<Word>(c.stubs->process_end);
    c.result->end = SliceEnd::Ended;
    c.result->exit_reason = atoms::normal;
    c.result->how = NativeStatus::Done;
    c.result->value = c.x[0];
    return leave_slice(c);
}

CodePointer slow_enter_fun(RunContext& c, Process& p, CodePointer) {
    c.x[0] = Term::from_word(*p.sp++);
    CodePointer raised = nullptr;
    const CodePointer entry = resolve_fun(c, p, nullptr, 0, raised);
    return entry ? entry : raised;
}

CodePointer slow_native_answer(RunContext& c, Process& p, CodePointer) {
    FunctionCell* cell = cell_at(*p.sp++);
    show_roots(c, nullptr, 0);
    c.bad_argument_count = 0;
    const NativeResult result = take_call_answer(c, p);
    if (result.status != NativeStatus::Error) return after_native(c, p, result, cell);
    // Its arguments are gone: the entry has the arity only.
    return raise_in_arity(c, p, result.value, cell);
}

CodePointer slow_resume(RunContext& c, Process& p, CodePointer pc) {
    const Word count = pc[1];
    const CodePointer target = code_at(p.sp[count]);
    const FrameDescriptor* frame = descriptor_of_return(code_at(p.sp[count + 1]));
    Word at = 0;
    for (std::size_t w = 0; at < count; ++w) {
        for (Word bits = frame->live_x()[w]; bits; bits &= bits - 1) {
            c.x[w * 64 + static_cast<std::size_t>(std::countr_zero(bits))] =
                Term::from_word(p.sp[at++]);
        }
    }
    p.sp += count + 2;
    return target;
}

namespace {

// handler:undefined_function(module, function, arguments), as process_flag(error_handler, ...) asks.
CodePointer ask_error_handler(RunContext& c, Process& p, FunctionCell* cell, FunctionCell* handler) {
    show_roots(c, nullptr, cell->arity);
    HeapWriter out = p.reserve(cell->arity * kConsWords);
    Term list = Term::nil();
    for (std::uint32_t i = cell->arity; i-- > 0;) list = out.cons(c.x[i], list);
    c.x[0] = cell->module;
    c.x[1] = cell->function;
    c.x[2] = list;
    // acquire: pairs with the loader's release.
    return handler->entry.load(std::memory_order_acquire);
}

// Null: nobody handles calls of functions that are not there.
FunctionCell* error_handler_of(Process& p) {
    const ProcessExtension* e = p.extension;
    if (!e || e->error_handler == kNoTerm || e->error_handler == atoms::error_handler) return nullptr;
    CodeServer& code = p.vm().code();
    if (!code.ensure_loaded(e->error_handler)) return nullptr;
    FunctionCell* handler = code.cell(e->error_handler, p.vm().atoms().intern("undefined_function"), 3);
    return is_defined(handler) ? handler : nullptr;
}

}  // namespace

// At entry. The module may not be loaded yet.
CodePointer slow_undefined(RunContext& c, Process& p, CodePointer pc) {
    FunctionCell* cell = cell_at(pc[1]);
    CodeServer& code = p.vm().code();
    if (!code.module(cell->module)) code.ensure_loaded(cell->module);
    // acquire: pairs with the loader's release; another scheduler may have loaded it meanwhile.
    const CodePointer entry = cell->entry.load(std::memory_order_acquire);
    if (entry != pc) return entry;
    FunctionCell* handler = error_handler_of(p);
    if (handler && handler->module != cell->module) return ask_error_handler(c, p, cell, handler);
    return raise_in(c, p, nullptr, atoms::undef, cell->module, cell->function, {c.x, cell->arity},
                    false);
}

CodePointer slow_native_entry(RunContext& c, Process& p, CodePointer pc) {
    FunctionCell* cell = cell_at(pc[1]);
    const NativeResult result = call_native(c, p, cell, nullptr);
    return after_native(c, p, result, cell);
}

// At entry of a closure whose code is gone: arguments, then free variables in X0...
CodePointer slow_gone_fun(RunContext& c, Process& p, CodePointer pc) {
    auto* entry = reinterpret_cast<FunEntry*>(pc[1]);
    CodeServer& code = p.vm().code();
    if (!code.module(entry->module)) code.ensure_loaded(entry->module);
    // acquire: pairs with the loader's release.
    const CodePointer now = entry->code.load(std::memory_order_acquire);
    if (now != pc) return now;
    show_roots(c, nullptr, entry->arity + entry->free);
    Word* at = p.reserve(fun_words(entry->free)).take(fun_words(entry->free));
    at[0] = make_header(BoxedKind::Fun, entry->free);
    at[1] = reinterpret_cast<Word>(entry);
    for (std::uint32_t i = 0; i < entry->free; ++i) at[2 + i] = c.x[entry->arity + i].word();
    return raise_tagged(c, p, nullptr, atoms::badfun, Term::boxed(at));
}

}  // namespace vial

// vm/interp/ops_call.inl: calls, returns, jumps, and the machine's stubs.
// Here: bodies; see dispatch.h for what they are written with.
// Not here: natives' outcomes, yields, applies (slow_call.cpp).
// Threads: the scheduler that runs the process.
// Holds: a call counts one reduction; when they are used up the process yields at the callee's entry,
//        where sp points at the return address and X0.. are the arguments.

#define ENTER()                                     \
    do {                                            \
        if (VIAL_UNLIKELY(--reds <= 0)) SLOW(slow_yield); \
        DISPATCH();                                 \
    } while (0)

OP0(Return) {
    pc = code_at(*sp++);
    DISPATCH();
}

OP0(Call) {
    *--sp = reinterpret_cast<Word>(pc + 3);
    pc = code_at(pc[1]);
    ENTER();
}

OP0(TailCall) {
    sp += pc[2];
    pc = code_at(pc[1]);
    ENTER();
}

OP0(CallExt) {
    *--sp = reinterpret_cast<Word>(pc + 3);
    pc = cell_at(pc[1])->entry.load(std::memory_order_acquire);
    ENTER();
}

OP0(TailCallExt) {
    sp += pc[2];
    pc = cell_at(pc[1])->entry.load(std::memory_order_acquire);
    ENTER();
}

OP0(CallFun) {
    const Word arity = pc[1];
    const Term fun = x[arity];
    if (VIAL_UNLIKELY(!is_closure(fun))) SLOW(slow_call_fun);
    const Word* words = fun.boxed_words();
    const auto* entry = reinterpret_cast<const FunEntry*>(words[1]);
    if (VIAL_UNLIKELY(entry->arity != arity)) SLOW(slow_call_fun);
    const Word free = header_size(words[0]);
    for (Word i = 0; i < free; ++i) x[arity + i] = Term::from_word(words[2 + i]);
    *--sp = reinterpret_cast<Word>(pc + 3);
    pc = entry->code.load(std::memory_order_acquire);
    ENTER();
}

OP0(TailCallFun) {
    const Word arity = pc[1];
    const Term fun = x[arity];
    if (VIAL_UNLIKELY(!is_closure(fun))) SLOW(slow_tail_call_fun);
    const Word* words = fun.boxed_words();
    const auto* entry = reinterpret_cast<const FunEntry*>(words[1]);
    if (VIAL_UNLIKELY(entry->arity != arity)) SLOW(slow_tail_call_fun);
    const Word free = header_size(words[0]);
    for (Word i = 0; i < free; ++i) x[arity + i] = Term::from_word(words[2 + i]);
    sp += pc[2];
    pc = entry->code.load(std::memory_order_acquire);
    ENTER();
}

OP0(Apply) { SLOW(slow_apply); }
OP0(TailApply) { SLOW(slow_tail_apply); }
LOADED(CallNative) { SLOW(slow_call_native); }
LOADED(TailCallNative) { SLOW(slow_tail_call_native); }

OP0(Jump) { GO(pc[1]); }

OP0(JumpBack) {
    if (VIAL_UNLIKELY(--reds <= 0)) SLOW(slow_yield_in_loop);
    GO(pc[1]);
}

// --- stubs ------------------------------------------------------------------------------------------

LOADED(Leave) {
    STORE_STATE();
    LEAVE();
}

LOADED(ProcessEnd) { SLOW(slow_process_end); }

LOADED(EnterCell) {
    const Word count = pc[1];
    for (Word i = 0; i < count; ++i) x[i] = Term::from_word(sp[i]);
    pc = cell_at(sp[count])->entry.load(std::memory_order_acquire);
    sp += count + 1;
    DISPATCH();
}

LOADED(EnterCode) {
    const Word count = pc[1];
    for (Word i = 0; i < count; ++i) x[i] = Term::from_word(sp[i]);
    pc = code_at(sp[count]);
    sp += count + 1;
    DISPATCH();
}

LOADED(EnterFun) { SLOW(slow_enter_fun); }
LOADED(NativeAnswer) { SLOW(slow_native_answer); }
LOADED(Resume) { SLOW(slow_resume); }

LOADED(Then) {
    x[1] = x[0];
    x[0] = Term::from_word(sp[0]);
    pc = cell_at(sp[1])->entry.load(std::memory_order_acquire);
    sp += 2;
    ENTER();
}

LOADED(Undefined) { SLOW(slow_undefined); }
LOADED(NativeEntry) { SLOW(slow_native_entry); }
LOADED(GoneFun) { SLOW(slow_gone_fun); }
#undef ENTER

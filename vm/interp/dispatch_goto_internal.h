// vm/interp/dispatch_goto_internal.h: threading by computed goto.
// Here: OPn, DISPATCH, SLOW where there are no guaranteed tail calls (g++).
// Not here: what both ways share (dispatch.h).
// Threads: compile-time only.
// Holds: one form of each instruction, whose operands tell their kinds at run time; none are fused.
#pragma once

#include "vm/interp/dispatch.h"

#define DISPATCH() goto* reinterpret_cast<void*>(*pc)
#define SLOW(function)              \
    do {                            \
        STORE_STATE();              \
        pc = function(*c, *p, pc);  \
        LOAD_STATE();               \
        DISPATCH();                 \
    } while (0)

#define NEXT(words)    \
    do {               \
        pc += (words); \
        DISPATCH();    \
    } while (0)

#define OP0(Name) op_##Name:
#define OP1(Name) op_##Name:
#define OP2(Name) op_##Name:
#define OP3(Name) op_##Name:
#define LOADED(Name) loaded_##Name:
#define LEAVE() return nullptr

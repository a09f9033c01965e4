// vm/interp/dispatch_tail_internal.h: threading by tail calls.
// Here: OPn, DISPATCH, SLOW for clang with preserve_none and musttail.
// Not here: what both ways share (dispatch.h).
// Threads: compile-time only.
// Holds: a body never has a frame: whatever needs one runs in slow_op, reached by a tail call.
#pragma once

#include "vm/interp/dispatch.h"

namespace vial {

#define VIAL_STATE                                                                           \
    [[maybe_unused]] const Word *pc, [[maybe_unused]] Term *x, [[maybe_unused]] Word *sp,    \
        [[maybe_unused]] Word *top, [[maybe_unused]] std::int64_t reds,                      \
        [[maybe_unused]] Process *p, [[maybe_unused]] RunContext *c
#define VIAL_HANDLER __attribute__((preserve_none, no_sanitize("thread", "address")))

using Handler = VIAL_HANDLER void (*)(const Word*, Term*, Word*, Word*, std::int64_t, Process*,
                                      RunContext*);

#define DISPATCH() \
    [[clang::musttail]] return reinterpret_cast<Handler>(*pc)(pc, x, sp, top, reds, p, c)
#define SLOW(function) [[clang::musttail]] return slow_op<function>(pc, x, sp, top, reds, p, c)

// A body is a template over the handler that goes on after it: a fused instruction jumps straight to its
// second half, all others to whatever handler stands at pc.
#define NEXT(words)                                                           \
    do {                                                                      \
        pc += (words);                                                        \
        if constexpr (After != nullptr) {                                     \
            [[clang::musttail]] return After(pc, x, sp, top, reds, p, c);     \
        } else {                                                              \
            DISPATCH();                                                       \
        }                                                                     \
    } while (0)

template <SlowPath F>
VIAL_HANDLER __attribute__((noinline)) void slow_op(VIAL_STATE) {
    STORE_STATE();
    pc = F(*c, *p, pc);
    LOAD_STATE();
    DISPATCH();
}

template <Opcode O>
struct Forms {
    static constexpr std::uint32_t kKinded = 0;
    template <Handler After>
    static constexpr Handler kRows[1] = {nullptr};
};
template <LoadedOp O>
struct LoadedForm;

template <std::uint32_t N>
constexpr Kind kKindOf = N % 3 == 0 ? Kind::X : N % 3 == 1 ? Kind::Y : Kind::Constant;

#define OP0(Name)                                                                                 \
    template <Handler After>                                                                      \
    VIAL_HANDLER static void op_##Name(VIAL_STATE);                                               \
    template <>                                                                                   \
    struct Forms<Opcode::Name> {                                                                  \
        static constexpr std::uint32_t kKinded = 0;                                               \
        template <Handler After>                                                                  \
        static constexpr Handler kRows[1] = {op_##Name<After>};                                   \
    };                                                                                            \
    template <Handler After>                                                                      \
    VIAL_HANDLER static void op_##Name(VIAL_STATE)

#define OP1(Name)                                                                                 \
    template <Kind K0, Handler After>                                                             \
    VIAL_HANDLER static void op_##Name(VIAL_STATE);                                               \
    template <>                                                                                   \
    struct Forms<Opcode::Name> {                                                                  \
        static constexpr std::uint32_t kKinded = 1;                                               \
        template <Handler After>                                                                  \
        static constexpr Handler kRows[3] = {op_##Name<Kind::X, After>,                           \
                                             op_##Name<Kind::Y, After>,                           \
                                             op_##Name<Kind::Constant, After>};                   \
    };                                                                                            \
    template <Kind K0, Handler After>                                                             \
    VIAL_HANDLER static void op_##Name(VIAL_STATE)

#define ROW2(Name, n) op_##Name<kKindOf<(n)>, kKindOf<(n) / 3>, After>
#define OP2(Name)                                                                                 \
    template <Kind K0, Kind K1, Handler After>                                                    \
    VIAL_HANDLER static void op_##Name(VIAL_STATE);                                               \
    template <>                                                                                   \
    struct Forms<Opcode::Name> {                                                                  \
        static constexpr std::uint32_t kKinded = 2;                                               \
        template <Handler After>                                                                  \
        static constexpr Handler kRows[9] = {ROW2(Name, 0), ROW2(Name, 1), ROW2(Name, 2),         \
                                             ROW2(Name, 3), ROW2(Name, 4), ROW2(Name, 5),         \
                                             ROW2(Name, 6), ROW2(Name, 7), ROW2(Name, 8)};        \
    };                                                                                            \
    template <Kind K0, Kind K1, Handler After>                                                    \
    VIAL_HANDLER static void op_##Name(VIAL_STATE)

#define ROW3(Name, n) op_##Name<kKindOf<(n)>, kKindOf<(n) / 3>, kKindOf<(n) / 9>, After>
#define ROW3X3(Name, n) ROW3(Name, n), ROW3(Name, n + 1), ROW3(Name, n + 2)
#define ROW3X9(Name, n) ROW3X3(Name, n), ROW3X3(Name, n + 3), ROW3X3(Name, n + 6)
#define OP3(Name)                                                                                 \
    template <Kind K0, Kind K1, Kind K2, Handler After>                                           \
    VIAL_HANDLER static void op_##Name(VIAL_STATE);                                               \
    template <>                                                                                   \
    struct Forms<Opcode::Name> {                                                                  \
        static constexpr std::uint32_t kKinded = 3;                                               \
        template <Handler After>                                                                  \
        static constexpr Handler kRows[27] = {ROW3X9(Name, 0), ROW3X9(Name, 9),                   \
                                              ROW3X9(Name, 18)};                                  \
    };                                                                                            \
    template <Kind K0, Kind K1, Kind K2, Handler After>                                           \
    VIAL_HANDLER static void op_##Name(VIAL_STATE)

#define LOADED(Name)                                            \
    template <Handler After>                                    \
    VIAL_HANDLER static void loaded_##Name(VIAL_STATE);         \
    template <>                                                 \
    struct LoadedForm<LoadedOp::Name> {                         \
        static constexpr Handler kRow = loaded_##Name<nullptr>; \
    };                                                          \
    template <Handler After>                                    \
    VIAL_HANDLER static void loaded_##Name(VIAL_STATE)

// Ends the slice.
#define LEAVE() return

}  // namespace vial

// vm/interp/slow_paths_internal.h: the rare cases of instructions, out of line.
// Here: declarations for the bodies in ops_*.inl.
// Not here: their work (slow_*.cpp).
// Threads: the scheduler that runs the process.
// Holds: each takes the address of its instruction (slow_yield: of the callee's entry) and returns
//        where to go on.
#pragma once

#include "vm/interp/interp_internal.h"
#include "vm/term/number.h"

namespace vial {

#define SLOW_PATH(name) CodePointer name(RunContext& c, Process& p, CodePointer pc)

// slow_data.cpp
SLOW_PATH(slow_allocate);
SLOW_PATH(slow_test_heap);
SLOW_PATH(slow_update_tuple);
SLOW_PATH(slow_map_new);
SLOW_PATH(slow_map_new_keys);
SLOW_PATH(slow_map_put);
SLOW_PATH(slow_map_update);
SLOW_PATH(slow_map_get);
SLOW_PATH(slow_map_has);
SLOW_PATH(slow_map_get_many);

// slow_compare.cpp. The numbers are the operand `how` of Compare.
enum class Comparison : std::uint8_t { EqExact, NeExact, Eq, Ne, Lt, Ge, Gt, Le };
template <Comparison C>
SLOW_PATH(slow_compare_test);
SLOW_PATH(slow_compare);
SLOW_PATH(slow_is_binary);
SLOW_PATH(slow_is_fun_of);

// slow_arith.cpp
template <ArithmeticOp Op>
SLOW_PATH(slow_arithmetic1);
template <ArithmeticOp Op>
SLOW_PATH(slow_arithmetic2);
template <std::uint32_t Arity>
SLOW_PATH(slow_native);
SLOW_PATH(slow_not);

// slow_call.cpp
SLOW_PATH(slow_yield);
SLOW_PATH(slow_yield_in_loop);
SLOW_PATH(slow_call_fun);
SLOW_PATH(slow_tail_call_fun);
SLOW_PATH(slow_apply);
SLOW_PATH(slow_tail_apply);
SLOW_PATH(slow_call_native);
SLOW_PATH(slow_tail_call_native);

// slow_stub.cpp
SLOW_PATH(slow_process_end);
SLOW_PATH(slow_enter_fun);
SLOW_PATH(slow_native_answer);
SLOW_PATH(slow_resume);
SLOW_PATH(slow_undefined);
SLOW_PATH(slow_native_entry);
SLOW_PATH(slow_gone_fun);

// slow_error.cpp
enum class RaiseKind : std::uint8_t { Match, Case, Try, With };
template <RaiseKind K>
SLOW_PATH(slow_raise_value);
SLOW_PATH(slow_raise_cond);
SLOW_PATH(slow_raise_function);
SLOW_PATH(slow_raise_bad_boolean);
SLOW_PATH(slow_reraise);
SLOW_PATH(slow_build_trace);

// slow_message.cpp
SLOW_PATH(slow_send);
SLOW_PATH(slow_receive_peek);
SLOW_PATH(slow_receive_take);
SLOW_PATH(slow_receive_next);
SLOW_PATH(slow_receive_wait);
SLOW_PATH(slow_receive_until);
SLOW_PATH(slow_receive_timeout);
SLOW_PATH(slow_mark_reserve);
SLOW_PATH(slow_mark_bind);
SLOW_PATH(slow_mark_use);

// slow_match_bits.cpp, slow_make_bits.cpp
SLOW_PATH(slow_bin_start);
SLOW_PATH(slow_bin_integer);
SLOW_PATH(slow_bin_float);
SLOW_PATH(slow_bin_bits);
SLOW_PATH(slow_bin_rest);
SLOW_PATH(slow_bin_utf8);
SLOW_PATH(slow_bin_utf16);
SLOW_PATH(slow_bin_utf32);
SLOW_PATH(slow_bin_skip);
SLOW_PATH(slow_bin_string);
SLOW_PATH(slow_bin_make);
SLOW_PATH(slow_bin_append);

}  // namespace vial

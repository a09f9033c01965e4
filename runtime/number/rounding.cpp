// runtime/number/rounding.cpp: between floats and integers.
// Here: round, trunc, floor, ceil, float.
// Not here: text (float_text.cpp).
// Threads: the scheduler that runs the process.
// Holds: round goes half away from zero.
#include <cmath>

#include "runtime/term/arguments.h"
#include "vm/term/number.h"

namespace vial {

namespace {

NativeResult to_integer(Process& p, Args args, double (*rounded)(double)) {
    if (!is_number(args[0])) return p.badarg(0, "not a number");
    if (is_integer(args[0])) return args[0];
    const double value = rounded(float_value(args[0]));
    HeapWriter out = p.reserve(integer_words_of(value));
    return integer_from_double(out, value);
}

}  // namespace

NativeResult native_erlang_round(Process& p, Args args) {
    return to_integer(p, args, [](double d) { return std::round(d); });
}
NativeResult native_erlang_trunc(Process& p, Args args) {
    return to_integer(p, args, [](double d) { return std::trunc(d); });
}
NativeResult native_erlang_floor(Process& p, Args args) {
    return to_integer(p, args, [](double d) { return std::floor(d); });
}
NativeResult native_erlang_ceil(Process& p, Args args) {
    return to_integer(p, args, [](double d) { return std::ceil(d); });
}

NativeResult native_erlang_float(Process& p, Args args) {
    if (!is_number(args[0])) return p.badarg(0, "not a number");
    if (is_float(args[0])) return args[0];
    const auto value = number_to_double(args[0]);
    if (!value) return p.badarg(0, "not a number");
    HeapWriter out = p.reserve(kBoxedFloatWords);
    return out.floating(*value);
}

}  // namespace vial

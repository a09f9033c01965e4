// runtime/number/math.cpp: the :math module.
// Here: its functions over the C library's.
// Not here: arithmetic (arithmetic.cpp).
// Threads: the scheduler that runs the process.
// Holds: a result that is no finite float is badarith, as in OTP.
#include <cmath>

#include "runtime/term/arguments.h"
#include "vm/term/number.h"

namespace vial {

namespace {

NativeResult finite(Process& p, double value) {
    if (!std::isfinite(value)) return p.error(atoms::badarith);
    HeapWriter out = p.reserve(kBoxedFloatWords);
    return out.floating(value);
}

// An integer beyond the floats is a number all the same: its function is out of range.
NativeResult unary(Process& p, Args args, double (*function)(double)) {
    if (!is_number(args[0])) return p.badarg(0, "not a number");
    const auto x = number_to_double(args[0]);
    if (!x) return p.error(atoms::badarith);
    return finite(p, function(*x));
}

NativeResult binary(Process& p, Args args, double (*function)(double, double)) {
    const bool ok[2] = {is_number(args[0]), is_number(args[1])};
    for (std::uint32_t i = 0; i < 2; ++i) {
        if (!ok[i]) (void)p.badarg(i, "not a number");
    }
    if (!ok[0] || !ok[1]) return p.badarg();
    const auto x = number_to_double(args[0]);
    const auto y = number_to_double(args[1]);
    if (!x || !y) return p.error(atoms::badarith);
    return finite(p, function(*x, *y));
}

}  // namespace

#define MATH_UNARY(name)                                              \
    NativeResult native_math_##name(Process& p, Args args) {          \
        return unary(p, args, [](double x) { return std::name(x); }); \
    }
MATH_UNARY(sin)
MATH_UNARY(cos)
MATH_UNARY(tan)
MATH_UNARY(asin)
MATH_UNARY(acos)
MATH_UNARY(atan)
MATH_UNARY(sinh)
MATH_UNARY(cosh)
MATH_UNARY(tanh)
MATH_UNARY(asinh)
MATH_UNARY(acosh)
MATH_UNARY(atanh)
MATH_UNARY(exp)
MATH_UNARY(log)
MATH_UNARY(log2)
MATH_UNARY(log10)
MATH_UNARY(sqrt)
MATH_UNARY(erf)
MATH_UNARY(erfc)
MATH_UNARY(ceil)
MATH_UNARY(floor)
#undef MATH_UNARY

NativeResult native_math_pow(Process& p, Args args) {
    return binary(p, args, [](double x, double y) { return std::pow(x, y); });
}
NativeResult native_math_atan2(Process& p, Args args) {
    return binary(p, args, [](double x, double y) { return std::atan2(x, y); });
}
NativeResult native_math_fmod(Process& p, Args args) {
    return binary(p, args, [](double x, double y) { return std::fmod(x, y); });
}
NativeResult native_math_pi(Process&, Args) {
    return Term::immediate_float(3.141592653589793);
}

}  // namespace vial

// runtime/term/comparison.cpp: comparison and boolean operators as functions.
// Here: :erlang's ==, ===, <, max, not, and, ...
// Not here: the order itself (vm/term/compare.h).
// Threads: the scheduler that runs the process.
// Holds: a comparison charges for the nodes it looked at.
#include "runtime/term/arguments.h"
#include "vm/term/compare.h"

namespace vial {

namespace {

constexpr Word kComparedNodesPerReduction = 32;

int ordered(Process& p, Args args) {
    Word visited = 0;
    const int order = compare_terms(args[0], args[1], atoms_of(p), &visited);
    p.charge(static_cast<std::int64_t>(visited / kComparedNodesPerReduction));
    return order;
}
bool same(Process& p, Args args) {
    Word visited = 0;
    const bool result = equal(args[0], args[1], &visited);
    p.charge(static_cast<std::int64_t>(visited / kComparedNodesPerReduction));
    return result;
}
bool same_exactly(Process& p, Args args) {
    Word visited = 0;
    const bool result = equal_exact(args[0], args[1], &visited);
    p.charge(static_cast<std::int64_t>(visited / kComparedNodesPerReduction));
    return result;
}
bool is_boolean(Term t) {
    return t == atoms::true_ || t == atoms::false_;
}

}  // namespace

NativeResult native_erlang_equal(Process& p, Args args) {
    return boolean(same(p, args));
}
NativeResult native_erlang_not_equal(Process& p, Args args) {
    return boolean(!same(p, args));
}
NativeResult native_erlang_exactly_equal(Process& p, Args args) {
    return boolean(same_exactly(p, args));
}
NativeResult native_erlang_not_exactly_equal(Process& p, Args args) {
    return boolean(!same_exactly(p, args));
}
NativeResult native_erlang_less(Process& p, Args args) {
    return boolean(ordered(p, args) < 0);
}
NativeResult native_erlang_less_or_equal(Process& p, Args args) {
    return boolean(ordered(p, args) <= 0);
}
NativeResult native_erlang_greater(Process& p, Args args) {
    return boolean(ordered(p, args) > 0);
}
NativeResult native_erlang_greater_or_equal(Process& p, Args args) {
    return boolean(ordered(p, args) >= 0);
}
// Of two that are == the first.
NativeResult native_erlang_max(Process& p, Args args) {
    return ordered(p, args) >= 0 ? args[0] : args[1];
}
NativeResult native_erlang_min(Process& p, Args args) {
    return ordered(p, args) <= 0 ? args[0] : args[1];
}

NativeResult native_erlang_not(Process& p, Args args) {
    if (!is_boolean(args[0])) return p.badarg();
    return boolean(args[0] == atoms::false_);
}
NativeResult native_erlang_and(Process& p, Args args) {
    if (!is_boolean(args[0]) || !is_boolean(args[1])) return p.badarg();
    return boolean(args[0] == atoms::true_ && args[1] == atoms::true_);
}
NativeResult native_erlang_or(Process& p, Args args) {
    if (!is_boolean(args[0]) || !is_boolean(args[1])) return p.badarg();
    return boolean(args[0] == atoms::true_ || args[1] == atoms::true_);
}
NativeResult native_erlang_xor(Process& p, Args args) {
    if (!is_boolean(args[0]) || !is_boolean(args[1])) return p.badarg();
    return boolean(args[0] != args[1]);
}

}  // namespace vial

// runtime/term/type_tests.cpp: is_atom and its like as functions.
// Here: :erlang's type tests.
// Not here: the interpreter's instructions for them.
// Threads: the scheduler that runs the process.
// Holds: none allocates.
#include "runtime/term/arguments.h"
#include "vm/code/cell.h"
#include "vm/code/fun_entry.h"
#include "vm/term/bignum.h"
#include "vm/term/binary.h"
#include "vm/term/compare.h"

namespace vial {

NativeResult native_erlang_is_atom(Process&, Args args) {
    return boolean(args[0].is_atom());
}
NativeResult native_erlang_is_binary(Process&, Args args) {
    return boolean(is_binary(args[0]));
}
NativeResult native_erlang_is_bitstring(Process&, Args args) {
    return boolean(is_bitstring(args[0]));
}
NativeResult native_erlang_is_boolean(Process&, Args args) {
    return boolean(args[0] == atoms::true_ || args[0] == atoms::false_);
}
NativeResult native_erlang_is_float(Process&, Args args) {
    return boolean(is_float(args[0]));
}
NativeResult native_erlang_is_function(Process&, Args args) {
    return boolean(is_fun(args[0]));
}
NativeResult native_erlang_is_integer(Process&, Args args) {
    return boolean(is_integer(args[0]));
}
NativeResult native_erlang_is_list(Process&, Args args) {
    return boolean(args[0].is_list());
}
NativeResult native_erlang_is_map(Process&, Args args) {
    return boolean(is_map(args[0]));
}
NativeResult native_erlang_is_number(Process&, Args args) {
    return boolean(is_number(args[0]));
}
NativeResult native_erlang_is_pid(Process&, Args args) {
    return boolean(is_pid(args[0]));
}
NativeResult native_erlang_is_port(Process&, Args args) {
    return boolean(is_port(args[0]));
}
NativeResult native_erlang_is_reference(Process&, Args args) {
    return boolean(is_reference(args[0]));
}
NativeResult native_erlang_is_tuple(Process&, Args args) {
    return boolean(is_tuple(args[0]));
}

NativeResult native_erlang_is_function_arity(Process& p, Args args) {
    if (!is_integer(args[1])) return p.badarg(1, "not an integer");
    if (IntegerView(args[1]).negative()) return p.badarg(1, "out of range");
    if (!is_fun(args[0]) || !args[1].is_small()) return atoms::false_;
    const std::uint32_t arity =
        is_closure(args[0]) ? fun_entry(args[0])->arity : export_fun_cell(args[0])->arity;
    return boolean(args[1].small_value() == arity);
}

namespace {
bool is_record_of(Term t, Term tag) {
    return is_tuple(t) && tuple_arity(t) > 0 && tuple_element(t, 0) == tag;
}
}  // namespace

NativeResult native_erlang_is_record(Process& p, Args args) {
    // The reference names the first argument here.
    if (!args[1].is_atom()) return p.badarg(0, "not an atom");
    return boolean(is_record_of(args[0], args[1]));
}
NativeResult native_erlang_is_record_size(Process& p, Args args) {
    const bool tag_ok = args[1].is_atom();
    const bool size_ok = is_integer(args[2]);
    if (!tag_ok) (void)p.badarg(1, "not an atom");
    if (!size_ok) (void)p.badarg(2, "not an integer");
    if (!tag_ok || !size_ok) return p.badarg();
    return boolean(is_record_of(args[0], args[1]) && args[2].is_small() &&
                   tuple_arity(args[0]) == static_cast<Word>(args[2].small_value()));
}

NativeResult native_erts_debug_same(Process&, Args args) {
    return boolean(args[0] == args[1]);
}

}  // namespace vial

// runtime/code/errors.cpp: raising from the language.
// Here: :erlang.error/1,2,3, exit/1, throw/1, raise/3, nif_error.
// Not here: exit/2, a signal (runtime/process); unwinding (vm/interp/raise.cpp).
// Threads: the scheduler that runs the process.
// Holds: these natives do not stand in traces: NativeStatus::Raise starts at the caller.
#include "vm/process/process.h"
#include "vm/process/roots.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"

namespace vial {

namespace {

// {error, reason, arguments, info}: arguments `undefined` for none, info nil or a map.
NativeResult raise_error_term(Process& p, Term reason, Term arguments, Term info) {
    Term kept[3] = {reason, arguments, info};
    RootScope scope(context_of(p), kept);
    HeapWriter out = p.reserve(tuple_words(4));
    return {out.tuple({atoms::error, kept[0], kept[1], kept[2]}), NativeStatus::Raise};
}

bool is_trace_entry(Term t) {
    if (!is_tuple(t)) return false;
    const auto e = tuple_elements(t);
    const bool called = e.size() >= 3 && e[0].is_atom() && e[1].is_atom() &&
                        (e[2].is_list() || (e[2].is_small() && e[2].small_value() >= 0));
    if (called) return e.size() == 3 || (e.size() == 4 && e[3].is_list());
    // {fun, arguments} with or without location.
    return (e.size() == 2 || e.size() == 3) && is_fun(e[0]) && (e[1].is_list() || e[1].is_small());
}

bool is_trace(Term list) {
    for (; list.is_cons(); list = list.tail()) {
        if (!is_trace_entry(list.head())) return false;
    }
    return list.is_nil();
}

}  // namespace

NativeResult native_code_error(Process& p, Args args) {
    return raise_error_term(p, args[0], atoms::undefined, Term::nil());
}

NativeResult native_code_error_arguments(Process& p, Args args) {
    return raise_error_term(p, args[0], args[1].is_list() ? args[1] : atoms::undefined, Term::nil());
}

// Of the options only error_info: a map.
NativeResult native_code_error_options(Process& p, Args args) {
    Term info = Term::nil();
    Term options = args[2];
    for (; options.is_cons(); options = options.tail()) {
        const Term option = options.head();
        if (!is_tuple_of(option, 2) || tuple_element(option, 0) != atoms::error_info ||
            !is_map(tuple_element(option, 1))) {
            return p.badarg(2, "not a valid option list");
        }
        info = tuple_element(option, 1);
    }
    if (!options.is_nil()) return p.badarg(2, "not a list");
    return raise_error_term(p, args[0], args[1].is_list() ? args[1] : atoms::undefined, info);
}

NativeResult native_code_exit(Process& p, Args args) { return p.exit(args[0]); }
NativeResult native_code_throw(Process& p, Args args) { return p.thrown(args[0]); }

NativeResult native_code_raise(Process& p, Args args) {
    const Term kind = args[0];
    if (kind != atoms::error && kind != atoms::exit && kind != atoms::throw_) {
        return p.badarg(0, "not a valid exception class");
    }
    if (!is_trace(args[2])) return p.badarg(2, "not a valid stacktrace");
    HeapWriter out = p.reserve(tuple_words(3));
    return {out.tuple({args[0], args[1], args[2]}), NativeStatus::Raise};
}

}  // namespace vial

// runtime/table/natives_spec.cpp: match specifications without a table.
// Here: running one over a list of terms; which functions they may call.
// Not here: match specifications (match_spec.h), tables (natives_select.cpp), errors in words (ets/spec.part.ex).
// Threads: the scheduler of the process.
// Holds: results are copied to a fragment, so that nothing collects while the specification is in use.
#include "runtime/table/access.h"
#include "runtime/table/match_functions.h"
#include "runtime/table/match_spec.h"
#include "vm/code/code_server.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

// ets:vial_run_spec(List, Spec, Results): what the specification makes of each element, the last first, in front
// of the results.
NativeResult native_ets_run_spec(Process& p, Args args) {
    Term results = args[2];
    Term rest = args[0];
    {
        MatchSpec spec;
        if (!spec.compile(args[1], p.vm().atoms())) return p.badarg(1, "not a valid match specification");
        Term found = Term::nil();
        for (bool first = true; rest.is_cons() && (first || !p.out_of_reductions()); rest = rest.tail(), first = false) {
            Term result;
            if (spec.run(rest.head(), p.pid, result)) found = spec.scratch_cons(result, found);
            p.charge(1);
        }
        results = prepend_copy(p, found, results);
    }
    if (results == kNoTerm) return p.error(atoms::system_limit);
    if (rest.is_nil()) return results;
    if (!rest.is_cons()) return p.badarg(0, "not a list");
    FunctionCell* self = p.vm().code().cell(p.vm().atoms().intern("ets"), p.vm().atoms().intern("vial_run_spec"), 3);
    return p.tail_call(self, {rest, args[1], results});
}

// ets:vial_spec_function(Name, Arity): whether match specifications know the function.
NativeResult native_ets_spec_function(Process& p, Args args) {
    if (!args[0].is_atom() || !args[1].is_small()) return atoms::false_;
    const std::int64_t arity = args[1].small_value();
    if (arity < 0 || arity > 254) return atoms::false_;
    return match_function(p.vm().atoms().text(args[0]), static_cast<std::uint32_t>(arity)) < 0 ? atoms::false_ : atoms::true_;
}

}  // namespace vial

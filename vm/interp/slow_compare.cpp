// vm/interp/slow_compare.cpp: tests that look into terms.
// Here: comparisons of what does not fit a word; is_binary, is_function/2.
// Not here: comparing (term/compare.h).
// Threads: the scheduler that runs the process.
// Holds: nodes looked at are charged as reductions.
#include "vm/code/fun_entry.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/tables/atoms.h"
#include "vm/term/binary.h"
#include "vm/term/boxed.h"
#include "vm/term/compare.h"

namespace vial {

namespace {

constexpr Word kNodesPerReduction = 8;

bool holds(RunContext& c, Process& p, Comparison how, Term a, Term b) {
    Word visited = 0;
    bool result = false;
    switch (how) {
        case Comparison::EqExact: result = equal_exact(a, b, &visited); break;
        case Comparison::NeExact: result = !equal_exact(a, b, &visited); break;
        case Comparison::Eq: result = equal(a, b, &visited); break;
        case Comparison::Ne: result = !equal(a, b, &visited); break;
        case Comparison::Lt: result = compare_terms(a, b, *c.atoms, &visited) < 0; break;
        case Comparison::Ge: result = compare_terms(a, b, *c.atoms, &visited) >= 0; break;
        case Comparison::Gt: result = compare_terms(a, b, *c.atoms, &visited) > 0; break;
        case Comparison::Le: result = compare_terms(a, b, *c.atoms, &visited) <= 0; break;
    }
    p.charge(static_cast<std::int64_t>(visited / kNodesPerReduction));
    return result;
}

}  // namespace

// fail, a, b
template <Comparison C>
CodePointer slow_compare_test(RunContext& c, Process& p, CodePointer pc) {
    return holds(c, p, C, read_operand(c, p, pc[2]), read_operand(c, p, pc[3])) ? pc + 4
                                                                                : code_at(pc[1]);
}
template SLOW_PATH(slow_compare_test<Comparison::EqExact>);
template SLOW_PATH(slow_compare_test<Comparison::NeExact>);
template SLOW_PATH(slow_compare_test<Comparison::Eq>);
template SLOW_PATH(slow_compare_test<Comparison::Ne>);
template SLOW_PATH(slow_compare_test<Comparison::Lt>);
template SLOW_PATH(slow_compare_test<Comparison::Ge>);

// d, how, a, b
CodePointer slow_compare(RunContext& c, Process& p, CodePointer pc) {
    const bool result = holds(c, p, static_cast<Comparison>(pc[2]), read_operand(c, p, pc[3]),
                              read_operand(c, p, pc[4]));
    write_operand(c, p, pc[1], result ? atoms::true_ : atoms::false_);
    return pc + 5;
}

CodePointer slow_is_binary(RunContext& c, Process& p, CodePointer pc) {
    return is_binary(read_operand(c, p, pc[2])) ? pc + 3 : code_at(pc[1]);
}

// fail, s, arity
CodePointer slow_is_fun_of(RunContext& c, Process& p, CodePointer pc) {
    const Term fun = read_operand(c, p, pc[2]);
    const Term arity = read_operand(c, p, pc[3]);
    if (!is_fun(fun) || !arity.is_small()) return code_at(pc[1]);
    const std::int64_t has = is_closure(fun) ? fun_entry(fun)->arity : export_fun_cell(fun)->arity;
    return has == arity.small_value() ? pc + 4 : code_at(pc[1]);
}

}  // namespace vial

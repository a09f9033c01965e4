// tests/unit/compiler/support/core_builder.h: core written by hand, for tests of what comes after it.
// Here: CoreBuilder, a module under construction with short names for nodes; listing().
// Not here: the expander, which makes core from source.
// Threads: -
// Holds: the atom table outlives the module.
#pragma once

#include <memory>
#include <string>

#include "compiler/compiler.h"
#include "compiler/core/core.h"
#include "vm/term/atom_table.h"

namespace vial::test {

struct CoreBuilder {
    using E = core::Expr*;
    using P = core::Pattern*;
    std::unique_ptr<AtomTable> own_atoms;
    AtomTable& atoms;
    core::Module module;
    core::VarId next_var = 0;

    explicit CoreBuilder(const char* name = "Test");
    // With the atoms of a VM that is to run the code.
    explicit CoreBuilder(AtomTable& of_vm, const char* name = "Test");

    Term a(const char* text) { return atoms.intern(text); }
    core::VarId var() { return next_var++; }

    E lit(Term t);
    E num(std::int64_t v) { return lit(Term::small(v)); }
    E atom(const char* text) { return lit(a(text)); }
    E v(core::VarId v);
    E node(core::ExprKind kind, std::vector<E> args = {});
    E call(const char* name, std::vector<E> args);
    E erl(const char* name, std::vector<E> args) { return remote("erlang", name, std::move(args)); }
    E remote(const char* module, const char* name, std::vector<E> args);
    E seq(std::vector<E> args) { return node(core::ExprKind::Sequence, std::move(args)); }
    E match(P pattern, E value);
    E case_of(std::vector<E> subjects, std::vector<core::Clause> clauses);
    E fn(std::uint32_t arity, std::vector<core::Clause> clauses);

    P any();
    P pv(core::VarId v);
    P plit(Term t);
    P pnum(std::int64_t v) { return plit(Term::small(v)); }
    P patom(const char* text) { return plit(a(text)); }
    P pnode(core::PatternKind kind, std::vector<P> children);
    P pcons(P h, P t) { return pnode(core::PatternKind::Cons, {h, t}); }
    P ptuple(std::vector<P> e) { return pnode(core::PatternKind::Tuple, std::move(e)); }

    static core::Clause clause(std::vector<P> patterns, E body, std::vector<E> guards = {}) {
        core::Clause c;
        c.patterns = std::move(patterns);
        c.guards = std::move(guards);
        c.body = body;
        return c;
    }
    void def(const char* name, std::uint32_t arity, std::vector<core::Clause> clauses);
    // Compiles and verifies; `problem` says what the verifier found.
    ModuleCode compile();
    std::string problem;
};

// Code as text, one instruction a line, constants and indices shown as what they are.
std::string listing(const ModuleCode& code, std::size_t function = 0);

}  // namespace vial::test

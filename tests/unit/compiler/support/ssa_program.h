// tests/unit/compiler/support/ssa_program.h: SSA of core written by hand, counted and run.
// Here: SsaProgram, what lowering and the passes make of a module; CoreRun, the same module run.
// Not here: core by hand (core_builder.h), instructions of the machine (core_builder.h: listing).
// Threads: a stepped VM.
// Holds: SsaProgram comes before the run, which takes the functions of the module.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ssa/ir.h"
#include "tests/unit/compiler/support/core_builder.h"
#include "tests/unit/support/assembler.h"

namespace vial::test {

struct SsaProgram {
    explicit SsaProgram(CoreBuilder& b, bool optimised = true);
    ssa::Program program;
    // What validate() says of the functions, each with its name; empty: all are valid.
    std::string wrong;

    const ssa::Function& function(std::string_view name) const;
    std::string text(std::string_view name) const { return ssa::print(function(name), program); }
    // Instructions and ends of reachable blocks.
    std::size_t count(std::string_view name, Opcode op) const;
    std::size_t count(std::string_view name, std::initializer_list<Opcode> ops) const;
    std::size_t tests(std::string_view name) const;      // ends that test: also selects, MapGet, BinStart
    std::size_t blocks(std::string_view name) const { return ssa::reverse_postorder(function(name)).size(); }
};

// A module that is compiled at the first call.
struct CoreRun {
    TermArena own_terms;  // of arguments and literals: the module's arena goes when it is compiled
    CodeVm vm;
    CoreBuilder b{vm.vm->atoms(), "T"};

    // The value printed in Erlang's notation, or class, reason and trace.
    std::string call(std::string_view function, const std::vector<Term>& args = {});
    // How it began: "error badarith" without the trace.
    std::string ending(std::string_view function, const std::vector<Term>& args = {});
    static Term n(std::int64_t v) { return Term::small(v); }
    Term a(const char* text) { return b.a(text); }
    TermArena& terms() { return own_terms; }

  private:
    bool loaded_ = false;
};

}  // namespace vial::test

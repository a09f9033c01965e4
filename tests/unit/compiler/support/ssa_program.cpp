// tests/unit/compiler/support/ssa_program.cpp: see ssa_program.h.
// Here: -
// Not here: -
// Threads: -
// Holds: -
#include "tests/unit/compiler/support/ssa_program.h"

#include <catch2/catch.hpp>

#include "compiler/ssa/lower.h"
#include "compiler/ssa/passes.h"

namespace vial::test {

SsaProgram::SsaProgram(CoreBuilder& b, bool optimised) : program(b.module, b.atoms) {
    ssa::lower(program);
    if (optimised) ssa::optimise(program);
    for (const ssa::Function& f : program.functions) {
        if (const char* what = ssa::validate(f)) wrong += f.name + ": " + what + "\n";
    }
}

const ssa::Function& SsaProgram::function(std::string_view name) const {
    for (const ssa::Function& f : program.functions) {
        if (f.name == name) return f;
    }
    FAIL("no function " << name);
    return program.functions.front();
}

std::size_t SsaProgram::count(std::string_view name, Opcode op) const {
    const ssa::Function& f = function(name);
    std::size_t n = 0;
    for (const ssa::BlockId id : ssa::reverse_postorder(f)) {
        for (const ssa::Instr& i : f.blocks[id].instrs) n += i.op == op ? 1 : 0;
        n += f.blocks[id].last.op == op ? 1 : 0;
    }
    return n;
}

std::size_t SsaProgram::count(std::string_view name, std::initializer_list<Opcode> ops) const {
    std::size_t n = 0;
    for (const Opcode op : ops) n += count(name, op);
    return n;
}

std::size_t SsaProgram::tests(std::string_view name) const {
    const ssa::Function& f = function(name);
    std::size_t n = 0;
    for (const ssa::BlockId id : ssa::reverse_postorder(f)) {
        const Opcode op = f.blocks[id].last.op;
        n += f.blocks[id].succ.size() > 1 && (ssa::is_test(op) || op == Opcode::SelectValue || op == Opcode::SelectArity ||
                                              op == Opcode::MapGet || op == Opcode::BinStart)
                 ? 1
                 : 0;
    }
    return n;
}

std::string CoreRun::call(std::string_view function, const std::vector<Term>& args) {
    if (!loaded_) {
        ModuleCode code = b.compile();
        REQUIRE(b.problem == "");
        auto made = vm.vm->code().load(std::move(code));
        if (!made) FAIL(made.error().message);
        loaded_ = true;
    }
    return vm.call_terms("T", function, args);
}

std::string CoreRun::ending(std::string_view function, const std::vector<Term>& args) {
    const std::string all = call(function, args);
    return all.substr(0, all.find(" [{"));
}

}  // namespace vial::test

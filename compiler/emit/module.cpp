// compiler/emit/module.cpp: core to ModuleCode.
// Here: compile_core(), the tables of a module.
// Not here: lowering (ssa/lower.h), passes (ssa/passes.h), functions (emit_function.cpp).
// Threads: any; a call owns what it is given.
// Holds: functions keep the indices lowering gave them.
#include "compiler/compiler.h"

#include <pthread.h>

#include "compiler/emit/builder.h"
#include "compiler/ssa/lower.h"
#include "compiler/ssa/passes.h"
#include "vm/code/infer_claims.h"

namespace vial {
namespace emit {

std::uint32_t ModuleBuilder::atom(std::string_view text) {
    const auto [at, fresh] = atom_index_.try_emplace(std::string(text), code_.atoms.size());
    if (fresh) code_.atoms.emplace_back(text);
    return at->second;
}

std::uint32_t ModuleBuilder::literal(Term t) {
    const auto [at, fresh] = literal_index_.try_emplace(t.word(), code_.literals.size());
    if (fresh) code_.literals.push_back(t);
    return at->second;
}

Operand ModuleBuilder::constant(Term t) {
    if (t.is_small()) return Operand::small(t.small_value());
    if (t.is_atom()) return Operand::atom(atom(atoms_.text(t)));
    if (t.is_nil()) return Operand::nil();
    return Operand::literal(literal(t));
}

std::uint32_t ModuleBuilder::descriptor(CodeDescriptor d) {
    const auto [at, fresh] = descriptor_index_.try_emplace(d, code_.descriptors.size());
    if (fresh) code_.descriptors.push_back(std::move(d));
    return at->second;
}

std::size_t ModuleBuilder::DescriptorHash::operator()(const CodeDescriptor& d) const {
    std::size_t h = d.slots * 31u + d.handler;
    const auto mix = [&h](std::size_t v) { h = (h ^ v) * 0x9e3779b97f4a7c15u; };
    mix(d.line);
    mix(d.file);
    for (const auto r : d.live_x) mix(r);
    mix(0x10000);
    for (const auto r : d.live_y) mix(r);
    return h;
}

namespace {

struct Compilation {
    core::Module& module;
    const AtomTable& atoms;
    ModuleCode code;
};

void compile(Compilation& c) {
    ssa::Program program(c.module, c.atoms);
    ssa::lower(program);
    ssa::optimise(program);

    ModuleCode& code = c.code;
    ModuleBuilder builder(code, c.atoms);
    builder.atom(c.atoms.text(c.module.name));
    code.files = c.module.files;
    for (const auto& i : program.imports) {
        code.imports.push_back({builder.atom(i.module), builder.atom(i.function), i.arity});
    }
    for (std::uint32_t i = 0; i < program.functions.size(); ++i) {
        code.functions.push_back(emit_function(program.functions[i], builder));
        if (program.functions[i].exported) code.exports.push_back(i);
    }
    for (const auto& l : program.lambdas) {
        code.lambdas.push_back({l.function, l.arity, l.free, l.unique});
    }
    code.attributes = c.module.attributes;
    code.docs = c.module.docs;
    code.debug = c.module.debug;
    code.literal_arena = std::move(*c.module.arena);
    infer_claims(code);
}

// Deep nesting gets a stack that is deep enough; lowering is the one pass that recurses.
bool compile_on_large_stack(Compilation& c, std::size_t stack_bytes) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack_bytes);
    pthread_t thread;
    const auto run = [](void* argument) -> void* {
        compile(*static_cast<Compilation*>(argument));
        return nullptr;
    };
    const bool started = pthread_create(&thread, &attributes, run, &c) == 0;
    pthread_attr_destroy(&attributes);
    if (started) pthread_join(thread, nullptr);
    return started;
}

}  // namespace
}  // namespace emit

ModuleCode compile_core(core::Module& module, const AtomTable& atoms, diag::Sink&) {
    emit::Compilation c{module, atoms, {}};
    const std::uint32_t depth = ssa::nesting(module);
    if (depth <= ssa::kDirectDepth) {
        emit::compile(c);
    } else if (!emit::compile_on_large_stack(c, (depth + 256) * ssa::kStackPerLevel)) {
        VIAL_FATAL("no memory for the stack that deeply nested code needs");
    }
    return std::move(c.code);
}

}  // namespace vial

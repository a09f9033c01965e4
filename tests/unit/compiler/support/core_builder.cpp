// tests/unit/compiler/support/core_builder.cpp: see core_builder.h.
// Here: nodes, and the listing the tests compare.
// Not here: the disassembler (vm/code/disasm.h), whose text is for people.
// Threads: -
// Holds: -
#include "tests/unit/compiler/support/core_builder.h"

#include "compiler/diag/diagnostic.h"
#include "vm/code/verify.h"
#include "vm/process/native.h"

namespace vial::test {

using core::ExprKind;
using core::PatternKind;

namespace {
// The facts of natives without their functions, which are not linked here.
const NativeRow* find_native_row(void*, std::string_view m, std::string_view f, std::uint32_t arity) {
    using namespace native_effect;
    static constexpr NativeRow kRows[] = {
#define NATIVE(module, name, arity, function, effects, cost, doc) \
    NativeRow{module, name, arity, nullptr, effects, cost, doc},
#include "vm/tables/natives.def"
        NativeRow{},
    };
    for (const NativeRow& row : kRows) {
        if (row.module == m && row.name == f && row.arity == arity) return &row;
    }
    return nullptr;
}
}  // namespace

CoreBuilder::CoreBuilder(const char* name)
    : own_atoms(std::make_unique<AtomTable>()), atoms(*own_atoms) {
    module.arena = std::make_shared<TermArena>();
    module.name = a(name);
    module.files = {"test.ex"};
}
CoreBuilder::CoreBuilder(AtomTable& of_vm, const char* name) : atoms(of_vm) {
    module.arena = std::make_shared<TermArena>();
    module.name = a(name);
    module.files = {"test.ex"};
}

core::Expr* CoreBuilder::node(ExprKind kind, std::vector<E> args) {
    auto* e = module.expr(kind, {1, 1, 0});
    e->args = std::move(args);
    return e;
}
core::Expr* CoreBuilder::lit(Term t) {
    auto* e = node(ExprKind::Literal);
    e->literal = t;
    return e;
}
core::Expr* CoreBuilder::v(core::VarId v) {
    auto* e = node(ExprKind::Var);
    e->var = v;
    return e;
}
core::Expr* CoreBuilder::call(const char* name, std::vector<E> args) {
    auto* e = node(ExprKind::LocalCall, std::move(args));
    e->literal = a(name);
    e->arity = static_cast<std::uint32_t>(e->args.size());
    return e;
}
core::Expr* CoreBuilder::remote(const char* m, const char* name, std::vector<E> args) {
    args.insert(args.begin(), {atom(m), atom(name)});
    return node(ExprKind::RemoteCall, std::move(args));
}
core::Expr* CoreBuilder::match(P pattern, E value) {
    auto* e = node(ExprKind::Match, {value});
    e->pattern = pattern;
    return e;
}
core::Expr* CoreBuilder::case_of(std::vector<E> subjects, std::vector<core::Clause> clauses) {
    auto* e = node(ExprKind::Case, std::move(subjects));
    e->clauses = std::move(clauses);
    return e;
}
core::Expr* CoreBuilder::fn(std::uint32_t arity, std::vector<core::Clause> clauses) {
    auto* e = node(ExprKind::Fn);
    e->arity = arity;
    e->clauses = std::move(clauses);
    return e;
}

core::Pattern* CoreBuilder::pnode(PatternKind kind, std::vector<P> children) {
    auto* p = module.pattern(kind, {1, 1, 0});
    p->children = std::move(children);
    return p;
}
core::Pattern* CoreBuilder::any() { return pnode(PatternKind::Any, {}); }
core::Pattern* CoreBuilder::pv(core::VarId v) {
    auto* p = pnode(PatternKind::Var, {});
    p->var = v;
    return p;
}
core::Pattern* CoreBuilder::plit(Term t) {
    auto* p = pnode(PatternKind::Literal, {});
    p->literal = t;
    return p;
}

void CoreBuilder::def(const char* name, std::uint32_t arity, std::vector<core::Clause> clauses) {
    core::Function f;
    f.name = a(name);
    f.arity = arity;
    f.exported = true;
    f.clauses = std::move(clauses);
    f.var_count = next_var;
    module.functions.push_back(std::move(f));
}

ModuleCode CoreBuilder::compile() {
    diag::Sink sink;
    ModuleCode code = compile_core(module, atoms, sink);
    NativeLookup natives;
    natives.find = find_native_row;
    const auto verified = verify(code, natives);
    if (!verified.ok()) problem = verified.error().message;
    return code;
}

// --- listing --------------------------------------------------------------------------------------
namespace {

std::string_view op_name(Opcode op) {
    switch (op) {
#define OPCODE(name, number, operands, effects, doc) \
    case Opcode::name: return #name;
#include "vm/tables/opcodes.def"
    }
    return "?";
}

std::string show(const Operand& o, const ModuleCode& code) {
    const auto n = std::to_string(o.value);
    switch (o.kind) {
        case Operand::Kind::X: return "x" + n;
        case Operand::Kind::Y: return "y" + n;
        case Operand::Kind::Small: return std::to_string(static_cast<std::int64_t>(o.value));
        case Operand::Kind::Atom: return ":" + code.atoms[o.value];
        case Operand::Kind::Nil: return "[]";
        case Operand::Kind::Literal: return "lit" + n;
        case Operand::Kind::Label: return "L" + n;
        case Operand::Kind::Unsigned: return "#" + n;
        case Operand::Kind::Function:
            return code.atoms[code.functions[o.value].name] + "/" +
                   std::to_string(code.functions[o.value].arity);
        case Operand::Kind::Lambda:
            return "fun " + code.atoms[code.functions[code.lambdas[o.value].function].name];
        case Operand::Kind::Import: {
            const auto& i = code.imports[o.value];
            return code.atoms[i.module] + "." + code.atoms[i.function] + "/" + std::to_string(i.arity);
        }
        case Operand::Kind::ListSize: return "(" + n + ")";
    }
    return "?";
}

}  // namespace

std::string listing(const ModuleCode& code, std::size_t function) {
    std::string out;
    for (const auto& i : code.functions[function].instructions) {
        if (i.opcode == Opcode::Label) {
            out += "L" + std::to_string(i.operands[0].value) + ":\n";
            continue;
        }
        out += op_name(i.opcode);
        for (std::size_t k = 0; k < i.operands.size(); ++k) {
            out += (k == 0 ? " " : ", ") + show(i.operands[k], code);
        }
        if (i.descriptor != kNoIndex) {
            const auto& d = code.descriptors[i.descriptor];
            std::string live;
            for (const auto r : d.live_x) live += " x" + std::to_string(r);
            for (const auto r : d.live_y) live += " y" + std::to_string(r);
            if (!live.empty()) out += "  ;" + live;
            if (d.handler != 0) out += "  ! L" + std::to_string(d.handler);
        }
        out += "\n";
    }
    return out;
}

}  // namespace vial::test

// vm/code/module_info.cpp: module_info/0,1 as bytecode.
// Here: two functions of two instructions each.
// Not here: the natives they call.
// Threads: any.
// Holds: the code passes verify() as any other would.
#include "vm/code/module_info.h"

#include <algorithm>

namespace vial {

namespace {

std::uint32_t atom_index(ModuleCode& code, std::string_view text) {
    const auto found = std::find(code.atoms.begin(), code.atoms.end(), text);
    if (found != code.atoms.end()) return static_cast<std::uint32_t>(found - code.atoms.begin());
    code.atoms.emplace_back(text);
    return static_cast<std::uint32_t>(code.atoms.size() - 1);
}

}  // namespace

void add_module_info(ModuleCode& code) {
    const std::uint32_t name = atom_index(code, "module_info");
    for (std::uint32_t arity = 0; arity <= 1; ++arity) {
        const bool there = std::any_of(code.functions.begin(), code.functions.end(),
                                       [&](const FunctionCode& f) {
                                           return f.name == name && f.arity == arity;
                                       });
        if (there) continue;
        const auto import = static_cast<std::uint32_t>(code.imports.size());
        code.imports.push_back({atom_index(code, "erlang"), atom_index(code, "get_module_info"), arity + 1});
        const auto described = static_cast<std::uint32_t>(code.descriptors.size());
        CodeDescriptor& descriptor = code.descriptors.emplace_back();
        for (std::uint16_t x = 0; x <= arity; ++x) descriptor.live_x.push_back(x);
        FunctionCode function{.name = name, .arity = arity};
        if (arity == 1) function.instructions.push_back({Opcode::Move, {Operand::x(1), Operand::x(0)}});
        function.instructions.push_back({Opcode::Move, {Operand::x(0), Operand::atom(0)}});
        function.instructions.push_back(
            {Opcode::TailCallExt, {{Operand::Kind::Import, import}, Operand::u(0)}, described});
        code.exports.push_back(static_cast<std::uint32_t>(code.functions.size()));
        code.functions.push_back(std::move(function));
    }
}

}  // namespace vial

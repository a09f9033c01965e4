// compiler/emit/builder.h: the tables of a module while its functions are emitted.
// Here: ModuleBuilder: atoms, literals and descriptors, each once.
// Not here: instructions (emit_function.h).
// Threads: -
// Holds: atom 0 is the module's name.
#pragma once

#include <string>
#include <unordered_map>

#include "compiler/ssa/ir.h"
#include "vm/code/bytecode.h"

namespace vial::emit {

class ModuleBuilder {
  public:
    ModuleBuilder(ModuleCode& code, const AtomTable& atoms) : code_(code), atoms_(atoms) {}

    std::uint32_t atom(std::string_view text);
    // A constant as an operand.
    Operand constant(Term t);
    std::uint32_t literal(Term t);
    std::uint32_t descriptor(CodeDescriptor d);
    ModuleCode& code() { return code_; }

  private:
    struct DescriptorHash {
        std::size_t operator()(const CodeDescriptor& d) const;
    };
    ModuleCode& code_;
    const AtomTable& atoms_;
    std::unordered_map<std::string, std::uint32_t> atom_index_;
    std::unordered_map<Word, std::uint32_t> literal_index_;
    std::unordered_map<CodeDescriptor, std::uint32_t, DescriptorHash> descriptor_index_;
};

// Emits one function of the program.
FunctionCode emit_function(const ssa::Function& f, ModuleBuilder& builder);

}  // namespace vial::emit

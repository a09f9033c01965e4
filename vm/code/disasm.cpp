// vm/code/disasm.cpp: bytecode as text.
// Here: disassemble().
// Not here: parsing such text.
// Threads: any; reads only.
// Holds: indices are checked before they are followed, so unverified code prints too.
#include "vm/code/disasm.h"

#include "vm/code/opcode_shape.h"
#include "vm/term/print.h"

namespace vial {

namespace {

class Printer {
  public:
    Printer(const ModuleCode& code, const AtomTable& atoms) : code_(code), atoms_(atoms) {}

    std::string run() {
        out_ += "module " + atom(0) + "\n";
        if (!code_.exports.empty()) {
            out_ += "exports";
            for (std::uint32_t e : code_.exports) out_ += " " + function(e);
            out_ += "\n";
        }
        for (std::size_t i = 0; i < code_.functions.size(); ++i) print_function(i);
        return std::move(out_);
    }

  private:
    std::string atom(std::uint64_t index) const {
        return index < code_.atoms.size() ? ":" + code_.atoms[index] : "atom?" + std::to_string(index);
    }
    std::string name(std::uint64_t index) const {
        return index < code_.atoms.size() ? code_.atoms[index] : "?";
    }
    std::string function(std::uint64_t index) const {
        if (index >= code_.functions.size()) return "function?" + std::to_string(index);
        const FunctionCode& f = code_.functions[index];
        return name(f.name) + "/" + std::to_string(f.arity);
    }
    std::string import(std::uint64_t index) const {
        if (index >= code_.imports.size()) return "import?" + std::to_string(index);
        const ImportCode& i = code_.imports[index];
        return name(i.module) + "." + name(i.function) + "/" + std::to_string(i.arity);
    }
    std::string operand(const Operand& o) const;
    void print_function(std::size_t index);
    void print_instruction(const Instruction& in);
    void print_descriptor(std::uint32_t index);
    void print_claim(std::uint64_t label);
    void print_registers(char kind, const std::vector<RegisterClaim>& claims);

    const ModuleCode& code_;
    const AtomTable& atoms_;
    const FunctionCode* function_ = nullptr;  // at hand
    std::string out_;
};

std::string Printer::operand(const Operand& o) const {
    const std::string number = std::to_string(o.value);
    switch (o.kind) {
        case Operand::Kind::X: return "x" + number;
        case Operand::Kind::Y: return "y" + number;
        case Operand::Kind::Small: return std::to_string(static_cast<std::int64_t>(o.value));
        case Operand::Kind::Atom: return atom(o.value);
        case Operand::Kind::Nil: return "[]";
        case Operand::Kind::Literal:
            if (o.value >= code_.literals.size()) return "literal?" + number;
            return print_term(code_.literals[o.value], atoms_);
        case Operand::Kind::Label: return o.value ? "L" + number : "raise";
        case Operand::Kind::Unsigned: return "#" + number;
        case Operand::Kind::Function: return function(o.value);
        case Operand::Kind::Lambda:
            return o.value < code_.lambdas.size() ? "fn " + function(code_.lambdas[o.value].function)
                                                  : "lambda?" + number;
        case Operand::Kind::Import: return import(o.value);
        case Operand::Kind::ListSize: return "[" + number + "]";
    }
    return "?";
}

void Printer::print_descriptor(std::uint32_t index) {
    if (index >= code_.descriptors.size()) {
        out_ += "  ; no descriptor";
        return;
    }
    const CodeDescriptor& d = code_.descriptors[index];
    out_ += "  ; frame " + std::to_string(d.slots);
    for (std::uint16_t x : d.live_x) out_ += " x" + std::to_string(x);
    for (std::uint16_t y : d.live_y) out_ += " y" + std::to_string(y);
    if (d.handler) out_ += " handler L" + std::to_string(d.handler);
    if (d.line) out_ += " line " + std::to_string(d.line);
}

// What is claimed of registers at a label; a type that may be any is not told.
void Printer::print_claim(std::uint64_t label) {
    const auto& labels = function_->labels;
    if (label >= labels.size() || labels[label] >= code_.states.size()) return;
    const StateClaim& state = code_.states[labels[label]];
    out_ += "  ; frame " + std::to_string(state.slots);
    if (state.peeking) out_ += " in a receive";
    print_registers('x', state.x);
    print_registers('y', state.y);
}

void Printer::print_registers(char kind, const std::vector<RegisterClaim>& claims) {
    for (const RegisterClaim& claim : claims) {
        out_ += std::string(", ") + kind + std::to_string(claim.number);
        if (claim.type != kAnyValue) out_ += " " + type_text(claim.type);
    }
}

void Printer::print_instruction(const Instruction& in) {
    if (in.opcode == Opcode::Label && !in.operands.empty()) {
        out_ += "L" + std::to_string(in.operands[0].value) + ":";
        print_claim(in.operands[0].value);
        return;
    }
    const OpcodeInfo& info = opcode_info(in.opcode);
    std::string line = "    ";
    line += info.name.empty() ? "?" : info.name;
    line.resize(std::max<std::size_t>(line.size() + 1, 20), ' ');
    for (std::size_t i = 0; i < in.operands.size(); ++i) {
        if (i) line += ", ";
        line += operand(in.operands[i]);
    }
    out_ += line;
    if (has_descriptor(info.effects)) print_descriptor(in.descriptor);
}

void Printer::print_function(std::size_t index) {
    const FunctionCode& f = code_.functions[index];
    function_ = &f;
    out_ += "\nfunction " + function(index) + "  ;";
    for (std::size_t i = 0; i < f.arguments.size(); ++i) {
        if (f.arguments[i] != kAnyValue) out_ += " x" + std::to_string(i) + " " + type_text(f.arguments[i]) + ",";
    }
    out_ += f.result.set() ? " gives " + type_text(f.result) : " never returns";
    if (f.line) out_ += ", line " + std::to_string(f.line);
    out_ += "\n";
    for (const Instruction& in : f.instructions) {
        print_instruction(in);
        out_ += "\n";
    }
}

}  // namespace

std::string disassemble(const ModuleCode& code, const AtomTable& atoms) {
    return Printer(code, atoms).run();
}

}  // namespace vial

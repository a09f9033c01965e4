// tests/unit/support/assembler.cpp: see assembler.h.
// Here: the parser of the text, the test VM.
// Not here: tests.
// Threads: one.
// Holds: -
#include "tests/unit/support/assembler.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

#include "runtime/natives.h"
#include "vm/code/infer_claims.h"
#include "vm/code/opcode_shape.h"
#include "vm/process/spawn.h"
#include "vm/sched/schedulers.h"
#include "vm/term/print.h"

namespace vial::test {

namespace {

std::string trim(std::string_view s) {
    const auto a = s.find_first_not_of(" \t");
    if (a == std::string_view::npos) return {};
    return std::string(s.substr(a, s.find_last_not_of(" \t") - a + 1));
}

class Assembler {
  public:
    Assembler(std::string_view module, std::string_view text) : text_(text) {
        code_.atoms.emplace_back(module);
        code_.files.emplace_back("test.exs");
    }
    ModuleCode run() {
        for (int pass = 0; pass < 2; ++pass) {
            std::istringstream in{std::string(text_)};
            current_ = -1;
            for (std::string line; std::getline(in, line);) {
                const std::string whole = trim(line);
                if (whole.empty()) continue;
                if (line[0] != ' ') {
                    header(whole, pass);
                } else if (pass == 1) {
                    instruction(whole);
                }
            }
        }
        infer_claims(code_);
        return std::move(code_);
    }

  private:
    [[noreturn]] void bad(const std::string& what) { throw std::runtime_error("assembler: " + what); }

    std::uint32_t atom(const std::string& text) {
        for (std::size_t i = 0; i < code_.atoms.size(); ++i) {
            if (code_.atoms[i] == text) return static_cast<std::uint32_t>(i);
        }
        code_.atoms.push_back(text);
        return static_cast<std::uint32_t>(code_.atoms.size() - 1);
    }
    std::uint32_t local(const std::string& name) {
        const auto found = std::find(names_.begin(), names_.end(), name);
        if (found == names_.end()) bad("no function " + name);
        return static_cast<std::uint32_t>(found - names_.begin());
    }
    void header(const std::string& line, int pass) {
        std::istringstream words(line);
        std::string name, word;
        words >> name;
        ++current_;
        slots_ = 0;
        if (pass == 1) return;
        names_.push_back(name);
        const auto slash = name.rfind('/');
        FunctionCode& f = code_.functions.emplace_back();
        f.name = atom(name.substr(0, slash));
        f.arity = static_cast<std::uint32_t>(std::stoul(name.substr(slash + 1)));
        const auto index = static_cast<std::uint32_t>(code_.functions.size() - 1);
        while (words >> word) {
            if (word == "export") code_.exports.push_back(index);
            if (word != "lambda") continue;
            words >> f.free;
            code_.lambdas.push_back({index, f.arity - f.free, f.free, 7});
        }
    }
    Operand operand(const std::string& t) {
        if (t == "[]") return Operand::nil();
        if (t[0] == ':') return Operand::atom(atom(t.substr(1)));
        if (t[0] == '#') return Operand::u(std::stoull(t.substr(1)));
        if (t[0] == '\'') {
            code_.literals.push_back(code_.literal_arena.binary(t.substr(1, t.size() - 2)));
            return Operand::literal(code_.literals.size() - 1);
        }
        if (t.starts_with("fn ")) {
            const std::uint32_t f = local(t.substr(3));
            for (std::size_t i = 0; i < code_.lambdas.size(); ++i) {
                if (code_.lambdas[i].function == f) return {Operand::Kind::Lambda, i};
            }
            bad("no lambda " + t);
        }
        if (t.find('/') != std::string::npos) return callee(t);
        if (std::isdigit(t[0]) || t[0] == '-') return Operand::small(std::stoll(t));
        const std::uint64_t n = std::stoull(t.substr(1));
        if (t[0] == 'x') return Operand::x(n);
        if (t[0] == 'y') return Operand::y(n);
        if (t[0] == 'L') return Operand::label(n);
        bad("operand " + t);
    }
    Operand callee(const std::string& t) {
        const auto slash = t.rfind('/'), dot = t.rfind('.', slash);
        if (dot == std::string::npos || dot == 0) return {Operand::Kind::Function, local(t)};
        const std::uint32_t m = atom(t.substr(0, dot)), f = atom(t.substr(dot + 1, slash - dot - 1));
        code_.imports.push_back({m, f, static_cast<std::uint32_t>(std::stoul(t.substr(slash + 1)))});
        return {Operand::Kind::Import, code_.imports.size() - 1};
    }
    std::vector<Operand> operands(const std::string& text) {
        std::vector<Operand> all;
        std::istringstream in(text);
        for (std::string item; std::getline(in, item, ',');) all.push_back(operand(trim(item)));
        return all;
    }
    void instruction(std::string line) {
        std::string notes;
        if (const auto at = line.find(';'); at != std::string::npos) {
            notes = line.substr(at + 1);
            line = trim(line.substr(0, at));
        }
        FunctionCode& f = code_.functions[static_cast<std::size_t>(current_)];
        if (line.back() == ':') {
            f.instructions.push_back({Opcode::Label, {Operand::u(std::stoull(line.substr(1)))}});
            return;
        }
        const auto space = line.find(' ');
        const std::string name = line.substr(0, space);
        Instruction in;
        for (int n = 1; n < 256; ++n) {
            if (kOpcodes[n].name == name) in.opcode = static_cast<Opcode>(n);
        }
        if (opcode_info(in.opcode).name != name) bad("opcode " + name);
        const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
        const auto bar = rest.find('|');
        in.operands = operands(rest.substr(0, bar));
        const OpcodeShape& shape = opcode_shape(in.opcode);
        if (shape.count && shape.kinds[shape.count - 1] == ShapeKind::List) {
            const auto items = bar == std::string::npos ? std::vector<Operand>{} : operands(rest.substr(bar + 1));
            in.operands.push_back({Operand::Kind::ListSize, items.size()});
            in.operands.insert(in.operands.end(), items.begin(), items.end());
        }
        if (has_descriptor(opcode_info(in.opcode).effects)) in.descriptor = descriptor(notes);
        if (in.opcode == Opcode::Allocate) slots_ = static_cast<std::uint16_t>(in.operands[0].value);
        if (in.opcode == Opcode::Deallocate) slots_ = 0;
        if (const auto at = notes.find("frame "); at != std::string::npos) {
            slots_ = static_cast<std::uint16_t>(std::stoul(notes.substr(at + 6)));
            if (in.descriptor != kNoIndex) code_.descriptors[in.descriptor].slots = slots_;
        }
        f.instructions.push_back(std::move(in));
    }
    std::uint32_t descriptor(const std::string& notes) {
        CodeDescriptor d;
        d.slots = slots_;
        std::istringstream in(notes);
        for (std::string word; in >> word;) {
            if (word == "frame") in >> word;
            const auto number = [&] { return static_cast<std::uint32_t>(std::stoul(word.substr(1))); };
            if (word[0] == 'x') d.live_x.push_back(static_cast<std::uint16_t>(number()));
            if (word[0] == 'y') d.live_y.push_back(static_cast<std::uint16_t>(number()));
            if (word[0] == 'L') d.handler = number();
            if (word[0] == '@') d.line = number();
        }
        code_.descriptors.push_back(d);
        return static_cast<std::uint32_t>(code_.descriptors.size() - 1);
    }

    std::string_view text_;
    ModuleCode code_;
    std::vector<std::string> names_;
    int current_ = -1;
    std::uint16_t slots_ = 0;
};

}  // namespace

ModuleCode assemble(std::string_view module, std::string_view text) {
    return Assembler(module, text).run();
}

CodeVm::CodeVm() {
    VmOptions options;
    options.schedulers = 1;
    options.stepped = true;
    options.natives = all_natives();
    std::string error;
    vm = Vm::create(std::move(options), error);
    if (!vm) throw std::runtime_error(error);
}

std::string CodeVm::load(std::string_view module, std::string_view text) {
    auto loaded = vm->code().load(assemble(module, text));
    return loaded ? "" : loaded.error().message;
}

std::string CodeVm::call(std::string_view module, std::string_view function,
                         std::initializer_list<std::int64_t> args) {
    std::vector<Term> terms;
    for (std::int64_t a : args) terms.push_back(Term::small(a));
    return call_terms(module, function, terms);
}

std::string CodeVm::call_terms(std::string_view module, std::string_view function, std::span<const Term> terms) {
    last = std::make_unique<HostWaiter>();
    AtomTable& atoms = vm->atoms();
    FunctionCell* cell = vm->code().cell(atoms.intern(module), atoms.intern(function),
                                         static_cast<std::uint32_t>(terms.size()));
    SpawnError error = SpawnError::None;
    vm->schedulers().with_host([&](HostContext& context) {
        spawn_from_host(context, context.slots, *vm, cell, terms, SpawnOptions{}, last.get(), error);
    });
    vm->schedulers().run_ready(100000);
    if (last->done.load() == 0) return "still running";
    const ExitResult& r = last->result;
    // The charlist of the file's name, shown as numbers, as the name.
    const auto text = [&](Term t) {
        std::string all = print_term(t, atoms);
        constexpr std::string_view kNumbers = "[116,101,115,116,46,101,120,115]";
        for (auto at = all.find(kNumbers); at != std::string::npos; at = all.find(kNumbers)) {
            all.replace(at, kNumbers.size(), "test.exs");
        }
        return all;
    };
    switch (r.how) {
        case NativeStatus::Done: return text(r.value);
        case NativeStatus::Exit: return "exit " + text(r.value) + " " + text(r.trace);
        case NativeStatus::Throw: return "throw " + text(r.value) + " " + text(r.trace);
        default: return "error " + text(r.value) + " " + text(r.trace);
    }
}

}  // namespace vial::test

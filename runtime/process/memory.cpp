// runtime/process/memory.cpp: natives on the VM's memory.
// Here: memory/0,1.
// Not here: counting (vm/base/memory.cpp).
// Threads: any scheduler.
// Holds: bytes as the allocator rounds them. processes: control blocks of live processes, their heaps,
//        extensions and messages, and their slots in the table. Blocks kept free are nobody's.
#include <array>

#include "runtime/process/arguments.h"
#include "vm/base/literal_space.h"
#include "vm/code/code_server.h"

namespace vial {

namespace {

struct Figure {
    std::string_view name;
    std::int64_t bytes;
};

std::int64_t atom_bytes(AtomTable& table) {
    // An entry has 24 bytes besides its text.
    std::int64_t bytes = 0;
    for (std::uint32_t i = 0; i < table.count(); ++i) {
        bytes += 24 + static_cast<std::int64_t>(table.text(Term::atom(i)).size());
    }
    return bytes;
}

std::array<Figure, 9> figures(Vm& vm) {
    const Memory& m = vm.memory();
    const auto used = [&](MemoryUse use) { return m.used_bytes(use); };
    const auto free_control = static_cast<std::int64_t>(vm.processes().free_bytes());
    const auto slots = static_cast<std::int64_t>(vm.processes().count() * sizeof(void*));
    const std::int64_t processes = used(MemoryUse::ProcessControl) - free_control + slots +
                                   used(MemoryUse::ProcessHeap) + used(MemoryUse::Message);
    const std::int64_t binary = used(MemoryUse::Binary);
    const std::int64_t code =
        used(MemoryUse::Code) + static_cast<std::int64_t>(vm.code().code_bytes()) + static_cast<std::int64_t>(vm.literal_space().used_bytes());
    const std::int64_t ets = used(MemoryUse::Table);
    const std::int64_t atom = atom_bytes(vm.atoms());
    const std::int64_t system = atom + binary + code + ets + used(MemoryUse::Other) + free_control;
    return {{{"total", processes + system},
             {"processes", processes},
             {"processes_used", processes},
             {"system", system},
             {"atom", atom},
             {"atom_used", atom},
             {"binary", binary},
             {"code", code},
             {"ets", ets}}};
}

}  // namespace

NativeResult native_erlang_memory_0(Process& p, Args) {
    const auto all = figures(p.vm());
    HeapWriter out = p.reserve(all.size() * (kConsWords + tuple_words(2)));
    Term list = Term::nil();
    for (std::size_t i = all.size(); i-- > 0;) {
        const Term name = p.vm().atoms().intern(all[i].name);
        list = out.cons(out.tuple({name, Term::small(all[i].bytes)}), list);
    }
    return list;
}

NativeResult native_erlang_memory_1(Process& p, Args args) {
    const auto all = figures(p.vm());
    const AtomTable& atoms = p.vm().atoms();
    const auto find = [&](Term name) -> const Figure* {
        if (!name.is_atom()) return nullptr;
        for (const Figure& f : all) {
            if (f.name == atoms.text(name)) return &f;
        }
        return nullptr;
    };
    if (args[0].is_atom()) {
        const Figure* f = find(args[0]);
        if (!f) return p.badarg(0, "invalid memory type option");
        return Term::small(f->bytes);
    }
    if (!args[0].is_list()) return p.badarg(0, "not an atom or a list of atoms");
    std::vector<std::pair<Term, std::int64_t>> answer;
    const bool good = each_option(args[0], [&](Term name) {
        const Figure* f = find(name);
        if (f) answer.emplace_back(name, f->bytes);
        return f != nullptr;
    });
    if (!good) return p.badarg(0, "invalid memory type option");
    HeapWriter out = p.reserve(answer.size() * (kConsWords + tuple_words(2)));
    Term list = Term::nil();
    for (std::size_t i = answer.size(); i-- > 0;) {
        list = out.cons(out.tuple({answer[i].first, Term::small(answer[i].second)}), list);
    }
    return list;
}

}  // namespace vial

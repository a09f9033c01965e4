// compiler/expand/session.cpp: see session.h.
// Here: -
// Not here: -
// Threads: as the header says.
// Holds: -
#include "compiler/expand/session.h"

#include "compiler/expand/state.h"

namespace vial::expand {

Session::Session(Vm& machine, CompilerState& s)
    : vm(machine), state(s), arena_owner(std::make_shared<TermArena>()), arena(*arena_owner) {}

// Frames go before the arena they point into.
Session::~Session() {
    runner.destroy_frames();
    for (auto clean = cleanups.rbegin(); clean != cleanups.rend(); ++clean) (*clean)();
}

std::int64_t Session::next_counter() {
    // relaxed: only uniqueness matters
    return state.counter.fetch_add(1, std::memory_order_relaxed);
}

Term Session::exception(std::string_view module, std::initializer_list<std::pair<Term, Term>> fields) {
    std::vector<std::pair<Term, Term>> pairs(fields);
    pairs.emplace_back(atoms::struct_, atom(module));
    pairs.emplace_back(atoms::exception, atoms::true_);
    return arena.map(pairs, vm.atoms());
}

// Elixir shows the file relative to the working directory.
Session::FailAwaiter Session::compile_error(Term file, std::uint32_t line, std::string_view description) {
    std::string name(file == atoms::nil_ ? std::string_view("nofile") : ast::bytes(file));
    const std::string here = vm.world().working_directory(vm.world().host) + "/";
    if (name.starts_with(here)) name = name.substr(here.size());
    return fail_with(exception("Elixir.CompileError", {{atoms::description, arena.binary(description)},
                                                       {atoms::file, arena.binary(name)},
                                                       {atoms::line, Term::small(line)}}));
}

}  // namespace vial::expand

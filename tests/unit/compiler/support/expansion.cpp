// tests/unit/compiler/support/expansion.cpp: see expansion.h.
// Here: -
// Not here: -
// Threads: -
// Holds: -
#include "tests/unit/compiler/support/expansion.h"

#include "compiler/expand/expander.h"
#include "compiler/expand/program.h"
#include "compiler/expand/state.h"
#include "tests/unit/compiler/support/core_text.h"
#include "vm/term/binary.h"
#include "vm/term/print.h"

namespace vial::test {

using namespace expand;

namespace {

Task<Term> expand_text(Session& s, core::Module& m, std::string_view text, std::string& out) {
    s.state.keep_source("test.exs", std::string(text));
    Term quoted = co_await parse_text(s, text, "test.exs", false);
    Env env = co_await base_env(s, s.arena.binary("test.exs"));
    Expander x(s, m, env);
    x.set_file();
    Expr* e = co_await x.expand(quoted);
    x.warn_unused(0);
    const auto name = [&](VarId id) {
        const VarKey& key = x.vars.of(id).key;
        return std::string(s.text(key.name)) + std::to_string(id) + (key.kind.is_small() ? "'" : "");
    };
    out = CoreText{s.vm.atoms(), name}(e);
    co_return Term::nil();
}

std::string field(Session& s, std::string_view key) {
    const Term value = is_map(s.value) ? map_get(s.value, s.atom(key), s.vm.atoms()) : kNoTerm;
    if (value == kNoTerm) return "";
    return value.is_small() ? std::to_string(value.small_value()) : std::string(ast::bytes(value));
}

}  // namespace

// What the session asks of the VM, as a process of its own.
void Expansion::answer(Session& s) {
    s.call.wanted = false;
    const std::vector<Term> arguments = ast::to_vector(s.call.arguments);
    (void)machine.call_terms(s.vm.atoms().text(s.call.module), s.vm.atoms().text(s.call.function), arguments);
    const ExitResult& r = machine.last->result;
    if (r.how != NativeStatus::Done) {
        s.end = Session::End::Raised;
        s.value = s.arena.tuple({r.value});
        return;
    }
    s.call_result = s.call.linify ? copy_linified(s.arena, r.value, *s.call.linify) : s.arena.copy(r.value);
    s.runner.go_on();
}

Expanded Expansion::expand(std::string_view text) {
    Expanded out;
    core::Module m;
    m.arena = std::make_shared<TermArena>();
    Session s(*machine.vm, CompilerState::of(*machine.vm));
    s.begin(expand_text(s, m, text, out.core));
    for (;;) {
        (void)s.runner.run(1'000'000);
        if (s.finished()) break;
        answer(s);
    }
    out.warnings = s.warnings;
    if (s.end == Session::End::Failed) {
        const std::string description = field(s, "description");
        out.core = description.empty() ? field(s, "message") : "line " + field(s, "line") + ": " + description;
    } else if (s.end == Session::End::Raised) {
        out.core = "raised " + print_term(s.value, s.vm.atoms());
    }
    return out;
}

std::string Expansion::run(std::string_view text) {
    TermArena arena;
    const Term args[] = {arena.binary(text), arena.binary("test.exs")};
    return machine.call_terms("vial_compiler", "run_string", args);
}

std::vector<std::string> Expansion::errors(std::string_view text) {
    TermArena arena;
    const Term args[] = {arena.binary(text), arena.binary("test.exs"), atoms::nil_, atoms::false_};
    const std::string printed = machine.call_terms("vial_compiler", "check", args);
    if (machine.last->result.how != NativeStatus::Done) return {printed};
    std::vector<std::string> out;
    for (Term t = machine.last->result.value; t.is_cons(); t = t.tail()) out.emplace_back(ast::bytes(tuple_element(t.head(), 0)));
    return out;
}

}  // namespace vial::test

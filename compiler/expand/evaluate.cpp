// compiler/expand/evaluate.cpp: see evaluate.h.
// Here: -
// Not here: -
// Threads: as the session.
// Holds: -
#include "compiler/expand/evaluate.h"

#include <algorithm>

#include "compiler/compiler.h"
#include "compiler/expand/drive.h"
#include "compiler/expand/emit_job.h"
#include "compiler/expand/module_builder.h"
#include "compiler/expand/reach.h"
#include "compiler/expand/state.h"
#include "vm/code/code_server.h"
#include "vm/code/vbc_encode.h"

namespace vial::expand {

std::unique_ptr<core::Module> evaluation_module(Session& s, std::string_view prefix) {
    auto module = std::make_unique<core::Module>();
    module->name = s.state.fresh_module(s.vm, prefix);
    module->arena = std::make_shared<TermArena>();
    return module;
}

Task<Evaluated> evaluate(Expander& x, Term quoted, std::vector<Binding> bindings, bool want_variables) {
    Session& s = x.s;
    const Place at = x.here();
    core::Function f;
    f.name = s.atom("evaluate");
    f.exported = true;
    f.place = at;
    f.arity = 1;
    Clause c;
    c.place = at;
    // One list of values, taken apart by the head.
    Pattern* p = x.pattern_literal(Term::nil(), at);
    Terms values;
    std::vector<bool> unreadable = std::exchange(s.unreadable, {});
    unreadable.resize(bindings.size());
    std::vector<VarId> guarded;
    for (std::size_t i = bindings.size(); i-- > 0;) {
        const VarId id = x.bind(bindings[i].key, at, true);
        if (unreadable[i]) guarded.push_back(id);
        Pattern* cell = x.m.pattern(PatternKind::Cons, at);
        cell->children = {x.pattern_of_var(id, at), p};
        p = cell;
    }
    for (const Binding& binding : bindings) values.push_back(binding.value);
    c.patterns = {p};
    Expr* body = co_await x.expand(quoted);
    if (std::any_of(guarded.begin(), guarded.end(), [&](VarId id) { return x.vars.of(id).used; })) {
        co_return co_await s.fail_with(s.atom("uses_variables"));
    }
    // What is left to the program's next lines may still be read.
    for (const VarNode* n = x.scope.read; n && !x.whole_body; n = n->next) x.vars.of(n->id).silent = true;
    if (!s.checking) x.warn_unused(0);
    Evaluated out;
    Exprs parts;
    if (want_variables) {
        const VarId value = x.fresh(at);
        Exprs shown;
        for (const VarNode* n = x.scope.read; n; n = n->next) {
            if (std::find(out.keys.begin(), out.keys.end(), n->key) != out.keys.end()) continue;
            if (n->key.name == atoms::q_caller) continue;
            out.keys.push_back(n->key);
            shown.push_back(x.var(n->id, at));
        }
        Exprs both{x.var(value, at), x.list_of(shown, nullptr, at)};
        parts = {x.match_expr(x.pattern_of_var(value, at), body, at), x.tuple_of(std::move(both), at)};
        c.body = x.sequence(std::move(parts), at);
    } else {
        c.body = body;
    }
    f.clauses.push_back(std::move(c));
    f.var_count = x.vars.count();
    const Term function = f.name;
    const Term module = x.m.name;
    x.m.functions.push_back(std::move(f));
    std::string error;
    // Before it is loaded: that takes the core away.
    if (x.whole_body) s.state.note_reach(s.pid, reach_of(x.m, s.vm.atoms()));
    const bool loaded = co_await load_module(s, x.m, error, nullptr);
    if (!loaded) {
        co_return co_await x.fail_at(x.env.line, "the compiled code was refused: " + error);
    }
    s.cleanups.push_back([&vm = s.vm, module] { vm.code().discard(module); });
    co_await say_warnings(s);
    Term given = s.arena.list({s.arena.list(values)});
    Term got = co_await s.call_function(module, function, given);
    if (want_variables) {
        out.value = tuple_element(got, 0);
        out.variables = ast::to_vector(tuple_element(got, 1));
    } else {
        out.value = got;
    }
    co_return out;
}

}  // namespace vial::expand

// compiler/expand/natives_module.cpp: :vial_compiler, for modules being defined.
// Here: compile_module, define, the forms of Kernel's definition macros, definitions' tables.
// Not here: attributes (natives_attribute.cpp), programs (natives_program.cpp).
// Threads: the scheduler of the process.
// Holds: a module that is not open is an ArgumentError.
#include "compiler/expand/definition.h"
#include "compiler/expand/definition_forms.h"
#include "compiler/expand/drive.h"
#include "compiler/expand/module_compile.h"
#include "compiler/expand/natives.h"
#include "compiler/expand/program.h"
#include "compiler/expand/state.h"
#include "vm/heap/copy.h"

namespace vial::expand {

// A value of the builder's arena in the process's heap.
Term copy_to_heap(Process& p, Term t) {
    const CopySize size = copy_size(t, &p.vm().literal_space());
    (void)p.reserve(size.words);
    return copy_term(t, p.top, p.off_heap, size.literals);
}

VarKey key_of(Term t) {
    if (ast::is_pair(t)) return {ast::first(t), ast::second(t)};
    return {t, atoms::nil_};
}

static Task<Term> compile_module_task(Session& s, Term name, Term body, Term bindings, Term env_term) {
    GivenEnv given = co_await given_env(s, env_term);
    std::vector<Binding> values;
    for (Term t : ast::List(bindings)) values.push_back({key_of(ast::first(t)), ast::second(t)});
    Term result = co_await compile_module(s, name, body, std::move(values), given.env);
    co_return result;
}

// {value of the definition, [{module, bytes}] of it and the modules inside, reach}
static Task<Term> compile_apart_task(Session& s, Term name, Term body, Term variables, Term env_term) {
    s.state.start_collecting(s.pid);
    s.cleanups.push_back([&state = s.state, pid = s.pid] { state.stop_collecting(pid); });
    Terms bindings;
    for (Term variable : ast::List(variables)) {
        const Term known = ast::second(variable);
        s.unreadable.push_back(!ast::is_pair(known));
        bindings.push_back(s.arena.tuple({ast::first(variable), ast::is_pair(known) ? ast::second(known) : atoms::nil_}));
    }
    Term value = co_await compile_module_task(s, name, body, s.arena.list(bindings), env_term);
    Terms made;
    for (auto& [module, bytes] : s.state.collected(s.pid)) {
        made.push_back(s.arena.tuple({Term::atom(module), s.arena.binary(bytes)}));
    }
    constexpr std::string_view kReach[] = {"itself", "outside", "lasting"};
    const Term reach = s.atom(kReach[static_cast<int>(s.state.reach(s.pid))]);
    co_return s.arena.tuple({value, s.arena.list(made), reach});
}

static Task<Term> define_task(Session& s, Term kind, Term call, Term body, Term env_term) {
    GivenEnv given = co_await given_env(s, env_term);
    if (!given.builder) {
        const Term failure = s.exception("Elixir.ArgumentError", {{atoms::message, s.arena.binary("cannot define a function outside module")}});
        co_return co_await s.fail_with(failure);
    }
    Expander x(s, given.builder->core, given.env);
    x.builder = given.builder;
    x.env.function = atoms::nil_;
    x.set_file();
    given.builder->keep(s.arena_owner);
    Task<Term> storing = store_definition(x, kind, call, body, given.grouped);
    if (!s.checking) co_return co_await storing;
    const std::uint32_t errors = s.checking->sink.error_count();
    std::optional<Term> stored = co_await s.guarded(storing);
    if (stored && s.checking->sink.error_count() == errors) co_return *stored;
    given.builder->failed = true;
    x.env.function = atoms::nil_;
    co_return store_failed(x, kind, call);
}

enum class FormKind : std::uint8_t { Definition, Module, Attribute };
static Task<Term> form_task(Session& s, FormKind form, Term a, Term b, Term c, Term env_term) {
    GivenEnv given = co_await given_env(s, env_term);
    auto scratch = evaluation_module(s, "form-");
    Expander x(s, *scratch, given.env);
    x.builder = given.builder;
    x.set_file();
    // Its variables only matter by name.
    const Term variables = env_variables(env_term, s.vm.atoms());
    if (is_map(variables)) {
        MapIterator walk(variables);
        Term key, version;
        while (walk.next(key, version)) x.bind(key_of(key), x.here(), true);
    }
    const Term meta = s.arena.list({s.arena.tuple({atoms::line, Term::small(given.env.line)})});
    if (form == FormKind::Definition) co_return co_await definition_form(x, a, b, c);
    if (form == FormKind::Module) co_return co_await module_form(x, meta, a, b);
    co_return co_await attribute_form(x, meta, a);
}

NativeResult closed(Process& p, Term module) {
    std::string name(module.is_atom() ? p.vm().atoms().text(module) : "it");
    if (name.starts_with("Elixir.")) name = name.substr(7);
    const std::string text = "could not call Module function because the module " + name +
                             " is already compiled. Use the Module.__info__/1 callback or Code.fetch_docs/1 instead";
    return start_session(p, [&](Session& s) -> Task<Term> {
        Term message = s.arena.binary(text);
        return [](Session& session, Term said) -> Task<Term> {
            const Term failure = session.exception("Elixir.ArgumentError", {{atoms::message, said}});
            co_return co_await session.fail_with(failure);
        }(s, message);
    });
}

namespace {

Term arena_copy(Session& s, Term t) { return s.arena.copy(t); }

std::optional<NameArity> name_arity(Term t) {
    if (!ast::is_pair(t) || !ast::first(t).is_atom() || !ast::second(t).is_small()) return std::nullopt;
    return NameArity{ast::first(t), static_cast<std::uint32_t>(ast::second(t).small_value())};
}

bool is_list_of_pairs(Term list) {
    if (!ast::length(list)) return false;
    for (Term t : ast::List(list)) {
        if (!ast::is_pair(t)) return false;
    }
    return true;
}

}  // namespace

}  // namespace vial::expand

namespace vial {

using namespace expand;

NativeResult native_vial_compiler_compile_module(Process& p, Args args) {
    if (!is_list_of_pairs(args[2])) return p.badarg(2, "not a list of {name, value} pairs");
    return start_session(p, [&](Session& s) {
        return compile_module_task(s, arena_copy(s, args[0]), arena_copy(s, args[1]), arena_copy(s, args[2]), arena_copy(s, args[3]));
    });
}

NativeResult native_vial_compiler_compile_apart(Process& p, Args args) {
    if (!is_list_of_pairs(args[2])) return p.badarg(2, "not a list of {name, value} pairs");
    return start_session(p, [&](Session& s) {
        return compile_apart_task(s, arena_copy(s, args[0]), arena_copy(s, args[1]), arena_copy(s, args[2]), arena_copy(s, args[3]));
    });
}

NativeResult native_vial_compiler_define(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    return start_session(p, [&](Session& s) {
        return define_task(s, args[0], arena_copy(s, args[1]), arena_copy(s, args[2]), arena_copy(s, args[3]));
    });
}

NativeResult native_vial_compiler_definition(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    return start_session(p, [&](Session& s) {
        return form_task(s, FormKind::Definition, args[0], arena_copy(s, args[1]), arena_copy(s, args[2]), arena_copy(s, args[3]));
    });
}

NativeResult native_vial_compiler_module_definition(Process& p, Args args) {
    return start_session(p, [&](Session& s) {
        return form_task(s, FormKind::Module, arena_copy(s, args[0]), arena_copy(s, args[1]), Term::nil(), arena_copy(s, args[2]));
    });
}

NativeResult native_vial_compiler_attribute(Process& p, Args args) {
    return start_session(p, [&](Session& s) {
        return form_task(s, FormKind::Attribute, arena_copy(s, args[0]), Term::nil(), Term::nil(), arena_copy(s, args[1]));
    });
}

NativeResult native_vial_compiler_is_open(Process& p, Args args) {
    return CompilerState::of(p.vm()).find(args[0]) ? atoms::true_ : atoms::false_;
}

// definitions_in(module) -> [{name, arity}], of all kinds, in order
NativeResult native_vial_compiler_definitions_in(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    TermArena list;
    Terms out;
    for (const Definition& d : builder->definitions()) out.push_back(list.tuple({d.id.name, Term::small(d.id.arity)}));
    return copy_to_heap(p, list.list(out));
}

NativeResult native_vial_compiler_definitions_in_kind(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    TermArena list;
    Terms out;
    for (const Definition& d : builder->definitions()) {
        if (d.kind == args[1]) out.push_back(list.tuple({d.id.name, Term::small(d.id.arity)}));
    }
    return copy_to_heap(p, list.list(out));
}

NativeResult native_vial_compiler_defines(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    const auto id = name_arity(args[1]);
    if (!id) return p.badarg(1, "not a {name, arity}");
    return builder->defines(id->name, id->arity) ? atoms::true_ : atoms::false_;
}

NativeResult native_vial_compiler_defines_kind(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    const auto id = name_arity(args[1]);
    if (!id) return p.badarg(1, "not a {name, arity}");
    const Definition* d = builder->find(id->name, id->arity);
    return d && d->kind == args[2] ? atoms::true_ : atoms::false_;
}

// {:v1, kind, [line: line], [{meta, args, guards, body}]} or nil
NativeResult native_vial_compiler_get_definition(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    const auto id = name_arity(args[1]);
    if (!id) return p.badarg(1, "not a {name, arity}");
    const Definition* d = builder->find(id->name, id->arity);
    if (!d) return atoms::nil_;
    TermArena out;
    const Term meta = out.list({out.tuple({atoms::line, Term::small(d->place.line)})});
    return copy_to_heap(p, out.tuple({p.vm().atoms().intern("v1"), d->kind, meta, out.list(d->clauses)}));
}

NativeResult native_vial_compiler_delete_definition(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    const auto id = name_arity(args[1]);
    if (!id) return p.badarg(1, "not a {name, arity}");
    return builder->erase(id->name, id->arity) ? atoms::true_ : atoms::false_;
}

NativeResult native_vial_compiler_make_overridable(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    for (Term t : ast::List(args[1])) {
        const auto id = name_arity(t);
        if (!id) return p.badarg(1, "not a list of {name, arity}");
        if (builder->defines(id->name, id->arity)) {
            builder->make_overridable(*id);
            continue;
        }
        if (builder->overridables.contains(*id)) continue;
        TermArena out;
        return {copy_to_heap(p, out.tuple({atoms::error, out.tuple({id->name, Term::small(id->arity)})}))};
    }
    return atoms::ok;
}

NativeResult native_vial_compiler_overridable(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    const auto id = name_arity(args[1]);
    return id && builder->overridables.contains(*id) ? atoms::true_ : atoms::false_;
}

NativeResult native_vial_compiler_overridables_in(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    TermArena list;
    Terms out;
    for (const auto& [id, o] : builder->overridables) out.push_back(list.tuple({id.name, Term::small(id.arity)}));
    return copy_to_heap(p, list.list(out));
}

}  // namespace vial

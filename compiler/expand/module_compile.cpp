// compiler/expand/module_compile.cpp: see module_compile.h.
// Here: the steps: body, hooks, completion, loading.
// Not here: -
// Threads: as the session.
// Holds: -
#include "compiler/expand/module_compile.h"

#include "compiler/expand/emit_job.h"
#include "compiler/expand/state.h"
#include "vm/code/code_server.h"

namespace vial::expand {

namespace {

void set_up_attributes(Session& s, ModuleBuilder& builder) {
    const auto accumulating = [&](std::string_view name, bool persist) {
        Attribute& a = builder.attribute(s.atom(name));
        a.accumulate = true;
        a.persist = persist;
        a.internal = true;
        a.value = Term::nil();
    };
    for (const auto name : {"after_compile", "after_verify", "before_compile", "compile", "derive", "on_definition", "doc", "typedoc", "optional_callbacks"}) accumulating(name, false);
    for (const auto name : {"behaviour", "dialyzer", "external_resource", "vsn"}) accumulating(name, true);
    builder.attribute(s.atom("vsn")).accumulate = false;
    builder.attribute(s.atom("vsn")).value = atoms::nil_;
    for (const auto name : {"moduledoc", "impl", "deprecated", "since", "on_load", "file"}) builder.attribute(s.atom(name)).internal = true;
}

// An expander for code that runs in the module's body.
struct BodyRun {
    std::unique_ptr<core::Module> code;
    std::unique_ptr<Expander> x;
};
BodyRun body_run(Session& s, const std::shared_ptr<ModuleBuilder>& builder, const Env& env) {
    BodyRun run;
    run.code = evaluation_module(s, std::string(s.text(builder->name)) + "-body-");
    run.x = std::make_unique<Expander>(s, *run.code, env);
    run.x->builder = builder;
    run.x->set_file();
    run.x->whole_body = true;
    return run;
}

}  // namespace

// Hooks are {module, function}: a macro or a function that gives quoted code, which runs in the body.
static Task<bool> run_hooks(Session& s, std::shared_ptr<ModuleBuilder> builder, std::string_view attribute, Env env) {
    const Attribute* a = builder->find_attribute(s.atom(attribute));
    Terms hooks = a && a->set ? ast::to_vector(a->value) : Terms{};
    for (std::size_t i = hooks.size(); i-- > 0;) {
        if (!ast::is_pair(hooks[i])) continue;
        const Term module = ast::first(hooks[i]);
        const Term function = ast::second(hooks[i]);
        BodyRun run = body_run(s, builder, env);
        run.x->env.requires_ = s.arena.cons(module, run.x->env.requires_);
        co_await run.x->ensure_module(module);
        Term quoted = kNoTerm;
        Term env_map = run.x->env_term();
        const Term macro = run.x->find_macro(module, function, 1);
        if (macro != kNoTerm) {
            Term args = s.arena.list({env_map});
            quoted = co_await run.x->call_macro(Term::nil(), module, macro, function, args);
        } else {
            Term args = s.arena.list({env_map});
            quoted = co_await s.call_function(module, function, args);
        }
        std::vector<Binding> none;
        co_await evaluate(*run.x, quoted, std::move(none), false);
    }
    co_return true;
}

static Task<bool> run_after_hooks(Session& s, std::shared_ptr<ModuleBuilder> builder, Env env, Term binary) {
    const Attribute* a = builder->find_attribute(s.atom("after_compile"));
    Terms hooks = a && a->set ? ast::to_vector(a->value) : Terms{};
    for (std::size_t i = hooks.size(); i-- > 0;) {
        const Term module = ast::first(hooks[i]);
        const Term function = ast::second(hooks[i]);
        BodyRun run = body_run(s, builder, env);
        Term env_map = run.x->env_term();
        co_await run.x->ensure_module(module);
        const Term macro = run.x->find_macro(module, function, 2);
        Term args = s.arena.list({env_map, binary});
        if (macro != kNoTerm) args = s.arena.cons(env_map, args);
        const Term called = macro != kNoTerm ? macro : function;
        co_await s.call_function(module, called, args);
    }
    co_return true;
}

// Vial's own modules beyond the reference's may be replaced by a program's.
static bool is_addition(std::string_view name) {
    static constexpr std::string_view kAdditions[] = {"Elixir.Vial", "Elixir.FFI", "Elixir.Sim", "Elixir.HTTP", "Elixir.Compress", "Elixir.SQL", "Elixir.Cluster", "Elixir.JSON"};
    for (const std::string_view a : kAdditions) {
        if (name == a || (name.starts_with(a) && name[a.size()] == '.')) return true;
    }
    return false;
}

static void warn_redefined(Session& s, Term name, const Env& env) {
    if (s.checking || !s.state.batches_wanted || s.state.quiet_redefinition || is_addition(s.text(name)) || !s.vm.code().ensure_loaded(name)) return;
    std::string shown(s.text(name));
    shown = shown.starts_with("Elixir.") ? shown.substr(7) : ":" + shown;
    const std::string place = s.vm.code().place(name);
    Session::Warning w;
    w.kind = diag::Kind::Redefined;
    w.message = "redefining module " + shown + " (current version " + (place.empty() ? "defined in memory" : "loaded from " + place) + ")";
    w.file = env.file == atoms::nil_ ? "nofile" : std::string(ast::bytes(env.file));
    w.line = env.line;
    w.needle = shown;
    s.warn(std::move(w));
}

// @compile {:no_warn_undefined, what}: a module, {module, function, arity}, or a list of them.
static void drop_unwarned(Session& s, ModuleBuilder& builder) {
    const Attribute* a = builder.find_attribute(s.atom("compile"));
    Terms allowed;
    const Term name = s.atom("no_warn_undefined");
    const auto take = [&](Term option) {
        if (!ast::is_pair(option) || ast::first(option) != name) return;
        const Term what = ast::second(option);
        if (!what.is_list()) allowed.push_back(what);
        for (Term one : ast::List(what.is_list() ? what : Term::nil())) allowed.push_back(one);
    };
    for (Term value : ast::List(a && a->set ? a->value : Term::nil())) {
        take(value);
        for (Term option : ast::List(value.is_list() ? value : Term::nil())) take(option);
    }
    if (allowed.empty()) return;
    std::erase_if(builder.remotes, [&](const RemoteUse& use) {
        return std::any_of(allowed.begin(), allowed.end(), [&](Term what) {
            if (what == use.module) return true;
            return is_tuple_of(what, 3) && tuple_element(what, 0) == use.module && tuple_element(what, 1) == use.name &&
                   tuple_element(what, 2) == Term::small(use.arity);
        });
    });
}

Task<Term> compile_module(Session& s, Term name, Term body, std::vector<Binding> bindings, Env env) {
    const bool valid = name.is_atom() && name != atoms::nil_ && name != atoms::true_ && name != atoms::false_ && !s.text(name).empty();
    if (!valid) {
        const std::string shown = name.is_small() ? std::to_string(name.small_value()) : name.is_atom() ? std::string(s.text(name)) : "a term";
        co_return co_await s.compile_error(env.file, env.line, "invalid module name: " + shown);
    }
    if (s.text(name).find_first_of("/\\") != std::string_view::npos) {
        std::string shown(s.text(name));
        for (std::size_t at = shown.find('\\'); at != std::string::npos; at = shown.find('\\', at + 2)) shown.insert(at, 1, '\\');
        shown = ":\"" + shown + "\"";
        co_return co_await s.compile_error(env.file, env.line, "invalid module name: " + shown);
    }
    if (name == atoms::elixir) co_return co_await s.compile_error(env.file, env.line, "module Elixir is reserved and cannot be defined");
    env.module = name;
    env.function = atoms::nil_;
    env.context = Context::Normal;
    auto builder = std::make_shared<ModuleBuilder>(s.vm, s.state, name, env);
    builder->file = env.file == atoms::nil_ ? "nofile" : std::string(ast::bytes(env.file));
    builder->line = env.line;
    builder->pid = s.pid;
    builder->keep(s.arena_owner);
    if (!s.state.add(name, builder)) {
        std::string shown(s.text(name));
        if (shown.starts_with("Elixir.")) shown = shown.substr(7);
        const auto other = s.state.find(name);
        const std::string where = other ? other->file + ":" + std::to_string(other->line) : "another process";
        co_return co_await s.compile_error(env.file, env.line,
                                           "cannot define module " + shown + " because it is currently being defined in " + where);
    }
    s.cleanups.push_back([&state = s.state, name, builder] {
        if (state.find(name) == builder) state.remove(name);
    });
    set_up_attributes(s, *builder);
    warn_redefined(s, name, env);

    BodyRun run = body_run(s, builder, env);
    Task<Evaluated> running = evaluate(*run.x, body, std::move(bindings), false);
    const std::uint32_t errors = s.checking ? s.checking->sink.error_count() : 0;
    Evaluated result;
    if (!s.checking) {
        result = co_await running;
    } else {
        std::optional<Evaluated> ran = co_await s.guarded(running);
        builder->failed = builder->failed || !ran || s.checking->sink.error_count() != errors;
    }
    // Macros that the body calls may be deprecated.
    std::copy_if(run.x->remotes.begin(), run.x->remotes.end(), std::back_inserter(builder->remotes), [](const RemoteUse& use) { return use.macro; });
    Env after = run.x->env;
    after.function = atoms::nil_;
    after.line = builder->line;
    if (!builder->failed) co_await run_hooks(s, builder, "before_compile", after);

    Expander last(s, builder->core, after);
    last.builder = builder;
    last.set_file();
    co_await finish_module(last);
    if (builder->failed) {
        s.checking->failed.push_back(name);
        if (s.state.find(name) == builder) s.state.remove(name);
        co_return s.arena.tuple({atoms::module, name, s.arena.binary(""), atoms::nil_});
    }

    std::string error;
    std::string bytes;
    const bool loaded = co_await load_module(s, builder->core, error, &bytes);
    if (!loaded) {
        co_return co_await s.compile_error(env.file, env.line, "the module's code was refused: " + error);
    }
    drop_unwarned(s, *builder);
    // Outside a batch the check is the module's own.
    if (s.state.batches_wanted && !s.state.add_uses(s.pid, builder->remotes)) co_await verify(s, builder->remotes);
    Term binary = s.arena.binary(bytes);
    s.state.collect(s.pid, name, bytes);
    if (s.awaits) {
        const Term told = s.arena.list({name, binary});
        co_await s.call_function(s.atom("Elixir.Kernel.ErrorHandler"), s.atom("module_available"), told);
    }
    // The hooks may still read the module's attributes.
    co_await run_after_hooks(s, builder, after, binary);
    if (s.state.find(name) == builder) s.state.remove(name);
    co_return s.arena.tuple({atoms::module, name, binary, result.value});
}

}  // namespace vial::expand

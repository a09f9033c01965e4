// compiler/expand/natives_program.cpp: :vial_compiler, for code outside modules and for macros.
// Here: running and compiling text, files, quoted forms; eval; expand_once; what quote calls.
// Not here: modules (natives_module.cpp).
// Threads: the scheduler of the process.
// Holds: -
#include "compiler/expand/check.h"
#include "compiler/expand/drive.h"
#include "compiler/expand/module_builder.h"
#include "compiler/expand/natives.h"
#include "compiler/expand/program.h"
#include "compiler/expand/state.h"
#include "vm/term/binary.h"

namespace vial::expand {

// Errors of evaluated code go to who evaluates it.
static void stop_checking(Session& s) {
    if (!s.checking) return;
    ++s.checking->paused;
    s.cleanups.push_back([checking = std::move(s.checking)] { --checking->paused; });
    s.checking = nullptr;
}

static Task<Term> run_file_task(Session& s, std::string path) {
    stop_checking(s);
    Term quoted = co_await parse_file(s, path);
    Term value = co_await run_program(s, quoted, path);
    co_return value;
}

static Task<Term> quoted_file_task(Session& s, std::string path) {
    stop_checking(s);
    Term quoted = co_await parse_file(s, path, true);
    co_return quoted;
}

// The modules that the process defines meanwhile, as [{name, binary}].
static Task<Term> collect(Session& s, Word pid, Task<Term> program) {
    s.state.start_collecting(pid);
    s.cleanups.push_back([&state = s.state, pid] { state.stop_collecting(pid); });
    co_await program;
    Terms out;
    for (auto& [name, binary] : s.state.collected(pid)) {
        out.push_back(s.arena.tuple({Term::atom(name), s.arena.binary(binary)}));
    }
    co_return s.arena.list(out);
}

static Task<Term> compile_script_task(Session& s, std::string path) {
    Term quoted = co_await parse_file(s, path, false);
    Term binary = co_await compile_script(s, quoted, path);
    co_return binary;
}

static Task<Term> run_text_task(Session& s, std::string text, std::string file) {
    stop_checking(s);
    Term quoted = co_await parse_text(s, text, file, false);
    Term value = co_await run_program(s, quoted, file);
    co_return value;
}

static Task<Term> run_quoted_task(Session& s, Term quoted, std::string file) {
    stop_checking(s);
    Term value = co_await run_program(s, quoted, file);
    co_return value;
}

static Task<Term> raise_argument_error(Session& s, Term message);

static Task<Term> eval_task(Session& s, Term quoted, Term bindings, Term env_term) {
    stop_checking(s);
    GivenEnv given = co_await given_env(s, env_term);
    auto code = evaluation_module(s, "eval-");
    Expander x(s, *code, given.env);
    x.builder = given.builder;
    x.set_file();
    std::vector<Binding> values;
    // Of a name that is given twice the last value counts.
    for (Term t : ast::List(bindings)) {
        if (!ast::is_pair(t)) co_return co_await raise_argument_error(s, s.arena.binary("a binding is a list of {name, value} pairs"));
        const VarKey key = key_of(ast::first(t));
        std::erase_if(values, [&](const Binding& b) { return b.key == key; });
        values.push_back({key, ast::second(t)});
    }
    Evaluated done = co_await evaluate(x, quoted, std::move(values), true);
    Terms out;
    std::vector<std::size_t> order(done.keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const VarKey &x = done.keys[a], &y = done.keys[b];
        if (x.name != y.name) return s.text(x.name) > s.text(y.name);
        if (x.kind.is_atom() && y.kind.is_atom()) return s.text(x.kind) > s.text(y.kind);
        return x.kind.is_atom() > y.kind.is_atom();
    });
    for (const std::size_t i : order) {
        const VarKey key = done.keys[i];
        if (key.kind.is_small()) continue;  // a macro's own
        const Term name = key.kind == atoms::nil_ ? key.name : s.arena.tuple({key.name, key.kind});
        out.push_back(s.arena.tuple({name, done.variables[i]}));
    }
    Term env = x.env_term();
    co_return s.arena.tuple({done.value, s.arena.list(out), env});
}

static Task<Term> expand_once_task(Session& s, Term quoted, Term env_term) {
    stop_checking(s);
    GivenEnv given = co_await given_env(s, env_term);
    auto code = evaluation_module(s, "expand-");
    Expander x(s, *code, given.env);
    x.builder = given.builder;
    x.set_file();
    const Term variables = env_variables(env_term, s.vm.atoms());
    if (is_map(variables)) {
        MapIterator walk(variables);
        Term key, version;
        while (walk.next(key, version)) x.bind(key_of(key), x.here(), true);
    }
    const auto unchanged = [&] { return s.arena.tuple({quoted, atoms::false_}); };
    if (!ast::is_node(quoted)) co_return unchanged();
    const Term name = ast::name(quoted);
    const Term meta = ast::meta(quoted);
    if (name.is_atom()) {
        if (ast::is_var(quoted)) {
            if (name == atoms::q_module) co_return s.arena.tuple({x.env.module, atoms::true_});
            if (name == atoms::q_dir || name == atoms::q_env) {
                Expr* e = co_await x.expand_variable(quoted);
                if (e->kind != ExprKind::Literal) co_return unchanged();
                co_return s.arena.tuple({e->literal, atoms::true_});
            }
            if (x.scope.find(Expander::var_key(quoted))) co_return unchanged();
            const ImportLookup zero = find_import(x.env, name, 0);
            if (zero.kind != ImportLookup::Macro) co_return unchanged();
            Resolved r = co_await x.resolve_local(meta, name, Term::nil());
            co_return r.kind == Resolved::Expanded ? s.arena.tuple({r.quoted, atoms::true_}) : unchanged();
        }
        const auto arity = ast::length(ast::args(quoted));
        if (!arity) co_return unchanged();
        if (name == atoms::q_aliases) {
            const Term atom = x.expand_aliases_node(quoted);
            if (atom != kNoTerm) co_return s.arena.tuple({atom, atoms::true_});
            Term got = co_await x.partial_expand(quoted);
            co_return got.is_atom() ? s.arena.tuple({got, atoms::true_}) : unchanged();
        }
        if (is_special_form(name, *arity)) co_return unchanged();
        Resolved r = co_await x.resolve_local(meta, name, ast::args(quoted));
        co_return r.kind == Resolved::Expanded ? s.arena.tuple({r.quoted, atoms::true_}) : unchanged();
    }
    if (ast::is_call_of(name, atoms::op_dot, 2) && ast::nth(ast::args(name), 1).is_atom() && ast::args(quoted).is_list()) {
        Term receiver = co_await x.partial_expand(ast::args(name).head());
        if (!receiver.is_atom()) co_return unchanged();
        Resolved r = co_await x.resolve_remote(meta, receiver, ast::nth(ast::args(name), 1), ast::args(quoted));
        co_return r.kind == Resolved::Expanded ? s.arena.tuple({r.quoted, atoms::true_}) : unchanged();
    }
    co_return unchanged();
}

static Task<Term> raise_argument_error(Session& s, Term message) {
    const Term failure = s.exception("Elixir.ArgumentError", {{atoms::message, message}});
    co_return co_await s.fail_with(failure);
}

NativeResult argument_error(Process& p, const std::string& message) {
    return start_session(p, [&](Session& s) { return raise_argument_error(s, s.arena.binary(message)); });
}

// See natives of quote: left.unquote(right).
static Term dotted(TermArena& a, Term meta, Term left, Term right, Term args) {
    const auto call = [&](Term name, Term given, bool parens) {
        const Term dot = a.tuple({atoms::op_dot, meta, a.list({left, name})});
        const Term m = parens ? meta : a.cons(a.tuple({atoms::no_parens, atoms::true_}), meta);
        return a.tuple({dot, m, given});
    };
    const bool bare = args == atoms::nil_;
    if (right.is_atom()) return call(right, bare ? Term::nil() : args, !bare);
    if (!ast::is_node(right)) return kNoTerm;
    if (bare && ast::is_call(right, atoms::q_aliases)) {
        return a.tuple({atoms::q_aliases, meta, a.cons(left, ast::args(right))});
    }
    const Term name = ast::name(right);
    if (!name.is_atom()) return kNoTerm;
    if (ast::args(right).is_atom()) return call(name, bare ? Term::nil() : args, !bare);
    if (bare) return call(name, ast::args(right), true);
    return kNoTerm;
}

}  // namespace vial::expand

namespace vial {

using namespace expand;

namespace {
std::optional<std::string> text_of(Term t) {
    const auto bytes = is_bitstring(t) ? binary_bytes(t) : std::nullopt;
    if (!bytes) return std::nullopt;
    return std::string(*bytes);
}
}  // namespace

NativeResult native_vial_compiler_run_file(Process& p, Args args) {
    const auto path = text_of(args[0]);
    if (!path) return p.badarg(0, "not a binary");
    return start_session(p, [&](Session& s) { return run_file_task(s, *path); });
}

NativeResult native_vial_compiler_quoted_file(Process& p, Args args) {
    const auto path = text_of(args[0]);
    if (!path) return p.badarg(0, "not a binary");
    return start_session(p, [&](Session& s) { return quoted_file_task(s, *path); });
}

NativeResult native_vial_compiler_compile_file(Process& p, Args args) {
    const auto path = text_of(args[0]);
    if (!path) return p.badarg(0, "not a binary");
    return start_session(p, [&](Session& s) { return collect(s, p.pid.word(), run_file_task(s, *path)); });
}

NativeResult native_vial_compiler_compile_script(Process& p, Args args) {
    const auto path = text_of(args[0]);
    if (!path) return p.badarg(0, "not a binary");
    return start_session(p, [&](Session& s) { return compile_script_task(s, *path); });
}

// check(text, file, first, colours): all errors of a text that did not compile; `first` is {file, line,
// message} of the one that was met, or nil.
NativeResult native_vial_compiler_check(Process& p, Args args) {
    const auto text = text_of(args[0]);
    const auto file = text_of(args[1]);
    if (!text) return p.badarg(0, "not a binary");
    if (!file) return p.badarg(1, "not a binary");
    CheckOptions options;
    const World& world = p.vm().world();
    options.terminal = world.is_terminal(world.host, 2);
    options.colour = wants_colour(world, 2) && args[3] == atoms::true_;
    if (is_tuple_of(args[2], 3)) {
        options.first_file = text_of(tuple_element(args[2], 0)).value_or("");
        options.first_line = static_cast<std::uint32_t>(tuple_element(args[2], 1).try_small().value_or(0));
        options.first_message = text_of(tuple_element(args[2], 2)).value_or("");
    }
    return start_session(p, [&](Session& s) { return check_program(s, *text, *file, options); });
}

// From here on calls of other modules are collected, and checked by finish_batch/0.
NativeResult native_vial_compiler_start_batch(Process& p, Args) {
    CompilerState& state = CompilerState::of(p.vm());
    state.batches_wanted = true;
    state.start_batch(p.pid.word());
    return atoms::ok;
}

NativeResult native_vial_compiler_nest_batch(Process& p, Args) {
    CompilerState& state = CompilerState::of(p.vm());
    if (!state.batches_wanted) return atoms::false_;
    state.start_batch(p.pid.word());
    return atoms::true_;
}

NativeResult native_vial_compiler_join_batch(Process& p, Args args) {
    CompilerState::of(p.vm()).join_batch(p.pid.word(), args[0].word());
    return atoms::ok;
}

static Task<Term> finish_batch_task(Session& s, std::vector<RemoteUse> uses) {
    co_await verify(s, std::move(uses));
    co_return atoms::ok;
}

NativeResult native_vial_compiler_finish_batch(Process& p, Args) {
    std::vector<RemoteUse> uses = CompilerState::of(p.vm()).finish_batch(p.pid.word());
    if (uses.empty()) return atoms::ok;
    return start_session(p, [&](Session& s) { return finish_batch_task(s, std::move(uses)); });
}

static Task<Term> tell_task(Session& s, std::vector<Session::Warning> warnings) {
    for (Session::Warning& w : warnings) s.warn(std::move(w));
    co_return atoms::ok;
}

// tell_warnings(file, text, [{line, column, message}])
NativeResult native_vial_compiler_tell_warnings(Process& p, Args args) {
    const auto file = text_of(args[0]);
    const auto text = text_of(args[1]);
    if (!file || !text) return p.badarg(0, "not a binary");
    CompilerState::of(p.vm()).keep_source(std::string(*file), std::string(*text));
    std::vector<Session::Warning> warnings;
    for (Term t : ast::List(args[2])) {
        if (!is_tuple_of(t, 3)) return p.badarg(2, "not a list of {line, column, message}");
        Session::Warning w;
        w.kind = diag::Kind::LexicalWarning;
        w.file = *file;
        w.line = static_cast<std::uint32_t>(tuple_element(t, 0).try_small().value_or(0));
        w.column = static_cast<std::uint32_t>(tuple_element(t, 1).try_small().value_or(0));
        w.message = text_of(tuple_element(t, 2)).value_or("");
        warnings.push_back(std::move(w));
    }
    return start_session(p, [&](Session& s) { return tell_task(s, std::move(warnings)); });
}

// quiet_redefinition(boolean): whether a module may be defined again without a warning.
NativeResult native_vial_compiler_quiet_redefinition(Process& p, Args args) {
    CompilerState::of(p.vm()).quiet_redefinition = args[0] == atoms::true_;
    return atoms::ok;
}

NativeResult native_vial_compiler_warning_count(Process& p, Args) {
    return Term::small(CompilerState::of(p.vm()).warning_count.load(std::memory_order_relaxed));  // a count
}

// run_string(text, name): text as a script of that name; its value.
NativeResult native_vial_compiler_run_string(Process& p, Args args) {
    const auto text = text_of(args[0]);
    const auto file = text_of(args[1]);
    if (!text) return p.badarg(0, "not a binary");
    if (!file) return p.badarg(1, "not a binary");
    return start_session(p, [&](Session& s) { return run_text_task(s, *text, *file); });
}

NativeResult native_vial_compiler_compile_string(Process& p, Args args) {
    const auto text = text_of(args[0]);
    const auto file = text_of(args[1]);
    if (!text) return p.badarg(0, "not a binary");
    if (!file) return p.badarg(1, "not a binary");
    return start_session(p, [&](Session& s) { return collect(s, p.pid.word(), run_text_task(s, *text, *file)); });
}

NativeResult native_vial_compiler_compile_quoted(Process& p, Args args) {
    const auto file = text_of(args[1]);
    if (!file) return p.badarg(1, "not a binary");
    return start_session(p, [&](Session& s) { return collect(s, p.pid.word(), run_quoted_task(s, s.arena.copy(args[0]), *file)); });
}

NativeResult native_vial_compiler_eval_quoted(Process& p, Args args) {
    return start_session(p, [&](Session& s) { return eval_task(s, s.arena.copy(args[0]), s.arena.copy(args[1]), s.arena.copy(args[2])); });
}

NativeResult native_vial_compiler_expand_once(Process& p, Args args) {
    return start_session(p, [&](Session& s) { return expand_once_task(s, s.arena.copy(args[0]), s.arena.copy(args[1])); });
}

// quote_list(left, right): left ++ right for unquote_splicing.
NativeResult native_vial_compiler_quote_list(Process& p, Args args) {
    if (!ast::length(args[0])) {
        return argument_error(p, "expected a list with quoted expressions in unquote_splicing/1");
    }
    if (args[1].is_nil()) return args[0];
    const Word count = *ast::length(args[0]);
    p.charge(static_cast<std::int64_t>(count / 8));
    HeapWriter out = p.reserve(count * kConsWords);
    std::vector<Term> items = ast::to_vector(args[0]);
    return out.list(items, args[1]);
}

// quote_tail(left, right): what [unquote_splicing(left) | right] gives: one list when right is one, else
// left with its last element before the bar.
NativeResult native_vial_compiler_quote_tail(Process& p, Args args) {
    const auto count = ast::length(args[0]);
    if (!count) return argument_error(p, "expected a list with quoted expressions in unquote_splicing/1");
    const bool joined = args[1].is_list();
    if (*count == 0 && !joined) {
        HeapWriter out = p.reserve(tuple_words(2));
        return {out.tuple({atoms::badmatch, Term::nil()}), NativeStatus::Error};
    }
    p.charge(static_cast<std::int64_t>(*count / 8));
    HeapWriter out = p.reserve((*count + 2) * kConsWords + tuple_words(3));
    std::vector<Term> items = ast::to_vector(args[0]);
    if (joined) return out.list(items, args[1]);
    const Term both[] = {items.back(), args[1]};
    items.back() = out.tuple({atoms::op_bar, Term::nil(), out.list(both, Term::nil())});
    return out.list(items, Term::nil());
}

NativeResult native_vial_compiler_quote_dot(Process& p, Args args) {
    // Copied before it is put together: a collection for the answer would not move what only the arena
    // points to.
    TermArena arena;
    const Term built = dotted(arena, arena.copy(args[0]), arena.copy(args[1]), arena.copy(args[2]), arena.copy(args[3]));
    if (built == kNoTerm) {
        return argument_error(p, "expected unquote after dot to return an atom, an alias or a quoted call");
    }
    return copy_to_heap(p, built);
}

}  // namespace vial

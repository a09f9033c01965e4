// compiler/expand/messages.cpp: what the expander says to people.
// Here: compile errors, warnings, names as people write them.
// Not here: the texts (beside what they are about).
// Threads: as the session.
// Holds: an error ends the session with Elixir's CompileError.
#include "compiler/expand/expander.h"
#include "compiler/expand/state.h"
#include "vm/code/code_server.h"

namespace vial::expand {

Session::FailAwaiter Expander::fail(Term meta, std::string_view description, diag::Kind kind) {
    const Place at = place(meta);
    const bool plain = kind == diag::Kind::CompileError;
    s.focus.kind = !plain                          ? kind
                   : env.context == Context::Guard ? diag::Kind::InvalidGuard
                   : env.context == Context::Match ? diag::Kind::InvalidPattern
                                                   : kind;
    s.focus.column = at.column;
    return s.compile_error(env.file, at.line, description);
}

bool Expander::report_soft(Term meta, std::string_view description, diag::Kind kind) {
    const Place at = place(meta);
    s.focus.kind = kind;
    s.focus.column = at.column;
    return s.report_error(env.file, at.line, description);
}

namespace {
// Variables that a failed expression would have bound: no errors because of their absence.
void declare_names(Expander& x, Term quoted) {
    Terms pending{quoted};
    while (!pending.empty()) {
        const Term q = pending.back();
        pending.pop_back();
        if (q.is_cons()) {
            for (Term t : ast::List(q)) pending.push_back(t);
        } else if (ast::is_var(q)) {
            if (!x.scope.find(Expander::var_key(q))) x.bind(Expander::var_key(q), x.here(), true);
        } else if (ast::is_node(q)) {
            pending.push_back(ast::name(q));
            pending.push_back(ast::args(q));
        } else if (ast::is_pair(q)) {
            pending.push_back(ast::first(q));
            pending.push_back(ast::second(q));
        }
    }
}
}  // namespace

Task<Expr*> Expander::expand_or_report(Term q) {
    if (!s.checking) co_return co_await expand(q);
    const Scope scope_before = scope;
    const Env env_before = env;
    const VarNode* prematch_before = prematch;
    const bool caller = caller_allowed, trace = stacktrace_allowed;
    const std::uint32_t captures = open_captures;
    Task<Expr*> task = expand(q);
    std::optional<Expr*> e = co_await s.guarded(task);
    if (e) co_return *e;
    scope = scope_before;
    env = env_before;
    prematch = prematch_before;
    caller_allowed = caller;
    stacktrace_allowed = trace;
    open_captures = captures;
    declare_names(*this, q);
    co_return literal_raw(atoms::nil_, here());
}

Session::FailAwaiter Expander::fail_at(std::uint32_t line, std::string_view description) {
    return s.compile_error(env.file, line, description);
}

void Expander::warn(Term meta, diag::Kind kind, std::string message, std::string_view needle) {
    if (ast::flag(meta, atoms::generated)) return;
    warn_at(place(meta), kind, std::move(message), needle);
}

std::string Expander::where() {
    if (env.in_function()) {
        return show_call(env.module, ast::first(env.function), static_cast<std::uint32_t>(ast::second(env.function).small_value()));
    }
    return "";
}

void Expander::warn_at(Place at, diag::Kind kind, std::string message, std::string_view needle) {
    Session::Warning w;
    w.kind = kind;
    w.message = std::move(message);
    w.file = m.files[at.file];
    w.line = at.line;
    w.column = at.column;
    w.inside = where();
    w.needle = needle;
    s.warn(std::move(w));
}

namespace {
// Short constants and names, which need no call of Macro.to_string.
std::optional<std::string> plain_text(Expander& x, Term quoted) {
    if (quoted.is_small()) return std::to_string(quoted.small_value());
    if (quoted.is_nil()) return "[]";
    if (quoted.is_atom()) return x.show_atom(quoted);
    if (ast::is_var(quoted)) return std::string(x.s.text(ast::name(quoted)));
    if (is_bitstring(quoted)) {
        const std::string_view text = ast::bytes(quoted);
        const bool simple = text.find_first_of("\"\\#\n\t\r\033") == std::string_view::npos;
        if (simple) return "\"" + std::string(text) + "\"";
    }
    if (ast::is_call_of(quoted, atoms::op_map, 0)) return "%{}";
    if (ast::is_call(quoted, atoms::q_aliases)) {
        std::string text;
        for (Term part : ast::List(ast::args(quoted))) {
            if (!part.is_atom()) return std::nullopt;
            text += (text.empty() ? "" : ".") + std::string(x.s.text(part));
        }
        return text;
    }
    return std::nullopt;
}
}  // namespace

Task<std::string> Expander::show(Term quoted) {
    if (auto text = plain_text(*this, quoted)) co_return *text;
    const FunctionCell* cell = s.vm.code().ensure_loaded(atoms::E_Macro)
                                   ? s.vm.code().find_cell(atoms::E_Macro, atoms::to_string, 1)
                                   : nullptr;
    if (cell && is_defined(cell)) {
        const Term quoted_only = s.arena.list({quoted});
        Term text = co_await s.try_function(atoms::E_Macro, atoms::to_string, quoted_only);
        if (is_bitstring(text)) co_return std::string(ast::bytes(text));
    }
    co_return std::string("an expression");
}

Task<std::string> Expander::inspected(Term term) {
    const Term only = s.arena.list({term});
    Term text = kNoTerm;
    if (s.vm.code().ensure_loaded(atoms::E_Kernel)) text = co_await s.try_function(atoms::E_Kernel, s.atom("inspect"), only);
    if (text != kNoTerm && is_bitstring(text)) co_return std::string(ast::bytes(text));
    co_return std::string("a term");
}

std::string Expander::show_name(Term name, std::size_t arity) {
    return std::string(s.text(name)) + "/" + std::to_string(arity);
}

std::string Expander::show_atom(Term atom) {
    const std::string_view text = s.text(atom);
    if (text.starts_with("Elixir.")) return std::string(text.substr(7));
    if (atom == atoms::nil_ || atom == atoms::true_ || atom == atoms::false_) return std::string(text);
    bool plain = !text.empty() && (std::isalpha(static_cast<unsigned char>(text[0])) || text[0] == '_');
    for (const char c : text) plain = plain && (std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '@' || c == '?' || c == '!');
    return plain ? ":" + std::string(text) : ":\"" + std::string(text) + "\"";
}

std::string Expander::show_call(Term module, Term name, std::uint32_t arity) {
    return show_atom(module) + "." + show_name(name, arity);
}

void Expander::warn_unused(std::size_t from) {
    for (std::size_t i = from; i < vars.facts.size(); ++i) {
        const VarFacts& fact = vars.facts[i];
        if (fact.used || fact.silent) continue;
        const std::string name(s.text(fact.key.name));
        if (name.starts_with("_")) continue;
        std::string message = "variable \"" + name + "\" is unused ";
        message += fact.same_above
                       ? "(there is a variable with the same name in the context, use the pin operator (^) to match on it or prefix this variable with underscore if it is not meant to be used)"
                       : "(if the variable is not meant to be used, prefix it with an underscore)";
        warn_at(fact.place, diag::Kind::UnusedVariable, std::move(message), name);
    }
}

Term Expander::env_term() { return env_to_term(env, scope, s.arena, s.vm.atoms()); }

}  // namespace vial::expand

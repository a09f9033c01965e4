// compiler/expand/check.cpp: see check.h.
// Here: -
// Not here: -
// Threads: as the session.
// Holds: -
#include "compiler/expand/check.h"

#include <algorithm>
#include <tuple>

#include "compiler/diag/render.h"
#include "compiler/expand/program.h"
#include "compiler/expand/state.h"
#include "compiler/parse/recover.h"
#include "compiler/source/source.h"
#include "vm/code/code_server.h"

namespace vial::expand {

namespace {

bool identifier_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '?' || c == '!' || (c & 0x80); }

// How many code points the token at `column` is wide.
std::uint32_t token_width(std::string_view line, std::uint32_t column) {
    std::size_t at = 0;
    const auto next = [&](std::size_t i) {
        do ++i;
        while (i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80);
        return i;
    };
    for (std::uint32_t i = 1; i < column && at < line.size(); ++i) at = next(at);
    std::uint32_t width = 0;
    if (at < line.size() && (line[at] == '@' || line[at] == '&' || line[at] == '%')) {
        at = next(at);
        ++width;
    }
    const bool name = at < line.size() && identifier_char(line[at]);
    while (at < line.size() && (name ? identifier_char(line[at]) : !identifier_char(line[at]) && std::string_view("+-*/<>=|&^~!").find(line[at]) != std::string_view::npos)) {
        at = next(at);
        ++width;
    }
    return std::max(width, 1u);
}

void report_syntax(Checking& checking, const SyntaxError& e) {
    diag::Diagnostic d;
    d.message = e.has_suffix ? e.message + e.token + e.suffix : e.message + e.token;
    d.kind = d.message.starts_with("missing terminator") ? diag::Kind::TokenMissing : diag::Kind::SyntaxError;
    d.place = {checking.file, e.line, e.column, 0};
    const std::size_t hint = d.message.find("\n\nHINT: ");
    if (hint != std::string::npos) {
        d.hint = d.message.substr(hint + 8);
        d.message.resize(hint);
        while (!d.hint.empty() && d.hint.back() == '\n') d.hint.pop_back();
    }
    checking.sink.report(std::move(d));
}

bool defines_module(Session& s, Term q) {
    if (!ast::is_node(q) || !ast::name(q).is_atom()) return false;
    const std::string_view name = s.text(ast::name(q));
    return name == "defmodule" || name == "defprotocol" || name == "defimpl";
}

// A module that the first look has defined is not looked at again.
bool defined_already(Expander& x, Term q) {
    if (!ast::is_named(q, atoms::defmodule_) || !ast::args(q).is_cons()) return false;
    const Term alias = ast::args(q).head();
    const Term name = ast::is_call(alias, atoms::q_aliases) ? x.expand_aliases_node(alias) : alias;
    return name != kNoTerm && name.is_atom() && x.s.vm.code().module(name) != nullptr;
}

Task<bool> run_module(Session& s, const Expander& at, Term q) {
    auto code = evaluation_module(s, "check-");
    Expander x(s, *code, at.env);
    x.set_file();
    std::vector<Binding> bindings;
    for (const VarNode* n = at.scope.read; n; n = n->next) bindings.push_back({n->key, atoms::nil_});
    Task<Evaluated> running = evaluate(x, q, std::move(bindings), false);
    std::optional<Evaluated> ran = co_await s.guarded(running);
    co_return ran.has_value();
}

Task<bool> look_at(Session& s, Term quoted) {
    const Term file = s.arena.binary(s.checking->file);
    Env env = co_await base_env(s, file);
    auto code = evaluation_module(s, "check-");
    Expander x(s, *code, env);
    x.set_file();
    Terms statements{quoted};
    if (ast::is_call(quoted, atoms::q_block)) statements = ast::to_vector(ast::args(quoted));
    struct Module {
        Term quoted;
        Env env;
        Scope scope;
    };
    std::vector<Module> modules;
    for (Term q : statements) {
        if (const auto line = ast::is_node(q) && ast::meta(q).is_list() ? ast::line(ast::meta(q)) : 0) x.env.line = line;
        if (defines_module(s, q) && !defined_already(x, q)) modules.push_back({q, x.env, x.scope});
        co_await x.expand_or_report(q);
    }
    for (const Module& module : modules) {
        x.env = module.env;
        x.scope = module.scope;
        co_await run_module(s, x, module.quoted);
    }
    co_return true;
}

// Lines of the text that is looked at, and of other files as they are on disk.
class Lines {
  public:
    explicit Lines(const Checking& checking) : own_(checking.file, checking.text) {}
    std::string_view operator()(const std::string& file, std::uint32_t line) {
        if (file == own_.name()) return own_.line(line);
        if (!other_ || other_->name() != file) other_ = std::make_unique<SourceFile>(file, read_source(file).value_or(""));
        return other_->line(line);
    }

  private:
    SourceFile own_;
    std::unique_ptr<SourceFile> other_;
};

}  // namespace

static void add_first(Checking& checking, const CheckOptions& options) {
    for (const diag::Diagnostic& d : checking.sink.all()) {
        if (d.place.line == options.first_line && d.place.file == options.first_file) return;
    }
    diag::Diagnostic d;
    d.message = options.first_message;
    d.place = {options.first_file, options.first_line, 0, 0};
    checking.sink.report(std::move(d));
}

Task<Term> check_program(Session& s, std::string text, std::string file, CheckOptions options) {
    auto checking = std::make_shared<Checking>();
    checking->file = file;
    checking->text = text;
    s.checking = checking;
    s.state.set_checking(s.pid, checking);
    s.cleanups.push_back([&state = s.state, pid = s.pid] { state.set_checking(pid, nullptr); });
    for (const SyntaxError& e : syntax_errors(text, s.vm.atoms())) report_syntax(*checking, e);
    if (!checking->sink.failed()) {
        ParseOptions how;
        how.columns = true;
        ParseResult parsed = parse(text, how, s.vm.atoms(), s.arena);
        if (parsed.ok) {
            Task<bool> looking = look_at(s, parsed.quoted);
            co_await s.guarded(looking);
        }
    }
    if (!options.first_message.empty()) add_first(*checking, options);
    std::vector<diag::Diagnostic> all = checking->sink.take();
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) < std::tie(b.place.file, b.place.line, b.place.column);
    });
    Lines lines(*checking);
    diag::RenderOptions how{options.terminal, options.colour, std::ref(lines)};
    Terms out;
    for (diag::Diagnostic& d : all) {
        if (d.place.column != 0) d.place.width = token_width(lines(d.place.file, d.place.line), d.place.column);
        out.push_back(s.arena.tuple({s.arena.binary(diag::render(d, how)), s.arena.binary(d.place.file), Term::small(d.place.line), s.arena.binary(d.message)}));
    }
    co_return s.arena.list(out);
}

}  // namespace vial::expand

// compiler/expand/program.cpp: see program.h.
// Here: -
// Not here: -
// Threads: as the session.
// Holds: -
#include "compiler/expand/program.h"

#include <cstdio>

#include "compiler/expand/module_builder.h"
#include "compiler/expand/state.h"
#include "compiler/expand/to_bytecode.h"
#include "compiler/parse/parser.h"
#include "compiler/source/source.h"
#include "vm/code/code_server.h"
#include "vm/code/vbc_encode.h"

namespace vial::expand {

Task<Env> base_env(Session& s, Term file) {
    Env env;
    env.file = file;
    env.line = 1;
    if (!s.state.has_kernel(s.vm)) co_return env;
    const Term arguments = s.arena.list({atoms::functions});  // apart: g++ 12
    Term functions = co_await s.call_function(atoms::E_Kernel, atoms::info, arguments);
    const Term arguments2 = s.arena.list({atoms::macros});  // apart: g++ 12
    Term macros = co_await s.call_function(atoms::E_Kernel, atoms::info, arguments2);
    env.functions = s.arena.list({s.arena.tuple({atoms::E_Kernel, functions})});
    env.macros = s.arena.list({s.arena.tuple({atoms::E_Kernel, macros})});
    env.requires_ = s.arena.list({s.atom("Elixir.Application"), atoms::E_Kernel, s.atom("Elixir.Kernel.Typespec")});
    co_return env;
}

Task<GivenEnv> given_env(Session& s, Term term) {
    GivenEnv given;
    (void)s.state.has_kernel(s.vm);  // loads it: a .vbc may define modules before anything called Kernel
    if (ast::is_pair(term)) {
        given.builder = s.state.find(ast::first(term));
        std::int64_t number = ast::second(term).try_small().value_or(-1);
        given.grouped = number >= 0;
        if (number < 0) number = -1 - number;
        const Env* env = given.builder ? given.builder->cached_env(static_cast<std::uint32_t>(number)) : nullptr;
        if (!env) {
            const Term failure = s.exception("Elixir.ArgumentError", {{atoms::message, s.arena.binary("could not call the compiler because the module is already compiled")}});
            co_return co_await s.fail_with(failure);
        }
        given.env = *env;
        co_return given;
    }
    if (const auto env = env_from_term(term, s.vm.atoms())) {
        given.env = *env;
        given.builder = s.state.find(env->module);
        co_return given;
    }
    given.env = co_await base_env(s, s.arena.binary("nofile"));
    co_return given;
}

static std::string quoted_line(const SourceFile& source, const SyntaxError& error) {
    // The line with a mark under the column, as Elixir appends it to the message.
    const std::string number = std::to_string(error.line);
    const std::string gutter(number.size(), ' ');
    std::string out = "\n  " + gutter + "|\n  " + number + " | " + std::string(source.line(error.line)) + "\n  " + gutter + " | ";
    return out + std::string(error.column > 0 ? error.column - 1 : 0, ' ') + "^";
}

Task<Term> parse_text(Session& s, std::string_view text, std::string_view file, bool keep_file) {
    if (const auto bad = find_invalid_utf8(text)) {
        const Term failure = s.exception("Elixir.UnicodeConversionError", {{atoms::message, s.arena.binary("invalid encoding starting at byte " + std::to_string(*bad) + " in " + std::string(file))}});
        co_return co_await s.fail_with(failure);
    }
    ParseOptions options;
    if (keep_file) options.keep_file = s.arena.binary(file);
    ParseResult result = parse(text, options, s.vm.atoms(), s.arena);
    if (!result.warnings.empty()) s.state.keep_source(std::string(file), std::string(text));
    for (const LexWarning& w : result.warnings) {
        s.warn({.kind = diag::Kind::LexicalWarning, .message = w.message, .file = std::string(file), .line = w.line, .column = w.column});
    }
    if (result.ok) co_return result.quoted;
    const SyntaxError& e = result.error;
    std::string message = e.has_suffix ? e.message + e.token + e.suffix : e.message + e.token;
    const bool missing = e.message.starts_with("missing terminator") || message.starts_with("missing terminator");
    if (e.column > 0) message += quoted_line(SourceFile(std::string(file), std::string(text)), e);
    const Term column = e.column > 0 ? Term::small(e.column) : atoms::nil_;
    const Term failure = s.exception(missing ? "Elixir.TokenMissingError" : "Elixir.SyntaxError",
                                     {{atoms::file, s.arena.binary(file)}, {atoms::line, Term::small(e.line)},
                                      {atoms::column, column}, {atoms::description, s.arena.binary(message)}});
    co_return co_await s.fail_with(failure);
}

std::optional<std::string> read_source(const std::string& path) {
    std::FILE* f = std::fopen(path.c_str(), "rb");
    if (!f) return std::nullopt;
    std::string text;
    char buffer[65536];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, f)) text.append(buffer, n);
    const bool failed = std::ferror(f) != 0;  // as a folder's
    std::fclose(f);
    if (failed) return std::nullopt;
    if (text.starts_with("#!")) text.insert(0, "# ");
    return text;
}

Task<Term> parse_file(Session& s, std::string path, bool keep_file) {
    std::optional<std::string> text = read_source(path);
    if (!text) {
        const Term failure = s.exception("Elixir.Code.LoadError", {{atoms::file, s.arena.binary(path)},
                                                                 {atoms::message, s.arena.binary("could not load " + path)}});
        co_return co_await s.fail_with(failure);
    }
    co_return co_await parse_text(s, *text, path, keep_file);
}

static void warn_unused_names(Expander& x) {
    for (const LexicalTracker::Unused& u : x.tracker()->unused()) {
        Session::Warning w;
        const std::string name = x.show_atom(u.name);
        w.kind = u.import ? diag::Kind::UnusedImport : diag::Kind::UnusedAlias;
        w.message = "unused " + std::string(u.import ? "import " : "alias ") + (u.function == kNoTerm ? name : x.show_call(u.name, u.function, u.arity));
        w.file = u.file;
        w.line = u.line;
        w.needle = u.function == kNoTerm ? name : std::string(x.s.text(u.function));
        x.s.warn(std::move(w));
    }
}

Task<Term> run_program(Session& s, Term quoted, std::string_view file) {
    Env env = co_await base_env(s, s.arena.binary(file));
    env.lexical_tracker = s.state.start_tracking();
    s.cleanups.push_back([&state = s.state, number = env.lexical_tracker] { state.stop_tracking(number); });
    auto code = evaluation_module(s, "program-");
    Expander x(s, *code, env);
    x.set_file();
    std::vector<Binding> none;
    Evaluated done = co_await evaluate(x, quoted, std::move(none), false);
    warn_unused_names(x);
    co_return done.value;
}

}  // namespace vial::expand

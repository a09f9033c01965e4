// compiler/expand/program.h: code that is not in a module: scripts, strings, quoted forms.
// Here: the environment programs start with; parsing with Elixir's errors; running the top level.
// Not here: natives (natives_program.cpp).
// Threads: as the session.
// Holds: the top level is expanded as a whole and then run.
#pragma once

#include <optional>
#include <string>

#include "compiler/expand/evaluate.h"

namespace vial::expand {

// Kernel's imports and nothing else; without a Kernel nothing at all.
Task<Env> base_env(Session& s, Term file);
// What natives take as an environment: %Macro.Env{}, {module, number} of a module being defined, or nil.
// Its variables (if any) are declared as bindings without value.
struct GivenEnv {
    Env env;
    std::shared_ptr<ModuleBuilder> builder;
    bool grouped = true;  // clauses of one function must stand together
};
Task<GivenEnv> given_env(Session& s, Term term);

// Parses; raises SyntaxError, TokenMissingError as Elixir does. keep_file: every node says which file it
// is from, for code that goes into another file's module.
Task<Term> parse_text(Session& s, std::string_view text, std::string_view file, bool keep_file);
// The text of a file; nullopt when it cannot be read.
std::optional<std::string> read_source(const std::string& path);
// Reads and parses a file; raises Code.LoadError when it cannot be read.
Task<Term> parse_file(Session& s, std::string path, bool keep_file = false);

// Runs quoted code as a program of `file`; its value.
Task<Term> run_program(Session& s, Term quoted, std::string_view file);
// The same as the bytes of a .vbc whose entry is the top level, which is not run. Modules that the top
// level defines are compiled now and carried as bytecode, unless they depend on what the top level does
// before: those stand in it as quoted forms and are made when it runs (script.cpp).
Task<Term> compile_script(Session& s, Term quoted, std::string_view file);

}  // namespace vial::expand

// compiler/expand/verify.cpp: see verify.h.
// Here: -
// Not here: -
// Threads: as the session.
// Holds: -
#include "compiler/expand/verify.h"

#include <algorithm>
#include <set>

#include "compiler/diag/suggest.h"
#include "compiler/expand/module_builder.h"
#include "compiler/expand/state.h"
#include "vm/code/code_server.h"

namespace vial::expand {

namespace {

std::string module_text(Session& s, Term module) {
    const std::string_view text = s.text(module);
    if (module == atoms::nil_ || module == atoms::true_ || module == atoms::false_) return std::string(text);
    return text.starts_with("Elixir.") ? std::string(text.substr(7)) : ":" + std::string(text);
}

bool exists(Session& s, const RemoteUse& use) {
    const FunctionCell* cell = s.vm.code().find_cell(use.module, use.name, use.arity);
    return (cell && is_defined(cell)) || s.vm.code().native(s.text(use.module), s.text(use.name), use.arity);
}

struct Export {
    std::string name;
    std::uint32_t arity;
    bool macro;
};

Task<std::vector<Export>> exports_of(Session& s, Term module) {
    std::vector<Export> out;
    const FunctionCell* info = s.vm.code().find_cell(module, atoms::info, 1);
    const bool elixir = info && is_defined(info);
    for (const bool macro : {false, true}) {
        if (macro && !elixir) break;
        const Term what = macro ? atoms::macros : elixir ? atoms::functions : s.atom("exports");
        const Term arguments = s.arena.list({what});
        const Term asked = elixir ? atoms::info : atoms::module_info;
        Term list = co_await s.try_function(module, asked, arguments);
        for (Term fa : ast::List(list != kNoTerm && list.is_list() ? list : Term::nil())) {
            out.push_back({std::string(s.text(ast::first(fa))), static_cast<std::uint32_t>(ast::second(fa).small_value()), macro});
        }
    }
    for (const NativeRow& row : s.vm.options().natives) {
        if (row.module == s.text(module)) out.push_back({std::string(row.name), row.arity, false});
    }
    co_return out;
}

// "Did you mean" for a function that a module lacks.
Task<bool> warn_undefined(Session& s, const RemoteUse& use, Session::Warning w) {
    const std::string name(s.text(use.name));
    const std::string shown = module_text(s, use.module) + "." + name + "/" + std::to_string(use.arity);
    if (!CompilerState::available(s.vm, use.module)) {
        w.kind = diag::Kind::UndefinedRemote;
        w.message = shown + " is undefined (module " + module_text(s, use.module) + " is not available or is yet to be defined)";
        std::vector<std::string> modules;
        for (LoadedModule* loaded : s.vm.code().loaded()) modules.emplace_back(module_text(s, loaded->name));
        for (const std::string& available : s.vm.code().available()) {
            if (available.starts_with("Elixir.")) modules.push_back(available.substr(7));
        }
        const auto similar = diag::similar_names(module_text(s, use.module), modules, 1);
        if (!similar.empty() && diag::jaro(similar[0], module_text(s, use.module)) > 0.85) w.hint = "did you mean " + similar[0] + "?";
        s.warn(std::move(w));
        co_return true;
    }
    std::vector<Export> all = co_await exports_of(s, use.module);
    w.kind = diag::Kind::UndefinedRemote;
    w.message = shown + " is undefined or private";
    std::vector<std::string> arities, names;
    for (const Export& e : all) {
        if (e.macro && e.name == name && e.arity == use.arity) {
            w.message = "you must require " + module_text(s, use.module) + " before invoking the macro " + shown;
            s.warn(std::move(w));
            co_return true;
        }
        if (e.name == name) arities.push_back(e.name + "/" + std::to_string(e.arity));
        names.push_back(e.name);
    }
    std::vector<std::string> meant = std::move(arities);
    if (!meant.empty()) w.kind = diag::Kind::WrongArity;
    if (meant.empty()) {
        for (const std::string& other : diag::similar_names(name, names, 5)) {
            for (const Export& e : all) {
                if (e.name == other && meant.size() < 5) meant.push_back(e.name + "/" + std::to_string(e.arity));
            }
        }
    }
    std::sort(meant.begin(), meant.end());
    if (!meant.empty()) w.message += ". Did you mean:\n";
    for (const std::string& other : meant) w.message += "\n      * " + other;
    if (!meant.empty()) w.message += "\n";
    s.warn(std::move(w));
    co_return true;
}

}  // namespace

Task<bool> verify(Session& s, std::vector<RemoteUse> uses) {
    std::map<std::uint32_t, Term> deprecations;  // by module
    std::set<std::string> told;
    for (const RemoteUse& use : uses) {
        if (s.text(use.name) == "__impl__") continue;  // a protocol asks for implementations that need not be there
        Session::Warning w;
        w.file = use.file;
        w.line = use.line;
        w.inside = use.inside;
        w.needle = s.text(use.name);
        const bool there = CompilerState::available(s.vm, use.module) && (use.macro || exists(s, use));
        const std::string once = use.file + ":" + std::to_string(use.line) + std::string(s.text(use.module)) + "." + std::string(s.text(use.name));
        if (!told.insert(once).second) continue;
        if (!there) {
            co_await warn_undefined(s, use, std::move(w));
            continue;
        }
        const FunctionCell* info = s.vm.code().find_cell(use.module, atoms::info, 1);
        if (!info || !is_defined(info)) continue;
        auto found = deprecations.find(use.module.atom_index());
        if (found == deprecations.end()) {
            const Term arguments = s.arena.list({s.atom("deprecated")});
            Term list = co_await s.try_function(use.module, atoms::info, arguments);
            found = deprecations.emplace(use.module.atom_index(), list != kNoTerm && list.is_list() ? list : Term::nil()).first;
        }
        for (Term entry : ast::List(found->second)) {
            const Term id = ast::first(entry);
            if (ast::first(id) != use.name || ast::second(id) != Term::small(use.arity) || !is_bitstring(ast::second(entry))) continue;
            w.kind = diag::Kind::Deprecated;
            const bool used = use.macro && use.arity == 1 && s.text(use.name) == "__using__";
            const std::string call = module_text(s, use.module) + "." + std::string(s.text(use.name)) + "/" + std::to_string(use.arity);
            if (used) w.needle = "use";
            w.message = (used ? "use " + module_text(s, use.module) : call) +
                        " is deprecated. " + std::string(ast::bytes(ast::second(entry)));
            s.warn(std::move(w));
            break;
        }
    }
    co_return true;
}

}  // namespace vial::expand

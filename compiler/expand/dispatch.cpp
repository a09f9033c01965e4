// compiler/expand/dispatch.cpp: what the name of a call means, and macros being called.
// Here: imports, local macros, required macros, rewrites; the call of a macro through the VM.
// Not here: what becomes of functions' calls (calls.cpp); import and require (lexical.cpp).
// Threads: as the session.
// Holds: a macro of the module being defined is seen only where functions are, and only after its
//        definition.
#include "compiler/expand/copy_quoted.h"
#include "compiler/expand/definition_forms.h"
#include "compiler/expand/expander.h"
#include "compiler/expand/module_builder.h"
#include "compiler/expand/rewrites.h"
#include "compiler/expand/state.h"
#include "vm/code/code_server.h"

namespace vial::expand {

std::string macro_function_name(std::string_view name) { return "MACRO-" + std::string(name); }

Term Expander::find_macro(Term module, Term name, std::uint32_t arity) {
    const auto function = s.vm.atoms().find(macro_function_name(s.text(name)));
    if (!function) return kNoTerm;
    const FunctionCell* cell = s.vm.code().find_cell(module, *function, arity + 1);
    return cell && is_defined(cell) ? *function : kNoTerm;
}

Task<bool> Expander::ensure_module(Term module) {
    if (CompilerState::available(s.vm, module)) co_return true;
    co_return co_await await_module(module);
}

Task<bool> Expander::await_module(Term module) {
    if (!s.awaits || !module.is_atom() || module == atoms::nil_) co_return false;
    // One that this process is defining itself would be waited for in vain.
    const auto open = s.state.find(module);
    if (open && open->pid == s.pid) co_return false;
    const Term handler = s.atom("Elixir.Kernel.ErrorHandler");
    const Term arguments = s.arena.list({module, atoms::module, s.atom("soft")});
    co_await s.call_function(handler, s.atom("ensure_compiled"), arguments);
    co_return CompilerState::available(s.vm, module);
}

// Where a macro is called, in case it fails.
void Expander::note_macro(Term meta) {
    if (!s.checking) return;
    const Place at = place(meta);
    s.focus = {};
    s.focus.line = at.line;
    s.focus.column = at.column;
    s.focus.file = m.files.empty() ? "" : m.files[at.file];
}

Task<Term> Expander::call_macro(Term meta, Term module, Term function, Term name, Term args) {
    const std::uint32_t outer_line = env.line;
    if (const auto line = ast::line(meta)) env.line = line;
    Term caller = env_term();
    note_macro(meta);
    env.line = outer_line;
    (void)name;
    co_await s.call_quoted(module, function, s.arena.cons(caller, args),
                           Linify{ast::line(meta), env.module == module ? env.module : module, s.next_counter()});
    co_return s.call_result;
}

Task<Term> Expander::call_local_macro(Term meta, Term name, Term args) {
    const auto arity = *ast::length(args);
    builder->find(name, arity)->expanded = true;
    Term helper = co_await builder->compile_local_macro(*this, name, arity);
    Term caller = env_term();
    note_macro(meta);
    co_await s.call_quoted(helper, s.atom(macro_function_name(s.text(name))), s.arena.cons(caller, args),
                           Linify{ast::line(meta), env.module, s.next_counter()});
    co_return s.call_result;
}

Task<Resolved> Expander::resolve_local(Term meta, Term name, Term args) {
    const auto counted = ast::length(args);
    if (!counted) co_return co_await fail(meta, "invalid arguments for call " + std::string(s.text(name)));
    const std::uint32_t arity = *counted;
    Term receiver = kNoTerm;
    if (ast::get(meta, atoms::context) != kNoTerm) {
        receiver = ast::get(ast::get(meta, atoms::imports), Term::small(arity));
    }
    if (receiver != kNoTerm) {
        if (receiver != env.module || !builder) {
            const bool known = co_await ensure_module(receiver);
            const Term macro = known ? find_macro(receiver, name, arity) : kNoTerm;
            if (macro != kNoTerm) {
                Resolved r{Resolved::Expanded};
                r.quoted = co_await call_macro(meta, receiver, macro, name, args);
                co_return r;
            }
        }
        // No import of this module's: a function of its own of that name is not in its way.
        if (receiver != env.module) co_return co_await resolve_remote(meta, receiver, name, args);
    }
    const ImportLookup found = find_import(env, name, arity);
    if (found.kind == ImportLookup::Ambiguous) {
        co_return co_await fail(meta, "function " + show_name(name, arity) +
                                          " imported from both " + show_atom(found.module) + " and " +
                                          show_atom(found.second) + ", call is ambiguous");
    }
    if (found.kind != ImportLookup::None) {
        if (const auto track = tracker()) track->use_import(found.module, name, arity);
    }
    const bool own_function = env.in_function() && ast::first(env.function) == name &&
                              ast::second(env.function) == Term::small(arity);
    if (builder && env.in_function() && !own_function && builder->defines_macro(name, arity)) {
        if (found.kind != ImportLookup::None && found.module != env.module) {
            co_return co_await fail(meta, "call to local macro " + show_name(name, arity) +
                                              " conflicts with imported " + show_call(found.module, name, arity) +
                                              ", please rename the local macro or remove the conflicting import");
        }
        Resolved r{Resolved::Expanded};
        r.quoted = co_await call_local_macro(meta, name, args);
        co_return r;
    }
    if (found.kind == ImportLookup::Macro) {
        if (env.in_function()) imported.push_back({found.module, name, arity, place(meta)});
        const Term macro = find_macro(found.module, name, arity);
        if (macro != kNoTerm) {
            Resolved r{Resolved::Expanded};
            note_macro(found.module, name, arity, place(meta));
            r.quoted = co_await call_macro(meta, found.module, macro, name, args);
            co_return r;
        }
    }
    if (found.kind == ImportLookup::Function) {
        if (env.in_function()) imported.push_back({found.module, name, arity, place(meta)});
        co_return co_await resolve_remote(meta, found.module, name, args);
    }
    // No Kernel yet: the definitions are known here, and what will be inlined from it.
    if (!s.state.has_kernel(s.vm)) {
        Term quoted = co_await bootstrap_form(*this, meta, name, args);
        if (quoted != kNoTerm) {
            Resolved r{Resolved::Expanded};
            r.quoted = quoted;
            co_return r;
        }
    }
    if (env.module == atoms::E_Kernel || !s.state.has_kernel(s.vm)) {
        const bool defined = builder && builder->defines(name, arity) && env.module != atoms::E_Kernel;
        if (const auto rewrite = find_rewrite("Elixir.Kernel", s.text(name), arity); rewrite && !defined && !own_function) {
            co_return Resolved{Resolved::Remote, {}, s.atom(rewrite->module), s.atom(rewrite->function), args};
        }
    }
    co_return Resolved{Resolved::Local, {}, {}, name, args};
}

Task<Resolved> Expander::resolve_remote(Term meta, Term receiver, Term name, Term args) {
    const auto counted = ast::length(args);
    if (!counted) co_return co_await fail(meta, "invalid arguments for call " + std::string(s.text(name)));
    const std::uint32_t arity = *counted;
    if (const auto rewrite = find_rewrite(s.text(receiver), s.text(name), arity)) {
        co_return Resolved{Resolved::Remote, {}, s.atom(rewrite->module), s.atom(rewrite->function), args};
    }
    const bool required = receiver == env.module || ast::flag(meta, atoms::required) || env.required(receiver) ||
                          ast::get(meta, atoms::imports) != kNoTerm || receiver == atoms::E_Kernel;
    if (required && receiver != env.module) {
        bool known = co_await ensure_module(receiver);
        const Term macro = known ? find_macro(receiver, name, arity) : kNoTerm;
        if (macro != kNoTerm) {
            note_macro(receiver, name, arity, place(meta));
            Resolved r{Resolved::Expanded};
            r.quoted = co_await call_macro(meta, receiver, macro, name, args);
            co_return r;
        }
    }
    // The macros of the module being defined may be named in full.
    const bool own_function = env.in_function() && ast::first(env.function) == name &&
                              ast::second(env.function) == Term::small(arity);
    if (receiver == env.module && builder && env.in_function() && !own_function && builder->defines_macro(name, arity) && !builder->find(name, arity)->is_private()) {
        Resolved r{Resolved::Expanded};
        r.quoted = co_await call_local_macro(meta, name, args);
        co_return r;
    }
    co_return Resolved{Resolved::Remote, {}, receiver, name, args};
}

}  // namespace vial::expand

// compiler/expand/lexical.cpp: alias, require and import.
// Here: the three forms and what they change in the Env; {:__aliases__, ...} to atoms.
// Not here: look-ups in what they changed (env.cpp, dispatch.cpp).
// Threads: as the session.
// Holds: the value of each form is the module's atom (a list of them for `alias A.{B, C}`).
#include "compiler/expand/expander.h"
#include "compiler/expand/state.h"
#include "vm/code/code_server.h"

#include <utility>

namespace vial::expand {

namespace {

Term concat(Session& s, Term list) {
    std::string text = "Elixir";
    bool first = true;  // Elixir itself is the root only where the name starts
    for (Term part : ast::List(list)) {
        std::string_view piece = s.text(part);
        const bool root = std::exchange(first, false) && part == atoms::elixir;
        if (part == atoms::nil_ || root) continue;
        if (piece.starts_with("Elixir.")) piece.remove_prefix(7);
        text += ".";
        text += piece;
    }
    return s.atom(text);
}

Term look_up_alias(Term key, Term table, Term counter) {
    for (;;) {
        const Term found = ast::get(table, key);
        if (found == kNoTerm) return key;
        if (found.is_atom()) {
            if (found == key) return key;
            key = found;
        } else if (ast::is_pair(found) && ast::first(found) == counter) {
            key = ast::second(found);
        } else {
            return key;
        }
    }
}

}  // namespace

Term Expander::resolve_alias(Term meta, Term list) {
    const Term head = list.head();
    if (head == atoms::elixir) return concat(s, list);
    const Term annotated = ast::get(meta, atoms::alias_);
    if (annotated != kNoTerm && annotated != atoms::false_ && annotated.is_atom()) return annotated;
    const Term first = s.atom("Elixir." + std::string(s.text(head)));
    const Term counter = ast::get(meta, atoms::counter);
    const Term table = annotated == atoms::false_ ? env.macro_aliases : env.aliases;
    const Term found = look_up_alias(first, table, counter);
    if (found == first) return concat(s, list);
    if (const auto track = tracker()) track->use_alias(first);
    if (list.tail().is_nil()) return found;
    return concat(s, s.arena.cons(found, list.tail()));
}

// All parts are atoms (an alias as it stands in source), else kNoTerm.
Term Expander::expand_aliases_node(Term q) {
    for (Term part : ast::List(ast::args(q))) {
        if (!part.is_atom()) return kNoTerm;
    }
    if (!ast::args(q).is_cons()) return kNoTerm;
    return resolve_alias(ast::meta(q), ast::args(q));
}

Task<Term> Expander::partial_expand(Term q) {
    for (;;) {
        if (!ast::is_node(q) || !ast::name(q).is_atom()) break;
        if (ast::is_call(q, atoms::q_aliases)) {
            const Term atom = expand_aliases_node(q);
            if (atom != kNoTerm) co_return atom;
            Term parts = ast::args(q);
            Term head = kNoTerm;
            if (parts.is_cons()) head = co_await partial_expand(parts.head());
            if (!head.is_atom()) co_return q;
            for (Term rest : ast::List(parts.tail())) {
                if (!rest.is_atom()) co_return q;
            }
            co_return concat(s, s.arena.cons(head, parts.tail()));
        }
        if (ast::is_var(q)) co_return ast::name(q) == atoms::q_module ? env.module : q;
        const auto arity = ast::length(ast::args(q));
        if (!arity || is_special_form(ast::name(q), *arity)) break;
        Resolved r = co_await resolve_local(ast::meta(q), ast::name(q), ast::args(q));
        if (r.kind != Resolved::Expanded) break;
        q = r.quoted;
    }
    // A remote macro may give an alias too.
    if (ast::is_node(q) && ast::is_call_of(ast::name(q), atoms::op_dot, 2)) {
        const Term dot = ast::args(ast::name(q));
        const Term name = ast::nth(dot, 1);
        if (name.is_atom()) {
            Term receiver = co_await partial_expand(dot.head());
            if (receiver.is_atom()) {
                Resolved r = co_await resolve_remote(ast::meta(q), receiver, name, ast::args(q));
                if (r.kind == Resolved::Expanded) {
                    Term result = co_await partial_expand(r.quoted);
                    co_return result;
                }
            }
        }
    }
    co_return q;
}

Task<Term> Expander::expand_to_atom(Term q, std::string_view what) {
    Term got = co_await partial_expand(q);
    if (got.is_atom()) co_return got;
    // Something computed: it may still be constant.
    Expr* e = co_await expand(got);
    if (e->kind == ExprKind::Literal && e->literal.is_atom()) co_return e->literal;
    const Term meta = ast::is_node(q) ? ast::meta(q) : Term::nil();
    std::string text = co_await show(got);
    co_return co_await fail(meta, "invalid argument for " + std::string(what) +
                                      ", expected a compile time atom or alias, got: " + text);
}

void Expander::add_alias(Term meta, Term as, Term full) {
    const auto store = [&](Term table, Term value) {
        std::vector<Term> out;
        bool placed = false;
        for (Term t : ast::List(table)) {
            const bool match = ast::first(t) == as;
            if (match && value == kNoTerm) continue;
            out.push_back(match ? s.arena.tuple({as, value}) : t);
            placed = placed || match;
        }
        if (!placed && value != kNoTerm) out.push_back(s.arena.tuple({as, value}));
        return s.arena.list(out);
    };
    const Term counter = ast::get(meta, atoms::counter);
    if (as == full) {
        env.aliases = store(env.aliases, kNoTerm);
        if (counter != kNoTerm) env.macro_aliases = store(env.macro_aliases, kNoTerm);
        return;
    }
    env.aliases = store(env.aliases, full);
    if (counter != kNoTerm) env.macro_aliases = store(env.macro_aliases, s.arena.tuple({counter, full}));
}

void Expander::add_require(Term module) {
    if (!env.required(module)) env.requires_ = s.arena.cons(module, env.requires_);
}

Task<Expr*> Expander::expand_lexical(Term q) {
    const Term form = ast::name(q);
    const Term meta = ast::meta(q);
    const Term ref = ast::args(q).head();
    const Term rest = ast::args(q).tail();
    const Term opts = rest.is_cons() ? rest.head() : Term::nil();
    // alias A.{B, C}
    if (ast::is_node(ref) && ast::is_call_of(ast::name(ref), atoms::op_dot, 2) &&
        ast::nth(ast::args(ast::name(ref)), 1) == atoms::op_tuple) {
        if (ast::get(opts, atoms::as) != kNoTerm) {
            co_return co_await fail(meta, ":as option is not supported by multi-alias call");
        }
        Term base = co_await expand_to_atom(ast::args(ast::name(ref)).head(), s.text(form));
        Exprs values;
        for (Term part : ast::List(ast::args(ref))) {
            Term name = part;
            if (ast::is_call(part, atoms::q_aliases)) {
                name = concat(s, ast::args(part));
            } else if (!part.is_atom()) {
                std::string text = co_await show(part);
                co_return co_await fail(meta, "invalid argument for " + std::string(s.text(form)) +
                                                  ", expected a compile time atom or alias, got: " + text);
            }
            const Term full = concat(s, s.arena.list({base, name}));
            Term one = rest.is_cons() ? b.call(form, meta, {full, opts}) : b.call(form, meta, {full});
            values.push_back(co_await expand_lexical(one));
        }
        co_return list_of(values, nullptr, place(meta));
    }
    if (!opts.is_nil() && !ast::is_keyword(opts)) {
        std::string text = co_await show(opts);
        co_return co_await fail(meta, "invalid options for " + std::string(s.text(form)) + ", expected a keyword list, got: " + text);
    }
    if (form == atoms::alias_) co_return co_await expand_alias(q);
    if (form == atoms::require_) co_return co_await expand_require(q);
    co_return co_await expand_import(q);
}

namespace {
// The last part of a module's name as an alias, or kNoTerm for one that is no alias.
Term last_part(Session& s, Term module) {
    const std::string_view text = s.text(module);
    if (!text.starts_with("Elixir.")) return kNoTerm;
    return s.atom("Elixir." + std::string(text.substr(text.rfind('.') + 1)));
}
}  // namespace

// Whether an alias or import that nothing uses is told: what macros write is not.
static bool tells_unused(Term meta, Term opts) {
    const Term warn = ast::get(opts, atoms::warn);
    if (warn != kNoTerm) return warn != atoms::false_;
    return ast::get(meta, atoms::context) == kNoTerm && !ast::flag(meta, atoms::generated);
}

Task<Expr*> Expander::expand_alias(Term q) {
    const Term meta = ast::meta(q);
    const Term rest = ast::args(q).tail();
    const Term opts = rest.is_cons() ? rest.head() : Term::nil();
    for (Term option : ast::List(opts)) {
        if (ast::first(option) != atoms::as && ast::first(option) != atoms::warn) {
            co_return co_await fail(meta, "unsupported option " + show_atom(ast::first(option)) + " given to alias");
        }
    }
    Term full = co_await expand_to_atom(ast::args(q).head(), "alias");
    const Term defined = ast::get(meta, atoms::defined);
    if (defined != kNoTerm && defined.is_atom()) env.context_modules = s.arena.cons(defined, env.context_modules);
    Term as = ast::get(opts, atoms::as);
    if (as == atoms::nil_) co_return literal_raw(full, place(meta));
    if (as == kNoTerm || as == atoms::true_) {
        const std::string_view text = s.text(full);
        as = last_part(s, full);
        if (as == kNoTerm) {
            co_return co_await fail(meta, "alias cannot be inferred automatically for module: " + show_atom(full) +
                                              ", please use the :as option. Implicit aliasing is only supported with Elixir modules");
        }
        if (text.find('.') == text.rfind('.')) {
            add_alias(meta, as, full);  // takes another alias of that name away
            co_return literal_raw(full, place(meta));
        }
    } else if (ast::is_call(as, atoms::q_aliases)) {
        as = concat(s, ast::args(as));
    }
    if (!as.is_atom()) {
        std::string text = co_await show(as);
        co_return co_await fail(meta, "invalid value for option :as, expected an alias, got: " + text);
    }
    if (!s.text(as).starts_with("Elixir.") || s.text(as).substr(7).find('.') != std::string_view::npos) {
        std::string text = co_await show(as);
        co_return co_await fail(meta, "invalid value for option :as, expected a simple alias, got nested alias: " + text);
    }
    add_alias(meta, as, full);
    const bool tells = as != full && tells_unused(meta, opts);
    if (const auto track = tracker(); track && tells) track->add_alias(as, m.files[place(meta).file], place(meta).line);
    co_return literal_raw(full, place(meta));
}

namespace {
std::string missing_module(Expander& x, Term module) {
    const std::string name = x.show_atom(module);
    if (x.env.module == module) {
        return "you are trying to use the module " + name + " which is currently being defined.\n\n"
               "This may happen if you accidentally override the module you want to use. For example:\n\n"
               "    defmodule MyApp do\n      defmodule Supervisor do\n        use Supervisor\n      end\n    end\n\n"
               "In the example above, the new Supervisor conflicts with Elixir's Supervisor. This may be fixed by using the fully "
               "qualified name in the definition:\n\n    defmodule MyApp.Supervisor do\n      use Supervisor\n    end\n";
    }
    for (Term t : ast::List(x.env.context_modules)) {
        if (t != module) continue;
        return "module " + name + " is not loaded but was defined. This happens when you depend on a module in the same context in "
               "which it is defined. For example:\n\n    defmodule MyApp do\n      defmodule Mod do\n      end\n\n      use Mod\n    end\n\n"
               "Try defining the module outside the context that uses it:\n\n    defmodule MyApp.Mod do\n    end\n\n"
               "    defmodule MyApp do\n      use MyApp.Mod\n    end\n\nIf the module is defined at the top-level and you are trying "
               "to use it at the top-level, this is not supported by Elixir";
    }
    return "module " + name + " is not loaded and could not be found";
}
}  // namespace

Task<Expr*> Expander::expand_require(Term q) {
    const Term meta = ast::meta(q);
    const Term rest = ast::args(q).tail();
    const Term opts = rest.is_cons() ? rest.head() : Term::nil();
    Term module = co_await expand_to_atom(ast::args(q).head(), "require");
    bool there = module != env.module;
    if (there) there = co_await ensure_module(module);
    if (!there) {
        std::string text = missing_module(*this, module);
        co_return co_await fail(meta, text);
    }
    add_require(module);
    Term as = ast::get(opts, atoms::as);
    if (as != kNoTerm) {
        if (ast::is_call(as, atoms::q_aliases)) as = concat(s, ast::args(as));
        add_alias(meta, as, module);
    }
    co_return literal_raw(module, place(meta));
}

namespace {

bool same_fa(Term a, Term b) { return ast::first(a) == ast::first(b) && ast::second(a) == ast::second(b); }
bool has_fa(Term list, Term fa) {
    for (Term t : ast::List(list)) {
        if (ast::is_pair(t) && same_fa(t, fa)) return true;
    }
    return false;
}
bool is_sigil(Session& s, Term fa) {
    return s.text(ast::first(fa)).starts_with("sigil_") && ast::second(fa) == Term::small(2);
}
bool internal(Session& s, Term fa) {
    const std::string_view name = s.text(ast::first(fa));
    return name == "module_info" || name == "behaviour_info" || name == "__info__";
}

// `table` with what is imported from `module` replaced.
Term with_import(Session& s, Term table, Term module, const Terms& imported) {
    Terms out;
    if (!imported.empty()) out.push_back(s.arena.tuple({module, s.arena.list(imported)}));
    for (Term t : ast::List(table)) {
        if (ast::first(t) != module) out.push_back(t);
    }
    return s.arena.list(out);
}

struct ImportRules {
    Term only = kNoTerm;
    Term except = kNoTerm;
};
// Which of `all` are imported, `before` being what is imported already.
Terms choose(Session& s, Term all, Term before, const ImportRules& rules) {
    Terms out;
    const bool listed = rules.only != kNoTerm && rules.only.is_list();
    const Term base = rules.except != kNoTerm && before != kNoTerm ? before : all;
    for (Term fa : ast::List(base)) {
        if (internal(s, fa)) continue;
        if (listed) {
            if (has_fa(rules.only, fa)) out.push_back(fa);
            continue;
        }
        if (s.text(ast::first(fa)).starts_with("_")) continue;
        if (rules.only == atoms::sigils && !is_sigil(s, fa)) continue;
        if (rules.except != kNoTerm && has_fa(rules.except, fa)) continue;
        out.push_back(fa);
    }
    return out;
}

}  // namespace

Task<Expr*> Expander::expand_import(Term q) {
    const Term meta = ast::meta(q);
    const Term rest = ast::args(q).tail();
    const Term opts = rest.is_cons() ? rest.head() : Term::nil();
    Term module = co_await expand_to_atom(ast::args(q).head(), "import");
    bool there = module != env.module;
    if (there) there = co_await ensure_module(module);
    if (!there) {
        std::string text = missing_module(*this, module);
        co_return co_await fail(meta, text);
    }
    ImportRules rules;
    for (Term option : ast::List(opts)) {
        if (!ast::is_pair(option)) co_return co_await fail(meta, "invalid options for import, expected a keyword list");
        const Term key = ast::first(option);
        if (key != atoms::only && key != atoms::except_ && key != atoms::warn) {
            co_return co_await fail(meta, "unsupported option " + show_atom(key) + " given to import");
        }
        // The lists may be written with macros or attributes: their values must be constant.
        Expr* value = co_await expand(ast::second(option));
        const bool constant = value->kind == ExprKind::Literal;
        if (key == atoms::only) rules.only = constant ? value->literal : kNoTerm;
        if (key == atoms::except_) rules.except = constant ? value->literal : kNoTerm;
        const bool name = key == atoms::only && constant &&
                          (value->literal == atoms::functions || value->literal == atoms::macros || value->literal == atoms::sigils);
        if (key != atoms::warn && !name && !(constant && value->literal.is_list())) {
            std::string text = co_await show(ast::second(option));
            const char* wanted = key == atoms::only ? "an atom :functions, :macros, or a list literal" : "a list literal";
            co_return co_await fail(meta, "invalid " + show_atom(key) + " option for import, expected value to be " + wanted + ", got: " + text);
        }
    }
    if (rules.only != kNoTerm && rules.only.is_list() && rules.except != kNoTerm) {
        co_return co_await fail(meta, ":only and :except can only be given together to import when :only is :functions, :macros, or :sigils");
    }
    for (const Term list : {rules.only, rules.except}) {
        if (list == kNoTerm || !list.is_list()) continue;
        for (Term at = list; at.is_cons(); at = at.tail()) {
            const Term fa = at.head();
            const std::string option = list == rules.only ? ":only" : ":except";
            if (!ast::is_pair(fa) || !ast::first(fa).is_atom() || !ast::second(fa).is_small()) {
                co_return co_await fail(meta, "invalid " + option + " option for import, expected a keyword list with integer values");
            }
            if (has_fa(at.tail(), fa)) {
                co_return co_await fail(meta, "invalid " + option + " option for import, " + std::string(s.text(ast::first(fa))) + "/" +
                                                  std::to_string(ast::second(fa).small_value()) + " is duplicated");
            }
        }
    }
    const FunctionCell* info = s.vm.code().find_cell(module, atoms::info, 1);
    Term functions = Term::nil();
    Term macros = Term::nil();
    if (info && is_defined(info)) {
        const Term arguments = s.arena.list({atoms::functions});  // apart: g++ 12
        functions = co_await s.call_function(module, atoms::info, arguments);
        const Term arguments2 = s.arena.list({atoms::macros});  // apart: g++ 12
        macros = co_await s.call_function(module, atoms::info, arguments2);
    } else {
        if (s.vm.code().module(module)) {
            const Term arguments3 = s.arena.list({s.atom("exports")});  // apart: g++ 12
            functions = co_await s.call_function(module, atoms::module_info, arguments3);
        }
    }
    // Natives are no part of the module that documents them.
    Terms natives;
    for (const NativeRow& row : s.vm.options().natives) {
        const Term fa = s.arena.tuple({s.atom(row.name), Term::small(row.arity)});
        if (row.module == s.text(module) && !has_fa(functions, fa)) natives.push_back(fa);
    }
    if (!natives.empty()) {
        for (Term fa : ast::List(functions)) natives.push_back(fa);
        functions = s.arena.list(natives);
    }
    if (rules.only == atoms::macros && !s.text(module).starts_with("Elixir.")) {
        co_return co_await fail(meta, "could not load macros from module " + show_atom(module));
    }
    for (Term fa : ast::List(rules.only != kNoTerm && rules.only.is_list() ? rules.only : Term::nil())) {
        if (!has_fa(functions, fa) && !has_fa(macros, fa)) {
            co_return co_await fail(meta, "cannot import " + show_call(module, ast::first(fa), static_cast<std::uint32_t>(ast::second(fa).small_value())) +
                                              " because it is undefined or private");
        }
    }
    Terms new_functions;
    Terms new_macros;
    if (rules.only != atoms::macros) new_functions = choose(s, functions, ast::get(env.functions, module), rules);
    if (rules.only != atoms::functions) new_macros = choose(s, macros, ast::get(env.macros, module), rules);
    env.functions = with_import(s, env.functions, module, new_functions);
    env.macros = with_import(s, env.macros, module, new_macros);
    add_require(module);
    if (const auto track = tracker(); track && tells_unused(meta, opts)) {
        std::vector<std::pair<Term, std::uint32_t>> only;
        for (Term fa : ast::List(rules.only.is_list() ? rules.only : Term::nil())) {
            only.emplace_back(ast::first(fa), static_cast<std::uint32_t>(ast::second(fa).small_value()));
        }
        track->add_import(module, std::move(only), m.files[place(meta).file], place(meta).line);
    }
    co_return literal_raw(module, place(meta));
}

}  // namespace vial::expand

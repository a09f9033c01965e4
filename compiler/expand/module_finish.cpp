// compiler/expand/module_finish.cpp: a module's definitions made whole.
// Here: checks across definitions, __info__/1, behaviour_info/1, attributes.
// Not here: docs (module_docs.cpp).
// Threads: as the session.
// Holds: afterwards `core` holds every function of the module.
#include "compiler/diag/suggest.h"

#include <optional>
#include "compiler/expand/module_compile.h"
#include "compiler/expand/module_docs.h"
#include "compiler/expand/module_types.h"
#include "compiler/expand/module_warnings.h"
#include "compiler/expand/state.h"
#include "vm/code/code_server.h"

namespace vial::expand {

namespace {

bool by_text(const AtomTable& atoms, const NameArity& a, const NameArity& b) {
    const auto x = atoms.text(a.name), y = atoms.text(b.name);
    return x != y ? x < y : a.arity < b.arity;
}

Term fa_list(Expander& x, std::vector<NameArity> ids, bool sorted = true) {
    if (sorted) std::sort(ids.begin(), ids.end(), [&](const auto& a, const auto& b) { return by_text(x.s.vm.atoms(), a, b); });
    Terms out;
    for (const NameArity& id : ids) out.push_back(x.m.arena->tuple({id.name, Term::small(id.arity)}));
    return x.m.arena->list(out);
}

// A function of one argument that answers each of `rows` by a value or an expression.
struct InfoRow {
    Term key;
    Expr* value;
};
void add_lookup(Expander& x, Term name, const std::vector<InfoRow>& rows, std::uint32_t line) {
    core::Function f;
    f.name = name;
    f.arity = 1;
    f.exported = true;
    f.place = Place{line, 0, 0};
    for (const InfoRow& row : rows) {
        Clause c = x.clause({x.pattern_literal(row.key, f.place)}, row.value, f.place);
        c.generated = true;
        f.clauses.push_back(std::move(c));
    }
    x.m.functions.push_back(std::move(f));
}

void add_info(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    const Place at{builder.line, 0, 0};
    std::vector<NameArity> functions, macros;
    for (const Definition& d : builder.definitions()) {
        if (!d.has_body || d.is_private()) continue;
        (d.is_macro() ? macros : functions).push_back(d.id);
    }
    const auto module_info = [&](std::string_view what) {
        Exprs args{x.literal_raw(builder.name, at), x.literal_raw(x.s.atom(what), at)};
        return x.erlang("get_module_info", std::move(args), at);
    };
    Terms deprecated;
    for (const DocEntry& entry : builder.docs) {
        for (Term pair : ast::List(entry.metadata)) {
            if (ast::first(pair) != x.s.atom("deprecated")) continue;
            // Without its arguments that have defaults it is deprecated too.
            std::uint32_t defaults = 0;
            for (Term arg : ast::List(entry.signature)) defaults += ast::is_call_of(arg, atoms::op_default, 2) ? 1 : 0;
            for (std::uint32_t arity = entry.id.arity - defaults; arity <= entry.id.arity; ++arity) {
                deprecated.push_back(x.m.arena->tuple({x.m.arena->tuple({entry.id.name, Term::small(arity)}), x.m.arena->copy(ast::second(pair))}));
            }
        }
    }
    Term fields = atoms::nil_;
    if (const Attribute* a = builder.find_attribute(x.s.atom("__struct_fields__")); a && a->set) fields = a->value;
    const std::vector<InfoRow> rows = {
        {atoms::module, x.literal_raw(builder.name, at)},
        {atoms::functions, x.literal_raw(fa_list(x, functions), at)},
        {atoms::macros, x.literal_raw(fa_list(x, macros), at)},
        {x.s.atom("struct"), x.literal(fields, at)},
        {x.s.atom("deprecated"), x.literal_raw(x.m.arena->list(deprecated), at)},
        {x.s.atom("attributes"), module_info("attributes")},
        {x.s.atom("compile"), module_info("compile")},
        {x.s.atom("md5"), module_info("md5")},
        {x.s.atom("exports_md5"), module_info("md5")},
    };
    add_lookup(x, atoms::info, rows, builder.line);
}

void add_behaviour_info(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    std::vector<NameArity> callbacks;
    for (Term spec : builder.typespecs) {
        const std::string_view kind = x.s.text(tuple_element(spec, 0));
        if (kind != "callback" && kind != "macrocallback") continue;
        auto id = typespec_id(tuple_element(spec, 1));
        if (!id) continue;
        if (kind == "macrocallback") id = NameArity{x.s.atom(macro_function_name(x.s.text(id->name))), id->arity + 1};
        if (std::find(callbacks.begin(), callbacks.end(), *id) == callbacks.end()) callbacks.push_back(*id);
    }
    if (callbacks.empty() || builder.defines(x.s.atom("behaviour_info"), 1)) return;
    std::vector<NameArity> optional;
    if (const Attribute* a = builder.find_attribute(x.s.atom("optional_callbacks")); a && a->set) {
        for (Term list : ast::List(a->value)) {
            for (Term fa : ast::List(list.is_list() ? list : Term::nil())) {
                if (!ast::is_pair(fa) || !ast::second(fa).is_small()) continue;
                optional.push_back({ast::first(fa), static_cast<std::uint32_t>(ast::second(fa).small_value())});
            }
        }
    }
    // Backwards by name, macros by the name they are called by.
    const auto plain = [&](const NameArity& id) {
        const std::string_view text = x.s.text(id.name);
        return text.starts_with("MACRO-") ? std::pair(text.substr(6), id.arity - 1) : std::pair(text, id.arity);
    };
    const auto backwards = [&](const NameArity& a, const NameArity& b) { return plain(b) < plain(a); };
    std::sort(callbacks.begin(), callbacks.end(), backwards);
    std::sort(optional.begin(), optional.end(), backwards);
    const Place at{builder.line, 0, 0};
    add_lookup(x, x.s.atom("behaviour_info"),
               {{x.s.atom("callbacks"), x.literal_raw(fa_list(x, callbacks, false), at)},
                {x.s.atom("optional_callbacks"), x.literal_raw(fa_list(x, optional, false), at)}},
               builder.line);
}

void add_attributes(Expander& x) {
    Terms out;
    for (auto& [index, a] : x.builder->attributes()) {
        if (!a.persist || !a.set) continue;
        const Term value = x.m.arena->copy(a.value);
        // Each value is an attribute of its own, in the order they were set.
        Terms values = a.accumulate ? ast::to_vector(value) : Terms{value};
        for (std::size_t i = values.size(); i-- > 0;) {
            const Term held = values[i].is_list() ? values[i] : x.m.arena->list({values[i]});
            out.push_back(x.m.arena->tuple({Term::atom(index), held}));
        }
    }
    x.m.attributes = x.m.arena->list(out);
}

}  // namespace

// @compile {:inline, name: arity} and @compile inline: [...].
static void want_inlined(Expander& x) {
    const Attribute* a = x.builder->find_attribute(x.s.atom("compile"));
    const Term inline_atom = x.s.atom("inline");
    const auto take = [&](Term option) {
        if (!ast::is_pair(option) || ast::first(option) != inline_atom || !ast::second(option).is_list()) return;
        for (Term fa : ast::List(ast::second(option))) {
            if (!ast::is_pair(fa) || !ast::first(fa).is_atom() || !ast::second(fa).is_small()) continue;
            x.m.inline_wanted.emplace_back(ast::first(fa), static_cast<std::uint32_t>(ast::second(fa).small_value()));
        }
    };
    for (Term value : ast::List(a && a->set ? a->value : Term::nil())) {
        take(value);
        for (Term option : ast::List(value.is_list() ? value : Term::nil())) take(option);
    }
}

// What the module has that is like a function it lacks.
static void suggest_function(Expander& x, const LocalUse& use) {
    if (!x.s.checking || x.s.text(use.name).size() < 3) return;
    const std::string wanted(x.s.text(use.name));
    std::vector<std::string> names, arities;
    for (const Definition& d : x.builder->definitions()) {
        if (d.id.name == use.name) arities.push_back(x.show_name(d.id.name, d.id.arity));
        names.emplace_back(x.s.text(d.id.name));
    }
    const auto similar = diag::similar_names(wanted, names, 1);
    if (!arities.empty()) {
        std::string list;
        for (const std::string& other : arities) list += (list.empty() ? "" : ", ") + other;
        x.s.focus.notes.push_back(x.show_atom(x.builder->name) + " has " + list);
    } else if (!similar.empty()) {
        x.s.focus.hint = "did you mean " + similar[0] + "?";
    }
}

// Functions that attributes name: @compile {:inline, ...}, @dialyzer, @on_load.
static Task<bool> check_named_functions(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    const auto fail = [&](const std::string& text) { return x.s.compile_error(x.s.arena.binary(builder.file), builder.line, text); };
    for (const auto& [name, arity] : x.m.inline_wanted) {
        if (!builder.find(name, arity)) co_return co_await fail("inlined function " + x.show_name(name, arity) + " undefined");
    }
    const Attribute* dialyzer = builder.find_attribute(x.s.atom("dialyzer"));
    for (Term value : ast::List(dialyzer && dialyzer->set && dialyzer->value.is_list() ? dialyzer->value : Term::nil())) {
        if (!ast::is_pair(value) || !ast::first(value).is_atom()) continue;
        const Term what = ast::second(value);
        for (Term fa : ast::List(what.is_list() ? what : x.s.arena.list({what}))) {
            if (!ast::is_pair(fa) || !ast::second(fa).is_small()) continue;
            const NameArity id{ast::first(fa), static_cast<std::uint32_t>(ast::second(fa).small_value())};
            if (!builder.find(id.name, id.arity)) co_return co_await fail("undefined function " + x.show_name(id.name, id.arity) + " given to @dialyzer " + x.show_atom(ast::first(value)));
        }
    }
    const Attribute* on_load = builder.find_attribute(x.s.atom("on_load"));
    if (on_load && on_load->set && ast::is_pair(on_load->value)) {
        const NameArity id{ast::first(on_load->value), 0};
        const Definition* d = builder.find(id.name, 0);
        if (!d) co_return co_await fail("undefined function " + x.show_name(id.name, id.arity) + " given to @on_load");
        if (d->is_macro()) co_return co_await fail("expected @on_load function " + x.show_name(id.name, id.arity) + " to be a function, got \"" + std::string(x.s.text(d->kind)) + "\"");
        co_return co_await fail("@on_load is not there yet: " + x.show_name(id.name, 0) + " would not run when the module is loaded");
    }
    co_return true;
}

// What the body did but its parts do not fit together.
static Task<bool> check_definitions(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    const auto soft = [&](Place at, const std::string& text, diag::Kind kind = diag::Kind::CompileError) {
        x.s.focus.kind = kind;
        x.s.focus.column = at.column;
        const bool told = x.s.report_error(x.s.arena.binary(x.m.files[at.file]), at.line, text);
        builder.failed = builder.failed || told;
        return told;
    };
    const auto fail_at = [&](Place at, const std::string& text) {
        return x.s.compile_error(x.s.arena.binary(x.m.files[at.file]), at.line, text);
    };
    for (const Definition& d : builder.definitions()) {
        if (!d.has_body) {
            const std::string text = "implementation not provided for predefined " + std::string(x.s.text(d.kind)) + " " + x.show_name(d.id.name, d.id.arity);
            if (soft(d.place, text)) continue;
            co_return co_await fail_at(d.place, text);
        }
    }
    co_await check_named_functions(x);
    std::optional<std::pair<Place, std::string>> undefined;
    for (const Definition& d : builder.definitions()) {
        for (const ImportUse& use : d.imported) {
            if (!builder.defines(use.name, use.arity) || use.module == builder.name) continue;
            const std::string text = "imported " + x.show_call(use.module, use.name, use.arity) + " conflicts with local function";
            if (soft(use.place, text)) continue;
            co_return co_await fail_at(builder.find(use.name, use.arity)->place, text);
        }
        for (const LocalUse& use : d.calls) {
            if (builder.find_function(use.name, use.arity)) continue;
            const Definition* target = builder.find(use.name, use.arity);
            const std::string name = x.show_name(use.name, use.arity);
            if (target) {
                const std::string text = "cannot invoke macro " + name + " before its definition";
                if (soft(use.place, text)) continue;
                co_return co_await fail_at(use.place, text);
            }
            const bool provided = (use.name == atoms::info && use.arity == 1) || (use.name == atoms::module_info && use.arity <= 1) ||
                                  (x.s.text(use.name) == "behaviour_info" && use.arity == 1);
            const std::string text = "undefined function " + name + (provided
                ? " (this function is auto-generated by the compiler and must always be called as a remote, as in __MODULE__." + name + ")"
                : " (expected " + x.show_atom(builder.name) + " to define such a function or for it to be imported, but none are available)");
            if (use.variable && x.s.checking) {
                x.s.focus.hint = use.hint;
                soft(use.place, "undefined variable \"" + std::string(x.s.text(use.name)) + "\"", diag::Kind::UndefinedVariable);
                continue;
            }
            suggest_function(x, use);
            if (soft(use.place, text, diag::Kind::UndefinedFunction)) continue;
            if (undefined) {
                x.warn_at(use.place, diag::Kind::CompileWarning, text, x.s.text(use.name));
                continue;
            }
            undefined = std::make_pair(use.place, text);
        }
    }
    if (undefined) co_return co_await fail_at(undefined->first, undefined->second);
    co_return true;
}

Task<bool> finish_module(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    builder.restore_overridables();
    want_inlined(x);
    co_await check_definitions(x);
    if (builder.failed) co_return false;
    if (!x.s.checking) co_await check_types(x);
    co_await warn_about_module(x);
    if (!builder.defines(atoms::info, 1)) add_info(x);
    add_behaviour_info(x);
    for (Definition& d : builder.definitions()) x.m.functions.push_back(d.function);
    for (core::Function& f : x.m.functions) {
        if (f.var_count < x.vars.count()) f.var_count = x.vars.count();
    }
    add_attributes(x);
    co_await build_docs(x);
    co_return true;
}

}  // namespace vial::expand

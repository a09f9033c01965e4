// compiler/expand/definition_forms.cpp: see definition_forms.h.
// Here: -
// Not here: -
// Threads: as the session.
// Holds: bodies are escaped, so they are expanded when the code runs, with unquote filled in.
#include "compiler/expand/definition_forms.h"

#include <algorithm>

#include "compiler/expand/module_builder.h"
#include "compiler/expand/quote.h"
#include "compiler/expand/state.h"

namespace vial::expand {

static Session::FailAwaiter argument_error(Expander& x, const std::string& message) {
    return x.s.fail_with(x.s.exception("Elixir.ArgumentError", {{x.s.atom("message"), x.s.arena.binary(message)}}));
}

Task<Term> definition_form(Expander& x, Term kind, Term call, Term body) {
    const std::string name(x.s.text(kind));
    if (!x.env.in_module() || !x.builder) co_return co_await argument_error(x, "cannot invoke " + name + "/2 outside module");
    if (x.env.in_function()) co_return co_await argument_error(x, "cannot invoke " + name + "/2 inside function/macro");
    Quoter quoter{x};
    quoter.hygiene = false;
    QuotePart head = co_await quoter.part(call);
    QuotePart rest = co_await quoter.part(body);
    // A negative number: made by unquote, so its clauses need not stand together.
    const std::int64_t number = x.builder->cache_env(x.env, x.s.arena_owner);
    co_return x.b.remote(Term::nil(), atoms::vial_compiler, x.s.atom("define"),
                         {kind, quoter.as_code(head), quoter.as_code(rest), x.b.pair(x.env.module, Term::small(head.constant && rest.constant ? number : -1 - number))});
}

namespace {

struct Nesting {
    Term full;
    Term alias = kNoTerm;  // short name that stands for it inside the module around
};

// `Foo.Bar` inside module Outer is Outer.Foo.Bar, and Foo is an alias of Outer.Foo.
Nesting nest(Expander& x, Term written, Term expanded) {
    if (!ast::is_call(written, atoms::q_aliases) || !x.env.in_module()) return {expanded};
    const Term parts = ast::args(written);
    if (!parts.is_cons() || !parts.head().is_atom()) return {expanded};
    if (x.s.text(parts.head()) == "Elixir" && parts.tail().is_cons()) return {expanded};  // by its full name
    const std::string head(x.s.text(parts.head()));
    std::string outer = std::string(x.s.text(x.env.module)) + "." + head;
    if (!outer.starts_with("Elixir.")) outer = "Elixir." + outer;
    Nesting n{x.s.atom(outer), x.s.atom("Elixir." + head)};
    std::string full = outer;
    for (Term part : ast::List(parts.tail())) full += "." + std::string(x.s.text(part));
    if (full != outer) {
        // The alias stands for the first part only.
        n.full = x.s.atom(full);
        n.alias = x.s.atom("Elixir." + head);
    }
    return n;
}

}  // namespace

Task<Term> module_form(Expander& x, Term meta, Term alias, Term blocks) {
    if (!blocks.is_list() || ast::get(blocks, atoms::do_) == kNoTerm) {
        co_return co_await argument_error(x, "expected :do option to be given as argument for defmodule");
    }
    Term expanded = co_await x.partial_expand(alias);
    Terms lines;
    Term name_code = expanded;
    if (expanded.is_atom()) {
        const Nesting n = nest(x, alias, expanded);
        name_code = n.full;
        Term options = x.s.arena.list({x.b.pair(atoms::warn, atoms::false_)});
        Term target = n.full;
        if (n.alias != kNoTerm) {
            options = x.s.arena.cons(x.b.pair(atoms::as, n.alias), options);
            // as: Foo of Outer.Foo, though the module be Outer.Foo.Bar
            std::string outer = std::string(x.s.text(x.env.module)) + "." + std::string(x.s.text(n.alias).substr(7));
            if (!outer.starts_with("Elixir.")) outer = "Elixir." + outer;
            target = x.s.atom(outer);
        } else {
            options = x.s.arena.cons(x.b.pair(atoms::as, atoms::nil_), options);
        }
        // A name that a macro wrote is an alias for what that macro wrote.
        const Term written_meta = ast::is_node(alias) ? ast::meta(alias) : meta;
        Term alias_meta = x.s.arena.cons(x.b.pair(atoms::defined, n.full), ast::get(meta, atoms::counter) == kNoTerm ? written_meta : meta);
        lines.push_back(x.b.call(atoms::alias_, alias_meta, {target, options}));
    }
    Terms variables;
    std::vector<VarKey> seen;
    for (const VarNode* n = x.scope.read; n; n = n->next) {
        if (n->key.name == atoms::q_caller || std::find(seen.begin(), seen.end(), n->key) != seen.end()) continue;
        seen.push_back(n->key);
        const bool counted = n->key.kind.is_small();
        const Term mark = counted ? x.s.arena.list({x.b.pair(atoms::counter, n->key.kind)}) : Term::nil();
        const Term variable = x.s.arena.tuple({n->key.name, mark, counted ? atoms::nil_ : n->key.kind});
        variables.push_back(x.b.pair(x.b.literal(x.b.pair(n->key.name, n->key.kind)), variable));
    }
    const Term env = x.s.arena.tuple({atoms::q_env, meta, atoms::nil_});
    lines.push_back(x.b.remote(meta, atoms::vial_compiler, x.s.atom("compile_module"),
                               {name_code, x.b.literal(ast::get(blocks, atoms::do_)), x.s.arena.list(variables), env}));
    co_return x.b.node(atoms::q_block, Term::nil(), x.s.arena.list(lines));
}

namespace {
// Attributes whose values Module.Attribute looks at.
bool is_checked_attribute(std::string_view name) {
    static constexpr std::string_view kChecked[] = {"after_compile", "before_compile", "behaviour", "compile", "deprecated", "derive", "dialyzer",
                                                    "doc", "external_resource", "file", "impl", "moduledoc", "on_definition", "on_load", "typedoc"};
    return std::binary_search(std::begin(kChecked), std::end(kChecked), name);
}
bool is_type_attribute(std::string_view name) {
    return name == "type" || name == "typep" || name == "opaque" || name == "spec" || name == "callback" || name == "macrocallback";
}
}  // namespace

static bool is_documentation(std::string_view name) { return name == "doc" || name == "moduledoc" || name == "typedoc"; }

// What is read of documentation, which is kept as {line, text}, that of definitions in a list with its metadata:
// the text last given. Kernel.Utils.doc_text/1 does the same while a module's body runs.
static Term doc_text(Term value) {
    while (value.is_cons() && (!ast::is_pair(value.head()) || ast::second(value.head()).is_list())) value = value.tail();
    if (value.is_nil()) return atoms::nil_;
    if (value.is_cons()) value = value.head();
    return ast::is_pair(value) && ast::first(value).is_small() ? ast::second(value) : value;
}

// Whether a closure or a reference is in a value: it cannot stand in code.
static bool holds_unwritable(Term value) {
    Terms pending{value};
    while (!pending.empty()) {
        const Term t = pending.back();
        pending.pop_back();
        if (is_closure(t) || is_reference(t)) return true;
        if (t.is_cons()) {
            pending.push_back(t.head());
            pending.push_back(t.tail());
        } else if (is_tuple(t)) {
            for (Word i = 0; i < tuple_arity(t); ++i) pending.push_back(tuple_element(t, i));
        } else if (is_map(t)) {
            MapIterator walk(t);
            Term key, held;
            while (walk.next(key, held)) {
                pending.push_back(key);
                pending.push_back(held);
            }
        }
    }
    return false;
}

static Task<Term> read_attribute(Expander& x, Term meta, Term name) {
    const bool documentation = is_documentation(x.s.text(name));
    if (x.env.in_function()) {
        Attribute* a = nullptr;
        if (x.builder->find_attribute(name)) a = &x.builder->attribute(name);
        if (!a || (!a->set && !a->accumulate)) {
            const std::string shown = "@" + std::string(x.s.text(name));
            x.warn(meta, diag::Kind::UndefinedAttribute, "undefined module attribute " + shown + ", please remove access to " + shown + " or explicitly set it before access", shown);
            co_return atoms::nil_;
        }
        a->used = true;
        const Term value = documentation ? doc_text(a->value) : a->value;
        if (holds_unwritable(value)) {
            const Term given = x.s.arena.list({name, value});
            co_await x.s.call_function(x.s.atom("Elixir.Module.Attribute"), x.s.atom("unwritable"), given);
        }
        if (value.is_immediate()) co_return value;
        co_return x.b.literal(value);
    }
    const Term value = x.b.remote(meta, atoms::vial_compiler, x.s.atom("get_attribute"),
                                  {x.env.module, name, Term::small(x.place(meta).line)});
    co_return documentation ? x.b.remote(meta, x.s.atom("Elixir.Kernel.Utils"), x.s.atom("doc_text"), {value}) : value;
}

// `@name value do ... end` gives the block to the attribute.
static Task<Term> two_arguments(Expander& x, std::string_view name, Term args) {
    const std::string message = "expected 0 or 1 argument for @" + std::string(name) + ", got";
    const Term value = args.head(), block = ast::nth(args, 1);
    const bool takes_block = ast::length(args) == 2u && ast::is_var(value) && ast::is_keyword(block) && ast::get(block, atoms::do_) != kNoTerm;
    if (!takes_block) co_return co_await argument_error(x, message + ": " + std::to_string(ast::length(args).value_or(0)));
    const Term wrapped = x.b.node(ast::name(value), ast::meta(value), x.s.arena.list({block}));
    std::string shown = co_await x.show(wrapped);
    for (std::size_t at = shown.find('\n'); at != std::string::npos; at = shown.find('\n', at + 1)) shown.insert(at + 1, "    ");
    co_return co_await argument_error(x, message + " 2.\n\nIt seems you are trying to use the do-syntax with @module attributes but the do-block is "
        "binding to the attribute name. You probably want to wrap the argument value in parentheses, like this:\n\n    @" +
        std::string(name) + " (" + shown + ")\n");
}

Task<Term> attribute_form(Expander& x, Term meta, Term arg) {
    if (!x.env.in_module() || !x.builder) co_return co_await argument_error(x, "cannot invoke @/1 outside module");
    if (!ast::is_node(arg) || !ast::name(arg).is_atom()) {
        std::string text = co_await x.show(arg);
        co_return co_await argument_error(x, "expected module attribute to be a name, got: " + text);
    }
    const Term name = ast::name(arg);
    const std::string text(x.s.text(name));
    if (name == atoms::q_aliases) co_return co_await argument_error(x, "module attributes set via @ cannot start with an uppercase letter");
    if (x.env.context == Context::Match && !x.env.in_function()) {
        co_return co_await argument_error(x, "invalid write attribute syntax. If you want to define an attribute, don't do this:\n\n    @foo = "
                                             ":value\n\nInstead, do this:\n\n    @foo :value\n");
    }
    const auto arity = ast::args(arg).is_list() ? ast::length(ast::args(arg)).value_or(0) : 0;
    if (arity == 0) {
        if (ast::args(arg).is_nil()) {
            x.warn(meta, diag::Kind::Deprecated, "the @" + text + "() notation (with parenthesis) is deprecated, please use @" + text + " (without parenthesis) instead", "@" + text);
        }
        co_return co_await read_attribute(x, meta, name);
    }
    if (arity > 1) co_return co_await two_arguments(x, text, ast::args(arg));
    if (x.env.in_function()) co_return co_await argument_error(x, "cannot set attribute @" + text + " inside function/macro");
    const Term value = ast::args(arg).head();
    const Term line = Term::small(x.place(meta).line);
    if (is_type_attribute(text)) {
        Quoter quoter{x};
        quoter.hygiene = false;
        QuotePart part = co_await quoter.part(value);
        co_return x.b.remote(meta, atoms::vial_compiler, x.s.atom("put_typespec"), {x.env.module, name, quoter.as_code(part), line});
    }
    Term checked = value;
    const bool plain_impl = text == "impl" && value.is_atom() && value != atoms::nil_;
    if (is_checked_attribute(text) && !plain_impl && CompilerState::available(x.s.vm, x.s.atom("Elixir.Module.Attribute"))) {
        checked = x.b.remote(meta, x.s.atom("Elixir.Module.Attribute"), x.s.atom("check"), {x.env.module, name, value});
    }
    co_return x.b.remote(meta, atoms::vial_compiler, x.s.atom("set_attribute"), {x.env.module, name, checked, line});
}

Task<Term> bootstrap_form(Expander& x, Term meta, Term name, Term args) {
    const auto arity = ast::length(args).value_or(0);
    const bool definition = name == atoms::def_ || name == atoms::defp_ || name == atoms::defmacro_ || name == atoms::defmacrop_;
    if (definition && (arity == 1 || arity == 2)) {
        const Term body = arity == 2 ? ast::nth(args, 1) : atoms::nil_;
        co_return co_await definition_form(x, name, args.head(), body);
    }
    if (name == atoms::defmodule_ && arity == 2) co_return co_await module_form(x, meta, args.head(), ast::nth(args, 1));
    if (name == atoms::op_at && arity == 1) co_return co_await attribute_form(x, meta, args.head());
    co_return kNoTerm;
}

}  // namespace vial::expand

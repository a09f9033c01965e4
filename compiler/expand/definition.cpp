// compiler/expand/definition.cpp: see definition.h.
// Here: heads, default arguments, clauses, what a definition may not do to an earlier one.
// Not here: overridables (module_builder.cpp), docs of the whole module (module_docs.cpp).
// Threads: as the session.
// Holds: clauses of one function are kept together in the order they were defined.
#include "compiler/expand/definition.h"

#include "compiler/expand/definition_attributes.h"
#include "compiler/expand/state.h"

namespace vial::expand {

namespace {

struct Head {
    Term name;
    Term meta;
    Terms args;
    Term guard = kNoTerm;
};

// Splits `name(args) when guard`; false: no such form.
bool split_head(TermArena& arena, Term call, Head& head) {
    Term context = kNoTerm;
    if (ast::is_call_of(call, atoms::when_, 2)) {
        context = ast::get(ast::meta(call), atoms::context);
        head.guard = ast::nth(ast::args(call), 1);
        call = ast::args(call).head();
    }
    if (!ast::is_node(call) || !ast::name(call).is_atom()) return false;
    head.name = ast::name(call);
    head.meta = context == kNoTerm ? ast::meta(call) : ast::put(arena, ast::meta(call), atoms::context, context);
    head.args = ast::args(call).is_list() ? ast::to_vector(ast::args(call)) : Terms{};
    return ast::args(call).is_list() || ast::args(call).is_atom();
}

// The body of `do: ..., rescue: ...` as one expression.
Term body_expression(Expander& x, Term body, Term meta) {
    if (ast::length(body) == 1u && ast::first(body.head()) == atoms::do_) return ast::second(body.head());
    return x.b.call(atoms::try_, meta, {body});
}

}  // namespace

// One clause over patterns `args`; a macro's caller comes first.
static Task<Clause> expand_clause(Expander& x, Term kind, const Head& head, Term args, Term body) {
    const bool macro = kind == atoms::defmacro_ || kind == atoms::defmacrop_;
    const Place at = x.place(head.meta);
    x.scope = {};
    x.caller_allowed = macro;
    VarId caller = core::kNoVar;
    if (macro) caller = x.bind({atoms::q_caller, atoms::nil_}, at, true);
    Clause c;
    c.place = at;
    c.generated = ast::flag(head.meta, atoms::generated);
    x.struct_tags.clear();
    c.patterns = co_await x.expand_patterns(args);
    if (head.guard != kNoTerm) c.guards = co_await x.expand_guards(head.guard);
    x.tag_guards(c.guards, at);
    if (macro) c.patterns.insert(c.patterns.begin(), x.pattern_of_var(caller, at));
    const std::uint32_t line = x.env.line;
    c.body = co_await x.expand(body);
    x.env.line = line;
    co_return c;
}

// A function of fewer arguments that calls the whole one with the defaults.
static Task<Clause> default_clause(Expander& x, Term kind, const Head& head, const Terms& all, const Terms& defaults, std::size_t left_out) {
    const Place at = x.place(head.meta);
    const bool macro = kind == atoms::defmacro_ || kind == atoms::defmacrop_;
    x.scope = {};
    x.caller_allowed = macro;
    Clause c;
    c.place = at;
    c.generated = true;
    Exprs values;
    if (macro) {
        const VarId caller = x.bind({atoms::q_caller, atoms::nil_}, at, true);
        c.patterns.push_back(x.pattern_of_var(caller, at));
        values.push_back(x.var(caller, at));
    }
    // The last `left_out` of the arguments that have defaults take them.
    std::size_t with_default = 0;
    for (Term d : defaults) with_default += d == kNoTerm ? 0 : 1;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (defaults[i] != kNoTerm && ++seen > with_default - left_out) {
            values.push_back(co_await x.expand(defaults[i]));
            continue;
        }
        const VarId v = x.fresh(at);
        c.patterns.push_back(x.pattern_of_var(v, at));
        values.push_back(x.var(v, at));
    }
    Expr* call = x.m.expr(ExprKind::LocalCall, at);
    call->literal = macro ? x.s.atom(macro_function_name(x.s.text(head.name))) : head.name;
    call->arity = static_cast<std::uint32_t>(values.size());
    call->args = std::move(values);
    c.body = call;
    co_return c;
}

static void warn_scattered(Expander& x, const Definition& d, Term meta) {
    if (ast::get(meta, atoms::context) != kNoTerm) return;
    if (!x.builder->last_defined || *x.builder->last_defined == d.id || d.generated) return;
    const std::string file = x.m.files[d.place.file];
    x.warn(meta, diag::Kind::ScatteredClauses,
           std::string(x.builder->last_defined->name == d.id.name ? "clauses with the same name should be grouped together, \""
                                                                  : "clauses with the same name and arity (number of arguments) should be grouped together, \"") + std::string(x.s.text(d.kind)) + " " +
               x.show_name(d.id.name, d.id.arity) + "\" was previously defined (" + file.substr(file.rfind('/') + 1) + ":" + std::to_string(d.place.line) + ")",
           x.s.text(d.id.name));
}

static Definition& find_or_add(Expander& x, Term kind, NameArity id, Place at) {
    if (Definition* d = x.builder->find(id.name, id.arity)) return *d;
    Definition d;
    d.kind = kind;
    d.id = id;
    d.place = at;
    const NameArity function = function_of(x.s.vm, d);
    d.function.name = function.name;
    d.function.arity = function.arity;
    d.function.exported = !d.is_private();
    d.function.place = at;
    return x.builder->add(std::move(d));
}

static void take_uses(Expander& x, Definition& d) {
    d.calls.insert(d.calls.end(), x.calls.begin(), x.calls.end());
    d.imported.insert(d.imported.end(), x.imported.begin(), x.imported.end());
    x.builder->remotes.insert(x.builder->remotes.end(), x.remotes.begin(), x.remotes.end());
    x.remotes.clear();
    x.calls.clear();
    x.imported.clear();
}

Term store_failed(Expander& x, Term kind, Term call) {
    Head head;
    if (!split_head(x.s.arena, call, head)) return atoms::nil_;
    const auto arity = static_cast<std::uint32_t>(head.args.size());
    std::uint32_t least = arity;
    for (Term arg : head.args) least -= ast::is_call_of(arg, atoms::op_default, 2) ? 1 : 0;
    for (std::uint32_t n = least; n <= arity; ++n) {
        Definition& d = find_or_add(x, kind, {head.name, n}, x.place(head.meta));
        d.has_body = true;
        d.generated = true;
    }
    return x.s.arena.tuple({head.name, Term::small(arity)});
}

// `@file "name"` or `@file {"name", line}` says where the next definition stands.
static void take_file(Expander& x) {
    Attribute& given = x.builder->attribute(x.s.atom("file"));
    if (!given.set) return;
    const Term name = ast::is_pair(given.value) ? ast::first(given.value) : given.value;
    if (is_bitstring(name)) x.set_file(ast::bytes(name));
    given.set = false;
    given.value = atoms::nil_;
}

// A head without a body: names and defaults only, no guard.
static Task<bool> check_bodiless(Expander& x, Term kind, const Head& head, const Terms& plain) {
    if (head.guard != kNoTerm) co_return co_await x.fail(head.meta, "missing :do option in \"" + std::string(x.s.text(kind)) + "\"");
    for (Term arg : plain) {
        if (ast::is_var(arg)) continue;
        co_return co_await x.fail(head.meta, "only variables and \\\\ are allowed as arguments in function head.\n\nIf you did not intend to define a function head, make sure your function definition has the proper syntax by wrapping the arguments in parentheses and using the do instruction accordingly:\n\n    def add(a, b), do: a + b\n\n    def add(a, b) do\n      a + b\n    end\n");
    }
    co_return true;
}

// rescue, catch and else of a definition hold clauses.
static Task<bool> check_blocks_of(Expander& x, Term kind, Term meta, Term body) {
    for (const Term name : {atoms::rescue_, atoms::catch_, atoms::else_}) {
        const Term list = ast::is_keyword(body) ? ast::get(body, name) : kNoTerm;
        if (list == kNoTerm) continue;
        bool good = list.is_cons();
        for (Term arrow : ast::List(list)) good = good && ast::is_call_of(arrow, atoms::op_arrow, 2);
        if (!good) co_return co_await x.fail(meta, "expected -> clauses for " + x.show_atom(name) + " in \"" + std::string(x.s.text(kind)) + "\"");
    }
    co_return true;
}

// What every module has without defining it.
static bool automatic(NameArity id) {
    return (id.name == atoms::info && id.arity == 1) || (id.name == atoms::module_info && id.arity <= 1);
}

Task<Term> store_definition(Expander& x, Term kind, Term call, Term body, bool grouped) {
    ModuleBuilder& builder = *x.builder;
    take_file(x);
    Head head;
    Term bare = call;
    if (ast::is_call_of(call, atoms::when_, 2)) bare = ast::args(call).head();
    if (ast::is_call(bare, atoms::q_aliases) && ast::args(bare).is_cons() && ast::args(bare).head().is_atom()) {
        std::string text = co_await x.show(bare);
        co_return co_await x.fail(ast::meta(bare), "function names should start with lowercase characters or underscore, invalid name " + text);
    }
    if (!split_head(x.s.arena, call, head)) {
        std::string text = co_await x.show(call);
        const Term at = ast::is_node(call) ? ast::meta(call) : Term::nil();
        co_return co_await x.fail(at, "invalid syntax in " + std::string(x.s.text(kind)) + " " + text);
    }
    const Place at = x.place(head.meta);
    if (at.line) x.env.line = at.line;
    const NameArity id{head.name, static_cast<std::uint32_t>(head.args.size())};
    Terms defaults;
    Terms plain;
    std::uint32_t default_count = 0;
    for (Term arg : head.args) {
        const bool with_default = ast::is_call_of(arg, atoms::op_default, 2);
        defaults.push_back(with_default ? ast::nth(ast::args(arg), 1) : kNoTerm);
        plain.push_back(with_default ? ast::args(arg).head() : arg);
        default_count += with_default ? 1 : 0;
    }
    const bool has_body = body != atoms::nil_;
    if (!has_body) co_await check_bodiless(x, kind, head, plain);
    if (has_body) co_await check_blocks_of(x, kind, head.meta, body);
    if (automatic(id)) {
        co_return co_await x.fail(head.meta, "cannot define " + std::string(x.s.text(kind)) + " " + x.show_name(id.name, id.arity) + " as it is automatically defined by Elixir");
    }
    if (has_body && !ast::is_keyword(body)) co_return co_await x.fail(head.meta, "missing :do option in \"" + std::string(x.s.text(kind)) + "\"");

    if (Definition* before = builder.find(id.name, id.arity)) {
        if (before->kind != kind) {
            co_return co_await x.fail(head.meta, std::string(x.s.text(kind)) + " " + x.show_name(id.name, id.arity) + " already defined as " + std::string(x.s.text(before->kind)) +
                                                     " in " + x.m.files[before->place.file] + ":" + std::to_string(before->place.line));
        }
        if (default_count > 0 && before->defaults > 0) {
            co_return co_await x.fail(head.meta, std::string(x.s.text(kind)) + " " + x.show_name(id.name, id.arity) + " defines defaults multiple times. Elixir allows defaults to be declared once per definition. Instead of:\n\n    def foo(:first_clause, b \\\\ :default) do ... end\n    def foo(:second_clause, b \\\\ :default) do ... end\n\none should write:\n\n    def foo(a, b \\\\ :default)\n    def foo(:first_clause, b) do ... end\n    def foo(:second_clause, b) do ... end\n");
        }
        if (default_count > 0 || before->inline_defaults) {
            x.warn(head.meta, diag::Kind::CompileWarning, std::string(x.s.text(kind)) + " " + x.show_name(id.name, id.arity) + " has multiple clauses and also declares default values. In such cases, the default values should be defined in a header. Instead of:\n\n    def foo(:first_clause, b \\\\ :default) do ... end\n    def foo(:second_clause, b) do ... end\n\none should write:\n\n    def foo(a, b \\\\ :default)\n    def foo(:first_clause, b) do ... end\n    def foo(:second_clause, b) do ... end\n", x.s.text(id.name));
            before->inline_defaults = false;
        }
        if (!has_body && before->has_body && ast::get(head.meta, atoms::context) == kNoTerm && !before->generated) {
            x.warn(head.meta, diag::Kind::CompileWarning, "function head for " + std::string(x.s.text(kind)) + " " + x.show_name(id.name, id.arity) + " must come at the top of its direct implementation. Instead of:\n\n    def add(a, b), do: a + b\n    def add(a, b)\n\none should write:\n\n    def add(a, b)\n    def add(a, b), do: a + b\n", x.s.text(id.name));
        }
        if (grouped) warn_scattered(x, *before, head.meta);
    }
    for (const Definition& other : builder.definitions()) {
        if (other.id.name != id.name || other.from_default || other.defaults == 0) continue;
        const std::uint32_t least = other.id.arity - other.defaults;
        if (id.arity < other.id.arity && id.arity >= least) {
            co_return co_await x.fail(head.meta, std::string(x.s.text(kind)) + " " + x.show_name(id.name, id.arity) + " conflicts with defaults from " + x.show_name(other.id.name, other.id.arity));
        }
        if (other.id.arity < id.arity && default_count > 0 && other.id.arity >= id.arity - default_count) {
            co_return co_await x.fail(head.meta, std::string(x.s.text(kind)) + " " + x.show_name(id.name, id.arity) + " defaults conflicts with " + x.show_name(other.id.name, other.id.arity));
        }
    }
    x.env.function = x.s.arena.tuple({id.name, Term::small(id.arity)});
    Term args = x.s.arena.list(plain);
    const std::uint32_t vars_before = builder.find(id.name, id.arity) ? builder.find(id.name, id.arity)->function.var_count : 0;
    x.vars = FunctionVars{.first = vars_before};
    Clause clause;
    if (has_body) {
        Term expression = body_expression(x, body, head.meta);
        clause = co_await expand_clause(x, kind, head, args, expression);
        if (!clause.generated) x.warn_unused(0);
    }
    {
        Definition& d = find_or_add(x, kind, id, at);
        d.defaults = std::max(d.defaults, default_count);
        if (default_count > 0 && has_body) d.inline_defaults = true;
        const Term context = ast::get(head.meta, atoms::context);
        d.generated = d.generated || context != kNoTerm;
        if (context != kNoTerm) d.context = context;
        if (has_body) {
            d.has_body = true;
            d.function.clauses.push_back(std::move(clause));
            d.function.var_count = x.vars.count();
        }
        take_uses(x, d);
        const Term guards = head.guard == kNoTerm ? Term::nil() : x.s.arena.list({head.guard});
        const Term shown_body = has_body ? body_expression(x, body, head.meta) : atoms::nil_;
        d.clauses.push_back(builder.arena->copy(x.s.arena.tuple({head.meta, args, guards, shown_body})));
        builder.last_defined = id;
    }
    for (std::size_t left_out = 1; left_out <= default_count; ++left_out) {
        const NameArity shorter{id.name, static_cast<std::uint32_t>(id.arity - left_out)};
        const Definition* there = builder.find(shorter.name, shorter.arity);
        x.vars = FunctionVars{.first = there ? there->function.var_count : 0};
        Clause short_clause = co_await default_clause(x, kind, head, plain, defaults, left_out);
        Definition& d = find_or_add(x, kind, shorter, at);
        d.from_default = d.from_default || !d.has_body;
        d.has_body = true;
        d.function.clauses.push_back(std::move(short_clause));
        d.function.var_count = x.vars.count();
        const NameArity whole = function_of(x.s.vm, *builder.find(id.name, id.arity));
        x.calls.push_back({whole.name, whole.arity, at});
        take_uses(x, d);
    }
    x.env.function = atoms::nil_;
    const Term given = has_body ? body : atoms::nil_;
    co_await definition_attributes(x, kind, id, head.meta, head.args, head.guard, given);
    co_return x.s.arena.tuple({id.name, Term::small(id.arity)});
}

}  // namespace vial::expand

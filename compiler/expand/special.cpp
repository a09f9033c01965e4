// compiler/expand/special.cpp: special forms by name.
// Here: which names are special forms, the way to each one's file, match, super, aliases.
// Not here: clauses (clauses.cpp), quote (quote.cpp), maps (maps.cpp), bitstrings (bitstring.cpp).
// Threads: as the session.
// Holds: a special form cannot be imported, defined or shadowed.
#include "compiler/expand/expander.h"
#include "compiler/expand/module_builder.h"

namespace vial::expand {

namespace {

using AtomRow = atoms::Row;
constexpr std::uint32_t row(AtomRow r) { return static_cast<std::uint32_t>(r); }

struct Form {
    AtomRow name;
    std::int8_t low, high;  // arities; high -1: any
};
constexpr Form kSpecialForms[] = {
    {AtomRow::q_block, 0, -1},   {AtomRow::q_aliases, 0, -1},  {AtomRow::op_match, 2, 2},     {AtomRow::op_tuple, 0, -1},
    {AtomRow::op_map, 0, -1},    {AtomRow::op_struct, 2, 2},   {AtomRow::op_binary, 0, -1},   {AtomRow::op_arrow, 2, 2},
    {AtomRow::op_pin, 1, 1},     {AtomRow::op_capture, 1, 1},  {AtomRow::fn_, 0, -1},         {AtomRow::case_, 2, 2},
    {AtomRow::cond_, 1, 1},      {AtomRow::receive_, 1, 1},    {AtomRow::try_, 1, 1},         {AtomRow::for_, 1, -1},
    {AtomRow::with_, 1, -1},     {AtomRow::quote_, 1, 2},      {AtomRow::unquote_, 1, 1},     {AtomRow::unquote_splicing, 1, 1},
    {AtomRow::alias_, 1, 2},     {AtomRow::import_, 1, 2},     {AtomRow::require_, 1, 2},     {AtomRow::super_, 0, -1},
    {AtomRow::q_module, 0, 0},   {AtomRow::q_env, 0, 0},       {AtomRow::q_caller, 0, 0},     {AtomRow::q_dir, 0, 0},
    {AtomRow::q_stacktrace, 0, 0}, {AtomRow::literal_node, 1, 1},
};

}  // namespace

bool is_special_form(Term name, std::uint32_t arity) {
    if (!name.is_atom()) return false;
    const auto index = name.atom_index();
    for (const Form& f : kSpecialForms) {
        if (row(f.name) == index) return arity >= static_cast<std::uint32_t>(f.low) && (f.high < 0 || arity <= static_cast<std::uint32_t>(f.high));
    }
    return false;
}

namespace {
// Forms that a guard may hold.
bool fits_guard(Term name) {
    return name == atoms::q_block || name == atoms::q_aliases || name == atoms::op_tuple || name == atoms::op_map ||
           name == atoms::op_binary || name == atoms::literal_node || name == atoms::q_module || name == atoms::op_struct ||
           name == atoms::q_env || name == atoms::q_dir || name == atoms::op_pin;
}
}  // namespace

Task<Expr*> Expander::special(Term q) {
    const Term name = ast::name(q);
    const Term meta = ast::meta(q);
    const Term args = ast::args(q);
    if (env.context == Context::Guard && !fits_guard(name)) {
        co_return co_await fail(meta, "invalid expression in guards, " + std::string(s.text(name)) +
                                          " is not allowed in guards. To learn more about guards, visit: "
                                          "https://hexdocs.pm/elixir/patterns-and-guards.html");
    }
    switch (static_cast<AtomRow>(name.atom_index())) {
        case AtomRow::q_block: co_return co_await expand_block(args, meta);
        case AtomRow::q_aliases: {
            const Term atom = expand_aliases_node(q);
            if (atom != kNoTerm) co_return literal_raw(atom, place(meta));
            Term got = co_await partial_expand(q);
            if (got.is_atom()) co_return literal_raw(got, place(meta));
            std::string text = co_await show(q);
            co_return co_await fail(meta, "invalid alias: \"" + text + "\". If you wanted to define an alias, an alias must expand to an atom at compile time but it did not, you may use Module.concat/2 to build it at runtime. If instead you wanted to invoke a function or access a field, wrap the function or field name in double quotes");
        }
        case AtomRow::op_match: {
            Expr* right = co_await expand(ast::nth(args, 1));
            struct_tags.clear();
            Pattern* left = co_await expand_pattern(args.head());
            co_return struct_tags.empty() ? match_expr(left, right, place(meta)) : match_tagged(left, right, place(meta));
        }
        case AtomRow::op_tuple: {
            Terms elements = ast::to_vector(args);
            co_return co_await expand_tuple(std::move(elements), meta);
        }
        case AtomRow::op_map: co_return co_await expand_map(q);
        case AtomRow::op_struct: co_return co_await expand_struct_expr(q);
        case AtomRow::op_binary: co_return co_await expand_binary(q);
        case AtomRow::op_arrow: co_return co_await fail(meta, "unhandled operator ->");
        case AtomRow::op_pin: {
            if (in_pattern_key) co_return (co_await pattern_pin(q))->expr;
            std::string text = co_await show(args.head());
            co_return co_await fail(meta, "cannot use ^" + text + " outside of match clauses");
        }
        case AtomRow::op_capture: co_return co_await expand_capture(q);
        case AtomRow::fn_: co_return co_await expand_fn(q);
        case AtomRow::case_: co_return co_await expand_case(q);
        case AtomRow::cond_: co_return co_await expand_cond(q);
        case AtomRow::receive_: co_return co_await expand_receive(q);
        case AtomRow::try_: co_return co_await expand_try(q);
        case AtomRow::for_: co_return co_await expand_for(q);
        case AtomRow::with_: co_return co_await expand_with(q);
        case AtomRow::quote_: co_return co_await expand_quote(q);
        case AtomRow::unquote_:
        case AtomRow::unquote_splicing: co_return co_await fail(meta, std::string(s.text(name)) + " called outside quote");
        case AtomRow::alias_:
        case AtomRow::import_:
        case AtomRow::require_: co_return co_await expand_lexical(q);
        case AtomRow::super_: {
            if (!env.in_module() || !builder) co_return co_await fail(meta, "cannot invoke super outside module");
            const auto arity = *ast::length(args);
            if (!env.in_function()) co_return co_await fail(meta, "cannot invoke super/" + std::to_string(arity) + " outside function");
            if (Term(ast::second(env.function)) != Term::small(arity + (caller_allowed ? 0 : 0))) {
                co_return co_await fail(meta, "super must be called with the same number of arguments as the current definition");
            }
            Term target = co_await builder->super_of(*this, meta);
            Exprs values;
            if (caller_allowed) values.push_back(var(scope.find({atoms::q_caller, atoms::nil_})->id, place(meta)));
            Exprs given = co_await expand_args(args);
            values.insert(values.end(), given.begin(), given.end());
            Expr* e = m.expr(ExprKind::LocalCall, place(meta));
            e->literal = target;
            e->arity = static_cast<std::uint32_t>(values.size());
            e->args = std::move(values);
            co_return e;
        }
        case AtomRow::literal_node: co_return literal(args.head(), place(meta));
        default: {
            const Term variable = b.node(name, meta, atoms::nil_);
            co_return co_await expand_variable(variable);
        }
    }
}

}  // namespace vial::expand

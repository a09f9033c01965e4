// compiler/expand/rewrites.cpp: look-ups in rewrites.def.
// Here: see rewrites.h.
// Not here: the table.
// Threads: pure functions over constant tables.
// Holds: -
#include "compiler/expand/rewrites.h"

#include <algorithm>

namespace vial::expand {

namespace {

struct Row {
    std::string_view module, name;
    std::uint32_t arity;
    std::string_view to_module, to_name, order;
};
constexpr Row kRows[] = {
#define REWRITE(module, name, arity, to_module, to_name) Row{module, name, arity, to_module, to_name, ""},
#define REORDER(module, name, arity, to_module, to_name, order) Row{module, name, arity, to_module, to_name, order},
#include "compiler/expand/rewrites.def"
};
struct GuardRow {
    std::string_view name;
    std::uint32_t arity;
};
constexpr GuardRow kGuards[] = {
#define GUARD(name, arity) GuardRow{name, arity},
#include "compiler/expand/rewrites.def"
};

const Row* find(std::string_view module, std::string_view name, std::uint32_t arity, bool reorder) {
    for (const Row& row : kRows) {
        if (row.arity == arity && row.name == name && row.module == module && row.order.empty() != reorder) return &row;
    }
    return nullptr;
}

// An index from 0 as one from 1.
Expr* plus_one(Expander& x, Expr* index, Place at) {
    if (index->kind == ExprKind::Literal && index->literal.is_small() && index->literal.small_value() < kSmallMax) {
        return x.literal_raw(Term::small(index->literal.small_value() + 1), at);
    }
    Exprs sum{index, x.literal_raw(Term::small(1), at)};
    return x.erlang("+", std::move(sum), at);
}

// Arguments of which more than one is computed, as variables; what binds them in their order.
Exprs bind_computed(Expander& x, Exprs& args, Place at) {
    const auto computed = [](const Expr* e) { return e->kind != ExprKind::Literal && e->kind != ExprKind::Var; };
    Exprs bound;
    if (std::count_if(args.begin(), args.end(), computed) < 2) return bound;
    for (Expr*& e : args) {
        if (!computed(e)) continue;
        const VarId id = x.fresh(at);
        bound.push_back(x.match_expr(x.pattern_of_var(id, at), e, at));
        e = x.var(id, at);
    }
    return bound;
}

}  // namespace

std::optional<Rewrite> find_rewrite(std::string_view module, std::string_view name, std::uint32_t arity) {
    if (!module.starts_with("Elixir.")) return std::nullopt;
    const Row* row = find(module, name, arity, false);
    if (!row) return std::nullopt;
    return Rewrite{row->to_module, row->to_name};
}

Expr* rewrite_reordered(Expander& x, Term receiver, Term name, Exprs& args, Place at) {
    const std::string_view module = x.s.text(receiver);
    if (!module.starts_with("Elixir.")) return nullptr;
    const Row* row = find(module, x.s.text(name), static_cast<std::uint32_t>(args.size()), true);
    if (!row) return nullptr;
    std::string_view order = row->order;
    Exprs before;
    if (order.front() == '=') {
        order.remove_prefix(1);
        if (x.env.context == Context::Normal) before = bind_computed(x, args, at);
    }
    Exprs moved;
    for (const char c : order) {
        if (c == '+') {
            moved.back() = plus_one(x, moved.back(), at);
        } else {
            moved.push_back(args[static_cast<std::size_t>(c - '0')]);
        }
    }
    before.push_back(x.call_remote(x.s.atom(row->to_module), x.s.atom(row->to_name), std::move(moved), at));
    return x.sequence(std::move(before), at);
}

bool allowed_in_guards(std::string_view name, std::uint32_t arity) {
    for (const GuardRow& row : kGuards) {
        if (row.arity == arity && row.name == name) return true;
    }
    return false;
}

}  // namespace vial::expand

// compiler/expand/module_types.cpp: see module_types.h.
// Here: -
// Not here: -
// Threads: as the session.
// Holds: no recursion over forms: a type may be nested without bound.
#include "compiler/expand/module_types.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "compiler/expand/module_builder.h"
#include "compiler/expand/state.h"

namespace vial::expand {
namespace {

struct Entry {
    std::string_view kind;
    Term quoted;
    std::uint32_t line;
    NameArity id;      // of what is defined or specified
    Term body;         // kNoTerm: nothing behind the ::
    bool named = false;
};

bool is_type(std::string_view kind) { return kind == "type" || kind == "typep" || kind == "opaque"; }

Entry read_entry(Expander& x, Term typespec) {
    Entry e{x.s.text(tuple_element(typespec, 0)), tuple_element(typespec, 1), 0, {}, kNoTerm};
    e.line = static_cast<std::uint32_t>(tuple_element(typespec, 2).try_small().value_or(0));
    Term head = e.quoted;
    if (!is_type(e.kind) && ast::is_call_of(head, atoms::when_, 2)) head = ast::args(head).head();
    if (ast::is_call_of(head, atoms::op_type, 2)) {
        e.body = ast::nth(ast::args(head), 1);
        head = ast::args(head).head();
    }
    e.named = ast::is_node(head) && ast::name(head).is_atom();
    if (e.named) e.id = {ast::name(head), ast::args(head).is_list() ? ast::length(ast::args(head)).value_or(0) : 0};
    return e;
}

// The names that stand in a form as types: f, f(a, b).
void add_uses(Term quoted, std::set<std::pair<std::uint32_t, std::uint32_t>>& out) {
    std::vector<Term> pending{quoted};
    while (!pending.empty()) {
        const Term t = pending.back();
        pending.pop_back();
        if (t.is_list()) {
            for (Term part : ast::List(t)) pending.push_back(part);
        } else if (ast::is_node(t)) {
            if (ast::name(t).is_atom()) out.insert({ast::name(t).atom_index(), ast::args(t).is_list() ? ast::length(ast::args(t)).value_or(0) : 0});
            if (!ast::name(t).is_atom()) pending.push_back(ast::name(t));
            if (ast::args(t).is_list()) pending.push_back(ast::args(t));
        } else if (ast::is_pair(t)) {
            pending.push_back(ast::first(t));
            pending.push_back(ast::second(t));
        }
    }
}

void warn_types(Expander& x, const std::vector<Entry>& entries) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> used;
    for (const Entry& e : entries) {
        if (!is_type(e.kind) || e.body != kNoTerm) add_uses(is_type(e.kind) ? e.body : e.quoted, used);
    }
    const Term outer = std::exchange(x.env.function, atoms::nil_);
    for (const Entry& e : entries) {
        if (e.kind != "typep" || !e.named || used.contains({e.id.name.atom_index(), e.id.arity})) continue;
        x.warn_at(Place{e.line, 0, x.file_index_}, diag::Kind::UnusedFunction, "type " + x.show_name(e.id.name, e.id.arity) + " is unused", x.s.text(e.id.name));
    }
    x.env.function = outer;
}

}  // namespace

std::optional<NameArity> typespec_id(Term quoted) {
    if (ast::is_call_of(quoted, atoms::when_, 2)) quoted = ast::args(quoted).head();
    if (ast::is_call_of(quoted, atoms::op_type, 2)) quoted = ast::args(quoted).head();
    if (!ast::is_node(quoted) || !ast::name(quoted).is_atom()) return std::nullopt;
    return NameArity{ast::name(quoted), ast::args(quoted).is_list() ? ast::length(ast::args(quoted)).value_or(0) : 0};
}

Task<bool> check_types(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    const auto fail = [&](std::uint32_t line, const std::string& text) { return x.s.compile_error(x.s.arena.binary(builder.file), line, text); };
    std::vector<Entry> entries;
    for (Term typespec : builder.typespecs) entries.push_back(read_entry(x, typespec));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& e = entries[i];
        if (!e.named) continue;
        const std::string name = x.show_name(e.id.name, e.id.arity);
        if (e.kind == "spec" && e.body == kNoTerm) {
            std::string text = co_await x.show(e.quoted);
            co_return co_await fail(e.line, "type specification missing return type: " + text);
        }
        if (e.kind == "spec" && !builder.find(e.id.name, e.id.arity)) co_return co_await fail(e.line, "spec for undefined function " + name);
        for (std::size_t k = 0; is_type(e.kind) && k < i; ++k) {
            if (!is_type(entries[k].kind) || !entries[k].named || !(entries[k].id == e.id)) continue;
            co_return co_await fail(e.line, "type " + name + " is already defined in " + builder.file + ":" + std::to_string(entries[k].line));
        }
    }
    const Attribute* optional = builder.find_attribute(x.s.atom("optional_callbacks"));
    for (Term list : ast::List(optional && optional->set ? optional->value : Term::nil())) {
        for (Term fa : ast::List(list.is_list() ? list : Term::nil())) {
            if (!ast::is_pair(fa) || !ast::first(fa).is_atom() || !ast::second(fa).is_small()) continue;
            const NameArity id{ast::first(fa), static_cast<std::uint32_t>(ast::second(fa).small_value())};
            const bool known = std::any_of(entries.begin(), entries.end(), [&](const Entry& e) {
                return (e.kind == "callback" || e.kind == "macrocallback") && e.named && e.id == id;
            });
            if (!known) co_return co_await fail(builder.line, "unknown callback " + x.show_name(id.name, id.arity) + " given as optional callback");
        }
    }
    warn_types(x, entries);
    co_return true;
}

}  // namespace vial::expand

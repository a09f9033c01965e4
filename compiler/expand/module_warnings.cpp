// compiler/expand/module_warnings.cpp: see module_warnings.h.
// Here: -
// Not here: -
// Threads: as the session.
// Holds: -
#include "compiler/expand/module_warnings.h"

#include <algorithm>
#include <set>

#include "compiler/expand/state.h"
#include "vm/code/code_server.h"

namespace vial::expand {

namespace {

std::string with_kind(Expander& x, bool macro, NameArity id) { return (macro ? "macro " : "function ") + x.show_name(id.name, id.arity); }

// A warning about the module's text, not about one of its functions.
void warn_outside(Expander& x, Place at, diag::Kind kind, std::string message, std::string_view needle) {
    x.env.function = atoms::nil_;
    x.warn_at(at, kind, std::move(message), needle);
}

// --- private functions ------------------------------------------------------------------------------

std::set<NameArity> reached_functions(ModuleBuilder& builder) {
    std::vector<NameArity> pending;
    std::set<NameArity> reached;
    for (const Definition& d : builder.definitions()) {
        if (!d.is_private()) pending.push_back(d.id);
    }
    while (!pending.empty()) {
        const NameArity id = pending.back();
        pending.pop_back();
        const Definition* d = reached.insert(id).second ? builder.find(id.name, id.arity) : nullptr;
        if (!d) continue;
        for (const LocalUse& use : d->calls) {
            if (const Definition* callee = builder.find_function(use.name, use.arity)) pending.push_back(callee->id);
        }
    }
    return reached;
}

// Private macros are used by being expanded, which leaves no call.
void warn_unused_private(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    const std::set<NameArity> reached = reached_functions(builder);
    for (const Definition& d : builder.definitions()) {
        if (!d.is_private() || d.generated || d.from_default) continue;
        const auto used = [&](std::uint32_t arity) {
            const Definition* other = builder.find(d.id.name, arity);
            return reached.contains({d.id.name, arity}) || (other && other->expanded);
        };
        std::uint32_t least = d.id.arity + 1;
        for (std::uint32_t n = d.id.arity + 1; n-- > d.id.arity - d.defaults;) {
            if (used(n)) least = n;
        }
        const std::string id = x.show_name(d.id.name, d.id.arity);
        const std::uint32_t lowest = d.id.arity - d.defaults;
        if (least > d.id.arity) {
            warn_outside(x, d.place, diag::Kind::UnusedFunction, with_kind(x, d.is_macro(), d.id) + " is unused", x.s.text(d.id.name));
        } else if (d.defaults > 0 && least == d.id.arity) {
            warn_outside(x, d.place, diag::Kind::UnusedDefaults, "default values for the optional arguments in " + id + " are never used", x.s.text(d.id.name));
        } else if (least > lowest) {
            const std::uint32_t count = least;  // the reference counts the arguments of the shortest call
            warn_outside(x, d.place, diag::Kind::UnusedDefaults,
                         count == 1 ? "the default value for the first optional argument in " + id + " is never used"
                                    : "the default values for the first " + std::to_string(count) + " optional arguments in " + id + " are never used",
                         x.s.text(d.id.name));
        }
    }
}

// --- attributes -------------------------------------------------------------------------------------

void warn_unused_attributes(Expander& x) {
    std::vector<std::pair<std::uint32_t, const Attribute*>> all;
    for (auto& [index, a] : x.builder->attributes()) all.emplace_back(index, &a);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second->line < b.second->line; });
    for (const auto& [index, a] : all) {
        const std::string name(x.s.text(Term::atom(index)));
        const Place at{a->line, 0, x.file_index_};
        const bool of_definition = name == "doc" || name == "typedoc" || name == "impl" || name == "since" || name == "deprecated";
        if (of_definition && a->set && a->line != 0) {
            warn_outside(x, at, diag::Kind::UnusedDoc, "module attribute @" + name + " was set but no " + (name == "typedoc" ? "type" : "definition") + " follows it", "@" + name);
            continue;
        }
        if (name == "derive" && a->set && a->line != 0 && !x.builder->find_attribute(x.s.atom("__struct__"))) {
            warn_outside(x, at, diag::Kind::UnusedAttribute, "module attribute @derive was set but never used (it must come before defstruct)", "@derive");
            continue;
        }
        if (!a->set || a->used || a->internal || a->persist || a->accumulate) continue;
        warn_outside(x, at, diag::Kind::UnusedAttribute, "module attribute @" + name + " was set but never used", "@" + name);
    }
}

// --- behaviours -------------------------------------------------------------------------------------

struct Callback {
    Term behaviour;
    NameArity id;
    bool macro;
    bool optional;
};

Callback callback_of(Expander& x, Term behaviour, Term fa) {
    const std::string_view text = x.s.text(ast::first(fa));
    const auto arity = static_cast<std::uint32_t>(ast::second(fa).small_value());
    if (text.starts_with("MACRO-") && arity > 0) return {behaviour, {x.s.atom(text.substr(6)), arity - 1}, true, false};
    return {behaviour, {ast::first(fa), arity}, false, false};
}

std::string known_callbacks(Expander& x, const std::vector<Callback>& callbacks) {
    if (callbacks.empty()) {
        return ". There are no known callbacks, please specify the proper @behaviour and make sure it defines callbacks";
    }
    std::vector<std::string> lines;
    for (const Callback& c : callbacks) {
        lines.push_back("  * " + x.show_atom(c.behaviour) + "." + x.show_name(c.id.name, c.id.arity) + (c.macro ? " (macro)" : " (function)") + "\n");
    }
    std::sort(lines.begin(), lines.end());
    std::string out = ". The known callbacks are:\n\n";
    for (const std::string& line : lines) out += line;
    return out;
}

// Callbacks that `impl` is for: its arities with fewer defaults count too.
std::vector<const Callback*> callbacks_of(const ImplEntry& impl, const std::vector<Callback>& callbacks) {
    std::vector<const Callback*> out;
    for (const Callback& c : callbacks) {
        if (c.id.name == impl.id.name && c.id.arity <= impl.id.arity && c.id.arity + impl.defaults >= impl.id.arity) out.push_back(&c);
    }
    return out;
}

// What is wrong with one @impl; empty: nothing, and `taken` gets its callbacks.
Task<std::string> wrong_impl(Expander& x, const ImplEntry& impl, const Terms& behaviours, const std::vector<Callback>& callbacks, std::set<const Callback*>& taken) {
    const bool macro = impl.kind == atoms::defmacro_ || impl.kind == atoms::defmacrop_;
    const std::string what = with_kind(x, macro, impl.id);
    if (impl.kind == atoms::defp_ || impl.kind == atoms::defmacrop_) {
        co_return what + " is private, @impl attribute is always discarded for private functions/macros";
    }
    const std::string value = co_await x.show(impl.value);
    const std::string got = "got \"@impl " + value + "\" for " + what;
    if (behaviours.empty()) co_return got + " but no behaviour was declared";
    std::vector<const Callback*> its = callbacks_of(impl, callbacks);
    if (impl.value == atoms::false_) {
        if (its.empty()) co_return "";
        co_return got + " but it is a callback specified in " + x.show_atom(its[0]->behaviour);
    }
    if (impl.value != atoms::true_) {
        std::erase_if(its, [&](const Callback* c) { return c->behaviour != impl.value; });
        if (its.empty() && std::find(behaviours.begin(), behaviours.end(), impl.value) == behaviours.end()) {
            co_return got + " but this behaviour was not declared with @behaviour";
        }
        if (its.empty()) co_return got + " but this behaviour does not specify such callback" + known_callbacks(x, callbacks);
    }
    if (its.empty()) co_return got + " but no behaviour specifies such callback" + known_callbacks(x, callbacks);
    taken.insert(its.begin(), its.end());
    co_return "";
}

Task<bool> warn_impls(Expander& x, const Terms& behaviours, const std::vector<Callback>& callbacks) {
    ModuleBuilder& builder = *x.builder;
    std::set<const Callback*> taken;
    for (const ImplEntry& impl : builder.impls) {
        std::string wrong = co_await wrong_impl(x, impl, behaviours, callbacks, taken);
        if (!wrong.empty()) warn_outside(x, impl.place, diag::Kind::WrongImpl, std::move(wrong), x.s.text(impl.id.name));
    }
    // Where one definition says @impl, all callbacks written beside it must.
    for (const Definition& d : builder.definitions()) {
        const bool beside = std::any_of(builder.impls.begin(), builder.impls.end(), [&](const ImplEntry& i) { return i.context == d.context; });
        if (!beside || d.is_private() || d.from_default) continue;
        for (const Callback& c : callbacks) {
            if (!(c.id == d.id) || c.macro != d.is_macro() || taken.contains(&c)) continue;
            warn_outside(x, d.place, diag::Kind::WrongImpl,
                         "module attribute @impl was not set for " + with_kind(x, c.macro, d.id) + " callback (specified in " + x.show_atom(c.behaviour) +
                             "). This either means you forgot to add the \"@impl true\" annotation before the definition or that you are accidentally overriding this callback",
                         x.s.text(d.id.name));
        }
    }
    co_return true;
}

}  // namespace

// The callbacks of one behaviour; false: it is none.
static Task<bool> read_behaviour(Expander& x, Term behaviour, std::vector<Callback>& out) {
    ModuleBuilder& builder = *x.builder;
    const Place at{builder.line, 0, x.file_index_};
    const Term info = x.s.atom("behaviour_info");
    const std::string name = x.show_atom(behaviour);
    const std::string here = " (in module " + x.show_atom(builder.name) + ")";
    const bool there = co_await x.ensure_module(behaviour);
    if (!there) {
        warn_outside(x, at, diag::Kind::Behaviour, "@behaviour " + name + " does not exist" + here, "");
        co_return false;
    }
    const FunctionCell* cell = x.s.vm.code().find_cell(behaviour, info, 1);
    if (!cell || !is_defined(cell)) {
        warn_outside(x, at, diag::Kind::Behaviour, "module " + name + " is not a behaviour" + here, "");
        co_return false;
    }
    const Term ask_callbacks = x.s.arena.list({x.s.atom("callbacks")});
    Term wanted = co_await x.s.call_function(behaviour, info, ask_callbacks);
    const Term ask_optional = x.s.arena.list({x.s.atom("optional_callbacks")});
    Term optional = co_await x.s.call_function(behaviour, info, ask_optional);
    for (Term fa : ast::List(wanted)) {
        Callback c = callback_of(x, behaviour, fa);
        for (Term other : ast::List(optional)) {
            c.optional = c.optional || (ast::first(other) == ast::first(fa) && ast::second(other) == ast::second(fa));
        }
        bool taken = false;
        for (const Callback& before : out) {
            if (!(before.id == c.id) || taken) continue;
            taken = true;
            if (before.behaviour == behaviour) {
                warn_outside(x, at, diag::Kind::Behaviour,
                             "the behavior " + name + " has been declared twice (conflict in " + with_kind(x, c.macro, c.id) + " in module " + x.show_atom(builder.name) + ")", "");
                continue;
            }
            warn_outside(x, at, diag::Kind::Behaviour,
                         "conflicting behaviours found. " + with_kind(x, c.macro, c.id) + " is required by " + x.show_atom(before.behaviour) + " and " + name + here, "");
        }
        if (!taken) out.push_back(c);
    }
    co_return true;
}

static Task<bool> warn_behaviours(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    const Attribute* a = builder.find_attribute(x.s.atom("behaviour"));
    Terms behaviours = a && a->set ? ast::to_vector(a->value) : Terms{};
    std::reverse(behaviours.begin(), behaviours.end());
    std::vector<Callback> callbacks;
    for (Term behaviour : behaviours) co_await read_behaviour(x, behaviour, callbacks);
    for (const Callback& c : callbacks) {
        if (c.optional) continue;
        const Definition* d = builder.find(c.id.name, c.id.arity);
        if (d && !d->is_private() && d->is_macro() == c.macro) continue;
        const Place at{builder.line, 0, x.file_index_};
        const FunctionCell* protocol = x.s.vm.code().find_cell(c.behaviour, x.s.atom("__protocol__"), 1);
        const std::string required = with_kind(x, c.macro, c.id) + " required by " + (protocol && is_defined(protocol) ? "protocol " : "behaviour ") + x.show_atom(c.behaviour);
        const std::string here = " (in module " + x.show_atom(builder.name) + ")";
        if (d && !d->is_private()) {
            warn_outside(x, at, diag::Kind::MissingCallback, required + " was implemented as \"" + std::string(x.s.text(d->kind)) + "\" but should have been \"" + (c.macro ? "defmacro" : "def") + "\"" + here, "");
        } else {
            warn_outside(x, at, diag::Kind::MissingCallback, required + " is not implemented" + here, "");
        }
    }
    co_await warn_impls(x, behaviours, callbacks);
    co_return true;
}

// --- clauses ----------------------------------------------------------------------------------------

namespace {

// Whether p matches everything; `bound` has the variables of this clause met so far.
bool matches_all(const Pattern* p, std::set<VarId>& bound) {
    switch (p->kind) {
        case PatternKind::Any: return true;
        case PatternKind::Var: return bound.insert(p->var).second;
        case PatternKind::Alias:
            return std::all_of(p->children.begin(), p->children.end(), [&](const Pattern* child) { return matches_all(child, bound); });
        default: return false;
    }
}

bool matches_whatever_comes(const Clause& c) {
    std::set<VarId> bound;
    const bool free = c.guards.empty() || std::any_of(c.guards.begin(), c.guards.end(), [](const Expr* g) {
                          return g->kind == ExprKind::Literal && g->literal == atoms::true_;
                      });
    return free && std::all_of(c.patterns.begin(), c.patterns.end(), [&](const Pattern* p) { return matches_all(p, bound); });
}

}  // namespace

void warn_unreachable(Expander& x, const Clauses& clauses, const std::string& of) {
    const Clause* all = nullptr;
    for (const Clause& c : clauses) {
        if (all && !c.generated && !all->generated) {
            x.warn_at(c.place, diag::Kind::UnreachableClause,
                      "this clause " + (of.empty() ? "" : "for " + of + " ") + "cannot match because a previous clause at line " +
                          std::to_string(all->place.line) + " always matches");
        }
        if (!all && matches_whatever_comes(c)) all = &c;
    }
}

Task<bool> warn_about_module(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    co_await warn_behaviours(x);
    warn_unused_private(x);
    warn_unused_attributes(x);
    for (const Definition& d : builder.definitions()) {
        if (d.generated) continue;
        x.env.function = atoms::nil_;
        warn_unreachable(x, d.function.clauses, x.show_name(d.id.name, d.id.arity));
    }
    co_return true;
}

}  // namespace vial::expand

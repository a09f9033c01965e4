// compiler/expand/module_builder.cpp: see module_builder.h.
// Here: the tables of a module being defined; local macros made callable.
// Not here: -
// Threads: as the header says.
// Holds: -
#include "compiler/expand/module_builder.h"

#include <algorithm>

#include "compiler/expand/state.h"
#include "compiler/expand/to_bytecode.h"
#include "vm/code/code_server.h"

namespace vial::expand {

NameArity function_of(Vm& vm, const Definition& d) {
    if (!d.is_macro()) return d.id;
    return {vm.atoms().intern(macro_function_name(vm.atoms().text(d.id.name))), d.id.arity + 1};
}

ModuleBuilder::ModuleBuilder(Vm& machine, CompilerState& s, Term module, Env e)
    : vm(machine), state(s), name(module), env(e), arena(std::make_shared<TermArena>()) {
    core.name = module;
    core.arena = std::make_shared<TermArena>();
}

ModuleBuilder::~ModuleBuilder() {
    for (const auto& [id, helper] : helpers_) vm.code().discard(helper.module);
}

Definition* ModuleBuilder::find(Term wanted, std::uint32_t arity) {
    const auto found = index_.find({wanted, arity});
    return found == index_.end() ? nullptr : &definitions_[found->second];
}

Definition* ModuleBuilder::find_function(Term wanted, std::uint32_t arity) {
    Definition* d = find(wanted, arity);
    if (d && !d->is_macro()) return d;
    const std::string_view text = vm.atoms().text(wanted);
    if (arity == 0 || !text.starts_with("MACRO-")) return nullptr;
    const auto plain = vm.atoms().find(text.substr(6));
    d = plain ? find(*plain, arity - 1) : nullptr;
    return d && d->is_macro() ? d : nullptr;
}

Definition& ModuleBuilder::add(Definition d) {
    index_[d.id] = definitions_.size();
    definitions_.push_back(std::move(d));
    return definitions_.back();
}

void ModuleBuilder::reindex() {
    index_.clear();
    for (std::size_t i = 0; i < definitions_.size(); ++i) index_[definitions_[i].id] = i;
}

bool ModuleBuilder::erase(Term wanted, std::uint32_t arity) {
    const auto found = index_.find({wanted, arity});
    if (found == index_.end()) return false;
    definitions_.erase(definitions_.begin() + static_cast<std::ptrdiff_t>(found->second));
    reindex();
    return true;
}

// --- overridables ---------------------------------------------------------------------------------

void ModuleBuilder::make_overridable(NameArity id) {
    Definition* d = find(id.name, id.arity);
    if (!d) return;
    Overridable o{*d};
    const auto before = overridables.find(id);
    if (before != overridables.end()) o.count = before->second.count + 1;
    overridables.insert_or_assign(id, std::move(o));
    erase(id.name, id.arity);
    if (last_defined == id) last_defined.reset();
}

void ModuleBuilder::restore_overridables() {
    for (auto& [id, o] : overridables) {
        if (!find(id.name, id.arity)) add(o.definition);
    }
}

// The overridden definition as a private function of another name.
Task<Term> ModuleBuilder::super_of(Expander& x, Term meta) {
    const NameArity id{ast::first(x.env.function), static_cast<std::uint32_t>(ast::second(x.env.function).small_value())};
    const auto found = overridables.find(id);
    if (found == overridables.end()) {
        std::string list;
        for (const auto& [other, o] : overridables) {
            list += (list.empty() ? "" : ", ") + std::string(vm.atoms().text(other.name)) + "/" + std::to_string(other.arity);
        }
        co_return co_await x.fail(meta, "no super defined for " + std::string(vm.atoms().text(id.name)) + "/" + std::to_string(id.arity) +
                                            " in module " + x.show_atom(name) + ". Overridable functions available are: " + list);
    }
    Overridable& o = found->second;
    if (o.super == kNoTerm) {
        Definition d = o.definition;
        const NameArity function = function_of(vm, d);
        o.super = vm.atoms().intern(std::string(vm.atoms().text(function.name)) + " (overridable " + std::to_string(o.count) + ")");
        d.kind = atoms::defp_;
        d.id = {o.super, function.arity};
        d.function.name = o.super;
        d.generated = true;
        add(std::move(d));
    }
    x.calls.push_back({o.super, function_of(vm, o.definition).arity, x.place(meta)});
    co_return o.super;
}

// --- attributes -----------------------------------------------------------------------------------

void ModuleBuilder::put_attribute(Term key, Term value, std::uint32_t at) {
    Attribute& a = attribute(key);
    const Term kept = arena->copy(value);
    if (a.accumulate) {
        a.value = arena->cons(kept, a.set ? a.value : Term::nil());
    } else {
        a.value = kept;
    }
    a.set = true;
    a.line = at;
}

Term ModuleBuilder::take_attribute(Term key) {
    const auto found = attributes_.find(key.atom_index());
    if (found == attributes_.end() || !found->second.set) return kNoTerm;
    const Term value = found->second.value;
    found->second.set = false;
    found->second.value = found->second.accumulate ? Term::nil() : atoms::nil_;
    return value;
}

// --- environments ---------------------------------------------------------------------------------

namespace {
bool same_env(const Env& a, const Env& b) {
    return a.module == b.module && a.function == b.function && a.file == b.file && a.aliases == b.aliases &&
           a.requires_ == b.requires_ && a.functions == b.functions && a.macros == b.macros &&
           a.macro_aliases == b.macro_aliases && a.context_modules == b.context_modules;
}
}  // namespace

std::uint32_t ModuleBuilder::cache_env(const Env& e, std::shared_ptr<TermArena> owner) {
    if (envs_.empty() || !same_env(envs_.back(), e)) envs_.push_back(e);
    keep(std::move(owner));
    return static_cast<std::uint32_t>(envs_.size() - 1);
}

void ModuleBuilder::keep(std::shared_ptr<TermArena> owner) {
    if (std::find(kept_.begin(), kept_.end(), owner) == kept_.end()) kept_.push_back(std::move(owner));
}

// --- local macros ---------------------------------------------------------------------------------

// What `root` reaches becomes a module of its own, all of it exported. Kept until one of the parts
// has got another clause.
Term ModuleBuilder::compile_helper(const NameArity& root) {
    std::vector<NameArity> reached{root};
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const Definition* d = find(reached[i].name, reached[i].arity);
        for (const LocalUse& use : d->calls) {
            const Definition* callee = find_function(use.name, use.arity);
            if (callee && std::find(reached.begin(), reached.end(), callee->id) == reached.end()) reached.push_back(callee->id);
        }
    }
    std::vector<std::pair<NameArity, std::size_t>> parts;
    for (const NameArity& id : reached) parts.emplace_back(id, find(id.name, id.arity)->function.clauses.size());
    const auto found = helpers_.find(root);
    if (found != helpers_.end() && found->second.parts == parts) return found->second.module;

    core::Module helper;
    helper.name = state.fresh_module(vm, std::string(vm.atoms().text(name)) + "-local-");
    helper.files = core.files;
    helper.arena = std::make_shared<TermArena>();
    for (const NameArity& id : reached) {
        helper.functions.push_back(find(id.name, id.arity)->function);
        helper.functions.back().exported = true;
    }
    auto loaded = vm.code().load(to_bytecode(helper, vm.atoms()));
    if (!loaded) VIAL_FATAL(loaded.error().message.c_str());
    helpers_[root] = {helper.name, std::move(parts)};
    return helper.name;
}

Task<Term> ModuleBuilder::compile_local_macro(Expander&, Term macro, std::uint32_t arity) {
    co_return compile_helper({macro, arity});
}

Task<Term> ModuleBuilder::compile_local_function(Expander&, Term function, std::uint32_t arity) {
    co_return compile_helper({function, arity});
}

}  // namespace vial::expand

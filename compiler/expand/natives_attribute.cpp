// compiler/expand/natives_attribute.cpp: :vial_compiler, attributes of modules being defined.
// Here: get, set, put, delete, has, register, list; typespecs.
// Not here: what @ expands to (definition_forms.cpp).
// Threads: the scheduler of the process.
// Holds: values are copied to the module's arena, so they outlive the process's heap.
#include "compiler/expand/drive.h"
#include "compiler/expand/module_builder.h"
#include "compiler/expand/natives.h"
#include "compiler/expand/state.h"
#include "vm/heap/copy.h"

namespace vial {

using namespace expand;

namespace {

std::uint32_t line_of(Term t) { return static_cast<std::uint32_t>(std::max<std::int64_t>(t.try_small().value_or(0), 0)); }

bool is_hook(std::string_view name) {
    return name == "before_compile" || name == "after_compile" || name == "on_definition" || name == "after_verify";
}
std::string_view hook_function(std::string_view name) {
    if (name == "before_compile") return "__before_compile__";
    if (name == "after_compile") return "__after_compile__";
    if (name == "after_verify") return "__after_verify__";
    return "__on_definition__";
}
bool is_doc(std::string_view name) { return name == "doc" || name == "moduledoc" || name == "typedoc"; }

Task<Term> warn_task(Session& s, Session::Warning w) {
    s.warn(std::move(w));
    co_return atoms::nil_;
}

// The line of documentation that `value` replaces before anything has taken it; 0: none.
std::uint32_t line_of_doc(Vm& vm, const ModuleBuilder& builder, Term name, Term value) {
    const Attribute* a = builder.find_attribute(name);
    if (!is_doc(vm.atoms().text(name)) || value.is_list() || !a || !a->set) return 0;
    Term doc = a->value;
    if (doc.is_cons()) doc = doc.head();
    const bool text = ast::is_pair(doc) && ast::first(doc).is_small() && is_bitstring(ast::second(doc));
    return text ? line_of(ast::first(doc)) : 0;
}

void put(Process& p, ModuleBuilder& builder, Term name, Term value, std::uint32_t line) {
    const std::string_view text = p.vm().atoms().text(name);
    TermArena& arena = *builder.arena;
    if (is_hook(text) && value.is_atom()) {
        value = arena.tuple({value, p.vm().atoms().intern(hook_function(text))});
    } else if (is_doc(text) && !(ast::is_pair(value) && ast::first(value).is_small())) {
        value = arena.tuple({Term::small(line), arena.copy(value)});
    }
    builder.put_attribute(name, value, line);
}

}  // namespace

// set_attribute(module, name, value, line): what `@name value` does.
NativeResult native_vial_compiler_set_attribute(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    const std::uint32_t before = line_of_doc(p.vm(), *builder, args[1], args[2]);
    put(p, *builder, args[1], args[2], line_of(args[3]));
    if (before == 0) return atoms::ok;
    Session::Warning w;
    w.kind = diag::Kind::UnusedDoc;
    w.needle = "@" + std::string(p.vm().atoms().text(args[1]));
    w.message = "redefining " + w.needle + " attribute previously set at line " + std::to_string(before);
    w.file = builder->file;
    w.line = line_of(args[3]);
    return start_session(p, [&](Session& s) { return warn_task(s, std::move(w)); });
}

NativeResult native_vial_compiler_put_attribute(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    put(p, *builder, args[1], args[2], line_of(args[3]));
    builder->attribute(args[1]).used = true;
    return atoms::ok;
}

// get_attribute(module, name, line): nil, with a warning at `line` (if any), when it was never set.
NativeResult native_vial_compiler_get_attribute(Process& p, Args args) {
    CompilerState& state = CompilerState::of(p.vm());
    const auto builder = state.find(args[0]);
    if (!builder) return closed(p, args[0]);
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    if (builder->find_attribute(args[1])) {
        Attribute& a = builder->attribute(args[1]);
        a.used = true;
        if (a.set || a.accumulate || a.internal) return copy_to_heap(p, a.value);
    }
    if (args[2].is_small()) {
        const std::string name(p.vm().atoms().text(args[1]));
        Session::Warning w;
        w.kind = diag::Kind::UndefinedAttribute;
        w.message = "undefined module attribute @" + name + ", please remove access to @" + name + " or explicitly set it before access";
        w.file = builder->file;
        w.line = line_of(args[2]);
                w.needle = "@" + name;
        return start_session(p, [&](Session& s) { return warn_task(s, std::move(w)); });
    }
    return atoms::nil_;
}

NativeResult native_vial_compiler_has_attribute(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    const Attribute* a = args[1].is_atom() ? builder->find_attribute(args[1]) : nullptr;
    return a && (a->set || a->accumulate || a->registered) ? atoms::true_ : atoms::false_;
}

NativeResult native_vial_compiler_delete_attribute(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    const Term old = builder->take_attribute(args[1]);
    return old == kNoTerm ? atoms::nil_ : copy_to_heap(p, old);
}

// register_attribute(module, name, accumulate: boolean, persist: boolean)
NativeResult native_vial_compiler_register_attribute(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    Attribute& a = builder->attribute(args[1]);
    a.registered = true;
    if (ast::flag(args[2], p.vm().atoms().intern("accumulate"))) {
        if (!a.accumulate && !a.set) a.value = Term::nil();
        a.accumulate = true;
    }
    if (ast::flag(args[2], p.vm().atoms().intern("persist"))) a.persist = true;
    return atoms::ok;
}

NativeResult native_vial_compiler_attributes_in(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    TermArena out;
    std::vector<Term> names;
    for (const auto& [index, a] : builder->attributes()) {
        if (a.set || a.registered || (a.accumulate && !a.internal)) names.push_back(Term::atom(index));
    }
    return copy_to_heap(p, out.list(names));
}

// put_typespec(module, kind, quoted, line)
NativeResult native_vial_compiler_put_typespec(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    TermArena& arena = *builder->arena;
    builder->typespecs.push_back(arena.tuple({args[1], arena.copy(args[2]), args[3]}));
    AtomTable& names = p.vm().atoms();
    const std::string_view kind = names.text(args[1]);
    const bool is_callback = kind == "callback" || kind == "macrocallback";
    const Term typedoc = builder->take_attribute(names.intern("typedoc"));
    builder->typespec_docs.push_back(is_callback ? builder->take_attribute(names.intern("doc")) : typedoc);
    return atoms::ok;
}

// typespecs_in(module) -> [{kind, quoted, line}]
NativeResult native_vial_compiler_typespecs_in(Process& p, Args args) {
    const auto builder = CompilerState::of(p.vm()).find(args[0]);
    if (!builder) return closed(p, args[0]);
    TermArena out;
    return copy_to_heap(p, out.list(builder->typespecs));
}

}  // namespace vial

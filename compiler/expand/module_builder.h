// compiler/expand/module_builder.h: a module between its defmodule and being loaded.
// Here: ModuleBuilder: definitions, attributes, overridables, what is known of its environment.
// Not here: expanding a definition (definition.cpp), the steps from body to loaded module
//       (module_compile.cpp), the natives (natives_module.cpp).
// Threads: the process that defines the module; others may read attributes, under the state's lock.
// Holds: core of all definitions is owned by `core`, so clauses may be put into other modules (local
//        macros) while this one lives. Terms are in `arena`.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "compiler/expand/expander.h"

namespace vial::expand {

struct NameArity {
    Term name;
    std::uint32_t arity;
    bool operator==(const NameArity&) const = default;
    bool operator<(const NameArity& o) const {
        return name.word() != o.name.word() ? name.word() < o.name.word() : arity < o.arity;
    }
};

struct Definition {
    Term kind;               // def, defp, defmacro, defmacrop
    NameArity id;
    Place place;
    core::Function function; // of a macro: MACRO-name with the caller first
    std::vector<LocalUse> calls;
    std::vector<ImportUse> imported;
    std::uint32_t defaults = 0;
    bool inline_defaults = false;   // they stand on a clause that has a body
    bool has_body = false;
    bool from_default = false;   // made for a default argument
    bool generated = false;
    bool expanded = false;       // a macro that code of the module has called
    Term context = atoms::nil_;  // of the macro that made it, or nil
    Terms clauses;               // {meta, args, guards, body} as written, in the builder's arena
    bool is_macro() const { return kind == atoms::defmacro_ || kind == atoms::defmacrop_; }
    bool is_private() const { return kind == atoms::defp_ || kind == atoms::defmacrop_; }
};

// A definition that @impl stands before.
struct ImplEntry {
    NameArity id;
    Term kind;
    Term context;              // of the macro that made it, or nil
    std::uint32_t defaults;
    Place place;
    Term value;
};

struct Attribute {
    Term value = atoms::nil_;
    bool accumulate = false;
    bool persist = false;
    bool set = false;
    bool registered = false;   // by the program: it is there without a value too
    bool used = false;
    bool internal = false;     // no warning when it is never read
    std::uint32_t line = 0;
};

struct Overridable {
    Definition definition;
    std::uint32_t count = 1;
    Term super = kNoTerm;      // function made of it, once super has been called
};

struct DocEntry {
    Term kind;                 // function or macro; of a typespec: type, callback or macrocallback
    NameArity id;
    std::uint32_t line;
    Term signature;            // list of arguments, quoted
    Term doc;                  // as Code.fetch_docs gives it
    Term metadata;             // map
    std::uint32_t doc_line = 0;
};

class ModuleBuilder {
  public:
    ModuleBuilder(Vm& vm, CompilerState& state, Term name, Env env);
    ~ModuleBuilder();

    Vm& vm;
    CompilerState& state;
    Term name;
    Env env;                       // of the module's body
    std::shared_ptr<TermArena> arena;
    core::Module core;
    std::string file;
    std::uint32_t line = 0;
    bool failed = false;           // while all errors are looked for: there were some
    Word pid = 0;                  // of the process that defines it

    // --- definitions -------------------------------------------------------------------------------
    Definition* find(Term name, std::uint32_t arity);
    // By the name code calls it by: MACRO-name for macros.
    Definition* find_function(Term name, std::uint32_t arity);
    bool defines(Term name, std::uint32_t arity) { return find(name, arity) != nullptr; }
    bool defines_macro(Term name, std::uint32_t arity) {
        const Definition* d = find(name, arity);
        return d && d->is_macro() && d->has_body;
    }
    Definition& add(Definition d);
    bool erase(Term name, std::uint32_t arity);
    std::vector<Definition>& definitions() { return definitions_; }
    std::optional<NameArity> last_defined;

    // A module that holds the macro, or function, and all that it calls of this module.
    Task<Term> compile_local_macro(Expander& x, Term name, std::uint32_t arity);
    Task<Term> compile_local_function(Expander& x, Term name, std::uint32_t arity);

    std::map<NameArity, Overridable> overridables;
    void make_overridable(NameArity id);
    Task<Term> super_of(Expander& x, Term meta);
    void restore_overridables();

    // --- attributes --------------------------------------------------------------------------------
    Attribute& attribute(Term name) { return attributes_[name.atom_index()]; }
    const Attribute* find_attribute(Term name) const {
        const auto found = attributes_.find(name.atom_index());
        return found == attributes_.end() ? nullptr : &found->second;
    }
    void put_attribute(Term name, Term value, std::uint32_t line);
    Term take_attribute(Term name);  // value and forgets it; kNoTerm
    std::unordered_map<std::uint32_t, Attribute>& attributes() { return attributes_; }

    // --- environments of definitions, by number -------------------------------------------------------
    std::uint32_t cache_env(const Env& env, std::shared_ptr<TermArena> owner);
    const Env* cached_env(std::uint32_t number) const {
        return number < envs_.size() ? &envs_[number] : nullptr;
    }

    std::vector<DocEntry> docs;
    std::vector<ImplEntry> impls;
    std::vector<RemoteUse> remotes;  // functions of other modules that it calls
    Terms typespecs;               // {kind, quoted, line} in order
    Terms typespec_docs;           // of each, what @typedoc or @doc said: a list or kNoTerm
    void keep(std::shared_ptr<TermArena> owner);

  private:
    Term compile_helper(const NameArity& root);
    std::vector<Definition> definitions_;
    std::map<NameArity, std::size_t> index_;
    std::unordered_map<std::uint32_t, Attribute> attributes_;
    std::vector<Env> envs_;
    std::vector<std::shared_ptr<TermArena>> kept_;
    struct Helper {
        Term module;
        std::vector<std::pair<NameArity, std::size_t>> parts;  // and how many clauses each had
    };
    std::map<NameArity, Helper> helpers_;
    void reindex();
};

// The function that a definition is called by: MACRO-name/arity+1 for macros.
NameArity function_of(Vm& vm, const Definition& d);

}  // namespace vial::expand

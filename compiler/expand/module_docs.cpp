// compiler/expand/module_docs.cpp: see module_docs.h.
// Here: {:docs_v1, line, :elixir, format, module doc, metadata, entries}; types and specs, kept to be shown.
// Not here: -
// Threads: as the session.
// Holds: -
#include "compiler/expand/module_docs.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <vector>

#include "compiler/expand/definition_attributes.h"
#include "compiler/expand/module_types.h"

namespace vial::expand {

namespace {

// How an argument is called in a signature.
std::string argument_name(Expander& x, Term q) {
    if (ast::is_var(q)) {
        std::string name(x.s.text(ast::name(q)));
        while (name.size() > 1 && name[0] == '_') name.erase(0, 1);
        return name;
    }
    if (ast::is_call_of(q, atoms::op_match, 2)) {
        for (Term side : ast::List(ast::args(q))) {
            if (ast::is_var(side)) return argument_name(x, side);
        }
        return argument_name(x, ast::args(q).head());
    }
    if (ast::is_call(q, atoms::op_map)) return "map";
    if (ast::is_call(q, atoms::op_struct)) {
        std::string name = "struct";
        const Term alias = ast::args(q).head();
        if (ast::is_call(alias, atoms::q_aliases)) {
            for (Term part : ast::List(ast::args(alias))) {
                if (part.is_atom()) name = x.s.text(part);
            }
            for (std::size_t i = 0; i < name.size(); ++i) name[i] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[i])));
        }
        return name;
    }
    if (ast::is_call(q, atoms::op_binary) || is_bitstring(q) || ast::is_call(q, atoms::op_concat)) return "binary";
    if (ast::is_pair(q) || ast::is_call(q, atoms::op_tuple)) return "tuple";
    if (q.is_list()) return "list";
    if (q == atoms::true_ || q == atoms::false_) return "boolean";
    if (q.is_atom()) return "atom";
    if (is_integer(q)) return "int";
    if (is_float(q)) return "float";
    return "arg";
}

Term doc_term(Expander& x, Term doc) {
    if (doc == atoms::false_) return x.s.atom("hidden");
    if (!is_bitstring(doc)) return x.s.atom("none");
    return x.m.arena->map(std::vector<std::pair<Term, Term>>{{x.m.arena->binary("en"), x.m.arena->copy(doc)}}, x.s.vm.atoms());
}

Term metadata_map(Expander& x, Term pairs) {
    std::vector<std::pair<Term, Term>> entries;
    for (Term pair : ast::List(pairs)) {
        if (ast::is_pair(pair)) entries.emplace_back(ast::first(pair), x.m.arena->copy(ast::second(pair)));
    }
    return x.m.arena->map(entries, x.s.vm.atoms());
}

}  // namespace

static Task<std::string> signature(Expander& x, const DocEntry& entry) {
    std::string text(x.s.text(entry.id.name));
    text += "(";
    bool first = true;
    for (Term arg : ast::List(entry.signature)) {
        if (!first) text += ", ";
        first = false;
        if (ast::is_call_of(arg, atoms::op_default, 2)) {
            text += argument_name(x, ast::args(arg).head()) + " \\\\ ";
            text += co_await x.show(ast::nth(ast::args(arg), 1));
        } else {
            text += argument_name(x, arg);
        }
    }
    co_return text + ")";
}

// Of callbacks, by name, and of public types; a callback that stands more than once is one entry.
static std::vector<DocEntry> typespec_docs(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    std::vector<DocEntry> callbacks, types;
    for (std::size_t i = 0; i < builder.typespecs.size(); ++i) {
        const Term typespec = builder.typespecs[i];
        const std::string_view kind = x.s.text(tuple_element(typespec, 0));
        const auto id = typespec_id(tuple_element(typespec, 1));
        if (kind == "spec" || kind == "typep" || !id) continue;
        const bool is_callback = kind == "callback" || kind == "macrocallback";
        const Term entry_kind = kind == "opaque" ? x.s.atom("type") : tuple_element(typespec, 0);
        std::vector<DocEntry>& entries = is_callback ? callbacks : types;
        auto entry = std::find_if(entries.begin(), entries.end(), [&](const DocEntry& e) { return e.id == *id && e.kind == entry_kind; });
        if (entry == entries.end()) {
            const auto line = static_cast<std::uint32_t>(tuple_element(typespec, 2).try_small().value_or(0));
            entry = entries.insert(entries.end(), DocEntry{entry_kind, *id, line, Term::nil(), atoms::nil_, Term::nil()});
            if (kind == "opaque") entry->metadata = builder.arena->list({builder.arena->tuple({x.s.atom("opaque"), atoms::true_})});
        }
        add_doc(builder, *entry, builder.typespec_docs[i]);
    }
    const auto key = [&](const DocEntry& e) { return std::tuple(x.s.text(e.kind), x.s.text(e.id.name), e.id.arity); };
    std::sort(callbacks.begin(), callbacks.end(), [&](const DocEntry& a, const DocEntry& b) { return key(a) < key(b); });
    callbacks.insert(callbacks.end(), types.begin(), types.end());
    return callbacks;
}

// A copy of a form without metadata: where it stood takes more room than the form and is not asked for again.
static Term bare(TermArena& arena, Term form) {
    struct Step { Term form; bool parts_done; };
    std::vector<Step> pending{{form, false}};
    Terms done;
    while (!pending.empty()) {
        const auto [t, parts_done] = pending.back();
        pending.pop_back();
        const bool node = ast::is_node(t), pair = ast::is_pair(t);
        if (!node && !pair && !t.is_cons()) {
            done.push_back(arena.copy(t));
        } else if (!parts_done) {
            pending.push_back({t, true});
            pending.push_back({node ? ast::args(t) : pair ? ast::second(t) : t.tail(), false});
            pending.push_back({node ? ast::name(t) : pair ? ast::first(t) : t.head(), false});
        } else {
            const Term second = done.back();
            done.pop_back();
            const Term first = done.back();
            done.back() = node ? arena.tuple({first, Term::nil(), second}) : pair ? arena.tuple({first, second}) : arena.cons(first, second);
        }
    }
    return done.back();
}

static Term kept_typespecs(Expander& x) {
    TermArena& arena = *x.m.arena;
    Terms kept;
    for (Term typespec : x.builder->typespecs) {
        kept.push_back(arena.tuple({tuple_element(typespec, 0), bare(arena, tuple_element(typespec, 1)), tuple_element(typespec, 2)}));
    }
    return arena.list(kept);
}

static Term doc_row(Expander& x, const DocEntry& entry, Term signature, Term doc) {
    const Term id = x.m.arena->tuple({entry.kind, entry.id.name, Term::small(entry.id.arity)});
    // The line of the text, from which examples in it are counted.
    const std::uint32_t line_of_text = entry.doc_line ? entry.doc_line : entry.line;
    return x.m.arena->tuple({id, Term::small(line_of_text), signature, doc, metadata_map(x, entry.metadata)});
}

Task<bool> build_docs(Expander& x) {
    ModuleBuilder& builder = *x.builder;
    const Attribute* given = builder.find_attribute(x.s.atom("moduledoc"));
    Term module_doc = x.s.atom("none");
    Term metadata = Term::nil();
    std::uint32_t line = builder.line;
    if (given && given->set) {
        const Term value = ast::is_pair(given->value) ? ast::second(given->value) : given->value;
        if (ast::is_pair(given->value) && ast::first(given->value).is_small()) line = static_cast<std::uint32_t>(ast::first(given->value).small_value());
        if (value.is_list()) metadata = value;
        module_doc = doc_term(x, value);
    }
    Terms entries;
    for (std::size_t i = 0; i < builder.docs.size(); ++i) {
        const DocEntry entry = builder.docs[i];
        const bool underscored = x.s.text(entry.id.name).starts_with("_");
        std::string text = co_await signature(x, entry);
        Term doc = doc_term(x, entry.doc);
        if (entry.doc == atoms::nil_ && underscored) doc = x.s.atom("hidden");
        entries.push_back(doc_row(x, entry, x.m.arena->list({x.m.arena->binary(text)}), doc));
    }
    for (const DocEntry& entry : typespec_docs(x)) entries.push_back(doc_row(x, entry, Term::nil(), doc_term(x, entry.doc)));
    x.m.debug = kept_typespecs(x);
    x.m.docs = x.m.arena->tuple({x.s.atom("docs_v1"), Term::small(line), x.s.atom("elixir"), x.m.arena->binary("text/markdown"),
                                 module_doc, metadata_map(x, metadata), x.m.arena->list(entries)});
    co_return true;
}

}  // namespace vial::expand

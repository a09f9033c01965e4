// compiler/expand/module_docs.cpp: see module_docs.h.
// Here: {:docs_v1, line, :elixir, format, module doc, metadata, entries}.
// Not here: -
// Threads: as the session.
// Holds: -
#include "compiler/expand/module_docs.h"

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
        const Term id = x.m.arena->tuple({entry.kind, entry.id.name, Term::small(entry.id.arity)});
        // The line of the text, from which examples in it are counted.
        const std::uint32_t line_of_text = entry.doc_line ? entry.doc_line : entry.line;
        entries.push_back(x.m.arena->tuple({id, Term::small(line_of_text), x.m.arena->list({x.m.arena->binary(text)}), doc, metadata_map(x, entry.metadata)}));
    }
    x.m.docs = x.m.arena->tuple({x.s.atom("docs_v1"), Term::small(line), x.s.atom("elixir"), x.m.arena->binary("text/markdown"),
                                 module_doc, metadata_map(x, metadata), x.m.arena->list(entries)});
    co_return true;
}

}  // namespace vial::expand

// compiler/expand/definition_attributes.cpp: see definition_attributes.h.
// Here: documentation of one function; hooks.
// Not here: the docs chunk (module_finish.cpp).
// Threads: as the session.
// Holds: a later clause's @doc replaces the first one's, as the reference does after its warning.
#include "compiler/expand/definition_attributes.h"

#include "compiler/expand/state.h"

namespace vial::expand {

// A clause's documentation takes the place of an earlier clause's.
static void warn_second(Expander& x, const DocEntry& entry, Term line) {
    const std::string name(x.s.text(entry.id.name));
    Place at = x.here();
    at.line = static_cast<std::uint32_t>(line.try_small().value_or(0));
    const Term outer = std::exchange(x.env.function, x.s.arena.tuple({entry.id.name, Term::small(entry.id.arity)}));
    x.warn_at(at, diag::Kind::UnusedDoc,
              "redefining @doc attribute previously set at line " + std::to_string(entry.doc_line) +
                  ".\n\nPlease remove the duplicate docs. If instead you want to override a previously defined @doc, attach the @doc attribute to a "
                  "function head (the function signature not followed by any do-block). For example:\n\n    @doc \"\"\"\n    new docs\n    \"\"\"\n    def " +
                  name + "(...)\n",
              "@doc");
    x.env.function = outer;
}

void add_doc(ModuleBuilder& builder, DocEntry& entry, Term given) {
    Terms metadata = ast::to_vector(entry.metadata);
    for (Term value : ast::List(given == kNoTerm ? Term::nil() : given)) {
        const Term doc = ast::is_pair(value) ? ast::second(value) : value;
        if (doc.is_list()) {
            for (Term pair : ast::List(doc)) metadata.push_back(pair);
        } else {
            entry.doc = doc;
            entry.doc_line = ast::is_pair(value) && ast::first(value).is_small() ? static_cast<std::uint32_t>(ast::first(value).small_value()) : 0;
        }
    }
    entry.metadata = builder.arena->list(metadata);
}

static void document(Expander& x, Term kind, NameArity id, Term meta, const Terms& args) {
    ModuleBuilder& builder = *x.builder;
    const Term given = builder.take_attribute(x.s.atom("doc"));
    const bool is_private = kind == atoms::defp_ || kind == atoms::defmacrop_;
    const Term deprecated = is_private ? kNoTerm : builder.take_attribute(x.s.atom("deprecated"));
    const Term since = is_private ? kNoTerm : builder.take_attribute(x.s.atom("since"));
    const Term entry_kind = kind == atoms::defmacro_ ? x.s.atom("macro") : atoms::function_;
    if (is_private && given != kNoTerm && given.is_cons()) {
        const Term doc = given.head();
        const bool lined = ast::is_pair(doc) && ast::first(doc).is_small();
        Place at = x.place(meta);
        if (lined) at.line = static_cast<std::uint32_t>(ast::first(doc).small_value());
        const Term text = lined ? ast::second(doc) : doc;
        const Term outer = std::exchange(x.env.function, x.s.arena.tuple({id.name, Term::small(id.arity)}));
        if (text != atoms::false_) {
            x.warn_at(at, diag::Kind::UnusedDoc, std::string(x.s.text(kind)) + " " + x.show_name(id.name, id.arity) +
                          " is private, @doc attribute is always discarded for private functions/macros/types", "@doc");
        }
        x.env.function = outer;
    }
    if (is_private) return;
    DocEntry* entry = nullptr;
    for (DocEntry& e : builder.docs) {
        if (e.id == id && e.kind == entry_kind) entry = &e;
    }
    if (!entry) {
        builder.docs.push_back(DocEntry{entry_kind, id, x.place(meta).line, builder.arena->copy(x.s.arena.list(args)), atoms::nil_, Term::nil()});
        entry = &builder.docs.back();
    }
    if (is_bitstring(entry->doc)) {
        for (Term value : ast::List(given == kNoTerm ? Term::nil() : given)) {
            if (ast::is_pair(value) && !ast::second(value).is_list()) warn_second(x, *entry, ast::first(value));
        }
    }
    add_doc(builder, *entry, given);
    TermArena& arena = *builder.arena;
    Terms metadata = ast::to_vector(entry->metadata);
    if (deprecated != kNoTerm) metadata.push_back(arena.tuple({x.s.atom("deprecated"), deprecated}));
    if (since != kNoTerm) metadata.push_back(arena.tuple({x.s.atom("since"), since}));
    entry->metadata = arena.list(metadata);
}

Task<bool> definition_attributes(Expander& x, Term kind, NameArity id, Term meta, const Terms& args, Term guard, Term body) {
    ModuleBuilder& builder = *x.builder;
    document(x, kind, id, meta, args);
    const Term impl = builder.take_attribute(x.s.atom("impl"));
    if (impl != kNoTerm) {
        std::uint32_t defaults = 0;
        for (Term arg : args) defaults += ast::is_call_of(arg, atoms::op_default, 2) ? 1 : 0;
        const Term context = ast::get(meta, atoms::context);
        builder.impls.push_back({id, kind, context == kNoTerm ? atoms::nil_ : context, defaults, x.place(meta), impl});
    }
    const Attribute* hooks = builder.find_attribute(x.s.atom("on_definition"));
    Terms list = hooks && hooks->set ? ast::to_vector(hooks->value) : Terms{};
    for (std::size_t i = list.size(); i-- > 0;) {
        Term env = x.env_term();
        const Term guards = guard == kNoTerm ? Term::nil() : x.s.arena.list({guard});
        Term given = x.s.arena.list({env, kind, id.name, x.s.arena.list(args), guards, body});
        co_await x.s.call_function(ast::first(list[i]), ast::second(list[i]), given);
    }
    co_return true;
}

}  // namespace vial::expand

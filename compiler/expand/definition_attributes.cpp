// compiler/expand/definition_attributes.cpp: see definition_attributes.h.
// Here: documentation of one function; hooks.
// Not here: the docs chunk (module_finish.cpp).
// Threads: as the session.
// Holds: a later clause's @doc replaces the first one's, as the reference does after its warning.
#include "compiler/expand/definition_attributes.h"

#include "compiler/expand/state.h"

namespace vial::expand {

static void document(Expander& x, Term kind, NameArity id, Term meta, const Terms& args) {
    ModuleBuilder& builder = *x.builder;
    const Term given = builder.take_attribute(x.s.atom("doc"));
    const bool is_private = kind == atoms::defp_ || kind == atoms::defmacrop_;
    const Term deprecated = is_private ? kNoTerm : builder.take_attribute(x.s.atom("deprecated"));
    const Term since = is_private ? kNoTerm : builder.take_attribute(x.s.atom("since"));
    const Term entry_kind = kind == atoms::defmacro_ ? x.s.atom("macro") : atoms::function_;
    if (is_private) return;
    DocEntry* entry = nullptr;
    for (DocEntry& e : builder.docs) {
        if (e.id == id && e.kind == entry_kind) entry = &e;
    }
    if (!entry) {
        builder.docs.push_back(DocEntry{entry_kind, id, x.place(meta).line, builder.arena->copy(x.s.arena.list(args)), atoms::nil_, Term::nil()});
        entry = &builder.docs.back();
    }
    // A list of pairs for now; module_finish makes the map.
    Terms metadata = ast::to_vector(entry->metadata);
    for (Term value : ast::List(given == kNoTerm ? Term::nil() : given)) {
        const Term doc = ast::is_pair(value) ? ast::second(value) : value;
        if (doc.is_list()) {
            for (Term pair : ast::List(doc)) metadata.push_back(pair);
        } else if (entry->doc == atoms::nil_ || entry->doc == kNoTerm) {
            entry->doc = doc;
        }
    }
    TermArena& arena = *builder.arena;
    if (deprecated != kNoTerm) metadata.push_back(arena.tuple({x.s.atom("deprecated"), deprecated}));
    if (since != kNoTerm) metadata.push_back(arena.tuple({x.s.atom("since"), since}));
    entry->metadata = arena.list(metadata);
}

Task<bool> definition_attributes(Expander& x, Term kind, NameArity id, Term meta, const Terms& args, Term guard, Term body) {
    ModuleBuilder& builder = *x.builder;
    document(x, kind, id, meta, args);
    builder.take_attribute(x.s.atom("impl"));
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

// compiler/expand/transform.h: a term rebuilt with some parts replaced.
// Here: transform(), which asks a function about each part on the way down.
// Not here: what is replaced.
// Threads: pure.
// Holds: no recursion; parts that are not replaced and not looked into are shared with the original.
#pragma once

#include <optional>

#include "compiler/expand/ast.h"

namespace vial::ast {

// `replace(term)` gives the new term for a part, or nullopt to look inside it.
template <class F>
Term transform(TermArena& arena, Term root, F&& replace) {
    struct Item {
        Term from;
        Word* to;
    };
    Word* slot = arena.allocate(1);
    std::vector<Item> pending{{root, slot}};
    while (!pending.empty()) {
        Item item = pending.back();
        pending.pop_back();
        if (std::optional<Term> other = replace(item.from)) {
            *item.to = other->word();
            continue;
        }
        if (item.from.is_cons()) {
            for (; item.from.is_cons(); item.from = item.from.tail()) {
                Word* cell = arena.allocate(kConsWords);
                *item.to = Term::cons(cell).word();
                pending.push_back({item.from.head(), cell});
                item.to = cell + 1;
            }
            *item.to = item.from.word();
        } else if (item.from.is_boxed() && is_tuple(item.from) && tuple_arity(item.from) > 0) {
            const Word arity = tuple_arity(item.from);
            Word* words = arena.allocate(1 + arity);
            words[0] = item.from.header();
            *item.to = Term::boxed(words).word();
            for (Word i = 0; i < arity; ++i) pending.push_back({tuple_element(item.from, i), words + 1 + i});
        } else {
            *item.to = item.from.word();
        }
    }
    return Term::from_word(*slot);
}

}  // namespace vial::ast

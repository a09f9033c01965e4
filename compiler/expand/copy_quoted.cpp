// compiler/expand/copy_quoted.cpp: see copy_quoted.h.
// Here: the walk with its own stack.
// Not here: -
// Threads: as the header says.
// Holds: destination words are written exactly once; their addresses in the arena do not move.
#include "compiler/expand/copy_quoted.h"

namespace vial::expand {

namespace {

struct Copier {
    TermArena& arena;
    const Linify& how;
    struct Item {
        Term from;
        Word* to;
    };
    std::vector<Item> pending;

    bool is_lexical(Term name) const {
        return name == atoms::alias_ || name == atoms::import_ || name == atoms::require_ || name == atoms::q_aliases;
    }
    // New entries first, then the old list, which is copied later. Returns where its copy goes.
    Word* prepend(Word* to, Term key, Term value) {
        const Term cell = arena.cons(arena.tuple({key, value}), Term::nil());
        *to = cell.word();
        return cell.cons_words() + 1;
    }
    void copy_meta(Term name, Term meta, Term args, Word* to) {
        const bool variable = args == how.receiver && name.is_atom() && name != atoms::underscore;
        const bool lexical = name.is_atom() && is_lexical(name) && args.is_cons();
        if ((variable || lexical) && ast::get(meta, atoms::counter) == kNoTerm) {
            to = prepend(to, atoms::counter, Term::small(how.counter));
        }
        const bool kept = ast::get(meta, atoms::keep) != kNoTerm;
        if (how.line != 0 && !kept && ast::line(meta) == 0) {
            to = prepend(to, atoms::line, Term::small(how.line));
        }
        pending.push_back({meta, to});
    }
    void copy_tuple(Term from, Word* to) {
        const Word arity = tuple_arity(from);
        const Term name = arity == 3 ? tuple_element(from, 0) : kNoTerm;
        if (arity > 3 || arity == 0 || name == atoms::literal_node) {
            *to = arena.copy(from).word();
            return;
        }
        Word* words = arena.allocate(1 + arity);
        words[0] = from.header();
        *to = Term::boxed(words).word();
        const bool node = arity == 3 && tuple_element(from, 1).is_list();
        for (Word i = 0; i < arity; ++i) {
            if (node && i == 1) {
                copy_meta(name, tuple_element(from, 1), tuple_element(from, 2), words + 2);
            } else {
                pending.push_back({tuple_element(from, i), words + 1 + i});
            }
        }
    }
    void copy_list(Term from, Word* to) {
        for (; from.is_cons(); from = from.tail()) {
            Word* cell = arena.allocate(kConsWords);
            *to = Term::cons(cell).word();
            pending.push_back({from.head(), cell});
            to = cell + 1;
        }
        pending.push_back({from, to});
    }
    void run() {
        while (!pending.empty()) {
            const Item item = pending.back();
            pending.pop_back();
            if (item.from.is_immediate()) {
                *item.to = item.from.word();
            } else if (item.from.is_cons()) {
                copy_list(item.from, item.to);
            } else if (is_tuple(item.from)) {
                copy_tuple(item.from, item.to);
            } else {
                *item.to = arena.copy(item.from).word();
            }
        }
    }
};

}  // namespace

Term copy_linified(TermArena& arena, Term quoted, const Linify& how) {
    Word* root = arena.allocate(1);
    Copier copier{arena, how, {}};
    copier.pending.push_back({quoted, root});
    copier.run();
    return Term::from_word(*root);
}

}  // namespace vial::expand

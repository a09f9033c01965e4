// runtime/process/arguments.h: reading arguments that natives of this room share.
// Here: walking option lists; taking an arena's term to the process's heap; building small integers; going on
//       in the language.
// Not here: natives.
// Threads: the scheduler of the process.
// Holds: -
#pragma once

#include "vm/code/code_server.h"
#include "vm/heap/copy.h"
#include "vm/heap/term_arena.h"
#include "vm/process/process.h"
#include "vm/sched/scheduler.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

// Calls f(option) for each; false as soon as f says so, or where the list is not proper.
template <class F>
bool each_option(Term list, F&& f) {
    for (; list.is_cons(); list = list.tail()) {
        if (!f(list.head())) return false;
    }
    return list.is_nil();
}

inline bool is_proper_list(Term t) {
    while (t.is_cons()) t = t.tail();
    return t.is_nil();
}
inline Word list_length(Term t) {
    Word n = 0;
    for (; t.is_cons(); t = t.tail()) ++n;
    return n;
}

// A copy in the process's heap of a term that stands outside it.
inline Term copy_to_heap(Process& p, Term outside) {
    const LiteralView literals(&p.vm().literal_space());
    const CopySize size = copy_size(outside, literals);
    if (size.words == 0) return outside;
    (void)p.reserve(size.words);
    return copy_term(outside, p.top, p.off_heap, literals);
}

// Goes on in a function that :erlang has in the language.
inline NativeResult tail_call_erlang(Process& p, std::string_view name, std::initializer_list<Term> args) {
    AtomTable& atoms = p.vm().atoms();
    return p.tail_call(p.vm().code().cell(atoms.intern("erlang"), atoms.intern(name), static_cast<std::uint32_t>(args.size())), args);
}

inline Term integer_result(Process& p, std::int64_t value) {
    if (Term::fits_small(value)) return Term::small(value);
    HeapWriter out = p.reserve(bignum_words(1));
    return out.integer(value);
}

inline bool is_node_name(Term t) { return t.is_atom(); }
inline Term this_node() { return atoms::nonode_nohost; }

// A fresh alias of this process: a reference that leads to it. Needs kAliasWords reserved.
inline Term write_alias(HeapWriter& out, Word number, Term pid) {
    Word* at = out.take(kAliasWords);
    at[0] = make_header(BoxedKind::Alias, 2);
    at[1] = number;
    at[2] = pid.word();
    return Term::boxed(at);
}

}  // namespace vial

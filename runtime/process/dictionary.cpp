// runtime/process/dictionary.cpp: natives on the process dictionary.
// Here: put, get, erase, get_keys.
// Not here: the table (vm/process/dictionary.cpp).
// Threads: the scheduler of the process.
// Holds: -
#include "vm/process/dictionary.h"

#include <vector>

#include "runtime/process/arguments.h"
#include "vm/process/extension.h"
#include "vm/term/compare.h"

namespace vial {

namespace {

Term or_undefined(Term t) { return t == kNoTerm ? atoms::undefined : t; }
Dictionary* dictionary(Process& p) { return p.extension ? &p.extension->dictionary : nullptr; }

Term all_pairs(Process& p) {
    Dictionary* d = dictionary(p);
    if (!d) return Term::nil();
    HeapWriter out = p.reserve(d->count() * (kConsWords + tuple_words(2)));
    Term list = Term::nil();
    d->each([&](Term key, Term value) { list = out.cons(out.tuple({key, value}), list); });
    return list;
}

// The keys for which `wanted`(value) holds.
template <class F>
Term keys_where(Process& p, F&& wanted) {
    Dictionary* d = dictionary(p);
    if (!d) return Term::nil();
    HeapWriter out = p.reserve(d->count() * kConsWords);
    Term list = Term::nil();
    d->each([&](Term key, Term value) {
        if (wanted(value)) list = out.cons(key, list);
    });
    return list;
}

}  // namespace

NativeResult native_erlang_put(Process& p, Args args) {
    BlockCache& blocks = p.scheduler().blocks;
    ProcessExtension* e = extension_of(blocks, p);
    bool stored = false;
    Term old = kNoTerm;
    if (e) old = e->dictionary.put(blocks, p.vm().atoms(), args[0], args[1], stored);
    if (stored) return or_undefined(old);
    p.flags |= process_flag::MemoryRefused;
    p.reductions_left = 0;
    return p.error(atoms::system_limit);
}

NativeResult native_erlang_get_1(Process& p, Args args) {
    const Dictionary* d = dictionary(p);
    return d ? or_undefined(d->get(args[0], p.vm().atoms())) : atoms::undefined;
}

NativeResult native_erlang_get_0(Process& p, Args) { return all_pairs(p); }

NativeResult native_erlang_erase_1(Process& p, Args args) {
    Dictionary* d = dictionary(p);
    if (!d) return atoms::undefined;
    return or_undefined(d->erase(p.scheduler().blocks, p.vm().atoms(), args[0]));
}

NativeResult native_erlang_erase_0(Process& p, Args) {
    const Term pairs = all_pairs(p);
    if (Dictionary* d = dictionary(p)) d->release(p.scheduler().blocks);
    return pairs;
}

NativeResult native_erlang_get_keys_0(Process& p, Args) {
    return keys_where(p, [](Term) { return true; });
}

NativeResult native_erlang_get_keys_1(Process& p, Args args) {
    const Term value = args[0];
    if (value.is_immediate()) return keys_where(p, [&](Term v) { return equal_exact(v, value); });
    // Making room may move it.
    Dictionary* d = dictionary(p);
    if (d) (void)p.reserve(d->count() * kConsWords);
    const Term wanted = args[0];
    return keys_where(p, [&](Term v) { return equal_exact(v, wanted); });
}

}  // namespace vial

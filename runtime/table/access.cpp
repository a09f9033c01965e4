// runtime/table/access.cpp: a native's way to its table.
// Here: table_access.
// Not here: as access.h.
// Threads: as access.h.
// Holds: as access.h.
#include "runtime/table/access.h"

#include "vm/heap/fragment.h"
#include "vm/sched/scheduler.h"
#include "vm/vm.h"

namespace vial {

TableAccess table_access(Process& p, Term id_or_name, Access needed) {
    const bool nameable = id_or_name.is_atom() || id_or_name.is_local_reference();
    if (!nameable) return {nullptr, p.badarg(0, "not a valid table identifier")};
    Table* table = TableRegistry::of(p.vm()).find(id_or_name);
    if (table == nullptr) return {nullptr, p.badarg(0, kNoSuchTable)};
    // relaxed: a table that is being given away may be seen with either owner.
    const bool owner = table->owner.load(std::memory_order_relaxed) == p.pid.word();
    const bool allowed = needed == Access::Any || owner ||
                         (needed == Access::Read && table->protection != Protection::Private) ||
                         (needed == Access::Write && table->protection == Protection::Public);
    if (!allowed) return {nullptr, p.badarg(0, "the table identifier refers to an ETS table with insufficient access rights")};
    return {table, NativeResult(Term())};
}

Term prepend_copy(Process& p, Term list, Term rest) {
    if (list.is_nil()) return rest;
    Term copied;
    HeapFragment* fragment = copy_to_fragment(p.scheduler(), sizeof(HeapFragment) / sizeof(Word), list, copied);
    if (fragment == nullptr) return kNoTerm;
    attach_fragment(p, fragment);
    Term last = copied;
    while (last.tail().is_cons()) last = last.tail();
    last.cons_words()[1] = rest.word();
    return copied;
}

}  // namespace vial

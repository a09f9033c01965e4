// runtime/table/access.h: a native's way to its table.
// Here: finding a table by an argument with the rights it needs; the errors when it may not; lists of results.
// Not here: what is done with it (natives_*.cpp).
// Threads: the scheduler of the process.
// Holds: a table given stays readable until the slice ends.
#pragma once

#include "runtime/table/registry.h"
#include "vm/process/process.h"
#include "vm/process/roots.h"

namespace vial {

inline constexpr std::string_view kNoSuchTable = "the table identifier does not refer to an existing ETS table";
inline constexpr std::string_view kTooSmallForKey = "the object tuple is smaller than the key position";

enum class Access : std::uint8_t { Any, Read, Write, Own };

struct TableAccess {
    Table* table;          // null: `refused` is the native's result
    NativeResult refused;
};

TableAccess table_access(Process& p, Term id_or_name, Access needed);
// A copy of a list, with `rest` for its end; in a fragment, so that nothing moves. kNoTerm: memory refused.
Term prepend_copy(Process& p, Term list, Term rest);
// Makes room for `words` words by a collection, outside of any lock.
inline void make_room(Process& p, Word words) { (void)p.reserve(words); }

// A list of objects in order, copied to a process's heap while it has room: if not, `fits` is false in the end
// and `needed` are the words for all of them.
struct ObjectList {
    Term list = Term::nil();
    Word needed = 0;
    bool fits = true;
    Word* tail = nullptr;  // of the last cons

    void add(Process& p, const Row& row) {
        const Word words = copy_size(row.object, context_of(p).literals).words + kConsWords;
        needed += words;
        fits = fits && fits_heap(p, words);
        if (fits) append(p, row);
    }
    // Where there is room for it.
    void append(Process& p, const Row& row) {
        const Term copy = copy_out(p, row.object);
        Word* pair = p.top;
        p.top += kConsWords;
        pair[0] = copy.word();
        pair[1] = Term::nil().word();
        if (tail != nullptr) *tail = Term::cons(pair).word();
        else list = Term::cons(pair);
        tail = &pair[1];
    }
};

}  // namespace vial

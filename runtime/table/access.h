// runtime/table/access.h: a native's way to its table.
// Here: finding a table by an argument with the rights it needs; the errors when it may not.
// Not here: what is done with it (natives_*.cpp).
// Threads: the scheduler of the process.
// Holds: a table given stays readable until the slice ends.
#pragma once

#include "runtime/table/registry.h"
#include "vm/process/process.h"

namespace vial {

enum class Access : std::uint8_t { Any, Read, Write, Own };

struct TableAccess {
    Table* table;          // null: `refused` is the native's result
    NativeResult refused;
};

TableAccess table_access(Process& p, Term id_or_name, Access needed);
// The term that names a table: its name when it is a named one, else its id.
inline Term table_identity(const Table& table) { return table.named ? table.name : table.id; }
// Makes room for `words` words by a collection, outside of any lock.
inline void make_room(Process& p, Word words) { (void)p.reserve(words); }

}  // namespace vial

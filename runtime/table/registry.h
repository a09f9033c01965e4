// runtime/table/registry.h: the tables of a VM, by id and by name.
// Here: TableRegistry: making, finding, renaming, giving away, ending tables with their owners.
// Not here: what is in a table (table.h).
// Threads: any. Finding takes no lock; changes take one mutex.
// Holds: a table that is gone is freed when every scheduler has passed between two slices.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <vector>

#include "runtime/table/table.h"
#include "vm/base/hash.h"

namespace vial {

class Vm;

class TableRegistry {
  public:
    // Makes the registry of a VM and hooks it to the end of processes; before any process runs.
    static void install(Vm& vm);
    static TableRegistry& of(Vm& vm);
    explicit TableRegistry(Vm& vm);
    ~TableRegistry();
    TableRegistry(const TableRegistry&) = delete;
    TableRegistry& operator=(const TableRegistry&) = delete;

    // By id (reference) or name (atom); null when there is none.
    Table* find(Term id_or_name) const;
    // Takes the table over. False when its name is taken.
    bool add(Table* table);
    // The table is freed later, when nobody can be reading it any more.
    void remove(Table* table) { (void)remove_from(table, kNoTerm); }
    // Done; Exists: the name is taken; Refused: the table is gone.
    PutResult rename(Table* table, Term name);
    // False when the table is gone.
    bool give_away(Table* table, Process& from, Term to);
    std::vector<Term> all() const;  // names of named tables, ids of the others

    // An owner has ended: its tables go to their heirs or end.
    void owner_ended(Process& owner);

  private:
    // An open hash of (key word, table), replaced by a larger one when half full. Removed places stay
    // as tombstones until then.
    struct Index {
        std::uint64_t mask;
        std::uint64_t used = 0;
        struct Entry {
            std::atomic<Word> key;
            std::atomic<Table*> table;
        };
        Entry* entries;
    };
    static Index* new_index(std::uint64_t size);
    static void free_index(void* index);
    void put(Word key, Table* table);
    void erase(Word key);
    // Both do nothing when the table is gone or, by now, another's (any owner's will do: kNoTerm).
    bool remove_from(Table* table, Term owner);
    bool pass_on(Table* table, Term owner, Term to);
    void end_ownership(RunContext& context, Table* table, Term owner);

    Vm& vm_;
    mutable std::mutex mutex_;
    std::atomic<Index*> index_;
    // How many tables the pids of each hash own: most processes that end own none, and see so here.
    static constexpr std::size_t kOwnerSlots = 1024;
    std::atomic<std::uint32_t>& owner_count(Word pid) { return owner_counts_[mix(pid) % kOwnerSlots]; }
    std::array<std::atomic<std::uint32_t>, kOwnerSlots> owner_counts_{};
    std::vector<Table*> tables_;
};

}  // namespace vial

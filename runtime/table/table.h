// runtime/table/table.h: one table: its kind, its owner, its rows.
// Here: Table, TableKind, Protection; operations that both stores have.
// Not here: finding tables (registry.h), match specifications (match_run.h), the natives.
// Threads: any, by the stores' locks; what is not a row is under the registry's lock.
// Holds: a table found during a slice stays readable until the slice ends, also when it is deleted
//        meanwhile (epochs); `dead` then tells.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

#include "runtime/table/hash_store.h"
#include "runtime/table/ordered_store.h"

namespace vial {

enum class TableKind : std::uint8_t { Set, OrderedSet, Bag, DuplicateBag };
enum class Protection : std::uint8_t { Public, Protected, Private };
enum class PutResult : std::uint8_t { Done, Exists, Refused };

// Rows in a chain, in order.
struct RowList {
    Row* first = nullptr;
    Row** end = &first;
    RowList() = default;
    RowList(const RowList&) = delete;
    RowList& operator=(const RowList&) = delete;
    void add(Row* row) {
        row->next = nullptr;
        *end = row;
        end = &row->next;
    }
};

struct Table {
    Table(TableKind kind, std::uint32_t key_position, const AtomTable& atoms)
        : kind(kind), hash(key_position), ordered(key_position, atoms), atoms(atoms) {}

    const TableKind kind;
    Protection protection = Protection::Protected;
    bool named = false;
    bool compressed = false;
    bool read_concurrency = false;
    bool write_concurrency = false;
    std::atomic<bool> dead{false};
    Term id;                   // a reference
    std::atomic<Word> given_name{0};  // the atom given to new or rename, which another process may call
    std::atomic<Word> owner;          // pid
    Term heir = kNoTerm;       // pid, or kNoTerm
    Row* heir_data = nullptr;  // a row of the 1-tuple {data}
    std::atomic<std::int64_t> count{0};
    std::atomic<std::int64_t> words{0};
    Table* next_of_owner = nullptr;

    Term name() const { return Term::from_word(given_name.load(std::memory_order_relaxed)); }
    // What programs call the table by: its name when it is a named one, else its id.
    Term identity() const { return named ? name() : id; }

    // One of the two, by kind; the other stays empty.
    HashStore hash;
    OrderedStore ordered;
    const AtomTable& atoms;

    bool is_ordered() const { return kind == TableKind::OrderedSet; }
    bool is_bag() const { return kind == TableKind::Bag || kind == TableKind::DuplicateBag; }
    std::uint32_t key_position() const { return hash.key_position(); }
    std::uint64_t hash_of(Term key) const;

    // Puts a copy of `object` in; replaces, adds or refuses as the kind says. `only_new`: Exists when
    // the key is there already.
    PutResult put(BlockCache& blocks, Term object, bool only_new);
    // A row of `object` that stands in no table yet; null when memory is refused.
    Row* make(BlockCache& blocks, Term object) const;
    // Puts all of them in at once, for whoever looks. In `left_over` stand afterwards those that are to be freed: the
    // ones replaced, or all of them where `only_new` finds a key (Exists), or what is left when memory is refused.
    PutResult put_all(BlockCache& blocks, std::span<Row* const> rows, bool only_new, RowList& left_over);
    bool has_key(Term key);
    // Takes all rows of the key out; they are chained by `next` in order, null when there are none.
    Row* take_key(BlockCache& blocks, Term key);
    // Takes rows equal to `object` (===) out and frees them.
    void delete_object(BlockCache& blocks, Term object);
    void clear(BlockCache& blocks);
    void counted(std::int64_t rows, const Row& row) {
        // relaxed: sums for info/1 only.
        count.fetch_add(rows, std::memory_order_relaxed);
        words.fetch_add(rows * static_cast<std::int64_t>(row_bytes(row) / sizeof(Word)),
                        std::memory_order_relaxed);
    }
    static void free_chain(BlockCache& blocks, Row* chain);

  private:
    // --- under the lock of the place that `row` goes to, exclusive
    bool holds_key_of(const Row& row);
    // The row that it takes the place of in `replaced`, else null. False: memory refused.
    bool link(BlockCache& blocks, Row* row, Row*& replaced);
    bool link_hashed(BlockCache& blocks, Row* row, Row*& replaced);
    template <class Action>
    void with_locks_of(std::span<Row* const> rows, Action&& action);
};

}  // namespace vial

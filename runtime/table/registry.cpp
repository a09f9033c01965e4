// runtime/table/registry.cpp: the tables of a VM.
// Here: TableRegistry; freeing a table.
// Not here: as registry.h.
// Threads: as registry.h.
// Holds: as registry.h.
#include "runtime/table/registry.h"

#include <algorithm>
#include <utility>

#include "vm/base/hash.h"
#include "vm/process/process_table.h"
#include "vm/process/signals.h"
#include "vm/sched/schedulers.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {
namespace {

// Rows that are freed on the spot; more take long, and are freed by a thread of the blocking pool.
constexpr std::int64_t kFewRows = 1000;

struct Retired : PoolCall {
    Vm* vm = nullptr;
    Table* table = nullptr;
};

// Also called when the schedulers are taken down and on a pool's thread, so with a cache of its own.
void free_table(Retired& retired) {
    if (retired.table == nullptr) return;
    BlockCache blocks(retired.vm->memory());
    retired.table->clear(blocks);
    if (retired.table->heir_data != nullptr) free_row(blocks, retired.table->heir_data);
    delete retired.table;
    retired.table = nullptr;
}

// When nobody can be reading the table any more, on a scheduler between two slices.
void free_retired(void* object) {
    auto* retired = static_cast<Retired*>(object);
    // relaxed: nobody writes to the table now.
    const bool few = retired->table->count.load(std::memory_order_relaxed) <= kFewRows;
    // A VM that ends has no schedulers left.
    if (!few && !retired->vm->ending()) {
        Schedulers& all = retired->vm->schedulers();
        if (!all.stepped() && !all.stopping()) return all.pool(Pool::Blocking).submit(retired);
    }
    free_table(*retired);
    delete retired;
}

Retired* new_retired(Vm& vm, Table* table) {
    auto* retired = new Retired;
    retired->vm = &vm;
    retired->table = table;
    retired->run = [](PoolCall& call) { free_table(static_cast<Retired&>(call)); };
    // Instead of run when the pool stops, else behind it.
    retired->drop = [](PoolCall& call) {
        auto* mine = static_cast<Retired*>(&call);
        free_table(*mine);
        delete mine;
    };
    return retired;
}

}  // namespace

TableRegistry& TableRegistry::of(Vm& vm) { return *static_cast<TableRegistry*>(vm.slot(Vm::Slot::Tables)); }

void TableRegistry::install(Vm& vm) {
    vm.set_slot(Vm::Slot::Tables, new TableRegistry(vm), [](void* state) { delete static_cast<TableRegistry*>(state); });
    vm.schedulers().add_exit_hook([](Vm& v, Process& owner) { of(v).owner_ended(owner); });
}

TableRegistry::TableRegistry(Vm& vm) : vm_(vm), index_(new_index(64)) {}

TableRegistry::~TableRegistry() {
    vm_.schedulers().with_host([&](HostContext& context) {
        for (Table* table : tables_) {
            table->clear(context.blocks);
            if (table->heir_data != nullptr) free_row(context.blocks, table->heir_data);
            delete table;
        }
    });
    free_index(index_.load(std::memory_order_relaxed));
}

TableRegistry::Index* TableRegistry::new_index(std::uint64_t size) {
    auto* index = new Index{.mask = size - 1, .entries = new Index::Entry[size]};
    for (std::uint64_t i = 0; i < size; ++i) {
        index->entries[i].key.store(0, std::memory_order_relaxed);
        index->entries[i].table.store(nullptr, std::memory_order_relaxed);
    }
    return index;
}

void TableRegistry::free_index(void* object) {
    auto* index = static_cast<Index*>(object);
    delete[] index->entries;
    delete index;
}

Table* TableRegistry::find(Term id_or_name) const {
    const Word key = id_or_name.word();
    // Acquire pairs with put()'s release: the entries of a new index are seen whole.
    const Index* index = index_.load(std::memory_order_acquire);
    for (std::uint64_t i = mix(key) & index->mask;; i = (i + 1) & index->mask) {
        const Word at = index->entries[i].key.load(std::memory_order_acquire);
        if (at == key) return index->entries[i].table.load(std::memory_order_acquire);
        if (at == 0) return nullptr;
    }
}

// Under the mutex. No term that names a table is the word 0.
void TableRegistry::put(Word key, Table* table) {
    Index* index = index_.load(std::memory_order_relaxed);
    for (std::uint64_t i = mix(key) & index->mask;; i = (i + 1) & index->mask) {
        auto& entry = index->entries[i];
        const Word at = entry.key.load(std::memory_order_relaxed);
        if (at != 0 && at != key) continue;
        entry.table.store(table, std::memory_order_release);
        if (at == 0) {
            entry.key.store(key, std::memory_order_release);
            ++index->used;
        }
        break;
    }
    if (index->used * 2 <= index->mask) return;
    Index* bigger = new_index((index->mask + 1) * 2);
    for (std::uint64_t i = 0; i <= index->mask; ++i) {
        Table* t = index->entries[i].table.load(std::memory_order_relaxed);
        if (t == nullptr) continue;
        const Word k = index->entries[i].key.load(std::memory_order_relaxed);
        std::uint64_t j = mix(k) & bigger->mask;
        while (bigger->entries[j].key.load(std::memory_order_relaxed) != 0) j = (j + 1) & bigger->mask;
        bigger->entries[j].key.store(k, std::memory_order_relaxed);
        bigger->entries[j].table.store(t, std::memory_order_relaxed);
        ++bigger->used;
    }
    index_.store(bigger, std::memory_order_release);
    vm_.schedulers().epochs().retire(index, &free_index);
}

void TableRegistry::erase(Word key) {
    Index* index = index_.load(std::memory_order_relaxed);
    for (std::uint64_t i = mix(key) & index->mask;; i = (i + 1) & index->mask) {
        auto& entry = index->entries[i];
        const Word at = entry.key.load(std::memory_order_relaxed);
        if (at == 0) return;
        if (at != key) continue;
        entry.table.store(nullptr, std::memory_order_release);
        return;
    }
}

bool TableRegistry::add(Table* table) {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (table->named && find(table->name()) != nullptr) return false;
    put(table->id.word(), table);
    if (table->named) put(table->name().word(), table);
    tables_.push_back(table);
    // relaxed: the owner itself adds, so it sees the count when it ends.
    owner_count(table->owner.load(std::memory_order_relaxed)).fetch_add(1, std::memory_order_relaxed);
    return true;
}

bool TableRegistry::remove_from(Table* table, Term owner) {
    {
        const std::lock_guard<std::mutex> guard(mutex_);
        const Word now = table->owner.load(std::memory_order_relaxed);  // changes under the mutex only
        if (owner != kNoTerm && now != owner.word()) return false;
        // relaxed: it is also under the mutex; readers may see the table until the slice's end.
        if (table->dead.exchange(true, std::memory_order_relaxed)) return false;
        erase(table->id.word());
        if (table->named) erase(table->name().word());
        tables_.erase(std::find(tables_.begin(), tables_.end(), table));
        owner_count(now).fetch_sub(1, std::memory_order_relaxed);
    }
    vm_.schedulers().epochs().retire(new_retired(vm_, table), &free_retired);
    return true;
}

PutResult TableRegistry::rename(Table* table, Term name) {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (table->dead.load(std::memory_order_relaxed)) return PutResult::Refused;
    if (table->named) {
        if (find(name) != nullptr) return PutResult::Exists;
        erase(table->name().word());
        put(name.word(), table);
    }
    table->given_name.store(name.word(), std::memory_order_relaxed);
    return PutResult::Done;
}

bool TableRegistry::pass_on(Table* table, Term owner, Term to) {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (table->dead.load(std::memory_order_relaxed) || table->owner.load(std::memory_order_relaxed) != owner.word()) return false;
    // seq_cst: a new owner which ends sees the count (owner_ended), or is seen to have ended by who looks next.
    owner_count(to.word()).fetch_add(1, std::memory_order_seq_cst);
    owner_count(owner.word()).fetch_sub(1, std::memory_order_relaxed);
    table->owner.store(to.word(), std::memory_order_relaxed);
    return true;
}

bool TableRegistry::give_away(Table* table, Process& from, Term to) {
    if (!pass_on(table, from.pid, to)) return false;
    if (vm_.processes().find(to) == nullptr) end_ownership(context_of(from), table, to);
    return true;
}

std::vector<Term> TableRegistry::all() const {
    const std::lock_guard<std::mutex> guard(mutex_);
    std::vector<Term> out;
    for (const Table* t : tables_) out.push_back(t->identity());
    return out;
}

// The owner has ended: its heir takes the table, else it goes.
void TableRegistry::end_ownership(RunContext& context, Table* table, Term owner) {
    const Term heir = table->heir;
    const auto alive = [&] { return vm_.processes().find(heir) != nullptr; };
    if (heir == kNoTerm || heir == owner || !alive()) return (void)remove_from(table, owner);
    if (!pass_on(table, owner, heir)) return;
    TermArena arena;
    const Term id = table->identity();
    const Term data = table->heir_data == nullptr ? Term::nil() : tuple_element(table->heir_data->object, 0);
    send_from_vm(context, vm_, heir, arena.tuple({vm_.atoms().intern("ETS-TRANSFER"), id, owner, arena.copy(data)}));
    if (!alive()) (void)remove_from(table, heir);
}

void TableRegistry::owner_ended(Process& owner) {
    if (owner_count(owner.pid.word()).load(std::memory_order_seq_cst) == 0) return;  // see pass_on
    std::vector<Table*> owned;
    {
        const std::lock_guard<std::mutex> guard(mutex_);
        for (Table* t : tables_) {
            if (t->owner.load(std::memory_order_relaxed) == owner.pid.word()) owned.push_back(t);
        }
    }
    for (Table* table : owned) end_ownership(context_of(owner), table, owner.pid);
}

}  // namespace vial

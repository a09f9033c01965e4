// runtime/table/natives_table.cpp: tables as such: new, delete, rename, owners, what is known of them.
// Here: natives of :ets that look at no row.
// Not here: rows (natives_rows.cpp), traversal (natives_walk.cpp, natives_select.cpp).
// Threads: the scheduler of the process.
// Holds: arguments are read again after anything that may collect.
#include "runtime/table/access.h"
#include "vm/process/process_table.h"
#include "vm/process/signals.h"
#include "vm/process/wake.h"
#include "vm/sched/scheduler.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {
namespace {

struct NewOptions {
    TableKind kind = TableKind::Set;
    Protection protection = Protection::Protected;
    bool named = false, compressed = false, read_concurrency = false, write_concurrency = false;
    std::uint32_t key_position = 0;
    Term heir = kNoTerm;
    Term heir_data = kNoTerm;
};

bool read_flag_option(std::string_view text, NewOptions& o) {
    if (text == "set") o.kind = TableKind::Set;
    else if (text == "ordered_set") o.kind = TableKind::OrderedSet;
    else if (text == "bag") o.kind = TableKind::Bag;
    else if (text == "duplicate_bag") o.kind = TableKind::DuplicateBag;
    else if (text == "public") o.protection = Protection::Public;
    else if (text == "protected") o.protection = Protection::Protected;
    else if (text == "private") o.protection = Protection::Private;
    else if (text == "named_table") o.named = true;
    else if (text == "compressed") o.compressed = true;
    else return false;
    return true;
}

bool read_tuple_option(Term option, const AtomTable& atoms, NewOptions& o) {
    if (!is_tuple(option) || tuple_arity(option) < 2 || !tuple_element(option, 0).is_atom()) return false;
    const auto name = atoms.text(tuple_element(option, 0));
    const Term value = tuple_element(option, 1);
    if (name == "heir" && tuple_arity(option) == 3) {
        if (!value.is_local_pid()) return false;
        o.heir = value;
        o.heir_data = tuple_element(option, 2);
        return true;
    }
    if (tuple_arity(option) != 2) return false;
    if (name == "keypos") {
        const auto n = value.try_small();
        if (!n || *n < 1 || *n > 0x7fffffff) return false;
        o.key_position = static_cast<std::uint32_t>(*n - 1);
        return true;
    }
    if (name == "heir") return value.is_atom() && atoms.text(value) == "none";
    const bool on = value == atoms::true_;
    if (name == "write_concurrency") {
        o.write_concurrency = on || (value.is_atom() && atoms.text(value) == "auto");
        return value.is_atom();
    }
    if (value != atoms::true_ && value != atoms::false_) return false;
    if (name == "read_concurrency") o.read_concurrency = on;
    else if (name != "decentralized_counters") return false;
    return true;
}

bool read_options(Term list, const AtomTable& atoms, NewOptions& o) {
    for (; list.is_cons(); list = list.tail()) {
        const Term option = list.head();
        const bool known = option.is_atom() ? read_flag_option(atoms.text(option), o) : read_tuple_option(option, atoms, o);
        if (!known) return false;
    }
    return list.is_nil();
}

std::string_view kind_text(TableKind kind) {
    switch (kind) {
        case TableKind::Set: return "set";
        case TableKind::OrderedSet: return "ordered_set";
        case TableKind::Bag: return "bag";
        default: return "duplicate_bag";
    }
}

std::string_view protection_text(Protection protection) {
    switch (protection) {
        case Protection::Public: return "public";
        case Protection::Protected: return "protected";
        default: return "private";
    }
}

// One fact of a table; kNoTerm when there is no such fact.
Term table_fact(Vm& vm, const Table& t, std::string_view fact) {
    const auto atom = [&](std::string_view text) { return vm.atoms().intern(text); };
    const auto flag = [](bool b) { return b ? atoms::true_ : atoms::false_; };
    if (fact == "size") return Term::small(t.count.load(std::memory_order_relaxed));
    if (fact == "memory") return Term::small(t.words.load(std::memory_order_relaxed) + static_cast<std::int64_t>(sizeof(Table) / 8));
    if (fact == "owner") return Term::from_word(t.owner.load(std::memory_order_relaxed));
    if (fact == "heir") return t.heir == kNoTerm ? atom("none") : t.heir;
    if (fact == "name") return t.name();
    if (fact == "id") return t.id;
    if (fact == "named_table") return flag(t.named);
    if (fact == "type") return atom(kind_text(t.kind));
    if (fact == "keypos") return Term::small(t.key_position() + 1);
    if (fact == "protection") return atom(protection_text(t.protection));
    if (fact == "compressed") return flag(t.compressed);
    if (fact == "read_concurrency") return flag(t.read_concurrency);
    if (fact == "write_concurrency") return flag(t.write_concurrency);
    if (fact == "decentralized_counters" || fact == "fixed" || fact == "safe_fixed") return atoms::false_;
    if (fact == "node") return atoms::nonode_nohost;
    if (fact == "binary") return Term::nil();
    return kNoTerm;
}

constexpr std::string_view kFacts[] = {
    "id", "decentralized_counters", "read_concurrency", "write_concurrency", "compressed", "memory", "owner",
    "heir", "name", "size", "node", "named_table", "type", "keypos", "protection"};

}  // namespace

NativeResult native_ets_new(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    NewOptions o;
    if (!read_options(args[1], p.vm().atoms(), o)) return p.badarg(1, "invalid options");
    auto* table = new Table(o.kind, o.key_position, p.vm().atoms());
    table->protection = o.protection;
    table->named = o.named;
    table->compressed = o.compressed;
    table->read_concurrency = o.read_concurrency;
    table->write_concurrency = o.write_concurrency;
    table->given_name.store(args[0].word(), std::memory_order_relaxed);
    table->id = Term::reference(p.scheduler().next_reference());
    table->owner.store(p.pid.word(), std::memory_order_relaxed);
    if (o.heir != kNoTerm) {
        table->heir = o.heir;
        Word pair[2] = {make_header(BoxedKind::Tuple, 1), o.heir_data.word()};
        table->heir_data = make_row(p.scheduler().blocks, Term::boxed(pair), 0);
    }
    if (!TableRegistry::of(p.vm()).add(table)) {
        if (table->heir_data != nullptr) free_row(p.scheduler().blocks, table->heir_data);
        delete table;
        return p.badarg(0, "table name already exists");
    }
    return table->identity();
}

NativeResult native_ets_delete_table(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    p.charge(access.table->count.load(std::memory_order_relaxed) / 16);
    TableRegistry::of(p.vm()).remove(access.table);
    return atoms::true_;
}

NativeResult native_ets_delete_all_objects(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    p.charge(access.table->count.load(std::memory_order_relaxed) / 16);
    access.table->clear(p.scheduler().blocks);
    return atoms::true_;
}

NativeResult native_ets_rename(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    switch (TableRegistry::of(p.vm()).rename(access.table, args[1])) {
        case PutResult::Done: return args[1];
        case PutResult::Exists: return p.badarg(1, "table name already exists");
        case PutResult::Refused: return p.badarg(0, kNoSuchTable);
    }
    __builtin_unreachable();
}

NativeResult native_ets_whereis(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "bad table name");
    const Table* table = TableRegistry::of(p.vm()).find(args[0]);
    return table == nullptr ? atoms::undefined : table->id;
}

NativeResult native_ets_all(Process& p, Args) {
    const auto tables = TableRegistry::of(p.vm()).all();
    p.charge(static_cast<std::int64_t>(tables.size() / 4));
    HeapWriter out = p.reserve(tables.size() * kConsWords);
    return out.list(tables);
}

NativeResult native_ets_info_1(Process& p, Args args) {
    if (!args[0].is_atom() && !args[0].is_local_reference()) return p.badarg(0, "not an atom or a table identifier");
    const Table* table = TableRegistry::of(p.vm()).find(args[0]);
    if (table == nullptr) return atoms::undefined;
    HeapWriter out = p.reserve(std::size(kFacts) * (tuple_words(2) + kConsWords));
    Term list = Term::nil();
    for (std::size_t i = std::size(kFacts); i-- > 0;) {
        const Term fact = table_fact(p.vm(), *table, kFacts[i]);
        list = out.cons(out.tuple({p.vm().atoms().intern(kFacts[i]), fact}), list);
    }
    return list;
}

NativeResult native_ets_info_2(Process& p, Args args) {
    if (!args[0].is_atom() && !args[0].is_local_reference()) return p.badarg(0, "not an atom or a table identifier");
    const Table* table = TableRegistry::of(p.vm()).find(args[0]);
    if (table == nullptr) return atoms::undefined;
    if (!args[1].is_atom()) return p.badarg(1, "not a valid info item");
    const Term fact = table_fact(p.vm(), *table, p.vm().atoms().text(args[1]));
    if (fact == kNoTerm) return p.badarg(1, "not a valid info item");
    return fact;
}

NativeResult native_ets_give_away(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Own);
    if (access.table == nullptr) return access.refused;
    if (!args[1].is_local_pid()) return p.badarg(1, "not a pid");
    if (args[1] == p.pid) return p.badarg(1, "the process is already the owner of the table");
    if (p.vm().processes().find(args[1]) == nullptr) return p.badarg(1, "the process is not alive");
    if (!TableRegistry::of(p.vm()).give_away(access.table, p, args[1])) return p.badarg(0, kNoSuchTable);
    HeapWriter out = p.reserve(tuple_words(4));
    const Term message = out.tuple({p.vm().atoms().intern("ETS-TRANSFER"), access.table->identity(), p.pid, args[2]});
    send_message(p.scheduler(), p, args[1], message);
    return atoms::true_;
}

NativeResult native_ets_setopts(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Own);
    if (access.table == nullptr) return access.refused;
    Table& table = *access.table;
    Word one[2];
    Term list = args[1];
    if (is_tuple(list)) {
        one[0] = list.word();
        one[1] = Term::nil().word();
        list = Term::cons(one);
    }
    NewOptions o;
    o.protection = table.protection;
    o.heir = table.heir;
    if (!read_options(list, p.vm().atoms(), o)) return p.badarg(1, "invalid options");
    table.protection = o.protection;
    if (o.heir_data != kNoTerm) {
        Word pair[2] = {make_header(BoxedKind::Tuple, 1), o.heir_data.word()};
        if (table.heir_data != nullptr) free_row(p.scheduler().blocks, table.heir_data);
        table.heir_data = make_row(p.scheduler().blocks, Term::boxed(pair), 0);
        table.heir = o.heir;
    }
    return atoms::true_;
}

}  // namespace vial

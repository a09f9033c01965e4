// runtime/table/natives_insert.cpp: natives of :ets that put objects in.
// Here: insert, insert_new; of long lists in slices.
// Not here: what else works on the rows of one key (natives_rows.cpp).
// Threads: the scheduler of the process.
// Holds: a list is put in as a whole: the rows are made in slices and linked at once, under the locks of all places
//        they go to, so nobody sees a part of it, and who is killed on the way has put in nothing or all. What the
//        rows take the place of is freed in slices again. Linking is short: it allocates nothing but buckets.
#include <vector>

#include "runtime/table/access.h"
#include "runtime/term/arguments.h"
#include "vm/heap/resource.h"
#include "vm/sched/scheduler.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {
namespace {

// A list of tuples that are all wide enough for the key.
bool valid_objects(const Table& t, Term list) {
    for (; list.is_cons(); list = list.tail()) {
        if (!is_tuple(list.head()) || tuple_arity(list.head()) <= t.key_position()) return false;
    }
    return list.is_nil();
}

NativeResult insert_refusal(Process& p, const Table& table, Term objects) {
    if (is_tuple(objects) && tuple_arity(objects) <= table.key_position()) return p.badarg(1, kTooSmallForKey);
    return p.badarg(1, is_tuple(objects) || objects.is_list() ? kTooSmallForKey : "not a tuple");
}

// The rows of a list on their way into a table, and behind that what is to be freed. Lives as a resource, so that
// the end of its process frees them.
struct RowBatch : Resource {
    Vm* vm;
    Term table;  // its id: another may have taken the name meanwhile
    bool only_new;
    bool linked = false;
    Term answer = atoms::true_;
    std::vector<Row*> rows;  // until they are linked
    RowList left_over;
};

void destroy_batch(Resource* resource) {
    auto* batch = static_cast<RowBatch*>(resource);
    for (Row* row : batch->rows) batch->left_over.add(row);
    if (batch->left_over.first != nullptr) {
        BlockCache blocks(batch->vm->memory());
        Table::free_chain(blocks, batch->left_over.first);
    }
    delete batch;
}
constexpr ResourceType kBatchType{"rows for a table", destroy_batch};

NativeResult rest_batch(Process& p, Args args, Term list, RowBatch* batch) {
    args.set(1, list);
    HeapWriter out = p.reserve(kResourceWords);
    batch->retain();
    const Term state = resource_term(p, out, batch);
    return go_on_in(p, "ets", "insert_slowly", {args[0], args[1], state});
}

// True when the last row is made; false when time is up. `refused` when there is no memory.
bool make_rows(Process& p, const Table& table, Term& list, RowBatch& batch, bool& refused) {
    BlockCache& blocks = p.scheduler().blocks;
    for (bool first = true; list.is_cons(); list = list.tail(), first = false) {
        if (!first && p.out_of_reductions()) return false;
        Row* row = table.make(blocks, list.head());
        refused = row == nullptr;
        if (refused) return true;
        batch.rows.push_back(row);
        p.charge(1 + static_cast<std::int64_t>(row->words / 16));
    }
    return true;
}

// True when all are freed; at least one is in each slice.
bool free_rows(Process& p, RowBatch& batch) {
    while (Row* row = batch.left_over.first) {
        batch.left_over.first = row->next;
        free_row(p.scheduler().blocks, row);
        p.charge(1);
        if (batch.left_over.first != nullptr && p.out_of_reductions()) return false;
    }
    return true;
}

// args: table, rest of the list. The caller keeps its count of the batch.
NativeResult go_on_with(Process& p, Args args, Table& table, RowBatch* batch) {
    if (!batch->linked) {
        bool refused = false;
        Term list = args[1];
        if (!make_rows(p, table, list, *batch, refused)) return rest_batch(p, args, list, batch);
        if (refused) return p.error(atoms::system_limit);
        args.set(1, list);
        const PutResult result = table.put_all(p.scheduler().blocks, batch->rows, batch->only_new, batch->left_over);
        batch->rows.clear();
        if (result == PutResult::Refused) return p.error(atoms::system_limit);
        batch->linked = true;
        if (result == PutResult::Exists) batch->answer = atoms::false_;
    }
    if (!free_rows(p, *batch)) return rest_batch(p, args, args[1], batch);
    return batch->answer;
}

NativeResult insert(Process& p, Args args, bool only_new) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    Table& table = *access.table;
    if (is_tuple(args[1]) && tuple_arity(args[1]) > table.key_position()) {
        const PutResult result = table.put(p.scheduler().blocks, args[1], only_new);
        if (result == PutResult::Refused) return p.error(atoms::system_limit);
        return boolean(result == PutResult::Done);
    }
    if (!args[1].is_list() || !valid_objects(table, args[1])) return insert_refusal(p, table, args[1]);
    auto* batch = new RowBatch;
    batch->type = &kBatchType;
    batch->number = 0;
    batch->vm = &p.vm();
    batch->table = table.id;
    batch->only_new = only_new;
    const NativeResult result = go_on_with(p, args, table, batch);
    batch->release();
    return result;
}

}  // namespace

NativeResult native_ets_insert(Process& p, Args args) { return insert(p, args, false); }
NativeResult native_ets_insert_new(Process& p, Args args) { return insert(p, args, true); }

// ets:insert_slowly(Table, Rest, Batch)
NativeResult native_ets_insert_slowly(Process& p, Args args) {
    Resource* found = try_resource(args[2], kBatchType);
    if (found == nullptr) return p.badarg();
    auto* batch = static_cast<RowBatch*>(found);
    if (batch->linked) return free_rows(p, *batch) ? NativeResult(batch->answer) : rest_batch(p, args, args[1], batch);
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    if (access.table->id != batch->table) return p.badarg(0, kNoSuchTable);
    batch->retain();  // its term may die in a collection
    const NativeResult result = go_on_with(p, args, *access.table, batch);
    batch->release();
    return result;
}

}  // namespace vial

// runtime/table/natives_counters.cpp: changing elements of a row in place.
// Here: update_counter, update_element.
// Not here: other natives on rows (natives_rows.cpp).
// Threads: the scheduler of the process.
// Holds: all operations of one call happen together under the row's lock. A small integer that stays
//        small is written in place; anything else makes a new row.
#include <algorithm>
#include <array>
#include <optional>

#include "runtime/table/access.h"
#include "vm/sched/scheduler.h"
#include "vm/tables/atoms.h"
#include "vm/term/compare.h"
#include "vm/term/number.h"
#include "vm/vm.h"

namespace vial {
namespace {

// Said of what is well formed; vial_argument.ex speaks of what is not.
constexpr std::string_view kKeyPosition = "the position is the same as the key position";

struct CounterOp {
    Word position;  // from 0
    Term increment;
    Term threshold = kNoTerm;
    Term set_value = kNoTerm;
};

std::optional<CounterOp> read_op(const Table& table, Term t) {
    CounterOp op;
    if (is_integer(t)) return CounterOp{table.key_position() + 1, t};
    const Word arity = is_tuple(t) ? tuple_arity(t) : 0;
    if (arity != 2 && arity != 4) return std::nullopt;
    const auto position = tuple_element(t, 0).try_small();
    if (!position || *position < 1 || static_cast<Word>(*position - 1) == table.key_position()) return std::nullopt;
    op.position = static_cast<Word>(*position - 1);
    op.increment = tuple_element(t, 1);
    if (!is_integer(op.increment)) return std::nullopt;
    if (arity == 4) {
        op.threshold = tuple_element(t, 2);
        op.set_value = tuple_element(t, 3);
        if (!is_integer(op.threshold) || !is_integer(op.set_value)) return std::nullopt;
    }
    return op;
}

// The counter after one operation, made in `room` when it is no small integer.
struct NewValue {
    Term value;
    std::vector<Word> room;
};

bool next_value(Term old, const CounterOp& op, NewValue& out) {
    const auto plan = plan_arithmetic(ArithmeticOp::Add, old, op.increment);
    if (plan.status != ArithmeticStatus::Ok) return false;
    out.room.resize(plan.words + 2);
    Word* top = out.room.data();
    HeapWriter writer(top, out.room.data() + out.room.size());
    out.value = arithmetic(writer, ArithmeticOp::Add, old, op.increment);
    if (op.threshold == kNoTerm) return true;
    const bool up = compare_numbers(op.increment, Term::small(0)) >= 0;
    const int order = compare_numbers(out.value, op.threshold);
    if (up ? order > 0 : order < 0) out.value = op.set_value;
    return true;
}

// A row like `old` with one element replaced.
Row* row_with(BlockCache& blocks, const Row& old, Word position, Term value) {
    const auto elements = tuple_elements(old.object);
    std::vector<Word> tuple(elements.size() + 1);
    tuple[0] = make_header(BoxedKind::Tuple, elements.size());
    for (std::size_t i = 0; i < elements.size(); ++i) tuple[i + 1] = elements[i].word();
    tuple[position + 1] = value.word();
    return make_row(blocks, Term::boxed(tuple.data()), old.hash);
}

// A place of a row in its store, under the writer's lock.
struct RowPlace {
    Table& table;
    Row** link;  // in a hash; null in a tree
    Row* row;

    bool set(BlockCache& blocks, Word position, Term value) {
        Word& word = row->object.boxed_words()[1 + position];
        if (value.is_immediate() && Term::from_word(word).is_immediate()) {
            word = value.word();
            return true;
        }
        Row* changed = row_with(blocks, *row, position, value);
        if (changed == nullptr) return false;
        if (link != nullptr) {
            changed->next = row->next;
            *link = changed;
        } else {
            table.ordered.replace(row, changed);
        }
        table.counted(-1, *row);
        table.counted(1, *changed);
        free_row(blocks, row);
        row = changed;
        return true;
    }
};

// Runs `change(RowPlace&)` on the key's row under the writer's lock; false when there is no row.
template <class Change>
bool change_row(Table& t, Term key, Change&& change) {
    if (t.is_ordered()) {
        const WriteGuard guard(t.ordered.lock);
        Row* row = t.ordered.find(key);
        if (row == nullptr) return false;
        RowPlace place{t, nullptr, row};
        change(place);
        return true;
    }
    const std::uint64_t h = t.hash_of(key);
    auto& stripe = t.hash.stripe_of(h);
    const WriteGuard guard(stripe.lock);
    bool found = false;
    Row** at = t.hash.find(stripe, h, key, found);
    if (!found) return false;
    RowPlace place{t, at, *at};
    change(place);
    return true;
}

enum class CounterFailure : std::uint8_t { None, NoKey, TooShort, NotInteger, Memory };

// Does all operations; results as integers (small or in `made`).
CounterFailure count_all(BlockCache& blocks, Table& table, Term key, const std::vector<CounterOp>& ops,
                         std::vector<NewValue>& results) {
    CounterFailure failure = CounterFailure::None;
    const bool found = change_row(table, key, [&](RowPlace& place) {
        for (const auto& op : ops) {
            if (op.position >= tuple_arity(place.row->object)) {
                failure = CounterFailure::TooShort;
                return;
            }
            if (!is_integer(tuple_element(place.row->object, op.position))) {
                failure = CounterFailure::NotInteger;
                return;
            }
        }
        for (const auto& op : ops) {
            NewValue next;
            if (!next_value(tuple_element(place.row->object, op.position), op, next)) {
                failure = CounterFailure::NotInteger;
                return;
            }
            if (!place.set(blocks, op.position, next.value)) {
                failure = CounterFailure::Memory;
                return;
            }
            results.push_back(std::move(next));
        }
    });
    return found ? failure : CounterFailure::NoKey;
}

// The result as a term of the process: one integer, or a list of them.
Term counter_result(Process& p, const std::vector<NewValue>& results, bool as_list) {
    Word words = results.size() * kConsWords;
    for (const auto& r : results) words += copy_size(r.value, nullptr).words;
    make_room(p, words);
    Term list = Term::nil();
    for (std::size_t i = results.size(); i-- > 0;) {
        const Term value = copy_out(p, results[i].value);
        if (!as_list) return value;
        Word* pair = p.top;
        p.top += kConsWords;
        pair[0] = value.word();
        pair[1] = list.word();
        list = Term::cons(pair);
    }
    return list;
}

NativeResult update_counter(Process& p, Args args, Term default_object) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    Table& table = *access.table;
    if (table.is_bag()) return p.badarg(0, "not a valid table type for this operation");
    std::vector<CounterOp> ops;
    const bool as_list = args[2].is_list();
    if (as_list) {
        for (Term l = args[2]; l.is_cons(); l = l.tail()) {
            const auto op = read_op(table, l.head());
            if (!op || !is_tuple(l.head())) return p.badarg(2, kKeyPosition);
            ops.push_back(*op);
        }
    } else {
        const auto op = read_op(table, args[2]);
        if (!op) return p.badarg(2, kKeyPosition);
        ops.push_back(*op);
    }
    BlockCache& blocks = p.scheduler().blocks;
    std::vector<NewValue> results;
    for (;;) {
        switch (count_all(blocks, table, args[1], ops, results)) {
            case CounterFailure::None: return counter_result(p, results, as_list);
            case CounterFailure::TooShort: return p.badarg(2, "the position in the update operation is out of range");
            case CounterFailure::NotInteger: return p.badarg(2, "the value in the given position, in the object, is not an integer");
            case CounterFailure::Memory: return p.error(atoms::system_limit);
            case CounterFailure::NoKey: break;
        }
        if (default_object == kNoTerm) return p.badarg(1, "not a key that exists in the table");
        if (!is_tuple(default_object) || tuple_arity(default_object) <= table.key_position()) {
            return p.badarg(3, "the object tuple is smaller than the key position");
        }
        std::vector<Word> tuple(tuple_arity(default_object) + 1);
        std::copy_n(default_object.boxed_words(), tuple.size(), tuple.data());
        tuple[1 + table.key_position()] = args[1].word();
        // Somebody else may have put the key in meanwhile; then theirs is counted.
        if (table.put(blocks, Term::boxed(tuple.data()), true) == PutResult::Refused) return p.error(atoms::system_limit);
    }
}

}  // namespace

NativeResult native_ets_update_counter_3(Process& p, Args args) { return update_counter(p, args, kNoTerm); }
NativeResult native_ets_update_counter_4(Process& p, Args args) { return update_counter(p, args, args[3]); }

NativeResult native_ets_update_element(Process& p, Args args) {
    const auto access = table_access(p, args[0], Access::Write);
    if (access.table == nullptr) return access.refused;
    Table& table = *access.table;
    if (table.is_bag()) return p.badarg(0, "not a valid table type for this operation");
    std::vector<std::pair<Word, Term>> changes;
    const auto read = [&](Term t) {
        const auto position = is_tuple_of(t, 2) ? tuple_element(t, 0).try_small() : std::nullopt;
        if (!position || *position < 1 || static_cast<Word>(*position - 1) == table.key_position()) return false;
        changes.emplace_back(static_cast<Word>(*position - 1), tuple_element(t, 1));
        return true;
    };
    if (args[2].is_list()) {
        for (Term l = args[2]; l.is_cons(); l = l.tail()) {
            if (!read(l.head())) return p.badarg(2, kKeyPosition);
        }
    } else if (!read(args[2])) {
        return p.badarg(2, kKeyPosition);
    }
    bool short_row = false, refused = false;
    const bool found = change_row(table, args[1], [&](RowPlace& place) {
        for (const auto& [position, value] : changes) {
            if (position >= tuple_arity(place.row->object)) short_row = true;
        }
        if (short_row) return;
        for (const auto& [position, value] : changes) refused = refused || !place.set(p.scheduler().blocks, position, value);
    });
    if (short_row) return p.badarg(2, "out of range");
    if (refused) return p.error(atoms::system_limit);
    return found ? atoms::true_ : atoms::false_;
}

}  // namespace vial

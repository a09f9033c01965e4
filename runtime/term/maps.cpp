// runtime/term/maps.cpp: natives on maps.
// Here: :maps' and :erlang's functions on maps.
// Not here: how maps are laid out (vm/term/map.h); maps from lists (maps_build.cpp) and
// lists of maps (maps_lists.cpp); :maps' functions that take funs (stdlib).
// Threads: the scheduler that runs the process.
// Holds: what is built from many pairs is sorted first and written once.
#include <vector>

#include "runtime/term/arguments.h"
#include "runtime/term/maps_build.h"
#include "vm/base/literal_space.h"
#include "vm/term/compare.h"
#include "vm/term/map.h"

namespace vial {

namespace {

Term empty_map(Process& p) {
    return Term::boxed(context_of(p).literals->empty_map_words());
}

void charge_pairs(Process& p, Word pairs) {
    p.charge(static_cast<std::int64_t>(pairs / 4));
}

// Many pairs as a map; they are roots while room is made.
Term build(Process& p, std::vector<MapEntry>& entries) {
    charge_pairs(p, entries.size());
    if (entries.empty()) return empty_map(p);
    const Word words = map_prepare(entries, atoms_of(p));
    RootScope scope(context_of(p), {&entries[0].key, 3 * entries.size()});
    HeapWriter out = p.reserve(words);
    return map_build_prepared(out, entries);
}

void add_pairs(std::vector<MapEntry>& entries, Term map) {
    MapIterator all(map);
    MapEntry entry;
    while (all.next(entry.key, entry.value)) entries.push_back(entry);
}

}  // namespace

NativeResult native_erlang_map_size(Process& p, Args args) {
    if (!is_map(args[0])) return badmap(p, args, 0);
    return Term::small(static_cast<std::int64_t>(map_size(args[0])));
}

// maps:get/2, map_get/2: key, map.
NativeResult native_erlang_map_get(Process& p, Args args) {
    if (!is_map(args[1])) return badmap(p, args, 1);
    const Term value = map_get(args[1], args[0], atoms_of(p));
    return value == kNoTerm ? badkey(p, args, 0) : NativeResult(value);
}

NativeResult native_maps_get_default(Process& p, Args args) {
    if (!is_map(args[1])) return badmap(p, args, 1);
    const Term value = map_get(args[1], args[0], atoms_of(p));
    return value == kNoTerm ? args[2] : value;
}

NativeResult native_erlang_is_map_key(Process& p, Args args) {
    if (!is_map(args[1])) return badmap(p, args, 1);
    return boolean(map_has(args[1], args[0], atoms_of(p)));
}

NativeResult native_maps_find(Process& p, Args args) {
    if (!is_map(args[1])) return badmap(p, args, 1);
    const Term value = map_get(args[1], args[0], atoms_of(p));
    if (value == kNoTerm) return atoms::error;
    args.set(0, value);
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({atoms::ok, args[0]});
}

NativeResult native_maps_put(Process& p, Args args) {
    if (!is_map(args[2])) return badmap(p, args, 2);
    HeapWriter out = p.reserve(map_put_words(args[2]));
    return map_put(out, args[2], args[0], args[1], atoms_of(p));
}

NativeResult native_maps_update(Process& p, Args args) {
    if (!is_map(args[2])) return badmap(p, args, 2);
    HeapWriter out = p.reserve(map_put_words(args[2]));
    const Term result = map_update(out, args[2], args[0], args[1], atoms_of(p));
    return result == kNoTerm ? badkey(p, args, 0) : NativeResult(result);
}

NativeResult native_maps_remove(Process& p, Args args) {
    if (!is_map(args[1])) return badmap(p, args, 1);
    HeapWriter out = p.reserve(map_remove_words(args[1]));
    return map_remove(out, args[1], args[0], atoms_of(p));
}

NativeResult native_maps_take(Process& p, Args args) {
    if (!is_map(args[1])) return badmap(p, args, 1);
    HeapWriter out = p.reserve(map_remove_words(args[1]) + tuple_words(2));
    const Term value = map_get(args[1], args[0], atoms_of(p));
    if (value == kNoTerm) return atoms::error;
    const Term rest = map_remove(out, args[1], args[0], atoms_of(p));
    return out.tuple({value, rest});
}

// --- building
// --------------------------------------------------------------------------------------

NativeResult native_maps_new(Process& p, Args) {
    return empty_map(p);
}

namespace {

// A few pairs over a map that is much larger: one put each. `over`: the pairs win over the map's.
NativeResult put_each(Process& p, Args args, std::uint32_t large, std::uint32_t few, bool over) {
    std::vector<MapEntry> entries;
    add_pairs(entries, args[few]);
    RootScope scope(context_of(p), {&entries[0].key, 3 * entries.size()});
    for (const MapEntry& entry : entries) {
        if (!over && map_has(args[large], entry.key, atoms_of(p))) continue;
        HeapWriter out = p.reserve(map_put_words(args[large]));
        args.set(large, map_put(out, args[large], entry.key, entry.value, atoms_of(p)));
    }
    charge_pairs(p, 4 * entries.size());
    return args[large];
}

// Two flat maps whose keys are the same tuple: the right one's values.
bool same_keys(Term a, Term b) {
    return is_flat_map(a) && is_flat_map(b) && flat_map_keys(a) == flat_map_keys(b);
}

}  // namespace

NativeResult native_maps_merge(Process& p, Args args) {
    // The reference looks at the second first.
    if (!is_map(args[0])) return badmap(p, args, 0);
    if (!is_map(args[1])) return badmap(p, args, 1);
    const Word left = map_size(args[0]);
    const Word right = map_size(args[1]);
    if (right == 0) return args[0];
    if (left == 0 || same_keys(args[0], args[1])) return args[1];
    if (right * 8 < left) return put_each(p, args, 0, 1, true);
    if (left * 8 < right) return put_each(p, args, 1, 0, false);
    if (left + right > kAtOncePairs) return merge_slowly(p, args);
    std::vector<MapEntry> entries;
    entries.reserve(left + right);
    add_pairs(entries, args[0]);
    add_pairs(entries, args[1]);
    return build(p, entries);
}

}  // namespace vial

// runtime/term/maps_lists.cpp: lists of what is in a map.
// Here: keys, values, to_list; of large maps in slices.
// Not here: the other natives on maps (maps.cpp), maps from lists (maps_build.cpp).
// Threads: the scheduler that runs the process.
// Holds: all three see a large map's pairs in one order: the trie's, backwards. In slices too, since parts are in
//        the order of the trie.
#include <vector>

#include "runtime/term/arguments.h"
#include "runtime/term/maps_build.h"
#include "vm/term/map_parts.h"

namespace vial {

namespace {

enum class Listed : std::uint8_t { Keys, Values, Pairs };

// 256 parts: of a map of a million some 4,000 pairs each.
constexpr int kLevels = 2;
constexpr std::int64_t kParts = 256;

Word words_of(Listed what) { return kConsWords + (what == Listed::Pairs ? tuple_words(2) : 0); }

Term add(HeapWriter& out, Listed what, Term key, Term value, Term list) {
    if (what == Listed::Pairs) return out.cons(out.tuple({key, value}), list);
    return out.cons(what == Listed::Keys ? key : value, list);
}

Term list_flat(Process& p, Args args, Listed what) {
    const Word count = map_size(args[0]);
    HeapWriter out = p.reserve(words_of(what) * count);
    const auto keys = tuple_elements(flat_map_keys(args[0]));
    const auto values = flat_map_values(args[0]);
    Term list = Term::nil();
    for (Word i = count; i-- > 0;) list = add(out, what, keys[i], values[i], list);
    return list;
}

NativeResult list_map(Process& p, Args args, Listed what) {
    if (!is_map(args[0])) return badmap(p, args, 0);
    const Word count = map_size(args[0]);
    p.charge(static_cast<std::int64_t>(count > kAtOncePairs ? 1 : count / 4));
    if (is_flat_map(args[0])) return list_flat(p, args, what);
    if (count > kAtOncePairs) {
        const Term kind = Term::small(static_cast<std::int64_t>(what));
        return go_on_in(p, "maps", "list_slowly", {args[0], Term::small(0), Term::nil(), kind});
    }
    HeapWriter out = p.reserve(words_of(what) * count);
    MapIterator all(args[0]);
    Term list = Term::nil();
    for (Term key, value; all.next(key, value);) list = add(out, what, key, value, list);
    return list;
}

// Programs can call it too, with anything.
bool is_list_state(Args args) {
    const auto part = args[1].try_small(), what = args[3].try_small();
    return is_map(args[0]) && !is_flat_map(args[0]) && part && *part >= 0 && *part < kParts && what && *what >= 0 &&
           *what <= static_cast<std::int64_t>(Listed::Pairs);
}

}  // namespace

// maps:list_slowly(Map, NextPart, List, What): the list of a large map on its way.
NativeResult native_maps_list_slowly(Process& p, Args args) {
    if (!is_list_state(args)) return p.badarg();
    const auto what = static_cast<Listed>(args[3].small_value());
    std::int64_t part = args[1].small_value();
    std::vector<MapEntry> entries;
    do {
        entries.clear();
        map_part_entries(args[0], static_cast<std::uint32_t>(part), kLevels, atoms_of(p), entries);
        ++part;
        p.charge(static_cast<std::int64_t>(entries.size() / 4) + 1);
        if (entries.empty()) continue;
        RootScope scope(context_of(p), {&entries[0].key, 3 * entries.size()});
        HeapWriter out = p.reserve(words_of(what) * entries.size());
        Term list = args[2];
        for (const MapEntry& entry : entries) list = add(out, what, entry.key, entry.value, list);
        args.set(2, list);
    } while (part < kParts && !p.out_of_reductions());
    if (part == kParts) return args[2];
    return go_on_in(p, "maps", "list_slowly", {args[0], Term::small(part), args[2], args[3]});
}

NativeResult native_maps_keys(Process& p, Args args) { return list_map(p, args, Listed::Keys); }
NativeResult native_maps_values(Process& p, Args args) { return list_map(p, args, Listed::Values); }
NativeResult native_maps_to_list(Process& p, Args args) { return list_map(p, args, Listed::Pairs); }

}  // namespace vial

// runtime/term/maps_build.cpp: maps from lists, and of two maps.
// Here: from_list, from_keys; of long lists in slices; merge of two large maps in slices.
// Not here: the other natives on maps (maps.cpp); tries (vm/term/map_parts.h).
// Threads: the scheduler that runs the process.
// Holds: a long list is dealt out by the first nibbles of the keys' hashes, then each part is built by itself, then
//        they are joined. In between the state is terms, so the work stops anywhere and goes on. The list has been
//        looked at as a whole before.
//
// State, the only argument of from_list_slowly/1:
//   {rest of the list, parts, next part, tries, value, levels, collided, proof}
// parts: a tuple of lists, the last element first; in a merge the two maps, as [left | right]. tries: [trie, index, pairs | ...] of the parts that
// are built, the last first. value: of from_keys in a 1-tuple, else nil.
#include <algorithm>
#include <vector>

#include "runtime/term/arguments.h"
#include "runtime/term/maps_build.h"
#include "vm/base/literal_space.h"
#include "vm/tables/atoms.h"
#include "vm/term/map_parts.h"

namespace vial {

namespace {

// Lists longer than this are dealt to 4,096 parts in place of 256.
constexpr Word kManyPairs = 1 << 20;
// Pairs dealt between two looks at the reductions.
constexpr Word kDealtPairs = 2048;
constexpr Word kBuildStateElements = 8;
constexpr Word kBuildStateWords = tuple_words(kBuildStateElements);

int levels_for(Word pairs) { return pairs > kManyPairs ? 3 : 2; }

struct BuildState {
    Term rest, parts, next, tries, value, levels, collided;

    std::span<Term> terms() { return {&rest, 7}; }
    bool merges() const { return parts.is_cons(); }
    std::int64_t part_count() const { return std::int64_t{1} << (4 * level_count()); }
    int level_count() const { return static_cast<int>(levels.small_value()); }
    MapEntry entry(Term element) const {
        if (is_tuple(value)) return {element, tuple_element(value, 0), Term()};
        return {tuple_element(element, 0), tuple_element(element, 1), Term()};
    }
};

BuildState read_build_state(Term t) {
    const auto e = tuple_elements(t);
    return {e[0], e[1], e[2], e[3], e[4], e[5], e[6]};
}

// Pairs as a map; they are roots while room is made.
NativeResult build_at_once(Process& p, std::vector<MapEntry>& entries) {
    p.charge(static_cast<std::int64_t>(entries.size() / 4));
    if (entries.empty()) return Term::boxed(context_of(p).literals->empty_map_words());
    const Word words = map_prepare(entries, atoms_of(p));
    RootScope scope(context_of(p), {&entries[0].key, 3 * entries.size()});
    HeapWriter out = p.reserve(words);
    return map_build_prepared(out, entries);
}

// Moves elements from the list to the parts.
void deal(Process& p, BuildState& s) {
    const Word count = tuple_arity(s.parts);
    HeapWriter out = p.reserve(tuple_words(count) + kDealtPairs * kConsWords);
    const auto old = tuple_elements(s.parts);
    std::vector<Term> lists(old.begin(), old.end());
    Word dealt = 0;
    for (; dealt < kDealtPairs && s.rest.is_cons(); ++dealt, s.rest = s.rest.tail()) {
        const Term element = s.rest.head();
        Term& list = lists[map_part_of(s.entry(element).key, s.level_count(), atoms_of(p))];
        list = out.cons(element, list);
    }
    s.parts = out.tuple(lists);
    p.charge(static_cast<std::int64_t>(dealt));
}

// Builds the next part's trie.
void build_part(Process& p, BuildState& s) {
    const auto index = s.next.small_value();
    s.next = Term::small(index + 1);
    std::vector<MapEntry> entries;
    if (s.merges()) {
        for (const Term map : {s.parts.head(), s.parts.tail()}) {
            map_part_entries(map, static_cast<std::uint32_t>(index), s.level_count(), atoms_of(p), entries);
        }
    } else {
        for (Term list = tuple_element(s.parts, static_cast<Word>(index)); list.is_cons(); list = list.tail()) {
            entries.push_back(s.entry(list.head()));
        }
        std::reverse(entries.begin(), entries.end());
    }
    p.charge(static_cast<std::int64_t>(entries.size()) + 1);
    if (entries.empty()) return;
    const Word words = map_part_prepare(entries, s.level_count(), atoms_of(p));
    RootScope scope(context_of(p), {&entries[0].key, 3 * entries.size()});
    HeapWriter out = p.reserve(words + 3 * kConsWords);
    bool collided = s.collided == atoms::true_;
    const Term trie = map_part_build(out, entries, s.level_count(), collided);
    s.collided = collided ? atoms::true_ : atoms::false_;
    s.tries = out.cons(Term::small(static_cast<std::int64_t>(entries.size())), s.tries);
    s.tries = out.cons(Term::small(index), s.tries);
    s.tries = out.cons(trie, s.tries);
}

NativeResult join(Process& p, BuildState& s) {
    std::vector<MapPart> parts;
    const auto gather = [&] {
        parts.clear();
        for (Term t = s.tries; t.is_cons(); t = t.tail().tail().tail()) {
            parts.push_back({static_cast<std::uint32_t>(t.tail().head().small_value()),
                             static_cast<Word>(t.tail().tail().head().small_value()), t.head()});
        }
        std::reverse(parts.begin(), parts.end());
    };
    gather();
    Word pairs = 0;
    for (const MapPart& part : parts) pairs += part.pairs;
    std::vector<MapEntry> entries;
    if (pairs == 1) {
        entries.push_back({parts[0].trie.head(), parts[0].trie.tail(), Term()});
        return build_at_once(p, entries);
    }
    HeapWriter out = p.reserve(map_join_words(parts, s.level_count()));
    gather();  // reserve moved them
    const Term map = map_join(out, parts, s.level_count(), s.collided == atoms::true_);
    if (pairs > kMaxFlatMapPairs) return map;
    // So many were equal that few are left.
    MapIterator all(map);
    for (MapEntry entry; all.next(entry.key, entry.value);) entries.push_back(entry);
    return build_at_once(p, entries);
}

NativeResult go_on(Process& p, BuildState& s) {
    HeapWriter out = p.reserve(kBuildStateWords);
    const Term state = out.tuple({s.rest, s.parts, s.next, s.tries, s.value, s.levels, s.collided, kStateProof});
    return go_on_in(p, "maps", "from_list_slowly", {state});
}

// `value`: nil, or a 1-tuple.
NativeResult start_slowly(Process& p, Term list, Term value, Word length) {
    const int levels = levels_for(length);
    BuildState s{list, Term::nil(), Term::small(0), Term::nil(), value, Term::small(levels), atoms::false_};
    RootScope scope(context_of(p), s.terms());
    const std::vector<Term> none(std::size_t{1} << (4 * levels), Term::nil());
    HeapWriter out = p.reserve(tuple_words(none.size()));
    s.parts = out.tuple(none);
    return go_on(p, s);
}

}  // namespace

NativeResult merge_slowly(Process& p, Args args) {
    const int levels = levels_for(map_size(args[0]) + map_size(args[1]));
    const Term nil = Term::nil();
    BuildState s{nil, nil, Term::small(0), nil, nil, Term::small(levels), atoms::false_};
    RootScope scope(context_of(p), s.terms());
    HeapWriter out = p.reserve(kConsWords);
    s.parts = out.cons(args[0], args[1]);
    return go_on(p, s);
}

NativeResult native_maps_from_list_slowly(Process& p, Args args) {
    if (!is_state_of_ours(args[0], kBuildStateElements)) return p.badarg();
    BuildState s = read_build_state(args[0]);
    RootScope scope(context_of(p), s.terms());
    do {
        if (s.rest.is_cons()) deal(p, s);
        else if (s.next.small_value() < s.part_count()) build_part(p, s);
        else return join(p, s);
    } while (!p.out_of_reductions());
    return go_on(p, s);
}

NativeResult native_maps_from_list(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    const ListShape shape = list_shape(args[0]);
    if (!shape.proper) return p.badarg(0, "not a proper list");
    for (Term at = args[0]; at.is_cons(); at = at.tail()) {
        if (!is_tuple_of(at.head(), 2)) return p.badarg();
    }
    if (shape.length > kAtOncePairs) return start_slowly(p, args[0], Term::nil(), shape.length);
    std::vector<MapEntry> entries;
    entries.reserve(shape.length);
    for (Term at = args[0]; at.is_cons(); at = at.tail()) {
        entries.push_back({tuple_element(at.head(), 0), tuple_element(at.head(), 1), Term()});
    }
    return build_at_once(p, entries);
}

NativeResult native_maps_from_keys(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    const ListShape shape = list_shape(args[0]);
    if (!shape.proper) return p.badarg(0, "not a proper list");
    if (shape.length > kAtOncePairs) {
        HeapWriter out = p.reserve(tuple_words(1));
        const Term value = out.tuple({args[1]});
        return start_slowly(p, args[0], value, shape.length);
    }
    std::vector<MapEntry> entries;
    entries.reserve(shape.length);
    for (Term at = args[0]; at.is_cons(); at = at.tail()) entries.push_back({at.head(), args[1], Term()});
    return build_at_once(p, entries);
}

}  // namespace vial

// vm/interp/slow_data.cpp: frames and heap that need a collection; tuples and maps.
// Here: the rare cases of ops_data.inl.
// Not here: maps themselves (term/map.h), the collector (heap/gc.h).
// Threads: the scheduler that runs the process.
// Holds: operands are read again after whatever may collect; their registers are live in the
//        instruction's descriptor.
#include <algorithm>
#include <array>

#include "vm/base/literal_space.h"
#include "vm/heap/gc.h"
#include "vm/interp/raise.h"
#include "vm/interp/slow_paths_internal.h"
#include "vm/tables/atoms.h"
#include "vm/term/map.h"

namespace vial {

CodePointer slow_allocate(RunContext& c, Process& p, CodePointer pc) {
    show_roots(c, descriptor_at(pc[2]));
    (void)p.reserve(pc[1]);
    p.sp -= pc[1];
    return pc + 3;
}

CodePointer slow_test_heap(RunContext& c, Process& p, CodePointer pc) {
    show_roots(c, descriptor_at(pc[2]));
    (void)p.reserve(pc[1]);
    return pc + 3;
}

// d, t, count, (index, value)..., descriptor
CodePointer slow_update_tuple(RunContext& c, Process& p, CodePointer pc) {
    const Word count = pc[3];
    const CodePointer next = pc + 4 + count + 1;
    show_roots(c, descriptor_at(next[-1]));
    const Word arity = tuple_arity(read_operand(c, p, pc[2]));
    HeapWriter out = p.reserve(tuple_words(arity));
    const Term copy = out.tuple(tuple_elements(read_operand(c, p, pc[2])));
    for (Word i = 0; i < count; i += 2) {
        copy.boxed_words()[1 + pc[4 + i]] = read_operand(c, p, pc[5 + i]).word();
    }
    write_operand(c, p, pc[1], copy);
    return next;
}

// d, count, (key, value)..., descriptor
CodePointer slow_map_new(RunContext& c, Process& p, CodePointer pc) {
    const Word count = pc[2];
    const CodePointer next = pc + 3 + count + 1;
    show_roots(c, descriptor_at(next[-1]));
    HeapWriter out = p.reserve(map_build_words(count / 2));
    std::array<MapPair, kMaxFlatMapPairs> few;
    std::vector<MapPair> many;
    std::span<MapPair> pairs(few.data(), count / 2 <= few.size() ? count / 2 : 0);
    if (count / 2 > few.size()) {
        many.resize(count / 2);
        pairs = many;
    }
    for (Word i = 0; i < pairs.size(); ++i) {
        pairs[i] = {read_operand(c, p, pc[3 + 2 * i]), read_operand(c, p, pc[4 + 2 * i])};
    }
    const Term empty = Term::boxed(c.literals->empty_map_words());
    write_operand(c, p, pc[1], map_build(out, pairs, *c.atoms, empty));
    return next;
}

// d, key tuple, count, values..., descriptor
CodePointer slow_map_new_keys(RunContext& c, Process& p, CodePointer pc) {
    const Word count = pc[3];
    show_roots(c, descriptor_at(pc[4 + count]));
    HeapWriter out = p.reserve(flat_map_words(count));
    Term values[kMaxFlatMapPairs];
    for (Word i = 0; i < count; ++i) values[i] = read_operand(c, p, pc[4 + i]);
    write_operand(c, p, pc[1], map_with_keys(out, Term::from_word(pc[2]), {values, count}));
    return pc + 4 + 2 * count;
}

namespace {

// All keys are atoms or small integers that `map`, a flat one, has: new values in one copy. kNoTerm
// when it is not so.
Term replace_values(RunContext& c, Process& p, Word map_operand, const Word* pairs, Word count) {
    Term map = read_operand(c, p, map_operand);
    if (!is_flat_map(map)) return kNoTerm;
    const Word size = map_size(map);
    Word places[kMaxFlatMapPairs];
    if (count / 2 > kMaxFlatMapPairs) return kNoTerm;
    const Word* keys = flat_map_keys(map).boxed_words() + 1;
    for (Word i = 0; i < count; i += 2) {
        const Term key = read_operand(c, p, pairs[i]);
        if (!key.is_atom() && !key.is_small()) return kNoTerm;
        const Word* found = std::find(keys, keys + size, key.word());
        if (found == keys + size) return kNoTerm;
        places[i / 2] = static_cast<Word>(found - keys);
    }
    Word* at = p.reserve(flat_map_words(size)).take(flat_map_words(size));
    map = read_operand(c, p, map_operand);
    std::copy_n(map.boxed_words(), flat_map_words(size), at);
    for (Word i = 0; i < count; i += 2) {
        at[2 + places[i / 2]] = read_operand(c, p, pairs[i + 1]).word();
    }
    return Term::boxed(at);
}

}  // namespace

// fail, d, map, count, (key, value)..., descriptor. An update asks that each key is there.
template <bool kUpdate>
static CodePointer store_pairs(RunContext& c, Process& p, CodePointer pc) {
    const Word count = pc[4];
    const CodePointer next = pc + 5 + count + 1;
    const FrameDescriptor* frame = descriptor_at(next[-1]);
    Term map = read_operand(c, p, pc[3]);
    if (!is_map(map)) {
        if (pc[1]) return code_at(pc[1]);
        return raise_tagged(c, p, frame, atoms::badmap, map);
    }
    show_roots(c, frame);
    const Term replaced = replace_values(c, p, pc[3], pc + 5, count);
    if (replaced != kNoTerm) {
        write_operand(c, p, pc[2], replaced);
        return next;
    }
    RootScope scope(c, {&map, 1});
    for (Word i = 0; i < count; i += 2) {
        HeapWriter out = p.reserve(map_put_words(map));
        const Term key = read_operand(c, p, pc[5 + i]), value = read_operand(c, p, pc[6 + i]);
        if constexpr (!kUpdate) {
            map = map_put(out, map, key, value, *c.atoms);
        } else {
            map = map_update(out, map, key, value, *c.atoms);
            if (map != kNoTerm) continue;
            if (pc[1]) return code_at(pc[1]);
            map = Term::nil();
            return raise_tagged(c, p, frame, atoms::badkey, key);
        }
    }
    write_operand(c, p, pc[2], map);
    return next;
}

CodePointer slow_map_put(RunContext& c, Process& p, CodePointer pc) { return store_pairs<false>(c, p, pc); }
CodePointer slow_map_update(RunContext& c, Process& p, CodePointer pc) { return store_pairs<true>(c, p, pc); }

// fail, d, map, key
CodePointer slow_map_get(RunContext& c, Process& p, CodePointer pc) {
    const Term value = map_get(read_operand(c, p, pc[3]), read_operand(c, p, pc[4]), *c.atoms);
    if (value == kNoTerm) return code_at(pc[1]);
    write_operand(c, p, pc[2], value);
    return pc + 5;
}

CodePointer slow_map_has(RunContext& c, Process& p, CodePointer pc) {
    const bool has = map_has(read_operand(c, p, pc[2]), read_operand(c, p, pc[3]), *c.atoms);
    return has ? pc + 4 : code_at(pc[1]);
}

// fail, map, count, (key, dst)...
CodePointer slow_map_get_many(RunContext& c, Process& p, CodePointer pc) {
    const Term map = read_operand(c, p, pc[2]);
    const Word count = pc[3];
    for (Word i = 0; i < count; i += 2) {
        const Term value = map_get(map, read_operand(c, p, pc[4 + i]), *c.atoms);
        if (value == kNoTerm) return code_at(pc[1]);
        write_operand(c, p, pc[5 + i], value);
    }
    return pc + 4 + count;
}

}  // namespace vial

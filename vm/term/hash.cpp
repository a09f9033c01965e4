// vm/term/hash.cpp: the walk behind hash_term.
// Here: one pass with an explicit stack, mixing each node into one word.
// Not here: phash2.
// Threads: pure.
// Holds: what === takes for equal hashes equal: floats by value (zeros alike), bignums by limbs,
//        bitstrings by bits wherever they stand.
#include "vm/term/hash.h"

#include <string>

#include "vm/base/term_stack.h"
#include "vm/code/cell.h"
#include "vm/code/fun_entry.h"
#include "vm/heap/resource.h"
#include "vm/term/binary.h"
#include "vm/term/map.h"

namespace vial {

namespace {

// What is mixed in before a compound, so that {1} and [1] differ.
enum Seed : std::uint64_t {
    kTupleSeed = 0x51,
    kListSeed,
    kMapSeed,
    kBigSeed,
    kFloatSeed,
    kFunSeed,
    kReferenceSeed,
    kExternalSeed,
    kBitsSeed,
    kOtherSeed,
};

// By value: the same bits hash the same wherever and at whatever offset they stand.
std::uint64_t hash_bits(Term t) {
    const BitView view = bits_of(t);
    if (view.aligned() && view.whole_bytes()) {
        return hash_bytes({reinterpret_cast<const char*>(view.bytes), view.size_bits / 8},
                          kBitsSeed);
    }
    if (view.whole_bytes()) {
        std::string bytes(view.size_bits / 8, '\0');
        copy_bits(reinterpret_cast<std::uint8_t*>(bytes.data()), 0, view.bytes, view.offset_bits,
                  view.size_bits);
        return hash_bytes(bytes, kBitsSeed);
    }
    std::uint64_t h = mix(kBitsSeed, view.size_bits);
    for (Word done = 0; done < view.size_bits; done += 64) {
        const Word now = view.size_bits - done < 64 ? view.size_bits - done : 64;
        h = mix(h, read_bits(view.bytes, view.offset_bits + done, now));
    }
    return h;
}

std::uint64_t hash_float(Term t) {
    const double d = float_value(t);
    return mix(kFloatSeed, d == 0 ? 0 : std::bit_cast<std::uint64_t>(d));
}

class HashWalk {
  public:
    explicit HashWalk(const AtomTable& atoms) : atoms_(atoms) {}

    std::uint64_t run(Term t, Word* visited) {
        pending_.push(t);
        while (!pending_.empty()) {
            hash_ = mix(hash_, step(pending_.pop()));
            ++count_;
        }
        if (visited) *visited += count_;
        return hash_;
    }

  private:
    // The node's own share; what is inside waits on the stack.
    std::uint64_t step(Term t) {
        if (t.is_cons()) {
            pending_.push(t.tail());
            pending_.push(t.head());
            return kListSeed;
        }
        if (t.is_atom()) return atoms_.hash(t);
        if (t.is_immediate_float()) return hash_float(t);
        if (t.is_immediate()) return mix(t.word());
        return boxed(t);
    }
    std::uint64_t boxed(Term t) {
        const Word* at = t.boxed_words();
        const Word size = header_size(at[0]);
        switch (header_kind(at[0])) {
            case BoxedKind::Tuple: push(at + 1, size); return mix(kTupleSeed, size);
            case BoxedKind::FlatMap:
            case BoxedKind::HamtMap: return map(t);
            case BoxedKind::BignumPositive:
            case BoxedKind::BignumNegative: return words(mix(kBigSeed, at[0]), at + 1, size);
            case BoxedKind::Float: return hash_float(t);
            case BoxedKind::Fun: {
                const FunEntry& e = *fun_entry(t);
                push(at + 2, size);
                return mix(mix(kFunSeed, atoms_.hash(e.module)), Word{e.index} << 32 | e.unique);
            }
            case BoxedKind::ExportFun: {
                const FunctionCell* cell = export_fun_cell(t);
                return mix(mix(kFunSeed, atoms_.hash(cell->module)), atoms_.hash(cell->function)) +
                       cell->arity;
            }
            // Equal to the local reference of the same number.
            case BoxedKind::Alias: return mix(Term::reference(at[1]).word());
            case BoxedKind::Resource: return mix(Term::reference(resource_of(t)->number).word());
            case BoxedKind::ExternalPid:
            case BoxedKind::ExternalPort:
            case BoxedKind::ExternalReference:
                return words(mix(kExternalSeed, atoms_.hash(Term::from_word(at[1]))), at + 2,
                             size - 1);
            case BoxedKind::HeapBinary:
            case BoxedKind::SharedBinary:
            case BoxedKind::BinarySlice: return hash_bits(t);
            default: return kOtherSeed;
        }
    }
    static std::uint64_t words(std::uint64_t h, const Word* at, Word count) {
        for (Word i = 0; i < count; ++i) h = mix(h, at[i]);
        return h;
    }
    void push(const Word* terms, Word count) {
        while (count-- > 0) pending_.push(Term::from_word(terms[count]));
    }
    // Flat maps stand in key order and tries in theirs; the pairs of a collision node may stand in
    // any order and are left out.
    std::uint64_t map(Term t) {
        if (is_flat_map(t)) {
            push(t.boxed_words() + 2, map_size(t));
            push(flat_map_keys(t).boxed_words() + 1, map_size(t));
            return mix(kMapSeed, map_size(t));
        }
        MapIterator all(t);
        Term key;
        Term value;
        while (all.next(key, value)) {
            if (all.in_collision()) continue;
            pending_.push(value);
            pending_.push(key);
        }
        return mix(kMapSeed, map_size(t));
    }

    const AtomTable& atoms_;
    TermStack<Term> pending_;
    std::uint64_t hash_ = 0;
    Word count_ = 0;
};

}  // namespace

std::uint64_t hash_term_slow(Term t, const AtomTable& atoms, Word* visited) {
    if (t.is_immediate_float()) return hash_float(t);
    if (t.is_immediate()) return mix(t.word());
    if (is_bitstring(t)) {
        if (visited) *visited += 1 + bitstring_bits(t) / 1024;
        return hash_bits(t);
    }
    return HashWalk(atoms).run(t, visited);
}

}  // namespace vial

// vm/term/phash2.cpp: the portable hash of OTP.
// Here: the walk over a term, mixing by Bob Jenkins' 96-bit mix ("lookup2", 1996).
// Not here: the machine's own hash.
// Threads: pure.
// Holds: every constant and the order of every step are part of the function's definition; pairs of
// a
//        map are hashed each by itself and combined by exclusive or, so their order does not
//        matter.
#include "vm/term/phash2.h"

#include <bit>
#include <string>

#include "vm/base/term_stack.h"
#include "vm/code/cell.h"
#include "vm/code/fun_entry.h"
#include "vm/heap/resource.h"
#include "vm/term/bignum.h"
#include "vm/term/binary.h"
#include "vm/term/map.h"

namespace vial {

namespace {

using Hash = std::uint32_t;

// Multiples of the golden ratio tell the kinds apart.
constexpr Hash golden(Hash n) {
    return 0x9e3779b9u * n;
}

void mix(Hash& a, Hash& b, Hash& c) {
    a = (a - b - c) ^ c >> 13;
    b = (b - c - a) ^ a << 8;
    c = (c - a - b) ^ b >> 13;
    a = (a - b - c) ^ c >> 12;
    b = (b - c - a) ^ a << 16;
    c = (c - a - b) ^ b >> 5;
    a = (a - b - c) ^ c >> 3;
    b = (b - c - a) ^ a << 10;
    c = (c - a - b) ^ b >> 15;
}

Hash add(Hash hash, Hash x, Hash y, Hash kind) {
    Hash a = kind + x;
    Hash b = kind + y;
    mix(a, b, hash);
    return hash;
}
Hash add(Hash hash, Hash x, Hash kind) {
    return add(hash, x, 0, kind);
}

Hash little_word(const std::uint8_t* k) {
    return k[0] | Hash{k[1]} << 8 | Hash{k[2]} << 16 | Hash{k[3]} << 24;
}

Hash hash_block(const std::uint8_t* k, Word length, Hash seed) {
    Hash a = golden(1);
    Hash b = golden(1);
    Hash c = seed;
    Word left = length;
    for (; left >= 12; left -= 12, k += 12) {
        a += little_word(k);
        b += little_word(k + 4);
        c += little_word(k + 8);
        mix(a, b, c);
    }
    // The lowest byte of c is the length's.
    c += static_cast<Hash>(length);
    for (Word i = 0; i < left; ++i) {
        const Hash byte = k[i];
        if (i < 4) {
            a += byte << 8 * i;
        } else if (i < 8) {
            b += byte << 8 * (i - 4);
        } else {
            c += byte << 8 * (i - 7);
        }
    }
    mix(a, b, c);
    return c;
}

// P. J. Weinberger's hash over the atom's code points below 256, else over its bytes.
Hash atom_hash(std::string_view text) {
    Hash h = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto v = static_cast<std::uint8_t>(text[i]);
        if (i + 1 < text.size() && (v & 0xfe) == 0xc2 && (text[i + 1] & 0xc0) == 0x80) {
            v = static_cast<std::uint8_t>(v << 6 | (text[++i] & 0x3f));
        }
        h = (h << 4) + v;
        if (const Hash high = h & 0xf0000000) h = (h ^ high >> 24) ^ high;
    }
    return h;
}

bool fits_28_bits(Term t) {
    return t.small_value() >= -(1 << 27) && t.small_value() < 1 << 27;
}

// What stands on the stack besides terms.
constexpr Term kPairEnds = Term::marker(40);
constexpr Term kMapEnds = Term::marker(41);

class PortableWalk {
  public:
    explicit PortableWalk(const AtomTable& atoms) : atoms_(atoms) {}

    Hash run(Term t, Word* visited) {
        stack_.push(t);
        Word count = 0;
        while (!stack_.empty()) {
            step(stack_.pop());
            ++count;
        }
        if (visited) *visited += count;
        return hash_;
    }

  private:
    void step(Term t) {
        if (t == kPairEnds) {
            pairs_ ^= hash_;
            hash_ = 0;
        } else if (t == kMapEnds) {
            hash_ = static_cast<Hash>(stack_.pop().small_value());
            hash_ = add(hash_, pairs_, golden(19));
            pairs_ = static_cast<Hash>(stack_.pop().small_value());
        } else if (t.is_cons()) {
            list(t);
        } else if (t.is_small() && fits_28_bits(t)) {
            small(static_cast<std::int32_t>(t.small_value()));
        } else if (is_integer(t)) {
            integer(IntegerView(t));
        } else if (is_float(t)) {
            floating(float_value(t));
        } else if (t.is_boxed()) {
            boxed(t);
        } else {
            immediate(t);
        }
    }
    Hash atom(Term t) const { return atom_hash(atoms_.text(t)); }

    void small(std::int32_t x) {
        // A negative number is mixed in twice, by its magnitude and by itself.
        if (x < 0) hash_ = add(hash_, static_cast<Hash>(-x), golden(1));
        hash_ = add(hash_, static_cast<Hash>(x), golden(1));
    }
    void integer(const IntegerView& v) {
        const Hash kind = v.negative() ? golden(10) : golden(11);
        for (Word limb : v.limbs()) {
            hash_ = add(hash_, static_cast<Hash>(limb), static_cast<Hash>(limb >> 32), kind);
        }
    }
    void floating(double d) {
        const auto bits = d == 0 ? 0 : std::bit_cast<std::uint64_t>(d);
        hash_ = add(hash_, static_cast<Hash>(bits >> 32), static_cast<Hash>(bits), golden(12));
    }
    void immediate(Term t) {
        if (t.is_atom()) {
            hash_ = hash_ == 0 ? atom(t) : add(hash_, atom(t), golden(3));
        } else if (t.is_nil()) {
            hash_ = hash_ == 0 ? 3468870702u : add(hash_, 2, golden(2));
        } else if (t.is_local_pid()) {
            hash_ = add(hash_, t.slot(), golden(5));
        } else if (t.is_local_port()) {
            hash_ = add(hash_, t.slot(), golden(6));
        } else {
            hash_ = add(hash_, static_cast<Hash>(t.payload()), golden(7));
        }
    }
    // Bytes at the front of a list are taken four at a time.
    void list(Term t) {
        Hash word = 0;
        int filled = 0;
        while (t.head().is_small() && t.head().small_value() >= 0 && t.head().small_value() < 256) {
            word = (word << 8) + static_cast<Hash>(t.head().small_value());
            if (++filled == 4) {
                hash_ = add(hash_, word, golden(4));
                word = 0;
                filled = 0;
            }
            const Term tail = t.tail();
            if (!tail.is_cons()) {
                if (filled) hash_ = add(hash_, word, golden(4));
                stack_.push(tail);
                return;
            }
            t = tail;
        }
        if (filled) hash_ = add(hash_, word, golden(4));
        stack_.push(t.tail());
        stack_.push(t.head());
    }
    void boxed(Term t) {
        const Word* at = t.boxed_words();
        switch (header_kind(at[0])) {
            case BoxedKind::Tuple:
                hash_ = add(hash_, static_cast<Hash>(tuple_arity(t)), golden(9));
                push_all(at + 1, tuple_arity(t));
                return;
            case BoxedKind::FlatMap:
            case BoxedKind::HamtMap: map(t); return;
            case BoxedKind::Fun: fun(t); return;
            case BoxedKind::ExportFun: {
                const FunctionCell* cell = export_fun_cell(t);
                hash_ = add(hash_, cell->arity, atom(cell->module), golden(1));
                hash_ = add(hash_, atom(cell->function), golden(14));
                return;
            }
            case BoxedKind::Alias: hash_ = add(hash_, static_cast<Hash>(at[1]), golden(7)); return;
            case BoxedKind::Resource:
                hash_ = add(hash_, static_cast<Hash>(resource_of(t)->number), golden(7));
                return;
            case BoxedKind::ExternalPid:
                hash_ = add(hash_, static_cast<Hash>(at[3] & 0xfffffff), golden(5));
                return;
            case BoxedKind::ExternalPort:
                hash_ = add(hash_, static_cast<Hash>(at[3] & 0xfffffff), golden(6));
                return;
            case BoxedKind::ExternalReference:
                hash_ = add(hash_, static_cast<Hash>(at[3]), golden(7));
                return;
            default: bits(t);
        }
    }
    void push_all(const Word* terms, Word count) {
        while (count-- > 0) stack_.push(Term::from_word(terms[count]));
    }
    void map(Term t) {
        hash_ = add(hash_, static_cast<Hash>(map_size(t)), golden(16));
        if (map_size(t) == 0) return;
        stack_.push(Term::small(pairs_));
        stack_.push(Term::small(hash_));
        stack_.push(kMapEnds);
        hash_ = 0;
        pairs_ = 0;
        MapIterator all(t);
        Term key;
        Term value;
        while (all.next(key, value)) {
            stack_.push(kPairEnds);
            stack_.push(value);
            stack_.push(key);
        }
    }
    void fun(Term t) {
        const FunEntry& entry = *fun_entry(t);
        const Word free = header_size(t.header());
        hash_ = add(hash_, static_cast<Hash>(free), atom(entry.module), golden(1));
        hash_ = add(hash_, entry.index, entry.unique, golden(1));
        // The last free variable first.
        for (Term v : fun_free_variables(t)) stack_.push(v);
    }
    void bits(Term t) {
        const BitView view = bits_of(t);
        const Hash seed = golden(13) + hash_;
        const Word whole = view.size_bits / 8;
        const Word rest = view.size_bits % 8;
        if (view.size_bits == 0) {
            hash_ = seed;
            return;
        }
        std::string copied;
        const std::uint8_t* bytes = view.bytes;
        if (!view.aligned()) {
            copied.resize(whole);
            bytes = reinterpret_cast<const std::uint8_t*>(copied.data());
            copy_bits(reinterpret_cast<std::uint8_t*>(copied.data()), 0, view.bytes,
                      view.offset_bits, whole * 8);
        }
        hash_ = hash_block(bytes, whole, seed);
        if (rest) {
            const auto last = read_bits(view.bytes, view.offset_bits + whole * 8, rest);
            hash_ = add(hash_, static_cast<Hash>(rest), static_cast<Hash>(last), golden(15));
        }
    }

    const AtomTable& atoms_;
    TermStack<Term> stack_;
    Hash hash_ = 0;
    Hash pairs_ = 0;
};

}  // namespace

std::uint32_t phash2(Term t, const AtomTable& atoms, Word* visited) {
    return PortableWalk(atoms).run(t, visited);
}

}  // namespace vial

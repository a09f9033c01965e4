// vm/code/etf_decode.cpp: Erlang's external term format to terms.
// Here: decode_etf().
// Not here: writing (etf_encode.cpp).
// Threads: any; interns atoms.
// Holds: every count is compared with the bytes left before anything is made for it; one element takes
//        at least one byte, so the work is linear in the input. An explicit stack.
#include <cmath>
#include <cstdlib>

#include "vm/code/cell.h"
#include "vm/code/etf.h"
#include "vm/code/etf_tags.h"
#include "vm/code/fun_entry.h"
#include "vm/tables/atoms.h"
#include "vm/term/bignum.h"
#include "vm/term/binary.h"
#include "vm/term/compare.h"

namespace vial {

namespace {

constexpr std::size_t kMaxAtomCharacters = 255;

// What the values that follow become.
struct Pending {
    std::uint8_t tag;
    std::size_t left;     // values still to come
    std::size_t first;    // where they start on the value stack
    FunEntry* fun = nullptr;
};

class Decoder {
  public:
    Decoder(std::string_view bytes, EtfDecoder& options, TermArena& arena)
        : bytes_(bytes), options_(options), arena_(arena) {}

    Result<Term> run(std::size_t& used) {
        if (number(1) != etf::Version) fail("not an external term");
        do {
            if (!failed()) value();
            while (!failed() && !pending_.empty() && pending_.back().left == 0) finish();
        } while (!failed() && !pending_.empty());
        if (failed()) return Error{std::string("external term: ") + why_};
        used = at_;
        return values_.back();
    }

  private:
    bool failed() const { return why_ != nullptr; }
    void fail(const char* why) {
        if (!why_) why_ = why;
    }
    std::size_t left() const { return bytes_.size() - at_; }
    std::uint64_t number(std::size_t count) {
        if (left() < count) {
            fail("ends too early");
            return 0;
        }
        std::uint64_t v = 0;
        for (std::size_t i = 0; i < count; ++i) v = v << 8 | static_cast<std::uint8_t>(bytes_[at_++]);
        return v;
    }
    std::string_view take(std::uint64_t count) {
        if (left() < count) {
            fail("ends too early");
            return {};
        }
        at_ += count;
        return bytes_.substr(at_ - count, count);
    }
    void push(Term t) {
        values_.push_back(t);
        if (!pending_.empty()) --pending_.back().left;
    }
    void expect(std::uint8_t tag, std::uint64_t count) {
        if (count > left()) return fail("more elements than bytes");
        pending_.push_back({tag, count, values_.size()});
    }

    void value();
    void finish();
    void big_integer(std::uint64_t count);
    void old_float();
    void string();
    void bits();
    void fun();
    void export_fun();
    void pid();
    void port(std::size_t id_bytes);
    void reference();
    Term atom_of(std::string_view utf8);
    Term latin1_atom(std::string_view text);
    // An atom that stands here by itself.
    Term atom();
    std::int64_t integer();
    Term external(BoxedKind kind, std::initializer_list<Word> words);
    bool is_local(Term node, std::uint64_t creation);

    std::string_view bytes_;
    std::size_t at_ = 0;
    EtfDecoder& options_;
    TermArena& arena_;
    const char* why_ = nullptr;
    std::vector<Pending> pending_;
    std::vector<Term> values_;
};

void Decoder::value() {
    const auto tag = static_cast<std::uint8_t>(number(1));
    if (failed()) return;
    switch (tag) {
        case etf::SmallInteger: return push(Term::small(static_cast<std::int64_t>(number(1))));
        case etf::Integer: return push(Term::small(static_cast<std::int32_t>(number(4))));
        case etf::SmallBig: return big_integer(number(1));
        case etf::LargeBig: return big_integer(number(4));
        case etf::NewFloat: {
            const double d = std::bit_cast<double>(number(8));
            if (!std::isfinite(d)) return fail("a float that is no number");
            return push(arena_.floating(d));
        }
        case etf::Float: return old_float();
        case etf::Atom:
        case etf::SmallAtom:
        case etf::AtomUtf8:
        case etf::SmallAtomUtf8: --at_; return push(atom());
        case etf::SmallTuple: return expect(tag, number(1));
        case etf::LargeTuple: return expect(etf::SmallTuple, number(4));
        case etf::Nil: return push(Term::nil());
        case etf::String: return string();
        case etf::List: {
            const std::uint64_t count = number(4);
            if (count >= left()) return fail("more elements than bytes");
            return expect(tag, count + 1);
        }
        case etf::Map: {
            const std::uint64_t count = number(4);
            if (count > left() / 2) return fail("more pairs than bytes");
            return expect(tag, count * 2);
        }
        case etf::Binary: return push(arena_.binary(take(number(4))));
        case etf::BitBinary: return bits();
        case etf::NewFun: return fun();
        case etf::Export: return export_fun();
        case etf::NewPid: return pid();
        case etf::NewPort: return port(4);
        case etf::PortV4: return port(8);
        case etf::NewerReference: return reference();
        default: return fail("unknown tag");
    }
}

void Decoder::finish() {
    const Pending done = pending_.back();
    pending_.pop_back();
    const std::span<const Term> made(values_.data() + done.first, values_.size() - done.first);
    Term result = Term::nil();
    switch (done.tag) {
        case etf::SmallTuple: result = arena_.tuple(made); break;
        case etf::List: result = arena_.list(made.first(made.size() - 1), made.back()); break;
        case etf::Map: {
            std::vector<std::pair<Term, Term>> pairs;
            for (std::size_t i = 0; i < made.size(); i += 2) pairs.push_back({made[i], made[i + 1]});
            result = arena_.map(pairs, options_.atoms);
            break;
        }
        default: {
            Word* at = arena_.allocate(fun_words(made.size()));
            at[0] = make_header(BoxedKind::Fun, made.size());
            at[1] = reinterpret_cast<Word>(done.fun);
            for (std::size_t i = 0; i < made.size(); ++i) at[2 + i] = made[i].word();
            result = Term::boxed(at);
        }
    }
    values_.resize(done.first);
    push(result);
}

void Decoder::big_integer(std::uint64_t count) {
    const std::uint64_t sign = number(1);
    const std::string_view digits = take(count);
    if (failed()) return;
    if (count / 8 >= kMaxLimbs) return fail("an integer that is too large");
    std::vector<Word> limbs(count / 8 + 1);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        limbs[i / 8] |= Word{static_cast<std::uint8_t>(digits[i])} << 8 * (i % 8);
    }
    while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
    const Word words = bignum_words(limbs.size() + 1);
    Word* top = arena_.allocate(words);
    HeapWriter out(top, top + words);
    push(integer_from_limbs(out, sign != 0, limbs));
}

void Decoder::old_float() {
    std::string text(take(31));
    if (failed()) return;
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || !std::isfinite(value)) return fail("a float that is no number");
    push(arena_.floating(value));
}

void Decoder::string() {
    const std::string_view text = take(number(2));
    std::vector<Term> elements;
    for (char c : text) elements.push_back(Term::small(static_cast<std::uint8_t>(c)));
    push(arena_.list(elements));
}

void Decoder::bits() {
    const std::uint64_t count = number(4);
    const std::uint64_t last = number(1);
    const std::string_view body = take(count);
    if (failed()) return;
    if (last == 0 || last > 8 || count == 0) return fail("a bitstring of no sane length");
    push(arena_.bitstring(body, (count - 1) * 8 + last));
}

// --- atoms ----------------------------------------------------------------------------------------------

Term Decoder::atom_of(std::string_view utf8) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < utf8.size(); ++characters) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if ((lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || i + length > utf8.size()) {
            fail("an atom that is not UTF-8");
            return Term::nil();
        }
        for (std::size_t k = 1; k < length; ++k) {
            if ((utf8[i + k] & 0xc0) != 0x80) fail("an atom that is not UTF-8");
        }
        i += length;
    }
    if (characters > kMaxAtomCharacters) fail("an atom that is too long");
    if (failed()) return Term::nil();
    const auto found = options_.existing_atoms_only ? options_.atoms.find(utf8)
                                                    : options_.atoms.try_intern(utf8);
    if (!found) {
        fail(options_.existing_atoms_only ? "an atom that does not exist" : "no room for more atoms");
        return Term::nil();
    }
    return *found;
}

Term Decoder::latin1_atom(std::string_view text) {
    std::string utf8;
    for (char c : text) {
        const auto v = static_cast<unsigned char>(c);
        if (v < 0x80) {
            utf8.push_back(c);
        } else {
            utf8.push_back(static_cast<char>(0xc0 | v >> 6));
            utf8.push_back(static_cast<char>(0x80 | (v & 0x3f)));
        }
    }
    return atom_of(utf8);
}

Term Decoder::atom() {
    switch (number(1)) {
        case etf::Atom: return latin1_atom(take(number(2)));
        case etf::SmallAtom: return latin1_atom(take(number(1)));
        case etf::AtomUtf8: return atom_of(take(number(2)));
        case etf::SmallAtomUtf8: return atom_of(take(number(1)));
        default: fail("no atom where one must stand"); return Term::nil();
    }
}

std::int64_t Decoder::integer() {
    switch (number(1)) {
        case etf::SmallInteger: return static_cast<std::int64_t>(number(1));
        case etf::Integer: return static_cast<std::int32_t>(number(4));
        case etf::SmallBig: {
            const std::uint64_t count = number(1);
            number(1);
            std::uint64_t value = 0;
            const std::string_view digits = take(count);
            for (std::size_t i = 0; i < digits.size() && i < 8; ++i) {
                value |= Word{static_cast<std::uint8_t>(digits[i])} << 8 * i;
            }
            return static_cast<std::int64_t>(value);
        }
        default: fail("no integer where one must stand"); return 0;
    }
}

// --- funs -----------------------------------------------------------------------------------------------

void Decoder::fun() {
    number(4);  // size: bounds are checked anyway
    const auto arity = static_cast<std::uint32_t>(number(1));
    const std::uint64_t hash = number(8);
    number(8);
    const auto index = static_cast<std::uint32_t>(number(4));
    const std::uint64_t free = number(4);
    const Term module = atom();
    integer();
    const auto unique = static_cast<std::uint32_t>(integer());
    if (failed()) return;
    const std::size_t values = values_.size(), waiting = pending_.size();
    if (number(1) != etf::NewPid) return fail("a fun without its maker");
    pid();
    // The maker's pid is no part of the fun.
    if (failed() || values_.size() != values + 1) return fail("a fun without its maker");
    values_.pop_back();
    if (waiting) ++pending_.back().left;
    if (!options_.fun_entry || free > 255) return fail("a fun");
    FunEntry* entry = options_.fun_entry(options_.context, module, index, unique, arity,
                                         static_cast<std::uint32_t>(free), hash);
    if (!entry) return fail("a fun of another shape than its code");
    expect(etf::NewFun, free);
    if (!failed()) pending_.back().fun = entry;
}

void Decoder::export_fun() {
    const Term module = atom(), function = atom();
    const std::int64_t arity = integer();
    if (failed()) return;
    if (arity < 0 || arity > 255 || !options_.cell) return fail("an exported fun");
    Word* at = arena_.allocate(kExportFunWords);
    at[0] = make_header(BoxedKind::ExportFun, 1);
    at[1] = reinterpret_cast<Word>(
        options_.cell(options_.context, module, function, static_cast<std::uint32_t>(arity)));
    push(Term::boxed(at));
}

// --- identifiers ------------------------------------------------------------------------------------------

bool Decoder::is_local(Term node, std::uint64_t creation) {
    return creation == 0 && options_.atoms.text(node) == options_.node;
}

Term Decoder::external(BoxedKind kind, std::initializer_list<Word> words) {
    Word* at = arena_.allocate(1 + words.size());
    at[0] = make_header(kind, words.size());
    std::copy(words.begin(), words.end(), at + 1);
    return Term::boxed(at);
}

void Decoder::pid() {
    const Term node = atom();
    const std::uint64_t slot = number(4), generation = number(4), creation = number(4);
    if (failed()) return;
    if (!is_local(node, creation)) {
        return push(external(BoxedKind::ExternalPid, {node.word(), creation, generation << 32 | slot}));
    }
    if (slot >= 1u << 28 || generation >= 1u << 30) return fail("a pid that cannot be");
    push(Term::pid(static_cast<std::uint32_t>(slot), static_cast<std::uint32_t>(generation)));
}

void Decoder::port(std::size_t id_bytes) {
    const Term node = atom();
    const std::uint64_t id = number(id_bytes), creation = number(4);
    if (failed()) return;
    if (!is_local(node, creation)) {
        return push(external(BoxedKind::ExternalPort, {node.word(), creation, id}));
    }
    push(Term::immediate(Immediate::Port, id & ((Word{1} << 58) - 1)));
}

void Decoder::reference() {
    const std::uint64_t count = number(2);
    const Term node = atom();
    const std::uint64_t creation = number(4);
    if (failed()) return;
    if (count == 0 || count > 5) return fail("a reference of no sane length");
    Word ids[5] = {};
    for (std::uint64_t i = 0; i < count; ++i) ids[i] = number(4);
    if (failed()) return;
    if (is_local(node, creation) && count <= 3 && ids[0] < 1u << 18 && ids[2] < 256) {
        return push(Term::reference(ids[0] | ids[1] << 18 | ids[2] << 50));
    }
    Word* at = arena_.allocate(3 + count);
    at[0] = make_header(BoxedKind::ExternalReference, 2 + count);
    at[1] = node.word();
    at[2] = creation;
    std::copy(ids, ids + count, at + 3);
    push(Term::boxed(at));
}

}  // namespace

Result<Term> decode_etf(std::string_view bytes, EtfDecoder& decoder, TermArena& arena,
                        std::size_t& used) {
    return Decoder(bytes, decoder, arena).run(used);
}

}  // namespace vial

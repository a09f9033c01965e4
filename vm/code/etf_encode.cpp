// vm/code/etf_encode.cpp: terms to Erlang's external term format.
// Here: encode_etf().
// Not here: reading (etf_decode.cpp).
// Threads: any; reads only.
// Holds: an explicit stack; what a reference node of OTP 25 would write, byte for byte, but for the
//        order of pairs in large maps and what identifies funs.
#include <algorithm>
#include <array>

#include "vm/code/cell.h"
#include "vm/code/etf.h"
#include "vm/code/etf_tags.h"
#include "vm/code/fun_entry.h"
#include "vm/term/bignum.h"
#include "vm/term/binary.h"
#include "vm/term/compare.h"
#include "vm/term/map.h"

namespace vial {

namespace {

class Encoder {
  public:
    Encoder(const AtomTable& atoms, const EtfOptions& options, std::string& out)
        : atoms_(atoms), options_(options), out_(out) {}

    void run(Term root) {
        stack_.push_back(root);
        while (!stack_.empty()) {
            const Term next = stack_.back();
            stack_.pop_back();
            if (next == kRest) {
                rest_of_list();
            } else {
                write(next);
            }
        }
    }

  private:
    // Above it on the stack stands a list that is being written, one element at a time.
    static constexpr Term kRest = Term::marker(1);

    void byte(std::uint64_t v) { out_.push_back(static_cast<char>(v)); }
    void big(std::uint64_t v, int bytes) {
        for (int i = bytes; i-- > 0;) byte(v >> 8 * i & 0xff);
    }
    void write(Term t);
    void write_boxed(Term t);
    void write_integer(Term t);
    void write_float(double value);
    void write_atom(std::string_view text);
    void write_list(Term t);
    void rest_of_list();
    void write_map(Term t);
    void write_bits(Term t);
    void write_pid(Word slot, Word generation);
    void write_reference(Word number);
    void write_fun(Term t);
    void write_external(Term t);

    const AtomTable& atoms_;
    const EtfOptions& options_;
    std::string& out_;
    std::vector<Term> stack_;
    std::vector<std::size_t> fun_starts_;
};

void Encoder::write(Term t) {
    if (t.is_small() || is_bignum(t)) return write_integer(t);
    if (t.is_atom()) return write_atom(atoms_.text(t));
    if (t.is_nil()) return byte(etf::Nil);
    if (t.is_cons()) return write_list(t);
    if (is_float(t)) return write_float(float_value(t));
    if (t.is_local_pid()) return write_pid(t.slot(), t.generation());
    if (t.is_local_reference()) return write_reference(t.payload());
    if (t.is_local_port()) {
        byte(etf::PortV4);
        write_atom(options_.node);
        big(Word{t.generation()} << 28 | t.slot(), 8);
        return big(options_.creation, 4);
    }
    write_boxed(t);
}

void Encoder::write_boxed(Term t) {
    if (is_tuple(t)) {
        const auto elements = tuple_elements(t);
        byte(elements.size() < 256 ? etf::SmallTuple : etf::LargeTuple);
        big(elements.size(), elements.size() < 256 ? 1 : 4);
        stack_.insert(stack_.end(), elements.rbegin(), elements.rend());
        return;
    }
    if (is_map(t)) return write_map(t);
    if (is_bitstring(t)) return write_bits(t);
    if (is_fun(t)) return write_fun(t);
    if (t.is_boxed_kind(BoxedKind::Alias)) return write_reference(t.boxed_words()[1]);
    write_external(t);
}

void Encoder::write_integer(Term t) {
    if (t.is_small()) {
        const std::int64_t v = t.small_value();
        if (v >= 0 && v < 256) {
            byte(etf::SmallInteger);
            return byte(static_cast<std::uint64_t>(v));
        }
        if (v >= INT32_MIN && v <= INT32_MAX) {
            byte(etf::Integer);
            return big(static_cast<std::uint64_t>(v), 4);
        }
    }
    const IntegerView view(t);
    const Word bytes = (view.bit_length() + 7) / 8;
    byte(bytes < 256 ? etf::SmallBig : etf::LargeBig);
    big(bytes, bytes < 256 ? 1 : 4);
    byte(view.negative() ? 1 : 0);
    for (Word i = 0; i < bytes; ++i) byte(view.limbs()[i / 8] >> 8 * (i % 8) & 0xff);
}

void Encoder::write_float(double value) {
    byte(etf::NewFloat);
    big(std::bit_cast<std::uint64_t>(value), 8);
}

void Encoder::write_atom(std::string_view text) {
    // Latin-1 if it can be: every other byte of UTF-8 text below U+0100 starts with C2 or C3.
    std::string latin1;
    bool fits = true;
    for (std::size_t i = 0; i < text.size() && fits; ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            latin1.push_back(text[i]);
        } else if ((lead == 0xc2 || lead == 0xc3) && i + 1 < text.size()) {
            latin1.push_back(static_cast<char>((lead & 3) << 6 | (text[++i] & 0x3f)));
        } else {
            fits = false;
        }
    }
    if (fits) {
        byte(etf::Atom);
        big(latin1.size(), 2);
        out_ += latin1;
        return;
    }
    const bool small = text.size() < 256;
    byte(small ? etf::SmallAtomUtf8 : etf::AtomUtf8);
    big(text.size(), small ? 1 : 2);
    out_ += text;
}

void Encoder::write_list(Term t) {
    Word count = 0;
    bool bytes = true;
    Term tail = t;
    for (; tail.is_cons(); tail = tail.tail()) {
        ++count;
        const Term head = tail.head();
        bytes = bytes && head.is_small() && head.small_value() >= 0 && head.small_value() < 256;
    }
    if (bytes && tail.is_nil() && count < 0x10000) {
        byte(etf::String);
        big(count, 2);
        for (Term at = t; at.is_cons(); at = at.tail()) byte(static_cast<std::uint64_t>(at.head().small_value()));
        return;
    }
    byte(etf::List);
    big(count, 4);
    stack_.push_back(t);
    stack_.push_back(kRest);
}

void Encoder::rest_of_list() {
    const Term list = stack_.back();
    stack_.pop_back();
    const Term tail = list.tail();
    stack_.push_back(tail);
    if (tail.is_cons()) stack_.push_back(kRest);
    stack_.push_back(list.head());
}

void Encoder::write_map(Term t) {
    const Word count = map_size(t);
    byte(etf::Map);
    big(count, 4);
    std::vector<MapPair> pairs;
    pairs.reserve(count);
    MapIterator iterator(t);
    for (MapPair pair; iterator.next(pair.key, pair.value);) pairs.push_back(pair);
    if (options_.deterministic && !is_flat_map(t)) {
        std::sort(pairs.begin(), pairs.end(), [this](const MapPair& a, const MapPair& b) {
            return compare_exact(a.key, b.key, atoms_) < 0;
        });
    }
    for (std::size_t i = pairs.size(); i-- > 0;) {
        stack_.push_back(pairs[i].value);
        stack_.push_back(pairs[i].key);
    }
}

void Encoder::write_bits(Term t) {
    const BitView view = bits_of(t);
    const Word bytes = (view.size_bits + 7) / 8;
    byte(view.size_bits % 8 ? etf::BitBinary : etf::Binary);
    big(bytes, 4);
    if (view.size_bits % 8) byte(view.size_bits % 8);
    const std::size_t at = out_.size();
    out_.resize(at + bytes);
    if (bytes) {
        copy_bits(reinterpret_cast<std::uint8_t*>(out_.data()) + at, 0, view.bytes, view.offset_bits,
                  view.size_bits);
    }
}

void Encoder::write_pid(Word slot, Word generation) {
    byte(etf::NewPid);
    write_atom(options_.node);
    big(slot, 4);
    big(generation, 4);
    big(options_.creation, 4);
}

// 18, 32 and 8 bits: OTP gives the first word no more.
void Encoder::write_reference(Word number) {
    byte(etf::NewerReference);
    big(3, 2);
    write_atom(options_.node);
    big(options_.creation, 4);
    big(number & 0x3ffff, 4);
    big(number >> 18 & 0xffffffff, 4);
    big(number >> 50, 4);
}

void Encoder::write_fun(Term t) {
    if (is_export_fun(t)) {
        const FunctionCell* cell = export_fun_cell(t);
        byte(etf::Export);
        write_atom(atoms_.text(cell->module));
        write_atom(atoms_.text(cell->function));
        return write_integer(Term::small(cell->arity));
    }
    // The size field is of little use to a reader that checks bounds: free variables come later from
    // the stack. It is written as what the head alone takes.
    const FunEntry* entry = fun_entry(t);
    byte(etf::NewFun);
    const std::size_t size_at = out_.size();
    big(0, 4);
    byte(entry->arity);
    big(entry->code_hash, 8);
    big(0, 8);
    big(entry->index, 4);
    big(entry->free, 4);
    write_atom(atoms_.text(entry->module));
    write_integer(Term::small(entry->index));
    write_integer(Term::small(entry->unique));
    write_pid(0, 0);
    const std::size_t size = out_.size() - size_at;
    for (int i = 0; i < 4; ++i) out_[size_at + i] = static_cast<char>(size >> 8 * (3 - i));
    const auto free = fun_free_variables(t);
    stack_.insert(stack_.end(), free.rbegin(), free.rend());
}

void Encoder::write_external(Term t) {
    const Word* words = t.boxed_words();
    const Word header = words[0];
    if (header_kind(header) == BoxedKind::Resource) return write_reference(words[1] & ((Word{1} << 58) - 1));
    const std::string_view node = atoms_.text(Term::from_word(words[1]));
    switch (header_kind(header)) {
        case BoxedKind::ExternalPid:
            byte(etf::NewPid);
            write_atom(node);
            big(words[3] & 0xffffffff, 4);
            big(words[3] >> 32, 4);
            return big(words[2], 4);
        case BoxedKind::ExternalPort:
            byte(etf::PortV4);
            write_atom(node);
            big(words[3], 8);
            return big(words[2], 4);
        default: break;
    }
    const Word ids = header_size(header) - 2;
    byte(etf::NewerReference);
    big(ids, 2);
    write_atom(node);
    big(words[2], 4);
    for (Word i = 0; i < ids; ++i) big(words[3 + i], 4);
}

}  // namespace

void encode_etf(Term term, const AtomTable& atoms, const EtfOptions& options, std::string& out) {
    out.push_back(static_cast<char>(etf::Version));
    Encoder(atoms, options, out).run(term);
}

}  // namespace vial

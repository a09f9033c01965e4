// vm/term/boxed.h: the layout of values that do not fit a word.
// Here: word offsets, sizes and typed field access of each boxed kind.
// Not here: allocation (heap/), maps (map.h), arithmetic on limbs (bignum.h).
// Threads: as the heap the words stand in.
// Holds: word 0 is the header; its size field tells, with the kind, how many words follow.
//
//   Tuple            size = elements | elements...
//   FlatMap          size = pairs    | key tuple (sorted in term order) | values...
//   HamtMap          size = 1        | pairs | root node         (details in map.h)
//   HamtNode         size = children + bitmap * 256 | children...
//   HamtCollision    size = pairs    | key, value, ...
//   Bignum±          size = limbs    | limbs, least first
//   Float            size = 1        | bits
//   Fun              size = free     | FunEntry* | free variables...
//   ExportFun        size = 1        | FunctionCell*
//   Alias            size = 2        | reference number (raw) | pid
//   Resource         size = 2        | Resource* | next off-heap object of this heap
//   ExternalPid/Port size = 3        | node atom | creation (raw) | slot + generation (raw)
//   ExternalRef      size = 2 + n    | node atom | creation (raw) | n raw words
//   HeapBinary       size = bytes    | bytes, padded with zeros to a word
//   SharedBinary     size = 3        | bytes | SharedBytes* | next off-heap object of this heap
//   BinarySlice      size = 3        | parent (Heap- or SharedBinary) | offset bits | size bits
//   MatchContext     size = 3        | parent (Heap- or SharedBinary) | position bits | end bits
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <span>

#include "vm/term/term.h"

namespace vial {

struct FunEntry;      // code/fun_entry.h
struct FunctionCell;  // code/cell.h
struct Resource;      // heap/resource.h
struct SharedBytes;   // heap/shared_bytes.h

constexpr Word words_for_bytes(Word bytes) { return (bytes + 7) / 8; }

// Words of a boxed object with its header.
constexpr Word boxed_total_words(Word header) {
    const Word size = header_size(header);
    switch (header_kind(header)) {
        case BoxedKind::FlatMap: return 2 + size;
        case BoxedKind::HamtMap: return 3;
        case BoxedKind::HamtNode: return 1 + (size & 0xff);
        case BoxedKind::HamtCollision: return 1 + 2 * size;
        case BoxedKind::Fun: return 2 + size;
        case BoxedKind::HeapBinary: return 1 + words_for_bytes(size);
        default: return 1 + size;
    }
}

// A node of a large map: the bitmap stands in the header, so that a look-up reads little.
constexpr Word make_hamt_node_header(unsigned bitmap) {
    return make_header(BoxedKind::HamtNode,
                       static_cast<Word>(std::popcount(bitmap)) | Word{bitmap} << 8);
}
constexpr Word hamt_node_children(Word header) { return header_size(header) & 0xff; }
constexpr unsigned hamt_node_bitmap(Word header) {
    return static_cast<unsigned>(header_size(header) >> 8);
}

constexpr Word tuple_words(Word arity) { return 1 + arity; }
constexpr Word flat_map_words(Word pairs) { return 2 + pairs; }
constexpr Word bignum_words(Word limbs) { return 1 + limbs; }
constexpr Word fun_words(Word free) { return 2 + free; }
constexpr Word heap_binary_words(Word bytes) { return 1 + words_for_bytes(bytes); }
constexpr Word kConsWords = 2;
constexpr Word kBoxedFloatWords = 2;
constexpr Word kExportFunWords = 2;
constexpr Word kAliasWords = 3;
constexpr Word kResourceWords = 3;
constexpr Word kSharedBinaryWords = 4;
constexpr Word kSliceWords = 4;
constexpr Word kMatchContextWords = 4;
// A binary of up to this many bytes stands in the heap, a larger one is counted and shared.
constexpr Word kMaxHeapBinaryBytes = 64;
// What a native writes itself (a name, why an argument is bad) may be this long and still stand there.
constexpr Word kMaxWrittenBinaryBytes = 4096;
constexpr Word kMaxFlatMapPairs = 32;

// --- typed access -----------------------------------------------------------------------------
inline bool is_tuple(Term t) { return t.is_boxed_kind(BoxedKind::Tuple); }
inline Word tuple_arity(Term t) { return header_size(t.header()); }
inline std::span<Term> tuple_elements(Term t) {
    return {reinterpret_cast<Term*>(t.boxed_words() + 1), tuple_arity(t)};
}
inline bool is_tuple_of(Term t, Word arity) {
    return t.is_boxed() && t.header() == make_header(BoxedKind::Tuple, arity);
}
inline Term tuple_element(Term t, Word index) {
    return Term::from_word(t.boxed_words()[1 + index]);
}

inline bool is_bignum_header(Word h) {
    return header_kind(h) == BoxedKind::BignumPositive || header_kind(h) == BoxedKind::BignumNegative;
}
inline bool is_bignum(Term t) { return t.is_boxed() && is_bignum_header(t.header()); }
inline bool is_integer(Term t) { return t.is_small() || is_bignum(t); }
inline bool bignum_negative(Term t) { return t.is_boxed_kind(BoxedKind::BignumNegative); }
inline std::span<Word> bignum_limbs(Term t) {
    return {t.boxed_words() + 1, header_size(t.header())};
}

inline bool is_float(Term t) { return t.is_immediate_float() || t.is_boxed_kind(BoxedKind::Float); }
inline double float_value(Term t) {
    if (t.is_immediate_float()) return t.immediate_float_value();
    return std::bit_cast<double>(t.boxed_words()[1]);
}
inline bool is_number(Term t) { return is_integer(t) || is_float(t); }

inline bool is_flat_map(Term t) { return t.is_boxed_kind(BoxedKind::FlatMap); }
inline bool is_map(Term t) { return is_flat_map(t) || t.is_boxed_kind(BoxedKind::HamtMap); }

inline bool is_closure(Term t) { return t.is_boxed_kind(BoxedKind::Fun); }
inline bool is_export_fun(Term t) { return t.is_boxed_kind(BoxedKind::ExportFun); }
inline bool is_fun(Term t) { return is_closure(t) || is_export_fun(t); }
inline const FunEntry* fun_entry(Term t) {
    return reinterpret_cast<const FunEntry*>(t.boxed_words()[1]);
}
inline std::span<Term> fun_free_variables(Term t) {
    return {reinterpret_cast<Term*>(t.boxed_words() + 2), header_size(t.header())};
}
inline FunctionCell* export_fun_cell(Term t) {
    return reinterpret_cast<FunctionCell*>(t.boxed_words()[1]);
}

inline bool is_binary_header(Word h) {
    const auto k = header_kind(h);
    return k == BoxedKind::HeapBinary || k == BoxedKind::SharedBinary || k == BoxedKind::BinarySlice;
}
inline bool is_bitstring(Term t) { return t.is_boxed() && is_binary_header(t.header()); }

inline bool is_pid(Term t) { return t.is_local_pid() || t.is_boxed_kind(BoxedKind::ExternalPid); }
inline bool is_port(Term t) { return t.is_local_port() || t.is_boxed_kind(BoxedKind::ExternalPort); }
inline bool is_reference(Term t) {
    if (t.is_local_reference()) return true;
    if (!t.is_boxed()) return false;
    const auto k = header_kind(t.header());
    return k == BoxedKind::Alias || k == BoxedKind::Resource || k == BoxedKind::ExternalReference;
}

}  // namespace vial

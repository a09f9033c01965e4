// vm/heap/process_heap.cpp: the calls of Process that make room and binaries.
// Here: reserve_slow, make_binary, bitstrings, appending in place, slices.
// Not here: the collector (gc.cpp), control blocks (process/).
// Threads: the owner of the process.
// Holds: room is reserved before anything counted is made, so that a refusal of memory leaks
// nothing.
#include <algorithm>
#include <cstring>

#include "vm/base/literal_space.h"
#include "vm/heap/binary_build.h"
#include "vm/heap/gc.h"
#include "vm/heap/shared_bytes.h"
#include "vm/term/binary.h"

namespace vial {

namespace {

constexpr Word kMaxBitstringBits = Word{1} << 46;
// A buffer that grows by appending starts with this.
constexpr Word kFirstAppendBytes = 256;

[[noreturn]] void refuse(Process& p) {
    RunContext& context = context_of(p);
    if (context.out_of_memory) context.out_of_memory(p);
    VIAL_FATAL("the system refuses memory for a binary");
}

Term write_shared(Process& p, Word bytes, SharedBytes* shared) {
    Word* at = p.top;
    p.top += kSharedBinaryWords;
    at[0] = make_header(BoxedKind::SharedBinary, 3);
    at[1] = bytes;
    at[2] = reinterpret_cast<Word>(shared);
    link_off_heap(p, at);
    charge_binary(p, bytes);
    return Term::boxed(at);
}

Term write_slice(HeapWriter& out, Term parent, Word offset_bits, Word size_bits) {
    Word* at = out.take(kSliceWords);
    at[0] = make_header(BoxedKind::BinarySlice, 3);
    at[1] = parent.word();
    at[2] = offset_bits;
    at[3] = size_bits;
    return Term::boxed(at);
}

// `bits` of a fresh whole binary as a term: itself, or a slice where the last byte is partial.
Term narrow(Process& p, Term whole, Word bits) {
    if (bits % 8 == 0) return whole;
    HeapWriter out(p.top, p.sp);
    return write_slice(out, whole, 0, bits);
}

void collect_if_pressed(Process& p, Word words) {
    if (VIAL_UNLIKELY(wants_collection(p))) collect(p, words, CollectKind::Minor);
}

}  // namespace

void Process::reserve_slow(Word words) {
    if (kStressReserve && static_cast<Word>(sp - top) >= words + kStackSlackWords) {
        RunContext& context = context_of(*this);
        if (++context.stress_count % context.stress_every != 0) return;
    }
    collect(*this, words, CollectKind::Minor);
}

Term Process::make_binary(std::string_view bytes) {
    char* to;
    const Term t = make_binary_uninitialised(bytes.size(), to);
    if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
    return t;
}

Term Process::make_binary_uninitialised(Word bytes, char*& out) {
    std::uint8_t* at;
    const Term t = make_bitstring(*this, bytes * 8, at);
    if (t == kNoTerm) refuse(*this);
    out = reinterpret_cast<char*>(at);
    return t;
}

Term make_bitstring(Process& p, Word bits, std::uint8_t*& bytes) {
    if (bits > kMaxBitstringBits) return kNoTerm;
    const Word count = (bits + 7) / 8;
    if (count <= kMaxHeapBinaryBytes) {
        HeapWriter out = p.reserve(heap_binary_words(count) + kSliceWords);
        Word* at = out.take(heap_binary_words(count));
        at[0] = make_header(BoxedKind::HeapBinary, count);
        if (count) at[words_for_bytes(count)] = 0;
        bytes = reinterpret_cast<std::uint8_t*>(at + 1);
        if (bits % 8) bytes[count - 1] = 0;
        return narrow(p, Term::boxed(at), bits);
    }
    collect_if_pressed(p, kSharedBinaryWords + kSliceWords);
    (void)p.reserve(kSharedBinaryWords + kSliceWords);
    SharedBytes* shared = SharedBytes::create(context_of(p).blocks, count);
    if (!shared) return kNoTerm;
    shared->used_bits.store(bits, std::memory_order_relaxed);
    bytes = shared->bytes;
    bytes[count - 1] = 0;
    return narrow(p, write_shared(p, count, shared), bits);
}

namespace {

// The buffer behind `left` and where left ends in it; null: left stands in the heap.
struct BufferEnd {
    SharedBytes* shared;
    Word start_bits;
    Word end_bits;
};
BufferEnd buffer_of(Term left) {
    Word start = 0;
    Word size = 0;
    Term whole = left;
    if (left.is_boxed_kind(BoxedKind::BinarySlice)) {
        whole = Term::from_word(left.boxed_words()[1]);
        start = left.boxed_words()[2];
        size = left.boxed_words()[3];
    }
    if (!whole.is_boxed_kind(BoxedKind::SharedBinary)) return {nullptr, 0, 0};
    const Word* at = whole.boxed_words();
    if (whole == left) size = at[1] * 8;
    return {reinterpret_cast<SharedBytes*>(at[2]), start, start + size};
}

Term write_shared_range(Process& p, SharedBytes* shared, Word start_bits, Word end_bits) {
    const Term whole = write_shared(p, (end_bits + 7) / 8, shared);
    if (start_bits == 0) return narrow(p, whole, end_bits);
    HeapWriter out(p.top, p.sp);
    return write_slice(out, whole, start_bits, end_bits - start_bits);
}

}  // namespace

Term append_bitstring(Process& p, Term& left, Word extra_bits, std::uint8_t*& bytes,
                      Word& offset_bits) {
    const Word left_bits = bitstring_bits(left);
    const Word total = left_bits + extra_bits;
    if (total > kMaxBitstringBits) return kNoTerm;
    if (total <= kMaxHeapBinaryBytes * 8 && !buffer_of(left).shared) {
        const Term result = make_bitstring(p, total, bytes);
        const BitView view = bits_of(left);
        copy_bits(bytes, 0, view.bytes, view.offset_bits, left_bits);
        offset_bits = left_bits;
        return result;
    }
    constexpr Word kRoom = kSharedBinaryWords + kSliceWords;
    collect_if_pressed(p, kRoom);
    (void)p.reserve(kRoom);
    const BufferEnd end = buffer_of(left);
    if (end.shared && end.shared->try_extend(end.end_bits, extra_bits)) {
        end.shared->retain();
        bytes = end.shared->bytes;
        offset_bits = end.end_bits;
        const Word last = end.end_bits + extra_bits;
        if (last % 8 && last / 8 != end.end_bits / 8) bytes[last / 8] = 0;
        // Only what is new counts as allocated: the rest did when it was appended.
        const std::uint32_t before = p.binary_units_new;
        const Term result = write_shared_range(p, end.shared, end.start_bits, last);
        p.binary_units_new = before;
        charge_binary(p, (extra_bits + 7) / 8);
        return result;
    }
    const Word count = (total + 7) / 8;
    SharedBytes* fresh =
        SharedBytes::create(context_of(p).blocks, count, std::max(count * 2, kFirstAppendBytes));
    if (!fresh) return kNoTerm;
    fresh->used_bits.store(total, std::memory_order_relaxed);
    bytes = fresh->bytes;
    const BitView view = bits_of(left);
    if (left_bits % 8) bytes[left_bits / 8] = 0;
    if (total % 8) bytes[total / 8] = 0;
    copy_bits(bytes, 0, view.bytes, view.offset_bits, left_bits);
    offset_bits = left_bits;
    return write_shared_range(p, fresh, 0, total);
}

Term make_slice(HeapWriter& out, Process& p, Term whole, Word offset_bits, Word size_bits) {
    if (size_bits == 0) return Term::boxed(context_of(p).literals->empty_binary_words());
    Term parent = whole;
    if (whole.is_boxed_kind(BoxedKind::BinarySlice) ||
        whole.is_boxed_kind(BoxedKind::MatchContext)) {
        parent = Term::from_word(whole.boxed_words()[1]);
        offset_bits += whole.boxed_words()[2];
    }
    const Word parent_bits = bitstring_bits(parent);
    if (offset_bits == 0 && size_bits == parent_bits) return parent;
    // Whole bytes that take no more words than a slice are copied: they keep nothing else alive.
    constexpr Word kCopyBytes = (kSliceWords - 1) * sizeof(Word);
    if (size_bits % 8 == 0 && size_bits / 8 <= kCopyBytes) {
        const BitView view = bits_of(parent);
        Word* at = out.take(heap_binary_words(size_bits / 8));
        at[0] = make_header(BoxedKind::HeapBinary, size_bits / 8);
        at[words_for_bytes(size_bits / 8)] = 0;
        copy_bits(reinterpret_cast<std::uint8_t*>(at + 1), 0, view.bytes,
                  view.offset_bits + offset_bits, size_bits);
        return Term::boxed(at);
    }
    return write_slice(out, parent, offset_bits, size_bits);
}

}  // namespace vial

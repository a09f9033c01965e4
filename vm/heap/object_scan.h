// vm/heap/object_scan.h: which words of an object are terms.
// Here: the range of terms in a boxed object, how a linear scan passes over one, off-heap objects.
// Not here: the scans (gc.cpp, copy.cpp).
// Threads: pure, but for counts.
// Holds: a heap is a row of boxed objects and headerless cons cells. No value is a header, so a word
//        that is one starts an object; all other words a scan meets are terms. Raw words that are
//        aligned pointers look like small integers and need no care.
#pragma once

#include "vm/heap/resource.h"
#include "vm/heap/shared_bytes.h"
#include "vm/term/boxed.h"

namespace vial {

struct TermRange {
    Word first;
    Word end;
};

// Indices of the words that may be pointers, from the header's (0) on.
inline TermRange object_terms(const Word* object) {
    const Word size = header_size(object[0]);
    switch (header_kind(object[0])) {
        case BoxedKind::Tuple: return {1, 1 + size};
        case BoxedKind::FlatMap: return {1, 2 + size};
        case BoxedKind::HamtMap: return {2, 3};
        case BoxedKind::HamtNode: return {1, 1 + hamt_node_children(object[0])};
        case BoxedKind::HamtCollision: return {1, 1 + 2 * size};
        case BoxedKind::Fun: return {2, 2 + size};
        case BoxedKind::BinarySlice:
        case BoxedKind::MatchContext:
        case BoxedKind::ExternalPid:
        case BoxedKind::ExternalPort:
        case BoxedKind::ExternalReference: return {1, 2};
        default: return {1, 1};
    }
}

// How far a linear scan that meets a header goes on before the next word it may read as a term or
// header: over the header alone, or over raw words too.
inline Word raw_words_after_header(const Word* object) {
    switch (header_kind(object[0])) {
        case BoxedKind::Tuple:
        case BoxedKind::FlatMap:
        case BoxedKind::HamtMap:  // the count is a small integer
        case BoxedKind::HamtNode:
        case BoxedKind::HamtCollision:
        case BoxedKind::Fun: return 1;  // FunEntry*: aligned, reads as a small integer
        default: return boxed_total_words(object[0]);
    }
}

// Slices and match contexts: one term in word 1, raw words behind it.
inline bool has_parent_word(Word header) {
    return header_kind(header) == BoxedKind::BinarySlice ||
           header_kind(header) == BoxedKind::MatchContext;
}

inline bool is_off_heap_header(Word header) {
    return header_kind(header) == BoxedKind::SharedBinary || header_kind(header) == BoxedKind::Resource;
}
inline SharedBytes* shared_bytes_of(const Word* object) {
    return reinterpret_cast<SharedBytes*>(object[2]);
}
inline void retain_off_heap(const Word* object) {
    if (header_kind(object[0]) == BoxedKind::SharedBinary) return shared_bytes_of(object)->retain();
    reinterpret_cast<Resource*>(object[1])->retain();
}
inline void release_off_heap(const Word* object, BlockCache& blocks) {
    if (header_kind(object[0]) == BoxedKind::SharedBinary) {
        return shared_bytes_of(object)->release(blocks);
    }
    reinterpret_cast<Resource*>(object[1])->release();
}

// Ends a chain whose bytes all come from malloc: what the compiler and loader made.
inline void release_malloced_chain(const Word* object) {
    while (object) {
        const Word* following = reinterpret_cast<Word*>(object[boxed_total_words(object[0]) - 1]);
        if (header_kind(object[0]) == BoxedKind::Resource) {
            reinterpret_cast<Resource*>(object[1])->release();
        } else {
            shared_bytes_of(object)->release_malloced();
        }
        object = following;
    }
}

}  // namespace vial

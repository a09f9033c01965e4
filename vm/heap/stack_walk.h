// vm/heap/stack_walk.h: reads a process's stack by its frame descriptors.
// Here: for_each_live_slot, for_each_live_x.
// Not here: exceptions and traces, which walk it for handlers and places (interp/unwind.h).
// Threads: the owner of the process.
// Holds: what a descriptor does not call live is not looked at.
#pragma once

#include <bit>
#include <span>

#include "vm/code/frame.h"
#include "vm/term/term.h"

namespace vial {

// Calls visit(Word*) for the words whose bits are set.
template <class Visit>
inline void for_each_set_bit(std::span<const Word> bitmap, Word* base, Visit&& visit) {
    for (std::size_t i = 0; i < bitmap.size(); ++i) {
        for (Word bits = bitmap[i]; bits; bits &= bits - 1) {
            visit(base + i * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        }
    }
}

// `frame` describes the frame at sp; null: sp points at a return address (or the stack is empty).
template <class Visit>
inline void for_each_live_slot(Word* sp, Word* end, const FrameDescriptor* frame, Visit&& visit) {
    for (;;) {
        if (frame) {
            for_each_set_bit(frame->live_y(), sp, visit);
            sp += frame->slots;
        }
        if (sp >= end) return;
        frame = descriptor_of_return(reinterpret_cast<CodePointer>(*sp));
        ++sp;
    }
}

}  // namespace vial

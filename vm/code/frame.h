// vm/code/frame.h: what the machine knows of a place in code where a process can stop.
// Here: FrameDescriptor, and how the stack is read with it.
// Not here: the stack itself (heap/heap.h); unwinding (interp/unwind.h).
// Threads: immutable once the module is loaded.
// Holds: every instruction that can call, collect, yield or raise has one.
//
// The stack grows down. A frame of a function with n slots, seen from inside it:
//
//     sp -> Y0 | Y1 | ... | Yn-1 | return address of the caller | caller's Y0 ...
//
// (n = 0 before `allocate`: sp points at the return address.) A return address points to the
// instruction after the call; the word before that instruction is the call's FrameDescriptor*, which
// describes the frame that stands above the return address. Outermost is a return address into the
// machine's own `process_end` stub, whose descriptor has no slots and no function.
#pragma once

#include <cstdint>
#include <span>

#include "vm/term/term.h"

namespace vial {

struct FunctionInfo;  // code/module.h

using CodePointer = const Word*;

struct FrameDescriptor {
    CodePointer handler;            // where an exception goes on in this frame, or null
    const FunctionInfo* function;   // null in stubs of the machine
    std::uint32_t line;             // 1-based; 0: unknown
    std::uint16_t file;             // index into the module's files
    std::uint16_t slots;            // Y slots, 0: no frame
    std::uint16_t live_x_words;     // words of the bitmaps that follow
    std::uint16_t live_y_words;
    // Bitmaps: live X registers, live Y slots. A live slot holds a term (marker words included).
    // What is not live may hold anything and is left as it is.
    Word bitmaps[];

    std::span<const Word> live_x() const { return {bitmaps, live_x_words}; }
    std::span<const Word> live_y() const { return {bitmaps + live_x_words, live_y_words}; }
};

inline const FrameDescriptor* descriptor_of_return(CodePointer return_address) {
    return reinterpret_cast<const FrameDescriptor*>(return_address[-1]);
}

}  // namespace vial

// vm/code/cell.h: the one place through which a function is called from elsewhere.
// Here: FunctionCell.
// Not here: the table of cells (export_table.h); code (module.h).
// Threads: `entry` is replaced by the loader and read by all (acquire/release); the rest is fixed.
// Holds: a cell, once made for module:function/arity, lives as long as its VM, so pointers to it may
//        stand in code, funs and stubs without a count.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/code/frame.h"
#include "vm/term/term.h"

namespace vial {

struct NativeRow;

struct FunctionCell {
    std::atomic<CodePointer> entry;        // code, or a stub: undefined, native, breakpoint, trace
    std::atomic<const NativeRow*> native;  // the native behind it, or null
    Term module;
    Term function;
    std::uint32_t arity;
    std::uint32_t index;                   // place in the export table
};

}  // namespace vial

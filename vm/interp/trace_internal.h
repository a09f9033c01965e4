// vm/interp/trace_internal.h: stack traces while they are gathered.
// Here: TraceEntry, walking the frames of a process.
// Not here: the raw trace as a term (raise.h).
// Threads: the owner of the process.
// Holds: gathering allocates nothing.
#pragma once

#include "vm/interp/raise.h"

namespace vial {

struct TraceEntry {
    Term module;
    Term function;
    std::uint32_t arity;
    Word place;  // file id << 32 | line, 0: unknown
};

struct TraceEntries {
    TraceEntry entries[kTraceDepth];
    std::uint32_t count = 0;
    void add(const TraceEntry& entry) {
        if (count < kTraceDepth) entries[count++] = entry;
    }
};

// The functions on the stack from sp on; `frame` as for raise().
void gather_frames(const Process& p, const FrameDescriptor* frame, TraceEntries& entries);

// Words of the raw trace, and the trace itself in reserved room.
constexpr Word raw_trace_words(std::uint32_t entries) { return 1 + 2 + Word{4} * entries; }
Term write_raw_trace(HeapWriter& out, const TraceEntries& entries, Term arguments, Term info);

}  // namespace vial

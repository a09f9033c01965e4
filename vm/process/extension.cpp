// vm/process/extension.cpp: making, showing to the collector and dropping an extension.
// Here: extension_of, release_extension, visit_extension.
// Not here: the sets.
// Threads: the owner of the process.
// Holds: as extension.h.
#include "vm/process/extension.h"

#include <new>

#include "vm/process/state.h"

namespace vial {

ProcessExtension* extension_of(BlockCache& blocks, Process& p) {
    if (VIAL_LIKELY(p.extension != nullptr)) return p.extension;
    void* memory = blocks.allocate(sizeof(ProcessExtension), MemoryUse::ProcessHeap);
    if (!memory) return nullptr;
    p.extension = new (memory) ProcessExtension;
    return p.extension;
}

void release_extension(BlockCache& blocks, Process& p) {
    ProcessExtension* e = p.extension;
    if (!e) return;
    p.extension = nullptr;
    e->links.release(blocks);
    e->monitors.release(blocks);
    e->watchers.release(blocks);
    e->suspending.release(blocks);
    e->dictionary.release(blocks);
    blocks.free(e, sizeof(ProcessExtension), MemoryUse::ProcessHeap);
}

void visit_extension(Process& p, RootVisitor& visitor) {
    // Between the signal that ends a process and the end of its slice code may still collect.
    if ((p.flags & process_flag::Exiting) != 0) visitor.visit(p.parent);
    ProcessExtension* e = p.extension;
    if (!e) return;
    e->dictionary.visit(visitor);
    e->monitors.each([&](MonitorEntry& m) { visitor.visit(m.tag); });
}

}  // namespace vial

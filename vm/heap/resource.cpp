// vm/heap/resource.cpp: terms that count a resource.
// Here: resource_term.
// Not here: the resources (runtime/).
// Threads: the owner of the heap.
// Holds: one count for each term.
#include "vm/heap/resource.h"

#include "vm/heap/gc.h"

namespace vial {

Term resource_term(Process& process, HeapWriter& out, Resource* resource) {
    Word* at = out.take(kResourceWords);
    at[0] = make_header(BoxedKind::Resource, 2);
    at[1] = reinterpret_cast<Word>(resource);
    link_off_heap(process, at);
    return Term::boxed(at);
}

}  // namespace vial

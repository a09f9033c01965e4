// vm/heap/resource.h: counted objects of the machine that terms refer to (files, regexes, atomics...).
// Here: Resource and how terms count it.
// Not here: the resources themselves (runtime/).
// Threads: the count is atomic; `destroy` runs on the thread that drops the last reference, which may
//          be any scheduler or a pool thread.
// Holds: a Resource term in a heap holds one count; the collector drops it when the term dies.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/heap/writer.h"
#include "vm/term/boxed.h"

namespace vial {

struct ResourceType {
    const char* name;
    void (*destroy)(Resource* resource);
};

struct Resource {
    const ResourceType* type;
    std::atomic<std::uint64_t> count{1};
    Word number;  // prints and compares as a local reference of this number

    // Release pairs with the acquire of the last one, which sees all earlier use.
    void retain() { count.fetch_add(1, std::memory_order_relaxed); }
    void release() {
        if (count.fetch_sub(1, std::memory_order_acq_rel) == 1) type->destroy(this);
    }
};

inline Resource* resource_of(Term t) { return reinterpret_cast<Resource*>(t.boxed_words()[1]); }

class Process;
// A term that takes over one count of `resource`. Needs kResourceWords reserved through `out`.
Term resource_term(Process& process, HeapWriter& out, Resource* resource);
// The resource behind `t` if it is one of this type.
inline Resource* try_resource(Term t, const ResourceType& type) {
    if (!t.is_boxed_kind(BoxedKind::Resource)) return nullptr;
    Resource* r = resource_of(t);
    return r->type == &type ? r : nullptr;
}

}  // namespace vial

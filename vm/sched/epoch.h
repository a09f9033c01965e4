// vm/sched/epoch.h: freeing what others may still be reading.
// Here: Epochs: visits and deferred frees.
// Not here: who retires what (code purge, tables, names).
// Threads: any; a retired object is freed on some thread of the VM.
// Holds: an object retired in epoch e is freed when every visitor has begun a visit after e or visits
//        nothing. A scheduler visits during a slice and leaves between two; pool threads mark their
//        visits. No pointer found during a visit is kept beyond it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

namespace vial {

class Epochs {
  public:
    explicit Epochs(std::uint32_t visitors);
    ~Epochs();
    Epochs(const Epochs&) = delete;
    Epochs& operator=(const Epochs&) = delete;

    void enter(std::uint32_t visitor);
    void leave(std::uint32_t visitor);
    // Calls free(object) once nobody can read it any more.
    void retire(void* object, void (*free)(void*));
    // Frees what can be; called between slices when something is retired.
    void advance();
    bool pending() const { return pending_.load(std::memory_order_relaxed) != 0; }

  private:
    struct State;
    std::unique_ptr<State> state_;
    std::atomic<std::uint64_t> pending_{0};
};

}  // namespace vial

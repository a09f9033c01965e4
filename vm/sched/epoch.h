// vm/sched/epoch.h: freeing what others may still be reading.
// Here: Epochs: what has been retired, and when it is free.
// Not here: who retires what (code purge, tables, names).
// Threads: any; a retired object is freed on whatever thread calls advance().
// Holds: an object retired now is freed after every visitor has passed a point between two slices, or
//        is away (parked, idle in a pool). No pointer found before such a point is used after it.
//
// A visitor's word holds the epoch it has seen last, or kAway. Passing costs a load and a compare as
// long as nothing is retired.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

namespace vial {

class Epochs {
  public:
    explicit Epochs(std::uint32_t visitors);
    ~Epochs();  // frees everything
    Epochs(const Epochs&) = delete;
    Epochs& operator=(const Epochs&) = delete;

    // Between two slices: the visitor keeps nothing it found before.
    void pass(std::uint32_t visitor) {
        // acquire: what is retired after the epoch moved is no longer found from here on.
        const std::uint64_t now = epoch_.load(std::memory_order_acquire);
        auto& seen = visitors_[visitor].seen;
        // release: the reads before are over when advance() sees it.
        if (seen.load(std::memory_order_relaxed) != now) seen.store(now, std::memory_order_release);
    }
    // The visitor will read nothing until arrive().
    void leave(std::uint32_t visitor) {
        visitors_[visitor].seen.store(kAway, std::memory_order_release);
    }
    void arrive(std::uint32_t visitor) {
        // seq_cst: ordered with retire()'s step, so that either it sees us here or we see what it took
        // out as gone.
        visitors_[visitor].seen.store(epoch_.load(std::memory_order_seq_cst),
                                      std::memory_order_seq_cst);
    }
    // Calls free(object) once nobody can read it any more. It is out of reach for newcomers already.
    void retire(void* object, void (*free)(void*));
    // Frees what can be freed; whether there was anything.
    bool advance();
    bool pending() const { return pending_.load(std::memory_order_relaxed) != 0; }

  private:
    static constexpr std::uint64_t kAway = UINT64_MAX;
    struct alignas(64) Visitor {
        std::atomic<std::uint64_t> seen{kAway};
    };
    struct State;
    std::unique_ptr<State> state_;
    const std::uint32_t count_;
    std::unique_ptr<Visitor[]> visitors_;
    alignas(64) std::atomic<std::uint64_t> epoch_{1};
    std::atomic<std::uint64_t> pending_{0};
};

}  // namespace vial

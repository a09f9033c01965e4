// vm/sched/epoch.cpp: retired objects and their time.
// Here: Epochs.
// Not here: visitors.
// Threads: as epoch.h says; the list of retired objects is under a mutex, which only those who retire
//          or free take.
// Holds: objects are listed in the order of their epochs.
#include "vm/sched/epoch.h"

#include <deque>
#include <mutex>
#include <vector>

namespace vial {

struct Epochs::State {
    struct Retired {
        void* object;
        void (*free)(void*);
        std::uint64_t epoch;  // visitors that have seen this one or a later one are past it
    };
    std::mutex mutex;
    std::deque<Retired> retired;
};

Epochs::Epochs(std::uint32_t visitors)
    : state_(std::make_unique<State>()),
      count_(visitors),
      visitors_(std::make_unique<Visitor[]>(visitors)) {}

Epochs::~Epochs() {
    for (const auto& r : state_->retired) r.free(r.object);
}

void Epochs::retire(void* object, void (*free)(void*)) {
    const std::lock_guard guard(state_->mutex);
    const std::uint64_t after = epoch_.fetch_add(1, std::memory_order_seq_cst) + 1;
    state_->retired.push_back({object, free, after});
    pending_.store(state_->retired.size(), std::memory_order_relaxed);
}

bool Epochs::advance() {
    std::vector<State::Retired> ready;
    {
        const std::lock_guard guard(state_->mutex);
        std::uint64_t oldest = kAway;
        for (std::uint32_t i = 0; i < count_; ++i) {
            oldest = std::min(oldest, visitors_[i].seen.load(std::memory_order_seq_cst));
        }
        while (!state_->retired.empty() && state_->retired.front().epoch <= oldest) {
            ready.push_back(state_->retired.front());
            state_->retired.pop_front();
        }
        pending_.store(state_->retired.size(), std::memory_order_relaxed);
    }
    for (const auto& r : ready) r.free(r.object);
    return !ready.empty();
}

}  // namespace vial

// vm/sched/run_queue.cpp: ring and list of one run queue, the global queue.
// Here: RunQueue, InjectQueue.
// Not here: choosing between priorities (scheduler.cpp).
// Threads: as run_queue.h says.
// Holds: a ring slot is rewritten only when head has passed it, so a thief whose CAS on head succeeds
//        has read slots nobody changed.
#include "vm/sched/run_queue.h"

namespace vial {

void RunQueue::put(Process* p, std::uint32_t head) {
    const std::uint32_t tail = tail_.load(std::memory_order_relaxed);
    ring_[tail % kRing].store(p, std::memory_order_relaxed);
    // Release pairs with the thieves' loads. Where something waits already a thief may be asked for
    // next, and must either see this or be seen idle: sequentially consistent.
    tail_.store(tail + 1, tail == head ? std::memory_order_release : std::memory_order_seq_cst);
}

void RunQueue::push(Process* p) {
    const std::uint32_t head = head_.load(std::memory_order_acquire);
    const bool listed = listed_.load(std::memory_order_relaxed) != 0;
    if (!listed && tail_.load(std::memory_order_relaxed) - head < kRing) return put(p, head);
    p->run_link.store(nullptr, std::memory_order_relaxed);
    const SpinGuard guard(list_lock_);
    if (last_) {
        last_->run_link.store(p, std::memory_order_relaxed);
    } else {
        first_ = p;
    }
    last_ = p;
    listed_.store(listed_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
}

// Fills the ring from the list.
void RunQueue::refill() {
    const SpinGuard guard(list_lock_);
    std::uint32_t listed = listed_.load(std::memory_order_relaxed);
    const std::uint32_t head = head_.load(std::memory_order_acquire);
    while (first_ && tail_.load(std::memory_order_relaxed) - head < kRing) {
        Process* p = first_;
        first_ = p->run_link.load(std::memory_order_relaxed);
        if (!first_) last_ = nullptr;
        --listed;
        put(p, head);
    }
    listed_.store(listed, std::memory_order_relaxed);
}

Process* RunQueue::pop() {
    for (;;) {
        std::uint32_t head = head_.load(std::memory_order_acquire);
        const std::uint32_t count = tail_.load(std::memory_order_relaxed) - head;
        if (VIAL_UNLIKELY(listed_.load(std::memory_order_relaxed) != 0 && count <= kRing / 2)) {
            refill();
            continue;
        }
        if (count == 0) return nullptr;
        Process* p = ring_[head % kRing].load(std::memory_order_relaxed);
        // acq_rel: against thieves, who take by the same CAS.
        if (head_.compare_exchange_weak(head, head + 1, std::memory_order_acq_rel,
                                        std::memory_order_relaxed)) {
            return p;
        }
    }
}

std::uint32_t RunQueue::steal(RunQueue& out, bool even_one) {
    Process* taken[kRing];
    for (;;) {
        std::uint32_t head = head_.load(std::memory_order_acquire);
        // acquire: pairs with put(); the slots below tail are seen.
        const std::uint32_t available = tail_.load(std::memory_order_acquire) - head;
        if (available == 0 && VIAL_UNLIKELY(listed_.load(std::memory_order_relaxed) != 0)) {
            return steal_listed(out);
        }
        if (available == 0 || available > kRing || (available == 1 && !even_one)) return 0;
        const std::uint32_t count = available - available / 2;
        for (std::uint32_t i = 0; i < count; ++i) {
            taken[i] = ring_[(head + i) % kRing].load(std::memory_order_relaxed);
        }
        if (!head_.compare_exchange_weak(head, head + count, std::memory_order_acq_rel,
                                         std::memory_order_relaxed)) {
            continue;
        }
        for (std::uint32_t i = 0; i < count; ++i) out.push(taken[i]);
        return count;
    }
}

std::uint32_t RunQueue::steal_listed(RunQueue& out) {
    Process* taken[kRing];
    std::uint32_t count = 0;
    {
        const SpinGuard guard(list_lock_);
        while (first_ && count < kRing) {
            taken[count++] = first_;
            first_ = first_->run_link.load(std::memory_order_relaxed);
        }
        if (!first_) last_ = nullptr;
        listed_.store(listed_.load(std::memory_order_relaxed) - count, std::memory_order_relaxed);
    }
    for (std::uint32_t i = 0; i < count; ++i) out.push(taken[i]);
    return count;
}

void InjectQueue::push(Process* p) {
    Process* head = head_.load(std::memory_order_relaxed);
    do {
        p->run_link.store(head, std::memory_order_relaxed);
        // seq_cst: either a scheduler about to sleep sees it, or the caller sees that scheduler idle.
    } while (!head_.compare_exchange_weak(head, p, std::memory_order_seq_cst,
                                          std::memory_order_relaxed));
}

Process* InjectQueue::take_all() {
    if (head_.load(std::memory_order_relaxed) == nullptr) return nullptr;
    // acquire: pairs with push.
    Process* p = head_.exchange(nullptr, std::memory_order_acquire);
    Process* turned = nullptr;
    while (p) {
        Process* older = p->run_link.load(std::memory_order_relaxed);
        p->run_link.store(turned, std::memory_order_relaxed);
        turned = p;
        p = older;
    }
    return turned;
}

}  // namespace vial

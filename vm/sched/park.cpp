// vm/sched/park.cpp: futex sleep of one thread; spinning for a lock.
// Here: Parker, SpinLock::wait.
// Not here: who sleeps when (scheduler.cpp).
// Threads: as park.h says.
// Holds: word: empty -> parked or polling -> empty by the owner; any -> notified by others.
#include "vm/sched/park.h"

#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "vm/sched/poller.h"
#include "vm/sched/spin_lock.h"

namespace vial {

bool Parker::park(std::int64_t timeout_ns) {
    std::uint32_t expected = kEmpty;
    // acquire on both ways out: pairs with unpark's release.
    if (!word_.compare_exchange_strong(expected, kParked, std::memory_order_acquire)) {
        word_.store(kEmpty, std::memory_order_relaxed);
        return true;
    }
    timespec wait{};
    wait.tv_sec = timeout_ns / 1'000'000'000;
    wait.tv_nsec = timeout_ns % 1'000'000'000;
    // A wake that nobody asked for looks like a timeout: the caller looks round and parks again.
    ::syscall(SYS_futex, &word_, FUTEX_WAIT_PRIVATE, kParked, timeout_ns < 0 ? nullptr : &wait, nullptr,
              0);
    return word_.exchange(kEmpty, std::memory_order_acquire) == kNotified;
}

bool Parker::park_in(Poller& poller, std::int64_t timeout_ns) {
    std::uint32_t expected = kEmpty;
    poller_.store(&poller, std::memory_order_relaxed);
    // acq_rel: who unparks sees poller_; otherwise as park().
    if (word_.compare_exchange_strong(expected, kPolling, std::memory_order_acq_rel)) poller.wait(timeout_ns);
    return word_.exchange(kEmpty, std::memory_order_acquire) == kNotified;
}

void Parker::unpark() {
    const std::uint32_t before = word_.exchange(kNotified, std::memory_order_acq_rel);
    if (before == kPolling) return poller_.load(std::memory_order_relaxed)->wake();
    if (before != kParked) return;
    ::syscall(SYS_futex, &word_, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
}

void SpinLock::wait() {
    for (int i = 0; i < 100; ++i) {
        if (!held_.load(std::memory_order_relaxed)) return;
        spin_pause();
    }
    ::sched_yield();
}

}  // namespace vial

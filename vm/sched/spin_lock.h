// vm/sched/spin_lock.h: a lock for a few instructions.
// Here: SpinLock, of the timer wheels and of what a run queue holds beyond its ring.
// Not here: anything on the usual way to run a process, which takes no lock.
// Threads: any.
// Holds: the holder never blocks, allocates from the system, or calls out. A waiter gives up its time
//        slice after a short spin, since the holder may have lost its core.
#pragma once

#include <atomic>

namespace vial {

// What a waiting loop does between two looks.
inline void spin_pause() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("isb");
#endif
}

class SpinLock {
  public:
    void lock() {
        // Acquire pairs with unlock's release: sees what the last holder wrote.
        while (held_.exchange(true, std::memory_order_acquire)) wait();
    }
    void unlock() { held_.store(false, std::memory_order_release); }

  private:
    void wait();
    std::atomic<bool> held_{false};
};

class SpinGuard {
  public:
    explicit SpinGuard(SpinLock& lock) : lock_(lock) { lock_.lock(); }
    ~SpinGuard() { lock_.unlock(); }
    SpinGuard(const SpinGuard&) = delete;
    SpinGuard& operator=(const SpinGuard&) = delete;

  private:
    SpinLock& lock_;
};

}  // namespace vial

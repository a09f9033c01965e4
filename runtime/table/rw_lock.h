// runtime/table/rw_lock.h: many readers or one writer, for a few rows' time.
// Here: RwLock and its guards.
// Not here: anything that waits for long: no holder yields, blocks or collects.
// Threads: any.
// Holds: a waiting writer keeps new readers out, so that it is served. After a short spin a waiter gives
//        up its time slice, since the holder may have lost its core.
#pragma once

#include <atomic>
#include <cstdint>

namespace vial {

class RwLock {
  public:
    void lock_shared() {
        for (std::uint32_t spins = 0;; pause(++spins)) {
            std::uint32_t state = state_.load(std::memory_order_relaxed);
            // Acquire pairs with unlock: sees what the last writer wrote.
            if ((state & (kWriter | kWaiting)) == 0 &&
                state_.compare_exchange_weak(state, state + kReader, std::memory_order_acquire,
                                             std::memory_order_relaxed)) {
                return;
            }
        }
    }
    void unlock_shared() { state_.fetch_sub(kReader, std::memory_order_release); }
    void lock() {
        for (std::uint32_t spins = 0;; pause(++spins)) {
            std::uint32_t state = state_.load(std::memory_order_relaxed);
            if ((state & ~kWaiting) == 0) {
                if (state_.compare_exchange_weak(state, kWriter, std::memory_order_acquire,
                                                 std::memory_order_relaxed)) {
                    return;
                }
            } else if ((state & kWaiting) == 0) {
                state_.fetch_or(kWaiting, std::memory_order_relaxed);
            }
        }
    }
    void unlock() { state_.fetch_and(~kWriter, std::memory_order_release); }

  private:
    static constexpr std::uint32_t kWriter = 1, kWaiting = 2, kReader = 4;
    static void pause(std::uint32_t spins);
    std::atomic<std::uint32_t> state_{0};
};

class ReadGuard {
  public:
    explicit ReadGuard(RwLock& lock) : lock_(lock) { lock_.lock_shared(); }
    ~ReadGuard() { lock_.unlock_shared(); }
    ReadGuard(const ReadGuard&) = delete;
    ReadGuard& operator=(const ReadGuard&) = delete;

  private:
    RwLock& lock_;
};

class WriteGuard {
  public:
    explicit WriteGuard(RwLock& lock) : lock_(lock) { lock_.lock(); }
    ~WriteGuard() { lock_.unlock(); }
    WriteGuard(const WriteGuard&) = delete;
    WriteGuard& operator=(const WriteGuard&) = delete;

  private:
    RwLock& lock_;
};

}  // namespace vial

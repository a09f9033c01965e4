// vm/sched/timer.h: timers of one scheduler.
// Here: Timer, TimerWheel (hierarchical, 1 ms), timers by reference number and by receiver.
// Not here: the natives (runtime/time/timers.cpp).
// Threads: any, under the wheel's spin lock; nearly always the owner. An overdue wheel may be served
//          by any scheduler.
// Holds: start and cancel are O(1). A timer carries its message ready made, so firing copies nothing.
//        A timer is in the wheel or with exactly one thread that took it out.
//
// Level 0 has 256 slots of 1 ms, levels 1..4 have 64 slots each 64 (first 256) times as long as those
// below; a timer sits in the level whose span holds its distance and moves down as its time comes.
#pragma once

#include <array>
#include <cstdint>

#include "vm/base/memory.h"
#include "vm/process/signal.h"
#include "vm/sched/spin_lock.h"

namespace vial {

class TimerWheel;

enum class TimerKind : std::uint8_t { Receive, Message };

struct Timer {
    Timer* next;
    Timer* previous;      // null: not linked
    std::uint64_t due_ms; // of the wheel entry
    TimerKind kind;
    bool linked;
    std::uint8_t level;
    std::uint8_t slot;
    std::uint16_t wheel;  // index of the scheduler
};

// receive ... after: one per process, kept in Process::receive_timer.
struct ReceiveTimer : Timer {
    std::atomic<std::uint64_t> deadline_ms;  // what the process waits for; 0: nothing
    Process* process;
    Term pid;
};

// start_timer, send_after.
struct MessageTimer : Timer {
    Word number;            // of its reference
    MessageTimer* by_number;   // next in the chain of its hash
    MessageTimer* by_receiver; // next in the chain of the receiver's hash
    Term receiver;          // pid or name
    Signal* message;
};

class TimerWheel {
  public:
    TimerWheel(std::uint16_t index, std::uint64_t now_ms);
    ~TimerWheel();

    SpinLock lock;
    // All below under `lock`.
    void insert(Timer& timer, std::uint64_t due_ms);
    void remove(Timer& timer);
    // Unlinks what is due, chained by `next`.
    Timer* expire(std::uint64_t now_ms);
    // A time at or before the next expiry; UINT64_MAX: empty.
    std::uint64_t next_due_ms() const;

    MessageTimer* find(Word number);
    void add_index(MessageTimer& timer);
    void remove_index(MessageTimer& timer);
    MessageTimer* first_for(Term pid);

    // A glance without the lock: next_due_ms as of the last change.
    std::uint64_t due_hint_ms() const { return due_hint_ms_.load(std::memory_order_relaxed); }
    std::uint64_t count() const { return count_; }

  private:
    static constexpr int kLevels = 5;
    static constexpr std::uint32_t kFine = 256, kCoarse = 64;
    Timer** slot_of(int level, std::uint32_t slot);
    void place(Timer& timer);
    void unlink(Timer& timer);
    void cascade(int level, Timer*& expired);
    void grow_index();

    std::uint16_t index_;
    std::uint64_t now_ms_;
    std::uint64_t count_ = 0;
    std::atomic<std::uint64_t> due_hint_ms_{UINT64_MAX};
    std::array<Timer*, kFine> fine_{};
    std::array<std::array<Timer*, kCoarse>, kLevels - 1> coarse_{};
    std::array<std::uint64_t, kFine / 64> fine_used_{};
    std::array<std::uint64_t, kLevels - 1> coarse_used_{};
    MessageTimer** numbers_ = nullptr;    // hash chains
    MessageTimer** receivers_ = nullptr;
    std::uint32_t buckets_ = 0;
    std::uint32_t indexed_ = 0;
};

}  // namespace vial

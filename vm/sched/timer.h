// vm/sched/timer.h: the timer wheel of one scheduler.
// Here: Timer and its kinds, TimerWheel (hierarchical, 1 ms), look-up by reference number and receiver.
// Not here: what firing does (timers.h).
// Threads: any, under the wheel's spin lock; nearly always the owner. An overdue wheel may be served
//          by any scheduler.
// Holds: insert, remove and look-up are O(1). A timer is linked, or belongs to the thread that took it
//        out.
//
// Level 0 has 256 slots of 1 ms; levels 1 to 4 have 64 slots, each as long as the whole level below.
// A timer sits in the first level that spans its distance and moves down as its time comes: a span
// of 2^32 ms in all. A level's slot is emptied into those below when the time reaches its start.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "vm/process/signal.h"
#include "vm/sched/spin_lock.h"

namespace vial {

enum class TimerKind : std::uint8_t { Receive, Message };

struct Timer {
    Timer* next = nullptr;
    Timer* previous = nullptr;  // null: the slot's first
    std::uint64_t due_ms = 0;   // of the wheel entry, in ms since the VM's start
    TimerKind kind;
    bool linked = false;
    std::uint8_t level = 0;
    std::uint8_t slot = 0;
    std::uint16_t wheel = 0;    // index of the scheduler; written by whoever owns it unlinked
};

// receive ... after: one for a process, from its first use to its end.
struct ReceiveTimer : Timer {
    // What the process waits for; 0: nothing. Written by the owner, read by who serves the wheel:
    // relaxed, since both hold the lock where it matters.
    std::atomic<std::uint64_t> deadline_ms{0};
    Process* process = nullptr;
    Term pid;
};

// start_timer, send_after. The message is ready made, so firing copies nothing.
struct MessageTimer : Timer {
    Word number = 0;  // of its reference
    Term receiver;    // pid or name
    Signal* message = nullptr;
    MessageTimer* by_number = nullptr;
    MessageTimer* by_receiver = nullptr;
    MessageTimer* by_receiver_before = nullptr;
};

class TimerWheel {
  public:
    TimerWheel();

    SpinLock lock;
    // All below under `lock`, but for due_hint_ms.
    void insert(Timer& timer, std::uint64_t due_ms);
    void remove(Timer& timer);
    // Unlinks what is due by now_ms, chained by `next` in the order of time.
    Timer* expire(std::uint64_t now_ms);
    // A time at or before the next expiry; UINT64_MAX: empty.
    std::uint64_t next_due_ms() const;

    void add_index(MessageTimer& timer);
    void remove_index(MessageTimer& timer);
    MessageTimer* find(Word number) const;
    MessageTimer* first_for(Term receiver) const;

    // next_due_ms() as of the last change, for a glance without the lock.
    std::uint64_t due_hint_ms() const { return due_hint_ms_.load(std::memory_order_relaxed); }
    std::uint64_t count() const { return count_; }

  private:
    static constexpr int kLevels = 5;
    static constexpr std::uint32_t kFine = 256, kCoarse = 64;
    static constexpr std::uint64_t kSpanMs = std::uint64_t{1} << 32;
    static constexpr int shift_of(int level) { return level == 0 ? 0 : 8 + 6 * (level - 1); }

    Timer*& head_of(int level, std::uint32_t slot) {
        return level == 0 ? fine_[slot] : coarse_[level - 1][slot];
    }
    std::uint64_t& used_word(int level, std::uint32_t slot) {
        return level == 0 ? fine_used_[slot / 64] : coarse_used_[level - 1];
    }
    void place(Timer& timer, std::uint64_t from);
    void unlink(Timer& timer);
    Timer* take_slot(int level, std::uint32_t slot);
    void cascade(std::uint64_t tick);
    std::uint64_t next_fine() const;
    void set_hint() { due_hint_ms_.store(next_due_ms(), std::memory_order_relaxed); }
    void grow_index();

    std::uint64_t now_ms_ = 0;  // the last tick that has been served
    std::uint64_t count_ = 0;
    std::atomic<std::uint64_t> due_hint_ms_{UINT64_MAX};
    std::array<Timer*, kFine> fine_{};
    std::array<std::array<Timer*, kCoarse>, kLevels - 1> coarse_{};
    std::array<std::uint64_t, kFine / 64> fine_used_{};
    std::array<std::uint64_t, kLevels - 1> coarse_used_{};
    std::vector<MessageTimer*> numbers_;    // hash chains, a power of two of them
    std::vector<MessageTimer*> receivers_;
    std::uint32_t indexed_ = 0;
};

}  // namespace vial

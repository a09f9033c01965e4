// vm/sched/timer.cpp: the wheel.
// Here: TimerWheel.
// Not here: what firing does (timers.cpp).
// Threads: under the wheel's lock.
// Holds: at any time each timer of level n is due within the span of level n from the tick at which it
//        was placed, so no slot holds timers of two rounds at the moment it is emptied.
#include "vm/sched/timer.h"

#include <bit>

#include "vm/base/hash.h"

namespace vial {

TimerWheel::TimerWheel() = default;

// `from`: the tick from which it has still to wait, not later than it is due.
void TimerWheel::place(Timer& t, std::uint64_t from) {
    // What is farther than the wheel spans waits at its end and is placed anew there.
    const std::uint64_t distance = std::min(t.due_ms - from, kSpanMs - 1);
    const std::uint64_t at = from + distance;
    int level = 0;
    while (level + 1 < kLevels && distance >= (std::uint64_t{1} << shift_of(level + 1))) ++level;
    const std::uint32_t slots = level == 0 ? kFine : kCoarse;
    const auto slot = static_cast<std::uint32_t>(at >> shift_of(level)) & (slots - 1);
    t.level = static_cast<std::uint8_t>(level);
    t.slot = static_cast<std::uint8_t>(slot);
    t.linked = true;
    Timer*& head = head_of(level, slot);
    t.previous = nullptr;
    t.next = head;
    if (head) head->previous = &t;
    head = &t;
    used_word(level, slot) |= std::uint64_t{1} << (slot % 64);
}

void TimerWheel::unlink(Timer& t) {
    Timer*& head = head_of(t.level, t.slot);
    if (t.previous) {
        t.previous->next = t.next;
    } else {
        head = t.next;
    }
    if (t.next) t.next->previous = t.previous;
    if (!head) used_word(t.level, t.slot) &= ~(std::uint64_t{1} << (t.slot % 64));
    t.linked = false;
    t.next = t.previous = nullptr;
}

void TimerWheel::insert(Timer& t, std::uint64_t due_ms) {
    t.due_ms = std::max(due_ms, now_ms_ + 1);
    place(t, now_ms_);
    ++count_;
    if (t.due_ms < due_hint_ms()) set_hint();
}

void TimerWheel::remove(Timer& t) {
    unlink(t);
    // The hint may now be too early, which costs one look at the wheel.
    if (--count_ == 0) due_hint_ms_.store(UINT64_MAX, std::memory_order_relaxed);
}

// A slot hangs newest first; the chain handed out is oldest first, so that what was started first
// fires first.
Timer* TimerWheel::take_slot(int level, std::uint32_t slot) {
    Timer*& head = head_of(level, slot);
    Timer* newest = head;
    head = nullptr;
    used_word(level, slot) &= ~(std::uint64_t{1} << (slot % 64));
    Timer* turned = nullptr;
    while (newest) {
        Timer* older = newest->next;
        newest->linked = false;
        newest->previous = nullptr;
        newest->next = turned;
        turned = newest;
        newest = older;
    }
    return turned;
}

// Empties the slots that begin at `tick` into the levels below, the longest first.
void TimerWheel::cascade(std::uint64_t tick) {
    for (int level = kLevels - 1; level > 0; --level) {
        const int shift = shift_of(level);
        if ((tick & ((std::uint64_t{1} << shift) - 1)) != 0) continue;
        Timer* t = take_slot(level, static_cast<std::uint32_t>(tick >> shift) & (kCoarse - 1));
        while (t) {
            Timer* next = t->next;
            place(*t, tick);
            t = next;
        }
    }
}

std::uint64_t TimerWheel::next_fine() const {
    const auto start = static_cast<std::uint32_t>(now_ms_ + 1) & (kFine - 1);
    for (std::uint32_t step = 0; step <= kFine / 64; ++step) {
        const std::uint32_t word = (start / 64 + step) % (kFine / 64);
        std::uint64_t bits = fine_used_[word];
        if (step == 0) bits &= ~std::uint64_t{0} << (start % 64);
        if (step == kFine / 64) bits &= (std::uint64_t{1} << (start % 64)) - 1;
        if (bits == 0) continue;
        const std::uint32_t slot = word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
        return now_ms_ + 1 + ((slot - start) & (kFine - 1));
    }
    return UINT64_MAX;
}

std::uint64_t TimerWheel::next_due_ms() const {
    std::uint64_t due = next_fine();
    for (int level = 1; level < kLevels; ++level) {
        const std::uint64_t used = coarse_used_[level - 1];
        if (used == 0) continue;
        const std::uint64_t current = now_ms_ >> shift_of(level);
        const int ahead =
            std::countr_zero(std::rotr(used, static_cast<int>((current + 1) & (kCoarse - 1)))) + 1;
        due = std::min(due, (current + static_cast<std::uint64_t>(ahead)) << shift_of(level));
    }
    return due;
}

Timer* TimerWheel::expire(std::uint64_t now_ms) {
    Timer* first = nullptr;
    Timer** last = &first;
    for (;;) {
        const std::uint64_t tick = next_due_ms();
        if (tick > now_ms) break;
        now_ms_ = tick - 1;
        cascade(tick);
        *last = take_slot(0, static_cast<std::uint32_t>(tick) & (kFine - 1));
        now_ms_ = tick;
        for (; *last; last = &(*last)->next) --count_;
    }
    if (now_ms > now_ms_) now_ms_ = now_ms;
    set_hint();
    return first;
}

// --- the index --------------------------------------------------------------------------------------

void TimerWheel::grow_index() {
    const std::size_t larger = numbers_.empty() ? 16 : numbers_.size() * 2;
    std::vector<MessageTimer*> old;
    old.swap(numbers_);
    numbers_.assign(larger, nullptr);
    receivers_.assign(larger, nullptr);
    indexed_ = 0;
    for (MessageTimer* t : old) {
        while (t) {
            MessageTimer* next = t->by_number;
            add_index(*t);
            t = next;
        }
    }
}

void TimerWheel::add_index(MessageTimer& t) {
    if (indexed_ >= numbers_.size()) grow_index();
    const std::size_t mask = numbers_.size() - 1;
    MessageTimer*& number = numbers_[mix(t.number) & mask];
    t.by_number = number;
    number = &t;
    MessageTimer*& receiver = receivers_[mix(t.receiver.word()) & mask];
    t.by_receiver = receiver;
    t.by_receiver_before = nullptr;
    if (receiver) receiver->by_receiver_before = &t;
    receiver = &t;
    ++indexed_;
}

void TimerWheel::remove_index(MessageTimer& t) {
    const std::size_t mask = numbers_.size() - 1;
    MessageTimer** at = &numbers_[mix(t.number) & mask];
    while (*at != &t) at = &(*at)->by_number;
    *at = t.by_number;
    if (t.by_receiver_before) {
        t.by_receiver_before->by_receiver = t.by_receiver;
    } else {
        receivers_[mix(t.receiver.word()) & mask] = t.by_receiver;
    }
    if (t.by_receiver) t.by_receiver->by_receiver_before = t.by_receiver_before;
    --indexed_;
}

MessageTimer* TimerWheel::find(Word number) const {
    if (numbers_.empty()) return nullptr;
    MessageTimer* t = numbers_[mix(number) & (numbers_.size() - 1)];
    while (t && t->number != number) t = t->by_number;
    return t;
}

MessageTimer* TimerWheel::first_for(Term receiver) const {
    if (receivers_.empty()) return nullptr;
    MessageTimer* t = receivers_[mix(receiver.word()) & (receivers_.size() - 1)];
    while (t && t->receiver != receiver) t = t->by_receiver;
    return t;
}

}  // namespace vial

// vm/sched/idle.cpp: a scheduler without work.
// Here: stealing, searching, going to sleep; serving others' overdue wheels.
// Not here: waking (schedulers.cpp).
// Threads: the scheduler's own.
// Holds: a wake-up is not lost: who makes work looks for an idle scheduler after it has put the work
//        where it is found; who falls idle says so first and then looks once more for work. Both are
//        sequentially consistent. While somebody searches nobody is woken: it will find the work, or
//        look once more after it has stopped searching.
#include "vm/process/wake.h"
#include "vm/sched/schedulers.h"
#include "vm/sched/spin_lock.h"
#include "vm/sched/timers.h"
#include "vm/vm.h"

namespace vial {

namespace {
// Looking for work before sleeping; a futex wake costs some microseconds on both sides.
constexpr std::int64_t kSearchNs = 20'000;
// A victim whose slice is this old does not get round to its only waiting process soon.
constexpr std::int64_t kStuckSliceNs = 50'000;
// A wheel is overdue for others when its owner is late by more than this.
constexpr std::uint64_t kOverdueMs = 2;
}  // namespace

std::uint64_t Scheduler::random() {
    // xorshift; only for the first victim. Simulation steps its schedulers and steals nothing.
    random_state_ ^= random_state_ << 13;
    random_state_ ^= random_state_ >> 7;
    random_state_ ^= random_state_ << 17;
    return random_state_;
}

void Scheduler::enter_phase(SchedulerPhase phase) {
    const auto now = static_cast<std::uint64_t>(vm_now_ns(vm));
    const auto before = counters.phase.load(std::memory_order_relaxed);
    bump(counters.phase_ns[before], now - counters.phase_since_ns.load(std::memory_order_relaxed));
    counters.phase_since_ns.store(now, std::memory_order_relaxed);
    // seq_cst: the watch, about to sleep, sees it or is seen asleep.
    counters.phase.store(static_cast<std::uint8_t>(phase), std::memory_order_seq_cst);
    if (before == static_cast<std::uint8_t>(SchedulerPhase::Parked)) all_.watch().scheduler_woke();
    now_ns_ = static_cast<std::int64_t>(now);
}

void Scheduler::serve_overdue_wheels() {
    const auto now_ms = static_cast<std::uint64_t>(now_ns_ / 1'000'000);
    for (std::uint32_t i = 0; i < all_.count(); ++i) {
        TimerWheel& other = all_.at(i).wheel;
        const std::uint64_t due = other.due_hint_ms();
        const std::uint64_t slack = all_.at(i).is_held() ? 0 : kOverdueMs + 1;
        if (i != index && due != UINT64_MAX && due + slack <= now_ms) {
            serve_wheel(*this, vm, other, now_ms);
        }
    }
}

// One round over all others from a random one; the highest priorities of each first.
bool Scheduler::steal_once(bool even_one) {
    const std::uint32_t count = all_.total();
    const auto first = static_cast<std::uint32_t>(random() % count);
    for (std::uint32_t i = 0; i < count; ++i) {
        Scheduler& victim = all_.at((first + i) % count);
        if (&victim == this) continue;
        const std::int64_t slice_start = victim.slice_start_ns_.load(std::memory_order_relaxed);
        const bool stuck =
            victim.ready() > 1 || victim.is_held() || now_ns_ - slice_start > kStuckSliceNs;
        for (int priority = 0; priority < 4; ++priority) {
            const std::uint32_t got = victim.queues[priority].steal(queues[priority], even_one && stuck);
            if (got == 0) continue;
            bump(counters.steals);
            bump(counters.migrated, got);
            return true;
        }
    }
    return false;
}

// True: there is something in the own queues.
bool Scheduler::search() {
    const std::int64_t until = vm_now_ns(vm) + kSearchNs;
    do {
        if (!all_.injected().empty()) {
            take_injected();
            if (ready() != 0) return true;
        }
        if (steal_once(true)) return true;
        for (int i = 0; i < 32; ++i) spin_pause();
        now_ns_ = vm_now_ns(vm);
        if (static_cast<std::uint64_t>(now_ns_ / 1'000'000) >= wheel.due_hint_ms()) return true;
    } while (now_ns_ < until && !all_.stopping());
    return false;
}

void Scheduler::idle() {
    enter_phase(SchedulerPhase::Searching);
    if (!searching_) {
        searching_ = true;
        all_.searching_.fetch_add(1, std::memory_order_seq_cst);
    }
    if (search()) {
        // next_process() ends the search when it takes what was found.
        enter_phase(SchedulerPhase::Executing);
        serve_timers();
        return;
    }
    searching_ = false;
    all_.searching_.fetch_sub(1, std::memory_order_seq_cst);
    sleep_until_woken();
    enter_phase(SchedulerPhase::Executing);
    serve_timers();
}

void Scheduler::sleep_until_woken() {
    // The last one to sleep frees what it can: nobody else will, for a long time.
    if (all_.epochs().pending()) {
        all_.epochs().leave(index);
        while (all_.epochs().pending() && all_.epochs().advance()) {}
        all_.epochs().arrive(index);
    }
    all_.set_idle(index);
    if (all_.has_work(*this) || all_.stopping()) {
        searching_ = !all_.clear_idle(index);
        return;
    }
    const std::uint64_t due_ms = wheel.due_hint_ms();
    std::int64_t timeout_ns = -1;
    if (due_ms != UINT64_MAX) {
        timeout_ns = static_cast<std::int64_t>(due_ms) * 1'000'000 - vm_now_ns(vm);
        if (timeout_ns < 0) timeout_ns = 0;
    }
    enter_phase(SchedulerPhase::Parked);
    bump(counters.parks);
    all_.epochs().leave(index);
    if (all_.poller().try_hold()) {
        parker.park_in(all_.poller(), timeout_ns);
        all_.poller().let_go();
    } else {
        parker.park(timeout_ns);
    }
    all_.epochs().arrive(index);
    // Who woke us took the bit and counted us as searching.
    searching_ = !all_.clear_idle(index);
}

}  // namespace vial

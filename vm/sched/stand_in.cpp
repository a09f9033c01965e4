// vm/sched/stand_in.cpp: relieving schedulers whose thread is held.
// Here: the watch's look, a pool thread that is a scheduler for a while.
// Not here: stealing (idle.cpp), picking (scheduler.cpp).
// Threads: as stand_in.h says; stand_in_for() on a thread of the CPU pool.
// Holds: a stand-in runs as long as the held slice lasts and there is something to run; then it puts
//        what is left in its own queues into the global one. It shares the timer wheel of the scheduler
//        that it stands in for, under the wheel's lock, since its own would be served by nobody later.
#include "vm/sched/stand_in.h"

#include <new>

#include "vm/process/wake.h"
#include "vm/sched/schedulers.h"
#include "vm/sched/timers.h"
#include "vm/vm.h"

namespace vial {

namespace {

constexpr std::int64_t kLookEveryNs = 1'000'000;
// Looks that find nobody at work before the watch goes to sleep.
constexpr int kQuietLooks = 3;

struct StandInCall : PoolCall {
    Schedulers* all = nullptr;
    Scheduler* held = nullptr;
};

bool works(const Scheduler& s) {
    // seq_cst: see Watch::scheduler_woke.
    return s.counters.phase.load(std::memory_order_seq_cst) !=
           static_cast<std::uint8_t>(SchedulerPhase::Parked);
}

}  // namespace

// --- the watch ----------------------------------------------------------------------------------------

Watch::Watch(Schedulers& all) : all_(all), slices_(all.total(), 0) {}

void Watch::start() {
    if (started_.exchange(true, std::memory_order_relaxed)) return;
    thread_.start("vial-watch", &Watch::thread_body, this);
}

void Watch::stop() {
    parker_.unpark();
    thread_.join();
}

void Watch::thread_body(void* watch) { static_cast<Watch*>(watch)->run(); }

bool Watch::any_works() const {
    for (std::uint32_t i = 0; i < all_.total(); ++i) {
        if (works(all_.at(i))) return true;
    }
    return false;
}

// True: somebody is at work.
bool Watch::look() {
    bool any = false;
    looks_.store(looks_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    for (std::uint32_t i = 0; i < all_.total(); ++i) {
        Scheduler& s = all_.at(i);
        if (!works(s)) continue;
        any = true;
        const std::uint64_t slices = s.counters.slices.load(std::memory_order_relaxed);
        const bool executing = s.counters.phase.load(std::memory_order_relaxed) ==
                               static_cast<std::uint8_t>(SchedulerPhase::Executing);
        if (executing && slices == slices_[i]) {
            s.set_held(true);
            all_.relieve(s);
        }
        slices_[i] = slices;
    }
    return any;
}

void Watch::run() {
    int quiet = 0;
    while (!all_.stopping()) {
        parker_.park(kLookEveryNs);
        quiet = look() ? 0 : quiet + 1;
        if (quiet < kQuietLooks) continue;
        asleep_.store(true, std::memory_order_seq_cst);
        if (!any_works() && !all_.stopping()) parker_.park(-1);
        asleep_.store(false, std::memory_order_seq_cst);
        quiet = 0;
    }
}

// --- standing in --------------------------------------------------------------------------------------

void Schedulers::relieve(Scheduler& held) {
    const auto now_ms = static_cast<std::uint64_t>(vm_now_ns(vm_) / 1'000'000);
    if (held.ready() == 0 && injected_.empty() && held.timers().due_hint_ms() > now_ms) return;
    if (any_idle()) return wake_one();
    // acq_rel: one stand-in at a time; the next one sees what the last one left.
    if (held.relieved_.exchange(true, std::memory_order_acq_rel)) return;
    auto* call = new (std::nothrow) StandInCall;
    if (!call) return held.relieved_.store(false, std::memory_order_release);
    call->all = this;
    call->held = &held;
    call->run = &Schedulers::stand_in;
    call->drop = [](PoolCall& c) {
        auto& mine = static_cast<StandInCall&>(c);
        mine.held->relieved_.store(false, std::memory_order_release);
        delete &mine;
    };
    stand_ins_wanted_.fetch_add(1, std::memory_order_relaxed);
    pool(Pool::Cpu).submit(call);
}

void Schedulers::stand_in(PoolCall& c) {
    auto& call = static_cast<StandInCall&>(c);
    Schedulers& all = *call.all;
    for (std::uint32_t i = all.count(); i < all.total(); ++i) {
        Scheduler& s = all.at(i);
        if (s.taken_.exchange(true, std::memory_order_acquire)) continue;
        s.stand_in_for(*call.held);
        s.taken_.store(false, std::memory_order_release);
        return;
    }
}

void Scheduler::stand_in_for(Scheduler& held) {
    if (wheel_index() != held.wheel_index()) {
        wheel_home_.store(held.wheel_index(), std::memory_order_relaxed);
        reference_next_ = reference_end_ = 0;
        unique_next_ = unique_end_ = 0;
    }
    all_.epochs().arrive(index);
    enter_phase(SchedulerPhase::Executing);
    served_ = &held;
    run_for_held();
    for (RunQueue& queue : queues) {
        while (Process* p = queue.pop()) all_.inject(*p);
    }
    enter_phase(SchedulerPhase::Parked);
    all_.epochs().leave(index);
}

void Scheduler::run_for_held() {
    // As in run(): a process whose memory is refused comes out here.
    if (setjmp(escape_) != 0) end_slice_of_exiting(*current);
    while (Process* p = next_for_held(*served_)) {
        run_slice_of(*p);
        all_.epochs().pass(index);
    }
}

Process* Scheduler::next_for_held(Scheduler& held) {
    if (!held.is_held() || all_.stopping()) return nullptr;
    look_at_clock();
    serve_timers();
    if (Process* p = pick()) return p;
    take_injected();
    if (Process* p = pick()) return p;
    for (int priority = 0; priority < 4; ++priority) {
        if (held.queues[priority].steal(queues[priority], true) != 0) bump(counters.steals);
    }
    return pick();
}

}  // namespace vial

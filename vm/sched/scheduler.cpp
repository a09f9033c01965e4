// vm/sched/scheduler.cpp: choosing and running processes.
// Here: the loop, slices, what follows each kind of slice's end.
// Not here: idling and stealing (idle.cpp); timers (timers.cpp).
// Threads: the scheduler's own.
// Holds: from fall_asleep() or continue_exit() == true on, the process is not touched.
#include "vm/sched/scheduler.h"

#include "vm/heap/gc.h"
#include "vm/process/exit.h"
#include "vm/process/extension.h"
#include "vm/process/hibernate.h"
#include "vm/process/info.h"
#include "vm/process/report.h"
#include "vm/process/signals.h"
#include "vm/process/wake.h"
#include "vm/sched/schedulers.h"
#include "vm/sched/timers.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

namespace {
constexpr std::uint32_t kInjectedEvery = 61;
constexpr std::uint32_t kLowAfterNormal = 8;
// Links and monitors told per slice of a process that ends.
constexpr std::uint32_t kExitBudget = 1000;
// A clock look-up costs as much as a short slice: one for so many reductions, a slice counting as 64.
constexpr std::int64_t kClockEvery = 1000;
constexpr std::int64_t kSliceWeight = 64;
constexpr std::int64_t kPollEveryNs = 1'000'000;
}  // namespace

Scheduler::Scheduler(Vm& v, Schedulers& all, std::uint32_t i)
    : RunContext(v.memory()),
      vm(v),
      index(i),
      slots(v.processes(), blocks),
      all_(all),
      random_state_(0x9e3779b97f4a7c15ULL * (i + 1)),
      wheel_home_(i) {
    x = registers;
    literals = &v.literal_space();
    atoms = &v.atoms();
    visit_extension = &vial::visit_extension;
    collected = &Scheduler::heap_collected;
    out_of_memory = &Scheduler::memory_refused;
    takes_long = &Scheduler::takes_long_now;
    stress_every = v.options().stress_every;
    reference_block_.store(i, std::memory_order_relaxed);
    unique_block_.store(i, std::memory_order_relaxed);
    counters.phase.store(static_cast<std::uint8_t>(SchedulerPhase::Parked), std::memory_order_relaxed);
}

Scheduler::~Scheduler() = default;

Vm& Process::vm() const { return *memory_of_control(this).vm; }
std::int64_t Process::slice_reductions() { return kSliceReductions; }
Scheduler& Process::scheduler() const { return scheduler_of(context_of(*this)); }

// --- numbers ------------------------------------------------------------------------------------------

Word Scheduler::next_reference() {
    if (VIAL_UNLIKELY(reference_next_ == reference_end_)) {
        // A stand-in deals from the share of the other, in whose wheel its timers are looked for.
        const Word block = all_.at(wheel_index()).reference_block_.fetch_add(all_.count() + 1, std::memory_order_relaxed);
        reference_next_ = block << kReferenceBlockBits;
        reference_end_ = reference_next_ + (Word{1} << kReferenceBlockBits);
        // Number 0 is nobody's: "no reference" in tables of numbers.
        if (reference_next_ == 0) reference_next_ = 1;
    }
    return reference_next_++;
}

std::uint64_t Scheduler::next_unique() {
    if (unique_next_ == unique_end_) {
        const Word block = all_.at(wheel_index()).unique_block_.fetch_add(all_.count() + 1, std::memory_order_relaxed);
        unique_next_ = block << kReferenceBlockBits;
        unique_end_ = unique_next_ + (std::uint64_t{1} << kReferenceBlockBits);
    }
    return unique_next_++;
}

std::uint32_t reference_dealer(Vm& vm, Word number) {
    return static_cast<std::uint32_t>((number >> kReferenceBlockBits) % (vm.schedulers().count() + 1));
}

// --- choosing -------------------------------------------------------------------------------------

std::uint32_t Scheduler::ready() const {
    return queues[0].length() + queues[1].length() + queues[2].length() + queues[3].length();
}

void Scheduler::enqueue(Process& p) {
    set_run_state(p, RunState::Runnable);
    queues[p.priority].push(&p);
    // One process waiting is the usual case of two that talk: it runs here next. More are worth
    // another core.
    if (ready() > 1) all_.wake_one();
}

Process* Scheduler::pick() {
    for (int i = 0; i < 2; ++i) {
        if (Process* p = queues[i].pop()) return p;
    }
    RunQueue& normal = queues[static_cast<int>(Priority::Normal)];
    RunQueue& low = queues[static_cast<int>(Priority::Low)];
    if (VIAL_UNLIKELY(low.length() != 0) && normal_in_a_row_ >= kLowAfterNormal) {
        normal_in_a_row_ = 0;
        if (Process* p = low.pop()) return p;
    }
    if (Process* p = normal.pop()) {
        ++normal_in_a_row_;
        return p;
    }
    normal_in_a_row_ = 0;
    return low.pop();
}

void Scheduler::take_injected() {
    Process* p = all_.injected().take_all();
    while (p) {
        Process* next = p->run_link.load(std::memory_order_relaxed);
        enqueue(*p);
        p = next;
    }
}

void Scheduler::look_at_clock() {
    if (unclocked_ < kClockEvery) return;
    unclocked_ = 0;
    now_ns_ = vm_now_ns(vm);
    serve_timers();
    if (VIAL_UNLIKELY(all_.poller().active()) && now_ns_ - polled_ns_ > kPollEveryNs) {
        polled_ns_ = now_ns_;
        all_.poller().look();
    }
    if (VIAL_UNLIKELY(all_.epochs().pending())) all_.epochs().advance();
    // Answers of pools and what a stand-in gave back do not wait for 61 whole slices.
    if (!all_.injected().empty()) take_injected();
}

TimerWheel& Scheduler::timers() { return all_.at(wheel_index()).wheel; }

void Scheduler::serve_timers() {
    const auto now_ms = static_cast<std::uint64_t>(now_ns_ / 1'000'000);
    if (now_ms >= timers().due_hint_ms()) serve_wheel(*this, vm, timers(), now_ms);
}

void Scheduler::takes_long_now(RunContext& context) {
    auto& s = static_cast<Scheduler&>(context);
    if (s.all_.stepped() || !s.current) return;
    s.set_held(true);
    s.all_.relieve(s);
}

Process* Scheduler::next_process() {
    for (;;) {
        if (VIAL_UNLIKELY(all_.stopping())) return nullptr;
        look_at_clock();
        if (VIAL_UNLIKELY(++picks_ % kInjectedEvery == 0)) {
            take_injected();
            serve_overdue_wheels();
            if (all_.epochs().pending()) all_.epochs().advance();
        }
        if (Process* p = pick()) {
            if (VIAL_UNLIKELY(searching_)) {
                // While it counted as searching nobody else was woken; what came in by then and is
                // more than this scheduler's next is worth a wake-up now.
                searching_ = false;
                const bool last = all_.searching_.fetch_sub(1, std::memory_order_seq_cst) == 1;
                if (last && ready() > 1) all_.wake_one();
            }
            return p;
        }
        if (!all_.injected().empty()) {
            take_injected();
            continue;
        }
        serve_overdue_wheels();
        // Whom a timer of a held scheduler has woken stands here: nobody else looks for it.
        if (ready() != 0) continue;
        idle();
    }
}

// --- running --------------------------------------------------------------------------------------

void Scheduler::run() {
    all_.epochs().arrive(index);
    enter_phase(SchedulerPhase::Executing);
    // A process whose memory is refused comes out here, in the middle of its slice.
    if (setjmp(escape_) != 0) end_slice_of_exiting(*current);
    while (Process* p = next_process()) {
        run_slice_of(*p);
        all_.epochs().pass(index);
    }
    all_.epochs().leave(index);
}

bool Scheduler::step() {
    if (setjmp(escape_) != 0) {
        end_slice_of_exiting(*current);
        return true;
    }
    unclocked_ = kClockEvery;
    look_at_clock();
    take_injected();
    Process* p = pick();
    if (!p) return all_.epochs().pending() && all_.epochs().advance();
    run_slice_of(*p);
    all_.epochs().advance();
    return true;
}

void Scheduler::run_slice_of(Process& p) {
    current = &p;
    p.home_scheduler = static_cast<std::uint16_t>(index);
    p.reductions_left = kSliceReductions;
    slice_start_ns_.store(now_ns_, std::memory_order_relaxed);
    bump(counters.slices);
    if (prepare_slice(p)) after_slice(p, vm.machine().run_slice(*this, p));
    current = nullptr;
    if (VIAL_UNLIKELY(held_.load(std::memory_order_relaxed))) set_held(false);
}

// The process is not running: only its stack holds roots.
bool Scheduler::prepare_slice(Process& p) {
    live_x = 0;
    frame = nullptr;
    for (;;) {
        if (!queue_empty(p)) handle_signals(*this, p);
        if (VIAL_UNLIKELY((p.flags & process_flag::AttentionMask) != 0)) {
            if ((p.flags & process_flag::Exiting) != 0) {
                end_slice_of_exiting(p);
                return false;
            }
            serve_deferred(*this, p);
            if (end_if_over_limits(p)) return false;
            const bool answered = p.extension && p.extension->answer;
            if ((p.flags & process_flag::Suspended) != 0) {
                if (sleep_again(p, RunState::Suspended)) return false;
                continue;
            }
            if ((p.flags & process_flag::WaitsCall) != 0 && !answered) {
                if (sleep_again(p, RunState::Dirty)) return false;
                continue;
            }
        }
        p.flags &= ~process_flag::WaitsReceive;
        p.reductions_left = kSliceReductions;
        set_run_state(p, RunState::Running);
        return true;
    }
}

bool Scheduler::sleep_again(Process& p, RunState state) {
    set_run_state(p, state);
    return fall_asleep(p);
}

void Scheduler::settle(Process& p) {
    const std::int64_t used = kSliceReductions - p.reductions_left;
    unclocked_ += used + kSliceWeight;
    bump(counters.reductions, static_cast<std::uint64_t>(used));
    if (p.extension) {
        p.extension->reductions_total += static_cast<std::uint64_t>(used);
    } else if (used >= kSliceReductions) {
        // Whoever uses up a slice is worth being counted; short lives cost no extension.
        if (ProcessExtension* e = extension_of(blocks, p)) {
            e->reductions_total = static_cast<std::uint64_t>(used);
        }
    }
}

void Scheduler::after_slice(Process& p, const RunResult& result) {
    settle(p);
    peeked = nullptr;
    if (result.end == SliceEnd::Ended) {
        // A signal may have ended it first, in the slice's last steps.
        if ((p.flags & process_flag::Exiting) == 0) begin_exit(*this, p, result);
        return end_slice_of_exiting(p);
    }
    if (VIAL_UNLIKELY((p.flags & process_flag::AttentionMask) != 0)) {
        if ((p.flags & process_flag::Exiting) != 0) return end_slice_of_exiting(p);
        live_x = 0;
        frame = nullptr;
        set_run_state(p, RunState::Runnable);
        serve_deferred(*this, p);
        if ((p.flags & process_flag::Hibernating) != 0) shrink_for_hibernation(*this, p);
        if (end_if_over_limits(p)) return;
    }
    switch (result.end) {
        case SliceEnd::WaitsReceive:
            if ((p.flags & process_flag::DeadlineSet) != 0) arm_receive_timer(*this, p);
            return wait_or_requeue(p, RunState::Waiting);
        case SliceEnd::WaitsAnswer:
            // A message that was there already answers hibernation at once.
            if (p.extension && p.extension->answer) return enqueue(p);
            return wait_or_requeue(p, RunState::Dirty);
        default: return enqueue(p);
    }
}

void Scheduler::wait_or_requeue(Process& p, RunState state) {
    set_run_state(p, state);
    if (fall_asleep(p)) return;
    // Something came meanwhile; its turn is after those that wait already.
    enqueue(p);
}

void Scheduler::end_slice_of_exiting(Process& p) {
    peeked = nullptr;
    scopes = nullptr;
    if (continue_exit(*this, slots, p, kExitBudget)) {
        bump(counters.ended);
    } else {
        enqueue(p);
    }
    current = nullptr;
    if (VIAL_UNLIKELY(held_.load(std::memory_order_relaxed))) set_held(false);
}

// --- limits -----------------------------------------------------------------------------------------

// True: the process is to end.
bool Scheduler::mark_over_limits(Process& p) {
    using namespace process_flag;
    if ((p.flags & (HeapOverLimit | MemoryRefused)) == 0) return false;
    const bool refused = (p.flags & MemoryRefused) != 0;
    p.flags &= ~(HeapOverLimit | MemoryRefused);
    const ProcessExtension* e = p.extension;
    const bool own = e && e->has_max_heap && !refused;
    if (!own || e->max_heap.log) {
        // A process without a limit of its own has the VM's.
        const Word limit = own ? e->max_heap.words : p.vm().options().max_heap_bytes / sizeof(Word);
        report_heap_limit(*this, p, heap_block_words(p), limit, refused);
    }
    if (own && !e->max_heap.kill) return false;
    begin_exit_by_signal(*this, p, atoms::killed);
    return true;
}

bool Scheduler::end_if_over_limits(Process& p) {
    if (!mark_over_limits(p)) return false;
    end_slice_of_exiting(p);
    return true;
}

void Scheduler::memory_refused(Process& p) {
    auto& s = scheduler_of(context_of(p));
    p.flags |= process_flag::MemoryRefused;
    s.mark_over_limits(p);
    std::longjmp(s.escape_, 1);
}

void Scheduler::heap_collected(Process& p, Word heap_words) {
    const ProcessExtension* e = p.extension;
    const std::uint64_t limit =
        e && e->has_max_heap ? e->max_heap.words : p.vm().options().max_heap_bytes / sizeof(Word);
    if (limit == 0 || heap_words <= limit) return;
    p.flags |= process_flag::HeapOverLimit;
    p.reductions_left = 0;
}

}  // namespace vial

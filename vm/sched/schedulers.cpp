// vm/sched/schedulers.cpp: the set of schedulers.
// Here: start and stop, waking, the global queue, what vm/process needs of this room.
// Not here: the loop (scheduler.cpp), idling (idle.cpp).
// Threads: as schedulers.h says.
// Holds: as schedulers.h.
#include "vm/sched/schedulers.h"

#include <bit>
#include <cstring>

#include "vm/heap/gc.h"
#include "vm/process/extension.h"
#include "vm/process/signals.h"
#include "vm/process/wake.h"
#include "vm/sched/timers.h"
#include "vm/vm.h"

namespace vial {

namespace {
constexpr std::uint32_t kBlockingThreads = 10;
constexpr std::uint32_t kPoolQueue = 1024;
}  // namespace

HostContext::HostContext(Vm& vm) : RunContext(vm.memory()), slots(vm.processes(), blocks) {
    literals = &vm.literal_space();
    atoms = &vm.atoms();
    visit_extension = &vial::visit_extension;
}

Schedulers::Schedulers(Vm& vm, std::uint32_t count, bool stepped)
    : vm_(vm),
      stepped_(stepped),
      count_(count),
      start_ns_(vm.world().monotonic_ns(vm.world().host)),
      host_(std::make_unique<HostContext>(vm)),
      epochs_(std::make_unique<Epochs>(2 * count)) {
    // As many again to stand in (stand_in.h): the CPU pool has as many threads.
    for (std::uint32_t i = 0; i < 2 * count; ++i) {
        all_.push_back(std::make_unique<Scheduler>(vm, *this, i));
        vm.memory().set_context(i, all_.back().get());
    }
    watch_ = std::make_unique<Watch>(*this);
    poller_ = std::make_unique<Poller>(vm);
    pools_[0] = std::make_unique<ThreadPool>(vm, "vial-dcpu", count, kPoolQueue);
    pools_[1] = std::make_unique<ThreadPool>(vm, "vial-dio", kBlockingThreads, kPoolQueue);
}

Schedulers::~Schedulers() {
    stop();
    free_processes();
}

void Schedulers::thread_body(void* scheduler) { static_cast<Scheduler*>(scheduler)->run(); }

bool Schedulers::start(std::string& error) {
    if (stepped_ || started_) return true;
    for (std::uint32_t i = 0; i < count_; ++i) {
        Scheduler* scheduler = all_[i].get();
        auto thread = std::make_unique<Thread>();
        const std::string name = "vial-sched-" + std::to_string(scheduler->index + 1);
        const int failure = thread->start(name, &Schedulers::thread_body, scheduler);
        if (failure != 0) {
            error = "cannot start scheduler thread " + std::to_string(scheduler->index + 1) + ": " +
                    std::strerror(failure);
            stop();
            return false;
        }
        threads_.push_back(std::move(thread));
    }
    watch_->start();
    started_ = true;
    return true;
}

bool Schedulers::stop_within(std::int64_t ns) {
    if (stepped_) return true;
    stopping_.store(true, std::memory_order_seq_cst);
    for (auto& scheduler : all_) scheduler->parker.unpark();
    constexpr std::int64_t kSecond = 1'000'000'000;
    const std::int64_t at = vm_.world().system_ns(vm_.world().host) + ns;
    const timespec until{.tv_sec = at / kSecond, .tv_nsec = at % kSecond};
    for (auto& thread : threads_) {
        if (!thread->join_until(until)) return false;
    }
    // Before the pools: it gives them work.
    watch_->stop();
    for (auto& pool : pools_) {
        if (!pool->stop_until(until)) return false;
    }
    stop();
    return true;
}

void Schedulers::stop() {
    // seq_cst: a scheduler that falls asleep has either seen it or is seen idle below.
    stopping_.store(true, std::memory_order_seq_cst);
    for (auto& scheduler : all_) scheduler->parker.unpark();
    for (auto& thread : threads_) thread->join();
    threads_.clear();
    watch_->stop();
    for (auto& pool : pools_) pool->stop();
}

// With all threads gone: gives back what terms count outside the VM's own memory.
void Schedulers::free_processes() {
    HostContext& host = *host_;
    for (auto& scheduler : all_) clear_wheel(*scheduler, scheduler->wheel);
    for (std::uint32_t slot = 1; slot < vm_.processes().used(); ++slot) {
        Process* p = vm_.processes().block(slot);
        if (!p || !is_current(*p, p->pid)) continue;
        for (Signal* s = close_queue(*p); s;) {
            Signal* next = s->next_signal();
            if (s->signal_kind() == SignalKind::PoolDone) {
                drop_answer(host.blocks, s);
            } else {
                drop_signal(host.blocks, s);
            }
            s = next;
        }
        mailbox_clear(*p, host.blocks);
        if (ProcessExtension* e = p->extension) {
            for (Signal* kept : {e->answer, e->hibernation}) {
                if (kept) drop_answer(host.blocks, kept);
            }
        }
        p->receive_timer = 0;
        release_extension(host.blocks, *p);
        destroy_heap(*p, host.blocks);
    }
}

// --- waking -------------------------------------------------------------------------------------------

void Schedulers::inject(Process& p) {
    set_run_state(p, RunState::Runnable);
    injected_.push(&p);
    wake_one();
}

void Schedulers::set_idle(std::uint32_t index) {
    idle_[index / 64].fetch_or(std::uint64_t{1} << (index % 64), std::memory_order_seq_cst);
}

bool Schedulers::clear_idle(std::uint32_t index) {
    const std::uint64_t bit = std::uint64_t{1} << (index % 64);
    return (idle_[index / 64].fetch_and(~bit, std::memory_order_seq_cst) & bit) != 0;
}

// The index of an idle scheduler whose bit the caller has taken away, or -1.
std::int64_t Schedulers::take_idle() {
    for (std::uint32_t word = 0; word * 64 < count(); ++word) {
        std::uint64_t bits = idle_[word].load(std::memory_order_seq_cst);
        while (bits != 0) {
            const auto bit = static_cast<std::uint32_t>(std::countr_zero(bits));
            if (clear_idle(word * 64 + bit)) return word * 64 + bit;
            bits &= bits - 1;
        }
    }
    return -1;
}

bool Schedulers::any_idle() const {
    bool some = false;
    for (std::uint32_t word = 0; word * 64 < count(); ++word) {
        some |= idle_[word].load(std::memory_order_seq_cst) != 0;
    }
    return some;
}

void Schedulers::wake_one() {
    if (stepped_) return;
    // A glance first: most calls end here, with all awake.
    if (!any_idle()) return;
    std::uint32_t nobody = 0;
    if (!searching_.compare_exchange_strong(nobody, 1, std::memory_order_seq_cst)) return;
    const std::int64_t index = take_idle();
    if (index < 0) {
        searching_.fetch_sub(1, std::memory_order_seq_cst);
        return;
    }
    all_[static_cast<std::size_t>(index)]->parker.unpark();
}

bool Schedulers::has_work(const Scheduler& except) const {
    if (!injected_.empty()) return true;
    for (const auto& scheduler : all_) {
        if (scheduler.get() == &except) continue;
        std::uint32_t waiting = 0;
        for (const RunQueue& queue : scheduler->queues) waiting += queue.stealable();
        if (waiting > 1) return true;
    }
    return false;
}

std::uint64_t Schedulers::run_ready(std::uint64_t limit) {
    std::uint64_t slices = 0;
    for (bool progress = true; progress && slices < limit;) {
        progress = false;
        for (std::uint32_t i = 0; i < count_; ++i) {
            if (slices >= limit || !all_[i]->step()) continue;
            ++slices;
            progress = true;
        }
    }
    return slices;
}

// --- what vm/process declares -------------------------------------------------------------------------

void make_runnable(RunContext& context, Process& p) {
    // Only schedulers have registers.
    if (context.x) {
        scheduler_of(context).enqueue(p);
    } else {
        p.vm().schedulers().inject(p);
    }
}

std::int64_t vm_now_ns(Vm& vm) {
    return vm.world().monotonic_ns(vm.world().host) - vm.schedulers().start_ns();
}

SlotCache& slots_of(RunContext& context) { return scheduler_of(context).slots; }

Word next_reference_number(RunContext& context) { return scheduler_of(context).next_reference(); }

void run_exit_hooks(Process& p) {
    Vm& vm = p.vm();
    for (const auto hook : vm.schedulers().exit_hooks()) hook(vm, p);
}

}  // namespace vial

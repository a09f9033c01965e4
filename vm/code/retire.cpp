// vm/code/retire.cpp: rounds that end in freed modules.
// Here: as retire.h.
// Not here: as retire.h.
// Threads: a step of a round runs on whatever thread lets the epoch pass; one round at a time.
// Holds: a round is owned by the state until its last step; signals carry a plain pointer to it.
#include "vm/code/retire.h"

#include <atomic>
#include <mutex>
#include <vector>

#include "vm/base/literal_space.h"
#include "vm/code/code_server.h"
#include "vm/code/code_use.h"
#include "vm/code/fun_entry.h"
#include "vm/code/module.h"
#include "vm/process/machine.h"
#include "vm/process/process_table.h"
#include "vm/process/signals.h"
#include "vm/sched/schedulers.h"
#include "vm/tables/atoms.h"
#include "vm/vm.h"

namespace vial {

namespace {
// Modules that are worth asking every process; and more where there are many processes.
constexpr std::size_t kWorthARound = 64;
constexpr std::size_t kProcessesPerModule = 4;
}  // namespace

struct Retirement::State {
    Vm& vm;
    std::function<void(std::unique_ptr<LoadedModule>)> freed;
    mutable std::mutex mutex;  // of what follows
    std::vector<std::unique_ptr<LoadedModule>> waiting;
    std::size_t fresh = 0;  // of them, since the last round began
    bool wanted = false;
    std::unique_ptr<Round> round;
    std::uint64_t rounds = 0;

    void begin_if_worth();
    void begin();
    void set_dying();
};

struct Retirement::Round {
    State* state;
    std::vector<std::unique_ptr<LoadedModule>> modules;
    CodeRanges ranges;
    std::unique_ptr<std::atomic<bool>[]> used;
    std::atomic<std::uint32_t> unanswered{1};
};

namespace {

void watch_funs(const LoadedModule& module, bool on) {
    for (FunEntry* entry : module.lambdas) {
        entry->travelled.store(false, std::memory_order_relaxed);
        // The epochs of the round order it.
        entry->watched.store(on, std::memory_order_relaxed);
    }
}

// Closures that are on their way, or outside of processes, where nobody is asked.
bool funs_live_elsewhere(const LoadedModule& module) {
    if (!module.evaluated) return false;
    for (const FunEntry* entry : module.lambdas) {
        if (entry->travelled.load(std::memory_order_relaxed)) return true;
        if (entry->outside.load(std::memory_order_acquire) != 0) return true;
    }
    return false;
}

}  // namespace

Retirement::Retirement(Vm& vm, std::function<void(std::unique_ptr<LoadedModule>)> freed)
    : state_(new State{.vm = vm, .freed = std::move(freed)}) {}
Retirement::~Retirement() = default;

std::size_t Retirement::waiting() const {
    const std::lock_guard guard(state_->mutex);
    return state_->waiting.size() + (state_->round ? state_->round->modules.size() : 0);
}
std::uint64_t Retirement::rounds() const {
    const std::lock_guard guard(state_->mutex);
    return state_->rounds;
}

void Retirement::retire(std::unique_ptr<LoadedModule> module, bool at_once) {
    const std::lock_guard guard(state_->mutex);
    state_->waiting.push_back(std::move(module));
    ++state_->fresh;
    state_->wanted |= at_once;
    state_->begin_if_worth();
}

// --- the steps of a round -----------------------------------------------------------------------------

void Retirement::State::begin_if_worth() {
    if (round || waiting.empty()) return;
    const std::size_t worth = kWorthARound + vm.processes().count() / kProcessesPerModule;
    if (wanted || fresh >= worth) begin();
}

void Retirement::State::begin() {
    wanted = false;
    fresh = 0;
    round = std::make_unique<Round>();
    round->state = this;
    round->modules = std::move(waiting);
    waiting.clear();
    round->used = std::make_unique<std::atomic<bool>[]>(round->modules.size());
    for (std::uint32_t i = 0; i < round->modules.size(); ++i) {
        const LoadedModule& module = *round->modules[i];
        round->ranges.add(module, i, module.evaluated);
        watch_funs(module, true);
    }
    round->ranges.sort();
    set_dying();
    vm.schedulers().epochs().retire(round.get(), &Retirement::begin_asking);
}

void Retirement::State::set_dying() {
    std::vector<LiteralArea> areas;
    const auto add = [&](const std::vector<std::unique_ptr<LoadedModule>>& modules) {
        for (const auto& m : modules) areas.insert(areas.end(), m->literal_areas.begin(), m->literal_areas.end());
    };
    add(waiting);
    if (round) add(round->modules);
    auto* before = vm.literal_space().set_dying(std::move(areas));
    if (before) {
        vm.schedulers().epochs().retire(const_cast<DyingAreas*>(before), [](void* d) { delete static_cast<DyingAreas*>(d); });
    }
}

void Retirement::begin_asking(void* argument) {
    auto& round = *static_cast<Round*>(argument);
    Vm& vm = round.state->vm;
    if (vm.ending()) return;
    vm.schedulers().with_host([&](HostContext& host) {
        ProcessTable& table = vm.processes();
        for (std::uint32_t slot = 1; slot < table.used(); ++slot) {
            Process* p = table.block(slot);
            const Term pid = p ? current_pid(*p) : Term();
            if (!p || !is_current(*p, pid)) continue;
            Signal* s = make_signal_immediate(host.blocks, SignalKind::CodeRound, Term(), Term::small(0));
            if (!s) {
                // Without memory nobody is freed this time.
                for (std::size_t i = 0; i < round.modules.size(); ++i) round.used[i].store(true, std::memory_order_relaxed);
                return;
            }
            s->trace_context = reinterpret_cast<TraceContext*>(&round);
            round.unanswered.fetch_add(1, std::memory_order_relaxed);
            const Push push = push_signal(*p, pid, s);
            if (push == Push::Wake) vm.schedulers().inject(*p);
            if (push != Push::Gone) continue;
            drop_signal(host.blocks, s);
            round.unanswered.fetch_sub(1, std::memory_order_relaxed);
        }
    });
    answer(&round);
}

void Retirement::answer(void* argument) {
    auto& round = *static_cast<Round*>(argument);
    // acq_rel: the last one sees what the others found.
    if (round.unanswered.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    round.state->vm.schedulers().epochs().retire(&round, &Retirement::finish);
}

void Retirement::finish(void* argument) {
    auto& round = *static_cast<Round*>(argument);
    State& state = *round.state;
    if (state.vm.ending()) return;
    std::vector<std::unique_ptr<LoadedModule>> free;
    {
        const std::lock_guard guard(state.mutex);
        for (std::size_t i = 0; i < round.modules.size(); ++i) {
            auto& module = round.modules[i];
            const bool kept = round.used[i].load(std::memory_order_relaxed) || funs_live_elsewhere(*module);
            watch_funs(*module, false);
            (kept ? state.waiting : free).push_back(std::move(module));
        }
        state.round.reset();
        ++state.rounds;
        state.set_dying();
    }
    for (auto& module : free) state.freed(std::move(module));
    const std::lock_guard guard(state.mutex);
    state.begin_if_worth();
}

// --- what processes are asked -------------------------------------------------------------------------

namespace {

// check_process_code: whether the process uses the old version of a module.
Term uses_old_code(RunContext& context, Process& p, Term name) {
    const LoadedModule* old = p.vm().code().old_module(name);
    if (!old) return atoms::false_;
    CodeRanges ranges;
    ranges.add_code(*old, 0);
    ranges.sort();
    CodeUse use(1);
    ask_process(context, p, ranges, use);
    return use.used[0] ? atoms::true_ : atoms::false_;
}

}  // namespace

CodeRequests Retirement::requests() {
    CodeRequests r;
    r.answer_round = [](RunContext& context, Process& p, void* argument) {
        auto& round = *static_cast<Round*>(argument);
        CodeUse use(round.modules.size());
        ask_process(context, p, round.ranges, use);
        for (std::size_t i = 0; i < use.used.size(); ++i) {
            if (use.used[i]) round.used[i].store(true, std::memory_order_relaxed);
        }
        answer(argument);
    };
    r.leave_round = &Retirement::answer;
    r.uses_old_code = uses_old_code;
    return r;
}

}  // namespace vial

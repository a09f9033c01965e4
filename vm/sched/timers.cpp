// vm/sched/timers.cpp: what timers do.
// Here: message timers, receive timers, serving a wheel.
// Not here: the wheel itself (timer.cpp).
// Threads: as timers.h says.
// Holds: under a wheel's lock nothing is delivered or allocated: what fires is taken out first. A
//        process is only woken there, and queued after the lock is released.
#include "vm/sched/timers.h"

#include <algorithm>
#include <new>

#include "vm/process/names.h"
#include "vm/process/process_table.h"
#include "vm/process/signals.h"
#include "vm/process/wake.h"
#include "vm/sched/schedulers.h"
#include "vm/vm.h"

namespace vial {

namespace {

TimerWheel& wheel_of(Vm& vm, const Timer& t) { return vm.schedulers().at(t.wheel).wheel; }

// Rounded up, as deadlines are, so that a new timer has as long as was asked for.
std::uint64_t now_ms(Vm& vm) { return static_cast<std::uint64_t>((vm_now_ns(vm) + 999'999) / 1'000'000); }

void free_timer(BlockCache& blocks, MessageTimer* t) {
    t->~MessageTimer();
    blocks.free(t, sizeof(MessageTimer), MemoryUse::Other);
}

// The wheel that deals references of this number, or nullptr.
TimerWheel* wheel_of_number(Vm& vm, Word number) {
    const std::uint32_t dealer = reference_dealer(vm, number);
    return dealer < vm.schedulers().count() ? &vm.schedulers().at(dealer).wheel : nullptr;
}

// A stand-in's timers stand in the wheel of the scheduler that it stands in for, which may have gone to
// sleep in the meantime without knowing of them.
void tell_owner(Scheduler& scheduler) {
    if (scheduler.wheel_index() == scheduler.index) return;
    scheduler.vm.schedulers().at(scheduler.wheel_index()).parker.unpark();
}

}  // namespace

// --- messages -----------------------------------------------------------------------------------------

bool start_message_timer(Scheduler& scheduler, Process& starter, Word number, Term receiver,
                         Signal* message, std::uint64_t due_ms) {
    void* memory = scheduler.blocks.allocate(sizeof(MessageTimer), MemoryUse::Other);
    if (!memory) {
        drop_signal(scheduler.blocks, message);
        return false;
    }
    auto* t = new (memory) MessageTimer;
    t->kind = TimerKind::Message;
    t->wheel = static_cast<std::uint16_t>(scheduler.wheel_index());
    t->number = number;
    t->receiver = receiver;
    t->message = message;
    if (receiver == starter.pid) starter.flags |= process_flag::HasTimers;
    {
        const SpinGuard guard(scheduler.timers().lock);
        scheduler.timers().insert(*t, due_ms);
        scheduler.timers().add_index(*t);
    }
    tell_owner(scheduler);
    return true;
}

std::optional<std::uint64_t> cancel_message_timer(RunContext& context, Vm& vm, Word number) {
    TimerWheel* wheel = wheel_of_number(vm, number);
    if (!wheel) return std::nullopt;
    MessageTimer* t = nullptr;
    {
        const SpinGuard guard(wheel->lock);
        t = wheel->find(number);
        if (!t) return std::nullopt;
        wheel->remove_index(*t);
        wheel->remove(*t);
    }
    const std::uint64_t now = now_ms(vm);
    const std::uint64_t left = t->due_ms > now ? t->due_ms - now : 0;
    drop_signal(context.blocks, t->message);
    free_timer(context.blocks, t);
    return left;
}

std::optional<std::uint64_t> read_message_timer(Vm& vm, Word number) {
    TimerWheel* wheel = wheel_of_number(vm, number);
    if (!wheel) return std::nullopt;
    const SpinGuard guard(wheel->lock);
    const MessageTimer* t = wheel->find(number);
    if (!t) return std::nullopt;
    const std::uint64_t now = now_ms(vm);
    return t->due_ms > now ? t->due_ms - now : 0;
}

void cancel_timers_of(RunContext& context, Process& p) {
    Vm& vm = p.vm();
    for (std::uint32_t i = 0; i < vm.schedulers().count(); ++i) {
        TimerWheel& wheel = vm.schedulers().at(i).wheel;
        for (;;) {
            MessageTimer* t = nullptr;
            {
                const SpinGuard guard(wheel.lock);
                t = wheel.first_for(p.pid);
                if (!t) break;
                wheel.remove_index(*t);
                wheel.remove(*t);
            }
            drop_signal(context.blocks, t->message);
            free_timer(context.blocks, t);
        }
    }
}

// --- receive ... after --------------------------------------------------------------------------------

namespace {
ReceiveTimer* receive_timer_of(const Process& p) {
    return reinterpret_cast<ReceiveTimer*>(p.receive_timer);
}
}  // namespace

bool set_receive_deadline(RunContext& context, Process& p, std::uint64_t deadline_ms) {
    ReceiveTimer* t = receive_timer_of(p);
    if (!t) {
        void* memory = context.blocks.allocate(sizeof(ReceiveTimer), MemoryUse::ProcessHeap);
        if (!memory) return false;
        t = new (memory) ReceiveTimer;
        t->kind = TimerKind::Receive;
        t->process = &p;
        t->pid = p.pid;
        t->wheel = p.home_scheduler;
        p.receive_timer = reinterpret_cast<Word>(t);
    }
    t->deadline_ms.store(deadline_ms, std::memory_order_relaxed);
    return true;
}

std::uint64_t receive_deadline_ms(const Process& p) {
    return receive_timer_of(p)->deadline_ms.load(std::memory_order_relaxed);
}

void disarm_receive_timer(Process& p) {
    receive_timer_of(p)->deadline_ms.store(0, std::memory_order_relaxed);
}

void arm_receive_timer(Scheduler& scheduler, Process& p) {
    ReceiveTimer* t = receive_timer_of(p);
    const std::uint64_t deadline = t->deadline_ms.load(std::memory_order_relaxed);
    {
        TimerWheel& wheel = wheel_of(scheduler.vm, *t);
        const SpinGuard guard(wheel.lock);
        // An entry that is due earlier looks at the deadline when it fires.
        if (t->linked && t->due_ms <= deadline) return;
        if (t->linked) wheel.remove(*t);
    }
    t->wheel = static_cast<std::uint16_t>(scheduler.wheel_index());
    {
        const SpinGuard guard(scheduler.timers().lock);
        scheduler.timers().insert(*t, deadline);
    }
    tell_owner(scheduler);
}

void forget_receive_timer(RunContext& context, Process& p) {
    ReceiveTimer* t = receive_timer_of(p);
    if (!t) return;
    p.receive_timer = 0;
    {
        TimerWheel& wheel = wheel_of(p.vm(), *t);
        const SpinGuard guard(wheel.lock);
        if (t->linked) wheel.remove(*t);
    }
    t->~ReceiveTimer();
    context.blocks.free(t, sizeof(ReceiveTimer), MemoryUse::ProcessHeap);
}

// --- serving ------------------------------------------------------------------------------------------

namespace {

// Under the wheel's lock. True: the process was asleep and is now the caller's.
bool wake_by_deadline(TimerWheel& wheel, ReceiveTimer& t, std::uint64_t now) {
    const std::uint64_t deadline = t.deadline_ms.load(std::memory_order_relaxed);
    if (deadline == 0) return false;
    if (deadline > now) {
        wheel.insert(t, deadline);
        return false;
    }
    if (take_sleep(*t.process, t.pid)) return true;
    // It runs, or is about to fall asleep with this deadline: look again.
    wheel.insert(t, now + 1);
    return false;
}

}  // namespace

std::uint32_t serve_wheel(RunContext& context, Vm& vm, TimerWheel& wheel, std::uint64_t now) {
    Process* woken = nullptr;
    Timer* messages = nullptr;
    Timer** last_message = &messages;
    std::uint32_t served = 0;
    {
        const SpinGuard guard(wheel.lock);
        for (Timer* t = wheel.expire(now); t; ++served) {
            Timer* next = t->next;
            t->next = nullptr;
            if (t->kind == TimerKind::Message) {
                wheel.remove_index(static_cast<MessageTimer&>(*t));
                *last_message = t;
                last_message = &t->next;
            } else if (auto& r = static_cast<ReceiveTimer&>(*t); wake_by_deadline(wheel, r, now)) {
                r.process->run_link.store(woken, std::memory_order_relaxed);
                woken = r.process;
            }
            t = next;
        }
    }
    while (woken) {
        Process* next = woken->run_link.load(std::memory_order_relaxed);
        make_runnable(context, *woken);
        woken = next;
    }
    while (messages) {
        auto* t = static_cast<MessageTimer*>(messages);
        messages = t->next;
        Term pid = t->receiver;
        if (pid.is_atom()) pid = vm.names().whereis(pid);
        deliver_signal(context, vm, pid, t->message);
        free_timer(context.blocks, t);
    }
    return served;
}

void clear_wheel(RunContext& context, TimerWheel& wheel) {
    const SpinGuard guard(wheel.lock);
    for (Timer* t = wheel.expire(UINT64_MAX - 1); t;) {
        Timer* next = t->next;
        if (t->kind == TimerKind::Message) {
            auto* m = static_cast<MessageTimer*>(t);
            drop_signal(context.blocks, m->message);
            free_timer(context.blocks, m);
        }
        t = next;
    }
}

}  // namespace vial

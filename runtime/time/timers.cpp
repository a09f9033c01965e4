// runtime/time/timers.cpp: natives on timers.
// Here: send_after, start_timer, cancel_timer, read_timer.
// Not here: the wheels (vm/sched).
// Threads: the scheduler of the caller.
// Holds: the message is copied when the timer starts, so it does not hang on the caller's heap.
#include "vm/sched/timers.h"

#include <utility>

#include "runtime/process/arguments.h"
#include "runtime/process/options.h"
#include "vm/code/fun_entry.h"
#include "vm/heap/copy.h"
#include "vm/process/monitors.h"
#include "vm/process/signals.h"
#include "vm/process/wake.h"
#include "vm/sched/schedulers.h"
#include "vm/term/bignum.h"

namespace vial {

namespace {

// Hundreds of years: beyond it a sum with the clock might wrap.
constexpr std::int64_t kMaxTimeMs = std::int64_t{1} << 53;

struct TimerOptions {
    bool absolute = false;
    bool async = false;
    bool info = true;
};

// Start accepts abs, cancel async and info.
bool read_options(Term list, bool start, TimerOptions& options) {
    return each_option(list, [&](Term option) {
        if (!is_tuple_of(option, 2)) return false;
        const auto on = read_boolean(tuple_element(option, 1));
        const Term name = tuple_element(option, 0);
        if (!on) return false;
        if (start && name == atoms::abs) return options.absolute = *on, true;
        if (!start && name == atoms::async) return options.async = *on, true;
        if (!start && name == atoms::info_) return options.info = *on, true;
        return false;
    });
}

// {timeout, reference, message} or the message alone.
Signal* timer_message(Scheduler& s, Term reference, Term message, bool bare) {
    // Literals are copied: a wheel is not asked when their module is to go (code/retire.h). Closures of
    // evaluated code in it keep that for good.
    const LiteralSpace* literals = std::exchange(s.literals, nullptr);
    Signal* made = bare ? make_signal(s, SignalKind::Message, Term(), message)
                        : make_signal_tuple(s, SignalKind::Message, Term(), {atoms::timeout, reference, message});
    s.literals = literals;
    if (made && !message.is_immediate()) {
        const auto* words = reinterpret_cast<const Word*>(made) + kSignalHeaderWords;
        count_outside_funs(words, words + copy_size(made->term, nullptr).words, 1);
    }
    return made;
}

// The time in ms since the VM's start at which the timer is due; nullopt: badarg was noted.
std::optional<std::uint64_t> due_ms(Process& p, Term time, bool absolute) {
    if (is_bignum(time)) {
        const bool past = bignum_negative(time) && !absolute;
        (void)p.badarg(0, past ? "out of range" : "exceeds the maximum supported time value");
        return std::nullopt;
    }
    const auto ms = time.try_small();
    if (!ms) return (void)p.badarg(0, "not an integer"), std::nullopt;
    if (*ms < 0 && !absolute) return (void)p.badarg(0, "out of range"), std::nullopt;
    if (*ms > kMaxTimeMs) {
        return (void)p.badarg(0, "exceeds the maximum supported time value"), std::nullopt;
    }
    const std::int64_t now_ns = vm_now_ns(p.vm());
    if (!absolute) return static_cast<std::uint64_t>((now_ns + 999'999) / 1'000'000 + *ms);
    const std::int64_t since_start = *ms - p.vm().schedulers().start_ns() / 1'000'000;
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, since_start));
}

NativeResult start(Process& p, Args args, bool bare) {
    TimerOptions options;
    if (args.count() > 3 && !args[3].is_list()) return p.badarg(3, "not a list");
    const bool good = args.count() <= 3 || read_options(args[3], true, options);
    const auto due = due_ms(p, args[0], options.absolute);
    const bool receiver = args[1].is_local_pid() || args[1].is_atom();
    if (!receiver) (void)p.badarg(1, "not a pid or an atom");
    if (!good) (void)p.badarg(3, "invalid option in list");
    if (!due || !receiver || !good) return p.badarg();

    Scheduler& s = p.scheduler();
    const Word number = s.next_reference();
    const Term reference = Term::reference(number);
    Signal* message = timer_message(s, reference, args[2], bare);
    if (!message || !start_message_timer(s, p, number, args[1], message, *due)) {
        p.flags |= process_flag::MemoryRefused;
        p.reductions_left = 0;
    }
    return reference;
}

Term left_or_false(const std::optional<std::uint64_t>& left) {
    return left ? Term::small(static_cast<std::int64_t>(*left)) : atoms::false_;
}

// Asynchronous: the answer comes as {cancel_timer | read_timer, reference, left}.
NativeResult answer(Process& p, const TimerOptions& options, Term name, Term reference, Term left) {
    if (!options.async) return options.info ? left : atoms::ok;
    if (!options.info) return atoms::ok;
    Scheduler& s = p.scheduler();
    Signal* message = make_signal_tuple(s, SignalKind::Message, Term(), {name, reference, left});
    if (message) deliver_signal(s, p.vm(), p.pid, message);
    return atoms::ok;
}

NativeResult cancel_or_read(Process& p, Args args, bool cancel) {
    if (!is_reference(args[0])) return p.badarg(0, "not a reference");
    TimerOptions options;
    if (args.count() > 1) {
        if (!args[1].is_list()) return p.badarg(1, "not a list");
        if (!read_options(args[1], false, options)) return p.badarg(1, "invalid option in list");
    }
    std::optional<std::uint64_t> left;
    if (args[0].is_local_reference()) {
        const Word number = args[0].payload();
        left = cancel ? cancel_message_timer(p.scheduler(), p.vm(), number)
                      : read_message_timer(p.vm(), number);
    }
    const Term name = p.vm().atoms().intern(cancel ? "cancel_timer" : "read_timer");
    return answer(p, options, name, args[0], left_or_false(left));
}

}  // namespace

NativeResult native_erlang_send_after_3(Process& p, Args args) { return start(p, args, true); }
NativeResult native_erlang_send_after_4(Process& p, Args args) { return start(p, args, true); }
NativeResult native_erlang_start_timer_3(Process& p, Args args) { return start(p, args, false); }
NativeResult native_erlang_start_timer_4(Process& p, Args args) { return start(p, args, false); }
NativeResult native_erlang_cancel_timer_1(Process& p, Args args) { return cancel_or_read(p, args, true); }
NativeResult native_erlang_cancel_timer_2(Process& p, Args args) { return cancel_or_read(p, args, true); }
NativeResult native_erlang_read_timer_1(Process& p, Args args) { return cancel_or_read(p, args, false); }
NativeResult native_erlang_read_timer_2(Process& p, Args args) { return cancel_or_read(p, args, false); }

}  // namespace vial

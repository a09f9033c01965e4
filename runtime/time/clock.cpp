// runtime/time/clock.cpp: natives on clocks.
// Here: monotonic_time, system_time, time_offset, timestamp, now, local and universal time.
// Not here: timers (timers.cpp).
// Threads: any scheduler.
// Holds: the native time unit is the nanosecond. Conversion rounds down, as the reference does.
#include <time.h>

#include "runtime/process/arguments.h"
#include "runtime/process/system_state.h"

namespace vial {

namespace {

constexpr std::int64_t kNativePerSecond = 1'000'000'000;

// Parts of a second; 0: no time unit.
std::int64_t parts_per_second(Process& p, Term unit) {
    if (const auto n = unit.try_small()) return *n > 0 ? *n : 0;
    if (!unit.is_atom()) return 0;
    const std::string_view name = p.vm().atoms().text(unit);
    if (name == "native" || name == "perf_counter") return kNativePerSecond;
    if (name == "second" || name == "seconds") return 1;
    if (name == "millisecond" || name == "milli_seconds") return 1'000;
    if (name == "microsecond" || name == "micro_seconds") return 1'000'000;
    if (name == "nanosecond" || name == "nano_seconds") return kNativePerSecond;
    return 0;
}

std::int64_t floor_divide(__int128 a, std::int64_t b) {
    const __int128 q = a / b;
    return static_cast<std::int64_t>(a % b < 0 ? q - 1 : q);
}

NativeResult in_unit(Process& p, std::int64_t ns, Term unit) {
    const std::int64_t parts = parts_per_second(p, unit);
    if (parts == 0) return p.badarg(0, "invalid time unit");
    return integer_result(p, floor_divide(static_cast<__int128>(ns) * parts, kNativePerSecond));
}

std::int64_t monotonic(Process& p) {
    World& w = p.vm().world();
    return w.monotonic_ns(w.host);
}
std::int64_t system(Process& p) {
    World& w = p.vm().world();
    return w.system_ns(w.host);
}

// {megaseconds, seconds, microseconds}
NativeResult as_timestamp(Process& p, std::int64_t us) {
    const std::int64_t seconds = us / 1'000'000;
    HeapWriter out = p.reserve(tuple_words(3));
    return out.tuple({Term::small(seconds / 1'000'000), Term::small(seconds % 1'000'000),
                      Term::small(us % 1'000'000)});
}

// {{year, month, day}, {hour, minute, second}}
Term date_time(Process& p, const tm& t) {
    HeapWriter out = p.reserve(2 * tuple_words(3) + tuple_words(2));
    const Term date =
        out.tuple({Term::small(t.tm_year + 1900), Term::small(t.tm_mon + 1), Term::small(t.tm_mday)});
    const Term time = out.tuple({Term::small(t.tm_hour), Term::small(t.tm_min), Term::small(t.tm_sec)});
    return out.tuple({date, time});
}

tm local_now(Process& p) {
    const time_t now = static_cast<time_t>(system(p) / kNativePerSecond);
    tm t{};
    ::localtime_r(&now, &t);
    return t;
}

bool is_leap(std::int64_t y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

bool read_three(Term t, std::int64_t (&out)[3]) {
    if (!is_tuple_of(t, 3)) return false;
    for (Word i = 0; i < 3; ++i) {
        const auto n = tuple_element(t, i).try_small();
        if (!n) return false;
        out[i] = *n;
    }
    return true;
}

// A date and time of the calendar, between the years the C library knows.
std::optional<tm> read_date_time(Term t) {
    std::int64_t d[3], h[3];
    if (!is_tuple_of(t, 2) || !read_three(tuple_element(t, 0), d) || !read_three(tuple_element(t, 1), h)) {
        return std::nullopt;
    }
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (d[0] < 1 || d[0] > 9999 || d[1] < 1 || d[1] > 12 || d[2] < 1) return std::nullopt;
    const int days = kDays[d[1] - 1] + (d[1] == 2 && is_leap(d[0]) ? 1 : 0);
    if (d[2] > days || h[0] < 0 || h[0] > 23 || h[1] < 0 || h[1] > 59 || h[2] < 0 || h[2] > 59) {
        return std::nullopt;
    }
    tm out{};
    out.tm_year = static_cast<int>(d[0] - 1900);
    out.tm_mon = static_cast<int>(d[1] - 1);
    out.tm_mday = static_cast<int>(d[2]);
    out.tm_hour = static_cast<int>(h[0]);
    out.tm_min = static_cast<int>(h[1]);
    out.tm_sec = static_cast<int>(h[2]);
    out.tm_isdst = -1;
    return out;
}

NativeResult to_universal(Process& p, Term local, int daylight_saving) {
    auto t = read_date_time(local);
    if (!t) return p.badarg(0, "not a valid local time");
    t->tm_isdst = daylight_saving;
    const time_t seconds = ::mktime(&*t);
    tm utc{};
    ::gmtime_r(&seconds, &utc);
    return date_time(p, utc);
}

}  // namespace

NativeResult native_erlang_monotonic_time_0(Process& p, Args) { return integer_result(p, monotonic(p)); }
NativeResult native_erlang_monotonic_time_1(Process& p, Args args) {
    return in_unit(p, monotonic(p), args[0]);
}
NativeResult native_erlang_system_time_0(Process& p, Args) { return integer_result(p, system(p)); }
NativeResult native_erlang_system_time_1(Process& p, Args args) { return in_unit(p, system(p), args[0]); }
NativeResult native_erlang_time_offset_0(Process& p, Args) {
    return integer_result(p, system(p) - monotonic(p));
}
NativeResult native_erlang_time_offset_1(Process& p, Args args) {
    return in_unit(p, system(p) - monotonic(p), args[0]);
}
NativeResult native_erlang_timestamp(Process& p, Args) { return as_timestamp(p, system(p) / 1000); }

NativeResult native_erlang_now(Process& p, Args) {
    auto& last = system_state(p.vm()).last_now_us;
    std::int64_t before = last.load(std::memory_order_relaxed);
    std::int64_t us;
    do {
        us = std::max(system(p) / 1000, before + 1);
    } while (!last.compare_exchange_weak(before, us, std::memory_order_relaxed));
    return as_timestamp(p, us);
}

NativeResult native_erlang_localtime(Process& p, Args) { return date_time(p, local_now(p)); }
NativeResult native_erlang_date(Process& p, Args) { return tuple_element(date_time(p, local_now(p)), 0); }
NativeResult native_erlang_time(Process& p, Args) { return tuple_element(date_time(p, local_now(p)), 1); }

NativeResult native_erlang_universaltime(Process& p, Args) {
    const time_t now = static_cast<time_t>(system(p) / kNativePerSecond);
    tm t{};
    ::gmtime_r(&now, &t);
    return date_time(p, t);
}

NativeResult native_erlang_localtime_to_universaltime_1(Process& p, Args args) {
    return to_universal(p, args[0], -1);
}
NativeResult native_erlang_localtime_to_universaltime_2(Process& p, Args args) {
    if (args[1] == atoms::true_) return to_universal(p, args[0], 1);
    if (args[1] == atoms::false_) return to_universal(p, args[0], 0);
    if (args[1] == atoms::undefined) return to_universal(p, args[0], -1);
    return p.badarg(1, "not a boolean or the atom 'undefined'");
}
NativeResult native_erlang_universaltime_to_localtime(Process& p, Args args) {
    auto t = read_date_time(args[0]);
    if (!t) return p.badarg(0, "not a valid universal time");
    const time_t seconds = ::timegm(&*t);
    tm local{};
    ::localtime_r(&seconds, &local);
    return date_time(p, local);
}

}  // namespace vial

// runtime/process/identity.cpp: natives on pids, references, nodes and unique numbers.
// Here: self, make_ref, unique_integer, group_leader, node, nodes, texts of pids and references.
// Not here: connecting nodes.
// Threads: the scheduler of the process.
// Holds: a reference's 58 bits show as three words, as in the external format: bits 50 up, 18 to 49,
//        0 to 17.
#include <charconv>
#include <string>

#include "runtime/process/arguments.h"
#include "vm/process/monitors.h"
#include "vm/heap/resource.h"
#include "vm/process/signals.h"
#include "vm/sched/schedulers.h"

namespace vial {

namespace {

constexpr int kLowBits = 18, kMiddleBits = 32;
// Where numbers of unique_integer start, so that they are small integers for longest.
constexpr std::int64_t kUniqueStart = -(std::int64_t{1} << 59);

Term charlist(Process& p, const std::string& text) {
    HeapWriter out = p.reserve(text.size() * kConsWords);
    Term list = Term::nil();
    for (std::size_t i = text.size(); i-- > 0;) {
        list = out.cons(Term::small(static_cast<unsigned char>(text[i])), list);
    }
    return list;
}

// Text of a list of bytes; nullopt: no such list.
std::optional<std::string> text_of(Term list) {
    std::string text;
    for (; list.is_cons(); list = list.tail()) {
        const auto c = list.head().try_small();
        if (!c || *c < 0 || *c > 255) return std::nullopt;
        text += static_cast<char>(*c);
    }
    if (!list.is_nil()) return std::nullopt;
    return text;
}

// "<prefix a.b.c>" -> the numbers, as many as `numbers` has room for.
bool parse_numbers(std::string_view text, std::string_view prefix, std::span<Word> numbers) {
    if (!text.starts_with(prefix) || !text.ends_with('>')) return false;
    const char* at = text.data() + prefix.size();
    const char* end = text.data() + text.size() - 1;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0 && (at == end || *at++ != '.')) return false;
        const auto read = std::from_chars(at, end, numbers[i]);
        if (read.ec != std::errc{}) return false;
        at = read.ptr;
    }
    return at == end;
}

std::string dotted(std::string_view prefix, std::span<const Word> numbers) {
    std::string text(prefix);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0) text += '.';
        text += std::to_string(numbers[i]);
    }
    return text + ">";
}

NativeResult set_group_leader(Process& p, Term leader, Term pid) {
    if (pid == p.pid) {
        p.group_leader = leader;
        return atoms::true_;
    }
    Scheduler& s = p.scheduler();
    Signal* signal = make_signal_immediate(s.blocks, SignalKind::GroupLeader, p.pid, leader);
    if (signal && deliver_signal(s, p.vm(), pid, signal)) return atoms::true_;
    return p.badarg(1, "the pid does not refer to an existing process");
}

}  // namespace

NativeResult native_erlang_self(Process& p, Args) { return p.pid; }

NativeResult native_erlang_make_ref(Process& p, Args) {
    return Term::reference(p.scheduler().next_reference());
}

NativeResult native_erlang_unique_integer_0(Process& p, Args) {
    return Term::small(kUniqueStart + static_cast<std::int64_t>(p.scheduler().next_unique()));
}

NativeResult native_erlang_unique_integer_1(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    bool positive = false, monotonic = false;
    const bool good = each_option(args[0], [&](Term modifier) {
        if (modifier == atoms::positive) return positive = true;
        if (modifier == atoms::monotonic) return monotonic = true;
        return false;
    });
    if (!good) return p.badarg(0, "invalid modifier");
    const auto n = static_cast<std::int64_t>(monotonic ? p.vm().schedulers().next_monotonic()
                                                       : p.scheduler().next_unique());
    return Term::small(positive ? n + 1 : kUniqueStart + n);
}

NativeResult native_erlang_group_leader_0(Process& p, Args) { return p.group_leader; }

NativeResult native_erlang_group_leader_2(Process& p, Args args) {
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    if (!args[1].is_local_pid()) return p.badarg(1, "not a pid");
    return set_group_leader(p, args[0], args[1]);
}

// --- nodes ----------------------------------------------------------------------------------------------

NativeResult native_erlang_node_0(Process&, Args) { return this_node(); }

NativeResult native_erlang_node_1(Process& p, Args args) {
    const Term t = args[0];
    if (t.is_local_pid() || t.is_local_port() || t.is_local_reference()) return this_node();
    if (t.is_boxed_kind(BoxedKind::Alias) || t.is_boxed_kind(BoxedKind::Resource)) return this_node();
    if (is_pid(t) || is_port(t) || is_reference(t)) return Term::from_word(t.boxed_words()[1]);
    return p.badarg(0, "not a pid");
}

NativeResult native_erlang_nodes_0(Process&, Args) { return Term::nil(); }

NativeResult native_erlang_nodes_1(Process& p, Args args) {
    bool this_one = false;
    const auto read = [&](Term kind) {
        if (kind == atoms::this_) this_one = true;
        return kind == atoms::this_ || kind == atoms::visible || kind == atoms::hidden ||
               kind == atoms::connected || kind == atoms::known;
    };
    const bool good = args[0].is_list() ? each_option(args[0], read) : read(args[0]);
    if (!good) return p.badarg(0, "not a valid node type");
    if (args[0] == atoms::known) this_one = true;
    if (!this_one) return Term::nil();
    HeapWriter out = p.reserve(kConsWords);
    return out.cons(this_node(), Term::nil());
}

NativeResult native_erlang_is_alive(Process&, Args) { return atoms::false_; }

// --- texts ----------------------------------------------------------------------------------------------

NativeResult native_erlang_pid_to_list(Process& p, Args args) {
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    const Word numbers[] = {0, args[0].slot(), args[0].generation()};
    return charlist(p, dotted("<", numbers));
}

NativeResult native_erlang_list_to_pid(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    const auto text = text_of(args[0]);
    Word numbers[3];
    const bool good = text && parse_numbers(*text, "<", numbers) && numbers[0] == 0 &&
                      numbers[1] < (Word{1} << 28) && numbers[2] < (Word{1} << 30);
    if (!good) return p.badarg(0, "not a textual representation of a pid");
    return Term::pid(static_cast<std::uint32_t>(numbers[1]), static_cast<std::uint32_t>(numbers[2]));
}

NativeResult native_erlang_port_to_list(Process& p, Args args) {
    if (!args[0].is_local_port()) return p.badarg(0, "not a port");
    const Word numbers[] = {0, args[0].slot()};
    return charlist(p, dotted("#Port<", numbers));
}

NativeResult native_erlang_list_to_port(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    const auto text = text_of(args[0]);
    Word numbers[2];
    const bool good = text && parse_numbers(*text, "#Port<", numbers) && numbers[0] == 0 &&
                      numbers[1] < (Word{1} << 28);
    if (!good) return p.badarg(0, "not a textual representation of a port");
    return Term::port(static_cast<std::uint32_t>(numbers[1]), 0);
}

NativeResult native_erlang_ref_to_list(Process& p, Args args) {
    if (!is_reference(args[0])) return p.badarg(0, "not a reference");
    Word n = 0;
    if (const auto number = reference_number(args[0])) {
        n = *number;
    } else if (args[0].is_boxed_kind(BoxedKind::Resource)) {
        n = resource_of(args[0])->number;
    }
    const Word numbers[] = {0, n >> (kLowBits + kMiddleBits), n >> kLowBits & 0xffffffff,
                            n & ((Word{1} << kLowBits) - 1)};
    return charlist(p, dotted("#Ref<", numbers));
}

NativeResult native_erlang_list_to_ref(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    const auto text = text_of(args[0]);
    Word n[4];
    const bool good = text && parse_numbers(*text, "#Ref<", n) && n[0] == 0 && n[1] < 256 &&
                      n[2] <= 0xffffffff && n[3] < (Word{1} << kLowBits);
    if (!good) return p.badarg(0, "not a textual representation of a reference");
    return Term::reference(n[1] << (kLowBits + kMiddleBits) | n[2] << kLowBits | n[3]);
}

}  // namespace vial

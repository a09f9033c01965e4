// runtime/os/environment.cpp: natives on the environment of the OS process.
// Here: os:getenv, env, putenv, unsetenv.
// Not here: the environment itself (vm/world.cpp).
// Threads: any scheduler.
// Holds: names and values are lists of code points or binaries here, UTF-8 outside.
#include <string>

#include "runtime/process/arguments.h"

namespace vial {

namespace {

void append_utf8(std::string& text, std::uint32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xc0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xe0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        text += static_cast<char>(0xf0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3f));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (c & 0x3f));
    }
}

// A list of code points, none of them 0.
std::optional<std::string> text_of(Term list) {
    std::string text;
    for (; list.is_cons(); list = list.tail()) {
        const auto c = list.head().try_small();
        if (!c || *c <= 0 || *c > 0x10ffff) return std::nullopt;
        append_utf8(text, static_cast<std::uint32_t>(*c));
    }
    if (!list.is_nil()) return std::nullopt;
    return text;
}

// The next code point; a byte that begins none stands for itself.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const std::uint32_t first = byte(at);
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    std::uint32_t c = more == 0 ? first : first & (0x3fu >> more);
    for (int i = 1; i <= more; ++i) {
        if ((byte(at + static_cast<std::size_t>(i)) & 0xc0) != 0x80) return ++at, first;
        c = c << 6 | (byte(at + static_cast<std::size_t>(i)) & 0x3f);
    }
    at += static_cast<std::size_t>(more) + 1;
    return c;
}

Term charlist(TermArena& arena, std::string_view text) {
    std::vector<Term> all;
    for (std::size_t at = 0; at < text.size();) all.push_back(Term::small(next_code_point(text, at)));
    return arena.list(all);
}

// The name, checked; nullopt: badarg was noted.
std::optional<std::string> variable_name(Process& p, Term t) {
    if (!t.is_list()) return (void)p.badarg(0, "not a list"), std::nullopt;
    auto name = text_of(t);
    if (!name) return (void)p.badarg(0, "not a list of characters"), std::nullopt;
    if (name->find('=') != std::string::npos) {
        (void)p.badarg(0, "\"=\" characters is not allowed in environment variable names");
        return std::nullopt;
    }
    return name;
}

}  // namespace

NativeResult native_os_getenv_0(Process& p, Args) {
    TermArena arena;
    World& w = p.vm().world();
    std::vector<Term> all;
    for (const std::string& entry : w.all_env(w.host)) all.push_back(charlist(arena, entry));
    return copy_to_heap(p, arena.list(all));
}

NativeResult native_os_env(Process& p, Args) {
    TermArena arena;
    World& w = p.vm().world();
    std::vector<Term> all;
    for (const std::string& entry : w.all_env(w.host)) {
        const std::size_t equals = entry.find('=', 1);
        all.push_back(arena.tuple({charlist(arena, std::string_view(entry).substr(0, equals)),
                                   charlist(arena, std::string_view(entry).substr(equals + 1))}));
    }
    return copy_to_heap(p, arena.list(all));
}

NativeResult native_os_getenv_1(Process& p, Args args) {
    const auto name = variable_name(p, args[0]);
    if (!name) return p.badarg();
    World& w = p.vm().world();
    const auto value = w.get_env(w.host, *name);
    if (!value) return atoms::false_;
    TermArena arena;
    return copy_to_heap(p, charlist(arena, *value));
}

NativeResult native_os_putenv(Process& p, Args args) {
    const auto name = variable_name(p, args[0]);
    if (!args[1].is_list()) (void)p.badarg(1, "not a list");
    const auto value = args[1].is_list() ? text_of(args[1]) : std::nullopt;
    if (args[1].is_list() && !value) (void)p.badarg(1, "not a list of characters");
    if (!name || !value) return p.badarg();
    World& w = p.vm().world();
    w.put_env(w.host, *name, *value);
    return atoms::true_;
}

NativeResult native_os_unsetenv(Process& p, Args args) {
    const auto name = variable_name(p, args[0]);
    if (!name) return p.badarg();
    World& w = p.vm().world();
    w.put_env(w.host, *name, std::nullopt);
    return atoms::true_;
}

}  // namespace vial

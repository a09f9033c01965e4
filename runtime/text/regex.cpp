// runtime/text/regex.cpp: the natives :vial_re.*, over PCRE2.
// Here: compiling (errors in the words of the reference's engine), running, names of groups.
// Not here: captures, global runs, splitting (stdlib/erlang/re.ex); the cache (regex_cache.cpp).
// Threads: the scheduler of the process.
// Holds: a match is bounded by PCRE2's match limit, so that no pattern holds a scheduler for long.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "runtime/text/binary_argument.h"
#include "runtime/text/regex_cache.h"
#include "vm/heap/binary_build.h"
#include "vm/process/process.h"
#include "vm/tables/atoms.h"
#include "vm/term/atom_table.h"
#include "vm/vm.h"

namespace vial {
namespace {

constexpr std::uint32_t kMatchLimit = 200'000;  // about 1 ms of backtracking

struct ErrorText {
    int code;
    std::string_view text;
};

// Where the two generations of the engine say it differently, the older one's words, which the reference has.
constexpr ErrorText kErrorTexts[] = {
    {101, "\\ at end of pattern"},
    {102, "\\c at end of pattern"},
    {103, "unrecognized character follows \\"},
    {104, "numbers out of order in {} quantifier"},
    {105, "number too big in {} quantifier"},
    {106, "missing terminating ] for character class"},
    {107, "invalid escape sequence in character class"},
    {108, "range out of order in character class"},
    {109, "nothing to repeat"},
    {111, "unrecognized character after (? or (?-"},
    {112, "POSIX named classes are supported only within a class"},
    {114, "missing )"},
    {115, "reference to non-existent subpattern"},
    {122, "unmatched parentheses"},
    {124, "unrecognized character after (?<"},
    {125, "lookbehind assertion is not fixed length"},
    {126, "malformed number or name after (?("},
    {130, "unknown POSIX class name"},
    {142, "syntax error in subpattern name (missing terminator)"},
    {143, "two named subpatterns have the same name"},
    {147, "unknown property name after \\P or \\p"},
    {162, "subpattern name expected"},
};

std::string error_text(int code) {
    for (const ErrorText& row : kErrorTexts) {
        if (row.code == code) return std::string(row.text);
    }
    char buffer[128];
    const int size = pcre2_get_error_message(code, reinterpret_cast<PCRE2_UCHAR*>(buffer), sizeof buffer);
    return size > 0 ? std::string(buffer, static_cast<std::size_t>(size)) : "unknown error";
}

std::uint32_t match_options(std::int64_t bits) {
    std::uint32_t options = 0;
    if (bits & 1) options |= PCRE2_NOTBOL;
    if (bits & 2) options |= PCRE2_NOTEOL;
    if (bits & 4) options |= PCRE2_NOTEMPTY;
    if (bits & 8) options |= PCRE2_NOTEMPTY_ATSTART;
    if (bits & 16) options |= PCRE2_ANCHORED;
    return options;
}

// What one run needs of PCRE2, freed together.
struct MatchState {
    explicit MatchState(const pcre2_code* code)
        : data(pcre2_match_data_create_from_pattern(code, nullptr)), context(pcre2_match_context_create(nullptr)) {
        pcre2_set_match_limit(context, kMatchLimit);
    }
    ~MatchState() {
        pcre2_match_data_free(data);
        pcre2_match_context_free(context);
    }
    MatchState(const MatchState&) = delete;
    MatchState& operator=(const MatchState&) = delete;
    pcre2_match_data* data;
    pcre2_match_context* context;
};

NativeResult run_error(Process& p, int code) {
    const bool bad_text = code <= PCRE2_ERROR_UTF8_ERR1 && code >= PCRE2_ERROR_UTF8_ERR21;
    const bool bad_offset = code == PCRE2_ERROR_BADUTFOFFSET;
    const Term reason = p.vm().atoms().intern(bad_text || bad_offset ? "badutf" : "match_limit");
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({atoms::error, reason});
}

}  // namespace

// {ok, groups} or {error, {text, position}}.
NativeResult native_re_compile(Process& p, Args args) {
    std::string text;
    std::size_t at = 0;
    std::uint32_t groups = 0;
    {
        const BinaryArgument source(args[0]);
        if (!source) return p.badarg(0, kNotABinary);
        const auto bits = args[1].try_small();
        if (!bits) return p.badarg(1, "not an integer");
        p.charge(static_cast<std::int64_t>(source->size()));
        const auto made = compile_regex(static_cast<std::uint32_t>(*bits), *source);
        if (made->code) {
            pcre2_pattern_info(made->code, PCRE2_INFO_CAPTURECOUNT, &groups);
        } else {
            text = error_text(made->error);
            at = made->error_at;
        }
    }
    if (text.empty()) {
        HeapWriter out = p.reserve(tuple_words(2));
        return out.tuple({atoms::ok, Term::small(groups)});
    }
    if (text.size() > kMaxWrittenBinaryBytes) text.resize(kMaxWrittenBinaryBytes);
    HeapWriter out = p.reserve(2 * tuple_words(2) + heap_binary_words(text.size()));
    const Term why = out.heap_binary(text);
    const Term pair = out.tuple({why, Term::small(static_cast<std::int64_t>(at))});
    return out.tuple({atoms::error, pair});
}

// {match, [{position, length}]}, with {-1, 0} for groups that took no part; nomatch; {error, reason}.
NativeResult native_re_run(Process& p, Args args) {
    const auto start = args[2].try_small();
    const auto bits = args[3].try_small();
    if (!start || *start < 0) return p.badarg(2, "not a non-negative integer");
    if (!bits) return p.badarg(3, "not an integer");
    std::shared_ptr<CompiledRegex> regex;
    {
        const BinaryArgument packed(args[1]);
        if (!packed) return p.badarg(1, "not a compiled pattern");
        regex = RegexCache::of(p.vm()).find(*packed);
    }
    if (!regex) return p.badarg(1, "not a compiled pattern");

    const MatchState state(regex->code);
    int matched = 0;
    {
        const BinaryArgument subject(args[0]);
        if (!subject) return p.badarg(0, kNotABinary);
        if (static_cast<std::size_t>(*start) > subject->size()) return p.badarg(2, "out of range");
        matched = pcre2_match(regex->code, reinterpret_cast<PCRE2_SPTR>(subject->data()), subject->size(),
                              static_cast<PCRE2_SIZE>(*start), match_options(*bits), state.data, state.context);
        p.charge(static_cast<std::int64_t>(16 + (subject->size() - static_cast<std::size_t>(*start)) / 32));
    }
    if (matched == PCRE2_ERROR_NOMATCH) return atoms::nomatch;
    if (matched < 0) return run_error(p, matched);

    const std::uint32_t pairs = pcre2_get_ovector_count(state.data);
    const PCRE2_SIZE* places = pcre2_get_ovector_pointer(state.data);
    HeapWriter out = p.reserve(pairs * (kConsWords + tuple_words(2)) + tuple_words(2));
    Term list = Term::nil();
    for (std::uint32_t i = pairs; i-- > 0;) {
        const bool unset = places[2 * i] == PCRE2_UNSET;
        // \K may set the start behind the end.
        const auto from = unset ? -1 : static_cast<std::int64_t>(places[2 * i]);
        const auto size = unset || places[2 * i + 1] < places[2 * i] ? 0 : static_cast<std::int64_t>(places[2 * i + 1]) - from;
        const Term place = out.tuple({Term::small(from), Term::small(size)});
        list = out.cons(place, list);
    }
    return out.tuple({p.vm().atoms().intern("match"), list});
}

// [{name, number}], sorted by name.
NativeResult native_re_names(Process& p, Args args) {
    std::shared_ptr<CompiledRegex> regex;
    {
        const BinaryArgument packed(args[0]);
        if (!packed) return p.badarg(0, "not a compiled pattern");
        regex = RegexCache::of(p.vm()).find(*packed);
    }
    if (!regex) return p.badarg(0, "not a compiled pattern");
    std::uint32_t count = 0, entry_size = 0;
    PCRE2_SPTR table = nullptr;
    pcre2_pattern_info(regex->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(regex->code, PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
    pcre2_pattern_info(regex->code, PCRE2_INFO_NAMETABLE, &table);
    // An entry: number (two bytes, big-endian), name, zero.
    HeapWriter out = p.reserve(count * (kConsWords + tuple_words(2) + heap_binary_words(kMaxHeapBinaryBytes)));
    Term list = Term::nil();
    for (std::uint32_t i = count; i-- > 0;) {
        const auto* entry = table + std::size_t{i} * entry_size;
        const Term name = out.heap_binary(reinterpret_cast<const char*>(entry + 2));
        const Term pair = out.tuple({name, Term::small(entry[0] << 8 | entry[1])});
        list = out.cons(pair, list);
    }
    return list;
}

NativeResult native_re_version(Process& p, Args) {
    char version[64] = {};
    pcre2_config(PCRE2_CONFIG_VERSION, version);
    return p.make_binary(version);
}

}  // namespace vial

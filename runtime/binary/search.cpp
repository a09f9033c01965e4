// runtime/binary/search.cpp: finding byte patterns; :binary.match, matches, compile_pattern.
// Here: as search.h, and the natives on it.
// Not here: splitting and replacing (stdlib/erlang/binary.ex).
// Threads: the scheduler of the process.
// Holds: as search.h. One pattern is looked for by memchr or memmem, several by their first bytes.
#include "runtime/binary/search.h"

#include <algorithm>
#include <cstring>

#include "runtime/binary/on_bytes.h"
#include "runtime/term/arguments.h"
#include "runtime/text/binary_argument.h"
#include "vm/process/process.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"

namespace vial {
namespace {

constexpr std::string_view kNotAPattern = "not a valid pattern";
constexpr std::string_view kInvalidOptions = "invalid options";

Term element(Term tuple, std::uint32_t index) { return Term::from_word(tuple.boxed_words()[1 + index]); }

bool is_pair(Term t) { return t.is_boxed_kind(BoxedKind::Tuple) && header_size(t.header()) == 2; }

struct Scope {
    std::size_t start;
    std::size_t end;
};

// {start, length}; a negative length reaches back. nullopt when it leaves the subject.
std::optional<Scope> part_scope(Term start_term, Term length_term, std::size_t size) {
    const auto start = start_term.try_small();
    const auto length = length_term.try_small();
    if (!start || !length || *start < 0 || *start > static_cast<std::int64_t>(size)) return std::nullopt;
    const std::int64_t first = *length < 0 ? *start + *length : *start;
    const std::int64_t last = *length < 0 ? *start : *start + *length;
    if (first < 0 || last > static_cast<std::int64_t>(size) || *length > static_cast<std::int64_t>(size)) return std::nullopt;
    return Scope{static_cast<std::size_t>(first), static_cast<std::size_t>(last)};
}

std::optional<Scope> scope_option(Term options, std::size_t size) {
    Scope scope{0, size};
    for (; options.is_cons(); options = options.tail()) {
        const Term option = options.head();
        if (!is_pair(option) || element(option, 0) != atoms::scope || !is_pair(element(option, 1))) return std::nullopt;
        const Term part = element(option, 1);
        const auto found = part_scope(element(part, 0), element(part, 1), size);
        if (!found) return std::nullopt;
        scope = *found;
    }
    if (!options.is_nil()) return std::nullopt;
    return scope;
}

}  // namespace

bool BytePatterns::add(Term binary) {
    const BinaryArgument bytes(binary);
    if (!bytes || bytes->empty()) return false;
    patterns_.emplace_back(*bytes);
    first_bytes_.set(static_cast<std::uint8_t>(bytes->front()));
    return true;
}

std::optional<BytePatterns> BytePatterns::of(Term pattern) {
    BytePatterns made;
    if (is_pair(pattern) && (element(pattern, 0) == atoms::bm || element(pattern, 0) == atoms::ac)) {
        pattern = element(pattern, 1);
    }
    if (is_bitstring(pattern)) return made.add(pattern) ? std::optional(std::move(made)) : std::nullopt;
    if (!pattern.is_cons()) return std::nullopt;
    for (; pattern.is_cons(); pattern = pattern.tail()) {
        if (!made.add(pattern.head())) return std::nullopt;
    }
    if (!pattern.is_nil()) return std::nullopt;
    return made;
}

std::size_t BytePatterns::longest() const {
    std::size_t longest = 0;
    for (const std::string& pattern : patterns_) longest = std::max(longest, pattern.size());
    return longest;
}

std::optional<ByteMatch> BytePatterns::find(std::string_view text, std::size_t from) const {
    if (patterns_.size() == 1) {
        const std::string& only = patterns_.front();
        const char* start = text.data() + from;
        const std::size_t left = text.size() - from;
        const void* found = only.size() == 1 ? std::memchr(start, only.front(), left)
                                             : memmem(start, left, only.data(), only.size());
        if (!found) return std::nullopt;
        return ByteMatch{static_cast<std::size_t>(static_cast<const char*>(found) - text.data()), only.size()};
    }
    for (std::size_t at = from; at < text.size(); ++at) {
        if (!first_bytes_.test(static_cast<std::uint8_t>(text[at]))) continue;
        std::size_t longest = 0;
        for (const std::string& pattern : patterns_) {
            if (pattern.size() > longest && text.substr(at).starts_with(pattern)) longest = pattern.size();
        }
        if (longest > 0) return ByteMatch{at, longest};
    }
    return std::nullopt;
}

NativeResult native_binary_compile_pattern(Process& p, Args args) {
    if (!BytePatterns::of(args[0]) || is_pair(args[0])) return p.badarg(0, kNotAPattern);
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({is_bitstring(args[0]) ? atoms::bm : atoms::ac, args[0]});
}

// --- matching in slices -----------------------------------------------------------------------------------------

namespace {

constexpr std::size_t kMatchesPerSlice = 4096;
constexpr std::size_t kReductionsPerSlice = 2000;

struct Found {
    std::vector<ByteMatch> matches;
    std::size_t from;   // where to go on
    bool finished;
};

// Looks from scope.start on, for about a slice.
Found search_some(std::string_view text, const BytePatterns& patterns, Scope scope, bool all) {
    Found found{{}, scope.start, false};
    const std::size_t stop = std::min(scope.end, scope.start + kReductionsPerSlice * patterns.bytes_per_reduction());
    // A match that begins before `stop` may end behind it.
    const std::string_view seen = text.substr(0, std::min(scope.end, stop + patterns.longest() - 1));
    while (found.from < stop && found.matches.size() < kMatchesPerSlice) {
        const auto match = patterns.find(seen, found.from);
        if (!match || match->at >= stop) {
            found.from = stop;
            break;
        }
        found.matches.push_back(*match);
        found.from = match->at + match->size;
        if (!all) break;
    }
    found.finished = found.from >= scope.end || (!all && !found.matches.empty());
    return found;
}

// The matches one by one in front of `list`.
Term prepend(HeapWriter& out, const std::vector<ByteMatch>& matches, Term list) {
    for (const ByteMatch& match : matches) {
        const Term pair = out.tuple({Term::small(static_cast<std::int64_t>(match.at)), Term::small(static_cast<std::int64_t>(match.size))});
        list = out.cons(pair, list);
    }
    return list;
}

// The first match in what a slice has time for, as most are.
NativeResult match_at_once(Process& p, std::string_view text, const BytePatterns& patterns, Scope scope) {
    const auto match = patterns.find(text.substr(0, scope.end), scope.start);
    p.charge(static_cast<std::int64_t>(((match ? match->at : scope.end) - scope.start) / patterns.bytes_per_reduction()));
    if (!match) return atoms::nomatch;
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({Term::small(static_cast<std::int64_t>(match->at)), Term::small(static_cast<std::int64_t>(match->size))});
}

// Looks for a slice; goes on as binary:search_slowly(Subject, Pattern, {From, End}, All, Matches).
NativeResult search_slice(Process& p, Args args, std::string_view text, const BytePatterns& patterns, Scope scope, bool all, Term matches) {
    Found found = search_some(text, patterns, scope, all);
    p.charge(static_cast<std::int64_t>((found.from - scope.start) / patterns.bytes_per_reduction() + found.matches.size() / 2 + 1));
    RootScope root(context_of(p), {&matches, 1});
    HeapWriter out = p.reserve(found.matches.size() * (kConsWords + tuple_words(2)) + tuple_words(2));
    const bool at_once = found.finished && matches.is_nil();
    if (at_once) std::reverse(found.matches.begin(), found.matches.end());
    const Term list = prepend(out, found.matches, matches);
    if (at_once && all) return list;
    if (!all && found.finished) return list.is_nil() ? atoms::nomatch : list.head();
    if (found.finished) return go_on_in(p, "lists", "reverse", {list, Term::nil()});
    const Term rest = out.tuple({Term::small(static_cast<std::int64_t>(found.from)), Term::small(static_cast<std::int64_t>(scope.end))});
    return go_on_in(p, "binary", "search_slowly", {args[0], args[1], rest, boolean(all), list});
}

NativeResult search(Process& p, Args args, bool all) {
    put_on_bytes(p, args, 0);
    const Term options = args.count() == 3 ? args[2] : Term::nil();
    const BinaryArgument text(args[0]);
    if (!text) return p.badarg(0, kNotABinary);
    const auto patterns = BytePatterns::of(args[1]);
    if (!patterns) return p.badarg(1, kNotAPattern);
    const auto scope = scope_option(options, text->size());
    if (!scope) return p.badarg(2, kInvalidOptions);
    const bool short_scope = scope->end - scope->start <= kReductionsPerSlice * patterns->bytes_per_reduction();
    if (!all && short_scope) return match_at_once(p, *text, *patterns, *scope);
    return search_slice(p, args, *text, *patterns, *scope, all, Term::nil());
}

}  // namespace

NativeResult native_binary_search_slowly(Process& p, Args args) {
    const BinaryArgument text(args[0]);
    const auto patterns = BytePatterns::of(args[1]);
    if (!text || !patterns || !is_pair(args[2]) || !args[4].is_list()) return p.badarg();
    const auto from = element(args[2], 0).try_small(), end = element(args[2], 1).try_small();
    if (!from || !end || *from < 0 || *end < *from || *end > static_cast<std::int64_t>(text->size())) return p.badarg();
    const Scope scope{static_cast<std::size_t>(*from), static_cast<std::size_t>(*end)};
    return search_slice(p, args, *text, *patterns, scope, args[3] == atoms::true_, args[4]);
}

NativeResult native_binary_match(Process& p, Args args) { return search(p, args, false); }
NativeResult native_binary_match_options(Process& p, Args args) { return search(p, args, false); }
NativeResult native_binary_matches(Process& p, Args args) { return search(p, args, true); }
NativeResult native_binary_matches_options(Process& p, Args args) { return search(p, args, true); }

}  // namespace vial

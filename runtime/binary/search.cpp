// runtime/binary/search.cpp: finding byte patterns; :binary.match, matches, compile_pattern.
// Here: as search.h, and the natives on it.
// Not here: splitting and replacing (stdlib/erlang/binary.ex).
// Threads: the scheduler of the process.
// Holds: as search.h. One pattern is looked for by memchr or memmem, several by their first bytes.
#include "runtime/binary/search.h"

#include <cstring>

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

// Options for all arities: `options` is nil where there are none.
static NativeResult match_one(Process& p, Args args, Term options) {
    std::optional<ByteMatch> found;
    {
        const BinaryArgument text(args[0]);
        if (!text) return p.badarg(0, kNotABinary);
        const auto patterns = BytePatterns::of(args[1]);
        if (!patterns) return p.badarg(1, kNotAPattern);
        const auto scope = scope_option(options, text->size());
        if (!scope) return p.badarg(2, kInvalidOptions);
        found = patterns->find(text->substr(0, scope->end), scope->start);
        p.charge(static_cast<std::int64_t>((found ? found->at : scope->end) - scope->start) / 64);
    }
    if (!found) return atoms::nomatch;
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({Term::small(static_cast<std::int64_t>(found->at)), Term::small(static_cast<std::int64_t>(found->size))});
}

static NativeResult match_all(Process& p, Args args, Term options) {
    std::vector<ByteMatch> found;
    {
        const BinaryArgument text(args[0]);
        if (!text) return p.badarg(0, kNotABinary);
        const auto patterns = BytePatterns::of(args[1]);
        if (!patterns) return p.badarg(1, kNotAPattern);
        const auto scope = scope_option(options, text->size());
        if (!scope) return p.badarg(2, kInvalidOptions);
        for (std::size_t at = scope->start;;) {
            const auto match = patterns->find(text->substr(0, scope->end), at);
            if (!match) break;
            found.push_back(*match);
            at = match->at + match->size;
        }
        p.charge(static_cast<std::int64_t>((scope->end - scope->start) / 64 + found.size() / 8));
    }
    HeapWriter out = p.reserve(found.size() * (kConsWords + tuple_words(2)));
    Term list = Term::nil();
    for (std::size_t i = found.size(); i-- > 0;) {
        const Term pair = out.tuple({Term::small(static_cast<std::int64_t>(found[i].at)),
                                     Term::small(static_cast<std::int64_t>(found[i].size))});
        list = out.cons(pair, list);
    }
    return list;
}

NativeResult native_binary_match(Process& p, Args args) { return match_one(p, args, Term::nil()); }
NativeResult native_binary_match_options(Process& p, Args args) { return match_one(p, args, args[2]); }
NativeResult native_binary_matches(Process& p, Args args) { return match_all(p, args, Term::nil()); }
NativeResult native_binary_matches_options(Process& p, Args args) { return match_all(p, args, args[2]); }

}  // namespace vial

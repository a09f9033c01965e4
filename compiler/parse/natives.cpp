// compiler/parse/natives.cpp: the parser for programs.
// Here: :vial_compiler.string_to_quoted/2 and comments/2.
// Not here: files and evaluation (expand/natives_program.cpp); literal_encoder, which Code calls.
// Threads: the scheduler of the process.
// Holds: the text is copied before the parse; the result is copied to the heap in one reservation.
#include <string>
#include <vector>

#include "compiler/parse/parser.h"
#include "vm/heap/copy.h"
#include "vm/process/process.h"
#include "vm/tables/atoms.h"
#include "vm/term/binary.h"
#include "vm/vm.h"

namespace vial {
namespace {

// A parse of this many bytes counts as one reduction.
constexpr std::size_t kBytesPerReduction = 256;

Term option(Vm& vm, Term options, std::string_view name) {
    const auto key = vm.atoms().find(name);
    if (!key) return kNoTerm;
    for (; options.is_cons(); options = options.tail()) {
        const Term pair = options.head();
        if (is_tuple_of(pair, 2) && tuple_element(pair, 0) == *key) return tuple_element(pair, 1);
    }
    return kNoTerm;
}

bool flag(Vm& vm, Term options, std::string_view name, bool otherwise) {
    const Term value = option(vm, options, name);
    if (value == kNoTerm) return otherwise;
    return value != atoms::false_ && value != atoms::nil_;
}

std::uint32_t position(Vm& vm, Term options, std::string_view name) {
    const auto value = option(vm, options, name).try_small();
    return value && *value >= 0 ? static_cast<std::uint32_t>(*value) : 1;
}

ParseOptions read_options(Vm& vm, Term options, TermArena& arena) {
    ParseOptions out;
    out.line = option(vm, options, "line") == kNoTerm ? 1 : position(vm, options, "line");
    out.column = option(vm, options, "column") == kNoTerm ? 1 : position(vm, options, "column");
    out.columns = flag(vm, options, "columns", false);
    out.token_metadata = flag(vm, options, "token_metadata", false);
    out.unescape = flag(vm, options, "unescape", true);
    out.existing_atoms_only = flag(vm, options, "existing_atoms_only", false);
    out.cursor = flag(vm, options, "cursor", false);
    const Term encoder = option(vm, options, "literal_encoder");
    if (encoder != kNoTerm && is_fun(encoder)) out.literal_marker = atoms::literal_node;
    const Term atom_encoder = option(vm, options, "static_atoms_encoder");
    if (atom_encoder != kNoTerm && is_fun(atom_encoder)) out.static_marker = vm.atoms().intern("$atom");
    const Term keep = option(vm, options, "keep");
    if (keep != kNoTerm && is_bitstring(keep)) out.keep_file = arena.copy(keep);
    return out;
}

Term error_term(const SyntaxError& e, TermArena& arena, AtomTable& table) {
    const auto pair = [&](std::string_view key, Term value) {
        return arena.tuple({table.intern(key), value});
    };
    Term meta = Term::nil();
    if (e.column != 0) meta = arena.cons(pair("column", Term::small(e.column)), meta);
    meta = arena.cons(pair("line", Term::small(e.line)), meta);
    const Term message = e.has_suffix
                             ? arena.tuple({arena.binary(e.message), arena.binary(e.suffix)})
                             : arena.binary(e.message);
    const Term error = arena.tuple({meta, message, arena.binary(e.token)});
    return arena.tuple({atoms::error, error});
}

NativeResult give(Process& p, Term term) {
    const CopySize size = copy_size(term, nullptr);
    if (size.words == 0) return term;
    [[maybe_unused]] HeapWriter room = p.reserve(size.words);
    return copy_term(term, p.top, p.off_heap, nullptr);
}

}  // namespace

// {:ok, quoted}, {:ok, quoted, [{line, column, warning}]} or {:error, {metadata, message, token}}.
NativeResult native_vial_compiler_string_to_quoted(Process& p, Args args) {
    const auto bytes = binary_bytes(args[0]);
    if (!bytes) return p.badarg(0, "not a binary");
    if (!args[1].is_list()) return p.badarg(1, "not a list");
    const std::string text(*bytes);
    TermArena arena;
    const ParseOptions options = read_options(p.vm(), args[1], arena);
    p.charge(static_cast<std::int64_t>(text.size() / kBytesPerReduction));
    const ParseResult result = parse(text, options, p.vm().atoms(), arena);
    if (result.ok && (result.warnings.empty() || !flag(p.vm(), args[1], "warnings", true))) return give(p, arena.tuple({atoms::ok, result.quoted}));
    if (result.ok) {
        std::vector<Term> warnings;
        for (const LexWarning& w : result.warnings) {
            warnings.push_back(arena.tuple({Term::small(w.line), Term::small(w.column), arena.binary(w.message)}));
        }
        return give(p, arena.tuple({atoms::ok, result.quoted, arena.list(std::span<const Term>(warnings))}));
    }
    return give(p, error_term(result.error, arena, p.vm().atoms()));
}

// The comments of a text that parses, as maps.
NativeResult native_vial_compiler_comments(Process& p, Args args) {
    const auto bytes = binary_bytes(args[0]);
    if (!bytes) return p.badarg(0, "not a binary");
    if (!args[1].is_list()) return p.badarg(1, "not a list");
    const std::string text(*bytes);
    TermArena arena;
    AtomTable& table = p.vm().atoms();
    const ParseOptions options = read_options(p.vm(), args[1], arena);
    const LexResult lexed = lex(text, {options.line, options.column, options.unescape});
    std::vector<Term> maps;
    for (const LexComment& c : lexed.comments) {
        const std::pair<Term, Term> pairs[] = {
            {table.intern("line"), Term::small(c.line)},
            {table.intern("column"), Term::small(c.column)},
            {table.intern("previous_eol_count"), Term::small(c.newlines_before)},
            {table.intern("next_eol_count"), Term::small(c.newlines_after)},
            {table.intern("text"), arena.binary(c.text)},
        };
        maps.push_back(arena.map(pairs, table));
    }
    return give(p, arena.list(std::span<const Term>(maps)));
}

}  // namespace vial

// runtime/code/external.cpp: terms as bytes and back.
// Here: term_to_binary/1,2, binary_to_term/1,2, external_size/1.
// Not here: the format (vm/code/etf.h).
// Threads: the scheduler that runs the process.
// Holds: what is decoded stands in an arena first and is copied to the heap once whole.
#include <string>

#include "vm/code/code_server.h"
#include "vm/code/etf.h"
#include "vm/heap/copy.h"
#include "vm/heap/gc.h"
#include "vm/process/process.h"
#include "vm/process/roots.h"
#include "vm/tables/atoms.h"
#include "vm/term/binary.h"
#include "vm/vm.h"

namespace vial {

namespace {

constexpr std::size_t kBytesPerReduction = 64;

std::string encoded(Process& p, Term term, bool deterministic) {
    std::string bytes;
    encode_etf(term, p.vm().atoms(), {.deterministic = deterministic}, bytes);
    p.charge(static_cast<std::int64_t>(bytes.size() / kBytesPerReduction));
    return bytes;
}

// Options that change nothing of what is read back are taken and ignored.
bool encode_options(Process& p, Term options, bool& deterministic) {
    for (; options.is_cons(); options = options.tail()) {
        const Term option = options.head();
        if (option.is_atom()) {
            const std::string_view text = p.vm().atoms().text(option);
            if (text == "deterministic") deterministic = true;
            else if (text != "compressed" && text != "local") return false;
            continue;
        }
        if (!is_tuple_of(option, 2) || !tuple_element(option, 0).is_atom()) return false;
        const std::string_view text = p.vm().atoms().text(tuple_element(option, 0));
        if (text != "compressed" && text != "minor_version") return false;
        if (!tuple_element(option, 1).is_small()) return false;
    }
    return options.is_nil();
}

struct Decoded {
    bool ok;
    Term term;
    std::size_t used;
};

Decoded decoded(Process& p, Term binary, bool safe) {
    const BitView view = bits_of(binary);
    std::string bytes((view.size_bits + 7) / 8, '\0');
    copy_bits(reinterpret_cast<std::uint8_t*>(bytes.data()), 0, view.bytes, view.offset_bits,
              view.size_bits);
    p.charge(static_cast<std::int64_t>(bytes.size() / kBytesPerReduction));
    TermArena arena;
    EtfDecoder decoder{
        .atoms = p.vm().atoms(),
        .existing_atoms_only = safe,
        .context = &p.vm().code(),
        .fun_entry = [](void* server, Term module, std::uint32_t index, std::uint32_t unique,
                        std::uint32_t arity, std::uint32_t free, Word hash) {
            return static_cast<CodeServer*>(server)->fun_entry(module, index, unique, arity, free, hash);
        },
        .cell = [](void* server, Term module, Term function, std::uint32_t arity) {
            return static_cast<CodeServer*>(server)->cell(module, function, arity);
        }};
    std::size_t used = 0;
    const auto term = decode_etf(bytes, decoder, arena, used);
    if (!term) return {false, Term::nil(), 0};
    RunContext& c = context_of(p);
    const CopySize size = copy_size(term.value(), c.literals);
    (void)p.reserve(size.words);
    return {true, copy_term(term.value(), p.top, p.off_heap, size.literals), used};
}

}  // namespace

NativeResult native_code_term_to_binary(Process& p, Args args) {
    return p.make_binary(encoded(p, args[0], false));
}

NativeResult native_code_term_to_binary_options(Process& p, Args args) {
    bool deterministic = false;
    if (!encode_options(p, args[1], deterministic)) return p.badarg(1, "not a valid option list");
    return p.make_binary(encoded(p, args[0], deterministic));
}

NativeResult native_code_external_size(Process& p, Args args) {
    return Term::small(static_cast<std::int64_t>(encoded(p, args[0], false).size()));
}

NativeResult native_code_binary_to_term(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, "not a binary");
    const Decoded result = decoded(p, args[0], false);
    return result.ok ? NativeResult(result.term)
                     : p.badarg(0, "invalid external representation of a term");
}

NativeResult native_code_binary_to_term_options(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, "not a binary");
    bool safe = false, used = false;
    Term options = args[1];
    for (; options.is_cons(); options = options.tail()) {
        if (!options.head().is_atom()) return p.badarg(1, "not a valid option list");
        const std::string_view text = p.vm().atoms().text(options.head());
        if (text == "safe") safe = true;
        else if (text == "used") used = true;
        else return p.badarg(1, "not a valid option list");
    }
    if (!options.is_nil()) return p.badarg(1, "not a list");
    const Decoded result = decoded(p, args[0], safe);
    if (!result.ok) return p.badarg(0, "invalid or unsafe external representation of a term");
    if (!used) return result.term;
    Term term = result.term;
    RootScope scope(context_of(p), {&term, 1});
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({term, Term::small(static_cast<std::int64_t>(result.used))});
}

}  // namespace vial

// vm/code/etf.h: terms as bytes in Erlang's external term format.
// Here: encode_etf() and decode_etf(), for literals of .vbc files, term_to_binary and its reverse.
// Not here: the natives (runtime/code), distribution's atom caches.
// Threads: any; decoding interns atoms.
// Holds: explicit stacks, no recursion; a decoder believes no length that the bytes left over cannot
//        fill. Decoded terms stand in an arena; the caller copies them where they belong.
#pragma once

#include <string>
#include <string_view>

#include "vm/base/result.h"
#include "vm/heap/term_arena.h"
#include "vm/term/atom_table.h"

namespace vial {

struct EtfOptions {
    bool deterministic = false;  // map keys in term order at every size
    // Identifiers of this node: how local pids, ports and references are written.
    std::string_view node = "nonode@nohost";
    std::uint32_t creation = 0;
};
// Appends to `out`, starting with the version byte 131.
void encode_etf(Term term, const AtomTable& atoms, const EtfOptions& options, std::string& out);

// What a decoder may do with names it meets; funs need the code server's tables.
struct EtfDecoder {
    AtomTable& atoms;
    bool existing_atoms_only = false;  // [:safe]
    // Makes a closure or export fun; null functions refuse them.
    void* context = nullptr;
    FunEntry* (*fun_entry)(void* context, Term module, std::uint32_t index, std::uint32_t unique,
                           std::uint32_t arity, std::uint32_t free, Word code_hash) = nullptr;
    FunctionCell* (*cell)(void* context, Term module, Term function, std::uint32_t arity) = nullptr;
    std::string_view node = "nonode@nohost";
};
// The term that starts at bytes[0] (the version byte); `used` says how many bytes it took.
Result<Term> decode_etf(std::string_view bytes, EtfDecoder& decoder, TermArena& arena,
                        std::size_t& used);

}  // namespace vial

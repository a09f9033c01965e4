// vm/code/vbc_format.h: the layout of a .vbc file.
// Here: magic, version, chunk names, how an operand is packed.
// Not here: writing and reading (vbc_encode.cpp, vbc_decode.cpp).
// Threads: compile-time data.
// Holds: a change of what any byte means, opcodes included, raises kVersion.
//
//   "\x89VBC" | u32 version | u32 bytes of the whole module | u32 chunks
//   chunk: name (4 characters) | u32 bytes of the body | u64 XXH3 of the body | body
//
// Numbers of the head are little-endian; in bodies they are LEB128. All chunks must be there, in the
// order below. Terms are in the external term format, each with its length in front.
//   ATOM  texts            FILE  texts             LITR  terms
//   IMPT  module, function, arity                  EXPT  functions
//   FUNS  lambdas          DESC  descriptors (live registers, handler, file, line)
//   CODE  functions and their instructions         TYPE  types, states, claims of functions
//   ATTR  DOCS  DEBG  a term each                  ENTR  entry function + 1, or 0
//
// An instruction: opcode byte | operands | descriptor, if it has one.
// Claims: a type is its bits and, if it may be a tuple, arity << 1 | exact; a state is frame slots << 1 |
// peeking, then its X registers and, if there is a frame, its Y registers: each the distance to the one
// before << 1, which is all if it may be any value, else | 1, and the index of its type. A function claims
// the types of its first arguments, its result's + 1 (0: never returns), and for each label from 1 on the
// index of its state + 1 (0: never reached).
//
// An operand: kind in the low 4 bits; the value in the high 4 if below 15, else 15 and a LEB128.
#pragma once

#include <cstdint>
#include <string_view>

namespace vial::vbc {

constexpr std::string_view kMagic = "\x89VBC";
constexpr std::uint32_t kVersion = 2;
constexpr std::size_t kHeadBytes = 16;
constexpr std::size_t kChunkHeadBytes = 16;

enum class Chunk : std::uint8_t {
    Atoms, Files, Literals, Imports, Exports, Lambdas, Descriptors, Code, Types, Attributes, Docs,
    Debug, Entry, kCount,
};
constexpr std::string_view kChunkNames[] = {"ATOM", "FILE", "LITR", "IMPT", "EXPT", "FUNS", "DESC",
                                            "CODE", "TYPE", "ATTR", "DOCS", "DEBG", "ENTR"};
static_assert(std::size(kChunkNames) == static_cast<std::size_t>(Chunk::kCount));

// Signed numbers with small magnitude in few bytes.
constexpr std::uint64_t zigzag(std::int64_t v) {
    return static_cast<std::uint64_t>(v) << 1 ^ static_cast<std::uint64_t>(v >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t v) {
    return static_cast<std::int64_t>(v >> 1 ^ (~(v & 1) + 1));
}

}  // namespace vial::vbc

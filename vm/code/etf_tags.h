// vm/code/etf_tags.h: the tag bytes of Erlang's external term format.
// Here: the tags that are read or written.
// Not here: what follows them (etf_encode.cpp, etf_decode.cpp).
// Threads: compile-time data.
// Holds: numbers as the format's public description gives them.
#pragma once

#include <cstdint>

namespace vial::etf {

constexpr std::uint8_t Version = 131;
constexpr std::uint8_t NewFloat = 70;
constexpr std::uint8_t BitBinary = 77;
constexpr std::uint8_t NewPid = 88;
constexpr std::uint8_t NewPort = 89;
constexpr std::uint8_t NewerReference = 90;
constexpr std::uint8_t SmallInteger = 97;
constexpr std::uint8_t Integer = 98;
constexpr std::uint8_t Float = 99;
constexpr std::uint8_t Atom = 100;
constexpr std::uint8_t SmallTuple = 104;
constexpr std::uint8_t LargeTuple = 105;
constexpr std::uint8_t Nil = 106;
constexpr std::uint8_t String = 107;
constexpr std::uint8_t List = 108;
constexpr std::uint8_t Binary = 109;
constexpr std::uint8_t SmallBig = 110;
constexpr std::uint8_t LargeBig = 111;
constexpr std::uint8_t NewFun = 112;
constexpr std::uint8_t Export = 113;
constexpr std::uint8_t SmallAtom = 115;
constexpr std::uint8_t Map = 116;
constexpr std::uint8_t AtomUtf8 = 118;
constexpr std::uint8_t SmallAtomUtf8 = 119;
constexpr std::uint8_t PortV4 = 120;

}  // namespace vial::etf

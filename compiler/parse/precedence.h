// compiler/parse/precedence.h: how tightly operators bind.
// Here: precedence and side of binary operators, precedence of prefix ones.
// Not here: which token is which operator (lex/operators.cpp).
// Threads: compile-time data.
// Holds: larger binds tighter.
#pragma once

#include <cstdint>

#include "compiler/lex/token.h"

namespace vial::precedence {

struct Binary {
    std::uint16_t level = 0;  // 0: no binary operator
    bool right = false;       // a op b op c is a op (b op c)
};

constexpr std::uint16_t kLowest = 1;
constexpr std::uint16_t kAbovePipe = 71;
constexpr std::uint16_t kCapture = 90;
constexpr std::uint16_t kUnary = 300;
constexpr std::uint16_t kAt = 320;

constexpr Binary binary(Tok kind) {
    switch (kind) {
        case Tok::InMatch: return {40, false};
        case Tok::When: return {50, true};
        case Tok::Type: return {60, true};
        case Tok::Pipe: return {70, true};
        case Tok::Match: return {100, true};
        case Tok::Or: return {120, false};
        case Tok::And: return {130, false};
        case Tok::Comp: return {140, false};
        case Tok::Rel: return {150, false};
        case Tok::Arrow: return {160, false};
        case Tok::In: return {170, false};
        case Tok::Xor: return {180, false};
        case Tok::Ternary: return {190, true};
        case Tok::Concat: return {200, true};
        case Tok::Range: return {200, true};
        case Tok::Dual: return {210, false};
        case Tok::Mult: return {220, false};
        case Tok::Power: return {230, false};
        default: return {};
    }
}

// Of `op` in front of its operand; 0 for what is no prefix operator.
constexpr std::uint16_t prefix(Tok kind) {
    switch (kind) {
        case Tok::Capture: return kCapture;
        case Tok::Unary:
        case Tok::Dual:
        case Tok::Ternary: return kUnary;
        case Tok::At: return kAt;
        default: return 0;
    }
}

}  // namespace vial::precedence

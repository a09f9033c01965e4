// runtime/table/match_functions.h: the functions that match specifications may call.
// Here: their names, arities and numbers.
// Not here: what they do (match_run.cpp).
// Threads: compile-time data.
// Holds: a number is a place in the table.
#pragma once

#include <cstdint>
#include <string_view>

namespace vial {

enum class MatchFunction : std::uint8_t {
    IsAtom, IsFloat, IsInteger, IsList, IsNumber, IsPid, IsPort, IsReference, IsTuple, IsMap, IsBinary,
    IsBitstring, IsFunction, IsBoolean, IsMapKey, Not, And, Or, Xor, Abs, Element, Head, Length, MapGet,
    MapSize, Round, Size, BitSize, ByteSize, TupleSize, Tail, Trunc, Float, Add, Subtract, Multiply, Divide,
    IntDivide, Remainder, BitAnd, BitOr, BitXor, BitNot, ShiftLeft, ShiftRight, Negate, Identity, Greater,
    GreaterEqual, Less, LessEqual, Equal, ExactEqual, NotEqual, ExactNotEqual, Self, Node, Max, Min, kCount,
};

struct MatchFunctionRow {
    std::string_view name;
    std::uint8_t arity;  // 255: any
    MatchFunction function;
};

inline constexpr MatchFunctionRow kMatchFunctions[] = {
    {"is_atom", 1, MatchFunction::IsAtom},         {"is_float", 1, MatchFunction::IsFloat},
    {"is_integer", 1, MatchFunction::IsInteger},   {"is_list", 1, MatchFunction::IsList},
    {"is_number", 1, MatchFunction::IsNumber},     {"is_pid", 1, MatchFunction::IsPid},
    {"is_port", 1, MatchFunction::IsPort},         {"is_reference", 1, MatchFunction::IsReference},
    {"is_tuple", 1, MatchFunction::IsTuple},       {"is_map", 1, MatchFunction::IsMap},
    {"is_binary", 1, MatchFunction::IsBinary},     {"is_bitstring", 1, MatchFunction::IsBitstring},
    {"is_function", 1, MatchFunction::IsFunction}, {"is_boolean", 1, MatchFunction::IsBoolean},
    {"is_map_key", 2, MatchFunction::IsMapKey},    {"not", 1, MatchFunction::Not},
    {"and", 255, MatchFunction::And},              {"or", 255, MatchFunction::Or},
    {"xor", 2, MatchFunction::Xor},                {"abs", 1, MatchFunction::Abs},
    {"element", 2, MatchFunction::Element},        {"hd", 1, MatchFunction::Head},
    {"length", 1, MatchFunction::Length},          {"map_get", 2, MatchFunction::MapGet},
    {"map_size", 1, MatchFunction::MapSize},       {"round", 1, MatchFunction::Round},
    {"size", 1, MatchFunction::Size},              {"bit_size", 1, MatchFunction::BitSize},
    {"byte_size", 1, MatchFunction::ByteSize},     {"tuple_size", 1, MatchFunction::TupleSize},
    {"tl", 1, MatchFunction::Tail},                {"trunc", 1, MatchFunction::Trunc},
    {"float", 1, MatchFunction::Float},            {"+", 2, MatchFunction::Add},
    {"-", 2, MatchFunction::Subtract},             {"*", 2, MatchFunction::Multiply},
    {"/", 2, MatchFunction::Divide},               {"div", 2, MatchFunction::IntDivide},
    {"rem", 2, MatchFunction::Remainder},          {"band", 2, MatchFunction::BitAnd},
    {"bor", 2, MatchFunction::BitOr},              {"bxor", 2, MatchFunction::BitXor},
    {"bnot", 1, MatchFunction::BitNot},            {"bsl", 2, MatchFunction::ShiftLeft},
    {"bsr", 2, MatchFunction::ShiftRight},         {"-", 1, MatchFunction::Negate},
    {"+", 1, MatchFunction::Identity},             {">", 2, MatchFunction::Greater},
    {">=", 2, MatchFunction::GreaterEqual},        {"<", 2, MatchFunction::Less},
    {"=<", 2, MatchFunction::LessEqual},           {"==", 2, MatchFunction::Equal},
    {"=:=", 2, MatchFunction::ExactEqual},         {"/=", 2, MatchFunction::NotEqual},
    {"=/=", 2, MatchFunction::ExactNotEqual},      {"self", 0, MatchFunction::Self},
    {"node", 0, MatchFunction::Node},              {"max", 2, MatchFunction::Max},
    {"min", 2, MatchFunction::Min},
};

// The function's number, -1 when there is none.
constexpr int match_function(std::string_view name, std::uint32_t arity) {
    for (const auto& row : kMatchFunctions) {
        if (row.name == name && (row.arity == arity || row.arity == 255)) return static_cast<int>(row.function);
    }
    return -1;
}

}  // namespace vial

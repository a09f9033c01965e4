// compiler/ssa/intrinsics.cpp: tables of functions the compiler knows.
// Here: find_intrinsic(), find_native().
// Not here: -
// Threads: immutable tables.
// Holds: both tables are sorted at compile time and searched by halving.
#include "compiler/ssa/intrinsics.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "vm/process/native.h"

namespace vial::ssa {
namespace {

using K = IntrinsicKind;
using O = Opcode;

constexpr auto key(const Intrinsic& i) { return std::tuple(i.name, std::size_t{i.arity}); }

constexpr auto make_intrinsics() {
    auto table = std::to_array<Intrinsic>({
        {"is_integer", 1, K::Test, O::IsInteger},
        {"is_float", 1, K::Test, O::IsFloat},
        {"is_number", 1, K::Test, O::IsNumber},
        {"is_atom", 1, K::Test, O::IsAtom},
        {"is_boolean", 1, K::Test, O::IsBoolean},
        {"is_binary", 1, K::Test, O::IsBinary},
        {"is_bitstring", 1, K::Test, O::IsBitstring},
        {"is_list", 1, K::Test, O::IsList},
        {"is_tuple", 1, K::Test, O::IsTuple},
        {"is_map", 1, K::Test, O::IsMap},
        {"is_function", 1, K::Test, O::IsFun},
        {"is_function", 2, K::TestFunOf, O::IsFunOf},
        {"is_pid", 1, K::Test, O::IsPid},
        {"is_port", 1, K::Test, O::IsPort},
        {"is_reference", 1, K::Test, O::IsReference},
        {"=:=", 2, K::Compare, O::IsEqExact, false, 0},
        {"=/=", 2, K::Compare, O::IsNeExact, false, 1},
        {"==", 2, K::Compare, O::IsEq, false, 2},
        {"/=", 2, K::Compare, O::IsNe, false, 3},
        {"<", 2, K::Compare, O::IsLt, false, 4},
        {">=", 2, K::Compare, O::IsGe, false, 5},
        {">", 2, K::Compare, O::IsLt, true, 6},
        {"=<", 2, K::Compare, O::IsGe, true, 7},
        {"+", 2, K::Arith, O::Add},
        {"-", 2, K::Arith, O::Subtract},
        {"*", 2, K::Arith, O::Multiply},
        {"/", 2, K::Arith, O::Divide},
        {"div", 2, K::Arith, O::IntDivide},
        {"rem", 2, K::Arith, O::Remainder},
        {"-", 1, K::Arith, O::Negate},
        {"band", 2, K::Arith, O::BitAnd},
        {"bor", 2, K::Arith, O::BitOr},
        {"bxor", 2, K::Arith, O::BitXor},
        {"bnot", 1, K::Arith, O::BitNot},
        {"bsl", 2, K::Arith, O::ShiftLeft},
        {"bsr", 2, K::Arith, O::ShiftRight},
        {"not", 1, K::Not, O::Not},
        {"self", 0, K::Self, O::Self},
        {"!", 2, K::Send, O::Send},
        {"send", 2, K::Send, O::Send},
    });
    std::sort(table.begin(), table.end(),
              [](const Intrinsic& a, const Intrinsic& b) { return key(a) < key(b); });
    return table;
}
constexpr auto kIntrinsics = make_intrinsics();

struct NativeKey {
    std::string_view module;
    std::string_view name;
    std::size_t arity = 0;
    std::uint16_t effects = 0;
    constexpr auto key() const { return std::tuple(module, name, arity); }
};

constexpr auto make_natives() {
    using namespace native_effect;
    constexpr std::size_t count = 0
#define NATIVE(module, name, arity, function, effects, cost, doc) +1
#include "vm/tables/natives.def"
        ;
    const NativeKey rows[] = {
#define NATIVE(module, name, arity, function, effects, cost, doc) \
    NativeKey{module, name, arity, effects},
#include "vm/tables/natives.def"
        NativeKey{},
    };
    std::array<NativeKey, count> table{};
    std::copy_n(rows, count, table.begin());
    return table;
}

}  // namespace

const Intrinsic* find_intrinsic(std::string_view name, std::size_t arity) {
    const auto wanted = std::tuple(name, arity);
    const auto at = std::lower_bound(kIntrinsics.begin(), kIntrinsics.end(), wanted,
                                     [](const Intrinsic& i, const auto& w) { return key(i) < w; });
    return at != kIntrinsics.end() && key(*at) == wanted ? &*at : nullptr;
}

NativeFacts find_native(std::string_view module, std::string_view name, std::size_t arity) {
    // Rows of one module stand together, but not sorted: a thousand comparisons of texts that
    // mostly differ in their length.
    static constexpr auto kNatives = make_natives();
    for (const auto& row : kNatives) {
        if (row.arity == arity && row.name == name && row.module == module) {
            return {true, row.effects};
        }
    }
    return {};
}

}  // namespace vial::ssa

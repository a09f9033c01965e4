// runtime/term/hashing.cpp: hashes and sizes of terms.
// Here: phash2, flat_size.
// Not here: the functions behind them (vm/term/phash2.h, vm/heap/copy.h).
// Threads: the scheduler that runs the process.
// Holds: charges for the nodes walked.
#include "runtime/term/arguments.h"
#include "vm/heap/copy.h"
#include "vm/term/bignum.h"
#include "vm/term/phash2.h"

namespace vial {

namespace {
constexpr Word kHashedNodesPerReduction = 16;

std::uint32_t hash(Process& p, Term t) {
    Word visited = 0;
    const std::uint32_t result = phash2(t, atoms_of(p), &visited);
    p.charge(static_cast<std::int64_t>(visited / kHashedNodesPerReduction));
    return result;
}
}  // namespace

NativeResult native_erlang_phash2(Process& p, Args args) {
    return Term::small(hash(p, args[0]) & 0x7ffffff);
}

NativeResult native_erlang_phash2_range(Process& p, Args args) {
    constexpr std::int64_t kLargest = std::int64_t{1} << 32;
    const auto range = try_int64(args[1]);
    // The reference counts its arguments wrongly here.
    if (!is_integer(args[1])) return p.badarg(0, "not an integer");
    if (!range || *range < 1 || *range > kLargest) {
        return range && *range < 1 ? p.badarg(0, "out of range") : p.badarg();
    }
    return Term::small(
        static_cast<std::int64_t>(hash(p, args[0]) % static_cast<std::uint64_t>(*range)));
}

NativeResult native_erts_debug_flat_size(Process& p, Args args) {
    const Word words = copy_size(args[0], nullptr).words;
    p.charge(static_cast<std::int64_t>(words / kHashedNodesPerReduction));
    return Term::small(static_cast<std::int64_t>(words));
}

}  // namespace vial

// runtime/number/integer_text.cpp: integers as text, in binaries and lists.
// Here: integer_to_binary, integer_to_list, binary_to_integer, list_to_integer.
// Not here: the digits (vm/term/bignum.h).
// Threads: the scheduler that runs the process.
// Holds: a sign of either kind may stand before the digits, nothing else.
#include <memory>
#include <string>
#include <vector>

#include "runtime/number/text_argument.h"
#include "runtime/term/arguments.h"
#include "vm/term/bignum.h"
#include "vm/term/binary.h"

namespace vial {

namespace {

// Of args[i]; 0: not one (reported).
int base_argument(Process& p, Args args, std::uint32_t i) {
    const auto base = args[i].try_small();
    if (base && *base >= 2 && *base <= 36) return static_cast<int>(*base);
    (void)p.badarg(i, "not an integer in the range 2 through 36");
    return 0;
}

// False when an argument is wrong.
bool check_integer_and_base(Process& p, Args args, int& base) {
    const bool ok = is_integer(args[0]);
    if (!ok) (void)p.badarg(0, "not an integer");
    base = args.count() > 1 ? base_argument(p, args, 1) : 10;
    return ok && base;
}

// GMP cannot stop on the way; a text of so many limbs takes a millisecond.
constexpr Word kLongLimbs = 2000;

void takes_long(Process& p) {
    RunContext& context = context_of(p);
    if (context.takes_long) context.takes_long(context);
}

// Text of args[0]; small integers need no memory beyond the buffer.
struct IntegerText {
    char buffer[72];
    std::string large;
    std::string_view view;

    IntegerText(Process& p, Term integer, int base) {
        const IntegerView v(integer);
        if (v.count() <= 1) {
            view = {buffer, print_integer(v, base, buffer, nullptr)};
            return;
        }
        if (v.count() > kLongLimbs) takes_long(p);
        large.resize(integer_text_bound(v, base));
        std::vector<Word> scratch(v.count() + 2);
        large.resize(print_integer(v, base, large.data(), scratch.data()));
        view = large;
        p.charge(static_cast<std::int64_t>(v.count() * v.count() / 1024));
    }
};

NativeResult to_integer(Process& p, std::string_view text, int base) {
    bool negative = false;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        negative = text[0] == '-';
        text.remove_prefix(1);
    }
    if (text.size() / 16 > kMaxLimbs * 4) return p.error(atoms::system_limit);
    const Word words = parse_integer_words(text.size(), base);
    // The text may stand in this heap, which moves.
    std::string kept;
    if (static_cast<Word>(p.sp - p.top) < words + Process::kStackSlackWords ||
        Process::kStressReserve) {
        kept = text;
        text = kept;
    }
    HeapWriter out = p.reserve(words);
    if (words > kLongLimbs) takes_long(p);
    const Term result = parse_integer(out, text, base, negative);
    if (result == kNoTerm) return p.badarg(0, "not a textual representation of an integer");
    if (is_bignum(result) && bignum_limbs(result).size() > kMaxLimbs)
        return p.error(atoms::system_limit);
    if (text.size() > 400) p.charge(static_cast<std::int64_t>(text.size() * text.size() / 400000));
    return result;
}

}  // namespace

NativeResult native_erlang_integer_to_binary(Process& p, Args args) {
    int base;
    if (!check_integer_and_base(p, args, base)) return p.badarg();
    const IntegerText text(p, args[0], base);
    return p.make_binary(text.view);
}

NativeResult native_erlang_integer_to_list(Process& p, Args args) {
    int base;
    if (!check_integer_and_base(p, args, base)) return p.badarg();
    const IntegerText text(p, args[0], base);
    return make_charlist(p, text.view);
}

NativeResult native_erlang_binary_to_integer(Process& p, Args args) {
    TextArgument text;
    const bool ok = text.read_binary(args[0]);
    if (!ok) (void)p.badarg(0, "not a binary");
    const int base = args.count() > 1 ? base_argument(p, args, 1) : 10;
    if (!ok || !base) return p.badarg();
    return to_integer(p, text.view, base);
}

NativeResult native_erlang_list_to_integer(Process& p, Args args) {
    bool ok = true;
    TextArgument text;
    if (!args[0].is_list() || !list_shape(args[0]).proper) {
        // The reference tells a list that is not proper apart only where a base is given.
        (void)p.badarg(0,
                       args.count() > 1 && args[0].is_list() ? "not a proper list" : "not a list");
        ok = false;
    }
    const int base = args.count() > 1 ? base_argument(p, args, 1) : 10;
    if (!ok || !base) return p.badarg();
    if (!text.read_list(args[0])) return p.badarg(0, "not a textual representation of an integer");
    return to_integer(p, text.view, base);
}

}  // namespace vial

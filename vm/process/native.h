// vm/process/native.h: how a function written in C++ meets the machine.
// Here: NativeFunction, Args, NativeResult, effects, the row of a native.
// Not here: the natives (runtime/, compiler/), their table (tables/natives.def).
// Threads: a native runs on the scheduler thread of its process.
// Holds: arguments stand in X0.. of the process, which are roots: after anything that may collect
//        (Process::reserve) read args[i] again; no other Term survives it.
//
// Shape: check the arguments, reserve once, build.
//
//     NativeResult native_foo(Process& p, Args args) {
//         const auto n = args[0].try_small();
//         if (!n) return p.badarg(0, "not an integer");
//         HeapWriter out = p.reserve(kConsWords);
//         return out.cons(args[0], args[1]);
//     }
#pragma once

#include <cstdint>
#include <string_view>

#include "vm/term/term.h"

namespace vial {

class Process;

class Args {
  public:
    Args(Term* x, std::uint32_t count) : x_(x), count_(count) {}
    Term operator[](std::uint32_t i) const {
        VIAL_ASSERT(i < count_, "argument index within the arity");
        return x_[i];
    }
    // Replace an argument, to keep a term across a collection or as the state of a yield.
    void set(std::uint32_t i, Term t) const {
        VIAL_ASSERT(i < count_, "argument index within the arity");
        x_[i] = t;
    }
    std::uint32_t count() const { return count_; }

  private:
    Term* x_;
    std::uint32_t count_;
};

enum class NativeStatus : std::uint64_t {
    Done,        // value is the result
    Error,       // value is the reason of class error / exit / throw
    Exit,
    Throw,
    Raise,       // erlang:raise/3: value is {class, reason, stack trace list}
    TailCall,    // go on in Process::call_target with X0.. as it set them (apply, yields, traps)
    Wait,        // the process waits for the completion of its call token; its result is the result
    Ended,       // the process has exited (exit of self by a signal): never run it again
};

struct NativeResult {
    Term value;
    NativeStatus status = NativeStatus::Done;
    NativeResult(Term v) : value(v) {}
    NativeResult(Term v, NativeStatus s) : value(v), status(s) {}
};

using NativeFunction = NativeResult (*)(Process&, Args);

namespace native_effect {
constexpr std::uint16_t Pure = 1, MayCollect = 2, MayYield = 4, Signals = 8, Blocks = 16, None = 0;
}

struct NativeRow {
    std::string_view module;
    std::string_view name;
    std::uint32_t arity;
    NativeFunction function;
    std::uint16_t effects;
    std::uint16_t cost;
    std::string_view doc;
};

}  // namespace vial

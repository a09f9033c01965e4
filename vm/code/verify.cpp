// vm/code/verify.cpp: proof that a module can be run without harm.
// Here: the module's tables; then each function in one pass, each claim compared with what is known.
// Not here: the rules of instructions (walk_function.cpp, walk_ops.cpp), making claims (infer_claims.cpp).
// Threads: any; reads only.
// Holds: tables first: functions index them without looking. A claim is believed where control comes
//        from elsewhere, since each place that it comes from is compared with it.
#include "vm/code/verify.h"

#include <algorithm>

#include "vm/base/assert.h"
#include "vm/code/walk_internal.h"

namespace vial {

namespace {

constexpr std::size_t kMaxAtomBytes = 255 * 4;

const char* wrong_table(const ModuleCode& code) {
    if (code.atoms.empty() || code.atoms[0].empty()) return "the module has no name";
    for (const std::string& atom : code.atoms) {
        if (atom.size() > kMaxAtomBytes) return "an atom is too long";
    }
    for (const ImportCode& i : code.imports) {
        if (i.module >= code.atoms.size() || i.function >= code.atoms.size()) return "an import without name";
        if (i.arity > 255) return "an import of more than 255 arguments";
    }
    for (const FunctionCode& f : code.functions) {
        if (f.name >= code.atoms.size()) return "a function without name";
        if (f.file >= code.files.size() && f.file != 0) return "a function in no file";
    }
    for (const LambdaCode& l : code.lambdas) {
        if (l.function >= code.functions.size()) return "a lambda without function";
        const FunctionCode& f = code.functions[l.function];
        if (l.arity > 255 || l.free > 255 || l.arity + l.free != f.arity || f.free != l.free) {
            return "a lambda whose function takes other arguments";
        }
    }
    for (std::uint32_t e : code.exports) {
        if (e >= code.functions.size()) return "an export without function";
    }
    if (code.entry != kNoIndex &&
        (code.entry >= code.functions.size() || code.functions[code.entry].arity != 0)) {
        return "an entry that is no function without arguments";
    }
    return nullptr;
}

// --- claims -------------------------------------------------------------------------------------------

bool is_type(KnownType type) {
    const bool tuple = (type.bits & type_bit::Tuple) != 0;
    return type.set() && (type.bits & ~type_bit::All) == 0 && (tuple || (type.arity == 0 && !type.exact));
}

bool right_registers(const std::vector<RegisterClaim>& claims, std::uint32_t limit) {
    std::uint32_t next = 0;
    for (const RegisterClaim& claim : claims) {
        if (claim.number < next || claim.number >= limit || !is_type(claim.type)) return false;
        next = claim.number + 1u;
    }
    return true;
}

const char* wrong_claims(const ModuleCode& code) {
    for (const StateClaim& state : code.states) {
        if (!right_registers(state.x, kMaxX) || !right_registers(state.y, state.slots)) {
            return "claims of registers that are none, or out of order";
        }
    }
    const auto value = [](KnownType type) { return type.is_value() && is_type(type); };
    for (const FunctionCode& f : code.functions) {
        if (f.arguments.size() > f.arity) return "a function with more claims than arguments";
        if (!std::all_of(f.arguments.begin(), f.arguments.end(), value)) return "a claim of an argument that is no value";
        if (f.result.set() && !value(f.result)) return "a claim of a result that is no value";
        for (std::uint32_t state : f.labels) {
            if (state >= code.states.size() && state != kNoIndex) return "a claim of a label that is not there";
        }
    }
    for (std::uint32_t f : functions_called_from_outside(code)) {
        for (KnownType type : code.functions[f].arguments) {
            if (type != kAnyValue) return "a claim of what is passed from outside";
        }
    }
    return nullptr;
}

class FunctionVerifier final : CodeWalk {
  public:
    using CodeWalk::CodeWalk;

    // Empty: proved.
    std::string run() {
        if (!prepare()) return error_;
        for (std::uint32_t state : function_.labels) {
            if (state == kNoIndex || code_.states[state].x.empty()) continue;
            registers_ = std::max(registers_, code_.states[state].x.back().number + 1u);
        }
        for (const Segment& segment : segments_) {
            if (segment.label == 0) {
                enter();
            } else if (!enter(segment.label)) {
                continue;  // what nothing leads to is not run: after a raise the compiler may leave such code
            }
            if (!walk(segment)) return error_;
        }
        if (!every_loop_counts()) fail("a loop that counts no reductions");
        return error_;
    }

  private:
    const StateClaim* claim(std::uint64_t label) const {
        const bool there = label < function_.labels.size() && function_.labels[label] != kNoIndex;
        return there ? &code_.states[function_.labels[label]] : nullptr;
    }

    // Such a loop could not be stopped. Segments that no other leads to without counting are taken away
    // until none is left, but for those of loops.
    bool every_loop_counts() const {
        std::vector<std::uint32_t> ways(placed_.size());
        const auto each_uncounted = [&](const Segment& segment, auto&& call) {
            if (segment.label != 0 && !claim(segment.label)) return;
            each_successor(segment, [&](std::uint64_t label, bool counted) {
                if (!counted) call(label);
            });
        };
        for (const Segment& s : segments_) each_uncounted(s, [&](std::uint64_t label) { ++ways[label]; });
        std::vector<const Segment*> of_label(placed_.size()), free;
        for (const Segment& s : segments_) {
            of_label[s.label] = &s;
            if (ways[s.label] == 0) free.push_back(&s);
        }
        std::size_t taken = 0;
        for (; !free.empty(); ++taken) {
            const Segment& s = *free.back();
            free.pop_back();
            each_uncounted(s, [&](std::uint64_t label) {
                if (--ways[label] == 0) free.push_back(of_label[label]);
            });
        }
        return taken == segments_.size();
    }

    void enter() {
        state_.reached = true;
        state_.x.assign(registers_, {});
        std::fill_n(state_.x.begin(), function_.arity, kAnyValue);
        std::copy(function_.arguments.begin(), function_.arguments.end(), state_.x.begin());
    }

    // False: it is claimed never to be reached.
    bool enter(std::uint64_t label) {
        const StateClaim* claimed = claim(label);
        if (!claimed) return false;
        state_.reached = true;
        state_.slots = claimed->slots;
        state_.peeking = claimed->peeking;
        state_.heap_words = 0;
        std::fill(state_.x.begin(), state_.x.end(), KnownType{});
        for (const RegisterClaim& r : claimed->x) state_.x[r.number] = r.type;
        state_.y.assign(claimed->slots, {});
        for (const RegisterClaim& r : claimed->y) state_.y[r.number] = r.type;
        return true;
    }

    bool jump(std::uint64_t label, const MachineState& from) override {
        const auto wrong = [&](const std::string& why) {
            return fail("label " + std::to_string(label) + ": " + why);
        };
        const StateClaim* claimed = claim(label);
        if (!claimed) return wrong("nothing is claimed of it");
        if (claimed->slots != from.slots) return wrong("a frame of another size is claimed");
        if (claimed->peeking != from.peeking) return wrong("claimed to be in the middle of a receive, or not to be, and is not so");
        const auto hold = [&](char kind, const std::vector<RegisterClaim>& claims, const std::vector<KnownType>& known) {
            for (const RegisterClaim& r : claims) {
                if (implies(known[r.number], r.type)) continue;
                return wrong(kind + std::to_string(r.number) + " is claimed to be " + type_text(r.type) +
                             ", but is " + type_text(known[r.number]));
            }
            return true;
        };
        return hold('x', claimed->x, from.x) && hold('y', claimed->y, from.y);
    }

    bool pass_arguments(std::uint64_t function) override {
        const FunctionCode& callee = code_.functions[function];
        for (std::size_t i = 0; i < callee.arguments.size(); ++i) {
            if (implies(state_.x[i], callee.arguments[i])) continue;
            return fail("argument " + std::to_string(i + 1) + " is claimed to be " + type_text(callee.arguments[i]) +
                        ", but is " + type_text(state_.x[i]));
        }
        return true;
    }

    KnownType result_of(std::uint64_t function) override { return code_.functions[function].result; }

    bool give_result(KnownType type) override {
        if (implies(type, function_.result)) return true;
        if (!function_.result.set()) return fail("returns, which is claimed never to happen");
        return fail("the result is claimed to be " + type_text(function_.result) + ", but is " + type_text(type));
    }
};

}  // namespace

std::vector<std::uint32_t> functions_called_from_outside(const ModuleCode& code) {
    std::vector<std::uint32_t> all = code.exports;
    for (const LambdaCode& lambda : code.lambdas) all.push_back(lambda.function);
    if (code.entry != kNoIndex) all.push_back(code.entry);
    return all;
}

Result<Unit> verify(const ModuleCode& code, const NativeLookup& natives) {
    VIAL_ASSERT(natives.find, "natives are looked up");
    const std::string module = code.atoms.empty() ? "?" : code.atoms[0];
    const char* wrong_module = wrong_table(code);
    if (!wrong_module) wrong_module = wrong_claims(code);
    if (wrong_module) return Error{"invalid bytecode: " + module + ": " + wrong_module};
    for (std::uint32_t f = 0; f < code.functions.size(); ++f) {
        const std::string wrong = FunctionVerifier(code, f, &natives).run();
        if (wrong.empty()) continue;
        const FunctionCode& function = code.functions[f];
        return Error{"invalid bytecode: " + module + "." + code.atoms[function.name] + "/" +
                     std::to_string(function.arity) + ", " + wrong};
    }
    return Unit{};
}

}  // namespace vial

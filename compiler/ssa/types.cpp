// compiler/ssa/types.cpp: tests whose answer is known.
// Here: known_types(): what instructions and dominating tests say of values; tests that follow.
// Not here: constants (fold.cpp).
// Threads: -
// Holds: a test that the verifier takes as proof for what follows (a pair, a tuple of a width, a map)
//        is dropped only where the same proof stands already on every path: `proved`. What is merely
//        deduced ("a list, and not empty") may drop other tests and tests that must fail.
#include <optional>

#include "compiler/ssa/dominators.h"
#include "compiler/ssa/passes.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"

namespace vial::ssa {
namespace {

using Mask = std::uint16_t;
constexpr Mask kInteger = 1, kFloat = 2, kTrue = 4, kFalse = 8, kOtherAtom = 16, kNil = 32, kCons = 64,
               kTuple = 128, kMap = 256, kBits = 512, kFun = 1024, kPid = 2048, kPort = 4096,
               kReference = 8192, kAny = 0x3fff;
constexpr Mask kBoolean = kTrue | kFalse;
constexpr Mask kAtom = kBoolean | kOtherAtom;
constexpr Mask kNumber = kInteger | kFloat;

enum class Proof : std::uint8_t { None, Cons, Tuple, TupleOf, Map };
struct Fact {
    Mask mask = kAny;
    Proof proof = Proof::None;
    std::uint32_t arity = 0;
};

Mask mask_of(Term t) {
    if (t.is_small() || is_bignum(t)) return kInteger;
    if (t == atoms::true_) return kTrue;
    if (t == atoms::false_) return kFalse;
    if (t.is_atom()) return kOtherAtom;
    if (t.is_nil()) return kNil;
    if (t.is_cons()) return kCons;
    if (is_float(t)) return kFloat;
    if (is_tuple(t)) return kTuple;
    if (is_map(t)) return kMap;
    if (is_bitstring(t)) return kBits;
    return kAny;
}

Mask tested_mask(Opcode op) {
    switch (op) {
        case Opcode::IsInteger: return kInteger;
        case Opcode::IsFloat: return kFloat;
        case Opcode::IsNumber: return kNumber;
        case Opcode::IsAtom: return kAtom;
        case Opcode::IsBoolean: return kBoolean;
        case Opcode::IsBinary:
        case Opcode::IsBitstring: return kBits;
        case Opcode::IsList: return kNil | kCons;
        case Opcode::IsCons: return kCons;
        case Opcode::IsNil: return kNil;
        case Opcode::IsTuple:
        case Opcode::IsTupleOf:
        case Opcode::IsTagged: return kTuple;
        case Opcode::IsMap: return kMap;
        case Opcode::IsFun:
        case Opcode::IsFunOf: return kFun;
        case Opcode::IsPid: return kPid;
        case Opcode::IsPort: return kPort;
        case Opcode::IsReference: return kReference;
        default: return 0;
    }
}
// The test holds for everything in its mask.
bool is_full_test(Opcode op) {
    return op != Opcode::IsBinary && op != Opcode::IsTupleOf && op != Opcode::IsTagged &&
           op != Opcode::IsFunOf;
}
bool gives_proof(Opcode op) {
    return op == Opcode::IsCons || op == Opcode::IsTuple || op == Opcode::IsTupleOf ||
           op == Opcode::IsTagged || op == Opcode::IsMap;
}

Fact result_fact(const Instr& i) {
    switch (i.op) {
        case Opcode::Cons: return {kCons, Proof::Cons, 0};
        case Opcode::Tuple:
            return {kTuple, Proof::TupleOf, static_cast<std::uint32_t>(i.args.size())};
        case Opcode::MapNew:
        case Opcode::MapPut:
        case Opcode::MapUpdate: return {kMap, Proof::Map, 0};
        case Opcode::MakeFun: return {kFun};
        case Opcode::Compare:
        case Opcode::Not: return {kBoolean};
        case Opcode::Self: return {kPid};
        case Opcode::Add:
        case Opcode::Subtract:
        case Opcode::Multiply:
        case Opcode::Negate: return {kNumber};
        case Opcode::Divide: return {kFloat};
        case Opcode::IntDivide:
        case Opcode::Remainder:
        case Opcode::BitAnd:
        case Opcode::BitOr:
        case Opcode::BitXor:
        case Opcode::BitNot:
        case Opcode::ShiftLeft:
        case Opcode::ShiftRight:
        case Opcode::BinInteger:
        case Opcode::BinUtf8:
        case Opcode::BinUtf16:
        case Opcode::BinUtf32: return {kInteger};
        case Opcode::BinFloat: return {kFloat};
        case Opcode::BinBits:
        case Opcode::BinRest:
        case Opcode::BinMake:
        case Opcode::BinAppend: return {kBits};
        case Opcode::BuildTrace: return {kNil | kCons};
        default: return {};
    }
}

class KnownTypes {
  public:
    explicit KnownTypes(Function& f) : f_(f), dominators_(f), facts_(f.value_count) {}

    bool run() {
        for (const auto& b : f_.blocks) {
            for (const auto& i : b.instrs) {
                if (i.result != kNoValue) facts_[i.result] = result_fact(i);
            }
            if (b.last.result != kNoValue) facts_[b.last.result] = result_fact(b.last);
            if (b.is_handler) facts_[b.params[0]].mask = kOtherAtom;
        }
        walk();
        return changed_;
    }

  private:
    struct Undo {
        ValueId value;
        Fact before;
    };
    struct Visit {
        BlockId block;
        std::size_t next;
        std::size_t undo;
    };

    void walk() {
        std::vector<Visit> stack;
        const auto enter = [&](BlockId b) {
            stack.push_back({b, 0, undo_.size()});
            learn_from_pred(b);
            look_at(f_.blocks[b]);
        };
        enter(0);
        while (!stack.empty()) {
            Visit& top = stack.back();
            const auto& children = dominators_.children[top.block];
            if (top.next < children.size()) {
                enter(children[top.next++]);
                continue;
            }
            while (undo_.size() > top.undo) {
                facts_[undo_.back().value] = undo_.back().before;
                undo_.pop_back();
            }
            stack.pop_back();
        }
    }

    void set(ValueId v, const Fact& fact) {
        undo_.push_back({v, facts_[v]});
        facts_[v] = fact;
    }

    // A block with one way in knows what its predecessor's end has shown.
    void learn_from_pred(BlockId b) {
        if (dominators_.preds[b].size() != 1 || f_.blocks[b].is_handler) return;
        const Block& p = f_.blocks[dominators_.preds[b][0]];
        const Instr& last = p.last;
        if (last.args.empty() || !last.args[0].is_value()) return;
        const ValueId v = last.args[0].value;
        Fact fact = facts_[v];
        if (last.op == Opcode::SelectArity || last.op == Opcode::SelectValue) {
            for (std::size_t i = 1; i < p.succ.size(); ++i) {
                if (p.succ[i].block != b) continue;
                if (last.op == Opcode::SelectArity) {
                    fact = {kTuple, Proof::TupleOf, last.extra[i - 1]};
                } else {
                    fact.mask &= mask_of(last.args[i].term);
                }
            }
            set(v, fact);
            return;
        }
        if (p.succ.size() != 2 || !is_test(last.op)) return;
        const bool yes = p.succ[0].block == b;
        if (last.op == Opcode::IsEqExact || last.op == Opcode::IsNeExact) {
            if (!last.args[1].is_constant()) return;
            const Mask m = mask_of(last.args[1].term);
            if (yes == (last.op == Opcode::IsEqExact)) {
                fact.mask &= m;
            } else if (m == kTrue || m == kFalse || m == kNil) {
                fact.mask &= static_cast<Mask>(~m);
            }
            set(v, fact);
            return;
        }
        const Mask m = tested_mask(last.op);
        if (m == 0) return;
        if (!yes) {
            if (is_full_test(last.op)) fact.mask &= static_cast<Mask>(~m);
            set(v, fact);
            return;
        }
        fact.mask &= m;
        switch (last.op) {
            case Opcode::IsCons: fact.proof = Proof::Cons; break;
            case Opcode::IsMap: fact.proof = Proof::Map; break;
            case Opcode::IsTuple:
                if (fact.proof != Proof::TupleOf) fact.proof = Proof::Tuple;
                break;
            case Opcode::IsTupleOf:
            case Opcode::IsTagged:
                fact.proof = Proof::TupleOf;
                fact.arity = last.index;
                break;
            default: break;
        }
        set(v, fact);
    }

    void look_at(Block& b) {
        const auto taken = known(b.last);
        if (!taken) return;
        const Edge edge = b.succ[*taken];
        b.succ = {edge};
        b.last = Instr{.op = Opcode::Jump, .place = b.last.place};
        changed_ = true;
    }

    std::optional<std::size_t> known(const Instr& last) {
        if (last.args.empty() || !last.args[0].is_value()) return std::nullopt;
        const Fact& fact = facts_[last.args[0].value];
        if (last.op == Opcode::IsEqExact || last.op == Opcode::IsNeExact) {
            const std::size_t equal = last.op == Opcode::IsEqExact ? 0 : 1;
            if (last.args[1].is_value()) {
                if ((fact.mask & facts_[last.args[1].value].mask) == 0) return 1 - equal;
                return std::nullopt;
            }
            const Mask m = mask_of(last.args[1].term);
            if ((fact.mask & m) == 0) return 1 - equal;
            const bool single = m == kTrue || m == kFalse || m == kNil;
            if (single && fact.mask == m) return equal;
            return std::nullopt;
        }
        const Mask m = tested_mask(last.op);
        if (m == 0) return std::nullopt;
        if ((fact.mask & m) == 0) return 1;
        switch (last.op) {
            case Opcode::IsCons: return holds(fact.proof == Proof::Cons);
            case Opcode::IsMap: return holds(fact.proof == Proof::Map);
            case Opcode::IsTuple:
                return holds(fact.proof == Proof::Tuple || fact.proof == Proof::TupleOf);
            case Opcode::IsTupleOf:
                if (fact.proof != Proof::TupleOf) return std::nullopt;
                return fact.arity == last.index ? 0 : 1;
            default: break;
        }
        if (gives_proof(last.op) || !is_full_test(last.op)) return std::nullopt;
        return holds((fact.mask & static_cast<Mask>(~m)) == 0);
    }
    static std::optional<std::size_t> holds(bool known_true) {
        if (known_true) return 0;
        return std::nullopt;
    }

    Function& f_;
    Dominators dominators_;
    std::vector<Fact> facts_;
    std::vector<Undo> undo_;
    bool changed_ = false;
};

}  // namespace

bool known_types(Function& f) { return KnownTypes(f).run(); }

}  // namespace vial::ssa

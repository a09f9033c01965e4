// compiler/emit/claims.cpp: types of registers at labels.
// Here: claim_types(): a walk over the finished code, repeated until nothing changes.
// Not here: the verifier, which checks every claim (vm/code/verify).
// Threads: -
// Holds: only what an instruction proves by itself is claimed, and only of types that some other
//        instruction asks for: pairs, tuples, maps, contexts, marks, traces. What a collection may have
//        left behind in a register that is not live is forgotten.
#include <algorithm>

#include "compiler/emit/builder.h"
#include "compiler/emit/shapes.h"

namespace vial::emit {
namespace {

struct Known {
    std::uint64_t reg;  // number << 1, lowest bit: Y
    ClaimedType type;
    std::uint32_t arity = 0;
    bool exact = false;
    bool operator==(const Known&) const = default;
};
using State = std::vector<Known>;  // ascending by register

std::uint64_t key(const Operand& o) {
    return o.value << 1 | (o.kind == Operand::Kind::Y ? 1 : 0);
}
bool is_register(const Operand& o) { return o.kind == Operand::Kind::X || o.kind == Operand::Kind::Y; }

class Claims {
  public:
    Claims(FunctionCode& code, const ModuleCode& module) : code_(code), module_(module) {}

    void run() {
        at_label_.resize(code_.claims.size());
        reached_.resize(code_.claims.size());
        for (int round = 0; round < 50; ++round) {
            changed_ = false;
            walk();
            if (!changed_) break;
        }
        for (std::size_t l = 0; l < at_label_.size(); ++l) {
            for (const Known& k : at_label_[l]) {
                const Operand reg = (k.reg & 1) != 0 ? Operand::y(k.reg >> 1) : Operand::x(k.reg >> 1);
                code_.claims[l].push_back({reg, k.type, k.arity, k.exact});
            }
        }
    }

  private:
    void walk() {
        state_.clear();
        bool open = true;
        for (const auto& i : code_.instructions) {
            if (i.opcode == Opcode::Label) {
                const auto l = i.operands[0].value;
                if (open) flow(l, state_);
                state_ = at_label_[l];
                open = reached_[l];
                continue;
            }
            if (open) step(i);
            if (ssa::effects_of(i.opcode) & op_effect::Ends) open = false;
        }
    }

    // --- states -----------------------------------------------------------------------------------
    const Known* find(const Operand& o) const {
        if (!is_register(o)) return nullptr;
        const auto at = std::lower_bound(state_.begin(), state_.end(), key(o),
                                         [](const Known& k, std::uint64_t r) { return k.reg < r; });
        return at != state_.end() && at->reg == key(o) ? &*at : nullptr;
    }
    void forget(State& s, const Operand& o) {
        if (!is_register(o)) return;
        std::erase_if(s, [r = key(o)](const Known& k) { return k.reg == r; });
    }
    void learn(State& s, const Operand& o, ClaimedType type, std::uint64_t arity = 0, bool exact = false) {
        if (!is_register(o)) return;
        forget(s, o);
        const Known k{key(o), type, static_cast<std::uint32_t>(arity), exact};
        s.insert(std::lower_bound(s.begin(), s.end(), k.reg,
                                  [](const Known& e, std::uint64_t r) { return e.reg < r; }),
                 k);
    }
    static bool meet(const Known& a, const Known& b, Known& out) {
        out = a;
        if (a == b) return true;
        if (a.type != b.type || a.type != ClaimedType::Tuple) return a.type == b.type;
        out.exact = a.exact && b.exact && a.arity == b.arity;
        out.arity = std::min(a.arity, b.arity);
        return true;
    }
    void flow(std::uint64_t label, const State& from) {
        if (label == 0) return;
        State& to = at_label_[label];
        if (!reached_[label]) {
            reached_[label] = changed_ = true;
            to = from;
            return;
        }
        State both;
        auto a = to.begin();
        auto b = from.begin();
        while (a != to.end() && b != from.end()) {
            if (a->reg < b->reg) {
                ++a;
                continue;
            }
            if (b->reg < a->reg) {
                ++b;
                continue;
            }
            Known k;
            if (meet(*a++, *b++, k)) both.push_back(k);
        }
        if (both == to) return;
        to = std::move(both);
        changed_ = true;
    }

    // --- instructions -----------------------------------------------------------------------------
    void step(const Instruction& i) {
        const auto& o = i.operands;
        const auto effects = ssa::effects_of(i.opcode);
        const Shape& shape = shape_of(i.opcode);
        if (i.descriptor != kNoIndex) descriptor(i, effects);
        if (i.opcode == Opcode::SelectValue || i.opcode == Opcode::SelectArity) {
            select(i);
            return;
        }
        if (i.opcode == Opcode::Move || i.opcode == Opcode::Swap) {
            move(i);
            return;
        }
        if (shape.label >= 0) flow(o[shape.label].value, state_);
        if (i.opcode == Opcode::ReceiveUntil) state_.clear();
        Known source{};
        const Known* from = i.opcode == Opcode::UpdateTuple ? find(o[1]) : nullptr;
        if (from != nullptr) source = *from;
        each_written(i, [this](const Operand& to) { forget(state_, to); });
        learn_result(i, source, from != nullptr);
    }

    void learn_result(const Instruction& i, const Known& source, bool has_source) {
        const auto& o = i.operands;
        switch (i.opcode) {
            case Opcode::Cons: learn(state_, o[0], ClaimedType::Cons); return;
            case Opcode::Tuple: learn(state_, o[0], ClaimedType::Tuple, o[1].value, true); return;
            case Opcode::UpdateTuple:
                if (has_source) learn(state_, o[0], source.type, source.arity, source.exact);
                return;
            case Opcode::MapNew: learn(state_, o[0], ClaimedType::Map); return;
            case Opcode::MapPut:
            case Opcode::MapUpdate: learn(state_, o[1], ClaimedType::Map); return;
            case Opcode::IsCons: refine(o[1], ClaimedType::Cons); return;
            case Opcode::IsMap: refine(o[1], ClaimedType::Map); return;
            case Opcode::IsTuple: refine(o[1], ClaimedType::Tuple); return;
            case Opcode::IsTupleOf:
            case Opcode::IsTagged: learn(state_, o[1], ClaimedType::Tuple, o[2].value, true); return;
            // What is equal to something of another type is not reached; nothing is claimed of it.
            case Opcode::IsEqExact:
                forget(state_, o[1]);
                forget(state_, o[2]);
                return;
            case Opcode::BinStart: learn(state_, o[1], ClaimedType::MatchContext); return;
            case Opcode::MarkReserve: learn(state_, o[0], ClaimedType::Mark); return;
            default: break;
        }
        // Other tests speak of other types.
        if (i.opcode >= Opcode::IsInteger && i.opcode <= Opcode::IsReference) forget(state_, o[1]);
    }
    // A test that says no more than is known leaves what is known.
    void refine(const Operand& o, ClaimedType type) {
        const Known* k = find(o);
        if (k == nullptr || k->type != type) learn(state_, o, type);
    }

    void move(const Instruction& i) {
        const Operand& to = i.operands[0];
        const Operand& from = i.operands[1];
        const Known* a = find(to);
        const Known* b = find(from);
        const Known at_to = a != nullptr ? *a : Known{};
        const Known at_from = b != nullptr ? *b : Known{};
        const bool had_to = a != nullptr, had_from = b != nullptr;
        forget(state_, to);
        if (had_from) learn(state_, to, at_from.type, at_from.arity, at_from.exact);
        if (i.opcode != Opcode::Swap) return;
        forget(state_, from);
        if (had_to) learn(state_, from, at_to.type, at_to.arity, at_to.exact);
    }

    void select(const Instruction& i) {
        const auto& o = i.operands;
        flow(o[1].value, state_);
        for (std::size_t k = 3; k + 1 < o.size(); k += 2) {
            if (i.opcode == Opcode::SelectArity) {
                State with = state_;
                learn(with, o[0], ClaimedType::Tuple, o[k].value, true);
                flow(o[k + 1].value, with);
            } else {
                flow(o[k + 1].value, state_);
            }
        }
    }

    void descriptor(const Instruction& i, std::uint16_t effects) {
        const CodeDescriptor& d = module_.descriptors[i.descriptor];
        if (d.handler != 0) {
            State at_handler;
            for (const Known& k : state_) {
                const bool live = std::binary_search(d.live_y.begin(), d.live_y.end(), k.reg >> 1);
                if ((k.reg & 1) != 0 && live) at_handler.push_back(k);
            }
            learn(at_handler, Operand::x(2), ClaimedType::Trace);
            flow(d.handler, at_handler);
        }
        if ((effects & (op_effect::Collects | op_effect::Call | op_effect::Yields)) == 0) return;
        const bool call = (effects & op_effect::Call) != 0;
        std::erase_if(state_, [&](const Known& k) {
            const auto& live = (k.reg & 1) != 0 ? d.live_y : d.live_x;
            if ((k.reg & 1) == 0 && call) return true;
            return !std::binary_search(live.begin(), live.end(), k.reg >> 1);
        });
    }

    FunctionCode& code_;
    const ModuleCode& module_;
    std::vector<State> at_label_;
    std::vector<bool> reached_;
    State state_;
    bool changed_ = false;
};

}  // namespace

void claim_types(FunctionCode& code, const ModuleCode& module) { Claims(code, module).run(); }

}  // namespace vial::emit

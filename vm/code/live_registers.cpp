// vm/code/live_registers.cpp: which registers are read after a label.
// Here: a walk from a function's end to its start, repeated until nothing changes.
// Not here: types (infer_claims.cpp).
// Threads: any; reads only.
// Holds: sets only grow, so the repetition ends.
#include "vm/code/live_registers.h"

#include <algorithm>

#include "vm/code/walk_internal.h"

namespace vial {

namespace {

bool join(std::vector<bool>& to, const std::vector<bool>& from) {
    bool grown = false;
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (to[i] || !from[i]) continue;
        to[i] = grown = true;
    }
    return grown;
}

class Liveness {
  public:
    Liveness(const ModuleCode& code, const FunctionCode& function, std::size_t labels,
             std::uint32_t registers, std::uint32_t slots)
        : code_(code), function_(function), live_(none(registers, slots)), at_label_(labels, live_) {}

    std::vector<LiveRegisters> run() {
        do {
            changed_ = false;
            const auto& all = function_.instructions;
            for (auto in = all.rbegin(); in != all.rend(); ++in) step(*in);
        } while (changed_);
        return std::move(at_label_);
    }

  private:
    static LiveRegisters none(std::uint32_t registers, std::uint32_t slots) {
        return {std::vector<bool>(registers), std::vector<bool>(slots)};
    }
    void set(const Operand& o, bool live) {
        if (o.kind == Operand::Kind::X && o.value < live_.x.size()) live_.x[o.value] = live;
        if (o.kind == Operand::Kind::Y && o.value < live_.y.size()) live_.y[o.value] = live;
    }
    void join_label(std::uint64_t label) {
        join(live_.x, at_label_[label].x);
        join(live_.y, at_label_[label].y);
    }
    template <class F>
    static void each_operand(const Instruction& in, F&& call) {
        const OpcodeShape& shape = opcode_shape(in.opcode);
        for (std::size_t i = 0; i < shape.count; ++i) {
            call(shape.kinds[i], in.operands[i]);
            if (shape.kinds[i] != ShapeKind::List) continue;
            const ListPattern& pattern = list_pattern(in.opcode);
            for (std::size_t k = 0; k < in.operands[i].value; ++k) {
                call(pattern.kinds[k % pattern.period], in.operands[i + 1 + k]);
            }
        }
    }

    void step(const Instruction& in) {
        if (in.opcode == Opcode::Label) return at_label(in.operands[0].value);
        const std::uint16_t effects = opcode_info(in.opcode).effects;
        if (effects & op_effect::Ends) live_ = none(live_.x.size(), live_.y.size());
        if (effects & op_effect::Call) std::fill(live_.x.begin(), live_.x.end(), false);
        each_operand(in, [&](ShapeKind kind, const Operand& o) {
            if (kind == ShapeKind::Destination) set(o, false);
        });
        each_operand(in, [&](ShapeKind kind, const Operand& o) {
            if (kind == ShapeKind::Source) set(o, true);
            if (kind == ShapeKind::Label && o.value) join_label(o.value);
        });
        if (in.opcode == Opcode::Swap) {
            for (const Operand& o : in.operands) set(o, true);
        }
        for (std::uint64_t i = 0; i < argument_count(code_, function_, in) && i < live_.x.size(); ++i) live_.x[i] = true;
        if (has_descriptor(effects)) described(code_.descriptors[in.descriptor]);
    }

    void at_label(std::uint64_t label) {
        LiveRegisters& there = at_label_[label];
        if (join(there.x, live_.x)) changed_ = true;
        if (join(there.y, live_.y)) changed_ = true;
        live_ = there;
    }

    void described(const CodeDescriptor& d) {
        if (d.handler) join(live_.y, at_label_[d.handler].y);
        for (std::uint16_t i : d.live_x) set(Operand::x(i), true);
        for (std::uint16_t i : d.live_y) set(Operand::y(i), true);
    }

    const ModuleCode& code_;
    const FunctionCode& function_;
    LiveRegisters live_;
    std::vector<LiveRegisters> at_label_;
    bool changed_ = false;
};

}  // namespace

std::vector<LiveRegisters> live_at_labels(const ModuleCode& code, const FunctionCode& function,
                                          std::size_t labels, std::uint32_t registers, std::uint32_t slots) {
    return Liveness(code, function, labels, registers, slots).run();
}

}  // namespace vial

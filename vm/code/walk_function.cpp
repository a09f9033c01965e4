// vm/code/walk_function.cpp: shape and flow of one function.
// Here: operands within bounds, descriptors, where control goes from an instruction.
// Not here: what single instructions ask for (walk_ops.cpp).
// Threads: one at a time.
// Holds: check_shapes() comes first; what follows indexes without looking.
#include <algorithm>

#include "vm/code/walk_internal.h"

namespace vial {

using OperandKind = Operand::Kind;

bool CodeWalk::fail(std::string_view why) {
    if (error_.empty()) error_ = why;
    return false;
}

bool CodeWalk::prepare() {
    if (function_.arity > 255 || function_.free > function_.arity) return fail("more than 255 arguments");
    if (function_.instructions.empty()) return fail("no instructions");
    if (check_shapes()) return true;
    error_ = "instruction " + std::to_string(at_) + ": " + error_;
    return false;
}

bool CodeWalk::walk(const Segment& segment) {
    for (at_ = segment.first; state_.reached; ++at_) {
        const Instruction& in = function_.instructions[at_];
        const bool label = in.opcode == Opcode::Label;
        if (!(label ? jump(in.operands[0].value, state_) : step(in))) {
            error_ = "instruction " + std::to_string(at_) + " (" + std::string(opcode_info(in.opcode).name) +
                     "): " + error_;
            return false;
        }
        if (label || (opcode_info(in.opcode).effects & op_effect::Ends)) return true;
    }
    return true;
}

// --- shape --------------------------------------------------------------------------------------------

bool CodeWalk::check_operand(ShapeKind kind, const Operand& operand) {
    const auto is = [&](OperandKind k) { return operand.kind == k; };
    const bool x = is(OperandKind::X) && operand.value < kMaxX;
    const bool y = is(OperandKind::Y) && operand.value < kMaxSlots;
    switch (kind) {
        case ShapeKind::Destination: return x || y || fail("not a register to write to");
        case ShapeKind::Source:
            if (x || y || is(OperandKind::Nil)) return true;
            if (is(OperandKind::Small) && Term::fits_small(static_cast<std::int64_t>(operand.value))) return true;
            if (is(OperandKind::Atom) && operand.value < code_.atoms.size()) return true;
            if (is(OperandKind::Literal) && operand.value < code_.literals.size()) return true;
            return fail("not a register or constant");
        case ShapeKind::Label:
            return (is(OperandKind::Label) && operand.value < placed_.size() &&
                    (operand.value == 0 || placed_[operand.value])) ||
                   fail("a label that is not in this function");
        case ShapeKind::Unsigned: return is(OperandKind::Unsigned) || fail("not a number");
        case ShapeKind::Lambda:
            return (is(OperandKind::Lambda) && operand.value < code_.lambdas.size()) ||
                   fail("no such lambda");
        case ShapeKind::Function:
            return (is(OperandKind::Function) && operand.value < code_.functions.size()) ||
                   fail("no such function");
        case ShapeKind::Import:
        case ShapeKind::Native:
            return (is(OperandKind::Import) && operand.value < code_.imports.size()) ||
                   fail("no such import");
        case ShapeKind::Literal:
            return (is(OperandKind::Literal) && operand.value < code_.literals.size()) ||
                   fail("no such literal");
        case ShapeKind::List: return is(OperandKind::ListSize) || fail("not a list");
    }
    return false;
}

bool CodeWalk::check_list(const Instruction& in, std::size_t at) {
    const std::uint64_t count = in.operands[at].value;
    if (count != in.operands.size() - at - 1) return fail("a list of another length than told");
    const ListPattern& pattern = list_pattern(in.opcode);
    if (count % pattern.period != 0) return fail("a list that ends in the middle of an item");
    for (std::size_t i = 0; i < count; ++i) {
        if (!check_operand(pattern.kinds[i % pattern.period], in.operands[at + 1 + i])) return false;
    }
    return true;
}

// Label 0 stands for an exception: only where one can be raised.
bool CodeWalk::check_labels(const Instruction& in) {
    const OpcodeShape& shape = opcode_shape(in.opcode);
    const bool raises = (opcode_info(in.opcode).effects & op_effect::Raises) != 0 &&
                        in.opcode != Opcode::ReceiveUntil;
    for (std::size_t i = 0; i < shape.count; ++i) {
        if (shape.kinds[i] == ShapeKind::Label && in.operands[i].value == 0 && !raises) {
            return fail("no label to go to");
        }
    }
    return true;
}

bool CodeWalk::check_descriptor(const Instruction& in) {
    if (!has_descriptor(opcode_info(in.opcode).effects)) return true;
    if (in.descriptor >= code_.descriptors.size()) return fail("no such descriptor");
    const CodeDescriptor& d = code_.descriptors[in.descriptor];
    const auto ascending = [](const std::vector<std::uint16_t>& v) {
        return std::adjacent_find(v.begin(), v.end(), std::greater_equal<>()) == v.end();
    };
    if (!ascending(d.live_x) || !ascending(d.live_y)) return fail("live registers out of order");
    if (!d.live_x.empty() && d.live_x.back() >= kMaxX) return fail("a live register that is not there");
    if (!d.live_y.empty() && d.live_y.back() >= d.slots) return fail("a live slot outside of the frame");
    if (d.handler >= placed_.size() || (d.handler && !placed_[d.handler])) {
        return fail("a handler that is not in this function");
    }
    if (d.file >= code_.files.size() && d.file != 0) return fail("no such file");
    return true;
}

bool CodeWalk::check_shapes() {
    std::uint64_t top = 0;
    for (const Instruction& in : function_.instructions) {
        if (in.opcode == Opcode::Label && !in.operands.empty()) top = std::max(top, in.operands[0].value);
    }
    if (top >= kMaxLabels) return fail("too many labels");
    placed_.assign(top + 1, false);
    segments_.push_back({0, 0});
    for (std::size_t i = 0; i < function_.instructions.size(); ++i) {
        const Instruction& in = function_.instructions[i];
        if (in.opcode != Opcode::Label || in.operands.empty()) continue;
        const std::uint64_t label = in.operands[0].value;
        if (label == 0 || placed_[label]) return fail("a label that stands twice, or label 0");
        placed_[label] = true;
        segments_.push_back({i + 1, label});
    }
    std::uint32_t registers = std::max<std::uint32_t>(function_.arity, 3);
    for (at_ = 0; at_ < function_.instructions.size(); ++at_) {
        const Instruction& in = function_.instructions[at_];
        if (opcode_info(in.opcode).name.empty()) return fail("no such opcode");
        const OpcodeShape& shape = opcode_shape(in.opcode);
        if (in.operands.size() < shape.count) return fail("operands are missing");
        for (std::size_t i = 0; i < shape.count; ++i) {
            if (!check_operand(shape.kinds[i], in.operands[i])) return false;
            if (shape.kinds[i] == ShapeKind::List && !check_list(in, i)) return false;
        }
        if (!check_labels(in)) return false;
        const bool list = shape.count && shape.kinds[shape.count - 1] == ShapeKind::List;
        if (!list && in.operands.size() != shape.count) return fail("too many operands");
        if (!check_descriptor(in)) return false;
        for (const Operand& o : in.operands) {
            if (o.kind == OperandKind::X) registers = std::max<std::uint32_t>(registers, static_cast<std::uint32_t>(o.value) + 1);
        }
    }
    if (!(opcode_info(function_.instructions.back().opcode).effects & op_effect::Ends)) {
        at_ = function_.instructions.size() - 1;
        return fail("the function goes on behind its end");
    }
    registers_ = registers;
    return true;
}

// --- flow ---------------------------------------------------------------------------------------------

// What a collection that the descriptor tells of leaves in registers.
static void keep_live(std::vector<KnownType>& registers, std::span<const std::uint16_t> live) {
    auto next = live.begin();
    for (std::size_t i = 0; i < registers.size(); ++i) {
        if (next != live.end() && *next == i) {
            ++next;
        } else {
            registers[i] = {};
        }
    }
}

bool CodeWalk::jump_to_handler(const CodeDescriptor& d) {
    if (d.handler == 0) return true;
    MachineState caught = state_;
    caught.peeking = false;
    keep_live(caught.x, {});
    keep_live(caught.y, d.live_y);
    caught.x[0] = {type_bit::Atom};
    caught.x[1] = caught.x[2] = kAnyValue;
    return jump(d.handler, caught);
}

// What the descriptor says holds; what it does not name is lost.
bool CodeWalk::describe(const Instruction& in) {
    const CodeDescriptor& d = code_.descriptors[in.descriptor];
    if (d.slots != state_.slots) return fail("the descriptor has another frame size");
    for (std::uint16_t i : d.live_x) {
        if (i >= state_.x.size() || !state_.x[i].set()) return fail("a live register that is not set");
    }
    for (std::uint16_t i : d.live_y) {
        if (!state_.y[i].set()) return fail("a live slot that is not set");
    }
    if (!jump_to_handler(d)) return false;
    const bool call = (opcode_info(in.opcode).effects & op_effect::Call) != 0;
    keep_live(state_.x, call ? std::span<const std::uint16_t>{} : d.live_x);
    keep_live(state_.y, d.live_y);
    state_.heap_words = 0;
    return true;
}

// Jumps of this instruction, taken before it writes.
bool CodeWalk::jumps(const Instruction& in) {
    const bool waits = in.opcode == Opcode::ReceiveWait || in.opcode == Opcode::ReceiveUntil;
    if (waits) keep_live(state_.x, {});
    const OpcodeShape& shape = opcode_shape(in.opcode);
    for (std::size_t i = 0; i < shape.count; ++i) {
        if (shape.kinds[i] != ShapeKind::Label || in.operands[i].value == 0) continue;
        const Operand* source = in.opcode == Opcode::BinStart ? &in.operands[2] : nullptr;
        if (!source || (source->kind != OperandKind::X && source->kind != OperandKind::Y)) {
            if (!jump(in.operands[i].value, state_)) return false;
            continue;
        }
        // A context always starts: what does not is a value.
        KnownType& type = state_.reg(*source);
        const KnownType kept = type;
        type.bits &= type_bit::Any;
        if (type.set() && !jump(in.operands[i].value, state_)) return false;
        type = kept;
    }
    return true;
}

// Types of results read their sources first.
bool CodeWalk::write_results(const Instruction& in) {
    const OpcodeShape& shape = opcode_shape(in.opcode);
    KnownType types[std::extent_v<decltype(OpcodeShape::kinds)>];
    for (std::size_t i = 0; i < shape.count; ++i) {
        if (shape.kinds[i] == ShapeKind::Destination) types[i] = result_type(in, i);
    }
    const auto write = [&](const Operand& operand, KnownType type) {
        if (operand.kind == OperandKind::Y && operand.value >= state_.y.size()) {
            return fail("a slot outside of the frame");
        }
        state_.reg(operand) = type;
        return true;
    };
    for (std::size_t i = 0; i < shape.count; ++i) {
        if (shape.kinds[i] == ShapeKind::Destination && !write(in.operands[i], types[i])) return false;
    }
    if (in.opcode != Opcode::MapGetMany) return true;
    for (std::size_t i = 4; i < in.operands.size(); i += 2) {
        if (!write(in.operands[i], kAnyValue)) return false;
    }
    return true;
}

bool CodeWalk::step(const Instruction& in) {
    if (!check_sources(in) || !requirements(in) || !check_receive(in)) return false;
    if (has_descriptor(opcode_info(in.opcode).effects) && !describe(in)) return false;
    if (in.opcode == Opcode::SelectValue || in.opcode == Opcode::SelectArity) return select(in);
    if (!jumps(in) || !effects(in)) return false;
    narrow(in);
    return write_results(in);
}

// A message that is looked at stays where it is because nothing else happens meanwhile.
bool CodeWalk::check_receive(const Instruction& in) {
    const std::uint16_t effects = opcode_info(in.opcode).effects;
    if (in.opcode == Opcode::ReceiveTake || in.opcode == Opcode::ReceiveNext) {
        if (!state_.peeking) return fail("no message is looked at");
        state_.peeking = false;
        return true;
    }
    if (!state_.peeking) return true;
    const bool leaves = (effects & (op_effect::Call | op_effect::Yields)) != 0 ||
                        in.opcode == Opcode::Return || in.opcode == Opcode::ReceivePeek;
    const bool caught = !in.operands.empty() && in.operands[0].kind == OperandKind::Label &&
                        in.operands[0].value != 0;
    const bool raises = (effects & op_effect::Raises) != 0 && !caught;
    return !(leaves || raises) || fail("leaves in the middle of a receive");
}

// --- registers ------------------------------------------------------------------------------------------

KnownType CodeWalk::read(const Operand& o) const {
    switch (o.kind) {
        case OperandKind::X: return o.value < state_.x.size() ? state_.x[o.value] : KnownType{};
        case OperandKind::Y: return o.value < state_.y.size() ? state_.y[o.value] : KnownType{};
        case OperandKind::Small: return {type_bit::Small};
        case OperandKind::Nil: return {type_bit::Nil};
        case OperandKind::Atom: {
            const std::string& text = code_.atoms[o.value];
            return {text == "true" || text == "false" ? type_bit::Boolean : type_bit::Atom};
        }
        case OperandKind::Literal: return type_of_literal(code_.literals[o.value]);
        default: return {};
    }
}

bool CodeWalk::need(const Operand& o, std::uint32_t allowed, std::string_view what) {
    if (read(o).within(allowed)) return true;
    return fail(std::string("not proved to be ") + std::string(what));
}

}  // namespace vial

// vm/code/verify_function.cpp: shape and flow of one function.
// Here: operands within bounds, descriptors, states at labels.
// Not here: what single instructions ask for (verify_ops.cpp).
// Threads: one at a time.
// Holds: check_shapes() comes first; what follows indexes without looking.
#include <algorithm>

#include "vm/code/verify_internal.h"

namespace vial {

using OperandKind = Operand::Kind;

bool FunctionVerifier::fail(std::string_view why) {
    if (error_.empty()) error_ = why;
    return false;
}

std::string FunctionVerifier::run() {
    if (function_.arity > 255 || function_.free > function_.arity) return "more than 255 arguments";
    if (function_.instructions.empty()) return "no instructions";
    if (!check_shapes()) {
        return "instruction " + std::to_string(at_) + ": " + error_;
    }
    do {
        changed_ = false;
        if (!walk()) {
            const Opcode opcode = function_.instructions[std::min(at_, function_.instructions.size() - 1)].opcode;
            return "instruction " + std::to_string(at_) + " (" + std::string(opcode_info(opcode).name) +
                   "): " + error_;
        }
    } while (changed_);
    if (!check_claims()) return error_;
    return {};
}

// --- shape --------------------------------------------------------------------------------------------

bool FunctionVerifier::check_operand(ShapeKind kind, const Operand& operand) {
    const auto is = [&](OperandKind k) { return operand.kind == k; };
    const bool x = is(OperandKind::X) && operand.value < kMaxX;
    const bool y = is(OperandKind::Y) && operand.value < 0xffff;
    switch (kind) {
        case ShapeKind::Destination: return x || y || fail("not a register to write to");
        case ShapeKind::Source:
            if (x || y || is(OperandKind::Nil)) return true;
            if (is(OperandKind::Small) && Term::fits_small(static_cast<std::int64_t>(operand.value))) return true;
            if (is(OperandKind::Atom) && operand.value < code_.atoms.size()) return true;
            if (is(OperandKind::Literal) && operand.value < code_.literals.size()) return true;
            return fail("not a register or constant");
        case ShapeKind::Label:
            return (is(OperandKind::Label) && operand.value < labels_.size() &&
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

bool FunctionVerifier::check_list(const Instruction& in, std::size_t at) {
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
bool FunctionVerifier::check_labels(const Instruction& in) {
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

bool FunctionVerifier::check_descriptor(const Instruction& in) {
    if (!has_descriptor(opcode_info(in.opcode).effects)) return true;
    if (in.descriptor >= code_.descriptors.size()) return fail("no such descriptor");
    const CodeDescriptor& d = code_.descriptors[in.descriptor];
    const auto ascending = [](const std::vector<std::uint16_t>& v) {
        return std::adjacent_find(v.begin(), v.end(), std::greater_equal<>()) == v.end();
    };
    if (!ascending(d.live_x) || !ascending(d.live_y)) return fail("live registers out of order");
    if (!d.live_x.empty() && d.live_x.back() >= kMaxX) return fail("a live register that is not there");
    if (!d.live_y.empty() && d.live_y.back() >= d.slots) return fail("a live slot outside of the frame");
    if (d.handler >= labels_.size() || (d.handler && !placed_[d.handler])) {
        return fail("a handler that is not in this function");
    }
    if (d.file >= code_.files.size() && d.file != 0) return fail("no such file");
    return true;
}

bool FunctionVerifier::check_shapes() {
    std::uint64_t top = 0;
    for (const Instruction& in : function_.instructions) {
        if (in.opcode == Opcode::Label && !in.operands.empty()) top = std::max(top, in.operands[0].value);
    }
    if (top >= kMaxLabels) return fail("too many labels");
    labels_.assign(std::max<std::size_t>(top + 1, function_.claims.size()), {});
    placed_.assign(labels_.size(), false);
    for (const Instruction& in : function_.instructions) {
        if (in.opcode != Opcode::Label || in.operands.empty()) continue;
        const std::uint64_t label = in.operands[0].value;
        if (label == 0 || placed_[label]) return fail("a label that stands twice, or label 0");
        placed_[label] = true;
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

bool FunctionVerifier::walk() {
    state_ = MachineState{};
    state_.x.assign(registers_, {});
    for (std::uint32_t i = 0; i < function_.arity; ++i) state_.x[i] = kAnyValue;
    state_.reached = true;
    for (at_ = 0; at_ < function_.instructions.size(); ++at_) {
        const Instruction& in = function_.instructions[at_];
        if (in.opcode == Opcode::Label) {
            at_label(in.operands[0].value);
            continue;
        }
        // What nothing leads to is not run: after a raise the compiler may leave such code.
        if (!state_.reached) continue;
        if (!step(in)) return false;
        if (opcode_info(in.opcode).effects & op_effect::Ends) state_.reached = false;
    }
    return true;
}

void FunctionVerifier::at_label(std::uint64_t label) {
    state_.heap_words = 0;
    if (state_.reached) jump(label, state_);
    if (error_.empty()) state_ = labels_[label];
}

bool FunctionVerifier::jump(std::uint64_t label, const MachineState& from) {
    MachineState& to = labels_[label];
    if (!to.reached) {
        to = from;
        to.heap_words = 0;
        changed_ = true;
        return true;
    }
    if (to.peeking != from.peeking) return fail("two ways to a label, one in the middle of a receive");
    if (to.slots != from.slots) return fail("two ways to a label with frames of different size");
    for (std::size_t i = 0; i < to.x.size(); ++i) {
        const KnownType both = merge(to.x[i], from.x[i]);
        if (both == to.x[i]) continue;
        to.x[i] = both;
        changed_ = true;
    }
    for (std::size_t i = 0; i < to.y.size(); ++i) {
        const KnownType both = merge(to.y[i], from.y[i]);
        if (both == to.y[i]) continue;
        to.y[i] = both;
        changed_ = true;
    }
    return true;
}

void FunctionVerifier::keep_live(MachineState& state, const CodeDescriptor& d, bool registers) {
    std::vector<KnownType> x(state.x.size()), y(state.y.size());
    if (registers) {
        for (std::uint16_t i : d.live_x) {
            if (i < x.size()) x[i] = state.x[i];
        }
    }
    for (std::uint16_t i : d.live_y) {
        if (i < y.size()) y[i] = state.y[i];
    }
    state.x = std::move(x);
    state.y = std::move(y);
    state.heap_words = 0;
}

// The state in which the handler is entered from here.
bool FunctionVerifier::jump_to_handler(const Instruction& in) {
    const CodeDescriptor& d = code_.descriptors[in.descriptor];
    if (d.handler == 0) return true;
    MachineState caught = state_;
    caught.peeking = false;
    keep_live(caught, d, false);
    caught.x[0] = {type_bit::Atom};
    caught.x[1] = caught.x[2] = kAnyValue;
    return jump(d.handler, caught);
}

bool FunctionVerifier::step(const Instruction& in) {
    const std::uint16_t effects = opcode_info(in.opcode).effects;
    if (!check_sources(in) || !requirements(in) || !check_receive(in)) return false;
    const bool described = has_descriptor(effects);
    MachineState before = state_;
    if (described) {
        const CodeDescriptor& d = code_.descriptors[in.descriptor];
        if (d.slots != state_.slots) return fail("the descriptor has another frame size");
        for (std::uint16_t i : d.live_x) {
            if (i >= state_.x.size() || !state_.x[i].set()) return fail("a live register that is not set");
        }
        for (std::uint16_t i : d.live_y) {
            if (!state_.y[i].set()) return fail("a live slot that is not set");
        }
        if (!jump_to_handler(in)) return false;
        keep_live(before, d, (effects & op_effect::Call) == 0);
        state_ = before;
    }
    // Jumps of this instruction, taken before it writes.
    const OpcodeShape& shape = opcode_shape(in.opcode);
    if (in.opcode == Opcode::SelectValue || in.opcode == Opcode::SelectArity) return select(in);
    const bool waits = in.opcode == Opcode::ReceiveWait || in.opcode == Opcode::ReceiveUntil;
    if (waits) std::fill(state_.x.begin(), state_.x.end(), KnownType{});
    for (std::size_t i = 0; i < shape.count; ++i) {
        if (shape.kinds[i] != ShapeKind::Label || in.operands[i].value == 0) continue;
        if (in.opcode == Opcode::BinStart) {
            // A context always starts: what does not is a value.
            MachineState failed = state_;
            auto& registers = in.operands[2].kind == OperandKind::X ? failed.x : failed.y;
            const bool is_register = in.operands[2].kind == OperandKind::X || in.operands[2].kind == OperandKind::Y;
            if (is_register) registers[in.operands[2].value].bits &= type_bit::Any;
            const bool possible = !is_register || registers[in.operands[2].value].set();
            if (possible && !jump(in.operands[i].value, failed)) return false;
            continue;
        }
        if (!jump(in.operands[i].value, state_)) return false;
    }
    if (!frames(in)) return false;
    if (in.opcode == Opcode::ReceivePeek) state_.peeking = true;
    narrow(in);
    // Types of results read their sources first.
    std::vector<std::pair<Operand, KnownType>> written;
    for (std::size_t i = 0; i < shape.count; ++i) {
        if (shape.kinds[i] == ShapeKind::Destination) written.push_back({in.operands[i], result_type(in, i)});
    }
    if (in.opcode == Opcode::MapGetMany) {
        for (std::size_t i = 4; i < in.operands.size(); i += 2) written.push_back({in.operands[i], kAnyValue});
    }
    for (const auto& [operand, type] : written) {
        if (operand.kind == OperandKind::Y && operand.value >= state_.y.size()) {
            return fail("a slot outside of the frame");
        }
        write(operand, type);
    }
    return true;
}

// A message that is looked at stays where it is because nothing else happens meanwhile.
bool FunctionVerifier::check_receive(const Instruction& in) {
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

bool FunctionVerifier::check_claims() {
    for (std::size_t label = 0; label < function_.claims.size(); ++label) {
        const MachineState& state = labels_[label];
        if (!state.reached) continue;
        for (const TypeClaim& claim : function_.claims[label]) {
            const auto& registers = claim.reg.kind == OperandKind::Y ? state.y : state.x;
            const bool there = (claim.reg.kind == OperandKind::X || claim.reg.kind == OperandKind::Y) &&
                               claim.reg.value < registers.size();
            if (there && implies(registers[claim.reg.value], claim)) continue;
            return fail("label " + std::to_string(label) + ": a claimed type that does not hold");
        }
    }
    return true;
}

// --- registers ------------------------------------------------------------------------------------------

KnownType FunctionVerifier::read(const Operand& o) const {
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

void FunctionVerifier::write(const Operand& o, KnownType type) {
    (o.kind == OperandKind::X ? state_.x : state_.y)[o.value] = type;
}

bool FunctionVerifier::need(const Operand& o, std::uint32_t allowed, std::string_view what) {
    if (read(o).within(allowed)) return true;
    return fail(std::string("not proved to be ") + std::string(what));
}

}  // namespace vial

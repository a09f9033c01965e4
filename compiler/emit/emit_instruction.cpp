// compiler/emit/emit_instruction.cpp: single instructions with their operands and descriptors.
// Here: operands in the table's order, calls, heap reservation, descriptors.
// Not here: blocks and edges (emit_function.cpp).
// Threads: -
// Holds: a descriptor names what is live before the instruction (what it reads included, it may
//        collect first); for calls, what is live after.
#include <algorithm>

#include "compiler/emit/emit_function.h"
#include "vm/term/boxed.h"

namespace vial::emit {

using ssa::kNoBlock;
using ssa::kNoValue;

namespace {

// After these nothing is left of what TestHeap has reserved: wherever a process can stop or raise.
bool ends_reservation(Opcode op) {
    const auto effects = ssa::effects_of(op);
    return has_descriptor(effects) || (effects & op_effect::Yields) != 0;
}

bool is_call(Opcode op) { return (ssa::effects_of(op) & op_effect::Call) != 0; }

}  // namespace

// --- descriptors ----------------------------------------------------------------------------------
void Emitter::add_live(CodeDescriptor& d, ValueId v, bool frame) const {
    if (in_y(v, frame)) {
        d.live_y.push_back(static_cast<std::uint16_t>(plan_.y[v]));
    } else if (plan_.x[v] != kNoRegister) {
        d.live_x.push_back(static_cast<std::uint16_t>(plan_.x[v]));
    }
}

std::uint32_t Emitter::finish(CodeDescriptor d) {
    for (auto* list : {&d.live_x, &d.live_y}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return builder_.descriptor(std::move(d));
}

CodeDescriptor Emitter::descriptor_here(const Instr& i) {
    CodeDescriptor d;
    d.slots = static_cast<std::uint16_t>(frame_ ? slots() : 0);
    d.line = i.place.line;
    d.file = i.place.file;
    for (const auto v : live_.items()) add_live(d, v, frame_);
    const BlockId handler = f_.blocks[current_].handler;
    if (handler != kNoBlock && ssa::may_raise(i)) {
        d.handler = static_cast<std::uint32_t>(label_of(handler));
        for (const auto v : plan_.blocks[handler].live_in) add_live(d, v, frame_);
    }
    return d;
}

// --- heap -----------------------------------------------------------------------------------------
std::uint32_t Emitter::heap_words(const Instr& i) {
    switch (i.op) {
        case Opcode::Cons: return kConsWords;
        case Opcode::Tuple: return static_cast<std::uint32_t>(tuple_words(i.args.size()));
        case Opcode::MakeFun: return static_cast<std::uint32_t>(fun_words(i.args.size()));
        default: return 0;
    }
}

// Room for this instruction and for all that follow before the next one that may collect.
void Emitter::reserve_heap(const Block& block, std::size_t at) {
    const std::uint32_t words = heap_words(block.instrs[at]);
    if (words <= reserved_) {
        reserved_ -= words;
        return;
    }
    std::uint32_t sum = 0;
    for (std::size_t i = at; i < block.instrs.size(); ++i) {
        if (i > at && i == plan_.blocks[current_].allocate_at) break;
        if (ends_reservation(block.instrs[i].op)) break;
        sum += heap_words(block.instrs[i]);
    }
    out(Opcode::TestHeap, {Operand::u(sum)}, describe(block.instrs[at]));
    reserved_ = sum - words;
}

// --- calls ----------------------------------------------------------------------------------------
void Emitter::set_arguments(const Instr& i) {
    ParallelMoves moves;
    for (std::size_t a = 0; a < i.args.size(); ++a) add_move(moves, Operand::x(a), operand(i.args[a]));
    moves.write(code_.instructions);
}

// `after`: the first death that is not this instruction's.
void Emitter::call(const Instr& i, std::size_t after) {
    set_arguments(i);
    const auto& deaths = plan_.blocks[current_].deaths;
    const std::size_t own = i.args.size();
    CodeDescriptor d;
    if (i.op == Opcode::Send) {
        d = descriptor_here(i);
        d.live_x.push_back(0);
        d.live_x.push_back(1);
    } else {
        for (std::size_t k = next_death_; k < after; ++k) live_.remove(deaths[k].value);
        d = descriptor_here(i);
        d.live_x.clear();
    }
    const std::uint32_t descriptor = finish(std::move(d));
    switch (i.op) {
        case Opcode::Call: out(i.op, {{Operand::Kind::Function, i.index}}, descriptor); break;
        case Opcode::CallExt: out(i.op, {{Operand::Kind::Import, i.index}}, descriptor); break;
        case Opcode::CallFun: out(i.op, {Operand::u(own - 1)}, descriptor); break;
        case Opcode::Apply: out(i.op, {Operand::u(own - 2)}, descriptor); break;
        default: out(i.op, {}, descriptor); break;
    }
    if (!used_[i.result]) return;
    ParallelMoves moves;
    moves.add(place(i.result, frame_), Operand::x(0));
    moves.write(code_.instructions);
}

// --- one instruction --------------------------------------------------------------------------------
bool Emitter::fuse_head_tail(const Block& block, std::size_t at) {
    const Instr& i = block.instrs[at];
    if (i.op != Opcode::Head || at + 1 >= block.instrs.size()) return false;
    const Instr& tail = block.instrs[at + 1];
    if (tail.op != Opcode::Tail || !(tail.args[0] == i.args[0])) return false;
    if (at + 1 == plan_.blocks[current_].allocate_at) return false;
    const Operand list = operand(i.args[0]);
    out(Opcode::HeadTail, {place(i.result, frame_), place(tail.result, frame_), list});
    return true;
}

void Emitter::instruction(BlockId b, std::size_t at) {
    const Block& block = f_.blocks[b];
    const Instr& i = block.instrs[at];
    const auto& deaths = plan_.blocks[b].deaths;
    const std::uint16_t effects = ssa::effects_of(i.op);
    std::size_t after = next_death_;
    while (after < deaths.size() && deaths[after].at == at) ++after;
    const auto finish_step = [&] {
        if (i.result != kNoValue) live_.add(i.result);
        for (; next_death_ < after; ++next_death_) live_.remove(deaths[next_death_].value);
    };
    if (skip_next_) {
        skip_next_ = false;
        finish_step();
        return;
    }
    if (heap_words(i) != 0) reserve_heap(block, at);
    if (is_call(i.op) || i.op == Opcode::Send) {
        call(i, after);
    } else if (fuse_head_tail(block, at)) {
        skip_next_ = true;
    } else {
        write(i, 0, has_descriptor(effects) ? describe(i) : kNoIndex);
    }
    if (ends_reservation(i.op)) reserved_ = 0;
    finish_step();
}

void Emitter::write(const Instr& i, std::uint64_t fail, std::uint32_t descriptor) {
    std::vector<Operand> o;
    const auto label = [&] { o.push_back(Operand::label(fail)); };
    const auto result = [&] { o.push_back(place(i.result, frame_)); };
    const auto all = [&](std::size_t from) {
        for (std::size_t a = from; a < i.args.size(); ++a) o.push_back(operand(i.args[a]));
    };
    const auto list = [&](std::size_t count) { o.push_back({Operand::Kind::ListSize, count}); };
    const auto number = [&](std::uint64_t n) { o.push_back(Operand::u(n)); };
    const auto segments = [&](std::size_t from) {
        list(i.extra.size() / 3 * 5);
        for (std::size_t s = 0; s * 3 < i.extra.size(); ++s) {
            for (std::size_t k = 0; k < 3; ++k) number(i.extra[s * 3 + k]);
            o.push_back(operand(i.args[from + s * 2]));
            o.push_back(operand(i.args[from + s * 2 + 1]));
        }
    };
    switch (i.op) {
        case Opcode::MakeFun:
            result();
            o.push_back({Operand::Kind::Lambda, i.index});
            list(i.args.size());
            all(0);
            break;
        case Opcode::Tuple:
        case Opcode::MapNew:
            result();
            list(i.args.size());
            all(0);
            break;
        case Opcode::UpdateTuple:
            result();
            o.push_back(operand(i.args[0]));
            list(i.extra.size() * 2);
            for (std::size_t k = 0; k < i.extra.size(); ++k) {
                number(i.extra[k]);
                o.push_back(operand(i.args[k + 1]));
            }
            break;
        case Opcode::Element:
            result();
            all(0);
            number(i.index);
            break;
        case Opcode::Compare:
            result();
            number(i.index);
            all(0);
            break;
        case Opcode::Cons:
        case Opcode::Head:
        case Opcode::Tail:
        case Opcode::Self:
        case Opcode::BinSave:
        case Opcode::BuildTrace:
        case Opcode::MarkReserve:
            result();
            all(0);
            break;
        case Opcode::IsTupleOf:
            label();
            all(0);
            number(i.index);
            break;
        case Opcode::IsTagged:
            label();
            o.push_back(operand(i.args[0]));
            number(i.index);
            all(1);
            break;
        case Opcode::Native0:
        case Opcode::Native1:
        case Opcode::Native2:
        case Opcode::Native3:
            label();
            result();
            o.push_back({Operand::Kind::Import, i.index});
            all(0);
            break;
        case Opcode::MapPut:
        case Opcode::MapUpdate:
            label();
            result();
            o.push_back(operand(i.args[0]));
            list(i.args.size() - 1);
            all(1);
            break;
        case Opcode::BinInteger:
        case Opcode::BinFloat:
            label();
            result();
            all(0);
            number(i.index);
            number(i.extra[0]);
            break;
        case Opcode::BinBits:
        case Opcode::BinRest:
            label();
            result();
            all(0);
            number(i.index);
            break;
        case Opcode::BinUtf16:
        case Opcode::BinUtf32:
            label();
            result();
            all(0);
            number(i.extra[0]);
            break;
        case Opcode::BinSkip:
        case Opcode::BinUnit:
            label();
            all(0);
            number(i.index);
            break;
        case Opcode::BinString:
            label();
            o.push_back(operand(i.args[0]));
            o.push_back(Operand::literal(builder_.literal(i.args[1].term)));
            break;
        case Opcode::BinMake:
            label();
            result();
            segments(0);
            break;
        case Opcode::BinAppend:
            label();
            result();
            o.push_back(operand(i.args[0]));
            number(i.index);
            segments(1);
            break;
        case Opcode::ReceivePeek:
        case Opcode::ReceiveUntil:
            label();
            if (i.result != kNoValue) result();
            all(0);
            break;
        default:
            // label first where there is one, then result, then arguments
            if (ssa::is_test(i.op) || i.result != kNoValue || i.op == Opcode::BinEnd) label();
            if (i.result != kNoValue) result();
            all(0);
            break;
    }
    out(i.op, std::move(o), descriptor);
}

}  // namespace vial::emit

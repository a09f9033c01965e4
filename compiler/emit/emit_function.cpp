// compiler/emit/emit_function.cpp: a function's blocks in order, edges between them, its frame.
// Here: emit_function(), blocks, ends of blocks, labels, moves on edges.
// Not here: single instructions (emit_instruction.cpp).
// Threads: -
// Holds: what an edge has to do (make the frame, move arguments to parameters) stands before the jump;
//        for an edge of a test, in a trampoline after the function's last block.
#include "compiler/emit/emit_function.h"

#include "compiler/emit/shapes.h"

namespace vial::emit {

using ssa::kNoBlock;
using ssa::kNoValue;

namespace {

bool is_raise(Opcode op) {
    return op >= Opcode::RaiseMatch && op <= Opcode::Reraise;
}
// Label instructions name a block until labels are known to be used.
constexpr std::uint64_t kBlockMark = std::uint64_t{1} << 40;

// The test that holds where `op` does not, or `op` itself if there is none.
Opcode inverse(Opcode op) {
    switch (op) {
        case Opcode::IsEqExact: return Opcode::IsNeExact;
        case Opcode::IsNeExact: return Opcode::IsEqExact;
        case Opcode::IsEq: return Opcode::IsNe;
        case Opcode::IsNe: return Opcode::IsEq;
        case Opcode::IsLt: return Opcode::IsGe;
        case Opcode::IsGe: return Opcode::IsLt;
        default: return op;
    }
}

}  // namespace

FunctionCode emit_function(const Function& f, ModuleBuilder& builder) {
    return Emitter(f, builder).run();
}

FunctionCode Emitter::run() {
    code_.name = builder_.atom(f_.name);
    code_.arity = f_.arity;
    code_.line = f_.place.line;
    code_.file = f_.place.file;
    code_.free = f_.free;
    labels_.assign(f_.blocks.size(), 0);
    used_.assign(f_.value_count, false);
    for (const BlockId b : plan_.order) {
        ssa::each_arg(const_cast<Block&>(f_.blocks[b]), [this](const Arg& a) {
            if (a.is_value()) used_[a.value] = true;
        });
    }
    // What only raises is rare: it goes behind the rest.
    std::vector<BlockId> order, rare;
    for (const BlockId b : plan_.order) {
        (b != 0 && is_raise(f_.blocks[b].last.op) ? rare : order).push_back(b);
    }
    order.insert(order.end(), rare.begin(), rare.end());
    plan_.order = std::move(order);
    for (std::size_t i = 0; i < plan_.order.size(); ++i) block(i);
    write_trampolines();
    drop_unused_labels();
    return std::move(code_);
}

std::uint64_t Emitter::label_of(BlockId b) {
    if (labels_[b] == 0) labels_[b] = ++last_label_;
    return labels_[b];
}

void Emitter::drop_unused_labels() {
    auto& list = code_.instructions;
    std::size_t to = 0;
    for (auto& i : list) {
        if (i.opcode == Opcode::Label && i.operands[0].value >= kBlockMark) {
            const std::uint64_t label = labels_[i.operands[0].value - kBlockMark];
            if (label == 0) continue;
            i.operands[0].value = label;
        }
        if (&list[to] != &i) list[to] = std::move(i);
        ++to;
    }
    list.resize(to);
}

// --- blocks -------------------------------------------------------------------------------------
void Emitter::block(std::size_t at) {
    const BlockId b = plan_.order[at];
    const BlockId next = at + 1 < plan_.order.size() ? plan_.order[at + 1] : kNoBlock;
    enter(b);
    const Block& block = f_.blocks[b];
    const BlockPlan& p = plan_.blocks[b];
    const auto make_frame = [&] {
        ParallelMoves moves;
        allocate_frame({}, moves, live_.items());
        moves.write(code_.instructions);
        frame_ = true;
    };
    for (std::size_t i = 0; i < block.instrs.size(); ++i) {
        if (i == p.allocate_at) make_frame();
        instruction(b, i);
    }
    if (p.allocate_at == block.instrs.size()) make_frame();
    end(b, next);
}

void Emitter::enter(BlockId b) {
    const Block& block = f_.blocks[b];
    out(Opcode::Label, {Operand::u(kBlockMark + b)});
    current_ = b;
    next_death_ = 0;
    reserved_ = 0;
    skip_next_ = false;
    frame_ = plan_.blocks[b].frame_in;
    live_.clear();
    for (const auto v : plan_.blocks[b].live_in) live_.add(v);
    ParallelMoves moves;
    const auto arrive = [&](const std::vector<ValueId>& params) {
        for (std::size_t i = 0; i < params.size(); ++i) {
            if (!used_[params[i]]) continue;
            live_.add(params[i]);
            moves.add(place(params[i], frame_), Operand::x(i));
        }
    };
    if (b == 0) arrive(f_.params);
    if (block.is_handler) {
        arrive(block.params);
    } else {
        for (const auto v : block.params) live_.add(v);
    }
    moves.write(code_.instructions);
}

// Allocate, and moves that bring what needs Y there. `live`: what lives on.
void Emitter::allocate_frame(const std::vector<std::uint16_t>& extra_x, ParallelMoves& moves,
                             const std::vector<ValueId>& live) {
    CodeDescriptor d;
    d.live_x = extra_x;
    for (const auto v : live) {
        add_live(d, v, false);
        if (plan_.needs_y[v]) moves.add(place(v, true), place(v, false));
    }
    d.line = f_.place.line;
    d.file = f_.place.file;
    out(Opcode::Allocate, {Operand::u(slots())}, finish(std::move(d)));
    reserved_ = 0;
}

// --- copies -------------------------------------------------------------------------------------
void Emitter::follow_copies() {
    for (; followed_ < code_.instructions.size(); ++followed_) {
        const Instruction& i = code_.instructions[followed_];
        // A collection moves what the slot holds and leaves the register, which is not live, behind; the
        // verifier takes no register over a descriptor that does not name it.
        const std::uint16_t effects = ssa::effects_of(i.opcode);
        const bool forgets = has_descriptor(effects) || (effects & op_effect::Yields) != 0;
        if (i.opcode == Opcode::Label || forgets) copies_.clear();
        each_written(i, [this](const Operand& o) {
            std::erase_if(copies_, [&o](const Copy& c) {
                return o.value == (o.kind == Operand::Kind::Y ? c.y : c.x);
            });
        });
        if (i.opcode != Opcode::Move) continue;
        const Operand& to = i.operands[0];
        const Operand& from = i.operands[1];
        if (to.kind == Operand::Kind::Y && from.kind == Operand::Kind::X) {
            copies_.push_back({from.value, to.value});
        } else if (to.kind == Operand::Kind::X && from.kind == Operand::Kind::Y) {
            copies_.push_back({to.value, from.value});
        }
    }
}

void Emitter::add_move(ParallelMoves& moves, Operand to, Operand from) {
    follow_copies();
    if (to.kind == Operand::Kind::X && from.kind == Operand::Kind::Y) {
        for (const Copy& c : copies_) {
            if (c.x == to.value && c.y == from.value) return;
        }
    }
    moves.add(to, from);
}

// --- edges --------------------------------------------------------------------------------------
bool Emitter::edge_is_free(BlockId from, const ssa::Edge& e) {
    if (plan_.blocks[e.block].frame_in && !plan_.blocks[from].frame_out) return false;
    const auto& params = f_.blocks[e.block].params;
    for (std::size_t i = 0; i < params.size(); ++i) {
        const Arg& a = e.args[i];
        if (!a.is_value()) return false;
        const Operand to = place(params[i], plan_.blocks[e.block].frame_in);
        if (!(to == place(a.value, plan_.blocks[from].frame_out))) return false;
    }
    return true;
}

void Emitter::edge_moves(BlockId from, const ssa::Edge& e) {
    const bool frame_before = plan_.blocks[from].frame_out;
    const bool frame_after = plan_.blocks[e.block].frame_in;
    const auto& params = f_.blocks[e.block].params;
    ParallelMoves moves;
    for (std::size_t i = 0; i < params.size(); ++i) {
        const Arg& a = e.args[i];
        add_move(moves, place(params[i], frame_after),
                  a.is_value() ? place(a.value, frame_before) : builder_.constant(a.term));
    }
    if (frame_after && !frame_before) {
        std::vector<std::uint16_t> sources;
        for (const Arg& a : e.args) {
            if (a.is_value()) sources.push_back(static_cast<std::uint16_t>(plan_.x[a.value]));
        }
        allocate_frame(sources, moves, plan_.blocks[e.block].live_in);
    }
    moves.write(code_.instructions);
}

std::uint64_t Emitter::edge_label(BlockId from, const ssa::Edge& e) {
    if (edge_is_free(from, e)) return label_of(e.block);
    trampolines_.push_back({++last_label_, from, &e});
    return last_label_;
}

void Emitter::go(BlockId from, const ssa::Edge& e, BlockId next) {
    edge_moves(from, e);
    if (e.block != next) out(Opcode::Jump, {Operand::label(label_of(e.block))});
}

void Emitter::write_trampolines() {
    for (std::size_t i = 0; i < trampolines_.size(); ++i) {
        const Trampoline t = trampolines_[i];
        out(Opcode::Label, {Operand::u(t.label)});
        go(t.from, *t.edge, kNoBlock);
    }
}

// --- ends ---------------------------------------------------------------------------------------
void Emitter::end(BlockId b, BlockId next) {
    const Block& block = f_.blocks[b];
    const Instr& last = block.last;
    switch (last.op) {
        case Opcode::Jump: go(b, block.succ[0], next); return;
        case Opcode::JumpBack: {
            const ssa::Edge& e = block.succ[0];
            edge_moves(b, e);
            CodeDescriptor d;
            const bool frame = plan_.blocks[e.block].frame_in;
            for (const auto v : plan_.blocks[e.block].live_in) add_live(d, v, frame);
            for (const auto v : f_.blocks[e.block].params) add_live(d, v, frame);
            d.slots = static_cast<std::uint16_t>(frame ? slots() : 0);
            d.line = last.place.line;
            d.file = last.place.file;
            out(Opcode::JumpBack, {Operand::label(label_of(e.block))}, finish(std::move(d)));
            return;
        }
        case Opcode::Return: {
            ParallelMoves moves;
            add_move(moves, Operand::x(0), operand(last.args[0]));
            moves.write(code_.instructions);
            if (frame_) out(Opcode::Deallocate, {Operand::u(slots())});
            out(Opcode::Return, {});
            return;
        }
        case Opcode::TailCall:
        case Opcode::TailCallExt:
        case Opcode::TailCallFun:
        case Opcode::TailApply: end_call(last, last.op); return;
        case Opcode::RaiseFunction: {
            CodeDescriptor d = descriptor_here(last);
            d.live_x.clear();
            for (std::uint16_t i = 0; i < last.args.size(); ++i) d.live_x.push_back(i);
            set_arguments(last);
            out(Opcode::RaiseFunction, {}, finish(std::move(d)));
            return;
        }
        case Opcode::SelectValue:
        case Opcode::SelectArity: end_select(b); return;
        case Opcode::ReceiveNext:
        case Opcode::ReceiveWait:
            out(last.op, {Operand::label(label_of(block.succ[0].block))},
                has_descriptor(ssa::effects_of(last.op)) ? describe(last) : kNoIndex);
            return;
        default: break;
    }
    if (is_raise(last.op)) {
        write(last, 0, describe(last));
    } else {
        end_test(b, next);
    }
}

void Emitter::end_call(const Instr& i, Opcode op) {
    const std::uint64_t drop = frame_ ? slots() : 0;
    CodeDescriptor d = descriptor_here(i);
    d.live_x.clear();
    d.live_y.clear();
    set_arguments(i);
    const bool described = has_descriptor(ssa::effects_of(op));
    const std::uint32_t descriptor = described ? finish(std::move(d)) : kNoIndex;
    const auto own = i.args.size();
    switch (op) {
        case Opcode::TailCall:
            out(op, {{Operand::Kind::Function, i.index}, Operand::u(drop)}, descriptor);
            return;
        case Opcode::TailCallExt:
            out(op, {{Operand::Kind::Import, i.index}, Operand::u(drop)}, descriptor);
            return;
        case Opcode::TailCallFun: out(op, {Operand::u(own - 1), Operand::u(drop)}, descriptor); return;
        default: out(op, {Operand::u(own - 2), Operand::u(drop)}, descriptor); return;
    }
}

void Emitter::end_test(BlockId b, BlockId next) {
    const Block& block = f_.blocks[b];
    const ssa::Edge* yes = &block.succ[0];
    const ssa::Edge* no = &block.succ[1];
    Instr last = block.last;
    const bool invertible = inverse(last.op) != last.op;
    if (invertible && no->block == next && yes->block != next && edge_is_free(b, *yes)) {
        last.op = inverse(last.op);
        std::swap(yes, no);
    }
    const bool described = has_descriptor(ssa::effects_of(last.op));
    const std::uint32_t descriptor = described ? describe(last) : kNoIndex;
    write(last, edge_label(b, *no), descriptor);
    go(b, *yes, next);
}

void Emitter::end_select(BlockId b) {
    const Block& block = f_.blocks[b];
    const Instr& last = block.last;
    const std::size_t choices = block.succ.size() - 1;
    std::vector<Operand> operands{operand(last.args[0]), Operand::label(edge_label(b, block.succ[0])),
                                  {Operand::Kind::ListSize, choices * 2}};
    for (std::size_t i = 0; i < choices; ++i) {
        operands.push_back(last.op == Opcode::SelectArity ? Operand::u(last.extra[i])
                                                          : builder_.constant(last.args[i + 1].term));
        operands.push_back(Operand::label(edge_label(b, block.succ[i + 1])));
    }
    out(last.op, std::move(operands));
}

}  // namespace vial::emit

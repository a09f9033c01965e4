// compiler/ssa/ir.cpp: facts of opcodes and the order of blocks.
// Here: effects from the opcode table, classes of opcodes, reverse postorder.
// Not here: printing (print.cpp).
// Threads: -
// Holds: no recursion: a function may have a hundred thousand blocks.
#include "compiler/ssa/ir.h"

#include <algorithm>
#include <array>

namespace vial::ssa {
namespace {

constexpr std::array<std::uint16_t, 256> make_effects() {
    using namespace op_effect;
    std::array<std::uint16_t, 256> table{};
#define OPCODE(name, number, operands, effects, doc) table[number] = effects;
#include "vm/tables/opcodes.def"
    return table;
}
constexpr auto kEffects = make_effects();

}  // namespace

std::uint16_t effects_of(Opcode op) { return kEffects[static_cast<std::uint8_t>(op)]; }

bool is_droppable(Opcode op) {
    switch (op) {
        case Opcode::MakeFun:
        case Opcode::Cons:
        case Opcode::Tuple:
        case Opcode::UpdateTuple:
        case Opcode::Head:
        case Opcode::Tail:
        case Opcode::Element:
        case Opcode::Compare:
        case Opcode::Self:
        case Opcode::MapNew:
        case Opcode::BinSave:
        case Opcode::BuildTrace: return true;
        default: return false;
    }
}

bool clobbers(Opcode op) {
    switch (op) {
        case Opcode::Call:
        case Opcode::CallExt:
        case Opcode::CallFun:
        case Opcode::Apply:
        case Opcode::ReceiveNext:
        case Opcode::ReceiveWait:
        case Opcode::ReceiveUntil: return true;
        default: return false;
    }
}

bool is_test(Opcode op) {
    const auto n = static_cast<std::uint8_t>(op);
    const auto between = [n](Opcode a, Opcode b) {
        return n >= static_cast<std::uint8_t>(a) && n <= static_cast<std::uint8_t>(b);
    };
    return between(Opcode::IsInteger, Opcode::IsGe) || op == Opcode::MapHas;
}

BlockId active_handler(const Function& f, BlockId b) {
    const Block& block = f.blocks[b];
    if (block.handler == kNoBlock) return kNoBlock;
    if (may_raise(block.last)) return block.handler;
    for (const auto& i : block.instrs) {
        if (may_raise(i)) return block.handler;
    }
    return kNoBlock;
}

std::vector<BlockId> reverse_postorder(const Function& f) {
    struct Visit {
        BlockId block;
        std::size_t next;
        BlockId handler;
    };
    std::vector<BlockId> order;
    std::vector<bool> seen(f.blocks.size());
    std::vector<Visit> stack{{0, 0, active_handler(f, 0)}};
    seen[0] = true;
    while (!stack.empty()) {
        auto& top = stack.back();
        const Block& b = f.blocks[top.block];
        const std::size_t count = b.succ.size() + (top.handler != kNoBlock ? 1 : 0);
        if (top.next == count) {
            order.push_back(top.block);
            stack.pop_back();
            continue;
        }
        // The first successor is visited last, so that it comes right after its block.
        const std::size_t i = count - 1 - top.next++;
        const BlockId to = i < b.succ.size() ? b.succ[i].block : top.handler;
        if (!seen[to]) {
            seen[to] = true;
            stack.push_back({to, 0, active_handler(f, to)});
        }
    }
    std::reverse(order.begin(), order.end());
    return order;
}

}  // namespace vial::ssa

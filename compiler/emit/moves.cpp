// compiler/emit/moves.cpp: ordering moves.
// Here: ParallelMoves::write().
// Not here: -
// Threads: -
// Holds: constants are loaded last: nothing waits for them.
#include "compiler/emit/moves.h"

#include <algorithm>
#include <unordered_map>

namespace vial::emit {
namespace {

bool is_register(const Operand& o) { return o.kind == Operand::Kind::X || o.kind == Operand::Kind::Y; }
std::uint64_t key(const Operand& o) {
    return o.value << 1 | (o.kind == Operand::Kind::Y ? 1 : 0);
}

}  // namespace

void ParallelMoves::write(std::vector<Instruction>& out) {
    std::vector<Move> constants;
    std::vector<Move> pending;
    for (const Move& m : moves_) (is_register(m.from) ? pending : constants).push_back(m);
    std::unordered_map<std::uint64_t, std::uint32_t> readers;
    for (const Move& m : pending) ++readers[key(m.from)];
    while (!pending.empty()) {
        const auto ready = std::find_if(pending.begin(), pending.end(),
                                        [&](const Move& m) { return readers[key(m.to)] == 0; });
        if (ready != pending.end()) {
            out.push_back({Opcode::Move, {ready->to, ready->from}});
            --readers[key(ready->from)];
            *ready = pending.back();
            pending.pop_back();
            continue;
        }
        // Only cycles are left: exchange, and let the others read from the new places.
        const Move m = pending.back();
        pending.pop_back();
        out.push_back({Opcode::Swap, {m.to, m.from}});
        --readers[key(m.from)];
        for (Move& other : pending) {
            --readers[key(other.from)];
            if (other.from == m.to) {
                other.from = m.from;
            } else if (other.from == m.from) {
                other.from = m.to;
            }
            ++readers[key(other.from)];
        }
        std::erase_if(pending, [&](const Move& other) {
            if (!(other.to == other.from)) return false;
            --readers[key(other.from)];
            return true;
        });
    }
    for (const Move& m : constants) out.push_back({Opcode::Move, {m.to, m.from}});
    moves_.clear();
}

}  // namespace vial::emit

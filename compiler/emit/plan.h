// compiler/emit/plan.h: what is decided about a function before its code is written.
// Here: order of blocks, liveness, where the frame is made, the register of each value.
// Not here: writing instructions (emit_function.cpp).
// Threads: -
// Holds: a value that lives across something that leaves X undefined, or into a handler, has a Y slot
//        (`needs_y`). Where there is no frame yet it stands in an X register as well; the place that
//        makes the frame moves it. Once made, a frame stays until the function is left, so "with a
//        frame" is closed under going on. No two values that live at once share a place.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ssa/ir.h"

namespace vial::emit {

using ssa::Arg;
using ssa::Block;
using ssa::BlockId;
using ssa::Function;
using ssa::Instr;
using ssa::ValueId;

constexpr std::uint32_t kNoRegister = 0xffffffff;
constexpr std::uint32_t kMaxX = 1000;  // of 1,024: some stay free for arguments of calls

// A set over 0..n-1 with constant-time change and iteration.
class SparseSet {
  public:
    explicit SparseSet(std::size_t n) : at_(n, 0) {}
    bool has(std::uint32_t v) const { return at_[v] < list_.size() && list_[at_[v]] == v; }
    void add(std::uint32_t v) {
        if (has(v)) return;
        at_[v] = static_cast<std::uint32_t>(list_.size());
        list_.push_back(v);
    }
    void remove(std::uint32_t v) {
        if (!has(v)) return;
        const std::uint32_t last = list_.back();
        list_[at_[v]] = last;
        at_[last] = at_[v];
        list_.pop_back();
    }
    void clear() { list_.clear(); }
    const std::vector<std::uint32_t>& items() const { return list_; }

  private:
    std::vector<std::uint32_t> list_;
    std::vector<std::uint32_t> at_;
};

struct Death {
    std::uint32_t at;  // instruction; instrs.size(): the end of the block
    ValueId value;
};

struct BlockPlan {
    std::vector<ValueId> live_in;  // without parameters
    std::vector<Death> deaths;     // ascending by instruction; those at the end left out
    bool frame_in = false;
    bool frame_out = false;
    // Instruction before which the frame is made, if it is made inside the block.
    std::uint32_t allocate_at = kNoRegister;
};

struct Plan {
    std::vector<BlockId> order;
    std::vector<BlockPlan> blocks;
    std::vector<std::vector<BlockId>> preds;
    std::vector<bool> needs_y;
    std::vector<bool> low_x_taken;       // lives across a Send: not in X0, X1
    std::vector<std::uint32_t> x;        // of each value, or kNoRegister
    std::vector<std::uint32_t> y;
    std::uint32_t slots = 0;
};

void plan_liveness(const Function& f, Plan& plan);
void plan_frame(const Function& f, Plan& plan);
// False when X registers do not suffice; then `needs_y` has grown and frame and registers are
// to be planned again.
bool plan_registers(const Function& f, Plan& plan);
Plan make_plan(const Function& f);

}  // namespace vial::emit

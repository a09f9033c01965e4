// compiler/emit/frame.cpp: where the frame is made.
// Here: plan_frame().
// Not here: registers.
// Threads: -
// Holds: as late as may be, so that paths that call nothing have none (the base case of a
//        recursion); from there on the frame stays.
#include "compiler/emit/plan.h"

namespace vial::emit {

using ssa::kNoBlock;

namespace {

// The instruction of the block before which there must be a frame, or kNoRegister.
std::uint32_t first_need(const Function& f, const Plan& plan, BlockId b) {
    const Block& block = f.blocks[b];
    if (ssa::active_handler(f, b) != kNoBlock) return 0;
    // At the block's start, not at the call: what is computed for it then finds the registers of the
    // arguments free.
    for (const auto& i : block.instrs) {
        if (ssa::effects_of(i.op) & op_effect::Call) return 0;
    }
    if (!ssa::clobbers(block.last.op)) return kNoRegister;
    for (const auto& e : block.succ) {
        if (!plan.blocks[e.block].live_in.empty()) {
            return static_cast<std::uint32_t>(block.instrs.size());
        }
    }
    return kNoRegister;
}

// Values that do not fit X and are not of a kind that needs Y by itself: a frame from the start.
bool forced(const Function& f, const Plan& plan) {
    return f.value_count > kMaxX && plan.slots == kNoRegister;
}

}  // namespace

void plan_frame(const Function& f, Plan& plan) {
    std::vector<std::uint32_t> need(f.blocks.size(), kNoRegister);
    std::vector<BlockId> work;
    for (const BlockId b : plan.order) {
        BlockPlan& p = plan.blocks[b];
        p.frame_in = p.frame_out = false;
        p.allocate_at = kNoRegister;
        need[b] = b == 0 && forced(f, plan) ? 0 : first_need(f, plan, b);
        if (need[b] == kNoRegister) continue;
        p.frame_out = true;
        work.push_back(b);
    }
    while (!work.empty()) {
        const BlockId b = work.back();
        work.pop_back();
        const auto reach = [&](BlockId to) {
            BlockPlan& p = plan.blocks[to];
            if (p.frame_in) return;
            p.frame_in = true;
            if (p.frame_out) return;
            p.frame_out = true;
            work.push_back(to);
        };
        for (const auto& e : f.blocks[b].succ) reach(e.block);
        const BlockId handler = ssa::active_handler(f, b);
        if (handler != kNoBlock) reach(handler);
    }
    for (const BlockId b : plan.order) {
        if (!plan.blocks[b].frame_in) plan.blocks[b].allocate_at = need[b];
    }
}

Plan make_plan(const Function& f) {
    Plan plan;
    plan.order = ssa::reverse_postorder(f);
    plan.blocks.resize(f.blocks.size());
    plan_liveness(f, plan);
    plan_frame(f, plan);
    while (!plan_registers(f, plan)) {
        plan.slots = kNoRegister;
        plan_frame(f, plan);
    }
    return plan;
}

}  // namespace vial::emit

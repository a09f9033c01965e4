// compiler/emit/emit_function.h: the state of emitting one function.
// Here: Emitter, whose methods stand in emit_function.cpp and emit_instruction.cpp.
// Not here: what was planned (plan.h), the module's tables (builder.h).
// Threads: -
// Holds: `live_` is what is live before the instruction at hand; it follows the plan's deaths.
#pragma once

#include "compiler/emit/builder.h"
#include "compiler/emit/moves.h"
#include "compiler/emit/plan.h"

namespace vial::emit {

class Emitter {
  public:
    Emitter(const Function& f, ModuleBuilder& builder)
        : f_(f), builder_(builder), plan_(make_plan(f)), live_(f.value_count) {}
    FunctionCode run();

  private:
    // --- emit_function.cpp: blocks, edges, frames -------------------------------------------------
    void block(std::size_t at);
    void enter(BlockId b);
    void end(BlockId b, BlockId next);
    void end_test(BlockId b, BlockId next);
    void end_select(BlockId b);
    void end_call(const Instr& i, Opcode op);
    void go(BlockId from, const ssa::Edge& e, BlockId next);
    void edge_moves(BlockId from, const ssa::Edge& e);
    bool edge_is_free(BlockId from, const ssa::Edge& e);
    std::uint64_t edge_label(BlockId from, const ssa::Edge& e);
    void allocate_frame(const std::vector<std::uint16_t>& extra_x, ParallelMoves& moves,
                        const std::vector<ValueId>& live);
    void write_trampolines();
    void drop_unused_labels();
    std::uint64_t label_of(BlockId b);
    std::uint32_t slots() const { return plan_.slots == 0 ? 1 : plan_.slots; }

    // --- emit_instruction.cpp -----------------------------------------------------------------------
    void instruction(BlockId b, std::size_t at);
    void call(const Instr& i, std::size_t after);
    void reserve_heap(const Block& block, std::size_t at);
    static std::uint32_t heap_words(const Instr& i);
    void set_arguments(const Instr& i);
    // The operands of an instruction as the table wants them; `fail` for those that have a label.
    void write(const Instr& i, std::uint64_t fail, std::uint32_t descriptor);
    bool fuse_head_tail(const Block& block, std::size_t at);

    // --- places ---------------------------------------------------------------------------------------
    bool in_y(ValueId v, bool frame) const { return frame && plan_.needs_y[v]; }
    Operand place(ValueId v, bool frame) const {
        return in_y(v, frame) ? Operand::y(plan_.y[v]) : Operand::x(plan_.x[v]);
    }
    Operand operand(const Arg& a) {
        return a.is_value() ? place(a.value, frame_) : builder_.constant(a.term);
    }
    CodeDescriptor descriptor_here(const Instr& i);
    void add_live(CodeDescriptor& d, ValueId v, bool frame) const;
    std::uint32_t finish(CodeDescriptor d);
    std::uint32_t describe(const Instr& i) { return finish(descriptor_here(i)); }
    void out(Opcode op, std::vector<Operand> operands, std::uint32_t descriptor = kNoIndex) {
        code_.instructions.push_back({op, std::move(operands), descriptor});
    }

    // --- copies: X registers that still hold what a Y slot holds -----------------------------------
    // Adds a move unless the register holds the value already.
    void add_move(ParallelMoves& moves, Operand to, Operand from);
    void follow_copies();

    struct Trampoline {
        std::uint64_t label;
        BlockId from;
        const ssa::Edge* edge;
    };

    const Function& f_;
    ModuleBuilder& builder_;
    Plan plan_;
    FunctionCode code_;
    SparseSet live_;
    bool frame_ = false;
    BlockId current_ = 0;
    std::size_t next_death_ = 0;
    std::uint32_t reserved_ = 0;  // words of the last TestHeap still free
    bool skip_next_ = false;      // the instruction was emitted together with the one before
    std::vector<std::uint64_t> labels_;  // of each block, 0: none yet
    std::uint64_t last_label_ = 0;
    std::vector<Trampoline> trampolines_;
    std::vector<bool> used_;      // values that somebody reads
    struct Copy {
        std::uint64_t x, y;
    };
    std::vector<Copy> copies_;
    std::size_t followed_ = 0;    // instructions that copies_ takes account of
};

}  // namespace vial::emit

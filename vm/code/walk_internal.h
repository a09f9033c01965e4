// vm/code/walk_internal.h: one pass over a function's instructions, with what is known before each.
// Here: MachineState; CodeWalk, the rules that the verifier and the inference of claims share.
// Not here: what claims are compared with (verify.cpp) or made of (infer_claims.cpp).
// Threads: one at a time.
// Holds: prepare() comes first and proves the shape of every operand; walk() indexes without looking.
//        A segment runs from the entry or a label to where control goes elsewhere, or to the next label.
#pragma once

#include <string>

#include "vm/code/opcode_shape.h"
#include "vm/code/verify.h"

namespace vial {

constexpr std::uint32_t kMaxX = 1024;
constexpr std::uint32_t kMaxSlots = 0xffff;
constexpr std::uint32_t kMaxLabels = 1u << 20;

// How many X registers, from the first, an instruction reads besides its operands: those of a call.
std::uint64_t argument_count(const ModuleCode& code, const FunctionCode& function, const Instruction& in);

// Exported, bodies of funs, the entry: any value may be passed to them.
std::vector<std::uint32_t> functions_called_from_outside(const ModuleCode& code);

struct MachineState {
    std::vector<KnownType> x;
    std::vector<KnownType> y;
    std::uint32_t slots = 0;      // of the frame; 0: none
    std::uint64_t heap_words = 0; // reserved and not used up
    bool reached = false;
    bool peeking = false;         // a receive looks at a message: no call, no yield, no exception

    KnownType& reg(const Operand& o) { return (o.kind == Operand::Kind::X ? x : y)[o.value]; }
};

class CodeWalk {
  public:
    // Without `natives` calls of natives are not looked at.
    CodeWalk(const ModuleCode& code, std::uint32_t function, const NativeLookup* natives)
        : code_(code), index_(function), function_(code.functions[function]), natives_(natives) {}
    virtual ~CodeWalk() = default;

  protected:
    struct Segment {
        std::size_t first;    // instruction, behind the label
        std::uint64_t label;  // 0: the entry
    };
    // Fills segments_, in the order of the code; the entry comes first.
    bool prepare();
    // From what state_ holds.
    bool walk(const Segment& segment);
    // Calls to(label, counted) for each label that the segment may go to; counted: on the way there is an
    // instruction that counts reductions, and at which the process can be stopped.
    template <class F>
    void each_successor(const Segment& segment, F&& to) const;
    bool fail(std::string_view why);

    // --- what verifier and inference do each in its own way -----------------------------------------
    // Control may go to the label in this state.
    virtual bool jump(std::uint64_t label, const MachineState& from) = 0;
    // A local function is called with the arguments that stand in X now.
    virtual bool pass_arguments(std::uint64_t function) = 0;
    // Not set: it does not return.
    virtual KnownType result_of(std::uint64_t function) = 0;
    virtual bool give_result(KnownType type) = 0;

    // walk_function.cpp: shape, labels, flow.
    bool check_shapes();
    bool check_operand(ShapeKind kind, const Operand& operand);
    bool check_list(const Instruction& in, std::size_t at);
    bool check_descriptor(const Instruction& in);
    bool check_labels(const Instruction& in);
    bool check_receive(const Instruction& in);
    bool step(const Instruction& in);
    bool describe(const Instruction& in);
    bool jumps(const Instruction& in);
    bool jump_to_handler(const CodeDescriptor& descriptor);
    bool write_results(const Instruction& in);

    // walk_ops.cpp: what instructions ask for and leave.
    bool check_sources(const Instruction& in);
    bool requirements(const Instruction& in);
    bool effects(const Instruction& in);
    bool bits(const Instruction& in);
    bool call_arguments(std::uint64_t count);
    bool native_call(const Instruction& in);
    bool spend_heap(std::uint64_t words);
    bool leave_function(std::uint64_t slots);
    KnownType result_type(const Instruction& in, std::size_t operand) const;
    void narrow(const Instruction& in);
    bool select(const Instruction& in);

    KnownType read(const Operand& operand) const;
    bool need(const Operand& operand, std::uint32_t allowed, std::string_view what);

    const ModuleCode& code_;
    const std::uint32_t index_;
    const FunctionCode& function_;
    const NativeLookup* natives_;
    std::uint32_t registers_ = 0;  // X registers the function knows of
    MachineState state_;
    std::vector<bool> placed_;     // labels, by number
    std::vector<Segment> segments_;
    std::size_t at_ = 0;
    std::string error_;
};

template <class F>
void CodeWalk::each_successor(const Segment& segment, F&& to) const {
    bool counted = false;
    for (std::size_t i = segment.first;; ++i) {
        const Instruction& in = function_.instructions[i];
        if (in.opcode == Opcode::Label) return to(in.operands[0].value, counted);
        const std::uint16_t effects = opcode_info(in.opcode).effects;
        // What raises may do so before it counts.
        if (has_descriptor(effects) && code_.descriptors[in.descriptor].handler) {
            to(code_.descriptors[in.descriptor].handler, counted);
        }
        if (effects & op_effect::Yields) counted = true;
        for (const Operand& o : in.operands) {
            if (o.kind == Operand::Kind::Label && o.value) to(o.value, counted);
        }
        if (effects & op_effect::Ends) return;
    }
}

}  // namespace vial

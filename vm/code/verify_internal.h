// vm/code/verify_internal.h: the verifier of one function.
// Here: FunctionVerifier.
// Not here: the module's own tables (verify.cpp).
// Threads: one at a time.
// Holds: walk() repeats the function until the states at its labels no longer change; an error ends it.
#pragma once

#include <string>

#include "vm/code/opcode_shape.h"
#include "vm/code/verify.h"
#include "vm/code/verify_types.h"

namespace vial {

constexpr std::uint32_t kMaxX = 1024;
constexpr std::uint32_t kMaxLabels = 1u << 20;

class FunctionVerifier {
  public:
    FunctionVerifier(const ModuleCode& code, const FunctionCode& function, const NativeLookup& natives)
        : code_(code), function_(function), natives_(natives) {}

    // Empty: proved.
    std::string run();

  private:
    // verify_function.cpp: shape, labels, flow.
    bool check_shapes();
    bool check_operand(ShapeKind kind, const Operand& operand);
    bool check_list(const Instruction& in, std::size_t at);
    bool check_descriptor(const Instruction& in);
    bool check_labels(const Instruction& in);
    bool check_receive(const Instruction& in);
    bool walk();
    bool step(const Instruction& in);
    void at_label(std::uint64_t label);
    bool jump(std::uint64_t label, const MachineState& state);
    bool jump_to_handler(const Instruction& in);
    bool check_claims();
    bool fail(std::string_view why);

    // verify_ops.cpp: what instructions ask for and leave.
    bool check_sources(const Instruction& in);
    bool requirements(const Instruction& in);
    bool frames(const Instruction& in);
    bool bits(const Instruction& in);
    bool call_arguments(std::uint64_t count);
    bool native_call(const Instruction& in);
    bool spend_heap(std::uint64_t words);
    bool leave_function(std::uint64_t slots);
    KnownType result_type(const Instruction& in, std::size_t operand) const;
    void narrow(const Instruction& in);
    bool select(const Instruction& in);

    // Registers.
    KnownType read(const Operand& operand) const;
    void write(const Operand& operand, KnownType type);
    bool need(const Operand& operand, std::uint32_t allowed, std::string_view what);
    // What a collection described by the instruction leaves.
    static void keep_live(MachineState& state, const CodeDescriptor& descriptor, bool registers);

    const ModuleCode& code_;
    const FunctionCode& function_;
    const NativeLookup& natives_;
    std::uint32_t registers_ = 0;  // X registers the function knows of
    MachineState state_;
    std::vector<MachineState> labels_;
    std::vector<bool> placed_;
    std::size_t at_ = 0;
    bool changed_ = false;
    std::string error_;
};

}  // namespace vial

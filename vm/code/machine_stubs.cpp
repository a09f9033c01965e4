// vm/code/machine_stubs.cpp: the machine's own code.
// Here: making the stubs and the descriptors of their frames.
// Not here: what they do (interp/ops_call.inl).
// Threads: one, at the VM's start.
// Holds: live slots of a stub's frame come first, raw words after them.
#include "vm/code/machine_stubs.h"

#include "vm/code/handlers.h"

namespace vial {

namespace {

std::unique_ptr<Word[]> make_stub(LoadedOp op, std::uint32_t live, std::uint32_t raw, Word operand,
                                  CodePointer& entry) {
    const std::uint32_t bitmap_words = (live + 63) / 64;
    const std::size_t described = sizeof(FrameDescriptor) / sizeof(Word) + bitmap_words;
    auto block = std::make_unique<Word[]>(described + 3);
    auto* frame = reinterpret_cast<FrameDescriptor*>(block.get());
    frame->slots = static_cast<std::uint16_t>(live + raw);
    frame->live_y_words = static_cast<std::uint16_t>(bitmap_words);
    for (std::uint32_t i = 0; i < live; ++i) frame->bitmaps[i / 64] |= Word{1} << i % 64;
    Word* code = block.get() + described;
    code[0] = reinterpret_cast<Word>(frame);
    code[1] = handler_word(op);
    code[2] = operand;
    entry = code + 1;
    return block;
}

}  // namespace

MachineCode::MachineCode() {
    const auto add = [this](CodePointer& entry, LoadedOp op, std::uint32_t live, std::uint32_t raw) {
        blocks_.push_back(make_stub(op, live, raw, live, entry));
    };
    add(stubs_.process_end, LoadedOp::ProcessEnd, 0, 0);
    add(stubs_.leave, LoadedOp::Leave, 0, 0);
    add(stubs_.enter_fun, LoadedOp::EnterFun, 1, 0);
    add(stubs_.native_answer, LoadedOp::NativeAnswer, 0, 1);
    add(stubs_.then, LoadedOp::Then, 1, 1);
    for (std::uint32_t n = 0; n <= kMaxArity; ++n) {
        add(stubs_.enter_cell[n], LoadedOp::EnterCell, n, 1);
        add(stubs_.enter_code[n], LoadedOp::EnterCode, n, 1);
        add(stubs_.resume[n], LoadedOp::Resume, n, 1);
    }
}

}  // namespace vial

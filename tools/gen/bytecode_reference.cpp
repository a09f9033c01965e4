// tools/gen/bytecode_reference.cpp: docs/reference/bytecode.md from the table of opcodes.
// Here: a program that prints the page.
// Not here: the table (vm/tables/opcodes.def).
// Threads: one.
// Holds: the page depends on the table and this file alone.
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "vm/code/bytecode.h"
#include "vm/code/vbc_format.h"

namespace {

using namespace vial;

constexpr std::string_view kIntroduction = R"(# Bytecode

Generated from `vm/tables/opcodes.def` by `tools/gen/update`; do not edit.

A register machine. `X0`... hold arguments, results and what lives between two calls; a call takes its arguments from `X0` on,
returns in `X0` and leaves every other X register undefined. `Y` slots stand in a function's frame and survive calls. A descriptor
follows each instruction that calls, collects or raises: it names the live registers, the handler, the file and the line.

Operands: `dst` a register that is written; `src` a register or a constant; `label` a place in the same function (0 as a fail label:
raise); `u` an unsigned number; `fun`, `local`, `import`, `native`, `literal` indices into the module's tables; `list` a counted list
of operands, of the shape that the text tells.

Effects: **Call** leaves a return address; **Ends**: the next instruction is not reached from here; **Collects** may move every term;
**Raises** may raise; **Yields**: the process may stop here and go on later. A row without effects only computes.

Every module is verified before it is linked (`vm/code/verify.h`), in one pass over each function: use of registers, shape of frames,
room on the heap, bounds, and that every loop counts reductions. The file claims which registers are set at each label, their types
and the frame, and the types of arguments and results of functions; each place that leads there is compared with the claim. The layout of a `.vbc` file, version )";

std::string effects_text(std::uint16_t effects) {
    using namespace op_effect;
    constexpr std::pair<std::uint16_t, std::string_view> kNames[] = {
        {Call, "Call"}, {Ends, "Ends"}, {Collects, "Collects"}, {Raises, "Raises"}, {Yields, "Yields"}};
    std::string text;
    for (const auto& [bit, name] : kNames) {
        if (effects & bit) text += (text.empty() ? "" : ", ") + std::string(name);
    }
    return text;
}

// In a cell of a table.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

int main() {
    std::printf("%s%u, is drawn in `vm/code/vbc_format.h`.\n\n", std::string(kIntroduction).c_str(), vbc::kVersion);
    unsigned count = 0;
    for (const OpcodeInfo& row : kOpcodes) count += row.name.empty() ? 0 : 1;
    std::printf("%u opcodes.\n\n| number | name | operands | effects | meaning |\n|---|---|---|---|---|\n", count);
    for (unsigned number = 0; number < 256; ++number) {
        const OpcodeInfo& row = kOpcodes[number];
        if (row.name.empty()) continue;
        const std::string operands = row.operands.empty() ? "" : "`" + cell(row.operands) + "`";
        std::printf("| 0x%02X | %s | %s | %s | %s |\n", number, std::string(row.name).c_str(), operands.c_str(),
                    effects_text(row.effects).c_str(), cell(row.doc).c_str());
    }
}

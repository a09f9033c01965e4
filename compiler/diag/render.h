// compiler/diag/render.h: diagnostics as text for people.
// Here: render(), with source line and caret, or one line that editors can jump to.
// Not here: what is reported (the compiler's rooms).
// Threads: pure functions.
// Holds: colour only when asked for; each result ends in a newline.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "compiler/diag/diagnostic.h"

namespace vial::diag {

struct RenderOptions {
    bool terminal = false;  // else the first line is `file:line:col: error: what [kind]`
    bool colour = false;
    // A line of a file without its end; empty when there is none.
    std::function<std::string_view(const std::string& file, std::uint32_t line)> source_line;
};

std::string render(const Diagnostic& d, const RenderOptions& options);

}  // namespace vial::diag

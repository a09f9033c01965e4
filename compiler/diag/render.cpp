// compiler/diag/render.cpp: diagnostics as text for people.
// Here: the frame of file, line and caret; colours.
// Not here: the data (diagnostic.h).
// Threads: pure functions.
// Holds: the caret stands under the column counted in code points, tabs kept as they are.
#include "compiler/diag/render.h"

#include "compiler/source/utf8.h"

namespace vial::diag {
namespace {

struct Paint {
    bool on;
    std::string operator()(const char* code, std::string_view text) const {
        if (!on) return std::string(text);
        return std::string("\033[") + code + "m" + std::string(text) + "\033[0m";
    }
};

std::string place_text(const Place& place) {
    std::string out = place.file.empty() ? "nofile" : place.file;
    if (place.line == 0) return out;
    out += ":" + std::to_string(place.line);
    if (place.column != 0) out += ":" + std::to_string(place.column);
    return out;
}

// Spaces as wide as the first `columns` code points of the line.
std::string indent_like(std::string_view line, std::uint32_t columns) {
    std::string out;
    for (std::uint32_t i = 0; i < columns; ++i) {
        if (line.empty()) {
            out.push_back(' ');
            continue;
        }
        out.push_back(line[0] == '\t' ? '\t' : ' ');
        const Utf8Char c = decode_utf8(line);
        line.remove_prefix(c.bytes == 0 ? 1 : c.bytes);
    }
    return out;
}

void append_indented(std::string& out, std::string_view text, std::string_view margin) {
    for (const char c : text) {
        out.push_back(c);
        if (c == '\n') out += margin;
    }
    out.push_back('\n');
}

void append_source(std::string& out, const Diagnostic& d, std::string_view line, bool is_error,
                   const Paint& paint) {
    const std::string number = std::to_string(d.place.line);
    const std::string gutter(number.size(), ' ');
    out += paint("2", number + " │ ") + std::string(line) + "\n";
    if (d.place.column == 0) return;
    const std::uint32_t width = d.place.width == 0 ? 1 : d.place.width;
    std::string mark(width, '^');
    if (!d.label.empty()) mark += " " + d.label;
    out += paint("2", gutter + " │ ") + indent_like(line, d.place.column - 1) +
           paint(is_error ? "1;31" : "1;33", mark) + "\n";
}

}  // namespace

std::string render(const Diagnostic& d, const RenderOptions& options) {
    const Paint paint{options.colour};
    const bool is_error = severity(d.kind) == Severity::Error;
    const std::string severity_text = is_error ? "error" : "warning";
    const char* colour = is_error ? "1;31" : "1;33";
    std::string_view line;
    if (options.source_line && d.place.line != 0) {
        line = options.source_line(d.place.file, d.place.line);
    }
    const std::string margin =
        " " + std::string(d.place.line != 0 ? std::to_string(d.place.line).size() : 1, ' ');
    std::string out;
    if (options.terminal) {
        out += paint(colour, severity_text + "[" + std::string(kind_name(d.kind)) + "]") + ": ";
        append_indented(out, d.message, margin);
        out += margin + paint("2", " ┌─ ") + place_text(d.place) + "\n";
    } else {
        out += place_text(d.place) + ": " + paint(colour, severity_text) + ": ";
        const std::size_t first = d.message.find('\n');
        out += d.message.substr(0, first) + " [" + std::string(kind_name(d.kind)) + "]";
        append_indented(out, first == std::string::npos ? "" : d.message.substr(first), "");
    }
    if (!line.empty()) append_source(out, d, line, is_error, paint);
    for (const std::string& note : d.notes) {
        out += margin + paint("2", " = ");
        append_indented(out, note, margin + "   ");
    }
    if (!d.hint.empty()) {
        out += margin + paint("2", " = ") + "hint: ";
        append_indented(out, d.hint, margin + "   ");
    }
    return out;
}

}  // namespace vial::diag

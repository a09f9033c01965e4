// compiler/parse/recover.cpp: see recover.h.
// Here: -
// Not here: -
// Threads: as the header says.
// Holds: each round blanks at least one line that was not blank, so it ends.
#include "compiler/parse/recover.h"

#include <algorithm>
#include <string_view>

namespace vial {

namespace {

constexpr std::size_t kMostErrors = 20;

struct Line {
    std::size_t from, to;  // of the text, without the newline
    std::size_t indent;    // columns before what stands there
    bool blank;
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t first = std::min(text.find_first_not_of(" \t\r", at), end);
        out.push_back({at, end, first - at, first == end});
        at = end + 1;
    }
    return out;
}

// What opens a part that can be left out alone.
bool opens_part(std::string_view line) {
    static constexpr std::string_view kOpeners[] = {"def", "test ", "describe ", "setup", "@", "use ", "import ", "alias ", "require "};
    return std::any_of(std::begin(kOpeners), std::end(kOpeners), [&](std::string_view o) { return line.starts_with(o); });
}

std::string_view word_of(std::string_view text, const Line& line) {
    return text.substr(line.from + line.indent, line.to - line.from - line.indent);
}

// From the opener at or before `number` to the last line that is indented more, and its `end`.
// `inside`: modules are too much to leave out.
bool blank_part(std::string& text, std::uint32_t number) {
    const std::vector<Line> lines = lines_of(text);
    std::size_t first = std::min<std::size_t>(number, lines.size()) - 1;
    while (first > 0 && lines[first].blank) --first;
    const std::size_t wrong = first;
    while (first > 0) {
        const std::string_view word = word_of(text, lines[first]);
        const bool encloses = first == wrong || lines[first].indent < lines[wrong].indent || opens_part(word);
        if (!lines[first].blank && encloses && opens_part(word)) break;
        if (!lines[first].blank && lines[first].indent == 0 && first != wrong) break;
        --first;
    }
    if (word_of(text, lines[first]).starts_with("defmodule") && first != wrong) first = wrong;
    std::size_t last = first + 1;
    while (last < lines.size() && (lines[last].blank || lines[last].indent > lines[first].indent)) ++last;
    const bool block = last > first + 1;
    if (block && last < lines.size() && lines[last].indent == lines[first].indent && word_of(text, lines[last]).starts_with("end")) ++last;
    bool changed = false;
    for (std::size_t i = first; i < last; ++i) {
        changed = changed || !lines[i].blank;
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(lines[i].from), text.begin() + static_cast<std::ptrdiff_t>(lines[i].to), ' ');
    }
    return changed;
}

}  // namespace

std::vector<SyntaxError> syntax_errors(std::string text, AtomTable& atoms) {
    std::vector<SyntaxError> out;
    while (out.size() < kMostErrors) {
        TermArena arena;
        ParseOptions options;
        ParseResult result = parse(text, options, atoms, arena);
        if (result.ok) break;
        const std::uint32_t line = result.error.line;
        const bool unfinished = result.error.message.starts_with("missing terminator");
        // What is left open shifts all that follows; a second error of a line comes of blanking.
        const bool again = std::any_of(out.begin(), out.end(), [&](const SyntaxError& e) { return e.line == line; });
        if (again || (!out.empty() && unfinished)) break;
        out.push_back(std::move(result.error));
        if (unfinished || line == 0 || !blank_part(text, line)) break;
    }
    std::sort(out.begin(), out.end(), [](const SyntaxError& a, const SyntaxError& b) { return a.line < b.line; });
    return out;
}

}  // namespace vial

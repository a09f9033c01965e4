// compiler/expand/session.cpp: see session.h.
// Here: -
// Not here: -
// Threads: as the header says.
// Holds: -
#include "compiler/expand/session.h"

#include <algorithm>
#include <tuple>

#include "compiler/diag/render.h"

#include "compiler/expand/state.h"

namespace vial::expand {

Session::Session(Vm& machine, CompilerState& s)
    : vm(machine), state(s), state_owner_(s.shared_from_this()), arena_owner(std::make_shared<TermArena>()), arena(*arena_owner) {}

// Frames go before the arena they point into.
Session::~Session() {
    runner.destroy_frames();
    for (auto clean = cleanups.rbegin(); clean != cleanups.rend(); ++clean) (*clean)();
}

namespace {

// A binary under `key` of an exception, or nothing.
std::string text_field(Session& s, Term exception, std::string_view key) {
    const Term value = map_get(exception, s.atom(key), s.vm.atoms());
    return value != kNoTerm && is_bitstring(value) ? std::string(ast::bytes(value)) : std::string();
}

bool word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.' || (c & 0x80); }

// Whether `text` names a module that has errors itself.
bool names_failed(Session& s, std::string_view text) {
    for (Term module : s.checking->failed) {
        std::string_view name = s.text(module);
        if (name.starts_with("Elixir.")) name.remove_prefix(7);
        for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
            const std::size_t end = at + name.size();
            const bool starts = at == 0 || !word_char(text[at - 1]);
            // A function of it or a struct's dot may follow, another module's name may not.
            const bool ends = end == text.size() || !word_char(text[end]) ||
                              (text[end] == '.' && (end + 1 == text.size() || !std::isupper(static_cast<unsigned char>(text[end + 1]))));
            if (starts && ends) return true;
        }
    }
    return false;
}

}  // namespace

bool Session::report_error(Term file, std::uint32_t line, std::string_view description) {
    if (!checking) return false;
    diag::Diagnostic d;
    d.kind = focus.kind;
    d.message = std::string(description);
    d.place = {shown_file(file), line, focus.column, 0};
    d.notes = std::move(focus.notes);
    d.hint = std::move(focus.hint);
    focus = {};
    for (const diag::Diagnostic& other : checking->sink.all()) {
        if (other.message == d.message && other.place.line == line && other.place.file == d.place.file) return true;
    }
    if (!names_failed(*this, description)) checking->sink.report(std::move(d));
    return true;
}

// The exception that would have ended the session, as a diagnostic. What code raises that is run, not
// expanded, is none: it may come from what failed before.
void Session::report_end() {
    Term raised = value;
    if (end == End::Raised) raised = tuple_element(value, 1);
    const bool in_macro = end == End::Raised && call.linify.has_value();
    if (!is_map(raised)) {
        if (in_macro) report_macro("it ended by a throw, an exit or an error that is no exception");
        return;
    }
    const Term name = map_get(raised, atoms::struct_, vm.atoms());
    const std::string_view kind = name != kNoTerm && name.is_atom() ? text(name) : "";
    if (kind == "Elixir.CompileError" || kind == "Elixir.SyntaxError" || kind == "Elixir.TokenMissingError") {
        const Term line = map_get(raised, atoms::line, vm.atoms());
        const std::string file = text_field(*this, raised, "file");
        report_error(arena.binary(file), static_cast<std::uint32_t>(line.try_small().value_or(0)), text_field(*this, raised, "description"));
        return;
    }
    const std::string message = text_field(*this, raised, "message");
    if (in_macro || end == End::Failed) report_macro("(" + std::string(kind.substr(kind.starts_with("Elixir.") ? 7 : 0)) + ") " + message);
}

void Session::report_macro(const std::string& what) {
    const Focus at = focus;
    focus = {};
    focus.kind = diag::Kind::MacroFailed;
    focus.column = at.column;
    const std::string file = at.file.empty() ? checking->file : at.file;
    report_error(arena.binary(file), at.line, what);
}

namespace {
// Column and width of `needle` where it stands in the line as a word, and only once; else {0, 0}.
std::pair<std::uint32_t, std::uint32_t> find_word(std::string_view line, std::string_view needle) {
    if (needle.empty()) return {0, 0};
    const auto inside_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); };
    std::size_t found = std::string_view::npos;
    for (std::size_t at = line.find(needle); at != std::string_view::npos; at = line.find(needle, at + 1)) {
        const std::size_t end = at + needle.size();
        const bool word = (at == 0 || !inside_word(line[at - 1]) || !inside_word(needle[0])) && (end == line.size() || !inside_word(line[end]));
        if (!word) continue;
        if (found != std::string_view::npos) return {0, 0};
        found = at;
    }
    if (found == std::string_view::npos) return {0, 0};
    const auto points = [](std::string_view text) {
        return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    };
    return {points(line.substr(0, found)) + 1, points(needle)};
}
}  // namespace

void Session::warn(Warning w) {
    if (checking) return;
    state.count_warning();
    const std::string here = vm.world().working_directory(vm.world().host) + "/";
    const std::string line(w.line != 0 ? state.source_line(w.file, w.line) : "");
    diag::Diagnostic d;
    d.kind = w.kind;
    d.message = std::move(w.message);
    d.place = {w.file.starts_with(here) ? w.file.substr(here.size()) : w.file, w.line, w.column, 0};
    if (d.place.column == 0) std::tie(d.place.column, d.place.width) = find_word(line, w.needle);
    if (!w.inside.empty()) d.notes.push_back("in " + w.inside);
    d.hint = std::move(w.hint);
    diag::RenderOptions how;
    how.terminal = vm.world().is_terminal(vm.world().host, 2);
    how.colour = wants_colour(vm.world(), 2);
    how.source_line = [&](const std::string&, std::uint32_t) { return std::string_view(line); };
    warnings += diag::render(d, how) + "\n";
}

bool Session::recover() {
    if (!checking || end == End::None || end == End::Value) return false;
    report_end();
    focus = {};
    if (guards_.empty()) return false;
    end = End::None;
    value = Term::nil();
    runner.recover(guards_.back());
    return true;
}

std::int64_t Session::next_counter() {
    // relaxed: only uniqueness matters
    return state.counter.fetch_add(1, std::memory_order_relaxed);
}

Term Session::exception(std::string_view module, std::initializer_list<std::pair<Term, Term>> fields) {
    std::vector<std::pair<Term, Term>> pairs(fields);
    pairs.emplace_back(atoms::struct_, atom(module));
    pairs.emplace_back(atoms::exception, atoms::true_);
    return arena.map(pairs, vm.atoms());
}

// Elixir shows the file relative to the working directory.
std::string Session::shown_file(Term file) {
    std::string name(file == atoms::nil_ ? std::string_view("nofile") : ast::bytes(file));
    const std::string here = vm.world().working_directory(vm.world().host) + "/";
    return name.starts_with(here) ? name.substr(here.size()) : name;
}

Session::FailAwaiter Session::compile_error(Term file, std::uint32_t line, std::string_view description) {
    return fail_with(exception("Elixir.CompileError", {{atoms::description, arena.binary(description)},
                                                       {atoms::file, arena.binary(shown_file(file))},
                                                       {atoms::line, Term::small(line)}}));
}

}  // namespace vial::expand

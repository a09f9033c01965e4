// compiler/expand/session.cpp: see session.h.
// Here: -
// Not here: -
// Threads: as the header says.
// Holds: -
#include "compiler/expand/session.h"

#include "compiler/expand/state.h"

namespace vial::expand {

Session::Session(Vm& machine, CompilerState& s)
    : vm(machine), state(s), arena_owner(std::make_shared<TermArena>()), arena(*arena_owner) {}

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

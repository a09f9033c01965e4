// compiler/expand/reach.cpp: see reach.h.
// Here: the modules whose functions only compute, and those that leave something behind.
// Not here: -
// Threads: any.
// Holds: core is walked with an explicit stack.
#include "compiler/expand/reach.h"

#include <algorithm>
#include <string_view>

namespace vial::expand {

namespace {

using core::Expr;
using core::ExprKind;

constexpr std::string_view kComputing[] = {
    "Elixir.Access", "Elixir.Atom", "Elixir.Base", "Elixir.Bitwise", "Elixir.Code.Identifier", "Elixir.Collectable",
    "Elixir.Enum", "Elixir.Enumerable", "Elixir.Exception", "Elixir.Float", "Elixir.Function", "Elixir.Inspect",
    "Elixir.Integer", "Elixir.Kernel", "Elixir.Kernel.Typespec", "Elixir.Kernel.Utils", "Elixir.Keyword",
    "Elixir.List", "Elixir.List.Chars", "Elixir.Macro", "Elixir.Macro.Env", "Elixir.Map", "Elixir.MapSet",
    "Elixir.Module", "Elixir.Path", "Elixir.Protocol", "Elixir.Range", "Elixir.Record", "Elixir.Regex",
    "Elixir.Stream", "Elixir.String", "Elixir.String.Chars", "Elixir.Tuple", "Elixir.URI", "Elixir.Version",
    "binary", "erlang", "lists", "maps", "math", "unicode", "vial_compiler",
};
static_assert(std::is_sorted(std::begin(kComputing), std::end(kComputing)));

constexpr std::string_view kLasting[] = {
    "Elixir.Agent", "Elixir.DynamicSupervisor", "Elixir.GenServer", "Elixir.Process", "Elixir.Registry",
    "Elixir.Supervisor", "Elixir.Task", "Elixir.Task.Supervisor", "ets", "gen_server", "persistent_term", "timer",
};
static_assert(std::is_sorted(std::begin(kLasting), std::end(kLasting)));

// Functions of :erlang that do not only compute.
constexpr std::string_view kErlangLasting[] = {
    "!", "demonitor", "erase", "exit", "group_leader", "halt", "link", "monitor", "process_flag", "put", "register",
    "send", "send_after", "send_nosuspend", "spawn", "spawn_link", "spawn_monitor", "spawn_opt", "start_timer",
    "unlink", "unregister",
};
static_assert(std::is_sorted(std::begin(kErlangLasting), std::end(kErlangLasting)));

constexpr std::string_view kErlangOutside[] = {
    "apply", "date", "get", "localtime", "make_fun", "make_ref", "memory", "monotonic_time", "now", "process_info",
    "processes", "registered", "self", "statistics", "system_info", "system_time", "time", "timestamp",
    "unique_integer", "universaltime", "whereis",
};
static_assert(std::is_sorted(std::begin(kErlangOutside), std::end(kErlangOutside)));

template <std::size_t N>
bool among(const std::string_view (&names)[N], std::string_view name) {
    return std::binary_search(std::begin(names), std::end(names), name);
}

Reach reach_of_call(const Expr& call, const AtomTable& atoms) {
    const Expr& module = *call.args[0];
    const Expr& function = *call.args[1];
    if (module.kind != ExprKind::Literal || !module.literal.is_atom()) return Reach::Outside;
    const std::string_view name = atoms.text(module.literal);
    if (among(kLasting, name)) return Reach::Lasting;
    if (!among(kComputing, name)) return Reach::Outside;
    if (name != "erlang") return Reach::Itself;
    if (function.kind != ExprKind::Literal || !function.literal.is_atom()) return Reach::Outside;
    const std::string_view what = atoms.text(function.literal);
    if (among(kErlangLasting, what)) return Reach::Lasting;
    return among(kErlangOutside, what) ? Reach::Outside : Reach::Itself;
}

class Walk {
  public:
    explicit Walk(const AtomTable& atoms) : atoms_(atoms) {}
    void add(const std::vector<core::Clause>& clauses) {
        for (const core::Clause& c : clauses) add(c.body);  // patterns and guards only compute
    }
    void add(const Expr* e) {
        if (e) open_.push_back(e);
    }
    Reach run() {
        while (!open_.empty()) {
            const Expr* e = open_.back();
            open_.pop_back();
            look_at(*e);
        }
        return widest_;
    }

  private:
    void look_at(const Expr& e) {
        if (e.kind == ExprKind::RemoteCall) widest_ = std::max(widest_, reach_of_call(e, atoms_));
        if (e.kind == ExprKind::FunCall || e.kind == ExprKind::LocalCall) widest_ = std::max(widest_, Reach::Outside);
        if (e.kind == ExprKind::Receive) widest_ = Reach::Lasting;
        for (const Expr* a : e.args) add(a);
        add(e.clauses);
        for (const auto& segment : e.segments) add(segment.value);
        if (e.try_parts) {
            add(e.try_parts->body);
            add(e.try_parts->handlers);
            add(e.try_parts->otherwise);
            add(e.try_parts->after);
        }
        if (e.loop_parts) {
            add(e.loop_parts->clauses);
            add(e.loop_parts->in);
        }
    }
    const AtomTable& atoms_;
    std::vector<const Expr*> open_;
    Reach widest_ = Reach::Itself;
};

}  // namespace

Reach reach_of(const core::Module& code, const AtomTable& atoms) {
    Walk walk(atoms);
    for (const core::Function& f : code.functions) walk.add(f.clauses);
    return walk.run();
}

Reach reach_of(const Expr& e, const AtomTable& atoms) {
    Walk walk(atoms);
    walk.add(&e);
    return walk.run();
}

}  // namespace vial::expand

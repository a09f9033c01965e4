// compiler/expand/script.cpp: a script as the bytes of a .vbc.
// Here: compile_script (program.h): which modules of the top level are compiled ahead.
// Not here: compiling one of them and judging it (stdlib/vial/script.ex).
// Threads: as the session.
// Holds: a module is loaded when the program comes to its definition, as it would be made there, so
//        the program means the same from its text and from its .vbc.
#include <algorithm>
#include <unordered_map>

#include "compiler/expand/program.h"
#include "compiler/expand/reach.h"
#include "compiler/expand/state.h"
#include "compiler/expand/to_bytecode.h"
#include "vm/code/vbc_encode.h"

namespace vial::expand {

namespace {

bool is_literal(const Expr* e, Term value) { return e->kind == ExprKind::Literal && e->literal == value; }

// :vial_compiler.compile_module(name, body, variables, environment), as defmodule expands to.
bool is_definition(Session& s, const Expr& e) {
    return e.kind == ExprKind::RemoteCall && e.args.size() == 6 && is_literal(e.args[0], atoms::vial_compiler) &&
           is_literal(e.args[1], s.atom("compile_module")) && e.args[3]->kind == ExprKind::Literal &&
           e.args[5]->kind == ExprKind::Literal;
}

// Variables of the top level whose value stands in the text.
using Constants = std::unordered_map<VarId, Term>;

// kNoTerm: not known before the program runs.
Term constant_of(const Expr& e, const Constants& constants) {
    if (e.kind == ExprKind::Literal) return e.literal;
    const auto found = e.kind == ExprKind::Var ? constants.find(e.var) : constants.end();
    return found == constants.end() ? kNoTerm : found->second;
}

void note_constant(const Expr& match, Constants& constants) {
    const core::Pattern& p = *match.pattern;
    const Term value = constant_of(*match.args[0], constants);
    if (p.kind == PatternKind::Var && value != kNoTerm) constants.emplace(p.var, value);
}

// Of [{{name, context}, value}...]: {{name, context}, {:ok, value}} for constants, else {{...}, :unknown}.
Term given_variables(Session& s, const Expr* list, const Constants& constants) {
    Terms out;
    for (; list->kind == ExprKind::Cons; list = list->args[1]) {
        const Expr& pair = *list->args[0];
        if (pair.kind != ExprKind::Tuple || pair.args[0]->kind != ExprKind::Literal) continue;
        const Term value = constant_of(*pair.args[1], constants);
        const Term known = value == kNoTerm ? s.atom("unknown") : s.arena.tuple({atoms::ok, value});
        out.push_back(s.arena.tuple({pair.args[0]->literal, known}));
    }
    return s.arena.list(out);
}

// A name in the text, or Module.concat of such; kNoTerm.
Task<Term> definition_name(Session& s, const Expr& name, const Constants& constants) {
    const Term constant = constant_of(name, constants);
    const Term concat = s.atom("concat");
    const bool joined = name.kind == ExprKind::RemoteCall && is_literal(name.args[0], s.atom("Elixir.Module")) && is_literal(name.args[1], concat);
    if (constant != kNoTerm || !joined) co_return constant;
    Terms parts;
    for (std::size_t i = 2; i < name.args.size(); ++i) parts.push_back(constant_of(*name.args[i], constants));
    if (std::find(parts.begin(), parts.end(), kNoTerm) != parts.end()) co_return kNoTerm;
    const Term arguments = s.arena.list(parts);
    co_return co_await s.call_function(s.atom("Elixir.Module"), concat, arguments);
}

// The statements of the program in order. Sequences within sequences are opened; a match comes behind
// what it matches, which is a statement too.
Exprs statements(Expr* body) {
    struct Open {
        Expr* expr;
        bool inside_done;
    };
    Exprs out;
    std::vector<Open> open{{body, false}};
    while (!open.empty()) {
        const auto [e, inside_done] = open.back();
        open.pop_back();
        if (e->kind == ExprKind::Sequence) {
            for (std::size_t i = e->args.size(); i-- > 0;) open.push_back({e->args[i], false});
        } else if (e->kind == ExprKind::Match && !inside_done) {
            open.push_back({e, true});
            open.push_back({e->args[0], false});
        } else {
            out.push_back(e);
        }
    }
    return out;
}

// The definition becomes :vial_code.define([{module, bytes}], value).
void carry(Expander& x, Expr& definition, Term modules, Term value) {
    const Place at = definition.place;
    definition.args = {x.literal_raw(x.s.atom("vial_code"), at), x.literal_raw(x.s.atom("define"), at),
                       x.literal_raw(x.m.arena->copy(modules), at), x.literal_raw(x.m.arena->copy(value), at)};
}

// Goes through the definitions; `running`: a statement before may do anything when the program runs.
Task<bool> compile_ahead(Expander& x, Expr* body) {
    Session& s = x.s;
    Constants constants;
    bool running = false;
    for (Expr* e : statements(body)) {
        if (e->kind == ExprKind::Match) {
            note_constant(*e, constants);
            continue;
        }
        if (!is_definition(s, *e)) {
            running = running || reach_of(*e, s.vm.atoms()) != Reach::Itself;
            continue;
        }
        const Term name = co_await definition_name(s, *e->args[2], constants);
        if (name == kNoTerm) {
            running = true;
            continue;
        }
        const Term variables = given_variables(s, e->args[4], constants);
        const Term before = running ? atoms::true_ : atoms::false_;
        const Term given = s.arena.list({name, e->args[3]->literal, variables, e->args[5]->literal, before});
        Term got = co_await s.call_function(s.atom("Elixir.Vial.Script"), s.atom("define"), given);
        if (ast::is_pair(got)) carry(x, *e, ast::first(got), ast::second(got));
        else running = true;
    }
    co_return true;
}

}  // namespace

Task<Term> compile_script(Session& s, Term quoted, std::string_view file) {
    Env env = co_await base_env(s, s.arena.binary(file));
    auto code = evaluation_module(s, "script-");
    Expander x(s, *code, env);
    x.set_file();
    const core::Place at = x.here();
    core::Function f;
    f.name = s.atom("main");
    f.exported = true;
    f.place = at;
    core::Clause c;
    c.place = at;
    c.body = co_await x.expand(quoted);
    co_await compile_ahead(x, c.body);
    f.clauses.push_back(std::move(c));
    f.var_count = x.vars.count();
    x.m.functions.push_back(std::move(f));
    ModuleCode made = to_bytecode(x.m, s.vm.atoms());
    for (std::uint32_t i = 0; i < made.functions.size(); ++i) {
        if (made.atoms[made.functions[i].name] == "main" && made.functions[i].arity == 0) made.entry = i;
    }
    co_return s.arena.binary(encode_module(made, s.vm.atoms()));
}

}  // namespace vial::expand

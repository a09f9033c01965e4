// compiler/expand/drive.cpp: see drive.h.
// Here: -
// Not here: -
// Threads: as the header says.
// Holds: no Term of the process's heap is held over a reservation but in its argument registers.
#include "compiler/expand/drive.h"

#include "compiler/expand/state.h"
#include "compiler/expand/to_bytecode.h"
#include "vm/code/code_server.h"
#include "vm/heap/copy.h"
#include "vm/heap/resource.h"
#include "vm/process/extension.h"

namespace vial::expand {

namespace {

struct SessionResource : Resource {
    std::unique_ptr<Session> session;
};
void destroy_session(Resource* r) { delete static_cast<SessionResource*>(r); }
constexpr ResourceType kSessionType{"compilation", destroy_session};

// Frames entered between two looks at the reductions; one costs about as much as a call.
constexpr std::int64_t kStepsPerLook = 256;
constexpr std::int64_t kReductionsPerLook = 64;

// A copy in the process's heap, with room left for `more` words.
Term copy_out(Process& p, Term t, Word more) {
    const CopySize size = copy_size(t, &p.vm().literal_space());
    (void)p.reserve(size.words + more);
    return copy_term(t, p.top, p.off_heap, size.literals);
}

// Calls with more arguments go through apply.
constexpr std::uint32_t kDirectArguments = 12;

// call(module, function, arguments...) -> {ok, value} | {error, class, reason, trace}
core::Function catching_function(core::Module& m, std::uint32_t count, bool by_list) {
    const Place at{};
    const auto var = [&](core::VarId id) {
        Expr* e = m.expr(ExprKind::Var, at);
        e->var = id;
        return e;
    };
    const auto literal = [&](Term t) {
        Expr* e = m.expr(ExprKind::Literal, at);
        e->literal = t;
        return e;
    };
    const auto bind = [&](core::VarId id) {
        Pattern* p = m.pattern(PatternKind::Var, at);
        p->var = id;
        return p;
    };
    core::Function f;
    f.name = by_list ? atoms::apply : atoms::call;
    f.arity = count + 2;
    f.exported = true;
    f.var_count = count + 4;
    Clause c;
    for (std::uint32_t i = 0; i < f.arity; ++i) c.patterns.push_back(bind(i));
    Expr* call = m.expr(ExprKind::RemoteCall, at);
    if (by_list) call->args = {literal(atoms::erlang), literal(atoms::apply)};
    for (std::uint32_t i = 0; i < f.arity; ++i) call->args.push_back(var(i));
    Expr* ok = m.expr(ExprKind::Tuple, at);
    ok->args = {literal(atoms::ok), call};
    const core::VarId kind = f.arity, reason = f.arity + 1;
    Expr* raised = m.expr(ExprKind::Tuple, at);
    raised->args = {literal(atoms::error), var(kind), var(reason), m.expr(ExprKind::Trace, at)};
    Expr* guarded = m.expr(ExprKind::Try, at);
    guarded->try_parts = std::make_unique<core::TryParts>();
    guarded->try_parts->body = ok;
    Clause handler;
    handler.patterns = {bind(kind), bind(reason), m.pattern(PatternKind::Any, at)};
    handler.body = raised;
    guarded->try_parts->handlers.push_back(handler);
    c.body = guarded;
    f.clauses.push_back(c);
    return f;
}

void build_catcher(Vm& vm) {
    core::Module m;
    m.name = atoms::vial_expansion;
    m.files = {"expansion"};
    m.arena = std::make_shared<TermArena>();
    for (std::uint32_t count = 0; count <= kDirectArguments; ++count) {
        m.functions.push_back(catching_function(m, count, false));
    }
    m.functions.push_back(catching_function(m, 1, true));
    auto loaded = vm.code().load(to_bytecode(m, vm.atoms()));
    if (!loaded) VIAL_FATAL(loaded.error().message.c_str());
}

FunctionCell* catcher(Vm& vm, std::uint32_t count) {
    const bool by_list = count > kDirectArguments;
    FunctionCell* cell = vm.code().cell(atoms::vial_expansion, by_list ? atoms::apply : atoms::call, by_list ? 3 : count + 2);
    if (!is_defined(cell)) {
        std::lock_guard hold(CompilerState::of(vm).lock);
        if (!is_defined(cell)) build_catcher(vm);
    }
    return cell;
}

FunctionCell* resume_cell(Vm& vm) {
    return vm.code().cell(atoms::vial_compiler, vm.atoms().intern("resume"), 2);
}

NativeResult ask(Process& p, SessionResource* r) {
    Session& s = *r->session;
    s.call.wanted = false;
    const std::uint32_t count = ast::length(s.call.arguments).value_or(0);
    FunctionCell* to = catcher(p.vm(), count);
    const Term list = copy_out(p, s.call.arguments, kResourceWords);
    HeapWriter out(p.top, p.top + kResourceWords);  // reserved with the copy: nothing moves
    r->retain();
    const Term state = resource_term(p, out, r);
    if (count > kDirectArguments) {
        return p.call_then(to, {s.call.module, s.call.function, list}, resume_cell(p.vm()), state);
    }
    Term given[kDirectArguments + 2] = {s.call.module, s.call.function};
    std::uint32_t used = 2;
    for (Term t : ast::List(list)) given[used++] = t;
    return p.call_then(to, std::span<const Term>(given, used), resume_cell(p.vm()), state);
}

NativeResult finish(Process& p, SessionResource* r) {
    Session& s = *r->session;
    const Session::End end = s.end;
    const Term value = copy_out(p, s.outcome(), 0);
    r->session.reset();
    switch (end) {
        case Session::End::Failed: return {value, NativeStatus::Error};
        case Session::End::Raised: return {value, NativeStatus::Raise};
        default: return value;
    }
}

void write_raw(const World& world, std::string_view text) {
    while (!text.empty()) {
        const auto n = world.write_fd(world.host, 2, text.data(), text.size());
        if (n <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
}

// Where warnings go once the language is there: IO.write/2, which knows the program's standard error.
bool language_writes(Session& s) {
    const Term io = s.atom("Elixir.IO");
    const FunctionCell* write = s.vm.code().ensure_loaded(io) ? s.vm.code().find_cell(io, s.atom("write"), 2) : nullptr;
    return write && is_defined(write);
}
Term write_arguments(Session& s) { return s.arena.list({s.atom("standard_error"), s.arena.binary(s.warnings)}); }

NativeResult end_session(Process& p, SessionResource* r) {
    Session& s = *r->session;
    if (s.warnings.empty()) return finish(p, r);
    if (!language_writes(s)) {
        write_raw(p.vm().world(), std::exchange(s.warnings, ""));
        return finish(p, r);
    }
    s.saying_warnings = true;
    s.call = {};
    s.call.module = s.atom("Elixir.IO");
    s.call.function = s.atom("write");
    s.call.arguments = write_arguments(s);
    return ask(p, r);
}

NativeResult drive(Process& p, SessionResource* r) {
    Session& s = *r->session;
    for (;;) {
        const bool out_of_steps = s.runner.run(kStepsPerLook);
        p.charge(kReductionsPerLook);
        if (s.end != Session::End::None) {
            if (s.recover()) continue;
            return end_session(p, r);
        }
        if (s.call.wanted) return ask(p, r);
        if (!out_of_steps) return end_session(p, r);
        if (p.out_of_reductions()) {
            HeapWriter out = p.reserve(kResourceWords);
            r->retain();
            const Term state = resource_term(p, out, r);
            return p.tail_call(resume_cell(p.vm()), {state, atoms::ok});
        }
    }
}

}  // namespace

Task<bool> say_warnings(Session& s) {
    if (s.warnings.empty()) co_return true;
    Term said = kNoTerm;
    if (language_writes(s)) {
        const Term arguments = write_arguments(s);
        said = co_await s.try_function(s.atom("Elixir.IO"), s.atom("write"), arguments);
    }
    if (said == kNoTerm) write_raw(s.vm.world(), s.warnings);
    s.warnings.clear();
    co_return true;
}

NativeResult start_session(Process& p, const std::function<Task<Term>(Session&)>& begin) {
    auto* r = new SessionResource;
    r->type = &kSessionType;
    r->number = 0;
    r->session = std::make_unique<Session>(p.vm(), CompilerState::of(p.vm()));
    r->session->pid = p.pid.word();
    r->session->checking = r->session->state.checking(p.pid.word());
    r->session->awaits = p.extension && p.extension->error_handler == p.vm().atoms().intern("Elixir.Kernel.ErrorHandler");
    r->session->begin(begin(*r->session));
    const NativeResult result = drive(p, r);
    r->release();
    return result;
}

}  // namespace vial::expand

namespace vial {

// resume(session, answer): the answer of the catcher, or `ok` after a pause.
NativeResult native_vial_compiler_resume(Process& p, Args args) {
    using namespace expand;
    Resource* found = try_resource(args[0], kSessionType);
    if (!found) return p.badarg(0, "not a compilation");
    auto* r = static_cast<SessionResource*>(found);
    if (!r->session) return p.badarg(0, "a compilation that has ended");
    Session& s = *r->session;
    const Term answer = args[1];
    if (s.saying_warnings) {
        s.saying_warnings = false;
        if (!is_tuple_of(answer, 2)) write_raw(p.vm().world(), s.warnings);
        s.warnings.clear();
    } else if (is_tuple_of(answer, 2)) {
        s.focus = {};
        const Term value = tuple_element(answer, 1);
        s.call_result = s.call.linify ? copy_linified(s.arena, value, *s.call.linify) : s.arena.copy(value);
        s.runner.go_on();
    } else if (is_tuple_of(answer, 4) && s.call.tolerant) {
        s.call_result = kNoTerm;
        s.runner.go_on();
    } else if (is_tuple_of(answer, 4)) {
        s.end = Session::End::Raised;
        s.value = s.arena.tuple({s.arena.copy(tuple_element(answer, 1)), s.arena.copy(tuple_element(answer, 2)),
                                 s.arena.copy(tuple_element(answer, 3))});
    }
    r->retain();
    const NativeResult result = drive(p, r);
    r->release();
    return result;
}

}  // namespace vial

// compiler/expand/comprehension.cpp: for.
// Here: generators, filters, into, uniq, reduce, made into nested loops with an accumulator.
// Not here: what loops become (compiler/ssa).
// Threads: as the session.
// Holds: lists are walked by a loop in place; any other enumerable goes through Enum.reduce, whose
//        function enters the same loop with one element.
#include "compiler/expand/comprehension.h"

namespace vial::expand {

namespace {
bool is_bit_generator(Term q) {
    if (!ast::is_call(q, atoms::op_binary)) return false;
    const Terms parts = ast::to_vector(ast::args(q));
    return !parts.empty() && ast::is_call_of(parts.back(), atoms::op_left_arrow, 2);
}
bool always_matches(const Clause& c) {
    const auto kind = c.patterns[0]->kind;
    return c.guards.empty() && (kind == PatternKind::Any || kind == PatternKind::Var);
}
}  // namespace

Task<ForStep> Expander::for_step(Term q) {
    ForStep step;
    step.at = here();
    if (ast::is_call_of(q, atoms::op_left_arrow, 2)) {
        step.kind = ForStep::List;
        step.at = place(ast::meta(q));
        step.value = co_await expand(ast::nth(ast::args(q), 1));
        Term left = s.arena.list({ast::args(q).head()});
        step.head = co_await clause_head(left, ast::meta(q));
    } else if (is_bit_generator(q)) {
        step.kind = ForStep::Bits;
        step.at = place(ast::meta(q));
        Terms parts = ast::to_vector(ast::args(q));
        const Term arrow = ast::args(parts.back());
        step.value = co_await expand(ast::nth(arrow, 1));
        parts.back() = arrow.head();
        Term pattern_q = b.node(atoms::op_binary, ast::meta(q), s.arena.list(parts));
        Term left = s.arena.list({pattern_q});
        step.head = co_await clause_head(left, ast::meta(q));
    } else {
        step.value = co_await expand(q);
    }
    co_return step;
}

// The value of the innermost step: the accumulator with one more element in it.
Expr* ForBuilder::collect(VarId acc) {
    if (how == Collect::Reduce) {
        Expr* e = x.case_expr(x.var(acc, at), std::move(reduce_clauses), at);
        return e;
    }
    if (!uniq) return put(x.var(acc, at), body);
    // acc is {collected, seen}.
    const VarId collected = x.fresh(at), seen = x.fresh(at), value = x.fresh(at);
    Exprs known{x.var(value, at), x.var(seen, at)};
    Exprs mark{x.var(value, at), x.literal_raw(atoms::true_, at), x.var(seen, at)};
    Exprs fresh_pair{put(x.var(collected, at), x.var(value, at)),
                     x.call_remote(atoms::maps, x.s.atom("put"), std::move(mark), at)};
    Clauses choice;
    choice.push_back(x.clause({x.pattern_literal(atoms::true_, at)}, x.var(acc, at), at));
    choice.push_back(x.clause({x.pattern_any(at)}, x.tuple_of(std::move(fresh_pair), at), at));
    Exprs steps{x.match_expr(x.pattern_of_var(value, at), body, at),
                x.case_expr(x.call_remote(atoms::erlang, atoms::is_map_key, std::move(known), at), std::move(choice), at)};
    Pattern* pair = x.m.pattern(PatternKind::Tuple, at);
    pair->children = {x.pattern_of_var(collected, at), x.pattern_of_var(seen, at)};
    Clauses open;
    open.push_back(x.clause({pair}, x.sequence(std::move(steps), at), at));
    return x.case_expr(x.var(acc, at), std::move(open), at);
}

Expr* ForBuilder::put(Expr* acc, Expr* value) {
    switch (how) {
        case Collect::Binary: {
            Expr* e = x.m.expr(ExprKind::Binary, at);
            core::SegmentSpec bits;
            bits.type = core::SegmentType::Bits;
            e->segments = {{bits, acc, at}, {bits, value, at}};
            return e;
        }
        case Collect::Into: {
            Exprs command{x.literal_raw(atoms::cont, at), value};
            Expr* call = x.m.expr(ExprKind::FunCall, at);
            call->args = {x.var(into_fun, at), acc, x.tuple_of(std::move(command), at)};
            return call;
        }
        default: return x.cons(value, acc, at);
    }
}

Expr* ForBuilder::loop_call(std::uint32_t loop, Expr* source, Expr* acc) {
    Expr* e = x.m.expr(ExprKind::LoopCall, at);
    e->loop = loop;
    e->args = {source, acc};
    return e;
}

Expr* ForBuilder::loop(std::uint32_t number, Clauses clauses, Expr* in) {
    Expr* e = x.m.expr(ExprKind::Loop, at);
    e->loop_parts = std::make_unique<core::LoopParts>();
    e->loop_parts->loop = number;
    e->loop_parts->parameters = {x.fresh(at), x.fresh(at)};
    for (Clause& c : clauses) c.generated = true;
    e->loop_parts->clauses = std::move(clauses);
    e->loop_parts->in = in;
    return e;
}

Expr* ForBuilder::list_generator(std::size_t index, Expr* acc) {
    ForStep& step = steps[index];
    const std::uint32_t number = x.vars.loops++;
    const VarId rest = x.fresh(at), inner = x.fresh(at);
    const bool total = always_matches(step.head);
    Clauses clauses;
    Clause take = std::move(step.head);
    Pattern* cell = x.m.pattern(PatternKind::Cons, step.at);
    cell->children = {take.patterns[0], x.pattern_of_var(rest, at)};
    take.patterns = {cell, x.pattern_of_var(inner, at)};
    take.body = loop_call(number, x.var(rest, at), build(index + 1, inner));
    clauses.push_back(std::move(take));
    if (!total) {
        const VarId skipped = x.fresh(at), same = x.fresh(at);
        Pattern* skip = x.m.pattern(PatternKind::Cons, at);
        skip->children = {x.pattern_any(at), x.pattern_of_var(skipped, at)};
        clauses.push_back(x.clause({skip, x.pattern_of_var(same, at)}, loop_call(number, x.var(skipped, at), x.var(same, at)), at));
    }
    const VarId last = x.fresh(at);
    clauses.push_back(x.clause({x.pattern_literal(Term::nil(), at), x.pattern_of_var(last, at)}, x.var(last, at), at));

    const bool known_list = step.value->kind == ExprKind::Cons ||
                            (step.value->kind == ExprKind::Literal && step.value->literal.is_list());
    if (known_list) return loop(number, std::move(clauses), loop_call(number, step.value, acc));

    // acc is used on two ways: a variable.
    const VarId start = x.fresh(at), source = x.fresh(at), other = x.fresh(at);
    Expr* bound = x.match_expr(x.pattern_of_var(start, at), acc, at);
    Clause list = x.clause({x.pattern_of_var(source, at)}, loop_call(number, x.var(source, at), x.var(start, at)), at);
    Exprs is_list{x.var(source, at)};
    list.guards.push_back(x.call_remote(atoms::erlang, atoms::is_list, std::move(is_list), at));
    const VarId item = x.fresh(at), running = x.fresh(at);
    Expr* fn = x.m.expr(ExprKind::Fn, at);
    fn->arity = 2;
    Expr* one = x.cons(x.var(item, at), x.literal_raw(Term::nil(), at), at);
    fn->clauses.push_back(x.clause({x.pattern_of_var(item, at), x.pattern_of_var(running, at)},
                                   loop_call(number, one, x.var(running, at)), at));
    Exprs reduce{x.var(other, at), x.var(start, at), fn};
    Clause any = x.clause({x.pattern_of_var(other, at)}, x.call_remote(atoms::E_Enum, atoms::reduce, std::move(reduce), at), at);
    list.generated = any.generated = true;
    Clauses ways;
    ways.push_back(std::move(list));
    ways.push_back(std::move(any));
    Exprs in{bound, x.case_expr(step.value, std::move(ways), at)};
    return loop(number, std::move(clauses), x.sequence(std::move(in), at));
}

Expr* ForBuilder::bit_generator(std::size_t index, Expr* acc) {
    ForStep& step = steps[index];
    const std::uint32_t number = x.vars.loops++;
    const VarId rest = x.fresh(at), inner = x.fresh(at), skipped = x.fresh(at), same = x.fresh(at);
    core::SegmentSpec bits;
    bits.type = core::SegmentType::Bits;
    Clause take = std::move(step.head);
    Pattern* shape = take.patterns[0];
    // The same sizes with anything in them: passed over when the pattern does not match.
    Pattern* skip = x.m.pattern(PatternKind::Binary, at);
    for (const auto& segment : shape->segments) {
        core::SegmentSpec spec = segment.spec;
        // A literal string has no size of its own.
        if (!spec.size && segment.value->kind == PatternKind::Literal && Expander::whole_bytes(segment.value->literal)) {
            spec.unit = 8;
            spec.size = x.literal_raw(Term::small(static_cast<std::int64_t>(ast::bytes(segment.value->literal).size())), at);
        }
        skip->segments.push_back({spec, x.pattern_any(at), segment.place});
    }
    skip->segments.push_back({bits, x.pattern_of_var(skipped, at), at});
    shape->segments.push_back({bits, x.pattern_of_var(rest, at), at});
    take.patterns = {shape, x.pattern_of_var(inner, at)};
    take.body = loop_call(number, x.var(rest, at), build(index + 1, inner));
    Clauses clauses;
    bool sized_by_itself = false;  // a size that the pattern binds cannot stand in `skip`
    for (const auto& segment : shape->segments) sized_by_itself = sized_by_itself || (segment.spec.size && segment.spec.size->kind != ExprKind::Literal);
    clauses.push_back(std::move(take));
    if (!sized_by_itself) {
        clauses.push_back(x.clause({skip, x.pattern_of_var(same, at)}, loop_call(number, x.var(skipped, at), x.var(same, at)), at));
    }
    const VarId end = x.fresh(at), last = x.fresh(at);
    Clause stop = x.clause({x.pattern_of_var(end, at), x.pattern_of_var(last, at)}, x.var(last, at), at);
    Exprs is_bits{x.var(end, at)};
    stop.guards.push_back(x.erlang("is_bitstring", std::move(is_bits), at));
    clauses.push_back(std::move(stop));
    const VarId wrong = x.fresh(at);
    Exprs reason{x.literal_raw(x.s.atom("bad_generator"), at), x.var(wrong, at)};
    Exprs raise{x.tuple_of(std::move(reason), at)};
    clauses.push_back(x.clause({x.pattern_of_var(wrong, at), x.pattern_any(at)}, x.erlang("error", std::move(raise), at), at));
    return loop(number, std::move(clauses), loop_call(number, step.value, acc));
}

Expr* ForBuilder::build(std::size_t index, VarId acc) {
    if (index == steps.size()) return collect(acc);
    ForStep& step = steps[index];
    switch (step.kind) {
        case ForStep::Filter: return x.truth(step.value, build(index + 1, acc), x.var(acc, at), step.at);
        case ForStep::List: return list_generator(index, x.var(acc, at));
        default: return bit_generator(index, x.var(acc, at));
    }
}

Expr* ForBuilder::start(Expr* acc) {
    return steps[0].kind == ForStep::Bits ? bit_generator(0, acc) : list_generator(0, acc);
}

// The accumulator to start with.
Expr* ForBuilder::initial(Expr* given) {
    Expr* start = given;
    if (how == Collect::List || how == Collect::Map) start = x.literal_raw(Term::nil(), at);
    if (how == Collect::Binary) start = x.literal_raw(x.m.arena->binary(""), at);
    if (!uniq) return start;
    Exprs pair{start, x.literal_raw(x.m.arena->map({}, x.s.vm.atoms()), at)};
    return x.tuple_of(std::move(pair), at);
}

// What has been collected, from the accumulator at the end.
Expr* ForBuilder::finish(Expr* acc) {
    if (uniq) {
        Exprs first{x.literal_raw(Term::small(1), at), acc};
        acc = x.call_remote(atoms::erlang, atoms::element, std::move(first), at);
    }
    if (how == Collect::List || how == Collect::Map) {
        Exprs one{acc};
        acc = x.call_remote(atoms::lists, atoms::reverse, std::move(one), at);
    }
    if (how == Collect::Map) {
        Exprs one{acc};
        acc = x.call_remote(atoms::maps, atoms::from_list, std::move(one), at);
    }
    return acc;
}

// The first generator's list comes before the accumulator, as written; a bitstring after it.
Expr* ForBuilder::reduce(Expr* acc) {
    if (steps[0].kind != ForStep::List || acc->kind == ExprKind::Literal || acc->kind == ExprKind::Var) return start(acc);
    const VarId list = x.fresh(at);
    Expr* bind = x.match_expr(x.pattern_of_var(list, at), steps[0].value, at);
    steps[0].value = x.var(list, at);
    Exprs both{bind, start(acc)};
    return x.sequence(std::move(both), at);
}

// {acc, fun} = Collectable.into(into), the loop, then fun.(acc, :done), or :halt when it raises.
Expr* ForBuilder::into(Expr* into) {
    const VarId start_acc = x.fresh(at);
    into_fun = x.fresh(at);
    Exprs given{into};
    Pattern* pair = x.m.pattern(PatternKind::Tuple, at);
    pair->children = {x.pattern_of_var(start_acc, at), x.pattern_of_var(into_fun, at)};
    Expr* open = x.match_expr(pair, x.call_remote(atoms::E_Collectable, atoms::into, std::move(given), at), at);

    const auto tell = [&](Expr* acc, Term command) {
        Expr* call = x.m.expr(ExprKind::FunCall, at);
        call->args = {x.var(into_fun, at), acc, x.literal_raw(command, at)};
        return call;
    };
    Expr* guarded = x.m.expr(ExprKind::Try, at);
    guarded->try_parts = std::make_unique<core::TryParts>();
    guarded->try_parts->body = finish(start(initial(x.var(start_acc, at))));
    const VarId kind = x.fresh(at), reason = x.fresh(at), result = x.fresh(at);
    Exprs raise{x.var(kind, at), x.var(reason, at), x.m.expr(ExprKind::Trace, at)};
    Exprs undo{tell(x.var(start_acc, at), atoms::halt), x.erlang("raise", std::move(raise), at)};
    guarded->try_parts->handlers.push_back(
        x.clause({x.pattern_of_var(kind, at), x.pattern_of_var(reason, at), x.pattern_any(at)}, x.sequence(std::move(undo), at), at));
    guarded->try_parts->otherwise.push_back(x.clause({x.pattern_of_var(result, at)}, tell(x.var(result, at), atoms::done), at));
    Exprs both{open, guarded};
    return x.sequence(std::move(both), at);
}

Task<Expr*> Expander::expand_for(Term q) {
    const Term meta = ast::meta(q);
    const Place at = place(meta);
    FormArgs form = split_options(s.arena, ast::args(q));
    const Term body = ast::get(form.options, atoms::do_);
    if (body == kNoTerm) co_return co_await fail(meta, "missing :do option in \"for\"");
    for (Term t : ast::List(form.options)) {
        const Term key = ast::first(t);
        if (key != atoms::do_ && key != atoms::into && key != atoms::uniq && key != atoms::reduce) {
            co_return co_await fail(meta, "unsupported option " + show_atom(key) + " given to for");
        }
    }
    const Term into_q = ast::get(form.options, atoms::into);
    const Term uniq_q = ast::get(form.options, atoms::uniq);
    const Term reduce_q = ast::get(form.options, atoms::reduce);
    if (reduce_q != kNoTerm && (into_q != kNoTerm || uniq_q != kNoTerm)) {
        co_return co_await fail(meta, "cannot use :reduce alongside :into/:uniq in comprehension");
    }
    const bool started = !form.items.empty() && (ast::is_call_of(form.items[0], atoms::op_left_arrow, 2) || is_bit_generator(form.items[0]));
    if (!started) co_return co_await fail(meta, "for comprehensions must start with a generator");

    ForBuilder builder_of_for{*this, at};
    ForBuilder& f = builder_of_for;
    Expr *into_value = nullptr, *reduce_value = nullptr;
    if (into_q != kNoTerm) into_value = co_await expand_scoped(into_q);
    if (reduce_q != kNoTerm) reduce_value = co_await expand_scoped(reduce_q);
    if (uniq_q != kNoTerm) {
        Expr* value = co_await expand_scoped(uniq_q);
        if (value->kind != ExprKind::Literal || (value->literal != atoms::true_ && value->literal != atoms::false_)) {
            std::string text = co_await show(uniq_q);
            co_return co_await fail(meta, ":uniq option for comprehensions only accepts a boolean, got: " + text);
        }
        f.uniq = value->literal == atoms::true_;
    }
    const Scope before = scope;
    const Env outer = env;
    scope.writing = false;
    scope.write = nullptr;
    for (Term item : form.items) f.steps.push_back(co_await for_step(item));
    const bool arrows = body.is_cons() && ast::is_call_of(body.head(), atoms::op_arrow, 2);
    if (reduce_q != kNoTerm) {
        if (!arrows) {
            co_return co_await fail(meta, "when using :reduce with comprehensions, the do block must be written using acc -> expr clauses, where each clause expects the accumulator as a single argument");
        }
        f.how = Collect::Reduce;
        f.reduce_clauses = co_await match_clauses(body, ClauseRules{"for", "do", 1}, meta);
    } else {
        if (arrows) co_return co_await fail(meta, "the do block was written using acc -> expr clauses but the :reduce option was not given");
        f.body = co_await expand(body);
    }
    scope = before;
    env = outer;

    if (reduce_value) co_return f.reduce(reduce_value);
    if (into_value && into_value->kind == ExprKind::Literal) {
        const Term t = into_value->literal;
        if (is_map(t) && map_size(t) == 0) f.how = Collect::Map;
        if (is_bitstring(t) && whole_bytes(t) && ast::bytes(t).empty()) f.how = Collect::Binary;
        if (!t.is_nil() && f.how == Collect::List) f.how = Collect::Into;
    } else if (into_value) {
        f.how = Collect::Into;
    }
    if (f.how == Collect::Into) co_return f.into(into_value);
    co_return f.finish(f.start(f.initial(nullptr)));
}

}  // namespace vial::expand

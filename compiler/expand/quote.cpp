// compiler/expand/quote.cpp: quote and unquote.
// Here: Quoter; the form with its options.
// Not here: macros' results (copy_quoted.cpp).
// Threads: as the session.
// Holds: variables get the quoting context, imported names what they mean here, aliases their module,
//        so that the code means the same wherever it ends up.
#include "compiler/expand/quote.h"

namespace vial::expand {

namespace {

bool is_unquote(Term q) { return ast::is_call_of(q, atoms::unquote_, 1); }
bool is_splice(Term q) { return ast::is_call_of(q, atoms::unquote_splicing, 1); }
bool is_definition(Term name) {
    return name == atoms::def_ || name == atoms::defp_ || name == atoms::defmacro_ || name == atoms::defmacrop_ || name == atoms::op_at;
}
// Kernel.def(…) as well as def(…).
bool defines(Term name) {
    if (name.is_atom()) return is_definition(name);
    if (!ast::is_node(name) || !ast::is_call_of(name, atoms::op_dot, 2)) return false;
    const Term function = ast::nth(ast::args(name), 1);
    return function.is_atom() && is_definition(function);
}
// Forms that remember where they were quoted.
bool is_lexical(Term name) {
    return name == atoms::alias_ || name == atoms::import_ || name == atoms::require_ || name == atoms::quote_;
}

Term append(TermArena& arena, Term keywords, Term key, Term value) {
    if (ast::get(keywords, key) != kNoTerm) return keywords;
    Terms all = ast::to_vector(keywords);
    all.push_back(arena.tuple({key, value}));
    return arena.list(all);
}

// The head of a definition remembers where it was quoted.
Term with_marked_head(TermArena& arena, Term name, Term args, Term context) {
    if (!defines(name) || !args.is_cons() || !ast::is_node(args.head()) || ast::is_call(args.head(), atoms::unquote_)) return args;
    const Term head = args.head();
    return arena.cons(arena.tuple({ast::name(head), append(arena, ast::meta(head), atoms::context, context), ast::args(head)}), args.tail());
}

}  // namespace

Term Quoter::as_code(QuotePart p) const {
    if (!p.constant || p.term.is_immediate()) return p.term;
    return x.b.literal(p.term);
}

Term Quoter::metadata(Term meta) const {
    if (!hygiene) return meta;
    TermArena& arena = x.s.arena;
    Terms out;
    if (generated) out.push_back(arena.tuple({atoms::generated, atoms::true_}));
    // Code of a part (Kernel.Part) names its file already.
    const bool of_part = ast::get(meta, atoms::keep) != kNoTerm;
    if (keep_file != kNoTerm && ast::line(meta) != 0 && !of_part) {
        out.push_back(arena.tuple({atoms::keep, arena.tuple({keep_file, Term::small(ast::line(meta))})}));
    }
    for (Term t : ast::List(meta)) {
        const Term key = ast::is_pair(t) ? ast::first(t) : kNoTerm;
        if (key == atoms::line && !keep_lines) continue;
        if (key == atoms::column) continue;
        if (key == atoms::keep && keep_file == kNoTerm && !keep_lines) continue;
        out.push_back(t);
    }
    if (line != kNoTerm) out.push_back(arena.tuple({atoms::line, line}));
    return arena.list(out);
}

Term Quoter::with_imports(Term meta, Term name) const {
    if (!hygiene || !imports) return meta;
    TermArena& arena = x.s.arena;
    const Term found = imports_of_name(x.env, arena, name);
    if (found.is_nil()) return meta;
    if (const auto track = x.tracker()) {
        for (Term entry : ast::List(found)) track->use_import(ast::second(entry), name, static_cast<std::uint32_t>(ast::first(entry).small_value()));
    }
    return append(arena, append(arena, meta, atoms::context, context), atoms::imports, found);
}

QuotePart Quoter::triple(QuotePart name, Term meta, QuotePart args) const {
    TermArena& arena = x.s.arena;
    if (name.constant && args.constant) return {arena.tuple({name.term, meta, args.term})};
    return {x.b.call(atoms::op_tuple, Term::nil(), {as_code(name), as_code({meta}), as_code(args)}), false};
}

Task<QuotePart> Quoter::list(Term q) {
    TermArena& arena = x.s.arena;
    std::vector<QuotePart> parts;
    bool constant = true;
    bool splices = false;
    Term spliced_tail = kNoTerm;  // code of a list that ends the whole
    for (; q.is_cons(); q = q.tail()) {
        const Term item = q.head();
        if (unquote && q.tail().is_nil() && ast::is_call_of(item, atoms::op_bar, 2) && is_splice(ast::args(item).head())) {
            // [unquote_splicing(left) | right]
            QuotePart right = co_await part(ast::nth(ast::args(item), 1));
            spliced_tail = x.b.remote(Term::nil(), atoms::vial_compiler, x.s.atom("quote_tail"), {ast::args(ast::args(item).head()).head(), as_code(right)});
            constant = false;
            q = Term::nil();
            break;
        }
        if (unquote && is_splice(item)) {
            parts.push_back({ast::args(item).head(), false});
            constant = false;
            splices = true;
            parts.back().term = x.b.call(atoms::unquote_splicing, Term::nil(), {ast::args(item).head()});
            continue;
        }
        if (item.is_immediate()) {
            parts.push_back({item});
        } else {
            parts.push_back(co_await part(item));
        }
        constant = constant && parts.back().constant;
    }
    QuotePart tail{q};
    if (!q.is_nil()) tail = co_await part(q);
    constant = constant && tail.constant;
    if (constant) {
        Terms terms;
        for (const QuotePart& p : parts) terms.push_back(p.term);
        co_return QuotePart{arena.list(terms, tail.term)};
    }
    Term code = spliced_tail != kNoTerm ? spliced_tail : as_code(tail);
    Terms run;  // parts right of which `code` stands
    const auto flush = [&] {
        if (run.empty()) return;
        Terms in_order(run.rbegin(), run.rend());
        if (code.is_nil()) {
            code = arena.list(in_order);
        } else {
            in_order.back() = x.b.call(atoms::op_bar, Term::nil(), {in_order.back(), code});
            code = arena.list(in_order);
        }
        run.clear();
    };
    for (std::size_t i = parts.size(); i-- > 0;) {
        if (splices && !parts[i].constant && is_splice(parts[i].term)) {
            flush();
            code = x.b.remote(Term::nil(), atoms::vial_compiler, x.s.atom("quote_list"), {ast::args(parts[i].term).head(), code});
        } else {
            run.push_back(as_code(parts[i]));
        }
    }
    flush();
    co_return QuotePart{code, false};
}

// left.unquote(right), with or without arguments: known only when it runs.
Task<QuotePart> Quoter::dot_call(Term meta, Term left, Term right, Term args) {
    QuotePart receiver = co_await part(left);
    QuotePart given{atoms::nil_};
    if (args != kNoTerm) given = co_await list(args);
    const Term shown = metadata(meta);
    co_return QuotePart{x.b.remote(Term::nil(), atoms::vial_compiler, x.s.atom("quote_dot"),
                                   {as_code({shown}), as_code(receiver), right, as_code(given)}),
                        false};
}

Task<QuotePart> Quoter::part(Term q) {
    if (q.is_immediate()) co_return QuotePart{q};
    if (q.is_cons()) co_return co_await list(q);
    if (ast::is_pair(q)) {
        // {a, unquote_splicing(b)} may get any number of elements.
        const bool splices = unquote && (ast::is_call_of(ast::first(q), atoms::unquote_splicing, 1) ||
                                         ast::is_call_of(ast::second(q), atoms::unquote_splicing, 1));
        if (splices) {
            const Term as_node = x.b.call(atoms::op_tuple, Term::nil(), {ast::first(q), ast::second(q)});
            co_return co_await node(as_node);
        }
        QuotePart a = co_await part(ast::first(q));
        QuotePart c = co_await part(ast::second(q));
        if (a.constant && c.constant) co_return QuotePart{x.b.pair(a.term, c.term)};
        co_return QuotePart{x.b.pair(as_code(a), as_code(c)), false};
    }
    if (!ast::is_node(q) || !ast::meta(q).is_list()) {
        // Any other tuple or term is a constant; of a tuple the parts may still hold unquotes.
        co_return QuotePart{q};
    }
    co_return co_await node(q);
}

Task<QuotePart> Quoter::node(Term q) {
    const Term name = ast::name(q);
    const Term meta = ast::meta(q);
    const Term args = ast::args(q);
    TermArena& arena = x.s.arena;
    if (name == atoms::literal_node) co_return QuotePart{q};
    if (unquote && is_unquote(q)) co_return QuotePart{args.head(), false};
    if (unquote && ast::is_call(q, atoms::quote_) && args.is_cons()) {
        Terms given = ast::to_vector(args);
        std::vector<QuotePart> parts;
        for (std::size_t i = 0; i < given.size(); ++i) {
            unquote = given.size() == 2 && i == 0;
            parts.push_back(co_await part(given[i]));
            unquote = true;
        }
        Terms codes;
        bool constant = true;
        for (QuotePart& p : parts) constant = constant && p.constant;
        for (QuotePart& p : parts) codes.push_back(constant ? p.term : as_code(p));
        co_return triple({name}, append(arena, metadata(meta), atoms::context, context), {arena.list(codes), constant});
    }
    if (hygiene && ast::is_call(q, atoms::q_aliases) && args.is_cons() && args.head().is_atom() && args.head() != atoms::elixir) {
        const Term full = x.expand_aliases_node(q);
        bool aliased = false;
        if (full != kNoTerm) {
            Env plain = x.env;
            x.env.aliases = x.env.macro_aliases = Term::nil();
            const Term bare_meta = ast::remove(arena, ast::remove(arena, meta, atoms::alias_), atoms::counter);
            aliased = x.resolve_alias(bare_meta, args) != full;
            x.env = plain;
        }
        const Term marked = ast::put(arena, ast::remove(arena, metadata(meta), atoms::counter), atoms::alias_, aliased ? full : atoms::false_);
        QuotePart rest = co_await list(args);
        co_return triple({name}, marked, rest);
    }
    // left.unquote(name)(args) and left.unquote(name)
    if (unquote && ast::is_node(name)) {
        const Term inner = ast::name(name);
        if (ast::is_call_of(inner, atoms::op_dot, 2) && ast::nth(ast::args(inner), 1) == atoms::unquote_ && ast::length(ast::args(name)) == 1u && args.is_list()) {
            co_return co_await dot_call(ast::meta(inner), ast::args(inner).head(), ast::args(name).head(), args);
        }
    }
    if (unquote && ast::is_call_of(name, atoms::op_dot, 2) && ast::nth(ast::args(name), 1) == atoms::unquote_ && ast::length(args) == 1u) {
        co_return co_await dot_call(ast::meta(name), ast::args(name).head(), args.head(), kNoTerm);
    }
    if (!name.is_atom()) {
        QuotePart left = co_await part(name);
        const Term marked = hygiene ? with_marked_head(arena, name, args, context) : args;
        QuotePart right = co_await part(marked);
        co_return triple(left, metadata(meta), right);
    }
    if (!hygiene) {
        QuotePart right = args.is_immediate() ? QuotePart{args} : co_await part(args);
        co_return triple({name}, meta, right);
    }
    if (args == atoms::nil_) co_return QuotePart{arena.tuple({name, with_zero_import(metadata(meta), name), context})};
    if (args.is_atom() && !args.is_nil()) co_return QuotePart{arena.tuple({name, metadata(meta), args})};
    // &name/arity keeps what the name means.
    if (name == atoms::op_capture && ast::length(args) == 1u && ast::is_call_of(args.head(), atoms::op_divide, 2)) {
        const Term slash = ast::args(args.head());
        if (ast::is_var(slash.head()) && ast::nth(slash, 1).is_small()) {
            const Term function = slash.head();
            const Term f = arena.tuple({ast::name(function), with_imports(metadata(ast::meta(function)), ast::name(function)),
                                        ast::args(function) == atoms::nil_ ? context : ast::args(function)});
            const Term over = arena.tuple({atoms::op_divide, with_imports(metadata(ast::meta(args.head())), atoms::op_divide), arena.list({f, ast::nth(slash, 1)})});
            co_return QuotePart{arena.tuple({name, with_imports(metadata(meta), ast::name(function)), arena.list({over})})};
        }
    }
    QuotePart right = co_await list(with_marked_head(arena, name, args, context));
    Term marked = with_imports(metadata(meta), name);
    if (is_lexical(name) && args.is_cons()) marked = append(arena, marked, atoms::context, context);
    co_return triple({name}, marked, right);
}

// A variable may turn out to be a call of an imported function without arguments.
Term Quoter::with_zero_import(Term meta, Term name) const {
    if (!imports) return meta;
    const ImportLookup found = find_import(x.env, name, 0);
    return found.kind == ImportLookup::None ? meta : with_imports(meta, name);
}

Task<Term> Expander::quote_to_code(Term q) {
    const Term meta = ast::meta(q);
    FormArgs form = split_options(s.arena, ast::args(q));
    Term options = form.options;
    if (ast::length(ast::args(q)) == 2u && !form.items.empty()) {
        std::string text = co_await show(form.items[0]);
        co_return co_await fail(meta, "invalid options for quote, expected a keyword list, got: " + text);
    }
    if (!form.items.empty()) co_return co_await fail(meta, "invalid arguments for \"quote\"");
    const Term body = ast::get(options, atoms::do_);
    if (body == kNoTerm) co_return co_await fail(meta, "missing :do option in \"quote\"");
    Quoter quoter{*this};
    quoter.context = env.module == atoms::nil_ ? atoms::elixir : env.module;
    Term bound = kNoTerm;
    bool unquote_given = false;
    for (Term option : ast::List(options)) {
        const Term key = ast::first(option);
        const Term value = ast::second(option);
        if (key == atoms::do_) continue;
        if (key == atoms::bind_quoted) {
            bound = value;
            if (!unquote_given) quoter.unquote = false;
            continue;
        }
        Expr* e = co_await expand(value);
        const Term constant = e->kind == ExprKind::Literal ? e->literal : kNoTerm;
        if (key == atoms::context) {
            if (!constant.is_atom() || constant == atoms::nil_) {
                std::string text = co_await show(value);
                co_return co_await fail(meta, "invalid :context for quote, expected non-nil compile time atom or alias, got: " + text);
            }
            quoter.context = constant;
        } else if (key == atoms::location) {
            if (constant == atoms::keep) quoter.keep_file = env.file;
        } else if (key == atoms::unquote_) {
            quoter.unquote = constant != atoms::false_;
            unquote_given = true;
        } else if (key == atoms::line) {
            if (constant == atoms::true_) quoter.keep_lines = true;
            if (constant.is_small()) quoter.line = constant;
        } else if (key == atoms::generated) {
            quoter.generated = constant == atoms::true_;
        } else if (key != atoms::file) {
            co_return co_await fail(meta, "unsupported option " + show_atom(key) + " given to quote");
        }
    }
    if (quoter.unquote && is_splice(body)) {
        const Term text = s.arena.binary("unquote_splicing only works inside arguments and block contexts, wrap it in parens if you want it to work with one-liners");
        const Term failure = s.exception("Elixir.ArgumentError", {{atoms::message, text}});
        co_return co_await s.fail_with(failure);
    }
    QuotePart out = co_await quoter.part(body);
    if (bound == kNoTerm) co_return quoter.as_code(out);

    // Each binding becomes `name = value` before the body.
    Term list = bound;
    if (!list.is_nil() && !ast::is_keyword(list)) {
        std::string text = co_await show(list);
        co_return co_await fail(meta, "invalid :bind_quoted for quote, expected a keyword list of variable names, got: " + text);
    }
    Terms lines;
    for (Term t : ast::List(list)) {
        const Term variable = s.arena.tuple({ast::first(t), meta, quoter.context});
        const Term both = s.arena.list({quoter.as_code({variable}), ast::second(t)});
        lines.push_back(b.call(atoms::op_tuple, Term::nil(), {atoms::op_match, quoter.as_code({quoter.metadata(meta)}), both}));
    }
    lines.push_back(quoter.as_code(out));
    co_return b.call(atoms::op_tuple, Term::nil(), {atoms::q_block, Term::nil(), s.arena.list(lines)});
}

Task<Expr*> Expander::expand_quote(Term q) {
    Term code = co_await quote_to_code(q);
    co_return co_await expand(code);
}

}  // namespace vial::expand

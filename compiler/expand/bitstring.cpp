// compiler/expand/bitstring.cpp: <<...>> in expressions and patterns.
// Here: segments, their specifications, what literals stand for.
// Not here: `<>` and interpolation (macros and the parser make bitstrings of them).
// Threads: as the session.
// Holds: sizes are explicit but for bitstrings of any size; strings with a UTF-16 or UTF-32 type are
//        taken apart into code points here.
#include <algorithm>

#include "compiler/expand/expander.h"

namespace vial::expand {

namespace {

struct Draft {
    Term type = kNoTerm;  // integer, float, bits, bitstring, binary, bytes, utf8, utf16, utf32
    Term sign = kNoTerm;
    Term endian = kNoTerm;
    Term size = kNoTerm;  // quoted
    Term unit = kNoTerm;  // small integer
};

bool is_type(Term t) {
    return t == atoms::integer || t == atoms::float_ || t == atoms::bits || t == atoms::bitstring || t == atoms::binary ||
           t == atoms::bytes || t == atoms::utf8 || t == atoms::utf16 || t == atoms::utf32;
}
bool is_utf(Term t) { return t == atoms::utf8 || t == atoms::utf16 || t == atoms::utf32; }
// Its name in messages.
Term one_name(Term type) { return type == atoms::bytes ? atoms::binary : type == atoms::bits ? atoms::bitstring : type; }

// Whether a literal may have a type; `of`: integer, float_, binary (a string), bitstring (<<...>>), or kNoTerm
// for what is known only when it runs.
bool may_be(Term of, Term type) {
    const Term t = one_name(type);
    if (of == atoms::integer) return t == atoms::integer || t == atoms::float_ || is_utf(t);
    if (of == atoms::float_) return t == atoms::float_;
    if (of == atoms::binary) return t == atoms::binary || t == atoms::bitstring || is_utf(t);
    return of != atoms::bitstring || t == atoms::binary || t == atoms::bitstring;
}

Term kind_of_literal(Term value) {
    return is_bitstring(value) ? atoms::binary : is_float(value) ? atoms::float_ : is_integer(value) ? atoms::integer : kNoTerm;
}
bool is_refused(Term literal) { return literal.is_atom() || literal.is_list(); }

// The code points of valid UTF-8.
std::vector<std::uint32_t> code_points(std::string_view text) {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const int length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        std::uint32_t c = length == 1 ? lead : lead & (0x7fu >> length);
        for (int k = 1; k < length && i + static_cast<std::size_t>(k) < text.size(); ++k) {
            c = c << 6 | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3f);
        }
        out.push_back(c);
        i += static_cast<std::size_t>(length);
    }
    return out;
}

}  // namespace

// Splits `a-b-size(c)` and `size*unit` into their parts, left to right.
static void split_spec(Term spec, Terms& out) {
    Terms rest{spec};
    while (!rest.empty()) {
        const Term t = rest.back();
        rest.pop_back();
        if (ast::is_call_of(t, atoms::op_minus, 2)) {
            rest.push_back(ast::nth(ast::args(t), 1));
            rest.push_back(ast::args(t).head());
        } else {
            out.push_back(t);
        }
    }
}

Task<core::SegmentSpec> Expander::segment_spec(Term meta, Term spec, Term literal, bool match) {
    Draft d;
    Terms parts;
    if (spec != kNoTerm) split_spec(spec, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Term part = parts[i];
        if (ast::is_call_of(part, atoms::op_times, 2)) {
            const Term size = ast::args(part).head();
            const bool any = ast::is_var(size) && ast::name(size) == atoms::underscore;
            if (!any) d.size = size;
            Expr* unit = co_await expand_normal(ast::nth(ast::args(part), 1));
            d.unit = unit->kind == ExprKind::Literal ? unit->literal : atoms::nil_;
            continue;
        }
        if (!ast::is_node(part) || !ast::name(part).is_atom()) {
            d.size = part;
            continue;
        }
        const Term name = ast::name(part);
        const Term args = ast::args(part).is_list() ? ast::args(part) : Term::nil();
        const auto arity = ast::length(args).value_or(0);
        if (arity == 0 && is_type(name)) {
            if (d.type != kNoTerm && d.type != name) {
                co_return co_await fail(meta, "conflicting type specification for bit field: \"" + std::string(s.text(name)) + "\" and \"" + std::string(s.text(d.type)) + "\"");
            }
            d.type = name;
        } else if (arity == 0 && (name == atoms::signed_ || name == atoms::unsigned_)) {
            d.sign = name;
        } else if (arity == 0 && (name == atoms::little || name == atoms::big || name == atoms::native)) {
            d.endian = name;
        } else if (arity == 1 && name == atoms::size) {
            if (d.size != kNoTerm) {
                std::string first = co_await show(d.size);
                std::string second = co_await show(args.head());
                co_return co_await fail(meta, "conflicting size specification for bit field: \"" + second + "\" and \"" + first + "\"");
            }
            d.size = args.head();
        } else if (arity == 1 && name == atoms::unit) {
            Expr* unit = co_await expand_normal(args.head());
            d.unit = unit->kind == ExprKind::Literal ? unit->literal : atoms::nil_;
            if (!d.unit.is_small()) {
                std::string text = co_await show(args.head());
                co_return co_await fail(meta, "unit in bitstring expects a literal integer as argument, got: " + text);
            }
        } else {
            // A macro that gives a specification.
            const Term call = b.node(name, ast::meta(part), args);
            Term got = call;
            if (!is_special_form(name, arity)) {
                Resolved r = co_await resolve_local(ast::meta(part), name, args);
                if (r.kind == Resolved::Expanded) got = r.quoted;
            }
            if (got == call) {
                std::string text = co_await show(call);
                co_return co_await fail(meta, "unknown bitstring specifier: " + text);
            }
            Terms more;
            split_spec(got, more);
            parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1, more.begin(), more.end());
        }
    }
    if (d.type == kNoTerm) d.type = literal == kNoTerm ? atoms::integer : literal;
    if (!may_be(literal, d.type)) {
        co_return co_await fail(meta, "conflicting type specification for bit field: \"" + std::string(s.text(one_name(d.type))) + "\" and \"" + std::string(s.text(literal)) + "\"");
    }
    if (!is_utf(d.type) && (d.type == atoms::integer || d.type == atoms::float_) && d.unit != kNoTerm && d.size == kNoTerm) {
        co_return co_await fail(meta, "integer and float types require a size specifier if the unit specifier is given");
    }
    if (d.unit != kNoTerm && (!d.unit.is_small() || d.unit.small_value() < 1 || d.unit.small_value() > 256)) {
        co_return co_await fail(meta, "unit in bitstring expects an integer between 1 and 256");
    }
    if (is_utf(d.type) && (d.size != kNoTerm || d.unit != kNoTerm)) {
        co_return co_await fail(meta, "size and unit are not supported on utf types");
    }
    const bool bits = d.type == atoms::bits || d.type == atoms::bitstring;
    const bool bytes = d.type == atoms::binary || d.type == atoms::bytes;
    if (d.sign == atoms::signed_ && (bits || bytes || is_utf(d.type))) {
        co_return co_await fail(meta, "signed and unsigned specifiers are supported only on integer and float types");
    }
    if (!match && literal == atoms::bitstring && (d.size != kNoTerm || d.unit != kNoTerm)) {
        co_return co_await fail(meta, "literal <<>> in bitstring supports only type specifiers, which must be one of: binary or bitstring");
    }
    if (literal == atoms::binary && (d.size != kNoTerm || d.unit != kNoTerm || d.sign != kNoTerm)) {
        co_return co_await fail(meta, "literal string in bitstring supports only endianness and type specifiers, which must be one of: little, big, native, utf8, utf16, utf32, bits, bytes, binary or bitstring");
    }
    core::SegmentSpec out;
    out.little = d.endian == atoms::little;
    out.native = d.endian == atoms::native;
    out.is_signed = d.sign == atoms::signed_;
    out.unit = static_cast<std::uint16_t>(d.unit != kNoTerm ? d.unit.small_value() : bytes ? 8 : 1);
    out.type = d.type == atoms::integer ? core::SegmentType::Integer
               : d.type == atoms::float_ ? core::SegmentType::Float
               : d.type == atoms::utf8   ? core::SegmentType::Utf8
               : d.type == atoms::utf16  ? core::SegmentType::Utf16
               : d.type == atoms::utf32  ? core::SegmentType::Utf32
                                         : core::SegmentType::Bits;
    if (d.size != kNoTerm) {
        if (ast::is_var(d.size) && !scope.find(var_key(d.size)) && ast::name(d.size) != atoms::q_module) {
            if (match) co_return co_await fail(meta, "undefined variable \"" + std::string(s.text(ast::name(d.size))) + "\"");
        }
        // Not a conditional expression: g++ 12 awaits both sides of one.
        if (match) {
            out.size = co_await expand_guard(d.size);
        } else {
            out.size = co_await expand_normal(d.size);
        }
        const bool literal_size = out.size->kind == ExprKind::Literal;
        if (literal_size && !is_integer(out.size->literal) && match) {
            std::string text = co_await show(d.size);
            co_return co_await fail(meta, "size in bitstring expects an integer or a variable as argument, got: " + text);
        }
        if (literal_size && out.type == core::SegmentType::Float && out.size->literal.is_small()) {
            const auto bits_wide = out.size->literal.small_value() * out.unit;
            if (bits_wide != 16 && bits_wide != 32 && bits_wide != 64) {
                co_return co_await fail(meta, "float requires size*unit to be 16, 32, or 64 (default), got: " + std::to_string(bits_wide));
            }
        }
    } else if (out.type == core::SegmentType::Integer) {
        out.size = literal_raw(Term::small(8), place(meta));
    } else if (out.type == core::SegmentType::Float) {
        out.size = literal_raw(Term::small(64), place(meta));
    }
    co_return out;
}

Task<Expr*> Expander::expand_normal(Term q) {
    const Context outer = env.context;
    if (outer == Context::Match) env.context = Context::Normal;
    Expr* e = co_await expand(q);
    env.context = outer;
    co_return e;
}

namespace {
// `value :: spec` or a bare value.
void split_segment(Term q, Term& value, Term& spec, Term& meta) {
    value = q;
    spec = kNoTerm;
    if (ast::is_call_of(q, atoms::op_type, 2)) {
        value = ast::args(q).head();
        spec = ast::nth(ast::args(q), 1);
        meta = ast::meta(q);
    }
}
}  // namespace

// Whether a bitstring under construction has whole bytes whatever its values are.
static bool of_bytes(const Expr& e) {
    return std::all_of(e.segments.begin(), e.segments.end(), [](const core::ExprSegment& s) {
        const auto& spec = s.spec;
        if (spec.type == core::SegmentType::Utf8 || spec.type == core::SegmentType::Utf16 || spec.type == core::SegmentType::Utf32) return true;
        if (spec.unit % 8 == 0) return true;
        if (!spec.size) return spec.type == core::SegmentType::Float;
        return spec.size->kind == ExprKind::Literal && spec.size->literal.is_small() &&
               spec.size->literal.small_value() % 8 == 0 && spec.type != core::SegmentType::Bits;
    });
}

static const char* name_of(core::SegmentType type, bool bytes) {
    switch (type) {
        case core::SegmentType::Integer: return "integer";
        case core::SegmentType::Float: return "float";
        case core::SegmentType::Utf8: return "utf8";
        case core::SegmentType::Utf16: return "utf16";
        case core::SegmentType::Utf32: return "utf32";
        case core::SegmentType::Bits: return bytes ? "binary" : "bitstring";
    }
    return "";
}

// A bitstring written as a binary: refused where its sizes are known and no whole bytes.
Task<bool> Expander::check_whole_bytes(Term meta, Term value, const Expr& nested) {
    std::int64_t bits = 0;
    for (const auto& segment : nested.segments) {
        const auto& spec = segment.spec;
        const bool known = spec.size && spec.size->kind == ExprKind::Literal && spec.size->literal.is_small();
        if (!known && (spec.type == core::SegmentType::Integer || (spec.type == core::SegmentType::Bits && spec.unit % 8 != 0))) co_return true;
        if (known) bits += spec.size->literal.small_value() % 8 * spec.unit;
    }
    if (bits % 8 == 0) co_return true;
    // As written, since neighbouring literals of `nested` have been joined.
    std::string text;
    for (Term segment : ast::List(ast::args(value))) {
        Term inner, spec, inner_meta = meta;
        split_segment(segment, inner, spec, inner_meta);
        if (!text.empty()) text += ", ";
        text += co_await show(inner);
        if (spec == kNoTerm) continue;
        const auto how = co_await segment_spec(meta, spec, kNoTerm, false);
        text += std::string("::") + name_of(how.type, how.unit == 8);
        const bool sized = how.size && how.size->kind == ExprKind::Literal && how.size->literal.is_small();
        if (sized) text += "-size(" + std::to_string(how.size->literal.small_value()) + ")";
    }
    co_return co_await fail(meta, "expected <<" + text + ">> to be a binary but its number of bits is not divisible by 8");
}

Task<Expr*> Expander::expand_binary(Term q) {
    const Term outer_meta = ast::meta(q);
    Expr* out = m.expr(ExprKind::Binary, place(outer_meta));
    // Values first, as arguments; specifications after them see the scope before.
    Terms quoted;
    for (Term segment : ast::List(ast::args(q))) {
        Term value, spec, meta = outer_meta;
        split_segment(segment, value, spec, meta);
        quoted.push_back(value);
    }
    Exprs values = co_await expand_args(s.arena.list(quoted));
    std::size_t i = 0;
    for (Term segment : ast::List(ast::args(q))) {
        Term value, spec, meta = outer_meta;
        split_segment(segment, value, spec, meta);
        Expr* e = values[i++];
        const bool literal = e->kind == ExprKind::Literal;
        if (e->kind == ExprKind::Cons || (literal && is_refused(e->literal))) {
            const Term refused = literal ? e->literal : value;
            std::string shown = co_await show(refused);
            co_return co_await fail(meta, "invalid literal " + shown + " in <<>>");
        }
        const bool text = literal && is_bitstring(e->literal);
        // A number with a sign is the value of a call.
        const bool called = ast::is_call(value, atoms::op_minus) || ast::is_call(value, atoms::op_plus);
        const bool inner = e->kind == ExprKind::Binary || ast::is_call(value, atoms::op_binary);
        const Term kind = inner ? atoms::bitstring : literal && !(called && spec != kNoTerm) ? kind_of_literal(e->literal) : kNoTerm;
        core::SegmentSpec how = co_await segment_spec(meta, spec, kind, false);
        if (e->kind == ExprKind::Binary && how.type == core::SegmentType::Bits && how.unit == 8 && ast::is_call(value, atoms::op_binary)) {
            co_await check_whole_bytes(meta, value, *e);
        }
        const bool wide = how.type == core::SegmentType::Utf16 || how.type == core::SegmentType::Utf32;
        if (text && how.type == core::SegmentType::Utf8) how.type = core::SegmentType::Bits, how.unit = 8;
        if (text && wide) {
            std::uint32_t written = 1;
            for (const auto c : code_points(ast::bytes(e->literal))) {
                out->segments.push_back({how, literal_raw(Term::small(c), place(meta)), place(meta), written});
                written = 0;
            }
            continue;
        }
        if (e->kind == ExprKind::Binary && how.type == core::SegmentType::Bits && !how.size && (how.unit == 1 || (how.unit == 8 && of_bytes(*e)))) {
            out->segments.insert(out->segments.end(), e->segments.begin(), e->segments.end());
            continue;
        }
        out->segments.push_back({how, e, place(meta)});
    }
    co_return fold_binary(out);
}

// Neighbouring literal strings become one; a bitstring of constants becomes a literal.
Expr* Expander::fold_binary(Expr* e) {
    std::vector<core::ExprSegment> out;
    std::string pending;
    bool has_pending = false;
    std::uint32_t written = 0;
    Place at = e->place;
    const auto flush = [&] {
        if (!has_pending) return;
        core::SegmentSpec spec;
        spec.type = core::SegmentType::Bits;
        spec.unit = 8;
        out.push_back({spec, literal_raw(m.arena->binary(pending), at), at, written});
        pending.clear();
        written = 0;
        has_pending = false;
    };
    for (const auto& segment : e->segments) {
        const Expr* v = segment.value;
        const bool constant = v->kind == ExprKind::Literal;
        const auto& spec = segment.spec;
        if (constant && spec.type == core::SegmentType::Bits && !spec.size && is_bitstring(v->literal) && whole_bytes(v->literal)) {
            pending += ast::bytes(v->literal);
            written += segment.written;
            has_pending = true;
        } else if (constant && spec.type == core::SegmentType::Integer && v->literal.is_small() && spec.size &&
                   spec.size->kind == ExprKind::Literal && spec.size->literal == Term::small(8) && spec.unit == 1) {
            pending += static_cast<char>(v->literal.small_value() & 0xff);
            written += segment.written;
            has_pending = true;
        } else {
            flush();
            out.push_back(segment);
        }
    }
    if (out.empty()) return literal_raw(m.arena->binary(pending), e->place);
    flush();
    e->segments = std::move(out);
    return e;
}

Task<Pattern*> Expander::binary_pattern(Term q) {
    const Term outer_meta = ast::meta(q);
    Pattern* out = m.pattern(PatternKind::Binary, place(outer_meta));
    const auto count = ast::length(ast::args(q)).value_or(0);
    std::uint32_t index = 0;
    for (Term segment : ast::List(ast::args(q))) {
        ++index;
        Term value, spec, meta = outer_meta;
        split_segment(segment, value, spec, meta);
        Pattern* p = co_await pattern(value);
        if (p->kind == PatternKind::Alias) {
            std::string shown = co_await show(value);
            co_return co_await fail(meta, "cannot pattern match inside a bitstring that is already in match, got: " + shown);
        }
        const bool literal = p->kind == PatternKind::Literal;
        if (p->kind == PatternKind::Cons || (literal && is_refused(p->literal))) {
            const Term refused = literal ? p->literal : value;
            std::string shown = co_await show(refused);
            co_return co_await fail(meta, "invalid literal " + shown + " in <<>>");
        }
        const bool text = literal && is_bitstring(p->literal);
        const bool inner = p->kind == PatternKind::Binary || ast::is_call(value, atoms::op_binary);
        const Term kind = inner ? atoms::bitstring : literal ? kind_of_literal(p->literal) : kNoTerm;
        core::SegmentSpec how = co_await segment_spec(meta, spec, kind, true);
        if (literal && how.type == core::SegmentType::Float && p->literal.is_small()) {
            p = pattern_literal(m.arena->floating(static_cast<double>(p->literal.small_value())), p->place);
        }
        const bool wide = how.type == core::SegmentType::Utf16 || how.type == core::SegmentType::Utf32;
        if (text && how.type == core::SegmentType::Utf8) how.type = core::SegmentType::Bits, how.unit = 8;
        if (text && wide) {
            for (const auto c : code_points(ast::bytes(p->literal))) {
                out->segments.push_back({how, pattern_literal(Term::small(c), place(meta)), place(meta)});
            }
            continue;
        }
        if (p->kind == PatternKind::Binary && how.type == core::SegmentType::Bits && !how.size) {
            out->segments.insert(out->segments.end(), p->segments.begin(), p->segments.end());
            continue;
        }
        const bool open = how.type == core::SegmentType::Bits && !how.size && !text;
        if (open && index != count) {
            co_return co_await fail(meta, "a binary field without size is only allowed at the end of a binary pattern, at the right side of binary concatenation and and never allowed in binary generators. The following examples are invalid:\n\n    rest <> \"foo\"\n    <<rest::binary, \"foo\">>\n\nThey are invalid because there is a bits/bitstring component not at the end. However, the \"reverse\" would work:\n\n    \"foo\" <> rest\n    <<\"foo\", rest::binary>>\n\n");
        }
        out->segments.push_back({how, p, place(meta)});
    }
    co_return out;
}

bool Expander::whole_bytes(Term t) {
    return t.is_boxed_kind(BoxedKind::HeapBinary) || t.is_boxed_kind(BoxedKind::SharedBinary);
}

}  // namespace vial::expand

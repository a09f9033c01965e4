// compiler/ssa/lower_build.cpp: expressions that build data.
// Here: lists, tuples, maps, bitstrings, closures, captures; constant ones become literals.
// Not here: patterns of the same shapes (lower_pattern.cpp, lower_segment.cpp).
// Threads: -
// Holds: the tail of a list is followed in a loop: lists of thousands of elements nest that deep.
#include <algorithm>

#include "compiler/ssa/lower_internal.h"

namespace vial::ssa {

using core::Expr;
using core::ExprKind;

namespace {

bool all_constant(std::span<const Arg> args) {
    return std::all_of(args.begin(), args.end(), [](const Arg& a) { return a.is_constant(); });
}

}  // namespace

Arg Lowerer::cons_value(const Expr& e) {
    std::vector<std::pair<Arg, core::Place>> heads;
    const Expr* at = &e;
    for (; at->kind == ExprKind::Cons; at = at->args[1]) {
        heads.emplace_back(value(*at->args[0]), at->place);
    }
    Arg list = value(*at);
    for (std::size_t i = heads.size(); i-- > 0;) {
        const Arg head = heads[i].first;
        if (head.is_constant() && list.is_constant()) {
            list = Arg::constant(program_.arena.cons(head.term, list.term));
        } else {
            list = emit(Opcode::Cons, {head, list}, heads[i].second);
        }
    }
    return list;
}

Arg Lowerer::tuple_value(const Expr& e) {
    auto elements = values(e.args);
    if (!all_constant(elements)) return emit(Opcode::Tuple, std::move(elements), e.place);
    std::vector<Term> terms;
    for (const auto& a : elements) terms.push_back(a.term);
    return Arg::constant(program_.arena.tuple(terms));
}

Arg Lowerer::map_value(const Expr& e) {
    const Expr* base = e.args[0];
    std::vector<Arg> args;
    if (base != nullptr) args.push_back(value(*base));
    for (std::size_t i = 1; i < e.args.size(); ++i) args.push_back(value(*e.args[i]));
    if (base != nullptr) {
        return fallible(e.flag ? Opcode::MapUpdate : Opcode::MapPut, std::move(args), e.place);
    }
    if (!all_constant(args)) return emit(Opcode::MapNew, std::move(args), e.place);
    std::vector<std::pair<Term, Term>> pairs;
    for (std::size_t i = 0; i < args.size(); i += 2) pairs.emplace_back(args[i].term, args[i + 1].term);
    return Arg::constant(program_.arena.map(pairs, program_.atoms));
}

// kind, unit, flags into `extra`; value, size into `args`: see BinMake.
void Lowerer::add_segment(const core::ExprSegment& s, std::vector<Arg>& args,
                          std::vector<std::uint32_t>& extra) {
    using core::SegmentType;
    const Arg nil = Arg::constant(Term::nil());
    const Arg v = value(*s.value);
    Arg size = s.spec.size != nullptr ? value(*s.spec.size) : nil;
    std::uint32_t kind = 0;
    std::uint32_t unit = s.spec.unit;
    switch (s.spec.type) {
        case SegmentType::Integer:
            if (s.spec.size == nullptr) size = Arg::constant(Term::small(8));
            break;
        case SegmentType::Float:
            kind = 1;
            if (s.spec.size == nullptr) size = Arg::constant(Term::small(64));
            break;
        case SegmentType::Bits:
            kind = s.spec.size != nullptr ? 2 : 3;
            if (kind == 3 && v.is_constant() && is_bitstring(v.term)) kind = 7;
            break;
        case SegmentType::Utf8: kind = 4; break;
        case SegmentType::Utf16: kind = 5; break;
        case SegmentType::Utf32: kind = 6; break;
    }
    if (kind == 7) unit = 1;
    args.push_back(v);
    args.push_back(size);
    extra.insert(extra.end(), {kind, unit, kind == 7 ? s.written : flags_of(s.spec)});
}

Arg Lowerer::binary_value(const Expr& e) {
    std::vector<Arg> args;
    std::vector<std::uint32_t> extra;
    for (const auto& s : e.segments) add_segment(s, args, extra);
    if (args.empty()) return Arg::constant(program_.arena.binary(""));
    // One constant: itself. `<>` and interpolation leave such.
    if (extra.size() == 3 && extra[0] == 7) return args[0];
    constexpr std::uint32_t kWhole = 3;
    if (extra.size() == 3 || extra[0] != kWhole) {
        return fallible(Opcode::BinMake, std::move(args), e.place, 0, std::move(extra));
    }
    const std::uint32_t unit = extra[1];
    args.erase(args.begin() + 1);
    extra.erase(extra.begin(), extra.begin() + 3);
    return fallible(Opcode::BinAppend, std::move(args), e.place, unit, std::move(extra));
}

Arg Lowerer::fn_value(const Expr& e) {
    const core::Scope& scope = scope_of(&e);
    const auto free = scope.free;
    const auto name = "-" + base_name_ + "-fun-" + std::to_string(lifted_count_++) + "-";
    const auto function = new_function(name, e.arity, free.size(), e.place);
    pending_.push_back({&e, function, analysis_.scope_of.at(&e)});
    std::uint32_t unique = e.place.line * 2654435761u + e.place.column * 40503u;
    for (const char c : name) unique = unique * 31 + static_cast<unsigned char>(c);
    program_.lambdas.push_back({function, e.arity, static_cast<std::uint32_t>(free.size()), unique});
    std::vector<Arg> args;
    for (const auto v : free) args.push_back(get(v));
    return emit(Opcode::MakeFun, std::move(args), e.place,
                static_cast<std::uint32_t>(program_.lambdas.size() - 1));
}

Arg Lowerer::local_capture(const Expr& e) {
    const auto function = local_function(e.literal, e.arity);
    if (function == kNone) {
        // The expander has reported it; what runs says so too.
        error("undef", {}, e.place);
        cur_ = new_block();
        return Arg::constant(Term::nil());
    }
    const auto fresh = capture_lambdas_.try_emplace(function, program_.lambdas.size());
    if (fresh.second) {
        std::uint32_t unique = e.arity;
        for (const char c : program_.functions[function].name) {
            unique = unique * 31 + static_cast<unsigned char>(c);
        }
        program_.lambdas.push_back({function, e.arity, 0, unique});
    }
    return emit(Opcode::MakeFun, {}, e.place, fresh.first->second);
}

}  // namespace vial::ssa

// tests/unit/compiler/support/core_text.cpp: see core_text.h.
// Here: -
// Not here: -
// Threads: -
// Holds: -
#include "tests/unit/compiler/support/core_text.h"

#include "vm/term/print.h"

namespace vial::test {

using core::ExprKind;
using core::PatternKind;

std::string CoreText::segment(const std::string& value, const core::SegmentSpec& spec) const {
    constexpr const char* kTypes[] = {"integer", "float", "bits", "utf8", "utf16", "utf32"};
    std::string out = value + "::" + kTypes[static_cast<int>(spec.type)];
    if (spec.size != nullptr) out += "(" + (*this)(spec.size) + ")";
    if (spec.unit != 1) out += "*" + std::to_string(spec.unit);
    return out + (spec.little ? "-little" : "") + (spec.is_signed ? "-signed" : "");
}

std::string CoreText::clauses(const std::vector<core::Clause>& all) const {
    std::string out = "{";
    for (std::size_t i = 0; i < all.size(); ++i) out += (i == 0 ? "" : "; ") + (*this)(all[i]);
    return out + "}";
}

std::string CoreText::operator()(const core::Clause& c) const {
    std::string out = list(c.patterns);
    for (std::size_t i = 0; i < c.guards.size(); ++i) out += (i == 0 ? " when " : " | ") + (*this)(c.guards[i]);
    return out + (out.empty() ? "-> " : " -> ") + (*this)(c.body);
}

std::string CoreText::operator()(const core::Pattern* p) const {
    std::string out;
    switch (p->kind) {
        case PatternKind::Any: return "_";
        case PatternKind::Var: return name(p->var);
        case PatternKind::Literal: return print_term(p->literal, atoms);
        case PatternKind::Equal: return "^" + (*this)(p->expr);
        case PatternKind::Cons: return "[" + (*this)(p->children[0]) + " | " + (*this)(p->children[1]) + "]";
        case PatternKind::Tuple: return "{" + list(p->children) + "}";
        case PatternKind::Alias:
            if (p->var != core::kNoVar) out = name(p->var);
            for (const auto* c : p->children) out += (out.empty() ? "" : " = ") + (*this)(c);
            return "(" + out + ")";
        case PatternKind::Map:
            for (std::size_t i = 0; i < p->keys.size(); ++i) out += (i == 0 ? "" : ", ") + (*this)(p->keys[i]) + " => " + (*this)(p->children[i]);
            return "%{" + out + "}";
        case PatternKind::Binary:
            for (const auto& s : p->segments) out += (out.empty() ? "" : ", ") + segment((*this)(s.value), s.spec);
            return "<<" + out + ">>";
    }
    return "?";
}

std::string CoreText::operator()(const core::Expr* e) const {
    std::string out;
    switch (e->kind) {
        case ExprKind::Literal: return print_term(e->literal, atoms);
        case ExprKind::Var: return name(e->var);
        case ExprKind::Cons: return "[" + (*this)(e->args[0]) + " | " + (*this)(e->args[1]) + "]";
        case ExprKind::Tuple: return "{" + list(e->args) + "}";
        case ExprKind::Map:
            if (e->args[0] != nullptr) out = (*this)(e->args[0]) + " | ";
            for (std::size_t i = 1; i + 1 < e->args.size(); i += 2) out += (i == 1 ? "" : ", ") + (*this)(e->args[i]) + (e->flag ? " := " : " => ") + (*this)(e->args[i + 1]);
            return "%{" + out + "}";
        case ExprKind::Binary:
            for (const auto& s : e->segments) out += (out.empty() ? "" : ", ") + segment((*this)(s.value), s.spec);
            return "<<" + out + ">>";
        case ExprKind::Match: return (*this)(e->pattern) + " = " + (*this)(e->args[0]);
        case ExprKind::Sequence:
            for (const auto* a : e->args) out += (out.empty() ? "" : "; ") + (*this)(a);
            return "(" + out + ")";
        case ExprKind::Case: return "case " + list(e->args) + " " + clauses(e->clauses);
        case ExprKind::Receive:
            out = "receive " + clauses(e->clauses);
            return e->args.empty() ? out : out + " after " + (*this)(e->args[0]) + " -> " + (*this)(e->args[1]);
        case ExprKind::Try:
            out = "try " + (*this)(e->try_parts->body) + " rescue " + clauses(e->try_parts->handlers) + " else " + clauses(e->try_parts->otherwise);
            return e->try_parts->after == nullptr ? out : out + " after " + (*this)(e->try_parts->after);
        case ExprKind::Fn: return "fn " + clauses(e->clauses);
        case ExprKind::LocalCall: return std::string(atoms.text(e->literal)) + "(" + list(e->args) + ")";
        case ExprKind::RemoteCall: return (*this)(e->args[0]) + "." + (*this)(e->args[1]) + "(" + list(e->args, 2) + ")";
        case ExprKind::FunCall: return (*this)(e->args[0]) + ".(" + list(e->args, 1) + ")";
        case ExprKind::LocalCapture: return "&" + std::string(atoms.text(e->literal)) + "/" + std::to_string(e->arity);
        case ExprKind::RemoteCapture: return "&" + (*this)(e->args[0]) + "." + (*this)(e->args[1]) + "/" + (*this)(e->args[2]);
        case ExprKind::Loop: {
            const auto& parts = *e->loop_parts;
            for (const core::VarId v : parts.parameters) out += (out.empty() ? "" : ", ") + name(v);
            return "loop " + std::to_string(parts.loop) + "(" + out + ") " + clauses(parts.clauses) + " in " + (*this)(parts.in);
        }
        case ExprKind::LoopCall: return "loop " + std::to_string(e->loop) + "!(" + list(e->args) + ")";
        case ExprKind::Trace: return "trace";
        case ExprKind::AndAlso: return "(" + (*this)(e->args[0]) + " and " + (*this)(e->args[1]) + ")";
        case ExprKind::OrElse: return "(" + (*this)(e->args[0]) + " or " + (*this)(e->args[1]) + ")";
        case ExprKind::BadBoolean: return "bad_boolean " + print_term(e->literal, atoms) + " " + (*this)(e->args[0]);
    }
    return "?";
}

}  // namespace vial::test

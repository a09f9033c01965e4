// runtime/table/match_compile.cpp: match specifications to flat programs.
// Here: MatchSpec::compile and what it needs.
// Not here: running (match_run.cpp), the functions guards may call (match_functions.h).
// Threads: as match_spec.h.
// Holds: an explicit stack instead of recursion; variables beyond $100000 are refused, so that a
//        specification cannot ask for absurd room.
#include <algorithm>
#include <charconv>
#include <utility>

#include "runtime/table/match_functions.h"
#include "runtime/table/match_spec.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"
#include "vm/term/compare.h"
#include "vm/term/map.h"

namespace vial {
namespace {

constexpr std::uint32_t kMaxVariable = 100000;

// What is still to be compiled: a term, or a step that goes behind what was compiled before it.
struct PendingStep {
    Term term;
    bool is_step;
    MatchStep step;
};

}  // namespace

bool MatchSpec::variable_number(Term t, std::uint32_t& number) const {
    if (!t.is_atom()) return false;
    const std::string_view text = atoms_->text(t);
    if (text.size() < 2 || text[0] != '$') return false;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number <= kMaxVariable;
}

bool MatchSpec::compile(Term spec, const AtomTable& atoms) {
    atoms_ = &atoms;
    for (; spec.is_cons(); spec = spec.tail()) {
        if (!compile_clause(spec.head())) return false;
    }
    return spec.is_nil();
}

bool MatchSpec::compile_pattern(Term pattern, bool whole_object, const AtomTable& atoms) {
    atoms_ = &atoms;
    Clause clause;
    if (!compile_head(pattern, clause)) return false;
    clause.body.push_back({whole_object ? MatchOp::Object : MatchOp::All});
    clauses_.push_back(std::move(clause));
    return true;
}

bool MatchSpec::compile_clause(Term term) {
    if (!is_tuple_of(term, 3)) return false;
    Clause clause;
    if (!compile_head(tuple_element(term, 0), clause)) return false;
    Term guards = tuple_element(term, 1);
    for (; guards.is_cons(); guards = guards.tail()) {
        if (!compile_expression(guards.head(), clause.guard, clause)) return false;
        // Each guard must be true; the first that is not ends it.
        clause.guard.push_back({MatchOp::Fail});
    }
    Term body = tuple_element(term, 2);
    if (!guards.is_nil() || !body.is_cons()) return false;
    // Only the last expression's value counts; the others have no effects here.
    for (; body.is_cons(); body = body.tail()) {
        clause.body.clear();
        if (!compile_expression(body.head(), clause.body, clause)) return false;
    }
    if (!body.is_nil()) return false;
    clauses_.push_back(std::move(clause));
    return true;
}

bool MatchSpec::compile_head(Term head, Clause& clause) {
    clause.head = head;
    std::uint32_t number = 0;
    std::vector<bool> seen;
    std::vector<Term> pending{head};
    while (!pending.empty()) {
        const Term t = pending.back();
        pending.pop_back();
        if (t.is_atom() && atoms_->text(t) == "_") {
            clause.pattern.push_back({MatchOp::Any});
        } else if (variable_number(t, number)) {
            if (seen.size() <= number) seen.resize(number + 1);
            clause.pattern.push_back({seen[number] ? MatchOp::Same : MatchOp::Bind, number});
            seen[number] = true;
            clause.variables = std::max(clause.variables, number + 1);
        } else if (is_tuple(t)) {
            const auto elements = tuple_elements(t);
            clause.pattern.push_back({MatchOp::Tuple, static_cast<std::uint32_t>(elements.size())});
            for (std::size_t i = elements.size(); i-- > 0;) pending.push_back(elements[i]);
        } else if (t.is_cons()) {
            clause.pattern.push_back({MatchOp::Cons});
            pending.push_back(t.tail());
            pending.push_back(t.head());
        } else if (is_map(t)) {
            clause.pattern.push_back({MatchOp::Map, static_cast<std::uint32_t>(map_size(t))});
            // The values follow in the order of the keys given here.
            std::vector<Term> values;
            Term key, value;
            for (MapIterator it(t); it.next(key, value);) {
                clause.pattern.push_back({MatchOp::MapKey, 0, key});
                values.push_back(value);
            }
            for (std::size_t i = 0; i < values.size(); ++i) pending.push_back(values[i]);
        } else {
            clause.pattern.push_back({MatchOp::Equal, 0, t});
        }
    }
    return true;
}

bool MatchSpec::compile_expression(Term expression, std::vector<MatchStep>& out, Clause& clause) {
    std::vector<PendingStep> pending{{expression, false, {}}};
    std::vector<std::vector<std::uint32_t>> groups;  // of andalso / orelse: their jumps
    std::uint32_t number = 0;
    const auto push_term = [&](Term t) { pending.push_back({t, false, {}}); };
    const auto push_step = [&](MatchStep s) { pending.push_back({Term(), true, s}); };
    while (!pending.empty()) {
        const PendingStep next = pending.back();
        pending.pop_back();
        if (next.is_step) {
            // A jump waits for the end of its group, which then tells it where to go.
            if (next.step.op == MatchOp::Any) {
                for (const std::uint32_t jump : groups.back()) out[jump].number = static_cast<std::uint32_t>(out.size());
                groups.pop_back();
                out.push_back({MatchOp::Boolean});
            } else if (next.step.op == MatchOp::Bind) {
                groups.emplace_back();
            } else {
                if (next.step.op == MatchOp::AndAlso || next.step.op == MatchOp::OrElse) {
                    groups.back().push_back(static_cast<std::uint32_t>(out.size()));
                }
                out.push_back(next.step);
            }
            continue;
        }
        const Term t = next.term;
        if (variable_number(t, number)) {
            if (number >= clause.variables) return false;
            out.push_back({MatchOp::Variable, number});
        } else if (t.is_atom()) {
            const auto text = atoms_->text(t);
            if (text == "$_") out.push_back({MatchOp::Object});
            else if (text == "$$") out.push_back({MatchOp::All});
            else out.push_back({MatchOp::Push, 0, t});
        } else if (t.is_cons()) {
            push_step({MatchOp::MakeCons});
            push_term(t.tail());
            push_term(t.head());
        } else if (is_map(t) && map_size(t) > 0) {
            push_step({MatchOp::MakeMap, static_cast<std::uint32_t>(map_size(t))});
            Term key, value;
            for (MapIterator it(t); it.next(key, value);) {
                push_term(value);
                push_term(key);
            }
        } else if (is_tuple(t)) {
            const auto elements = tuple_elements(t);
            if (elements.size() == 1 && is_tuple(elements[0])) {  // {{a, b}} makes a tuple
                const auto inner = tuple_elements(elements[0]);
                push_step({MatchOp::MakeTuple, static_cast<std::uint32_t>(inner.size())});
                for (std::size_t i = inner.size(); i-- > 0;) push_term(inner[i]);
                continue;
            }
            if (elements.empty() || !elements[0].is_atom()) return false;
            const auto name = atoms_->text(elements[0]);
            const auto arity = static_cast<std::uint32_t>(elements.size() - 1);
            if (name == "const" && arity == 1) {
                out.push_back({MatchOp::Push, 0, elements[1]});
                continue;
            }
            if ((name == "andalso" || name == "orelse") && arity >= 1) {
                const MatchOp op = name == "andalso" ? MatchOp::AndAlso : MatchOp::OrElse;
                // operand, jump, operand, jump, ..., operand; all jumps go behind the last one.
                push_step({MatchOp::Any});  // the group's end
                for (std::size_t i = elements.size(); i-- > 1;) {
                    if (i + 1 < elements.size()) push_step({op});
                    push_term(elements[i]);
                }
                push_step({MatchOp::Bind});  // the group's beginning
                continue;
            }
            const int function = match_function(name, arity);
            if (function < 0) return false;
            push_step({MatchOp::Call, static_cast<std::uint32_t>(function) << 8 | arity});
            for (std::size_t i = elements.size(); i-- > 1;) push_term(elements[i]);
        } else {
            out.push_back({MatchOp::Push, 0, t});
        }
    }
    return true;
}

// A term that stands for itself, in a head and in an expression.
bool MatchSpec::is_constant(Term term) const {
    std::vector<Term> pending{term};
    std::uint32_t number = 0;
    while (!pending.empty()) {
        const Term t = pending.back();
        pending.pop_back();
        if (t == atoms::underscore || variable_number(t, number)) return false;
        if (t.is_atom() && (atoms_->text(t) == "$_" || atoms_->text(t) == "$$")) return false;
        if (is_map(t)) return false;  // a map pattern matches many keys
        if (is_tuple(t)) {
            for (Term e : tuple_elements(t)) pending.push_back(e);
        } else if (t.is_cons()) {
            pending.push_back(t.tail());
            pending.push_back(t.head());
        }
    }
    return true;
}

// Whether the expression is the key of a row with that head: the same variable or constant, the constant
// quoted, or the element of the object.
bool MatchSpec::is_key(Term expression, Term key, std::uint32_t key_position) const {
    if (is_tuple_of(expression, 3)) {
        return tuple_element(expression, 0) == atoms::element && tuple_element(expression, 2) == atoms_->find("$_") &&
               tuple_element(expression, 1) == Term::small(std::int64_t{key_position} + 1);
    }
    if (is_tuple_of(expression, 2) && tuple_element(expression, 0) == atoms_->find("const")) {
        return is_constant(key) && equal_exact(tuple_element(expression, 1), key);
    }
    return builds(expression, key);
}

// Whether the expression makes what the pattern matched; tuples are written {{...}} in expressions.
bool MatchSpec::builds(Term expression, Term pattern) const {
    std::vector<std::pair<Term, Term>> pending{{expression, pattern}};
    std::uint32_t number = 0;
    while (!pending.empty()) {
        const auto [made, matched] = pending.back();
        pending.pop_back();
        if (is_tuple(matched)) {
            if (!is_tuple_of(made, 1) || !is_tuple_of(tuple_element(made, 0), tuple_arity(matched))) return false;
            const auto inner = tuple_elements(tuple_element(made, 0)), elements = tuple_elements(matched);
            for (std::size_t i = 0; i < elements.size(); ++i) pending.emplace_back(inner[i], elements[i]);
        } else if (matched.is_cons()) {
            if (!made.is_cons()) return false;
            pending.emplace_back(made.head(), matched.head());
            pending.emplace_back(made.tail(), matched.tail());
        } else if (!(variable_number(matched, number) ? made == matched : is_constant(matched) && equal_exact(made, matched))) {
            return false;
        }
    }
    return true;
}

bool MatchSpec::keeps_key(Term spec, std::uint32_t key_position) const {
    for (; spec.is_cons(); spec = spec.tail()) {
        const Term head = tuple_element(spec.head(), 0), body = tuple_element(spec.head(), 2);
        const Term made = body.head();
        if (!body.tail().is_nil()) return false;
        if (made == atoms_->find("$_")) continue;
        if (!is_tuple(head) || tuple_arity(head) <= key_position) return false;
        const Term key = tuple_element(head, key_position);
        const bool quoted = is_tuple_of(made, 2) && tuple_element(made, 0) == atoms_->find("const");
        if (!quoted && !is_tuple_of(made, 1)) return false;
        const Term object = tuple_element(made, quoted ? 1 : 0);
        if (!is_tuple(object) || tuple_arity(object) <= key_position) return false;
        const Term made_key = tuple_element(object, key_position);
        if (quoted ? !(is_constant(key) && equal_exact(made_key, key)) : !is_key(made_key, key, key_position)) return false;
    }
    return true;
}

Term MatchSpec::fixed_key(std::uint32_t key_position) const {
    // Only a single clause whose key is a constant throughout; anything else walks the table.
    if (clauses_.size() != 1 || !is_tuple(clauses_[0].head)) return kNoTerm;
    const auto elements = tuple_elements(clauses_[0].head);
    if (elements.size() <= key_position) return kNoTerm;
    const Term key = elements[key_position];
    return is_constant(key) ? key : kNoTerm;
}

}  // namespace vial

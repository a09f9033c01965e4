// runtime/table/match_run.cpp: running a compiled match specification on a row.
// Here: MatchSpec::run and what it needs.
// Not here: compiling (match_compile.cpp).
// Threads: as match_spec.h.
// Holds: terms made here stand in scratch blocks that are used again by the next run.
#include <algorithm>
#include <cmath>
#include <memory>

#include "runtime/table/match_functions.h"
#include "runtime/table/match_spec.h"
#include "vm/tables/atoms.h"
#include "vm/term/binary.h"
#include "vm/term/boxed.h"
#include "vm/term/compare.h"
#include "vm/term/map.h"
#include "vm/term/number.h"

namespace vial {
namespace {

constexpr Word kScratchWords = 1024;

Term boolean_term(bool b) { return b ? atoms::true_ : atoms::false_; }
bool is_boolean(Term t) { return t == atoms::true_ || t == atoms::false_; }

std::optional<std::int64_t> proper_length(Term list) {
    std::int64_t n = 0;
    for (; list.is_cons(); list = list.tail()) ++n;
    if (!list.is_nil()) return std::nullopt;
    return n;
}

// Functions of one value that answer true or false, or -1 for those that are none.
int type_test(MatchFunction f, Term a) {
    switch (f) {
        case MatchFunction::IsAtom: return a.is_atom();
        case MatchFunction::IsFloat: return is_float(a);
        case MatchFunction::IsInteger: return is_integer(a);
        case MatchFunction::IsList: return a.is_list();
        case MatchFunction::IsNumber: return is_number(a);
        case MatchFunction::IsPid: return is_pid(a);
        case MatchFunction::IsPort: return is_port(a);
        case MatchFunction::IsReference: return is_reference(a);
        case MatchFunction::IsTuple: return is_tuple(a);
        case MatchFunction::IsMap: return is_map(a);
        case MatchFunction::IsBinary: return is_binary(a);
        case MatchFunction::IsBitstring: return is_bitstring(a);
        case MatchFunction::IsFunction: return is_fun(a);
        case MatchFunction::IsBoolean: return is_boolean(a);
        default: return -1;
    }
}

int arithmetic_op(MatchFunction f) {
    switch (f) {
        case MatchFunction::Add: return static_cast<int>(ArithmeticOp::Add);
        case MatchFunction::Subtract: return static_cast<int>(ArithmeticOp::Subtract);
        case MatchFunction::Multiply: return static_cast<int>(ArithmeticOp::Multiply);
        case MatchFunction::Divide: return static_cast<int>(ArithmeticOp::Divide);
        case MatchFunction::IntDivide: return static_cast<int>(ArithmeticOp::IntDivide);
        case MatchFunction::Remainder: return static_cast<int>(ArithmeticOp::Remainder);
        case MatchFunction::BitAnd: return static_cast<int>(ArithmeticOp::BitAnd);
        case MatchFunction::BitOr: return static_cast<int>(ArithmeticOp::BitOr);
        case MatchFunction::BitXor: return static_cast<int>(ArithmeticOp::BitXor);
        case MatchFunction::ShiftLeft: return static_cast<int>(ArithmeticOp::ShiftLeft);
        case MatchFunction::ShiftRight: return static_cast<int>(ArithmeticOp::ShiftRight);
        case MatchFunction::Negate: return static_cast<int>(ArithmeticOp::Negate);
        case MatchFunction::BitNot: return static_cast<int>(ArithmeticOp::BitNot);
        case MatchFunction::Abs: return static_cast<int>(ArithmeticOp::Absolute);
        default: return -1;
    }
}

std::optional<bool> comparison(MatchFunction f, Term a, Term b, const AtomTable& atoms) {
    switch (f) {
        case MatchFunction::Greater: return compare_terms(a, b, atoms) > 0;
        case MatchFunction::GreaterEqual: return compare_terms(a, b, atoms) >= 0;
        case MatchFunction::Less: return compare_terms(a, b, atoms) < 0;
        case MatchFunction::LessEqual: return compare_terms(a, b, atoms) <= 0;
        case MatchFunction::Equal: return equal(a, b);
        case MatchFunction::ExactEqual: return equal_exact(a, b);
        case MatchFunction::NotEqual: return !equal(a, b);
        case MatchFunction::ExactNotEqual: return !equal_exact(a, b);
        default: return std::nullopt;
    }
}

// The size of something that has one; -1 otherwise.
std::int64_t size_of(MatchFunction f, Term a) {
    switch (f) {
        case MatchFunction::Length: return a.is_list() ? proper_length(a).value_or(-1) : -1;
        case MatchFunction::MapSize: return is_map(a) ? static_cast<std::int64_t>(map_size(a)) : -1;
        case MatchFunction::TupleSize: return is_tuple(a) ? static_cast<std::int64_t>(tuple_arity(a)) : -1;
        case MatchFunction::BitSize: return is_bitstring(a) ? static_cast<std::int64_t>(bitstring_bits(a)) : -1;
        case MatchFunction::ByteSize: return is_bitstring(a) ? static_cast<std::int64_t>((bitstring_bits(a) + 7) / 8) : -1;
        case MatchFunction::Size:
            if (is_tuple(a)) return static_cast<std::int64_t>(tuple_arity(a));
            return is_bitstring(a) ? static_cast<std::int64_t>(bitstring_bits(a) / 8) : -1;
        default: return -1;
    }
}

}  // namespace

Word* MatchSpec::scratch(Word words) {
    if (static_cast<Word>(scratch_.end - scratch_.top) < words) {
        const Word size = std::max(words, kScratchWords);
        scratch_.blocks.push_back(std::make_unique<Word[]>(size));
        scratch_.top = scratch_.blocks.back().get();
        scratch_.end = scratch_.top + size;
    }
    Word* at = scratch_.top;
    scratch_.top += words;
    return at;
}

Term MatchSpec::scratch_cons(Term head, Term tail) {
    Word* at = scratch(kConsWords);
    at[0] = head.word();
    at[1] = tail.word();
    return Term::cons(at);
}

// Keeps the first block for the results to come.
void MatchSpec::forget_results() {
    if (scratch_.blocks.empty()) return;
    scratch_.blocks.resize(1);
    scratch_.top = scratch_.blocks[0].get();
    scratch_.end = scratch_.top + kScratchWords;
}

bool MatchSpec::run(Term object, Term self, Term& result) {
    for (const Clause& clause : clauses_) {
        if (!matches(clause, object)) continue;
        Term value;
        if (!clause.guard.empty() && !evaluate(clause.guard, clause, object, self, value)) continue;
        if (!evaluate(clause.body, clause, object, self, value)) value = atoms::EXIT;
        result = value;
        return true;
    }
    return false;
}

bool MatchSpec::matches(const Clause& clause, Term object) {
    bound_.assign(clause.variables, kNoTerm);
    stack_.clear();
    stack_.push_back(object);
    for (std::size_t i = 0; i < clause.pattern.size(); ++i) {
        const MatchStep& step = clause.pattern[i];
        const Term t = stack_.back();
        stack_.pop_back();
        switch (step.op) {
            case MatchOp::Any: break;
            case MatchOp::Bind: bound_[step.number] = t; break;
            case MatchOp::Same:
                if (!equal_exact(bound_[step.number], t)) return false;
                break;
            case MatchOp::Equal:
                if (!equal_exact(step.constant, t)) return false;
                break;
            case MatchOp::Tuple: {
                if (!is_tuple(t) || tuple_arity(t) != step.number) return false;
                const auto elements = tuple_elements(t);
                for (std::size_t e = elements.size(); e-- > 0;) stack_.push_back(elements[e]);
                break;
            }
            case MatchOp::Cons:
                if (!t.is_cons()) return false;
                stack_.push_back(t.tail());
                stack_.push_back(t.head());
                break;
            case MatchOp::Map:
                if (!is_map(t)) return false;
                for (std::uint32_t k = 0; k < step.number; ++k) {
                    const Term value = map_get(t, clause.pattern[++i].constant, *atoms_);
                    if (value == kNoTerm) return false;
                    stack_.push_back(value);
                }
                break;
            default: return false;
        }
    }
    return true;
}

bool MatchSpec::evaluate(const std::vector<MatchStep>& steps, const Clause& clause, Term object, Term self,
                         Term& value) {
    stack_.clear();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const MatchStep& step = steps[i];
        switch (step.op) {
            case MatchOp::Push: stack_.push_back(step.constant); break;
            case MatchOp::Variable: stack_.push_back(bound_[step.number]); break;
            case MatchOp::Object: stack_.push_back(object); break;
            case MatchOp::Fail:  // between guards: what stands there must be true
                if (stack_.back() != atoms::true_) return false;
                break;
            case MatchOp::Boolean:
                if (!is_boolean(stack_.back())) return false;
                break;
            case MatchOp::AndAlso:
            case MatchOp::OrElse:
                if (!is_boolean(stack_.back())) return false;
                if ((stack_.back() == atoms::true_) == (step.op == MatchOp::OrElse)) {
                    i = step.number - 1;
                } else {
                    stack_.pop_back();
                }
                break;
            case MatchOp::All: {
                Term list = Term::nil();
                for (std::uint32_t v = clause.variables; v-- > 0;) {
                    if (bound_[v] == kNoTerm) continue;
                    list = scratch_cons(bound_[v], list);
                }
                stack_.push_back(list);
                break;
            }
            case MatchOp::MakeTuple: {
                Word* at = scratch(tuple_words(step.number));
                at[0] = make_header(BoxedKind::Tuple, step.number);
                for (std::uint32_t e = step.number; e-- > 0;) {
                    at[1 + e] = stack_.back().word();
                    stack_.pop_back();
                }
                stack_.push_back(Term::boxed(at));
                break;
            }
            case MatchOp::MakeCons: {
                const Term tail = stack_.back();
                stack_.pop_back();
                stack_.back() = scratch_cons(stack_.back(), tail);
                break;
            }
            case MatchOp::MakeMap: {
                std::vector<MapPair> pairs;
                for (std::uint32_t k = 0; k < step.number; ++k) {
                    const Term v = stack_.back();
                    stack_.pop_back();
                    pairs.push_back({stack_.back(), v});
                    stack_.pop_back();
                }
                const Word words = map_build_words(pairs.size());
                Word* top = scratch(words);
                HeapWriter out(top, top + words);
                stack_.push_back(map_build(out, pairs, *atoms_));
                break;
            }
            case MatchOp::Call:
                if (!call(step.number >> 8, step.number & 0xff, self, value)) return false;
                stack_.push_back(value);
                break;
            default: return false;
        }
    }
    value = stack_.back();
    return true;
}

bool MatchSpec::arithmetic_call(int op, Term a, Term b, Term& value) {
    const auto plan = plan_arithmetic(static_cast<ArithmeticOp>(op), a, b);
    if (plan.status != ArithmeticStatus::Ok) return false;
    Word* top = scratch(plan.words);
    HeapWriter out(top, top + plan.words);
    value = arithmetic(out, static_cast<ArithmeticOp>(op), a, b);
    return value != kNoTerm;
}

// Takes the arguments off the stack.
bool MatchSpec::call(std::uint32_t number, std::uint32_t arity, Term self, Term& value) {
    const auto f = static_cast<MatchFunction>(number);
    const std::size_t base = stack_.size() - arity;
    const Term a = arity > 0 ? stack_[base] : Term();
    const Term b = arity > 1 ? stack_[base + 1] : Term();
    if (f == MatchFunction::And || f == MatchFunction::Or) {
        bool all = f == MatchFunction::And;
        for (std::size_t i = base; i < stack_.size(); ++i) {
            if (!is_boolean(stack_[i])) return false;
            const bool one = stack_[i] == atoms::true_;
            all = f == MatchFunction::And ? all && one : all || one;
        }
        stack_.resize(base);
        value = boolean_term(all);
        return true;
    }
    stack_.resize(base);
    if (const int test = type_test(f, a); test >= 0) {
        value = boolean_term(test != 0);
        return true;
    }
    if (const int op = arithmetic_op(f); op >= 0) return arithmetic_call(op, a, b, value);
    if (const auto result = comparison(f, a, b, *atoms_)) {
        value = boolean_term(*result);
        return true;
    }
    if (const std::int64_t size = size_of(f, a); size >= 0) {
        value = Term::small(size);
        return true;
    }
    switch (f) {
        case MatchFunction::Not:
            value = boolean_term(a == atoms::false_);
            return is_boolean(a);
        case MatchFunction::Xor:
            value = boolean_term(a != b);
            return is_boolean(a) && is_boolean(b);
        case MatchFunction::IsMapKey:
            if (!is_map(b)) return false;
            value = boolean_term(map_has(b, a, *atoms_));
            return true;
        case MatchFunction::MapGet:
            value = is_map(b) ? map_get(b, a, *atoms_) : kNoTerm;
            return value != kNoTerm;
        case MatchFunction::Element: {
            const auto n = a.try_small();
            if (!n || !is_tuple(b) || *n < 1 || *n > static_cast<std::int64_t>(tuple_arity(b))) return false;
            value = tuple_element(b, static_cast<Word>(*n - 1));
            return true;
        }
        case MatchFunction::Head:
            if (!a.is_cons()) return false;
            value = a.head();
            return true;
        case MatchFunction::Tail:
            if (!a.is_cons()) return false;
            value = a.tail();
            return true;
        case MatchFunction::Round:
        case MatchFunction::Trunc: {
            value = a;
            if (is_integer(a)) return true;
            if (!is_float(a)) return false;
            const double d = f == MatchFunction::Round ? std::round(float_value(a)) : std::trunc(float_value(a));
            const Word words = integer_words_of(d);
            Word* top = scratch(words);
            HeapWriter out(top, top + words);
            value = integer_from_double(out, d);
            return true;
        }
        case MatchFunction::Float: {
            const auto d = number_to_double(a);
            if (!d) return false;
            Word* top = scratch(kBoxedFloatWords);
            HeapWriter out(top, top + kBoxedFloatWords);
            value = out.floating(*d);
            return true;
        }
        case MatchFunction::Identity: value = a; return is_number(a);
        case MatchFunction::Self: value = self; return true;
        case MatchFunction::Node: value = atoms::nonode_nohost; return true;
        case MatchFunction::Max: value = compare_terms(a, b, *atoms_) >= 0 ? a : b; return true;
        case MatchFunction::Min: value = compare_terms(a, b, *atoms_) <= 0 ? a : b; return true;
        default: return false;
    }
}

}  // namespace vial

// tests/unit/compiler/emit/random_match_test.cpp: random clauses, run, against a plain matcher.
// Here: a generator of patterns and values, a matcher that tries clauses one after the other.
// Not here: listings (function_test.cpp).
// Threads: a stepped VM.
// Holds: seeds are fixed; a failing one is printed.
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "tests/unit/compiler/support/core_builder.h"
#include "tests/unit/support/assembler.h"
#include "vm/code/disasm.h"
#include "vm/sched/schedulers.h"
#include "vm/term/binary.h"
#include "vm/term/compare.h"
#include "vm/term/print.h"

using namespace vial;
using core::Pattern;
using core::PatternKind;
using core::SegmentType;
using test::CoreBuilder;

namespace {

struct Random {
    std::mt19937 engine;
    explicit Random(unsigned seed) : engine(seed) {}
    unsigned below(unsigned n) { return engine() % n; }
};

struct Generator {
    CoreBuilder& b;
    TermArena& values;
    Random r;
    std::vector<core::VarId> bound;

    Term atom() {
        constexpr const char* kNames[] = {"a", "b", "true", "false", "ok"};
        return b.a(kNames[r.below(5)]);
    }
    Term scalar() {
        switch (r.below(6)) {
            case 0: return Term::small(static_cast<int>(r.below(4)));
            case 1: return values.floating(r.below(2) != 0u ? 1.0 : 0.0);
            case 2: return Term::nil();
            case 3: return values.binary(bytes(r.below(4)));
            default: return atom();
        }
    }
    std::string bytes(unsigned n) {
        std::string out;
        for (unsigned i = 0; i < n; ++i) out += static_cast<char>('a' + r.below(3));
        return out;
    }
    Term value(unsigned depth) {
        if (depth == 0 || r.below(3) == 0) return scalar();
        switch (r.below(4)) {
            case 0: return values.cons(value(depth - 1), value(depth - 1));
            case 1: {
                std::vector<Term> e;
                for (unsigned n = r.below(4); n > 0; --n) e.push_back(value(depth - 1));
                return values.tuple(e);
            }
            case 2: {
                std::vector<std::pair<Term, Term>> pairs;
                for (unsigned n = r.below(3); n > 0; --n) pairs.emplace_back(atom(), value(depth - 1));
                return values.map(pairs, b.atoms);
            }
            default: return values.binary(bytes(r.below(5)));
        }
    }

    // --- patterns -------------------------------------------------------------------------------
    Pattern* variable() {
        if (!bound.empty() && r.below(6) == 0) return b.pv(bound[r.below(bound.size())]);
        bound.push_back(b.var());
        return b.pv(bound.back());
    }
    Pattern* leaf() {
        switch (r.below(4)) {
            case 0: return b.any();
            case 1: return variable();
            default: return b.plit(scalar());
        }
    }
    Pattern* pattern(unsigned depth) {
        if (depth == 0 || r.below(4) == 0) return leaf();
        switch (r.below(6)) {
            case 0:
            case 1: return b.pcons(pattern(depth - 1), pattern(depth - 1));
            case 2: {
                std::vector<Pattern*> e;
                for (unsigned n = r.below(4); n > 0; --n) e.push_back(pattern(depth - 1));
                return b.ptuple(e);
            }
            case 3: {
                auto* p = b.pnode(PatternKind::Map, {});
                for (unsigned n = r.below(3); n > 0; --n) {
                    p->keys.push_back(b.lit(atom()));
                    p->children.push_back(pattern(depth - 1));
                }
                return p;
            }
            case 4: {
                auto* p = b.pnode(PatternKind::Alias, {pattern(depth - 1)});
                p->var = b.var();
                bound.push_back(p->var);
                return p;
            }
            default: return binary();
        }
    }
    Pattern* binary() {
        auto* p = b.pnode(PatternKind::Binary, {});
        for (unsigned n = r.below(4); n > 0; --n) {
            core::SegmentSpec spec;
            Pattern* v = r.below(2) != 0u ? b.pnum('a' + r.below(3)) : r.below(3) != 0u ? variable() : b.any();
            switch (r.below(5)) {
                case 0: spec = {.type = SegmentType::Integer, .size = b.num(16)}; break;
                case 1: spec = {.type = SegmentType::Bits, .unit = 8, .size = b.num(1 + r.below(2))}; break;
                default: spec = {.type = SegmentType::Integer, .size = b.num(8)}; break;
            }
            if (spec.type == SegmentType::Bits && v->kind == PatternKind::Literal) v = variable();
            p->segments.push_back({spec, v, {1, 1, 0}});
        }
        if (r.below(2) != 0u) {
            const core::SegmentSpec spec{.type = SegmentType::Bits, .unit = 8};
            p->segments.push_back({spec, r.below(3) != 0u ? variable() : b.any(), {1, 1, 0}});
        }
        return p;
    }
};

std::string show(const Pattern* p, const AtomTable& atoms) {
    std::string out;
    switch (p->kind) {
        case PatternKind::Any: return "_";
        case PatternKind::Var: return "v" + std::to_string(p->var);
        case PatternKind::Literal: return print_term(p->literal, atoms);
        case PatternKind::Alias: return "v" + std::to_string(p->var) + "=" + show(p->children[0], atoms);
        case PatternKind::Cons: return "[" + show(p->children[0], atoms) + "|" + show(p->children[1], atoms) + "]";
        case PatternKind::Tuple:
            for (const auto* c : p->children) out += show(c, atoms) + ",";
            return "{" + out + "}";
        case PatternKind::Map:
            for (std::size_t i = 0; i < p->keys.size(); ++i) {
                out += print_term(p->keys[i]->literal, atoms) + "=>" + show(p->children[i], atoms) + ",";
            }
            return "#{" + out + "}";
        default:
            for (const auto& s : p->segments) {
                out += show(s.value, atoms) + (s.spec.type == SegmentType::Bits ? ":b" : ":") +
                       (s.spec.size != nullptr ? print_term(s.spec.size->literal, atoms) : "") + ",";
            }
            return "<<" + out + ">>";
    }
}

// --- the plain matcher ------------------------------------------------------------------------------
struct Matcher {
    TermArena& values;
    const AtomTable& atoms;
    std::map<core::VarId, Term> env;

    bool bind(core::VarId v, Term t) {
        const auto [at, fresh] = env.emplace(v, t);
        return fresh || equal_exact(at->second, t);
    }
    bool match(const Pattern* p, Term t) {
        switch (p->kind) {
            case PatternKind::Any: return true;
            case PatternKind::Var: return bind(p->var, t);
            case PatternKind::Alias: return bind(p->var, t) && match(p->children[0], t);
            case PatternKind::Literal: return equal_exact(p->literal, t);
            case PatternKind::Cons:
                return t.is_cons() && match(p->children[0], t.head()) && match(p->children[1], t.tail());
            case PatternKind::Tuple: {
                if (!is_tuple(t) || tuple_arity(t) != p->children.size()) return false;
                for (std::size_t i = 0; i < p->children.size(); ++i) {
                    if (!match(p->children[i], tuple_element(t, i))) return false;
                }
                return true;
            }
            case PatternKind::Map: return is_map(t) && match_map(p, t);
            case PatternKind::Binary: return is_bitstring(t) && match_binary(p, bytes_of(t));
            default: return false;
        }
    }
    bool match_map(const Pattern* p, Term t);
    std::string bytes_of(Term t) const {
        const Word* words = t.boxed_words();
        return {reinterpret_cast<const char*>(words + 1), header_size(words[0])};
    }
    bool match_binary(const Pattern* p, std::string_view bytes) {
        for (const auto& s : p->segments) {
            if (s.spec.type == SegmentType::Bits) {
                const auto n = s.spec.size != nullptr
                                   ? static_cast<std::size_t>(s.spec.size->literal.small_value())
                                   : bytes.size();
                if (bytes.size() < n || !match(s.value, values.binary(bytes.substr(0, n)))) return false;
                bytes.remove_prefix(n);
                continue;
            }
            const auto n = static_cast<std::size_t>(s.spec.size->literal.small_value()) / 8;
            if (bytes.size() < n) return false;
            std::int64_t v = 0;
            for (std::size_t i = 0; i < n; ++i) v = v * 256 + static_cast<unsigned char>(bytes[i]);
            if (!match(s.value, Term::small(v))) return false;
            bytes.remove_prefix(n);
        }
        return bytes.empty();
    }
};

bool Matcher::match_map(const Pattern* p, Term t) {
    const Term keys = Term::from_word(t.boxed_words()[1]);
    for (std::size_t k = 0; k < p->keys.size(); ++k) {
        bool found = false;
        for (std::size_t i = 0; i < header_size(t.header()) && !found; ++i) {
            if (!equal_exact(tuple_element(keys, i), p->keys[k]->literal)) continue;
            found = true;
            if (!match(p->children[k], Term::from_word(t.boxed_words()[2 + i]))) return false;
        }
        if (!found) return false;
    }
    return true;
}

std::string run(test::CodeVm& vm, FunctionCell* cell, std::span<const Term> args) {
    HostWaiter waiter;
    SpawnError error = SpawnError::None;
    vm.vm->schedulers().with_host([&](HostContext& context) {
        spawn_from_host(context, context.slots, *vm.vm, cell, args, SpawnOptions{}, &waiter, error);
    });
    vm.vm->schedulers().run_ready(100000);
    if (waiter.done.load() == 0) return "still running";
    if (waiter.result.how == NativeStatus::Done) return print_term(waiter.result.value, vm.vm->atoms());
    return "raised " + print_term(waiter.result.value, vm.vm->atoms());
}

void check_seed(unsigned seed) {
    test::CodeVm vm;
    CoreBuilder b(vm.vm->atoms(), "Random");
    TermArena values;
    Generator g{b, values, Random(seed), {}};
    constexpr unsigned kFunctions = 12;
    struct Case {
        std::vector<std::vector<Pattern*>> rows;
        std::vector<std::vector<core::VarId>> vars;
        std::vector<core::VarId> guards;  // is_atom of it, or kNoVar
    };
    std::vector<Case> cases(kFunctions);
    for (unsigned f = 0; f < kFunctions; ++f) {
        const std::string name = "f" + std::to_string(f);
        std::vector<core::Clause> clauses;
        for (unsigned n = 2 + g.r.below(6); n > 0; --n) {
            g.bound.clear();
            std::vector<Pattern*> row{g.pattern(3), g.pattern(1)};
            const unsigned index = static_cast<unsigned>(cases[f].rows.size());
            std::vector<core::Expr*> out{b.num(index)};
            for (const auto v : g.bound) out.push_back(b.v(v));
            std::vector<core::Expr*> guards;
            core::VarId guarded = core::kNoVar;
            if (!g.bound.empty() && g.r.below(3) == 0) {
                guarded = g.bound[g.r.below(g.bound.size())];
                guards = {b.erl("is_atom", {b.v(guarded)})};
            }
            clauses.push_back(b.clause(row, b.node(core::ExprKind::Tuple, out), guards));
            cases[f].rows.push_back(row);
            cases[f].vars.push_back(g.bound);
            cases[f].guards.push_back(guarded);
        }
        clauses.push_back(b.clause({b.any(), b.any()}, b.atom("none")));
        b.def(name.c_str(), 2, std::move(clauses));
    }
    auto code = b.compile();
    INFO("seed " << seed);
    if (!b.problem.empty()) {
        for (std::size_t f = 0; f < code.functions.size(); ++f) {
            if (b.problem.find("." + code.atoms[code.functions[f].name] + "/") != std::string::npos) {
                UNSCOPED_INFO(disassemble(code, vm.vm->atoms()));
                break;
            }
        }
    }
    REQUIRE(b.problem == "");
    const auto listings = [&](unsigned f) { return test::listing(code, f); };
    std::vector<std::string> texts;
    for (unsigned f = 0; f < kFunctions; ++f) texts.push_back(listings(f));
    auto loaded = vm.vm->code().load(std::move(code));
    REQUIRE(loaded.ok());
    for (unsigned f = 0; f < kFunctions; ++f) {
        const std::string name = "f" + std::to_string(f);
        FunctionCell* cell = vm.vm->code().cell(b.a("Random"), b.a(name.c_str()), 2);
        for (int n = 0; n < 40; ++n) {
            const Term args[] = {g.value(3), g.value(1)};
            std::string wanted = "none";
            for (std::size_t c = 0; c < cases[f].rows.size(); ++c) {
                Matcher m{values, b.atoms, {}};
                if (!m.match(cases[f].rows[c][0], args[0]) || !m.match(cases[f].rows[c][1], args[1])) continue;
                if (cases[f].guards[c] != core::kNoVar && !m.env[cases[f].guards[c]].is_atom()) continue;
                std::vector<Term> out{Term::small(static_cast<std::int64_t>(c))};
                for (const auto v : cases[f].vars[c]) out.push_back(m.env[v]);
                wanted = print_term(values.tuple(out), b.atoms);
                break;
            }
            const std::string got = run(vm, cell, args);
            if (got != wanted) {
                INFO(texts[f]);
                std::string rows;
                for (std::size_t c = 0; c < cases[f].rows.size(); ++c) {
                    rows += show(cases[f].rows[c][0], b.atoms) + "  " + show(cases[f].rows[c][1], b.atoms);
                    if (cases[f].guards[c] != core::kNoVar) rows += " when atom v" + std::to_string(cases[f].guards[c]);
                    rows += "\n";
                }
                INFO(rows);
                INFO(print_term(args[0], b.atoms) << "   " << print_term(args[1], b.atoms));
                CHECK(got == wanted);
                return;
            }
        }
    }
}

}  // namespace

TEST_CASE("random clauses match as tried one by one", "[match]") {
    for (unsigned seed = 1; seed <= 60; ++seed) check_seed(seed);
}

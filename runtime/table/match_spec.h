// runtime/table/match_spec.h: a match specification, compiled for one operation.
// Here: MatchSpec: pattern, guards and body as flat programs; compiling and running them on a row.
// Not here: walking tables (natives_select.cpp).
// Threads: used by the process that compiled it, within one slice.
// Holds: constants point into the specification term, which must stay reachable and must not move
//        while the MatchSpec is used: nothing collects between compiling and the last run. A guard
//        that fails in any way is false; a body that fails gives the atom EXIT, as in OTP.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "vm/heap/writer.h"
#include "vm/term/atom_table.h"
#include "vm/term/term.h"

namespace vial {

enum class MatchOp : std::uint8_t {
    // pattern: each takes the next subject off the stack
    Any,
    Bind,      // variable
    Same,      // variable seen before
    Equal,     // constant
    Tuple,     // size: its elements become subjects
    Cons,      // head and tail become subjects
    Map,       // size: pairs follow as MapKey
    MapKey,    // constant key; the map stays, its value becomes a subject
    // expressions: postfix, on a stack of values
    Push,      // constant
    Variable,  // variable
    Object,    // $_
    All,       // $$: the list of all bound variables
    Self,
    MakeTuple,  // size
    MakeCons,
    MakeMap,    // size: pairs
    Call,       // native with that many arguments
    AndAlso,    // jump to target with false when the top is false, else drop it
    OrElse,
    Boolean,    // the top must be a boolean
    Fail,
};

struct MatchStep {
    MatchOp op;
    std::uint32_t number = 0;  // variable, size, function, target
    Term constant;
};

class MatchSpec {
  public:
    // False when the term is no match specification.
    bool compile(Term spec, const AtomTable& atoms);
    // As `pattern` with the body $_ or $$ and no guards (match, match_object).
    bool compile_pattern(Term pattern, bool whole_object, const AtomTable& atoms);

    // The key that every row must have to match, when the pattern says so; else kNoTerm.
    Term fixed_key(std::uint32_t key_position) const;

    // Whether what each clause of `spec` makes has the key of the row it is made of, as far as its form
    // tells: select_replace takes no other.
    bool keeps_key(Term spec, std::uint32_t key_position) const;

    // Runs the clauses on an object. True when one matches; the value of its body then.
    // New terms are made in scratch memory that lives until forget_results().
    bool run(Term object, Term self, Term& result);
    void forget_results();
    // A cell of scratch memory, for lists of results.
    Term scratch_cons(Term head, Term tail);

  private:
    struct Clause {
        Term head;
        std::vector<MatchStep> pattern;
        std::vector<MatchStep> guard;
        std::vector<MatchStep> body;
        std::uint32_t variables = 0;  // highest number + 1
    };
    struct Scratch {
        std::vector<std::unique_ptr<Word[]>> blocks;
        Word* top = nullptr;
        Word* end = nullptr;
    };
    bool compile_clause(Term clause);
    bool compile_head(Term head, Clause& clause);
    bool compile_expression(Term expression, std::vector<MatchStep>& out, Clause& clause);
    bool matches(const Clause& clause, Term object);
    bool evaluate(const std::vector<MatchStep>& steps, const Clause& clause, Term object, Term self, Term& value);
    bool call(std::uint32_t function, std::uint32_t arity, Term self, Term& value);
    bool arithmetic_call(int op, Term a, Term b, Term& value);
    Word* scratch(Word words);
    bool variable_number(Term t, std::uint32_t& number) const;
    bool is_constant(Term term) const;
    bool builds(Term expression, Term pattern) const;
    bool is_key(Term expression, Term key, std::uint32_t key_position) const;

    const AtomTable* atoms_ = nullptr;
    std::vector<Clause> clauses_;
    std::vector<Term> bound_;
    std::vector<Term> stack_;
    Scratch scratch_;
};

}  // namespace vial

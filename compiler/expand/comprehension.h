// compiler/expand/comprehension.h: a comprehension while it is made into loops.
// Here: ForBuilder.
// Not here: its expansion (comprehension.cpp).
// Threads: as the session.
// Holds: each step's expressions are used once, in the order of the source.
#pragma once

#include "compiler/expand/expander.h"

namespace vial::expand {

enum class Collect : std::uint8_t { List, Map, Binary, Into, Reduce };

struct ForBuilder {
    Expander& x;
    Place at;
    Collect how = Collect::List;
    bool uniq = false;
    std::vector<ForStep> steps;
    Expr* body = nullptr;
    Clauses reduce_clauses;
    VarId into_fun = core::kNoVar;

    Expr* start(Expr* acc);
    Expr* reduce(Expr* acc);
    Expr* build(std::size_t index, VarId acc);
    Expr* list_generator(std::size_t index, Expr* acc);
    Expr* bit_generator(std::size_t index, Expr* acc);
    Expr* loop(std::uint32_t number, Clauses clauses, Expr* in);
    Expr* loop_call(std::uint32_t loop, Expr* source, Expr* acc);
    Expr* collect(VarId acc);
    Expr* put(Expr* acc, Expr* value);
    Expr* initial(Expr* given);
    Expr* finish(Expr* acc);
    Expr* into(Expr* into);
};

}  // namespace vial::expand

// tests/unit/compiler/support/core_text.h: core as text, to compare.
// Here: CoreText: expressions, patterns and clauses, variables by the names they are given.
// Not here: SSA as text (ssa/print.cpp).
// Threads: -
// Holds: recursive: for the small programs of tests.
#pragma once

#include <functional>
#include <string>

#include "compiler/core/core.h"
#include "vm/term/atom_table.h"

namespace vial::test {

// Sequence (a; b)   Match p = e   Case case a, b {p when g | g -> e; ...}   Fn fn {...}
// Loop loop 0(params) {...} in e; LoopCall loop 0!(args)   Map %{k => v}, %{base | k => v}, %{base | k := v}
// Try try e rescue {...} else {...} after e   Receive receive {...} after t -> e
struct CoreText {
    const AtomTable& atoms;
    std::function<std::string(core::VarId)> name;

    std::string operator()(const core::Expr* e) const;
    std::string operator()(const core::Pattern* p) const;
    std::string operator()(const core::Clause& c) const;
    std::string clauses(const std::vector<core::Clause>& list) const;
    template <class List>
    std::string list(const List& items, std::size_t from = 0) const {
        std::string out;
        for (std::size_t i = from; i < items.size(); ++i) out += (i == from ? "" : ", ") + (*this)(items[i]);
        return out;
    }
    std::string segment(const std::string& value, const core::SegmentSpec& spec) const;
};

}  // namespace vial::test

// compiler/expand/scope.h: which variables are visible, and their numbers.
// Here: VarKey, VarNode, Scope with its reading and writing side; facts of each variable of a function.
// Not here: what binds and reads them (patterns.cpp, expander.cpp).
// Threads: owned by one expansion.
// Holds: nodes are never changed, so a scope is a pointer, copied to enter and put back to leave.
//        While arguments of one call are expanded all read the scope before the call and what they
//        bind is collected on the writing side, visible after it.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "compiler/core/core.h"

namespace vial::expand {

struct VarKey {
    Term name;
    Term kind;  // context atom, or the counter of the expansion that made it
    bool operator==(const VarKey&) const = default;
};

struct VarNode {
    VarKey key;
    core::VarId id;
    const VarNode* next;
};

struct Scope {
    const VarNode* read = nullptr;
    const VarNode* write = nullptr;
    bool writing = false;

    const VarNode* find(VarKey key, const VarNode* until = nullptr) const {
        for (const VarNode* n = read; n != until; n = n->next) {
            if (n->key == key) return n;
        }
        return nullptr;
    }
};

struct VarFacts {
    VarKey key;
    core::Place place;
    bool used = false;
    bool silent = false;       // generated, or of another context: no warning
    bool same_above = false;   // a variable of that name was visible when it was bound
};

// Variables of the function being expanded.
struct FunctionVars {
    std::uint32_t first = 0;  // number of facts[0]
    std::vector<VarFacts> facts;
    std::uint32_t loops = 0;

    std::uint32_t count() const { return first + static_cast<std::uint32_t>(facts.size()); }
    core::VarId add(VarFacts f) {
        facts.push_back(f);
        return count() - 1;
    }
    VarFacts& of(core::VarId id) { return facts[id - first]; }
};

}  // namespace vial::expand

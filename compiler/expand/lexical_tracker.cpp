// compiler/expand/lexical_tracker.cpp: see lexical_tracker.h.
// Here: -
// Not here: -
// Threads: as the header says.
// Holds: a use counts for the latest entry of that name.
#include "compiler/expand/lexical_tracker.h"

namespace vial::expand {

LexicalTracker::Entry* LexicalTracker::latest(Term name, bool import) {
    for (std::size_t i = entries_.size(); i-- > 0;) {
        if (entries_[i].name == name && entries_[i].import == import) return &entries_[i];
    }
    return nullptr;
}

void LexicalTracker::add_alias(Term as, std::string file, std::uint32_t line) {
    std::lock_guard hold(lock_);
    // The last alias of a name is the one that is told of.
    if (Entry* before = latest(as, false)) {
        *before = Entry{as, std::move(file), line, false, false, {}};
        return;
    }
    entries_.push_back({as, std::move(file), line, false, false, {}});
}

void LexicalTracker::add_import(Term module, std::vector<std::pair<Term, std::uint32_t>> only, std::string file, std::uint32_t line) {
    std::lock_guard hold(lock_);
    Entry entry{module, std::move(file), line, true, false, {}};
    for (const auto& [name, arity] : only) entry.only.push_back({name, arity});
    entries_.push_back(std::move(entry));
}

void LexicalTracker::use_alias(Term as) {
    std::lock_guard hold(lock_);
    if (Entry* e = latest(as, false)) e->used = true;
}

void LexicalTracker::use_import(Term module, Term name, std::uint32_t arity) {
    std::lock_guard hold(lock_);
    Entry* e = latest(module, true);
    if (!e) return;
    e->used = true;
    for (Function& f : e->only) {
        if (f.name == name && f.arity == arity) f.used = true;
    }
}

std::vector<LexicalTracker::Unused> LexicalTracker::unused() {
    std::lock_guard hold(lock_);
    std::vector<Unused> out;
    for (const Entry& e : entries_) {
        if (!e.used) out.push_back({e.file, e.line, e.import, e.name, kNoTerm, 0});
        for (const Function& f : e.only) {
            if (e.used && !f.used) out.push_back({e.file, e.line, true, e.name, f.name, f.arity});
        }
    }
    return out;
}

}  // namespace vial::expand

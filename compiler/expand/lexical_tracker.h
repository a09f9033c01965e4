// compiler/expand/lexical_tracker.h: which aliases and imports of a file are used.
// Here: LexicalTracker.
// Not here: what aliases and imports mean (lexical.cpp, dispatch.cpp).
// Threads: any; under its lock, since processes may expand code of one file.
// Holds: an environment names its tracker by number (Env::lexical_tracker), so it may outlive it.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "vm/term/term.h"

namespace vial::expand {

class LexicalTracker {
  public:
    struct Unused {
        std::string file;
        std::uint32_t line;
        bool import;
        Term name;      // the alias, or the module
        Term function;  // of an import by `only:`; kNoTerm: the whole module
        std::uint32_t arity;
    };

    void add_alias(Term as, std::string file, std::uint32_t line);
    // `only`: the functions named by `only:`, each of which is to be used.
    void add_import(Term module, std::vector<std::pair<Term, std::uint32_t>> only, std::string file, std::uint32_t line);
    void use_alias(Term as);
    void use_import(Term module, Term name, std::uint32_t arity);
    std::vector<Unused> unused();

  private:
    struct Function {
        Term name;
        std::uint32_t arity;
        bool used = false;
    };
    struct Entry {
        Term name;
        std::string file;
        std::uint32_t line;
        bool import;
        bool used = false;
        std::vector<Function> only;
    };
    Entry* latest(Term name, bool import);
    std::mutex lock_;
    std::vector<Entry> entries_;
};

}  // namespace vial::expand

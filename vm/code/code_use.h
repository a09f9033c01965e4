// vm/code/code_use.h: what of a process refers to the code and literals of modules.
// Here: CodeRanges, the areas that are asked about; finding words of a process that point into them;
//       replacing pointers to literals by copies.
// Not here: when modules are asked about and freed (retire.h).
// Threads: the owner of the process, between two slices.
// Holds: finding is by the word, without regard to what it stands in: a return address, a raw code
//        pointer, a literal, a closure's entry. A number that looks like one only puts a module's end
//        off. What is found in a heap is looked at again after a full collection, so garbage counts not.
#pragma once

#include <cstdint>
#include <vector>

#include "vm/process/process.h"
#include "vm/process/roots.h"

namespace vial {

struct LoadedModule;

class CodeRanges {
  public:
    enum class Kind : std::uint8_t { Code, Literals, Fun };
    struct Range {
        Word start;
        Word end;
        std::uint32_t module;  // the caller's number for it
        Kind kind;
    };
    // `funs`: its closures count as use, too.
    void add(const LoadedModule& module, std::uint32_t number, bool funs);
    // Its code, and closures that would run it now; not its literals.
    void add_code(const LoadedModule& module, std::uint32_t number);
    void sort();  // after the last add
    bool empty() const { return ranges_.empty(); }
    // The range that this word points into, whatever its tag; or null.
    const Range* find(Word word) const {
        if (word - low_ >= high_ - low_) return nullptr;
        return find_slow(word);
    }

  private:
    const Range* find_slow(Word word) const;
    std::vector<Range> ranges_;
    Word low_ = ~Word{0};
    Word high_ = 0;
};

struct CodeUse {
    explicit CodeUse(std::size_t modules) : used(modules, false) {}
    std::vector<bool> used;  // by module: its code may be running or called
};

// Which of the modules the process uses. Literals of theirs that it refers to from its heap, stack or
// dictionary are copied into its heap; one in a message not yet received counts as use. May collect;
// only the stack holds roots.
void ask_process(RunContext& context, Process& p, const CodeRanges& ranges, CodeUse& use);

}  // namespace vial

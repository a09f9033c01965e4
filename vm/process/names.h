// vm/process/names.h: registered names of one VM.
// Here: NameTable: atom -> pid.
// Not here: {name, node} (signals.h).
// Threads: any, no lock.
// Holds: a process has one name at most (Process::registered_name); a name leaves with its process.
//        The table is indexed by the atom's number, in blocks made on first use.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

#include "vm/process/process.h"

namespace vial {

class ProcessTable;

class NameTable {
  public:
    explicit NameTable(ProcessTable& processes) : processes_(processes) {}
    ~NameTable();
    NameTable(const NameTable&) = delete;
    NameTable& operator=(const NameTable&) = delete;

    enum class Register : std::uint8_t { Done, NameTaken, HasName, NoProcess };
    Register register_name(Term name, Term pid);
    // False: not registered.
    bool unregister(Term name);
    // The process's end; also closes it for names.
    void forget(Process& p);
    // The name of a process, or kNoTerm.
    static Term name_of(const Process& p);
    // kNoTerm: nobody.
    Term whereis(Term name) const;
    std::vector<Term> registered() const;

  private:
    static constexpr std::uint32_t kBlockBits = 12;
    static constexpr std::uint32_t kBlocks = 1u << 15;  // up to 2^27 atoms
    struct Block {
        std::array<std::atomic<Word>, 1u << kBlockBits> pids{};
    };
    std::atomic<Word>* cell(Term name, bool make);
    ProcessTable& processes_;
    std::array<std::atomic<Block*>, kBlocks> blocks_{};
};

}  // namespace vial

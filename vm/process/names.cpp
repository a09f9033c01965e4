// vm/process/names.cpp: registering names without a lock.
// Here: NameTable.
// Not here: who may register what (runtime/process/names.cpp).
// Threads: any.
// Holds: two words make a registration: the process's registered_name and the table's pid. The first
//        is taken first, so a process never has two names; its end closes the first, after which a
//        registration half done takes its pid out of the table again.
#include "vm/process/names.h"

#include "vm/process/process_table.h"

namespace vial {

namespace {
// registered_name of a process that has ended or is about to.
constexpr std::uint32_t kClosedName = 0xffffffff;
// What stands in registered_name: 0 is "none".
std::uint32_t own_word(Term name) { return name.atom_index() + 1; }
}  // namespace

NameTable::~NameTable() {
    for (auto& b : blocks_) delete b.load(std::memory_order_relaxed);
}

std::atomic<Word>* NameTable::cell(Term name, bool make) {
    const std::uint32_t index = name.atom_index();
    auto& place = blocks_[index >> kBlockBits];
    Block* block = place.load(std::memory_order_acquire);
    if (!block && make) {
        auto* fresh = new Block;
        // release: the block is seen zeroed. acquire on failure: the winner's is.
        if (place.compare_exchange_strong(block, fresh, std::memory_order_release,
                                          std::memory_order_acquire)) {
            block = fresh;
        } else {
            delete fresh;
        }
    }
    return block ? &block->pids[index & ((1u << kBlockBits) - 1)] : nullptr;
}

NameTable::Register NameTable::register_name(Term name, Term pid) {
    Process* p = processes_.find(pid);
    if (!p) return Register::NoProcess;
    auto* place = cell(name, true);
    std::uint32_t own = 0;
    if (place->load(std::memory_order_acquire) != 0) return Register::NameTaken;
    if (!p->registered_name.compare_exchange_strong(own, own_word(name), std::memory_order_acq_rel,
                                                    std::memory_order_acquire)) {
        return own == kClosedName ? Register::NoProcess : Register::HasName;
    }
    Word nobody = 0;
    if (!place->compare_exchange_strong(nobody, pid.word(), std::memory_order_acq_rel,
                                        std::memory_order_relaxed)) {
        own = own_word(name);
        p->registered_name.compare_exchange_strong(own, 0, std::memory_order_acq_rel,
                                                   std::memory_order_relaxed);
        return Register::NameTaken;
    }
    // The process may have ended between the two words.
    if (p->registered_name.load(std::memory_order_acquire) == own_word(name) &&
        current_pid(*p) == pid) {
        return Register::Done;
    }
    Word mine = pid.word();
    place->compare_exchange_strong(mine, 0, std::memory_order_acq_rel, std::memory_order_relaxed);
    own = own_word(name);  // of a process that has the block by now
    p->registered_name.compare_exchange_strong(own, 0, std::memory_order_acq_rel,
                                               std::memory_order_relaxed);
    return Register::NoProcess;
}

bool NameTable::unregister(Term name) {
    auto* place = cell(name, false);
    if (!place) return false;
    const Word word = place->exchange(0, std::memory_order_acq_rel);
    if (word == 0) return false;
    const Term pid = Term::from_word(word);
    if (Process* p = processes_.block(pid.slot()); p && current_pid(*p) == pid) {
        std::uint32_t own = own_word(name);
        p->registered_name.compare_exchange_strong(own, 0, std::memory_order_acq_rel,
                                                   std::memory_order_relaxed);
    }
    return true;
}

void NameTable::forget(Process& p) {
    const std::uint32_t own = p.registered_name.exchange(kClosedName, std::memory_order_acq_rel);
    if (own == 0 || own == kClosedName) return;
    if (auto* place = cell(Term::atom(own - 1), false)) {
        Word mine = p.pid.word();
        place->compare_exchange_strong(mine, 0, std::memory_order_acq_rel, std::memory_order_relaxed);
    }
}

Term NameTable::name_of(const Process& p) {
    const std::uint32_t own = p.registered_name.load(std::memory_order_relaxed);
    return own == 0 || own == kClosedName ? kNoTerm : Term::atom(own - 1);
}

Term NameTable::whereis(Term name) const {
    auto* place = const_cast<NameTable*>(this)->cell(name, false);
    const Word word = place ? place->load(std::memory_order_acquire) : 0;
    return word == 0 ? kNoTerm : Term::from_word(word);
}

std::vector<Term> NameTable::registered() const {
    std::vector<Term> names;
    for (std::uint32_t b = 0; b < kBlocks; ++b) {
        const Block* block = blocks_[b].load(std::memory_order_acquire);
        if (!block) continue;
        for (std::uint32_t i = 0; i < block->pids.size(); ++i) {
            if (block->pids[i].load(std::memory_order_relaxed) == 0) continue;
            names.push_back(Term::atom(b << kBlockBits | i));
        }
    }
    return names;
}

}  // namespace vial

// vm/process/dictionary.cpp: open addressing over key, value, hash.
// Here: Dictionary.
// Not here: the natives.
// Threads: the owner of the process.
// Holds: no tombstones: an erase moves later entries of its run back.
#include "vm/process/dictionary.h"

#include "vm/term/compare.h"
#include "vm/term/hash.h"

namespace vial {

namespace {
constexpr std::uint32_t kFirstCapacity = 8;
std::uint32_t hash_of(Term key, const AtomTable& atoms) {
    return static_cast<std::uint32_t>(hash_term(key, atoms));
}
}  // namespace

Dictionary::Entry* Dictionary::find(Term key, std::uint32_t hash) const {
    if (count_ == 0) return nullptr;
    const std::uint32_t mask = capacity_ - 1;
    for (std::uint32_t i = hash & mask;; i = (i + 1) & mask) {
        Entry& e = entries_[i];
        if (e.key == kNoTerm) return nullptr;
        if (e.hash == hash && equal_exact(e.key, key)) return &e;
    }
}

Term Dictionary::get(Term key, const AtomTable& atoms) const {
    const Entry* e = find(key, hash_of(key, atoms));
    return e ? e->value : kNoTerm;
}

Term Dictionary::put(BlockCache& blocks, const AtomTable& atoms, Term key, Term value, bool& ok) {
    const std::uint32_t hash = hash_of(key, atoms);
    ok = true;
    if (Entry* e = find(key, hash)) {
        const Term old = e->value;
        e->value = value;
        return old;
    }
    if ((count_ + 1) * 4 > capacity_ * 3 && !resize(blocks, capacity_ ? capacity_ * 2 : kFirstCapacity)) {
        ok = false;
        return kNoTerm;
    }
    place({key, value, hash});
    ++count_;
    return kNoTerm;
}

void Dictionary::place(const Entry& entry) {
    std::uint32_t i = entry.hash & (capacity_ - 1);
    while (entries_[i].key != kNoTerm) i = (i + 1) & (capacity_ - 1);
    entries_[i] = entry;
}

bool Dictionary::resize(BlockCache& blocks, std::uint32_t capacity) {
    auto* fresh =
        static_cast<Entry*>(blocks.allocate(capacity * sizeof(Entry), MemoryUse::ProcessHeap));
    if (!fresh) return false;
    Entry* old = entries_;
    const std::uint32_t old_capacity = capacity_;
    entries_ = fresh;
    capacity_ = capacity;
    for (std::uint32_t i = 0; i < capacity; ++i) fresh[i].key = kNoTerm;
    for (std::uint32_t i = 0; i < old_capacity; ++i) {
        if (old[i].key != kNoTerm) place(old[i]);
    }
    if (old) blocks.free(old, old_capacity * sizeof(Entry), MemoryUse::ProcessHeap);
    return true;
}

Term Dictionary::erase(BlockCache& blocks, const AtomTable& atoms, Term key) {
    Entry* e = find(key, hash_of(key, atoms));
    if (!e) return kNoTerm;
    const Term old = e->value;
    const std::uint32_t mask = capacity_ - 1;
    auto hole = static_cast<std::uint32_t>(e - entries_);
    for (std::uint32_t i = (hole + 1) & mask; entries_[i].key != kNoTerm; i = (i + 1) & mask) {
        const std::uint32_t wanted = entries_[i].hash & mask;
        if (((i - wanted) & mask) < ((i - hole) & mask)) continue;
        entries_[hole] = entries_[i];
        hole = i;
    }
    entries_[hole].key = kNoTerm;
    if (--count_ == 0) release(blocks);
    return old;
}

void Dictionary::visit(RootVisitor& visitor) {
    for (std::uint32_t i = 0; i < capacity_; ++i) {
        if (entries_[i].key == kNoTerm) continue;
        visitor.visit(entries_[i].key);
        visitor.visit(entries_[i].value);
    }
}

void Dictionary::release(BlockCache& blocks) {
    if (entries_) blocks.free(entries_, bytes(), MemoryUse::ProcessHeap);
    entries_ = nullptr;
    capacity_ = count_ = 0;
}

}  // namespace vial

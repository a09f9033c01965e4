// runtime/table/persistent.cpp: PersistentTerms and its natives.
// Here: as persistent.h, and :persistent_term.get, put, erase, info.
// Not here: as persistent.h.
// Threads: as persistent.h.
// Holds: as persistent.h.
#include "runtime/table/persistent.h"

#include <new>
#include <vector>

#include "vm/code/fun_entry.h"
#include "vm/base/literal_space.h"
#include "vm/heap/copy.h"
#include "vm/heap/term_arena.h"
#include "vm/sched/schedulers.h"
#include "vm/tables/atoms.h"
#include "vm/term/compare.h"
#include "vm/term/hash.h"
#include "vm/vm.h"

namespace vial {

PersistentTerms& PersistentTerms::of(Vm& vm) { return *static_cast<PersistentTerms*>(vm.slot(Vm::Slot::Persistent)); }

void PersistentTerms::install(Vm& vm) {
    vm.set_slot(Vm::Slot::Persistent, new PersistentTerms(vm), [](void* state) { delete static_cast<PersistentTerms*>(state); });
}

PersistentTerms::PersistentTerms(Vm& vm) : vm_(vm), index_(new_index(64)) {}
PersistentTerms::~PersistentTerms() { free_index(index_.load(std::memory_order_relaxed)); }

PersistentTerms::Index* PersistentTerms::new_index(std::uint64_t size) {
    auto* index = new Index{.mask = size - 1, .places = new std::atomic<const Pair*>[size]};
    for (std::uint64_t i = 0; i < size; ++i) index->places[i].store(nullptr, std::memory_order_relaxed);
    return index;
}

void PersistentTerms::free_index(void* object) {
    auto* index = static_cast<Index*>(object);
    delete[] index->places;
    delete index;
}

// The place of the key, or the free one where it would stand. Places are never emptied.
std::atomic<const PersistentTerms::Pair*>* PersistentTerms::place_of(Index* index, std::uint64_t hash, Term key) const {
    for (std::uint64_t i = hash & index->mask;; i = (i + 1) & index->mask) {
        // Acquire pairs with set()'s release: the pair is seen whole.
        const Pair* pair = index->places[i].load(std::memory_order_acquire);
        if (pair == nullptr || (pair->hash == hash && equal_exact(pair->key, key))) return &index->places[i];
    }
}

Term PersistentTerms::get(Term key) const {
    const std::uint64_t hash = hash_term(key, vm_.atoms());
    const Pair* pair = place_of(index_.load(std::memory_order_acquire), hash, key)->load(std::memory_order_acquire);
    return pair == nullptr ? kNoTerm : pair->value;
}

bool PersistentTerms::put(Term key, Term value) {
    const std::lock_guard<std::mutex> guard(mutex_);
    const Term old = get(key);
    if (old != kNoTerm && equal_exact(old, value)) return true;
    if (!set(key, value)) return false;
    if (old == kNoTerm) count_.fetch_add(1, std::memory_order_relaxed);
    return true;
}

bool PersistentTerms::erase(Term key) {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (get(key) == kNoTerm || !set(key, kNoTerm)) return false;
    count_.fetch_sub(1, std::memory_order_relaxed);
    return true;
}

bool PersistentTerms::set(Term key, Term value) {
    // Literals are copied too: the module they belong to may go. Closures keep their code for good.
    const LiteralSpace* literals = nullptr;
    const Word key_words = copy_size(key, literals).words;
    const Word value_words = value == kNoTerm ? 0 : copy_size(value, literals).words;
    constexpr Word kPairWords = sizeof(Pair) / sizeof(Word);
    Word* area = vm_.literal_space().allocate(kPairWords + key_words + value_words);
    if (area == nullptr) return false;
    auto* pair = new (area) Pair;
    Word* top = area + kPairWords;
    Word* counted = nullptr;  // binaries in it are kept by this reference, for good
    pair->hash = hash_term(key, vm_.atoms());
    pair->key = copy_term(key, top, counted, literals);
    pair->value = value == kNoTerm ? kNoTerm : copy_term(value, top, counted, literals);
    count_outside_funs(area + kPairWords, top, 1);
    words_.fetch_add(kPairWords + key_words + value_words, std::memory_order_relaxed);

    Index* index = index_.load(std::memory_order_relaxed);
    auto* place = place_of(index, pair->hash, pair->key);
    if (place->load(std::memory_order_relaxed) == nullptr) ++index->used;
    place->store(pair, std::memory_order_release);
    if (index->used * 2 <= index->mask) return true;
    Index* bigger = new_index((index->mask + 1) * 2);
    for (std::uint64_t i = 0; i <= index->mask; ++i) {
        const Pair* p = index->places[i].load(std::memory_order_relaxed);
        if (p == nullptr) continue;
        place_of(bigger, p->hash, p->key)->store(p, std::memory_order_relaxed);
        ++bigger->used;
    }
    index_.store(bigger, std::memory_order_release);
    vm_.schedulers().epochs().retire(index, &free_index);
    return true;
}

NativeResult native_persistent_term_get_1(Process& p, Args args) {
    const Term value = PersistentTerms::of(p.vm()).get(args[0]);
    if (value == kNoTerm) return p.badarg(0, "no persistent term stored with this key");
    return value;
}

NativeResult native_persistent_term_get_2(Process& p, Args args) {
    const Term value = PersistentTerms::of(p.vm()).get(args[0]);
    return value == kNoTerm ? args[1] : value;
}

NativeResult native_persistent_term_get_0(Process& p, Args) {
    std::vector<std::pair<Term, Term>> pairs;
    PersistentTerms::of(p.vm()).each([&](Term key, Term value) { pairs.emplace_back(key, value); });
    HeapWriter out = p.reserve(pairs.size() * (tuple_words(2) + kConsWords));
    Term list = Term::nil();
    for (const auto& [key, value] : pairs) list = out.cons(out.tuple({key, value}), list);
    return list;
}

NativeResult native_persistent_term_put(Process& p, Args args) {
    if (!PersistentTerms::of(p.vm()).put(args[0], args[1])) return p.error(atoms::system_limit);
    return atoms::ok;
}

NativeResult native_persistent_term_erase(Process& p, Args args) {
    return PersistentTerms::of(p.vm()).erase(args[0]) ? atoms::true_ : atoms::false_;
}

NativeResult native_persistent_term_info(Process& p, Args) {
    const auto& terms = PersistentTerms::of(p.vm());
    const Term count = p.vm().atoms().intern("count"), memory = p.vm().atoms().intern("memory");
    TermArena arena;
    const std::pair<Term, Term> pairs[] = {{count, Term::small(static_cast<std::int64_t>(terms.count()))},
                                           {memory, Term::small(static_cast<std::int64_t>(terms.words() * sizeof(Word)))}};
    const Term map = arena.map(pairs, p.vm().atoms());
    (void)p.reserve(copy_size(map, nullptr).words);
    return copy_term(map, p.top, p.off_heap, nullptr);
}

}  // namespace vial

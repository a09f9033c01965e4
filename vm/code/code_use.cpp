// vm/code/code_use.cpp: finding references to code and literals in a process.
// Here: as code_use.h.
// Not here: as code_use.h.
// Threads: as code_use.h.
// Holds: copies of literals go to the top of a heap that has just been collected whole, and everything in
//        it counts as mature afterwards: so no older object points to a younger generation.
#include "vm/code/code_use.h"

#include <algorithm>
#include <unordered_map>

#include "vm/base/literal_space.h"
#include "vm/code/fun_entry.h"
#include "vm/code/module.h"
#include "vm/heap/copy.h"
#include "vm/heap/fragment.h"
#include "vm/heap/gc.h"
#include "vm/heap/object_scan.h"
#include "vm/heap/stack_walk.h"
#include "vm/process/extension.h"
#include "vm/process/signal.h"

namespace vial {

// --- ranges -------------------------------------------------------------------------------------------

void CodeRanges::add(const LoadedModule& module, std::uint32_t number, bool funs) {
    const auto put = [&](const void* start, std::size_t bytes, Kind kind) {
        if (bytes == 0) return;
        const auto at = reinterpret_cast<Word>(start);
        ranges_.push_back({at, at + bytes, number, kind});
    };
    put(module.code.get(), module.code_words * sizeof(Word), Kind::Code);
    for (const LiteralArea& area : module.literal_areas) put(area.start, area.words * sizeof(Word), Kind::Literals);
    if (!funs) return;
    for (const FunEntry* entry : module.lambdas) put(entry, sizeof *entry, Kind::Fun);
}

void CodeRanges::add_code(const LoadedModule& module, std::uint32_t number) {
    const auto put = [&](const void* start, std::size_t bytes, Kind kind) {
        const auto at = reinterpret_cast<Word>(start);
        if (bytes != 0) ranges_.push_back({at, at + bytes, number, kind});
    };
    put(module.code.get(), module.code_words * sizeof(Word), Kind::Code);
    for (const FunEntry* entry : module.lambdas) {
        const FunctionInfo* function = entry->function.load(std::memory_order_acquire);
        if (function && function->module == &module) put(entry, sizeof *entry, Kind::Fun);
    }
}

void CodeRanges::sort() {
    std::sort(ranges_.begin(), ranges_.end(), [](const Range& a, const Range& b) { return a.start < b.start; });
    if (ranges_.empty()) return;
    low_ = ranges_.front().start;
    high_ = ranges_.back().end;
}

const CodeRanges::Range* CodeRanges::find_slow(Word word) const {
    auto at = std::upper_bound(ranges_.begin(), ranges_.end(), word,
                               [](Word w, const Range& range) { return w < range.start; });
    if (at == ranges_.begin()) return nullptr;
    --at;
    return word < at->end ? &*at : nullptr;
}

// --- looking ------------------------------------------------------------------------------------------

namespace {

using Range = CodeRanges::Range;
using Kind = CodeRanges::Kind;

template <class F>
void each_hit(const CodeRanges& ranges, const Word* from, const Word* to, F&& f) {
    for (; from < to; ++from) {
        if (const Range* range = ranges.find(*from)) f(*range);
    }
}

template <class F>
void each_hit_in_block(const CodeRanges& ranges, const HeapFragment* block, Word header_words, F&& f) {
    const auto* words = reinterpret_cast<const Word*>(block);
    each_hit(ranges, words + header_words, words + block->block_words, f);
}

// Terms that hang on the control block outside heap and stack.
template <class F>
void each_outer_term(RunContext& context, Process& p, F&& f) {
    if (!context.visit_extension) return;
    RootVisitor visitor(
        [](void* state, Term* terms, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) (*static_cast<std::remove_reference_t<F>*>(state))(reinterpret_cast<Word*>(terms)[i]);
        },
        const_cast<void*>(static_cast<const void*>(&f)));
    context.visit_extension(p, visitor);
}

// Heap, stack and what a collection would visit besides.
template <class F>
void each_own_hit(RunContext& context, Process& p, const CodeRanges& ranges, F&& f) {
    each_hit(ranges, p.heap_start, p.top, f);
    each_hit(ranges, p.sp, p.heap_end, f);
    if (OldGeneration* old = p.old_generation) each_hit(ranges, old->start(), old->top, f);
    for (const HeapFragment* s = p.fragments; s; s = s->next) each_hit_in_block(ranges, s, 2, f);
    each_outer_term(context, p, [&](Word& word) {
        if (const Range* range = ranges.find(word)) f(*range);
    });
}

// Messages and answers that wait.
template <class F>
void each_waiting_hit(const Process& p, const CodeRanges& ranges, F&& f) {
    const auto chain = [&](const Signal* s) {
        for (; s; s = s->next_signal()) {
            if (s->signal_kind() == SignalKind::PoolDone) continue;
            if (const Range* range = ranges.find(s->term.word())) f(*range);
            each_hit_in_block(ranges, s, kSignalHeaderWords, f);
        }
    };
    chain(p.mailbox_first);
    if (!p.extension) return;
    chain(p.extension->answer);
    chain(p.extension->hibernation);
    chain(p.extension->deferred);
}

// --- copying literals ---------------------------------------------------------------------------------

template <class F>
void each_slot(RunContext& context, Process& p, F&& f) {
    for (Word* at = p.heap_start; at < p.top;) {
        if (!is_header(*at)) {
            f(*at++);
            continue;
        }
        if (has_parent_word(*at)) f(at[1]);
        at += raw_words_after_header(at);
    }
    for_each_live_slot(p.sp, p.heap_end, nullptr, [&](Word* slot) { f(*slot); });
    each_outer_term(context, p, f);
}

// After a full collection: one block, no old generation, no fragments.
void copy_literals(RunContext& context, Process& p, const CodeRanges& ranges) {
    const auto is_literal = [&](Word word) {
        if (!Term::from_word(word).is_pointer()) return false;
        const Range* range = ranges.find(word);
        return range && range->kind == Kind::Literals;
    };
    const LiteralView literals(context.literals);
    std::unordered_map<Word, Word> copies;
    Word words = 0;
    each_slot(context, p, [&](Word& slot) {
        if (!is_literal(slot) || !copies.try_emplace(slot, 0).second) return;
        words += copy_size(Term::from_word(slot), literals).words;
    });
    if (copies.empty()) return;
    collect(p, words, CollectKind::Full);
    for (auto& [literal, copy] : copies) {
        copy = copy_term(Term::from_word(literal), p.top, p.off_heap, literals).word();
    }
    p.high_water = p.top;
    each_slot(context, p, [&](Word& slot) {
        if (is_literal(slot)) slot = copies.at(slot);
    });
}

}  // namespace

void ask_process(RunContext& context, Process& p, const CodeRanges& ranges, CodeUse& use) {
    each_waiting_hit(p, ranges, [&](const Range& range) { use.used[range.module] = true; });
    bool own = false;
    each_own_hit(context, p, ranges, [&](const Range&) { own = true; });
    if (!own) return;
    collect(p, 0, CollectKind::Full);
    copy_literals(context, p, ranges);
    // Copies may stand in garbage of the block; what is left are code and closures.
    each_own_hit(context, p, ranges, [&](const Range& range) {
        if (range.kind != Kind::Literals) use.used[range.module] = true;
    });
    each_slot(context, p, [&](Word& slot) {
        const Range* range = Term::from_word(slot).is_pointer() ? ranges.find(slot) : nullptr;
        if (range && range->kind == Kind::Literals) use.used[range->module] = true;
    });
}

}  // namespace vial

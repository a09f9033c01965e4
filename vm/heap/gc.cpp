// vm/heap/gc.cpp: the copying collector of one process.
// Here: which collection and into how large a block; roots; moving objects; the off-heap sweep.
// Not here: object layouts (object_scan.h), the stack's (stack_walk.h).
// Threads: the owner of the process, on the thread of its context.
// Holds: all memory a pass may need is there before it moves the first object, so a refusal leaves
//        the heap whole. No old object points to a young one: terms are immutable.
#include "vm/heap/gc.h"

#include <algorithm>
#include <cstring>

#include "vm/base/literal_space.h"
#include "vm/base/poison.h"
#include "vm/heap/fragment.h"
#include "vm/heap/object_scan.h"
#include "vm/heap/region.h"
#include "vm/heap/stack_walk.h"

namespace vial {

namespace {

// In the head of a cons cell that has moved; its tail is the new place.
constexpr Term kForwardedCons = Term::marker(1);
// Beyond this a pass takes a good part of a millisecond: the scheduler's other processes go on elsewhere.
constexpr Word kLongPassWords = Word{1} << 16;
// Before binaries press for a collection at all (OTP's default virtual heap).
constexpr std::uint32_t kMinBinaryUnits = 46422 * 8 / kBinaryUnitBytes;

struct AddressRange {
    const Word* start = nullptr;
    const Word* end = nullptr;
    bool contains(const Word* at) const { return at >= start && at < end; }
};

Word block_words_for(Word words) {
    const Word wanted = std::max(words, kFirstBlockWords);
    return BlockCache::good_size(wanted * sizeof(Word)) / sizeof(Word);
}

[[noreturn]] void out_of_memory(Process& process, RunContext& context) {
    if (context.out_of_memory) context.out_of_memory(process);
    VIAL_FATAL("the system refuses memory for a process's heap");
}

// Moves everything reachable out of the from-space: the young block, attached fragments and, in a
// full pass, the old generation.
template <bool kPromote, bool kMoveOld>
class Pass {
  public:
    Pass(Process& process, RunContext& context, Word* block, Word block_words)
        : process_(process),
          context_(context),
          literals_(*context.literals),
          young_{process.heap_start, process.heap_end},
          mature_end_(process.high_water),
          top_(block),
          block_(block),
          block_end_(block + block_words) {
        if (process.old_generation) {
            old_ = {process.old_generation->start(), process.old_generation->end};
            old_top_ = process.old_generation->top;
        }
        if (context.peeked) {
            const auto* at = reinterpret_cast<const Word*>(context.peeked);
            peeked_ = {at, at + context.peeked->block_words};
        }
    }

    void run() {
        const Word stack = stack_words(process_);
        Word* sp = block_end_ - stack;
        std::memcpy(sp, process_.sp, stack * sizeof(Word));
        Word* old_scan = old_top_;
        visit_roots(sp);
        scan(old_scan);
        sweep();
        finish(sp);
    }
    Word moved_words() const { return static_cast<Word>(top_ - block_); }

  private:
    void visit_roots(Word* sp) {
        for_each_live_slot(sp, block_end_, context_.frame, [this](Word* slot) { move(*slot); });
        visit_registers();
        for (RootScopeLink* scope = context_.scopes; scope; scope = scope->outer) {
            move_terms(scope->terms, scope->count);
        }
        move_terms(&process_.group_leader, 1);
        move_terms(&process_.parent, 1);
        if (context_.visit_extension) {
            RootVisitor visitor(
                [](void* self, Term* terms, std::size_t count) {
                    static_cast<Pass*>(self)->move_terms(terms, count);
                },
                this);
            context_.visit_extension(process_, visitor);
        }
    }
    void visit_registers() {
        if (context_.live_x != RunContext::kLiveXFromFrame) {
            return move_terms(context_.x, context_.live_x);
        }
        if (!context_.frame) return;
        for_each_set_bit(context_.frame->live_x(), reinterpret_cast<Word*>(context_.x),
                         [this](Word* slot) { move(*slot); });
    }
    void move_terms(Term* terms, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) move(reinterpret_cast<Word*>(terms)[i]);
    }

    // Replaces a pointer into the from-space by the object's new address.
    void move(Word& slot) {
        const Term t = Term::from_word(slot);
        if (!t.is_pointer()) return;
        Word* object = t.address();
        if (!young_.contains(object) && stays(object)) return;
        if (t.is_cons()) {
            if (object[0] != kForwardedCons.word()) move_cons(object);
            slot = object[1];
        } else {
            if (is_header(object[0])) move_boxed(object);
            slot = object[0];
        }
    }
    bool stays(const Word* object) const {
        if (literals_.contains(object)) return true;
        if (!kMoveOld && old_.contains(object)) return true;
        return peeked_.contains(object);
    }
    Word*& destination(const Word* object) {
        if (kPromote && object >= young_.start && object < mature_end_) return old_top_;
        return top_;
    }
    void move_cons(Word* cell) {
        Word*& top = destination(cell);
        top[0] = cell[0];
        top[1] = cell[1];
        cell[0] = kForwardedCons.word();
        cell[1] = Term::cons(top).word();
        top += kConsWords;
    }
    void move_boxed(Word* object) {
        Word*& top = destination(object);
        const Word words = boxed_total_words(object[0]);
        // Most objects are a few words: a loop beats a call.
        if (words <= 8) {
            for (Word i = 0; i < words; ++i) top[i] = object[i];
        } else {
            std::memcpy(top, object, words * sizeof(Word));
        }
        object[0] = Term::boxed(top).word();
        top += words;
    }

    void scan(Word* old_scan) {
        Word* young_scan = block_;
        while (young_scan < top_ || (kPromote && old_scan < old_top_)) {
            while (young_scan < top_) young_scan = scan_one(young_scan);
            if (!kPromote) continue;
            while (old_scan < old_top_) old_scan = scan_one(old_scan);
        }
    }
    Word* scan_one(Word* at) {
        if (VIAL_LIKELY(!is_header(*at))) {
            move(*at);
            return at + 1;
        }
        if (has_parent_word(*at)) move(at[1]);
        return at + raw_words_after_header(at);
    }

    // Off-heap objects that moved go on their new generation's list, the others drop their count.
    void sweep() {
        Word* list = process_.off_heap;
        process_.off_heap = nullptr;
        sweep_list(list);
        if (kMoveOld && process_.old_generation) {
            list = process_.old_generation->off_heap;
            process_.old_generation->off_heap = nullptr;
            sweep_list(list);
        }
    }
    void sweep_list(Word* object) {
        while (object) {
            const bool moved = !is_header(object[0]);
            Word* now = moved ? Term::from_word(object[0]).boxed_words() : object;
            const Word last = boxed_total_words(now[0]) - 1;
            Word* next = reinterpret_cast<Word*>(object[last]);
            if (moved) {
                keep_off_heap(now, last);
            } else {
                release_off_heap(now, context_.blocks);
            }
            object = next;
        }
    }
    void keep_off_heap(Word* object, Word last) {
        const bool is_old = kPromote && old_.contains(object);
        Word*& list = is_old ? process_.old_generation->off_heap : process_.off_heap;
        object[last] = reinterpret_cast<Word>(list);
        list = object;
        if (header_kind(object[0]) != BoxedKind::SharedBinary) return;
        const auto units = static_cast<std::uint32_t>(object[1] / kBinaryUnitBytes);
        (is_old ? process_.old_generation->binary_units : binary_units_) += units;
    }

    void finish(Word* sp) {
        BlockCache& blocks = context_.blocks;
        const Word old_words = static_cast<Word>(process_.heap_end - process_.heap_start);
        if constexpr (Process::kStressReserve)
            std::memset(process_.heap_start, 0xdb, old_words * sizeof(Word));
        blocks.free(process_.heap_start, old_words * sizeof(Word), MemoryUse::ProcessHeap);
        free_fragments(process_, blocks);
        if (kPromote) process_.old_generation->top = old_top_;
        if (kMoveOld && process_.old_generation) {
            blocks.free(process_.old_generation,
                        process_.old_generation->block_words * sizeof(Word),
                        MemoryUse::ProcessHeap);
            process_.old_generation = nullptr;
        }
        process_.heap_start = block_;
        process_.top = top_;
        process_.sp = sp;
        process_.heap_end = block_end_;
        // What may point into a message that is being looked at must not grow old before it is
        // taken.
        process_.high_water = context_.peeked ? block_ : top_;
        context_.peek_top = nullptr;
        process_.binary_units_new = 0;
        process_.binary_units_live =
            binary_units_ + (process_.old_generation ? process_.old_generation->binary_units : 0);
    }

    Process& process_;
    RunContext& context_;
    const LiteralSpace& literals_;
    AddressRange young_;
    AddressRange old_;
    AddressRange peeked_;
    Word* mature_end_;
    Word* top_;
    Word* old_top_ = nullptr;
    Word* block_;
    Word* block_end_;
    std::uint32_t binary_units_ = 0;

    static void free_fragments(Process& process, BlockCache& blocks) {
        for (HeapFragment* f = process.fragments; f;) {
            HeapFragment* next = f->next;
            blocks.free(f, Word{f->block_words} * sizeof(Word), MemoryUse::Message);
            f = next;
        }
        process.fragments = nullptr;
        process.fragment_words = 0;
    }
};

Word young_words(const Process& p) {
    return static_cast<Word>(p.top - p.heap_start);
}
Word mature_words(const Process& p) {
    return static_cast<Word>(p.high_water - p.heap_start);
}
Word old_used_words(const Process& p) {
    return p.old_generation ? static_cast<Word>(p.old_generation->top - p.old_generation->start())
                            : 0;
}

// Room in the old generation for all that may move there; false: a full collection is due instead.
bool prepare_old_generation(Process& p, RunContext& context) {
    const Word mature = mature_words(p);
    if (OldGeneration* old = p.old_generation) {
        return static_cast<Word>(old->end - old->top) >= mature &&
               old->binary_units <= old->binary_units_limit;
    }
    const Word words = BlockCache::good_size((2 * mature + kFirstBlockWords) * sizeof(Word) +
                                             sizeof(OldGeneration)) /
                       sizeof(Word);
    void* block = context.blocks.allocate(words * sizeof(Word), MemoryUse::ProcessHeap);
    if (!block) return false;
    auto* old = new (block) OldGeneration{};
    old->block_words = words;
    old->top = old->start();
    old->end = static_cast<Word*>(block) + words;
    old->binary_units_limit = std::max(2 * kMinBinaryUnits, 2 * p.binary_units_live);
    p.old_generation = old;
    return true;
}

template <bool kPromote, bool kMoveOld>
Word run_pass(Process& p, RunContext& context, Word block_words) {
    void* block = context.blocks.allocate(block_words * sizeof(Word), MemoryUse::ProcessHeap);
    if (!block) out_of_memory(p, context);
    Pass<kPromote, kMoveOld> pass(p, context, static_cast<Word*>(block), block_words);
    pass.run();
    return pass.moved_words();
}

// A block of another size for what now lives. What fits as it is stays where memory is refused.
Word resize_block(Process& p, RunContext& context, Word block_words, Word need) {
    void* block = context.blocks.allocate(block_words * sizeof(Word), MemoryUse::ProcessHeap);
    if (!block) {
        const Word free = static_cast<Word>(p.sp - p.top);
        if (free < need + Process::kStackSlackWords) out_of_memory(p, context);
        return 0;
    }
    Pass<false, false> pass(p, context, static_cast<Word*>(block), block_words);
    pass.run();
    return pass.moved_words();
}

// The block a pass moves into: what may live must fit; where much is known to live, it is made
// larger at once, which saves growing right after.
Word target_block_words(const Process& p, Word may_live, Word need) {
    const Word now = static_cast<Word>(p.heap_end - p.heap_start);
    const Word stack = stack_words(p);
    Word target =
        std::max({may_live + stack + Process::kStackSlackWords, now, Word{p.min_heap_words}});
    const Word known = mature_words(p) + stack + need;
    if (known * 3 > target * 2) target = std::max(target, known * 2);
    return block_words_for(target);
}

// How large the block should be for what now lives in it and `need` more words. A pass had to take a
// block for all that fragments might have kept alive: what turned out dead does not make the heap
// larger than it was (`before`), or else each collection would allow more fragments than the last.
Word wanted_block_words(const Process& p, Word before, Word need, bool full) {
    const Word now = static_cast<Word>(p.heap_end - p.heap_start);
    const Word used = young_words(p) + stack_words(p) + need + Process::kStackSlackWords;
    if (used * 3 > now * 2 && now >= kFirstBlockWords) {
        // A first block that just fits is not doubled for the slack alone.
        return block_words_for(std::max(used * 2, Word{p.min_heap_words}));
    }
    if (now > before && used * 3 <= before * 2) return before;
    const Word sparse = full ? 4 : 16;
    if (used * sparse < now && (full || now > (Word{1} << 16))) {
        return block_words_for(std::max(used * 2, Word{p.min_heap_words}));
    }
    return now;
}

void note_collection(Process& p, RunContext& context, Word before, Word moved) {
    // One writer each: no locked instruction.
    context.collections.store(context.collections.load(std::memory_order_relaxed) + 1,
                              std::memory_order_relaxed);
    const Word after = heap_used_words(p);
    const Word reclaimed = before > after ? before - after : 0;
    context.reclaimed_words.store(
        context.reclaimed_words.load(std::memory_order_relaxed) + reclaimed,
        std::memory_order_relaxed);
    p.charge(static_cast<std::int64_t>(moved / 16));
    if (context.collected) context.collected(p, heap_block_words(p));
}

void drop_off_heap(Word* object, BlockCache& blocks) {
    while (object) {
        Word* next = reinterpret_cast<Word*>(object[boxed_total_words(object[0]) - 1]);
        release_off_heap(object, blocks);
        object = next;
    }
}

}  // namespace

bool create_heap(Process& p, BlockCache& blocks, Word words) {
    const Word block_words = block_words_for(words);
    auto* block =
        static_cast<Word*>(blocks.allocate(block_words * sizeof(Word), MemoryUse::ProcessHeap));
    if (!block) return false;
    p.heap_start = p.top = p.high_water = block;
    p.heap_end = p.sp = block + block_words;
    p.old_generation = nullptr;
    p.off_heap = nullptr;
    p.binary_units_new = p.binary_units_live = 0;
    p.fragments = nullptr;
    p.fragment_words = 0;
    p.minor_count = 0;
    p.regions = nullptr;
    return true;
}

void destroy_heap(Process& p, BlockCache& blocks) {
    if (VIAL_UNLIKELY(p.off_heap)) drop_off_heap(p.off_heap, blocks);
    if (OldGeneration* old = p.old_generation) {
        drop_off_heap(old->off_heap, blocks);
        blocks.free(old, old->block_words * sizeof(Word), MemoryUse::ProcessHeap);
    }
    for (HeapFragment* f = p.fragments; f;) {
        HeapFragment* next = f->next;
        blocks.free(f, Word{f->block_words} * sizeof(Word), MemoryUse::Message);
        f = next;
    }
    if (p.regions) release_regions(blocks, p.regions);
    const auto bytes = static_cast<std::size_t>(p.heap_end - p.heap_start) * sizeof(Word);
    blocks.free(p.heap_start, bytes, MemoryUse::ProcessHeap);
    p.heap_start = p.top = p.high_water = p.heap_end = p.sp = nullptr;
    p.old_generation = nullptr;
    p.off_heap = nullptr;
    p.fragments = nullptr;
    p.fragment_words = 0;
}

void collect(Process& p, Word need, CollectKind kind) {
    RunContext& context = context_of(p);
    const Word before = heap_used_words(p);
    if (before > kLongPassWords && context.takes_long) context.takes_long(context);
    const Word block_before = static_cast<Word>(p.heap_end - p.heap_start);
    Word moved;
    bool full = kind == CollectKind::Full || p.minor_count >= p.fullsweep_after;
    const bool promote = !full && mature_words(p) > 0;
    if (promote && !prepare_old_generation(p, context)) full = true;
    if (full) {
        const Word may_live = young_words(p) + p.fragment_words + old_used_words(p);
        moved = run_pass<false, true>(p, context, target_block_words(p, may_live, need));
        p.minor_count = 0;
    } else {
        const Word may_live = young_words(p) - mature_words(p) + p.fragment_words;
        const Word target = target_block_words(p, may_live, need);
        moved = promote ? run_pass<true, false>(p, context, target)
                        : run_pass<false, false>(p, context, target);
        ++p.minor_count;
    }
    const Word wanted = wanted_block_words(p, block_before, need, full);
    if (wanted != static_cast<Word>(p.heap_end - p.heap_start)) {
        moved += resize_block(p, context, wanted, need);
    }
    note_collection(p, context, before, moved);
}

void collect_and_shrink(Process& p) {
    collect(p, 0, CollectKind::Full);
    RunContext& context = context_of(p);
    const Word used = young_words(p) + stack_words(p) + Process::kStackSlackWords;
    const Word smallest = block_words_for(std::max(used, Word{p.min_heap_words}));
    if (smallest < static_cast<Word>(p.heap_end - p.heap_start)) {
        resize_block(p, context, smallest, 0);
    }
}

bool wants_collection(const Process& p) {
    const Word block = static_cast<Word>(p.heap_end - p.heap_start);
    if (p.fragment_words > std::max<Word>(2 * block, 512)) return true;
    return p.binary_units_new > std::max(kMinBinaryUnits, p.binary_units_live);
}

Word heap_block_words(const Process& p) {
    Word words = static_cast<Word>(p.heap_end - p.heap_start);
    if (p.old_generation) words += p.old_generation->block_words;
    return words;
}

Word heap_used_words(const Process& p) {
    return young_words(p) + old_used_words(p) + p.fragment_words;
}

Word heap_allocated_bytes(const Process& p) {
    return (heap_block_words(p) + p.fragment_words) * sizeof(Word);
}

void charge_binary(Process& p, Word bytes) {
    const Word units = p.binary_units_new + (bytes + kBinaryUnitBytes - 1) / kBinaryUnitBytes;
    p.binary_units_new = static_cast<std::uint32_t>(std::min<Word>(units, 0xffffffff));
}

RunContext& context_of(const Process& process) {
    return *memory_of_control(&process).context(process.home_scheduler);
}

}  // namespace vial

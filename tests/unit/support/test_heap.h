// tests/unit/support/test_heap.h: a process with a heap but no scheduler.
// Here: TestHeap: memory, atoms, literals, a context and one control block; a printer of terms that
//       needs nothing else.
// Not here: tests.
// Threads: one.
// Holds: destroyed in order, so that memory counters must come back to zero.
#pragma once

#include <string>

#include "vm/base/literal_space.h"
#include "vm/heap/gc.h"
#include "vm/heap/term_arena.h"
#include "vm/process/roots.h"
#include "vm/term/atom_table.h"
#include "vm/term/binary.h"
#include "vm/term/bignum.h"
#include "vm/term/map.h"

namespace vial::test {

struct TestHeap {
    Memory memory;
    AtomTable atoms;
    std::unique_ptr<LiteralSpace> literals = LiteralSpace::create();
    std::unique_ptr<RunContext> context = std::make_unique<RunContext>(memory);
    Term x[1024];
    Process* process;

    explicit TestHeap(Word words = 0) {
        context->x = x;
        context->literals = literals.get();
        context->atoms = &atoms;
        memory.set_context(0, context.get());
        process = new (context->blocks.allocate_control()) Process{};
        process->home_scheduler = 0;
        process->fullsweep_after = kDefaultFullsweepAfter;
        process->reductions_left = 4000;
        create_heap(*process, context->blocks, words);
    }
    ~TestHeap() {
        destroy_heap(*process, context->blocks);
        context->blocks.free_control(process);
    }
    TestHeap(const TestHeap&) = delete;
    TestHeap& operator=(const TestHeap&) = delete;

    Process& p() { return *process; }
    void live(std::uint32_t count) { context->live_x = count; }
    Term atom(std::string_view text) { return atoms.intern(text); }
    // A list of small integers in x[at], which must be live.
    void number_list(std::uint32_t at, std::int64_t count) {
        x[at] = Term::nil();
        for (std::int64_t i = count; i-- > 0;) {
            HeapWriter out = p().reserve(kConsWords);
            x[at] = out.cons(Term::small(i), x[at]);
        }
    }
    // Any term as text, well enough to compare. Recursive: for shallow test data only.
    std::string show(Term t) const {
        if (t.is_small()) return std::to_string(t.small_value());
        if (t.is_nil()) return "[]";
        if (t.is_atom()) return ":" + std::string(atoms.text(t));
        if (t.is_cons()) {
            std::string s = "[";
            for (; t.is_cons(); t = t.tail()) s += show(t.head()) + ",";
            return s + (t.is_nil() ? "]" : "|" + show(t) + "]");
        }
        if (is_float(t)) return std::to_string(float_value(t));
        if (t.is_immediate()) return "#" + std::to_string(t.word());
        if (is_tuple(t)) {
            std::string s = "{";
            for (Term e : tuple_elements(t)) s += show(e) + ",";
            return s + "}";
        }
        if (is_bignum(t)) return integer(t);
        if (is_map(t)) {
            std::string s = "%{";
            MapIterator all(t);
            Term k, v;
            while (all.next(k, v)) s += show(k) + "=>" + show(v) + ",";
            return s + "}";
        }
        if (is_bitstring(t)) {
            const BitView b = bits_of(t);
            std::string s = "<<";
            for (Word i = 0; i < b.size_bits; ++i) s += read_bits(b.bytes, b.offset_bits + i, 1) ? '1' : '0';
            return s + ">>";
        }
        return "?";
    }
    static std::string integer(Term t, int base = 10) {
        const IntegerView v(t);
        std::string text(integer_text_bound(v, base), '\0');
        std::vector<Word> scratch(v.count() + 2);
        text.resize(print_integer(v, base, text.data(), scratch.data()));
        return text;
    }
};

}  // namespace vial::test

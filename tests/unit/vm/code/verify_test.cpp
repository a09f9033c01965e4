// tests/unit/vm/code/verify_test.cpp: what the verifier refuses.
// Here: one small function for each rule.
// Not here: files (vbc_test.cpp).
// Threads: -
// Holds: each case names the words of its message.
#include <catch2/catch.hpp>

#include "tests/unit/support/assembler.h"

using vial::test::TestVm;

namespace {

struct Case {
    const char* text;
    const char* why;
};

}  // namespace

TEST_CASE("verifier: refuses what could do harm", "[code]") {
    const Case cases[] = {
        {"f/1\n  Move x0, x1\n  Return\n", "not set"},
        {"f/1\n  Move x1, x0\n", "behind its end"},
        {"f/1\n  Head x0, x0\n  Return\n", "non-empty list"},
        {"f/1\n  IsCons L1, x0\n  Jump L1\n  L1:\n  Tail x0, x0\n  Return\n", "non-empty list"},
        {"f/1\n  IsTupleOf L1, x0, #2\n  Element x0, x0, #2\n  Return\n  L1:\n  Return\n", "tuple that wide"},
        {"f/1\n  Cons x0, x0, []\n  Return\n", "more than was reserved"},
        {"f/1\n  TestHeap #2 ; x0\n  Cons x0, x0, []\n  Cons x0, x0, []\n  Return\n", "more than was reserved"},
        {"f/1\n  Allocate #1 ; x0\n  Return\n", "frame of another size"},
        {"f/1\n  Allocate #1 ; x0\n  Move x0, y0\n  Deallocate #1\n  Return\n", "not set"},
        {"f/1\n  Allocate #1 ; x0\n  Move y1, x0\n  Deallocate #1\n  Return\n", "outside of the frame"},
        {"f/1\n  Allocate #1 ; x0\n  Call f/1\n  Move x0, x1\n  Deallocate #1\n  Return\n", "not set"},
        {"f/1\n  Allocate #1 ; x0\n  Call f/1 ; y0\n  Deallocate #1\n  Return\n", "live slot that is not set"},
        {"f/1\n  TestHeap #2 ; x0 x5\n  Return\n", "live register that is not set"},
        {"f/1\n  Jump L0\n", "no label to go to"},
        {"f/1\n  Jump L7\n", "not in this function"},
        {"f/1\n  MapGet L1, x0, x0, :a\n  L1:\n  Return\n", "a map"},
        {"f/1\n  BinEnd L1, x0\n  L1:\n  Return\n", "match context"},
        {"f/1\n  BinStart L1, x0, x0 ; x0\n  Return\n  L1:\n  Return\n", "not set"},
        {"f/1\n  ReceiveTake\n  Return\n", "no message is looked at"},
        {"f/1\n  L1:\n  ReceivePeek L1, x0\n  Return\n", "middle of a receive"},
        {"f/1\n  Native1 L0, x0, erlang.send/2, x0 ; x0\n  Return\n", "no native"},
        {"f/1\n  MarkBind x0, x0\n  Return\n", "a mark"},
    };
    for (const Case& c : cases) {
        TestVm vm;
        const std::string why = vm.load("V", c.text);
        INFO(c.text << "\n" << why);
        CHECK(why.find(c.why) != std::string::npos);
    }
}

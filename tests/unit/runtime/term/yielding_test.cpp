// tests/unit/runtime/term/yielding_test.cpp: long natives that stop and go on.
// Here: sort, reverse, ++ and member over lists that take many slices.
// Not here: short ones (natives_test.cpp).
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "tests/unit/support/assembler.h"

using vial::test::CodeVm;

namespace {

constexpr const char* kModule = R"(
upto/1 export
  Move x1, []
  L1:
  IsNeExact L2, x0, 0
  TestHeap #2 ; x0 x1
  Cons x1, x0, x1
  Subtract L0, x0, x0, 1 ; x0 x1
  JumpBack L1 ; x0 x1
  L2:
  Move x0, x1
  Return
mixed/2
  Move x2, []
  L1:
  IsNeExact L2, x0, 0
  Multiply L0, x3, x0, 48271 ; x0 x1 x2
  Remainder L0, x3, x3, x1 ; x0 x1 x2 x3
  TestHeap #2 ; x0 x1 x2 x3
  Cons x2, x3, x2
  Subtract L0, x0, x0, 1 ; x0 x1 x2
  JumpBack L1 ; x0 x1 x2
  L2:
  Move x0, x2
  Return
ordered/1
  IsCons L3, x0
  HeadTail x1, x0, x0
  L1:
  IsCons L3, x0
  HeadTail x2, x0, x0
  IsGe L4, x2, x1
  Move x1, x2
  JumpBack L1 ; x0 x1
  L3:
  Move x0, :true
  Return
  L4:
  TestHeap #3 ; x1 x2
  Tuple x0 | x1, x2
  Return
back/1 export
  Allocate #1 ; x0
  Call upto/1
  Move y0, x0
  CallExt lists.reverse/1 ; y0
  CallExt lists.sort/1 ; y0
  Compare x0, #0, x0, y0
  Deallocate #1
  Return
shuffled/2 export
  Allocate #1 ; x0 x1
  Call mixed/2
  CallExt lists.sort/1
  Move y0, x0
  Call ordered/1 ; y0
  Swap x0, y0
  CallExt erlang.length/1 ; y0
  TestHeap #3 ; x0 y0
  Tuple x0 | x0, y0
  Deallocate #1
  Return
unique/2 export
  Allocate #1 ; x0 x1
  Call mixed/2
  CallExt lists.usort/1
  Move y0, x0
  Call ordered/1 ; y0
  Swap x0, y0
  CallExt erlang.length/1 ; y0
  TestHeap #3 ; x0 y0
  Tuple x0 | x0, y0
  Deallocate #1
  Return
append/1 export
  Allocate #1 ; x0
  Call upto/1
  Move y0, x0
  Move x1, x0
  CallExt erlang.++/2 ; y0
  CallExt erlang.length/1 ; y0
  Deallocate #1
  Return
member/2 export
  Allocate #1 ; x0 x1
  Move y0, x1
  Call upto/1 ; y0
  Move x1, x0
  Move x0, y0
  CallExt lists.member/2
  Deallocate #1
  Return
)";

}  // namespace

TEST_CASE("long natives on lists go on where they stopped") {
    CodeVm vm;
    REQUIRE(vm.load("Long", kModule) == "");
    for (std::int64_t n : {1, 2, 2047, 2048, 2049, 5000, 100000}) {
        INFO(n);
        CHECK(vm.call("Long", "back", {n}) == "true");
        CHECK(vm.call("Long", "shuffled", {n, 65537}) == "{" + std::to_string(n) + ",true}");
        CHECK(vm.call("Long", "append", {n}) == std::to_string(2 * n));
        CHECK(vm.call("Long", "member", {n, n}) == "true");
        CHECK(vm.call("Long", "member", {n, 0}) == "false");
    }
    // 48271 is prime to 1009: all residues occur.
    CHECK(vm.call("Long", "unique", {20000, 1009}) == "{1009,true}");
}

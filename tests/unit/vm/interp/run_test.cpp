// tests/unit/vm/interp/run_test.cpp: small functions run.
// Here: calls, data, closures, exceptions, natives, messages.
// Not here: what the compiler makes of source (tests/conformance).
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "tests/unit/support/assembler.h"

using vial::test::CodeVm;

namespace {

constexpr const char* kFib = R"(
fib/1 export
  IsLt L1, x0, 2
  Return
  L1:
  Allocate #2 ; x0
  Move y0, x0
  Subtract L0, x0, y0, 1 ; y0
  Call fib/1 ; y0
  Move y1, x0
  Subtract L0, x0, y0, 2 ; y0 y1
  Call fib/1 ; y1
  Add L0, x0, y1, x0 ; x0 y1
  Deallocate #2
  Return
)";

}  // namespace

TEST_CASE("interpreter: fib, across many slices", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("Fib", kFib) == "");
    CHECK(vm.call("Fib", "fib", {1}) == "1");
    CHECK(vm.call("Fib", "fib", {20}) == "6765");
}

TEST_CASE("interpreter: lists, tuples and a loop in the function", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("L", R"(
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
sum/2
  IsCons L1, x0
  HeadTail x2, x0, x0
  Add L0, x1, x1, x2 ; x0 x1 x2
  TailCall sum/2, #0
  L1:
  Move x0, x1
  Return
total/1 export
  Allocate #1 ; x0
  Call upto/1
  Move x1, 0
  TailCall sum/2, #1
pair/2 export
  TestHeap #3 ; x0 x1
  Tuple x0 | x1, x0
  UpdateTuple x0, x0 | #1, :z ; x0
  Return
)") == "");
    CHECK(vm.call("L", "upto", {3}) == "[1,2,3]");
    CHECK(vm.call("L", "total", {100000}) == "5000050000");
    CHECK(vm.call("L", "pair", {1, 2}) == "{2,z}");
}

TEST_CASE("interpreter: body recursion a million deep grows the stack", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("D", R"(
count/1 export
  IsNeExact L1, x0, 0
  Allocate #1 ; x0
  Move y0, x0
  Subtract L0, x0, x0, 1 ; x0 y0
  Call count/1 ; y0
  Add L0, x0, x0, 1 ; x0
  Deallocate #1
  Return
  L1:
  Return
)") == "");
    CHECK(vm.call("D", "count", {1000000}) == "1000000");
}

TEST_CASE("interpreter: closures", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("C", R"(
adder/1
  TestHeap #3 ; x0
  MakeFun x0, fn add/2 | x0
  Return
add/2 lambda 1
  Add L0, x0, x0, x1 ; x0 x1
  Return
run/2 export
  Allocate #1 ; x0 x1
  Move y0, x1
  Call adder/1 ; y0
  Move x1, x0
  Move x0, y0
  TailCallFun #1, #1 ; x0 x1
wrong/1 export
  Allocate #1 ; x0
  Call adder/1
  CallFun #0 ; @12
  Deallocate #1
  Return
bad/1 export
  Move x1, x0
  TailCallFun #1, #0 ; x0 x1 @5
)") == "");
    CHECK(vm.call("C", "run", {40, 2}) == "42");
    CHECK(vm.call("C", "wrong", {1}).starts_with("error {badarity,{"));
    CHECK(vm.call("C", "bad", {1}) ==
          "error {badfun,1} [{C,bad,1,[{file,test.exs},{line,5}]}]");
}

TEST_CASE("interpreter: exceptions find their handler", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("E", R"(
caught/1 export
  Allocate #1 ; x0
  Move y0, x0
  Call thrower/1 ; y0 L1
  Deallocate #1
  Return
  L1:
  BuildTrace x2, x2 ; frame 1 x0 x1 x2 y0
  TestHeap #5 ; x0 x1 x2 y0
  Tuple x0 | x0, x1, x2, y0
  Deallocate #1
  Return
thrower/1
  Allocate #1 ; x0
  RaiseMatch x0 ; x0 @7
clause/2 export
  RaiseFunction ; x0 x1 @3
again/1 export
  Allocate #1 ; x0
  Call thrower/1 ; L1
  Deallocate #1
  Return
  L1:
  Reraise x0, x1, x2 ; frame 1 x0 x1 x2
)") == "");
    CHECK(vm.call("E", "caught", {5}) ==
          "{error,{badmatch,5},[{E,thrower,1,[{file,test.exs},{line,7}]},{E,caught,1,[]}],5}");
    CHECK(vm.call("E", "clause", {1, 2}) ==
          "error function_clause [{E,clause,[1,2],[{file,test.exs},{line,3}]}]");
    CHECK(vm.call("E", "again", {1}) ==
          "error {badmatch,1} [{E,thrower,1,[{file,test.exs},{line,7}]},{E,again,1,[]}]");
}

TEST_CASE("interpreter: errors of arithmetic and calls are the reference's", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("A", R"(
add/1 export
  Add L0, x0, x0, :a ; x0 @4
  Return
guard/1 export
  Add L1, x0, x0, :a ; x0
  Return
  L1:
  Move x0, :no
  Return
undef/1 export
  Allocate #1 ; x0
  CallExt Nowhere.f/1 ; @9
  Deallocate #1
  Return
apply/1 export
  Move x1, :A
  Move x2, :guard
  TailApply #1, #0 ; x0 x1 x2
big/0 export
  Move x0, 2305843009213693951
  Add L0, x0, x0, 1 ; x0
  Multiply L0, x0, x0, x0 ; x0
  Remainder L0, x0, x0, 1000 ; x0
  Return
)") == "");
    CHECK(vm.call("A", "add", {1}) ==
          "error badarith [{erlang,+,[1,a],[{error_info,#{module=>erl_erts_errors}}]},"
          "{A,add,1,[{file,test.exs},{line,4}]}]");
    CHECK(vm.call("A", "guard", {1}) == "no");
    CHECK(vm.call("A", "apply", {1}) == "no");
    CHECK(vm.call("A", "undef", {1}) ==
          "error undef [{Nowhere,f,[1],[]},{A,undef,1,[{file,test.exs},{line,9}]}]");
    CHECK(vm.call("A", "nothing", {1}) == "error undef [{A,nothing,[1],[]}]");
    CHECK(vm.call("A", "big") == "304");
}

TEST_CASE("interpreter: maps", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("M", R"(
make/2 export
  MapNew x2 | :a, x0, :b, x1, :a, x1 ; x0 x1
  MapPut L0, x2, x2 | :c, x0 ; x0 x1 x2
  MapUpdate L0, x2, x2 | :b, 9 ; x0 x1 x2
  MapGet L1, x3, x2, :c
  MapGetMany L1, x2 | :a, x4, :b, x5
  TestHeap #5 ; x2 x3 x4 x5
  Tuple x0 | x2, x3, x4, x5
  Return
  L1:
  Move x0, :none
  Return
update/1 export
  MapNew x1 | ; x0
  MapUpdate L0, x1, x1 | x0, 1 ; x0 x1
  Move x0, x1
  Return
)") == "");
    CHECK(vm.call("M", "make", {1, 2}) == "{#{c=>1,b=>9,a=>2},1,2,9}");
    CHECK(vm.call("M", "update", {3}).starts_with("error {badkey,3} "));
}

TEST_CASE("interpreter: bitstrings", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("B", R"(
make/2 export
  BinMake L0, x0 | #0, #1, #0, x0, 16, #3, #1, #0, 'xyz', [], #4, #1, #0, x1, [] ; x0 x1
  Return
split/0 export
  Move x0, 'abcd'
  BinStart L1, x1, x0 ; x0
  BinInteger L1, x2, x1, 8, #1, #0 ; x1
  BinString L1, x1, 'b'
  BinSave x5, x1
  BinRest L1, x3, x1, #8 ; x1 x2 x5
  BinEnd L1, x1
  BinRestore x1, x5
  BinBits L1, x4, x1, 3, #1 ; x1 x2 x3
  TestHeap #4 ; x2 x3 x4
  Tuple x0 | x2, x3, x4
  Return
  L1:
  Move x0, :no
  Return
append/1 export
  Move x1, 'a'
  L1:
  IsNeExact L2, x0, 0
  BinAppend L0, x1, x1, #8 | #3, #1, #0, 'b', [] ; x0 x1
  Subtract L0, x0, x0, 1 ; x0 x1
  JumpBack L1 ; x0 x1
  L2:
  Move x0, x1
  Return
)") == "");
    CHECK(vm.call("B", "make", {24930, 233}) == "<<\"abxyz\xc3\xa9\">>");
    CHECK(vm.call("B", "split") == "{97,<<\"cd\">>,<<3 bits>>}");
    CHECK(vm.call("B", "append", {3}) == "<<\"abbb\">>");
    CHECK(vm.call("B", "append", {70000}).size() > 100);
}

TEST_CASE("interpreter: send and receive", "[interp]") {
    CodeVm vm;
    REQUIRE(vm.load("R", R"(
self/1 export
  Allocate #1 ; x0
  Move x1, x0
  Self x0
  Send ; x0 x1
  Move x1, :other
  Self x0
  Send ; x0 x1
  L1:
  ReceivePeek L2, x0
  IsEqExact L3, x0, :other
  ReceiveTake ; x0
  Deallocate #1
  Return
  L3:
  ReceiveNext L1
  L2:
  ReceiveWait L1 ; frame 1
timeout/0 export
  Allocate #1
  L1:
  ReceivePeek L2, x0
  ReceiveTake ; x0
  Deallocate #1
  Return
  L2:
  ReceiveUntil L1, 0 ; frame 1
  ReceiveTimeout
  Move x0, :late
  Deallocate #1
  Return
)") == "");
    CHECK(vm.call("R", "self", {7}) == "other");
    CHECK(vm.call("R", "timeout") == "late");
}

TEST_CASE("interpreter: a select of many values", "[interp]") {
    CodeVm vm;
    std::string text = "f/1 export\n  SelectValue x0, L99 | ";
    for (int i = 0; i < 20; ++i) {
        text += (i ? ", " : "") + std::to_string(i * (i < 10 ? 1 : 1000)) + ", L" + std::to_string(i + 1);
    }
    text += "\n";
    for (int i = 0; i < 20; ++i) {
        text += "  L" + std::to_string(i + 1) + ":\n  Move x0, " + std::to_string(100 + i) + "\n  Return\n";
    }
    text += "  L99:\n  Move x0, :none\n  Return\n";
    REQUIRE(vm.load("S", text) == "");
    CHECK(vm.call("S", "f", {3}) == "103");
    CHECK(vm.call("S", "f", {12000}) == "112");
    CHECK(vm.call("S", "f", {12001}) == "none");
    CHECK(vm.call("S", "f", {-1}) == "none");
}
